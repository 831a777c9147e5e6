//! Checking texts that people type.

use api::{Fault, FaultCode};
use domain::registration::holds_card_number;

use crate::error::{Error, Result};

/// A required text, trimmed; refuses an empty one and one longer than `max` characters.
pub fn required(field: &'static str, text: &str, max: usize) -> Result<String> {
    let text = optional(field, text, max)?;
    if text.is_empty() {
        Err(Fault::refused(FaultCode::FieldRequired).with("field", field).into())
    } else {
        Ok(text)
    }
}

/// An optional text, trimmed; refuses one longer than `max` characters. Control characters become spaces: they
/// would reach printers.
pub fn optional(field: &'static str, text: &str, max: usize) -> Result<String> {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let clean = clean.trim();
    if holds_card_number(clean) {
        return Err(Fault::refused(FaultCode::CardDigitsInvalid).into());
    }
    if clean.chars().count() > max {
        let fault = Fault::refused(FaultCode::FieldTooLong).with("field", field).with("max", max);
        return Err(Error::Refused(fault));
    }
    Ok(clean.to_owned())
}

/// Up to two initials of a name.
#[must_use]
pub fn initials(name: &str) -> String {
    let words = name.split([' ', '-']).filter(|w| !w.is_empty());
    words.take(2).filter_map(|w| w.chars().next()).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_do_not_reach_a_printer() {
        assert_eq!(optional("note", " a\u{1b}p\n b ", 20).unwrap(), "a p  b");
        assert!(required("name", " \t ", 20).is_err());
    }

    #[test]
    fn a_card_number_is_kept_nowhere() {
        assert!(optional("note", "5555 5555 5555 4444", 80).is_err());
        assert!(optional("note", "carte 378282246310005 !", 80).is_err());
        assert!(optional("note", "SIRET 73282932000074, tel 05 36 49 00 01", 80).is_ok());
    }

    #[test]
    fn initials_are_two_letters_at_most() {
        assert_eq!(initials("anne-marie dupont"), "AM");
        assert_eq!(initials("Élodie"), "É");
    }
}
