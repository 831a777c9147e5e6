use proptest::prelude::*;

use super::*;
use crate::barcode::{check_digit, normalise};
use crate::money::UnitPrice;

fn rule(pattern: &str, decimals: u32) -> EmbeddedRule {
    EmbeddedRule::new(Pattern::parse(pattern).unwrap(), decimals).unwrap()
}

fn with_check(body: &str) -> String {
    let digits: Vec<u8> = body.bytes().map(|b| b - b'0').collect();
    format!("{body}{}", check_digit(&digits))
}

/// hardware.md §2.5: the three computed vectors.
#[test]
fn the_published_labels_are_read() {
    let weight = rule("21IIIIIWWWWWC", 3);
    let read = weight.read("2199999012342").unwrap();
    assert_eq!((read.item, read.value), ("99999", EmbeddedValue::Weight(Quantity(12_340))));
    let price = rule("02IIIIIPPPPPC", 2);
    let read = price.read("0298765012509").unwrap();
    assert_eq!((read.item, read.value), ("98765", EmbeddedValue::Price(Money(12_50))));
    let price = rule("23IIIIIPPPPPC", 2);
    let read = price.read("2300012019990").unwrap();
    assert_eq!((read.item, read.value), ("00012", EmbeddedValue::Price(Money(19_99))));
    assert_eq!(read.codes().collect::<Vec<_>>(), ["00012", "0012", "012", "12"]);
}

/// GS1 General Specifications §7.9: the worked examples of both lengths.
#[test]
fn the_published_verifiers_come_out() {
    assert_eq!(verifier_digit("2875"), Some(9));
    assert_eq!(verifier_digit("14685"), Some(6));
    assert_eq!((verifier_digit("123"), verifier_digit("12a4")), (None, None));
}

#[test]
fn a_wrong_digit_is_named() {
    let plain = rule("02IIIIIPPPPPC", 2);
    let wrong = EanError::CheckDigit { found: 8, expected: 9 };
    assert_eq!(plain.read("0298765012508"), Err(ReadError::Ean(wrong)));
    assert_eq!(plain.read("96385074"), Err(ReadError::Ean(EanError::Length(8))));
    assert_eq!(plain.read("2199999012342"), Err(ReadError::Prefix));
    let verified = rule("02IIIIIVPPPPC", 2);
    let good = with_check("029876592875");
    assert_eq!(verified.read(&good).unwrap().value, EmbeddedValue::Price(Money(28_75)));
    let bad = with_check("029876582875");
    assert_eq!(verified.read(&bad), Err(ReadError::Verifier { found: 8, expected: 9 }));
}

/// A North American scale prints twelve digits; some scanners add the zero, some do not.
#[test]
fn a_upc_label_is_the_ean_that_it_is() {
    let upc = &"0298765012509"[1..];
    assert_eq!(normalise(upc), "0298765012509");
    assert!(rule("02IIIIIPPPPPC", 2).read(&normalise(upc)).is_ok());
}

#[test]
fn a_pattern_that_could_not_be_read_is_refused() {
    use PatternError as E;
    let cases = [
        ("02IIIIIPPPPP", E::Form),
        ("02IIIIIPPPPXC", E::Form),
        ("30IIIIIPPPPPC", E::Prefix),
        ("2IIIIIIPPPPPC", E::Prefix),
        ("02PPPPPPPPPPC", E::Item),
        ("02IIPIIPPPPPC", E::Item),
        ("02IIIIIIIIIIC", E::Figure),
        ("02IIIIIPPWWWC", E::Figure),
        ("02IIIIIPPIPPC", E::Item),
        ("02IIIIVPPPPPP", E::Verifier),
        ("02IIIVVPPPPPC", E::Verifier),
        ("02IIIIIPPPPPP", E::Check),
        ("02IIIIICPPPPC", E::Check),
    ];
    for (text, error) in cases {
        assert_eq!(Pattern::parse(text), Err(error), "{text}");
    }
    assert_eq!(Pattern::parse(" 02iiiiipppppc ").unwrap().as_str(), "02IIIIIPPPPPC");
    let pattern = Pattern::parse("02IIIIIPPPPPC").unwrap();
    assert_eq!(EmbeddedRule::new(pattern, 3), Err(E::Decimals));
}

