//! Corrections of a payment method after the sale (fiscal.md 1.7).
//!
//! A validated ticket keeps its payments. A wrong method is corrected by two settlements that follow one another in the
//! chain REGLEMENT: the first takes the method back, the second puts the right one in its place, for the same amount. What
//! stands of a payment is what its ticket says, less what was taken back, so that corrections can follow corrections
//! and never take back more than there is.
//!
//! Where it counts: in the open shift of the workstation whose drawer took the payment, whoever corrects it from wherever.
//! If the shift of the ticket is closed its figures stay (D-39), and the pair counts in the one that is open now: a
//! difference that was found at closing comes back there with the other sign. Only where that workstation has no open
//! shift, the pair counts at the one that corrects.

mod pair;
mod standing;

pub use pair::{check_place, correct, offered};
pub use standing::{Standing, is_correctable, standing};

use api::types::PaymentCorrection;
use store::Db;
use store::tables::settings;
use store::tables::settlements::LegRow;

use crate::error::{Error, Result};
use crate::views::user_name;

/// Pairs of legs, as windows see them.
pub fn corrections(db: Db<'_>, legs: &[LegRow]) -> Result<Vec<PaymentCorrection>> {
    let firsts = legs.iter().filter(|l| l.leg == 1);
    firsts
        .map(|first| {
            let second = legs.iter().find(|l| l.leg == 2 && l.pair == first.number);
            let second = second.ok_or_else(|| Error::Bug(format!("{} has no second leg", first.number)))?;
            view(db, first, second)
        })
        .collect()
}

fn view(db: Db<'_>, first: &LegRow, second: &LegRow) -> Result<PaymentCorrection> {
    let name = |leg: &LegRow| leg.nature.clone().unwrap_or_else(|| leg.name.clone());
    let workstation = settings::workstation(db, first.workstation)?.map(|w| w.name).unwrap_or_default();
    Ok(PaymentCorrection {
        number: first.number.clone(),
        second: second.number.clone(),
        document_id: first.document,
        document: first.document_number.clone(),
        at_ms: first.at_ms,
        user: user_name(db, first.user)?,
        from: name(first),
        to: name(second),
        amount: second.amount,
        reason: first.reason.clone(),
        workstation,
        extracts: [first.extract.clone(), second.extract.clone()],
    })
}
