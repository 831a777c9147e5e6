//! What happened between two moments, for the books: signed tickets, drawers, accounts, corrected payments.

use domain::ids::{DocumentId, MethodId, WorkstationId};
use domain::money::Money;
use domain::payment::PaymentKind;

use super::all;
use super::settings::named;
use crate::error::Result;
use crate::op::AccountSide;
use crate::reader::Db;

/// A signed ticket.
#[derive(Clone, Debug)]
pub struct SignedTicket {
    /// The workstation.
    pub workstation: WorkstationId,
    /// Its payload.
    pub payload: String,
    /// SHA-256 of the payload, as signed.
    pub sha256: String,
    /// The customer's number, if there is one.
    pub customer: Option<String>,
}

/// The signed tickets from one moment to before another, in order.
pub fn tickets(db: Db<'_>, from_ms: i64, to_ms: i64) -> Result<Vec<SignedTicket>> {
    let sql = "SELECT d.workstation_id, r.payload, r.payload_sha256, c.code FROM document d
        JOIN fiscal_record r ON r.doc_no = d.number AND r.chain = 'TICKET' LEFT JOIN customer c ON c.id = d.customer_id
        WHERE d.at_ms >= ?1 AND d.at_ms < ?2 AND d.kind = 'ticket' ORDER BY d.at_ms, d.id";
    all(db.0, sql, (from_ms, to_ms), |r| {
        Ok(SignedTicket {
            workstation: WorkstationId(r.get(0)?),
            payload: r.get(1)?,
            sha256: r.get(2)?,
            customer: r.get(3)?,
        })
    })
}

/// An opening: the workstation, what was counted, and what the shift before had left.
pub fn openings(db: Db<'_>, from_ms: i64, to_ms: i64) -> Result<Vec<(WorkstationId, Money, Money)>> {
    let sql = "SELECT s.workstation_id, s.opening_float, coalesce((SELECT coalesce(p.float_left, p.counted) FROM shift p
          WHERE p.workstation_id = s.workstation_id AND p.number = s.number - 1), 0)
        FROM shift s WHERE s.opened_ms >= ?1 AND s.opened_ms < ?2 ORDER BY s.opened_ms, s.id";
    all(db.0, sql, (from_ms, to_ms), |r| Ok((WorkstationId(r.get(0)?), Money(r.get(1)?), Money(r.get(2)?))))
}

/// A closed shift.
#[derive(Clone, Copy, Debug)]
pub struct ClosedDrawer {
    /// The workstation.
    pub workstation: WorkstationId,
    /// What the drawer had to hold.
    pub expected: Money,
    /// What was counted.
    pub counted: Money,
    /// What stays; none for all of it.
    pub left: Option<Money>,
}

/// The shifts that were closed from one moment to before another.
pub fn closings(db: Db<'_>, from_ms: i64, to_ms: i64) -> Result<Vec<ClosedDrawer>> {
    let sql = "SELECT workstation_id, expected, counted, float_left FROM shift WHERE closed_ms >= ?1 AND closed_ms < ?2 ORDER BY closed_ms, id";
    all(db.0, sql, (from_ms, to_ms), |r| {
        Ok(ClosedDrawer {
            workstation: WorkstationId(r.get(0)?),
            expected: Money(r.get(1)?),
            counted: Money(r.get(2)?),
            left: r.get::<_, Option<i64>>(3)?.map(Money),
        })
    })
}

/// Cash put in (positive) or taken out by hand. That of an advance is left out: it is on the customer's account.
pub fn movements(db: Db<'_>, from_ms: i64, to_ms: i64) -> Result<Vec<(WorkstationId, Money)>> {
    let sql = "SELECT s.workstation_id, m.amount FROM shift s JOIN cash_movement m ON m.shift_id = s.id
        WHERE s.opened_ms < ?2 AND (s.closed_ms IS NULL OR s.closed_ms >= ?1) AND m.at_ms >= ?1 AND m.at_ms < ?2 AND m.amount <> 0
          AND NOT EXISTS (SELECT 1 FROM account_entry e WHERE e.document_id IS NULL AND e.at_ms = m.at_ms AND e.shift_id = m.shift_id
            AND e.amount = m.amount AND e.label = m.reason)
        ORDER BY m.at_ms, m.id";
    all(db.0, sql, (from_ms, to_ms), |r| Ok((WorkstationId(r.get(0)?), Money(r.get(1)?))))
}

/// A movement on a customer's account that no document made.
#[derive(Clone, Debug)]
pub struct LoneEntry {
    /// Number of the customer.
    pub code: String,
    /// Name of the customer.
    pub name: String,
    /// Positive for the customer.
    pub amount: Money,
    /// Which figure.
    pub side: AccountSide,
    /// A correction by hand.
    pub correction: bool,
    /// Where and how the money came in; none for a gesture and a correction.
    pub advance: Option<(WorkstationId, MethodId, PaymentKind)>,
}

