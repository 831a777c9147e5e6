//! Signed records and the counters derived from them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fiscal::{Chain, FiscalRecord, GrandTotalPayload, Payload};
use rusqlite::{Connection, named_params};

use super::trading_day;
use crate::error::{Error, Result};
use crate::op::{FiscalKeyRow, TerminalEnrolled};

/// Counter of the last record of the workstation; its `sig` is the link of the global chain.
pub const GLOBAL: &str = "global";
/// Counters of the perpetual totals.
pub const PERPETUAL: [&str; 2] = ["gtp_real", "gtp_abs"];

/// A workstation gets its key and its first record.
pub fn enrol(conn: &Connection, e: &TerminalEnrolled) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO fiscal_terminal (terminal_id, code, store_id, country, training, enrolled_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((e.terminal_id.to_string(), &e.code, &e.store_id, &e.country, e.training, &e.enrolled_at))?;
    insert_key(conn, &e.terminal_id.to_string(), &e.key, (None, None))?;
    insert(conn, &e.record)
}

/// Inserts a key with the name of the one before, and that one's signature of it.
pub fn insert_key(
    conn: &Connection,
    terminal: &str,
    key: &FiscalKeyRow,
    (previous, countersignature): (Option<&str>, Option<&str>),
) -> Result<()> {
    let spki = STANDARD.decode(&key.spki).map_err(|e| Error::Op(e.to_string()))?;
    conn.prepare_cached(
        "INSERT INTO fiscal_key (key_id, terminal_id, alg, spki, cert_pem, valid_from_seq, prev_key_id, prev_key_sig)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute((&key.key_id, terminal, &key.alg, spki, &key.cert_pem, key.valid_from_seq, previous, countersignature))?;
    Ok(())
}

/// Inserts a record and moves the counters to it.
pub fn insert(conn: &Connection, r: &FiscalRecord) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO fiscal_record (terminal_id, global_seq, chain, chain_seq, doc_no, kind, ts_utc, ts_local, utc_off_min, operator_id,
           ttc_cents, vat_json, payload, payload_sha256, layout, prev_sig, sig, key_id, prev_global, link_global, sw_version, fiscal_version)
         VALUES (:terminal_id, :global_seq, :chain, :chain_seq, :doc_no, :kind, :ts_utc, :ts_local, :utc_off_min, :operator_id,
           :ttc_cents, :vat_json, :payload, :payload_sha256, :layout, :prev_sig, :sig, :key_id, :prev_global, :link_global, :sw_version, :fiscal_version)",
    )?
    .execute(named_params! {
        ":terminal_id": r.terminal_id, ":global_seq": r.global_seq, ":chain": r.chain.as_str(), ":chain_seq": r.chain_seq,
        ":doc_no": r.doc_no, ":kind": r.kind, ":ts_utc": r.ts_utc, ":ts_local": r.ts_local, ":utc_off_min": r.utc_off_min,
        ":operator_id": r.operator_id, ":ttc_cents": r.ttc_cents.0, ":vat_json": r.vat_json, ":payload": r.payload,
        ":payload_sha256": r.payload_sha256, ":layout": r.layout, ":prev_sig": r.prev_sig, ":sig": r.sig, ":key_id": r.key_id,
        ":prev_global": r.prev_global, ":link_global": r.link_global, ":sw_version": r.sw_version, ":fiscal_version": r.fiscal_version,
    })?;
    count(conn, &r.terminal_id, GLOBAL, r.global_seq, &r.link_global)?;
    count(conn, &r.terminal_id, r.chain.as_str(), r.chain_seq, &r.sig)?;
    trading_day::count_event(conn, r)?;
    if r.chain == Chain::Gt { total(conn, r) } else { Ok(()) }
}

fn total(conn: &Connection, r: &FiscalRecord) -> Result<()> {
    let payload: Payload = serde_json::from_str(&r.payload)?;
    let Some(payload) = payload.grand_total() else {
        return Err(Error::Fiscal(format!("{} holds no grand total", r.doc_no)));
    };
    let GrandTotalPayload { scope, period_key, period_total, perpetual, .. } = payload.into_owned();
    conn.prepare_cached(
        "INSERT INTO fiscal_total (terminal_id, global_seq, scope, period_key, period_cents, gtp_real_cents, gtp_abs_cents)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((&r.terminal_id, r.global_seq, scope.as_str(), period_key, period_total.0, perpetual.real.0, perpetual.abs.0))?;
    count(conn, &r.terminal_id, PERPETUAL[0], perpetual.real.0, "")?;
    count(conn, &r.terminal_id, PERPETUAL[1], perpetual.abs.0, "")
}

/// Sets a counter.
pub fn count(conn: &Connection, terminal: &str, name: &str, value: i64, sig: &str) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO fiscal_counter (terminal_id, name, value, sig) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET value = excluded.value, sig = excluded.sig",
    )?
    .execute((terminal, name, value, sig))?;
    Ok(())
}
