//! Validated documents and their prints.

use domain::ids::{CustomerId, DocumentId, ShiftId, UserId, WorkstationId};
use domain::money::{Money, Quantity};
use rusqlite::Row;

use super::{all, one};
use crate::error::Result;
use crate::reader::Db;

/// A document.
#[derive(Clone, Debug)]
pub struct DocumentRow {
    /// The document.
    pub id: DocumentId,
    /// Its number.
    pub number: String,
    /// When.
    pub at_ms: i64,
    /// The workstation.
    pub workstation: WorkstationId,
    /// The shift.
    pub shift: ShiftId,
    /// Who.
    pub user: UserId,
    /// Name of the customer, if any.
    pub customer: Option<String>,
    /// Total with taxes.
    pub total: Money,
    /// What was paid.
    pub paid: Money,
    /// Signature extract.
    pub extract: String,
    /// Names of the payment methods.
    pub methods: String,
    /// Prints that came out.
    pub prints: u32,
    /// The customer, if any.
    pub customer_id: Option<CustomerId>,
}

const DOCUMENT: &str = "SELECT d.id, d.number, d.at_ms, d.workstation_id, d.shift_id, d.user_id, c.name, d.total, d.paid, d.extract,
  coalesce((SELECT group_concat(name, ', ') FROM (SELECT DISTINCT coalesce(p.nature, p.name) AS name FROM payment p WHERE p.document_id = d.id)), ''),
  (SELECT count(*) FROM document_print WHERE document_id = d.id), d.customer_id
  FROM document d LEFT JOIN customer c ON c.id = d.customer_id";

fn document_row(r: &Row<'_>) -> rusqlite::Result<DocumentRow> {
    Ok(DocumentRow {
        id: DocumentId(r.get(0)?),
        number: r.get(1)?,
        at_ms: r.get(2)?,
        workstation: WorkstationId(r.get(3)?),
        shift: ShiftId(r.get(4)?),
        user: UserId(r.get(5)?),
        customer: r.get(6)?,
        total: Money(r.get(7)?),
        paid: Money(r.get(8)?),
        extract: r.get(9)?,
        methods: r.get(10)?,
        prints: r.get(11)?,
        customer_id: r.get::<_, Option<_>>(12)?.map(CustomerId),
    })
}

/// A document.
pub fn by_id(db: Db<'_>, id: DocumentId) -> Result<Option<DocumentRow>> {
    one(db.0, &format!("{DOCUMENT} WHERE d.id = ?1"), [id.0], document_row)
}

/// A document, by its number. The end of the number has an index.
pub fn by_number(db: Db<'_>, number: &str) -> Result<Option<DocumentRow>> {
    let sql = format!("{DOCUMENT} WHERE substr(d.number, -3) = substr(?1, -3) AND d.number = ?1");
    one(db.0, &sql, [number], document_row)
}

/// The last documents of a shift, newest first.
pub fn of_shift(db: Db<'_>, shift: ShiftId, limit: u32) -> Result<Vec<DocumentRow>> {
    all(
        db.0,
        &format!("{DOCUMENT} WHERE d.shift_id = ?1 ORDER BY d.at_ms DESC, d.global_seq DESC LIMIT ?2"),
        (shift.0, limit),
        document_row,
    )
}

/// The last documents of a customer, newest first.
pub fn of_customer(db: Db<'_>, customer: CustomerId, limit: u32) -> Result<Vec<DocumentRow>> {
    let sql =
        format!("{DOCUMENT} WHERE d.customer_id = ?1 ORDER BY d.at_ms DESC, d.global_seq DESC LIMIT ?2");
    all(db.0, &sql, (customer.0, limit), document_row)
}

/// Number of the ticket that cancels a document, if one does.
pub fn cancelled_by(db: Db<'_>, id: DocumentId) -> Result<Option<String>> {
    let sql = "SELECT number FROM document WHERE origin_id = ?1 AND operation = 'ANNULATION'";
    one(db.0, sql, [id.0], |r| r.get(0))
}

/// Returns and the cancellation of a document, oldest first.
pub fn corrections(db: Db<'_>, id: DocumentId) -> Result<Vec<DocumentRow>> {
    let sql = format!("{DOCUMENT} WHERE d.origin_id = ?1 AND d.kind = 'ticket' ORDER BY d.at_ms, d.id");
    all(db.0, &sql, [id.0], document_row)
}

/// The invoice of a ticket, if it has one.
pub fn invoice_of(db: Db<'_>, id: DocumentId) -> Result<Option<DocumentRow>> {
    one(db.0, &format!("{DOCUMENT} WHERE d.origin_id = ?1 AND d.kind = 'invoice'"), [id.0], document_row)
}

/// The signed payload of a ticket or an invoice: what is printed and shown.
pub fn ticket_payload(db: Db<'_>, id: DocumentId) -> Result<Option<(String, String)>> {
    let sql = "SELECT r.payload, r.sig FROM document d JOIN fiscal_record r ON r.doc_no = d.number AND r.chain IN ('TICKET', 'FACTURE') WHERE d.id = ?1";
    one(db.0, sql, [id.0], |r| Ok((r.get(0)?, r.get(1)?)))
}

/// Prints of a document that came out.
pub fn prints(db: Db<'_>, id: DocumentId) -> Result<u32> {
    Ok(one(db.0, "SELECT count(*) FROM document_print WHERE document_id = ?1", [id.0], |r| r.get(0))?
        .unwrap_or(0))
}

/// Duplicates of a document that a workstation has signed, whether or not they came out: a signed number is spent.
pub fn signed_duplicates(db: Db<'_>, number: &str, workstation: WorkstationId) -> Result<u32> {
    // The sign keeps the planner on the index of duplicated numbers.
    let sql = "SELECT count(*) FROM fiscal_record WHERE +terminal_id = ?1 AND chain = 'DUPLICATA'
        AND json_extract(payload, '$.original_number') = ?2";
    Ok(one(db.0, sql, (workstation.to_string(), number), |r| r.get(0))?.unwrap_or(0))
}

/// True once a workstation is enrolled: its code numbers its records from then on.
pub fn is_enrolled(db: Db<'_>, workstation: WorkstationId) -> Result<bool> {
    let sql = "SELECT 1 FROM fiscal_terminal WHERE terminal_id = ?1";
    Ok(one(db.0, sql, [workstation.to_string()], |_| Ok(()))?.is_some())
}

/// Stock on hand of an article, as the sum of its movements: what the cached level must equal.
pub fn stock_from_movements(db: Db<'_>, article: domain::ids::ArticleId) -> Result<Quantity> {
    let sql = "SELECT coalesce(sum(quantity), 0) FROM stock_movement WHERE article_id = ?1";
    Ok(one(db.0, sql, [article.0], |r| r.get(0).map(Quantity))?.unwrap_or_default())
}