/// Movements on customers' accounts without a document, in order.
pub fn lone_entries(db: Db<'_>, from_ms: i64, to_ms: i64) -> Result<Vec<LoneEntry>> {
    let sql = "SELECT c.code, c.name, e.amount, e.side, e.correction, s.workstation_id, e.method_id, m.kind
        FROM account_entry e JOIN customer c ON c.id = e.customer_id
        LEFT JOIN shift s ON s.id = e.shift_id LEFT JOIN payment_method m ON m.id = e.method_id
        WHERE e.document_id IS NULL AND e.at_ms >= ?1 AND e.at_ms < ?2 ORDER BY e.at_ms, e.dv, e.dseq, e.line";
    all(db.0, sql, (from_ms, to_ms), |r| {
        let workstation: Option<_> = r.get::<_, Option<_>>(5)?;
        let method: Option<_> = r.get::<_, Option<_>>(6)?;
        let advance = match workstation.zip(method) {
            Some((workstation, method)) => Some((WorkstationId(workstation), MethodId(method), named(r, 7)?)),
            None => None,
        };
        let side: String = r.get(3)?;
        Ok(LoneEntry {
            code: r.get(0)?,
            name: r.get(1)?,
            amount: Money(r.get(2)?),
            side: if side == AccountSide::Credit.as_str() { AccountSide::Credit } else { AccountSide::Due },
            correction: r.get(4)?,
            advance,
        })
    })
}

/// One leg of a corrected payment.
#[derive(Clone, Debug)]
pub struct CorrectedPayment {
    /// The workstation.
    pub workstation: WorkstationId,
    /// The method.
    pub method: MethodId,
    /// What the method is.
    pub kind: PaymentKind,
    /// Name of the method.
    pub name: String,
    /// What it settles.
    pub amount: Money,
    /// What came in, or went back.
    pub collected: Money,
    /// Number and name of the document's customer.
    pub customer: Option<(String, String)>,
}

/// The legs of corrections of payment methods, in order.
pub fn corrected(db: Db<'_>, from_ms: i64, to_ms: i64) -> Result<Vec<CorrectedPayment>> {
    let sql = "SELECT p.workstation_id, p.method_id, p.kind, p.name, p.amount, p.received - p.change, c.code, c.name
        FROM payment_correction p JOIN document d ON d.id = p.document_id LEFT JOIN customer c ON c.id = d.customer_id
        WHERE p.at_ms >= ?1 AND p.at_ms < ?2 ORDER BY p.at_ms, p.number";
    all(db.0, sql, (from_ms, to_ms), |r| {
        let customer = r.get::<_, Option<String>>(6)?.zip(r.get::<_, Option<String>>(7)?);
        Ok(CorrectedPayment {
            workstation: WorkstationId(r.get(0)?),
            method: MethodId(r.get(1)?),
            kind: named(r, 2)?,
            name: r.get(3)?,
            amount: Money(r.get(4)?),
            collected: Money(r.get(5)?),
            customer,
        })
    })
}

/// The same money in the books that do not come from signed payloads.
#[derive(Clone, Debug)]
pub struct TicketSums {
    /// The document.
    pub document: DocumentId,
    /// Its number.
    pub number: String,
    /// When.
    pub at_ms: i64,
    /// The workstation.
    pub workstation: WorkstationId,
    /// Signed total.
    pub signed: Money,
    /// Its grand total; none if it is missing.
    pub grand_total: Option<Money>,
    /// Payments.
    pub payments: Money,
}

/// Tickets with what each book says of them, in order.
pub fn ticket_sums(db: Db<'_>, from_ms: i64, to_ms: i64) -> Result<Vec<TicketSums>> {
    let sql = "SELECT d.id, d.number, d.at_ms, d.workstation_id, r.ttc_cents,
          (SELECT g.period_cents FROM fiscal_total g WHERE g.terminal_id = r.terminal_id AND g.global_seq = r.global_seq + 1 AND g.scope = 'TICKET'),
          coalesce((SELECT sum(p.amount) FROM payment p WHERE p.document_id = d.id), 0)
        FROM document d JOIN fiscal_record r ON r.doc_no = d.number AND r.chain = 'TICKET'
        WHERE d.at_ms >= ?1 AND d.at_ms < ?2 AND d.kind = 'ticket' ORDER BY d.at_ms, d.id";
    all(db.0, sql, (from_ms, to_ms), |r| {
        Ok(TicketSums {
            document: DocumentId(r.get(0)?),
            number: r.get(1)?,
            at_ms: r.get(2)?,
            workstation: WorkstationId(r.get(3)?),
            signed: Money(r.get(4)?),
            grand_total: r.get::<_, Option<i64>>(5)?.map(Money),
            payments: Money(r.get(6)?),
        })
    })
}
