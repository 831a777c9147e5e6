//! Exports of entries, reports, corrected balances: inserted as they were frozen.

use rusqlite::{Connection, named_params};

use super::{Place, fiscal as records};
use crate::error::Result;
use crate::op::{AccountingExported, BalanceCorrected, BookedLine, EReportComputed};

/// A batch with its days and lines.
pub fn export(conn: &Connection, b: &AccountingExported, place: Place) -> Result<()> {
    b.journal.iter().try_for_each(|record| records::insert(conn, record))?;
    conn.prepare_cached(
        "INSERT INTO accounting_batch (id, number, from_day, to_day, siren, sha256, user_id, at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute((b.id, b.number, &b.from_day, &b.to_day, &b.siren, &b.sha256, b.user.0, place.at_ms))?;
    for day in &b.days {
        conn.prepare_cached("INSERT INTO accounting_day (day, batch_id) VALUES (?1, ?2)")?
            .execute((day, b.id))?;
    }
    b.lines.iter().try_for_each(|line| insert(conn, b, line))
}

fn insert(conn: &Connection, b: &AccountingExported, l: &BookedLine) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO accounting_line (entry, n, batch_id, journal, journal_label, day, workstation_id, piece, account, account_label,
           auxiliary, auxiliary_label, label, role, debit, credit)
         VALUES (:entry, :n, :batch, :journal, :journal_label, :day, :workstation, :piece, :account, :account_label,
           :auxiliary, :auxiliary_label, :label, :role, :debit, :credit)",
    )?
    .execute(named_params! {
        ":entry": l.entry, ":n": l.n, ":batch": b.id, ":journal": l.journal, ":journal_label": l.journal_label, ":day": l.day,
        ":workstation": l.workstation.map(|w| w.0), ":piece": l.piece, ":account": l.account, ":account_label": l.account_label,
        ":auxiliary": l.auxiliary, ":auxiliary_label": l.auxiliary_label, ":label": l.label, ":role": l.role,
        ":debit": l.debit.0, ":credit": l.credit.0,
    })?;
    Ok(())
}

/// A report with its lines.
pub fn report(conn: &Connection, r: &EReportComputed, place: Place) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO ereport (id, number, kind, from_day, to_day, siren, currency, inputs, user_id, at_ms)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute((
        r.id,
        r.number,
        &r.kind,
        &r.from_day,
        &r.to_day,
        &r.siren,
        &r.currency,
        &r.inputs,
        r.user.0,
        place.at_ms,
    ))?;
    let mut insert = conn.prepare_cached(
        "INSERT INTO ereport_line (report_id, day, category, rate, transactions, net, tax) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for l in &r.lines {
        insert.execute((r.id, &l.day, &l.category, l.rate.0, l.transactions, l.net.0, l.tax.0))?;
    }
    Ok(())
}

/// A corrected balance: an entry of its own, marked as such.
pub fn correct_balance(conn: &Connection, c: &BalanceCorrected, place: Place) -> Result<()> {
    records::insert(conn, &c.record)?;
    conn.prepare_cached(
        "INSERT INTO account_entry (dv, dseq, line, customer_id, amount, at_ms, side, label, correction) VALUES (?1, ?2, 0, ?3, ?4, ?5, ?6, ?7, 1)",
    )?
    .execute((
        place.dv, place.dseq, c.customer.0, c.amount.0, place.at_ms, c.side.as_str(), &c.reason,
    ))?;
    Ok(())
}
