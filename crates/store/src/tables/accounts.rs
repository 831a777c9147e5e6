//! Customers' accounts: sums of their entries.

use domain::ids::{CustomerId, DocumentId};
use domain::money::Money;

use super::{all, one};
use crate::error::Result;
use crate::op::AccountSide;
use crate::reader::Db;

/// The two figures of an account, both positive (D-08).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// «Dû».
    pub owed: Money,
    /// «Crédit disponible».
    pub credit: Money,
}

/// What a customer owes and may spend: the sums of the entries.
pub fn balance(db: Db<'_>, customer: CustomerId) -> Result<Balance> {
    let sql = "SELECT coalesce(-sum(amount) FILTER (WHERE side = 'due'), 0), coalesce(sum(amount) FILTER (WHERE side = 'credit'), 0)
        FROM account_entry WHERE customer_id = ?1";
    let balance =
        one(db.0, sql, [customer.0], |r| Ok(Balance { owed: Money(r.get(0)?), credit: Money(r.get(1)?) }))?;
    Ok(balance.unwrap_or_default())
}

/// What the documents of a family (a sale and its corrections) moved on one side of an account.
pub fn of_family(db: Db<'_>, sale: DocumentId, side: AccountSide) -> Result<Money> {
    let sql =
        "SELECT coalesce(sum(e.amount), 0) FROM account_entry e WHERE e.side = ?2 AND (e.document_id = ?1
        OR e.document_id IN (SELECT id FROM document WHERE origin_id = ?1))";
    Ok(one(db.0, sql, (sale.0, side.as_str()), |r| r.get(0).map(Money))?.unwrap_or_default())
}

/// An entry.
#[derive(Clone, Debug)]
pub struct EntryRow {
    /// When.
    pub at_ms: i64,
    /// The document behind it.
    pub document: Option<DocumentId>,
    /// Its number, or the reason of a credit.
    pub label: String,
    /// Positive for the customer.
    pub amount: Money,
    /// A corrected balance («COR»).
    pub correction: bool,
}

/// The last entries of a customer, newest first.
pub fn entries(db: Db<'_>, customer: CustomerId, limit: u32) -> Result<Vec<EntryRow>> {
    let sql = "SELECT e.at_ms, e.document_id, coalesce(d.number, e.label), e.amount, e.correction FROM account_entry e
        LEFT JOIN document d ON d.id = e.document_id WHERE e.customer_id = ?1
        ORDER BY e.at_ms DESC, e.dv DESC, e.dseq DESC, e.line DESC LIMIT ?2";
    all(db.0, sql, (customer.0, limit), |r| {
        Ok(EntryRow {
            at_ms: r.get(0)?,
            document: r.get::<_, Option<_>>(1)?.map(DocumentId),
            label: r.get(2)?,
            amount: Money(r.get(3)?),
            correction: r.get(4)?,
        })
    })
}
