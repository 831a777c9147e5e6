//! The lines of a ticket, articles and fees, and the discounts that the shift counts.

use fiscal::{DiscountSnapshot, Operation, TicketLine, TicketPayload};
use rusqlite::{Connection, named_params};

use super::Place;
use crate::error::Result;

/// Inserts the lines, and the entry of each article in the index of documents by article.
pub fn insert(conn: &Connection, t: &TicketPayload, place: Place) -> Result<()> {
    let mut article = conn.prepare_cached(
        "INSERT OR IGNORE INTO document_article (article_id, at_ms, document_id) VALUES (?1, ?2, ?3)",
    )?;
    for line in &t.lines {
        insert_line(conn, t, line)?;
        if let Some(id) = line.article {
            article.execute((id.0, place.at_ms, t.document.0))?;
        }
    }
    Ok(())
}

fn insert_line(conn: &Connection, t: &TicketPayload, line: &TicketLine) -> Result<()> {
    let letters: String = line.taxes.iter().map(|tax| tax.letter.as_str()).collect();
    let discount = Discount::of(line.discount.as_ref());
    conn.prepare_cached(
        "INSERT INTO document_line (document_id, n, article_id, fee_type_id, code, name, quantity, unit, unit_price, amount,
           discount, discount_rate, discount_reason, share, total, letters)
         VALUES (:document, :n, :article, :fee, :code, :name, :quantity, :unit, :unit_price, :amount,
           :discount, :rate, :reason, :share, :total, :letters)",
    )?
    .execute(named_params! {
        ":document": t.document.0, ":n": line.n, ":article": line.article.map(|a| a.0), ":fee": line.fee.map(|f| f.0),
        ":code": line.code, ":name": line.label, ":quantity": line.quantity.0, ":unit": line.unit,
        ":unit_price": line.unit_price.0, ":amount": line.amount.0, ":discount": discount.amount,
        ":rate": discount.rate, ":reason": discount.reason, ":share": line.share.0, ":total": line.total.0,
        ":letters": letters,
    })?;
    Ok(())
}

/// A discount as columns.
pub struct Discount<'a> {
    pub amount: i64,
    pub rate: Option<i64>,
    pub reason: Option<&'a str>,
}

impl<'a> Discount<'a> {
    pub fn of(discount: Option<&'a DiscountSnapshot>) -> Self {
        Self {
            amount: discount.map_or(0, |d| d.amount.0),
            rate: discount.and_then(|d| d.rate).map(|r| r.0),
            reason: discount.map(|d| d.reason.as_str()),
        }
    }
}

/// Counts the discounts of a sale on its shift. What a return takes back of them is in the total of the return.
pub fn count_discounts(conn: &Connection, t: &TicketPayload) -> Result<()> {
    if t.operation == Operation::Vente && !t.discounts.is_zero() {
        conn.prepare_cached(
            "UPDATE shift SET discounted = discounted + 1, discounts = discounts + ?2 WHERE id = ?1",
        )?
        .execute((t.shift.id.0, t.discounts.0))?;
    }
    Ok(())
}
