//! The numbers under which an authority knows a business: their form, and their key where one is published.
//!
//! Nothing here asks a register whether the business exists: a well-formed number may still be somebody else's.

/// The SIREN of La Poste, whose establishments have a key of their own.
const LA_POSTE: &str = "356000000";
/// The first two digits of a NEQ: legal persons, sole proprietors, partnerships, and autonomous public bodies
/// (Registraire des entreprises du Québec).
const NEQ_STARTS: [&str; 4] = ["11", "22", "33", "88"];

/// A SIRET as 14 digits: spaces go away. None when the length or the Luhn key is wrong. The establishments of La
/// Poste have a sum of digits that five divides (INSEE, «Répertoire Sirene»).
#[must_use]
pub fn siret(text: &str) -> Option<String> {
    let digits = compact(text);
    let well_formed = digits.len() == 14 && all_digits(&digits);
    let has_key = || luhn_sum(&digits).is_multiple_of(10) || is_la_poste(&digits);
    (well_formed && has_key()).then_some(digits)
}

fn is_la_poste(digits: &str) -> bool {
    digits.starts_with(LA_POSTE)
        && digits.chars().filter_map(|c| c.to_digit(10)).sum::<u32>().is_multiple_of(5)
}

/// The SIREN of a SIRET: its first nine digits.
#[must_use]
pub fn siren(siret: &str) -> Option<&str> {
    siret.get(..9).filter(|digits| all_digits(digits))
}

/// The French VAT number that follows from a SIREN: «FR», a key of two digits, the SIREN. None when the SIREN is not
/// nine digits. Key: (12 + 3 × (SIREN mod 97)) mod 97 (BOI-TVA-DECLA-20-10-20).
#[must_use]
pub fn french_vat_number(siren: &str) -> Option<String> {
    if siren.len() != 9 || !all_digits(siren) {
        return None;
    }
    let number: u32 = siren.parse().ok()?;
    Some(format!("FR{:02}{siren}", (12 + 3 * (number % 97)) % 97))
}

/// A French VAT number without spaces, in capitals. A key of digits must follow from the SIREN; a key with letters
/// (never O or I) has no published rule. None for anything else.
#[must_use]
pub fn vat_number(text: &str) -> Option<String> {
    let number = compact(text).to_uppercase();
    let (key, siren) =
        number.strip_prefix("FR").filter(|rest| rest.len() == 11 && rest.is_ascii())?.split_at(2);
    let expected = french_vat_number(siren)?;
    let is_letter_key = !all_digits(key)
        && key.bytes().all(|b| b.is_ascii_digit() || (b.is_ascii_uppercase() && !matches!(b, b'O' | b'I')));
    (number == expected || is_letter_key).then_some(number)
}

/// How many characters follow the country in the VAT numbers of the member states (VIES, European Commission), and
/// of Northern Ireland.
const VAT_LENGTHS: [(&str, &[usize]); 28] = [
    ("AT", &[9]),
    ("BE", &[10]),
    ("BG", &[9, 10]),
    ("CY", &[9]),
    ("CZ", &[8, 9, 10]),
    ("DE", &[9]),
    ("DK", &[8]),
    ("EE", &[9]),
    ("EL", &[9]),
    ("ES", &[9]),
    ("FI", &[8]),
    ("FR", &[11]),
    ("HR", &[11]),
    ("HU", &[8]),
    ("IE", &[8, 9]),
    ("IT", &[11]),
    ("LT", &[9, 12]),
    ("LU", &[8]),
    ("LV", &[11]),
    ("MT", &[8]),
    ("NL", &[12]),
    ("PL", &[10]),
    ("PT", &[9]),
    ("RO", &[2, 3, 4, 5, 6, 7, 8, 9, 10]),
    ("SE", &[12]),
    ("SI", &[8]),
    ("SK", &[10]),
    ("XI", &[9, 12]),
];

/// A VAT number of any member state without spaces, in capitals: country, length, and for France the key. None for
/// anything else.
#[must_use]
pub fn eu_vat_number(text: &str) -> Option<String> {
    let number = compact(text).to_uppercase();
    if number.starts_with("FR") {
        return vat_number(&number);
    }
    let (country, rest) = number.split_at_checked(2)?;
    let (_, lengths) = VAT_LENGTHS.iter().find(|(code, _)| *code == country)?;
    let well_formed = lengths.contains(&rest.len())
        && rest.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'*'))
        && rest.bytes().any(|b| b.is_ascii_digit());
    well_formed.then_some(number)
}

/// A SIREN as nine digits: spaces go away. None when the length or the Luhn key is wrong.
#[must_use]
pub fn siren_number(text: &str) -> Option<String> {
    let digits = compact(text);
    let well_formed = digits.len() == 9 && all_digits(&digits);
    (well_formed && luhn_sum(&digits).is_multiple_of(10)).then_some(digits)
}

/// A «numéro d'entreprise du Québec» as ten digits, or none.
#[must_use]
pub fn neq(text: &str) -> Option<String> {
    let digits = compact(text);
    let well_formed = digits.len() == 10 && all_digits(&digits);
    (well_formed && NEQ_STARTS.iter().any(|start| digits.starts_with(start))).then_some(digits)
}

