//! Texts of cells as the program stores them.

use domain::registration::holds_card_number;

/// Why a text is not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextError {
    /// More than so many characters.
    TooLong {
        /// Characters allowed.
        max: usize,
    },
    /// It holds what looks like the number of a payment card (PAY-26).
    CardNumber,
}

/// A cell without white space and control characters around it: one that holds nothing else is empty.
pub(crate) fn trimmed(cell: &str) -> &str {
    cell.trim_matches(|c: char| c.is_whitespace() || c.is_control())
}

/// White space, line breaks and control characters (which would reach printers) as single spaces; at most `max`
/// characters.
pub(crate) fn text(cell: &str, max: usize) -> Result<String, TextError> {
    let words = cell.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let text = words.collect::<Vec<_>>().join(" ");
    if text.chars().count() > max {
        Err(TextError::TooLong { max })
    } else if holds_card_number(&text) {
        Err(TextError::CardNumber)
    } else {
        Ok(text)
    }
}

/// `3,76E+12`, which spreadsheets write for numbers wider than the column: the last digits are lost.
pub(crate) fn is_exponent_form(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    let digits = |part: &str| part.bytes().any(|b| b.is_ascii_digit());
    digits(mantissa)
        && digits(exponent)
        && mantissa.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
        && exponent.chars().all(|c| c.is_ascii_digit() || c == '+')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_printer_would_obey_and_what_nothing_may_keep_stay_out() {
        assert_eq!(text(" a\u{1b}@\n b ", 20), Ok("a @ b".to_owned()));
        assert_eq!(trimmed(" \u{1}a\u{1}b\u{feff}\t"), "a\u{1}b\u{feff}");
        assert_eq!(text("abc", 2), Err(TextError::TooLong { max: 2 }));
        assert_eq!(text("5555 5555-5555.4444", 80), Err(TextError::CardNumber));
    }

    #[test]
    fn a_rounded_number_is_told_from_a_word() {
        assert!(is_exponent_form("7,32829E+13"));
        assert!(!is_exponent_form("Eva"));
        assert!(!is_exponent_form("12 E"));
    }
}
