//! Shifts and cash movements.

use rusqlite::{Connection, named_params};

use super::{Place, fiscal as records};
use crate::error::{Error, Result};
use crate::op::{CashMoved, CashMovementKind, ShiftClosed, ShiftOpened};

/// A shift was opened.
pub fn open(conn: &Connection, s: &ShiftOpened, place: Place) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO shift (id, number, workstation_id, opened_by, opened_ms, opening_float, open_count, open_note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute((
        s.id.0, s.number, s.workstation.0, s.user.0, place.at_ms, s.opening_float.0, serde_json::to_string(&s.count)?, &s.note,
    ))?;
    Ok(())
}

/// A shift was closed: its row freezes.
pub fn close(conn: &Connection, s: &ShiftClosed, place: Place) -> Result<()> {
    records::insert(conn, &s.record)?;
    let closed = conn
        .prepare_cached(
            "UPDATE shift SET closed_by = :user, closed_ms = :at, counted = :counted, close_count = :count, expected = :expected,
               float_left = :left, close_note = :note,
               perpetual = :perpetual, close_extract = :extract WHERE id = :id AND closed_ms IS NULL",
        )?
        .execute(named_params! {
            ":id": s.id.0, ":user": s.user.0, ":at": place.at_ms, ":counted": s.counted.0, ":count": serde_json::to_string(&s.count)?,
            ":expected": s.expected.0, ":left": s.float_left.map(|m| m.0), ":note": s.note, ":perpetual": s.perpetual.0,
            ":extract": ::fiscal::extract(&s.record.sig),
        })?;
    if closed == 1 { Ok(()) } else { Err(Error::Op("no open shift to close".to_owned())) }
}

/// Cash moved without a sale, or the drawer was opened.
pub fn move_cash(conn: &Connection, m: &CashMoved, place: Place) -> Result<()> {
    if let Some(record) = &m.record {
        records::insert(conn, record)?;
    }
    conn.prepare_cached(
        "INSERT INTO cash_movement (id, shift_id, user_id, at_ms, amount, kind, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((m.id.0, m.shift.0, m.user.0, place.at_ms, m.amount.0, m.kind.as_str(), &m.reason))?;
    let sql = match m.kind {
        CashMovementKind::In => "UPDATE shift SET cash_in = cash_in + ?2 WHERE id = ?1",
        CashMovementKind::Out => "UPDATE shift SET cash_out = cash_out - ?2 WHERE id = ?1",
        CashMovementKind::Drawer => {
            "UPDATE shift SET drawer_openings = drawer_openings + 1 WHERE id = ?1 AND ?2 = 0"
        }
    };
    conn.prepare_cached(sql)?.execute((m.shift.0, m.amount.0))?;
    Ok(())
}
