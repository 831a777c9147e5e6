//! Which character stands between the cells of a delimited file.

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord};

/// Candidates, most likely first in a French export.
const CANDIDATES: [u8; 4] = [b';', b'\t', b',', b'|'];
/// Records looked at.
const SAMPLE: usize = 50;
/// Share of records, in percent, that must have the same number of columns for a candidate to be taken
/// without looking at the others. Some exports end with a ragged total line.
const CONSISTENT: usize = 90;

/// The delimiter under which most of the first records have the same number of columns, quoted cells respected.
/// `;` when no candidate makes more than one column.
pub(crate) fn detect(text: &str) -> u8 {
    let scores: Vec<(u8, usize)> = CANDIDATES.into_iter().map(|d| (d, consistency(text, d))).collect();
    let first_good = scores.iter().find(|(_, score)| *score >= CONSISTENT);
    // `max_by_key` keeps the last of equals, hence the reversal: the first candidate wins a tie.
    let best = first_good.or_else(|| scores.iter().rev().max_by_key(|(_, score)| *score));
    best.map_or(b';', |(delimiter, _)| *delimiter)
}

/// Percentage of the sampled records that have the commonest number of columns; 0 when that number is one.
fn consistency(text: &str, delimiter: u8) -> usize {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut widths: HashMap<usize, usize> = HashMap::new();
    let mut record = StringRecord::new();
    let mut records = 0;
    while records < SAMPLE && reader.read_record(&mut record).unwrap_or(false) {
        records += 1;
        *widths.entry(record.len()).or_default() += 1;
    }
    match widths.into_iter().max_by_key(|(width, count)| (*count, *width)) {
        Some((width, count)) if width > 1 => count * 100 / records,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::detect;

    #[test]
    fn each_delimiter_is_found() {
        assert_eq!(detect("nom;prix\nPain;1,20\nÉclair;2,40\n"), b';');
        assert_eq!(detect("nom\tprix\nPain\t1,20\n"), b'\t');
        assert_eq!(detect("nom,prix\nPain,1.20\n"), b',');
        assert_eq!(detect("nom|prix\nPain|1.20\n"), b'|');
    }

    #[test]
    fn delimiters_within_quoted_cells_do_not_count() {
        assert_eq!(detect("nom,prix\n\"Pain; complet; bio\",1.20\n\"Thé; vert; vrac\",2\n"), b',');
    }

    #[test]
    fn decimal_commas_on_every_line_do_not_beat_the_semicolon() {
        assert_eq!(detect("Pain;1,20\nÉclair;2,40\nTarte;3,10\n"), b';');
    }

    #[test]
    fn a_semicolon_in_a_few_names_does_not_beat_the_comma() {
        assert_eq!(detect("nom,prix,tva\nPain; bio,1.20,5.5\nThé,2,5.5\nCafé,3,10\n"), b',');
    }

    #[test]
    fn a_single_column_has_the_default_delimiter() {
        assert_eq!(detect("3760000000017\n3760000000024\n"), b';');
    }
}
