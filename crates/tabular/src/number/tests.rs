use proptest::prelude::*;

use super::*;

fn ok(text: &str) -> String {
    parse(text, None).unwrap_or_else(|error| panic!("{text}: {error}")).normalize().to_string()
}

#[test]
fn signs_currencies_and_separators_are_understood() {
    for (text, value) in [
        ("1", "1"),
        ("1,20", "1.2"),
        ("1.20", "1.2"),
        (",5", "0.5"),
        ("1 234,50 €", "1234.5"),
        ("1\u{202f}234\u{a0}567,5", "bad"),
        ("1\u{202f}234\u{202f}567,5", "1234567.5"),
        ("1.234,50", "1234.5"),
        ("1,234.50 $", "1234.5"),
        ("$1,234,567", "1234567"),
        ("1'234.50", "1234.5"),
        ("-3,10", "-3.1"),
        ("\u{2212}3,10 €", "-3.1"),
        ("€ -3.10", "-3.1"),
        ("3,10-", "-3.1"),
        ("+2", "2"),
        ("5,5 %", "5.5"),
        ("12,50 $ CA", "12.5"),
        ("0,950", "0.95"),
        ("1234,567", "1234.567"),
    ] {
        match value {
            "bad" => assert_eq!(parse(text, None), Err(NumberError::NotANumber), "{text}"),
            _ => assert_eq!(ok(text), value, "{text}"),
        }
    }
}

#[test]
fn what_is_not_a_number_is_refused() {
    for text in
        ["", "-", "€", "abc", "1,2,3", "12 34", "1..2", "--5", "1e5", "12.", "1.234,5.6", "½", "1,234,56"]
    {
        assert_eq!(parse(text, Some(DecimalMark::Comma)), Err(NumberError::NotANumber), "{text}");
    }
}

#[test]
fn three_digits_after_a_single_mark_need_the_column() {
    assert_eq!(parse("1,250", None), Err(NumberError::Ambiguous));
    assert_eq!(parse("1,250", Some(DecimalMark::Comma)), Ok(Decimal::new(1_250, 3)));
    assert_eq!(parse("1,250", Some(DecimalMark::Point)), Ok(Decimal::from(1_250)));
}

#[test]
fn a_column_tells_its_mark() {
    use DecimalMark::{Comma, Point};
    assert_eq!(detect_mark(["1,250", "3,5"], None), Some(Comma));
    assert_eq!(detect_mark(["1,250", "3.5"], None), Some(Point));
    assert_eq!(detect_mark(["1.234.567"], None), Some(Comma));
    assert_eq!(detect_mark(["1,250"], Some(Comma)), Some(Comma), "nothing speaks against it");
    assert_eq!(detect_mark(["1,250"], Some(Point)), None, "1,250 in a column of points may be a thousand");
    assert_eq!(detect_mark(["1,5", "1.5"], Some(Point)), None, "both");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = parse(&text, None);
        let _ = detect_mark([text.as_str()], None);
    }

    #[test]
    fn a_written_amount_is_read_back(cents in -10_000_000_000_i64..10_000_000_000, comma: bool) {
        let exact = Decimal::new(cents, 2);
        let mut text = exact.to_string();
        if comma {
            text = text.replace('.', ",");
        }
        prop_assert_eq!(parse(&text, None), Ok(exact));
    }
}
