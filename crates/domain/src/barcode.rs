//! Bar codes: check digits and what a scanned string can be.

/// What is wrong with a code that should be an EAN or UPC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EanError {
    /// A character that is not a digit.
    #[error("not only digits")]
    NotDigits,
    /// Neither 8, 12, 13 nor 14 digits.
    #[error("{0} digits")]
    Length(usize),
    /// The last digit does not follow from the others.
    #[error("check digit is {found}, expected {expected}")]
    CheckDigit {
        /// The digit in the code.
        found: u8,
        /// The digit computed from the others.
        expected: u8,
    },
}

/// Checks an EAN-8, UPC-A, EAN-13 or GTIN-14 (GS1 General Specifications §7.9: weights 3 and 1 from the right).
pub fn check_ean(code: &str) -> Result<(), EanError> {
    let digits: Vec<u8> = code
        .bytes()
        .map(|b| b.is_ascii_digit().then(|| b - b'0'))
        .collect::<Option<_>>()
        .ok_or(EanError::NotDigits)?;
    let (found, body) = match digits.split_last() {
        Some((last, body)) if matches!(digits.len(), 8 | 12 | 13 | 14) => (*last, body),
        _ => return Err(EanError::Length(digits.len())),
    };
    let expected = check_digit(body);
    if found == expected { Ok(()) } else { Err(EanError::CheckDigit { found, expected }) }
}

/// The check digit that follows `body` (digits 0–9, without the check digit).
#[must_use]
pub fn check_digit(body: &[u8]) -> u8 {
    let sum: u32 =
        body.iter().rev().enumerate().map(|(i, d)| u32::from(*d) * if i % 2 == 0 { 3 } else { 1 }).sum();
    u8::try_from((10 - sum % 10) % 10).unwrap_or(0)
}

/// The form in which a code is stored and looked up: trimmed, and a UPC-A (12 digits) as the EAN-13 that it is,
/// because some scanners report the leading zero and others do not.
#[must_use]
pub fn normalise(code: &str) -> String {
    let code = code.trim();
    if code.len() == 12 && check_ean(code).is_ok() { format!("0{code}") } else { code.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_codes_have_the_right_check_digit() {
        for code in ["3760000000017", "4006381333931", "96385074", "036000291452", "2199999012342"] {
            assert_eq!(check_ean(code), Ok(()), "{code}");
        }
    }

    #[test]
    fn wrong_codes_say_what_is_wrong() {
        assert_eq!(check_ean("3760000000018"), Err(EanError::CheckDigit { found: 8, expected: 7 }));
        assert_eq!(check_ean("123"), Err(EanError::Length(3)));
        assert_eq!(check_ean("37600000000é"), Err(EanError::NotDigits));
    }

    #[test]
    fn a_upc_is_looked_up_as_the_ean_that_it_is() {
        assert_eq!(normalise(" 036000291452 "), "0036000291452");
        assert_eq!(normalise("CAFE-12"), "CAFE-12");
    }
}
