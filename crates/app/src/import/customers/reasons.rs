//! The contract's names of what is wrong with a row of customers.

use api::types::ImportReason;
use tabular::customers::CustomerReason as Reason;

/// The reason, and the line of the first occurrence of a duplicate.
pub const fn in_contract(reason: &Reason) -> (ImportReason, Option<u32>) {
    let plain = match reason {
        Reason::MissingName => ImportReason::MissingName,
        Reason::TooLong { .. } => ImportReason::TooLong,
        Reason::CardNumber => ImportReason::CardNumber,
        Reason::Rounded => ImportReason::Rounded,
        Reason::BadEmail => ImportReason::BadEmail,
        Reason::BadCountry => ImportReason::BadCountry,
        Reason::BadBusinessNumber => ImportReason::BadBusinessNumber,
        Reason::SirenMismatch => ImportReason::SirenMismatch,
        Reason::BadVatNumber => ImportReason::BadVatNumber,
        Reason::BadNeq => ImportReason::BadNeq,
        Reason::ExtraCells => ImportReason::ExtraCells,
        Reason::DuplicateCode { first_line } => return (ImportReason::DuplicateCode, Some(*first_line)),
        Reason::DuplicateEmail { first_line } => return (ImportReason::DuplicateEmail, Some(*first_line)),
    };
    (plain, None)
}