/// A TPS registration as it prints, «123456789 RT0001», or none.
#[must_use]
pub fn tps_number(text: &str) -> Option<String> {
    account(text, 9, "RT")
}

/// A TVQ registration as it prints, «1234567890 TQ0001», or none.
#[must_use]
pub fn tvq_number(text: &str) -> Option<String> {
    account(text, 10, "TQ")
}

/// Digits of the business, letters of the programme, four digits of the account.
fn account(text: &str, digits: usize, programme: &str) -> Option<String> {
    let number = compact(text).to_uppercase();
    let (business, account) = number.split_once(programme)?;
    let well_formed =
        business.len() == digits && account.len() == 4 && all_digits(business) && all_digits(account);
    well_formed.then(|| format!("{business} {programme}{account}"))
}

/// Luhn sum of the digits of a text (ISO/IEC 7812-1): a multiple of ten when the last one is the right key.
#[must_use]
pub fn luhn_sum(digits: &str) -> u32 {
    digits.chars().rev().enumerate().filter_map(|(i, c)| Some((i, c.to_digit(10)?))).map(luhn).sum()
}

/// True when the text holds what looks like a whole card number: 15 to 19 digits, spaces and dashes apart, whose
/// Luhn sum is right. No free text may keep one (PAY-26).
#[must_use]
pub fn holds_card_number(text: &str) -> bool {
    let joined: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.')).collect();
    joined
        .split(|c: char| !c.is_ascii_digit())
        .any(|run| (15..=19).contains(&run.len()) && luhn_sum(run).is_multiple_of(10))
}

const fn luhn((position, digit): (usize, u32)) -> u32 {
    let doubled = if position % 2 == 1 { digit * 2 } else { digit };
    if doubled > 9 { doubled - 9 } else { doubled }
}

fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-')).collect()
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_siret_has_fourteen_digits_and_a_key() {
        for good in ["732 829 320 00074", "99940127600012", "356 000 000 00048", "35600000049837"] {
            assert!(siret(good).is_some(), "{good}");
        }
        for bad in
            ["73282932000075", "7328293200007", "732829320000740", "7328293200007A", "35600000049838", ""]
        {
            assert_eq!(siret(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_vat_number_follows_from_the_siren() {
        let known =
            [("732829320", "FR44732829320"), ("404833048", "FR83404833048"), ("999401276", "FR91999401276")];
        for (siren, vat) in known {
            assert_eq!(french_vat_number(siren).as_deref(), Some(vat));
            assert_eq!(vat_number(vat).as_deref(), Some(vat));
        }
        assert_eq!(french_vat_number("73282932"), None);
    }

    #[test]
    fn a_vat_number_of_another_form_is_refused() {
        assert_eq!(vat_number("fr 44 732 829 320").as_deref(), Some("FR44732829320"));
        assert_eq!(vat_number("FRK7399859412").as_deref(), Some("FRK7399859412"));
        for bad in [
            "FR45732829320",
            "44732829320",
            "FR4473282932",
            "FRO1732829320",
            "DE447328293200",
            "FR447328293é",
            "",
        ] {
            assert_eq!(vat_number(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_vat_number_of_another_member_state_has_its_form() {
        for good in ["DE 123456789", "ATU12345678", "nl123456789b01", "IE1234567FA", "FR44732829320"] {
            assert!(eu_vat_number(good).is_some(), "{good}");
        }
        for bad in ["DE12345678", "GB123456789", "US123456789", "ESABCDEFGHI", "FR45732829320", "é1", "D", ""]
        {
            assert_eq!(eu_vat_number(bad), None, "{bad}");
        }
        assert_eq!(siren_number("732 829 320").as_deref(), Some("732829320"));
        assert_eq!(siren_number("732829321"), None);
    }

    #[test]
    fn a_card_number_is_told_from_a_siret() {
        assert!(holds_card_number("carte 3782-822463-10005 !"));
        assert!(!holds_card_number("SIRET 732 829 320 00074, tel 05 36 49 00 01"));
    }

    #[test]
    fn the_numbers_of_quebec_have_their_form() {
        assert_eq!(neq("1144 123 456").as_deref(), Some("1144123456"));
        assert_eq!(tps_number("123456789rt0001").as_deref(), Some("123456789 RT0001"));
        assert_eq!(tvq_number("1234567890 TQ 0001").as_deref(), Some("1234567890 TQ0001"));
        for bad in ["4412345678", "114412345", "11441234567", ""] {
            assert_eq!(neq(bad), None, "{bad}");
        }
        for bad in [
            "12345678 RT0001",
            "123456789 TQ0001",
            "123456789 RT001",
            "123456789",
            "RT0001",
            "12345678é RT0001",
        ] {
            assert_eq!(tps_number(bad), None, "{bad}");
        }
        for bad in ["123456789 TQ0001", "1234567890 RT0001", "1234567890 TQ", ""] {
            assert_eq!(tvq_number(bad), None, "{bad}");
        }
    }
}
