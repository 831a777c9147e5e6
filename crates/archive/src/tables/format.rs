//! How a cell is written.

use serde_json::Value;

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
    /// The extract of a signature.
    Extract,
    /// Taxes of a line: «code taux», joined by « + ».
    Taxes,
    /// «oui» or «non».
    YesNo,
}

impl Format {
    /// The cell.
    #[must_use]
    pub fn write(self, value: &Value) -> String {
        match (self, value) {
            (_, Value::Null) => String::new(),
            (Self::Text, Value::String(text)) => harmless(text),
            (Self::Moment, Value::String(text)) => moment(text),
            (Self::Extract, Value::String(text)) => harmless(&fiscal::extract(text)),
            (Self::Taxes, Value::Array(taxes)) => {
                harmless(&taxes.iter().map(tax).collect::<Vec<_>>().join(" + "))
            }
            (Self::YesNo, Value::Bool(yes)) => if *yes { "oui" } else { "non" }.to_owned(),
            (Self::Decimal(places), Value::Number(number)) => {
                number.as_i64().map_or_else(String::new, |n| decimal(n, places))
            }
            (_, Value::Number(number)) => number.to_string(),
            // A value of another type than the schema's: the record is damaged, and the check says so.
            _ => String::new(),
        }
    }
}

fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

/// «1250» with two places is «12,50».
fn decimal(number: i64, places: usize) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let figures = format!("{:0>width$}", number.unsigned_abs(), width = places + 1);
    let (units, rest) = figures.split_at(figures.len() - places);
    format!("{sign}{units},{rest}")
}

fn moment(text: &str) -> String {
    if text.len() != 14 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return harmless(text);
    }
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    format!("{}-{}-{} {}:{}:{}", part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 12), part(12, 14))
}

fn tax(tax: &Value) -> String {
    let rate = tax.get("rate").map_or_else(String::new, |rate| Format::Decimal(3).write(rate));
    format!("{} {rate}", tax.get("code").and_then(Value::as_str).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn amounts_have_a_comma_and_keep_their_sign() {
        let cents = |n: i64| Format::Decimal(2).write(&json!(n));
        assert_eq!([cents(0), cents(5), cents(-5), cents(123_456)], ["0,00", "0,05", "-0,05", "1234,56"]);
        assert_eq!(Format::Decimal(6).write(&json!(1_250_000)), "1,250000");
        assert_eq!(Format::Decimal(2).write(&json!(i64::MIN)), "-92233720368547758,08");
        assert_eq!(Format::Decimal(2).write(&Value::Null), "");
        assert_eq!(Format::Decimal(2).write(&json!("x")), "");
    }

    #[test]
    fn a_text_is_never_a_formula() {
        assert_eq!(Format::Text.write(&json!("=1+1")), "'=1+1");
        assert_eq!(Format::Text.write(&json!("Pain")), "Pain");
    }

    #[test]
    fn moments_and_taxes_are_written_out() {
        assert_eq!(Format::Moment.write(&json!("20261121093005")), "2026-11-21 09:30:05");
        let taxes = json!([{ "code": "TPS", "rate": 5_000 }, { "code": "TVQ", "rate": 9_975 }]);
        assert_eq!(Format::Taxes.write(&taxes), "TPS 5,000 + TVQ 9,975");
    }
}
