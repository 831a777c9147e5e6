//! Corrections of payment methods, as they were signed.

use domain::ids::{DocumentId, MethodId, PaymentId, ShiftId, UserId, WorkstationId};
use domain::money::Money;
use domain::payment::PaymentKind;
use rusqlite::Row;

use super::all;
use super::settings::named;
use crate::error::Result;
use crate::reader::Db;

/// One leg of a correction.
#[derive(Clone, Debug)]
pub struct LegRow {
    /// Number of its record.
    pub number: String,
    /// Number of the first leg.
    pub pair: String,
    /// 1 takes a method back, 2 puts one in its place.
    pub leg: i64,
    /// The document.
    pub document: DocumentId,
    /// Its number.
    pub document_number: String,
    /// The workstation that signed it, in whose shift it counts.
    pub workstation: WorkstationId,
    /// The shift.
    pub shift: ShiftId,
    /// Who.
    pub user: UserId,
    /// The day on which it counts («2026-11-21»).
    pub business_day: String,
    /// When.
    pub at_ms: i64,
    /// The payment: the corrected one on the first leg, the new one on the second.
    pub payment: PaymentId,
    /// The method.
    pub method: MethodId,
    /// What it is.
    pub kind: PaymentKind,
    /// Its name.
    pub name: String,
    /// What it settles of the document: the legs of a pair add up to nothing.
    pub amount: Money,
    /// What came in, or went back.
    pub received: Money,
    /// Cash rounding.
    pub rounding: Money,
    /// Last four digits of the card.
    pub card_last4: Option<String>,
    /// Number of the cheque, or the like.
    pub reference: Option<String>,
    /// Nature of an «Autre» payment.
    pub nature: Option<String>,
    /// Why.
    pub reason: String,
    /// Signature extract.
    pub extract: String,
}

const LEG: &str = "SELECT c.number, c.pair, c.leg, c.document_id, d.number, c.workstation_id, c.shift_id, c.user_id, c.business_day, c.at_ms,
  c.payment_id, c.method_id, c.kind, c.name, c.amount, c.received, c.rounding, c.card_last4, c.reference, c.nature, c.reason, c.extract
  FROM payment_correction c JOIN document d ON d.id = c.document_id";

fn leg(r: &Row<'_>) -> rusqlite::Result<LegRow> {
    Ok(LegRow {
        number: r.get(0)?,
        pair: r.get(1)?,
        leg: r.get(2)?,
        document: DocumentId(r.get(3)?),
        document_number: r.get(4)?,
        workstation: WorkstationId(r.get(5)?),
        shift: ShiftId(r.get(6)?),
        user: UserId(r.get(7)?),
        business_day: r.get(8)?,
        at_ms: r.get(9)?,
        payment: PaymentId(r.get(10)?),
        method: MethodId(r.get(11)?),
        kind: named(r, 12)?,
        name: r.get(13)?,
        amount: Money(r.get(14)?),
        received: Money(r.get(15)?),
        rounding: Money(r.get(16)?),
        card_last4: r.get(17)?,
        reference: r.get(18)?,
        nature: r.get(19)?,
        reason: r.get(20)?,
        extract: r.get(21)?,
    })
}

/// The legs of the corrections of a document, in the order in which they were made.
pub fn of_document(db: Db<'_>, document: DocumentId) -> Result<Vec<LegRow>> {
    all(db.0, &format!("{LEG} WHERE c.document_id = ?1 ORDER BY c.at_ms, c.pair, c.leg"), [document.0], leg)
}

/// The legs that count in a shift, in the order in which they were made.
pub fn of_shift(db: Db<'_>, shift: ShiftId) -> Result<Vec<LegRow>> {
    all(db.0, &format!("{LEG} WHERE c.shift_id = ?1 ORDER BY c.at_ms, c.pair, c.leg"), [shift.0], leg)
}

/// The two legs of a correction, by the number of the first.
pub fn of_pair(db: Db<'_>, number: &str) -> Result<Vec<LegRow>> {
    let sql = format!(
        "{LEG} WHERE c.document_id = (SELECT document_id FROM payment_correction WHERE number = ?1) AND c.pair = ?1 ORDER BY c.leg"
    );
    all(db.0, &sql, [number], leg)
}