/// hardware.md §2.5: the quantity follows from the price, which stays the total.
#[test]
fn a_price_is_divided_and_a_weight_is_converted() {
    let kilo = UnitPrice::from_money(Money(10_03));
    let label = EmbeddedValue::Price(Money(12_50)).label("kg", kilo).unwrap();
    assert_eq!((label.quantity, label.amount), (Quantity(12_460), Some(Money(12_50))), "12.50 ÷ 10.03");
    let packet = EmbeddedValue::Price(Money(12_50)).label("pièce", kilo).unwrap();
    assert_eq!(packet.quantity, Quantity::ONE, "a packet is not 1.246 packets");
    let weight = EmbeddedValue::Weight(Quantity(12_340));
    assert_eq!(weight.label("kg", kilo).unwrap().quantity, Quantity(12_340));
    assert_eq!(weight.label("g", kilo).unwrap().quantity, Quantity(12_340_000));
}

#[test]
fn what_a_label_does_not_say_is_asked() {
    let kilo = UnitPrice::from_money(Money(10_00));
    assert_eq!(EmbeddedValue::Price(Money::ZERO).label("kg", kilo), None);
    assert_eq!(EmbeddedValue::Weight(Quantity(0)).label("kg", kilo), None);
    assert_eq!(EmbeddedValue::Weight(Quantity(5_000)).label("pièce", kilo), None);
    assert_eq!(EmbeddedValue::Price(Money(1_00)).label("kg", UnitPrice(0)), None);
    assert_eq!(EmbeddedValue::Price(Money(1)).label("kg", UnitPrice::from_money(Money(100_000))), None);
}

#[test]
fn equal_packets_are_taken_whole_times() {
    let label = Label { quantity: Quantity(12_460), amount: Some(Money(12_50)) };
    let three = label.times(Quantity::units(3)).unwrap().unwrap();
    assert_eq!((three.quantity, three.amount), (Quantity(37_380), Some(Money(37_50))));
    assert_eq!(label.times(Quantity(15_000)), Ok(None));
    assert_eq!(label.times(Quantity(0)), Ok(None));
    assert!(label.times(Quantity(i64::MAX / 10_000 * 10_000)).is_err());
}

proptest! {
    /// Whatever is printed is read back, and one misread digit is never another price.
    #[test]
    fn a_printed_label_is_read_back(item in 0u32..100_000, price in 0i64..100_000, at in 0usize..13, by in 1u8..10) {
        let rule = rule("02IIIIIPPPPPC", 2);
        let code = with_check(&format!("02{item:05}{price:05}"));
        let read = rule.read(&code).unwrap();
        prop_assert_eq!(read.item, format!("{item:05}"));
        prop_assert_eq!(read.value, EmbeddedValue::Price(Money(price)));
        let mut misread = code.into_bytes();
        misread[at] = (misread[at] - b'0' + by) % 10 + b'0';
        let misread = String::from_utf8(misread).unwrap();
        prop_assert!(rule.read(&misread).is_err());
    }

    /// A verifier rule reads what it verifies, and refuses every other verifier.
    #[test]
    fn a_verified_label_is_read_back(item in 0u32..10_000, weight in 0i64..100_000, by in 1u8..10) {
        let rule = rule("27IIIIVWWWWWC", 3);
        let figure = format!("{weight:05}");
        let verifier = verifier_digit(&figure).unwrap();
        let code = with_check(&format!("27{item:04}{verifier}{figure}"));
        prop_assert_eq!(rule.read(&code).unwrap().value, EmbeddedValue::Weight(Quantity(weight * 10)));
        let other = with_check(&format!("27{item:04}{}{figure}", (verifier + by) % 10));
        let is_refused = matches!(rule.read(&other), Err(ReadError::Verifier { .. }));
        prop_assert!(is_refused);
    }

    /// The printed price is the total, and price times quantity is never further from it than half a gram costs.
    #[test]
    fn a_price_becomes_the_nearest_quantity(amount in 1i64..100_000, price in 1i64..100_000) {
        let unit_price = UnitPrice::from_money(Money(price));
        if let Some(label) = EmbeddedValue::Price(Money(amount)).label("kg", unit_price) {
            prop_assert_eq!(label.amount, Some(Money(amount)));
            let off = (unit_price.times(label.quantity).unwrap() - Money(amount)).abs();
            prop_assert!(off.0 * 2_000 <= price + 1_000, "{} off by {}", amount, off.0);
        }
    }

    /// No text makes the reader stumble.
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,16}", pattern in "[0-9IPWVC]{11,14}") {
        if let Ok(pattern) = Pattern::parse(&pattern) {
            let rule = EmbeddedRule::new(pattern, 2).unwrap();
            let _ = rule.read(&text);
        }
    }
}
