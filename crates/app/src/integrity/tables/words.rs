//! What people call tables and their columns, and how a stored value is shown to them.
//!
//! Two lists, one for each, are the whole of it; a test holds them against the schema.

use documents::format::NumberStyle;
use domain::country::Country;
use domain::money::{Money, Quantity, Rate, UnitPrice};
use verify::Language;

use crate::clock::LocalMoment;

/// Table, then in French and in English what it holds and one of it.
const TABLES: &str = include_str!("tables.tsv");
/// Column, form of its values, French, English.
const COLUMNS: &str = include_str!("columns.tsv");

/// What a table holds, and one of it.
pub struct TableWords {
    /// «Articles».
    pub title: &'static str,
    /// «Article».
    pub one: &'static str,
}

/// The words for a table; its own name where there are none.
pub fn table(name: &str, language: Language) -> Option<TableWords> {
    let mut cells = row(TABLES, name)?;
    let [fr, one_fr, en, one_en] = [cells.next()?, cells.next()?, cells.next()?, cells.next()?];
    Some(TableWords { title: language.pick(fr, en), one: language.pick(one_fr, one_en) })
}

/// The word for a column.
pub fn column(name: &str, language: Language) -> Option<&'static str> {
    let mut cells = row(COLUMNS, name)?;
    let (_, fr, en) = (cells.next()?, cells.next()?, cells.next()?);
    Some(language.pick(fr, en))
}

/// True for a column whose values say something to a person, and may be said: no ids, no signatures, no secrets.
pub fn is_shown(column: &str) -> bool {
    form(column).is_some_and(|form| form != "hidden")
}

/// A stored value as people read it.
pub fn value(column: &str, stored: &str, language: Language, country: Country) -> String {
    let style = style(language, country);
    let Ok(number) = stored.parse::<i64>() else { return quoted(stored, language) };
    match form(column).unwrap_or_default() {
        "money" => style.with_currency(Money(number), country),
        "price" => style.unit_price(UnitPrice(number)),
        "quantity" => style.quantity(Quantity(number)),
        "rate" => style.rate(Rate(number), 0),
        "time" => date_time(number, language, country),
        "flag" => language
            .pick(["non", "oui"][usize::from(number != 0)], ["no", "yes"][usize::from(number != 0)])
            .to_owned(),
        "number" => number.to_string(),
        _ => quoted(stored, language),
    }
}

/// A moment as the shop's wall clock shows it.
pub fn date_time(ms: i64, language: Language, country: Country) -> String {
    style(language, country).date_time(LocalMoment::of(ms, country).printed())
}

const fn style(language: Language, country: Country) -> NumberStyle {
    match (language, country) {
        (Language::Fr, Country::France) => NumberStyle::FrenchFrance,
        (Language::Fr, Country::Quebec) => NumberStyle::FrenchCanada,
        (Language::En, _) => NumberStyle::EnglishCanada,
    }
}

fn quoted(text: &str, language: Language) -> String {
    match language {
        Language::Fr => format!("«\u{a0}{text}\u{a0}»"),
        Language::En => format!("“{text}”"),
    }
}

fn form(column: &str) -> Option<&'static str> {
    row(COLUMNS, column)?.next()
}

/// The cells behind the name in the line of a list.
fn row(list: &'static str, name: &str) -> Option<impl Iterator<Item = &'static str>> {
    list.lines().map(|line| line.split('\t')).find_map(|mut cells| (cells.next()? == name).then_some(cells))
}

#[cfg(test)]
mod tests {
    use store::replica::{Replica, columns, names};

    use super::*;

    /// A finding never shows a name of the database to a person.
    #[test]
    fn every_table_and_every_column_has_a_word() {
        let forms = ["money", "price", "quantity", "rate", "time", "flag", "text", "number", "hidden"];
        let dir = tempfile::tempdir().unwrap();
        let replica = Replica::create(&dir.path().join("scratch")).unwrap();
        for name in names() {
            assert!(table(name, Language::En).is_some(), "{name}");
            for of in replica.read(|db| columns(db, name)).unwrap() {
                assert!(column(&of, Language::Fr).is_some_and(|word| !word.is_empty()), "{name}.{of}");
                assert!(form(&of).is_some_and(|form| forms.contains(&form)), "{name}.{of}");
            }
        }
        assert!(!is_shown("pin_hash") && !is_shown("sig") && !is_shown("payload"));
    }

    #[test]
    fn a_stored_value_is_shown_as_people_write_it() {
        let shown = |column: &str, stored: &str, language, country| value(column, stored, language, country);
        assert_eq!(shown("unit_price", "1250000", Language::Fr, Country::France), "1,25");
        assert_eq!(shown("total", "123450", Language::En, Country::Quebec), "$1,234.50");
        assert_eq!(shown("on_hand", "15000", Language::Fr, Country::France), "1,5");
        assert_eq!(shown("active", "0", Language::En, Country::France), "no");
        assert_eq!(shown("name", "2026", Language::En, Country::France), "“2026”");
        assert_eq!(shown("total", "abc", Language::Fr, Country::France), "«\u{a0}abc\u{a0}»");
    }
}
