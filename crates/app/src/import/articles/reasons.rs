//! The contract's names of what is wrong with a row of articles.

use api::types::ImportReason;
use tabular::articles::Reason;

/// The reason, and the line of the first occurrence of a duplicate.
pub const fn in_contract(reason: &Reason) -> (ImportReason, Option<u32>) {
    let plain = match reason {
        Reason::MissingName => ImportReason::MissingName,
        Reason::MissingPrice => ImportReason::MissingPrice,
        Reason::BadNumber => ImportReason::BadNumber,
        Reason::AmbiguousNumber => ImportReason::AmbiguousNumber,
        Reason::TooManyDecimals => ImportReason::TooManyDecimals,
        Reason::NegativePrice => ImportReason::Negative,
        Reason::PriceTooLarge | Reason::QuantityTooLarge => ImportReason::TooLarge,
        Reason::EanCheckDigit { .. } => ImportReason::EanCheckDigit,
        Reason::EanLength { .. } => ImportReason::EanLength,
        Reason::EanNotDigits => ImportReason::EanNotDigits,
        Reason::EanRounded => ImportReason::EanRounded,
        Reason::UnknownTaxFormat => ImportReason::UnknownTax,
        Reason::TooLong { .. } => ImportReason::TooLong,
        Reason::CardNumber => ImportReason::CardNumber,
        Reason::ExtraCells { .. } => ImportReason::ExtraCells,
        Reason::DuplicateBarcode { first_line } => {
            return (ImportReason::DuplicateBarcode, Some(*first_line));
        }
        Reason::DuplicateCode { first_line } => return (ImportReason::DuplicateCode, Some(*first_line)),
    };
    (plain, None)
}
