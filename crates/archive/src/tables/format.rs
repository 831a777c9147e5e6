//! How a cell is written.

use std::borrow::Cow;

use super::Json;

/// How a cell is written. Whatever the format, null is an empty cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A text as it is. One that a spreadsheet would take for a formula gets an apostrophe before it.
    Text,
    /// An integer as it is.
    Integer,
    /// An integer with so many decimals, behind a comma.
    Decimal(usize),
    /// «20261121093005» as «2026-11-21 09:30:05».
    Moment,
    /// The extract of a signature (R-04).
    Extract,
    /// Taxes of a line: «code taux», joined by « + ».
    Taxes,
    /// «oui» or «non».
    YesNo,
}

impl Format {
    /// The cell.
    #[must_use]
    pub fn write<'v>(self, value: &'v Json<'_>) -> Cow<'v, str> {
        match (self, value) {
            (Self::Text, Json::Text(text)) => harmless(Cow::Borrowed(text)),
            (Self::Moment, Json::Text(text)) => moment(text),
            (Self::Extract, Json::Text(text)) => harmless(fiscal::extract(text).into()),
            (Self::Taxes, Json::List(taxes)) => {
                harmless(taxes.iter().map(tax).collect::<Vec<_>>().join(" + ").into())
            }
            (Self::YesNo, Json::Bool(yes)) => if *yes { "oui" } else { "non" }.into(),
            (Self::Decimal(places), Json::Number(number)) => {
                number.as_i64().map_or_else(String::new, |n| decimal(n, places)).into()
            }
            (_, Json::Number(number)) => {
                number.as_i64().map_or_else(|| number.to_string(), |n| n.to_string()).into()
            }
            // Null, or of another type than the schema's: then the record is damaged, and the check says so.
            _ => Cow::Borrowed(""),
        }
    }
}

fn harmless(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}").into() } else { text }
}

/// «1250» with two places is «12,50».
fn decimal(number: i64, places: usize) -> String {
    let mut figures = number.unsigned_abs().to_string();
    if figures.len() <= places {
        figures.insert_str(0, &"0".repeat(places + 1 - figures.len()));
    }
    figures.insert(figures.len() - places, ',');
    if number < 0 {
        figures.insert(0, '-');
    }
    figures
}

fn moment(text: &str) -> Cow<'_, str> {
    if text.len() != 14 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return harmless(text.into());
    }
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let (day, time) = ([part(0, 4), part(4, 6), part(6, 8)], [part(8, 10), part(10, 12), part(12, 14)]);
    format!("{} {}", day.join("-"), time.join(":")).into()
}

fn tax(tax: &Json<'_>) -> String {
    let rate = Format::Decimal(3).write(tax.field("rate"));
    format!("{} {rate}", tax.field("code").as_str().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(format: Format, json: &str) -> String {
        format.write(&serde_json::from_str(json).unwrap()).into_owned()
    }

    #[test]
    fn amounts_have_a_comma_and_keep_their_sign() {
        let cents = |n: i64| cell(Format::Decimal(2), &n.to_string());
        assert_eq!([cents(0), cents(5), cents(-5), cents(123_456)], ["0,00", "0,05", "-0,05", "1234,56"]);
        assert_eq!(cell(Format::Decimal(6), "1250000"), "1,250000");
        assert_eq!(cents(i64::MIN), "-92233720368547758,08");
        assert_eq!(cell(Format::Decimal(2), "null"), "");
        assert_eq!(cell(Format::Decimal(2), r#""x""#), "");
    }

    #[test]
    fn a_text_is_never_a_formula() {
        assert_eq!(cell(Format::Text, r#""=1+1""#), "'=1+1");
        assert_eq!(cell(Format::Text, r#""Pain""#), "Pain");
    }

    #[test]
    fn moments_and_taxes_are_written_out() {
        assert_eq!(cell(Format::Moment, r#""20261121093005""#), "2026-11-21 09:30:05");
        let taxes = r#"[{"code":"TPS","rate":5000},{"code":"TVQ","rate":9975}]"#;
        assert_eq!(cell(Format::Taxes, taxes), "TPS 5,000 + TVQ 9,975");
    }
}
