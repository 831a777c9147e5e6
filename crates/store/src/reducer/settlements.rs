//! Corrections of payment methods: the document and its payments stay, the sums of the open shift move.

use domain::ids::{DocumentId, ShiftId};
use domain::payment::PaymentKind;
use fiscal::{FiscalRecord, Payload, PaymentSnapshot, SettlementPayload, extract};
use rusqlite::{Connection, named_params};

use super::sale::{count_method, kind_name};
use super::{Place, fiscal as records};
use crate::error::{Error, Result};
use crate::op::PaymentCorrected;

/// A payment was corrected: both legs, and what they move between the methods of the shift.
pub fn correct(conn: &Connection, c: &PaymentCorrected, place: Place) -> Result<()> {
    // The first leg ends a payment only where it takes all of it; the second is always one more.
    for (record, payments) in [(&c.taken, -i64::from(c.whole)), (&c.put, 1)] {
        records::insert(conn, record)?;
        let settlement = settlement(record)?;
        let shift = settlement.shift.as_ref().map(|s| s.id);
        let shift = shift.ok_or_else(|| Error::Fiscal(format!("{} has no shift", record.doc_no)))?;
        insert(conn, c.document, shift, (record, &settlement), place)?;
        count(conn, shift, &settlement.payment, payments)?;
    }
    Ok(())
}

fn settlement(record: &FiscalRecord) -> Result<SettlementPayload> {
    match serde_json::from_str(&record.payload)? {
        Payload::Settlement(payload) => Ok(*payload),
        _ => Err(Error::Fiscal(format!("{} holds no settlement", record.doc_no))),
    }
}

fn insert(
    conn: &Connection,
    document: DocumentId,
    shift: ShiftId,
    (record, s): (&FiscalRecord, &SettlementPayload),
    place: Place,
) -> Result<()> {
    let incomplete = || Error::Fiscal(format!("{} is no leg of a correction", record.doc_no));
    let pair = s.pair.as_ref().ok_or_else(incomplete)?;
    let user = s.header.operator.as_ref().ok_or_else(incomplete)?.id;
    let p = &s.payment;
    conn.prepare_cached(
        "INSERT INTO payment_correction (number, pair, leg, document_id, workstation_id, shift_id, user_id, business_day, at_ms, payment_id, method_id,
           kind, name, amount, received, change, rounding, card_last4, reference, nature, reason, extract, global_seq)
         VALUES (:number, :pair, :leg, :document, :workstation, :shift, :user, :day, :at, :payment, :method,
           :kind, :name, :amount, :received, :change, :rounding, :last4, :reference, :nature, :reason, :extract, :seq)",
    )?
    .execute(named_params! {
        ":number": s.header.number, ":pair": pair.of, ":leg": pair.leg, ":document": document.0, ":workstation": s.header.terminal.id.0,
        ":shift": shift.0, ":user": user.0, ":day": s.business_day, ":at": place.at_ms, ":payment": p.id.0, ":method": p.method.0,
        ":kind": kind_name(p.kind), ":name": p.name, ":amount": p.amount.0, ":received": p.received.0, ":change": p.change.0,
        ":rounding": p.rounding.0, ":last4": p.card_last4, ":reference": p.reference, ":nature": p.nature, ":reason": s.reason,
        ":extract": extract(&record.sig), ":seq": record.global_seq,
    })?;
    Ok(())
}

fn count(conn: &Connection, shift: ShiftId, p: &PaymentSnapshot, payments: i64) -> Result<()> {
    let collected = p.received.0 - p.change.0;
    let nature = p.nature.as_deref().unwrap_or_default();
    count_method(conn, shift, (p.method, nature, p.kind, &p.name), (payments, collected))?;
    if p.kind == PaymentKind::Cash {
        conn.prepare_cached(
            "UPDATE shift SET cash_corrected = cash_corrected + ?2, rounding = rounding + ?3 WHERE id = ?1",
        )?
        .execute((shift.0, collected, p.rounding.0))?;
    }
    Ok(())
}
