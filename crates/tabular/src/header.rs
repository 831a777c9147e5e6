//! Column names: whether the first row holds them, and which field a name means.

use std::collections::BTreeMap;

use domain::text::fold;

use crate::table::Row;

/// Rows under the first that are compared with it.
const SAMPLE: usize = 20;

/// True when the first row names the columns: none of its cells looks like a value, and either one of them is
/// a known name or the column below one of them holds values.
pub(crate) fn is_present(rows: &[Row]) -> bool {
    let Some((first, rest)) = rows.split_first() else { return false };
    let named = || first.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    if named().any(|(_, cell)| looks_like_value(cell)) {
        return false;
    }
    named().any(|(column, cell)| is_known(cell) || holds_values(rest, column))
}

fn is_known(cell: &str) -> bool {
    crate::articles::knows(cell) || crate::customers::knows(cell) || crate::tickets::knows(cell)
}

fn holds_values(rows: &[Row], column: usize) -> bool {
    let cells = || rows.iter().take(SAMPLE).map(|row| row.cell(column)).filter(|cell| !cell.is_empty());
    let values = cells().filter(|cell| looks_like_value(cell)).count();
    values > 0 && values * 2 > cells().count()
}

/// Numbers, prices, dates and codes start with a digit, a sign or a currency; names of columns do not.
fn looks_like_value(cell: &str) -> bool {
    let digits = cell.trim_start_matches(['-', '+', '€', '$', ' ', '\u{a0}', '.', ',']);
    digits.starts_with(|c: char| c.is_ascii_digit())
}

/// How well a column name means a field: the lesser, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// The name is the synonym at this position.
    Exact(usize),
    /// The name contains, among other words, the synonym at this position.
    Contained(usize),
}

/// How well `name` means one of `synonyms` (folded, separated by `, `, most specific first); `None` when it
/// does not. A name with one of the `misleading` words means something else unless it is a synonym itself.
pub(crate) fn rank(name: &str, synonyms: &'static str, misleading: &'static str) -> Option<Fit> {
    let name = format!(" {} ", fold(name));
    let contains = |phrase: &str| !phrase.is_empty() && name.contains(&format!(" {phrase} "));
    if let Some(exact) = synonyms.split(", ").position(|synonym| name.trim() == synonym) {
        return Some(Fit::Exact(exact));
    }
    if misleading.split(", ").any(contains) {
        return None;
    }
    synonyms.split(", ").position(contains).map(Fit::Contained)
}

/// True when `name` is one of `synonyms`.
pub(crate) fn is_exact(name: &str, synonyms: &'static str) -> bool {
    matches!(rank(name, synonyms, ""), Some(Fit::Exact(_)))
}

/// The best distinct column for each field, given the fit of every pair.
pub(crate) fn assign<F: Copy + Ord>(
    header: &Row,
    fields: &[F],
    fit: impl Fn(F, &str) -> Option<Fit>,
) -> BTreeMap<F, usize> {
    let mut pairs = Vec::new();
    for (column, name) in header.cells.iter().enumerate() {
        pairs.extend(fields.iter().filter_map(|field| Some((fit(*field, name)?, column, *field))));
    }
    pairs.sort_unstable();
    let mut columns = BTreeMap::new();
    for (_, column, field) in pairs {
        if !columns.contains_key(&field) && !columns.values().any(|taken| *taken == column) {
            columns.insert(field, column);
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(cells: &[&[&str]]) -> Vec<Row> {
        let row = |cells: &&[&str]| Row { line: 1, cells: cells.iter().map(|c| (*c).to_owned()).collect() };
        cells.iter().map(row).collect()
    }

    #[test]
    fn a_row_of_names_is_a_header() {
        assert!(is_present(&rows(&[&["Désignation", "Prix"], &["Pain", "1,20"]])), "known names");
        assert!(is_present(&rows(&[&["Bezeichnung", "Preis"], &["Brot", "1,20"]])), "values below");
    }

    #[test]
    fn a_first_row_of_values_is_not_a_header() {
        assert!(!is_present(&rows(&[&["Pain", "1,20"], &["Thé", "2"]])));
        assert!(!is_present(&rows(&[&["Pain", "€ 1.20"], &["Thé", "€ 2"]])));
        assert!(!is_present(&rows(&[&["Pain", "Boulangerie"], &["Thé", "Boissons"]])));
    }

    #[test]
    fn an_exact_name_beats_one_that_contains_it() {
        assert_eq!(rank("Prix TTC", "prix, prix ttc", ""), Some(Fit::Exact(1)));
        assert_eq!(rank("Mon prix", "prix, prix ttc", ""), Some(Fit::Contained(0)));
        assert_eq!(rank("Prix d'achat", "prix", "achat"), None);
    }
}
