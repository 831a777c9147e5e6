//! The price or weight verifier digit (GS1 General Specifications §7.9).

/// Weighting factor 2−: twice the digit, less its tens.
const TWO_MINUS: [u8; 10] = [0, 2, 4, 6, 8, 9, 1, 3, 5, 7];
/// Weighting factor 3.
const THREE: [u8; 10] = [0, 3, 6, 9, 2, 5, 8, 1, 4, 7];
/// Weighting factor 5+: five times the digit, plus its tens.
const FIVE_PLUS: [u8; 10] = [0, 5, 1, 6, 2, 7, 3, 8, 4, 9];
/// Weighting factor 5−: five times the digit, less its tens.
const FIVE_MINUS: [u8; 10] = [0, 5, 9, 4, 8, 3, 7, 2, 6, 1];

/// The verifier of a figure of four or five digits; none for any other text.
#[must_use]
pub fn verifier_digit(figure: &str) -> Option<u8> {
    match figure.len() {
        4 => Some(weighted(figure, &[TWO_MINUS, TWO_MINUS, THREE, FIVE_MINUS])? * 3 % 10),
        5 => {
            let sum = weighted(figure, &[FIVE_PLUS, TWO_MINUS, FIVE_MINUS, FIVE_PLUS, TWO_MINUS])?;
            let rest = (10 - sum % 10) % 10;
            FIVE_MINUS.iter().zip(0..).find(|(weight, _)| **weight == rest).map(|(_, digit)| digit)
        }
        _ => None,
    }
}

/// The sum of the digits, each in the table of its place.
fn weighted(figure: &str, tables: &[[u8; 10]]) -> Option<u8> {
    let digit = |(byte, table): (u8, &[u8; 10])| table.get(usize::from(byte.checked_sub(b'0')?)).copied();
    figure.bytes().zip(tables).map(digit).sum()
}
