//! One cell to one value, or the reason why not.

use domain::registration;

use super::CustomerReason;
use super::countries;
use crate::text::{TextError, is_exponent_form, text};

impl From<TextError> for CustomerReason {
    fn from(error: TextError) -> Self {
        match error {
            TextError::TooLong { max } => Self::TooLong { max },
            TextError::CardNumber => Self::CardNumber,
        }
    }
}

/// The number of a business, whichever of the two it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BusinessNumber {
    /// Nine digits.
    pub siren: String,
    /// Fourteen digits, where the cell holds them.
    pub siret: Option<String>,
}

/// A text of at most `max` characters.
pub(super) fn label(cell: &str, max: usize) -> Result<String, CustomerReason> {
    Ok(text(cell, max)?)
}

/// A code or a phone: a text that is all digits more often than not, which a spreadsheet may have taken for a number.
pub(super) fn digits(cell: &str, max: usize) -> Result<String, CustomerReason> {
    if is_exponent_form(cell) { Err(CustomerReason::Rounded) } else { label(cell, max) }
}

/// Something, an at sign, and a domain with a dot in it. Whether a letter arrives only a letter can tell.
pub(super) fn email(cell: &str, max: usize) -> Result<String, CustomerReason> {
    let address = label(cell, max)?;
    let well_formed = address.split_once('@').is_some_and(|(local, domain)| {
        let labels = || domain.split('.');
        !local.is_empty() && labels().count() > 1 && labels().all(|label| !label.is_empty())
    });
    let one_word = !address.contains([' ', ',', ';', '<', '>']) && address.matches('@').count() == 1;
    if well_formed && one_word { Ok(address) } else { Err(CustomerReason::BadEmail) }
}

/// ISO 3166-1 alpha-2.
pub(super) fn country(cell: &str) -> Result<String, CustomerReason> {
    countries::code(cell).ok_or(CustomerReason::BadCountry)
}

/// People mix the two up, and the key tells which one it is.
pub(super) fn business_number(cell: &str) -> Result<BusinessNumber, CustomerReason> {
    if let Some(siret) = registration::siret(cell) {
        let siren = registration::siren(&siret).unwrap_or_default().to_owned();
        return Ok(BusinessNumber { siren, siret: Some(siret) });
    }
    let siren = registration::siren_number(cell).ok_or(CustomerReason::BadBusinessNumber)?;
    Ok(BusinessNumber { siren, siret: None })
}

/// A VAT number of any member state.
pub(super) fn vat_number(cell: &str) -> Result<String, CustomerReason> {
    registration::eu_vat_number(cell).ok_or(CustomerReason::BadVatNumber)
}

/// The number of a business of Québec.
pub(super) fn neq(cell: &str) -> Result<String, CustomerReason> {
    registration::neq(cell).ok_or(CustomerReason::BadNeq)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_one_at_sign_and_a_domain() {
        for good in ["a@b.fr", "prenom.nom+port@mail.exemple.ca"] {
            assert_eq!(email(good, 120).as_deref(), Ok(good));
        }
        for bad in
            ["a", "@b.fr", "a@b", "a@b.", "a@.fr", "a@b@c.fr", "a b@c.fr", "a@b.fr;c@d.fr", "A <a@b.fr>"]
        {
            assert_eq!(email(bad, 120), Err(CustomerReason::BadEmail), "{bad}");
        }
    }

    #[test]
    fn a_siret_and_a_siren_are_told_by_their_length_and_checked() {
        let siret = business_number("732 829 320 00074").unwrap();
        assert_eq!((siret.siren.as_str(), siret.siret.as_deref()), ("732829320", Some("73282932000074")));
        let siren = business_number("732829320").unwrap();
        assert_eq!((siren.siren.as_str(), siren.siret), ("732829320", None));
        for bad in ["73282932000075", "732829321", "7,32829E+13", "aucun"] {
            assert_eq!(business_number(bad), Err(CustomerReason::BadBusinessNumber), "{bad}");
        }
    }

    #[test]
    fn a_phone_that_a_spreadsheet_has_rounded_is_lost() {
        assert_eq!(digits("3,36E+10", 30), Err(CustomerReason::Rounded));
        assert_eq!(digits("06 12 34 56 78 (bureau)", 30).as_deref(), Ok("06 12 34 56 78 (bureau)"));
    }
}
