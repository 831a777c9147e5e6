//! Signed records: chain heads, keys, and records in order for verification.

use domain::ids::WorkstationId;
use domain::money::Money;
use fiscal::{Chain, ChainHead, FiscalRecord, PerpetualTotals, TerminalHeads};
use rusqlite::Row;

use super::books::gaps;
use super::{all, one};
use crate::error::{Error, Result};
use crate::reader::Db;
use crate::reducer::{GLOBAL, PERPETUAL};

/// Where the chains of a workstation stand.
#[derive(Clone, Debug)]
pub struct TerminalState {
    /// Heads of all chains.
    pub heads: TerminalHeads,
    /// Perpetual totals.
    pub perpetual: PerpetualTotals,
}

/// Reads the counters of a workstation.
pub fn state(db: Db<'_>, terminal: WorkstationId) -> Result<TerminalState> {
    let mut state =
        TerminalState { heads: TerminalHeads::genesis(terminal), perpetual: PerpetualTotals::default() };
    let rows: Vec<(String, i64, String)> = all(
        db.0,
        "SELECT name, value, sig FROM fiscal_counter WHERE terminal_id = ?1",
        [terminal.to_string()],
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )?;
    for (name, value, sig) in rows {
        match name.as_str() {
            GLOBAL => (state.heads.global_seq, state.heads.link_global) = (value, sig),
            name if name == PERPETUAL[0] => state.perpetual.real = Money(value),
            name if name == PERPETUAL[1] => state.perpetual.abs = Money(value),
            name => {
                let chain: Chain = name.parse().map_err(|_| Error::Fiscal(format!("counter {name}")))?;
                state.heads.chains.insert(chain, ChainHead { seq: value, sig });
            }
        }
    }
    Ok(state)
}

/// Enrolled workstations.
pub fn terminals(db: Db<'_>) -> Result<Vec<WorkstationId>> {
    let ids: Vec<String> =
        all(db.0, "SELECT terminal_id FROM fiscal_terminal ORDER BY code", [], |r| r.get(0))?;
    ids.iter()
        .map(|id| id.parse().map(WorkstationId).map_err(|_| Error::Fiscal(format!("terminal {id}"))))
        .collect()
}

/// Enrolled workstations with their codes.
pub fn terminal_codes(db: Db<'_>) -> Result<Vec<(WorkstationId, String)>> {
    let rows: Vec<(String, String)> =
        all(db.0, "SELECT terminal_id, code FROM fiscal_terminal ORDER BY code", [], |r| {
            Ok((r.get(0)?, r.get(1)?))
        })?;
    let named = |(id, code): (String, String)| {
        id.parse().map(|id| (WorkstationId(id), code)).map_err(|_| Error::Fiscal(format!("terminal {id}")))
    };
    rows.into_iter().map(named).collect()
}

/// Public keys of a workstation: SPKI and the first record signed with it.
pub fn keys(db: Db<'_>, terminal: WorkstationId) -> Result<Vec<(Vec<u8>, i64)>> {
    let sql = "SELECT spki, valid_from_seq FROM fiscal_key WHERE terminal_id = ?1 ORDER BY valid_from_seq";
    all(db.0, sql, [terminal.to_string()], |r| Ok((r.get(0)?, r.get(1)?)))
}

/// Where the chains of a workstation stood at a position: where a verification of the records behind it starts. The
/// position is not inside a declared gap.
pub fn state_at(db: Db<'_>, terminal: WorkstationId, global_seq: i64) -> Result<TerminalState> {
    let mut state = state_of_gap(db, terminal, global_seq)?;
    let (id, before) = (terminal.to_string(), state.heads.global_seq);
    let link = "SELECT link_global FROM fiscal_record WHERE terminal_id = ?1 AND global_seq = ?2";
    if let Some(link) = one(db.0, link, (&id, global_seq), |r| r.get(0))? {
        (state.heads.global_seq, state.heads.link_global) = (global_seq, link);
    }
    for chain in Chain::ALL {
        // The sign keeps the planner on the index of the chain, whose last record is near: by position it would read every
        // record of the workstation.
        let sql = "SELECT chain_seq, sig FROM fiscal_record WHERE terminal_id = ?1 AND chain = ?2 AND +global_seq <= ?3 ORDER BY chain_seq DESC LIMIT 1";
        let head = one(db.0, sql, (&id, chain.as_str(), global_seq), |r| {
            Ok(ChainHead { seq: r.get(0)?, sig: r.get(1)? })
        })?;
        if let Some(head) = head.filter(|head| head.seq > state.heads.head(chain).seq) {
            state.heads.chains.insert(chain, head);
        }
    }
    let sql = "SELECT gtp_real_cents, gtp_abs_cents FROM fiscal_total WHERE terminal_id = ?1 AND global_seq > ?2 AND global_seq <= ?3
        ORDER BY global_seq DESC LIMIT 1";
    let total = one(db.0, sql, (&id, before, global_seq), |r| {
        Ok(PerpetualTotals { real: Money(r.get(0)?), abs: Money(r.get(1)?) })
    })?;
    state.perpetual = total.unwrap_or(state.perpetual);
    Ok(state)
}

/// What the last gap before a position says of what was lost in it; the beginning without one.
fn state_of_gap(db: Db<'_>, terminal: WorkstationId, global_seq: i64) -> Result<TerminalState> {
    let gap = gaps(db, terminal)?.into_iter().rfind(|gap| gap.to_seq <= global_seq);
    Ok(gap.map_or_else(
        || TerminalState { heads: TerminalHeads::genesis(terminal), perpetual: PerpetualTotals::default() },
        |gap| TerminalState { heads: gap.anchor.heads(), perpetual: gap.anchor.perpetual },
    ))
}

/// How far a workstation has numbered a series of invoices («FA-T1-26-»), which are six figures each: 0 before its
/// first.
pub fn last_in_series(db: Db<'_>, terminal: WorkstationId, series: &str) -> Result<i64> {
    let sql = "SELECT coalesce(max(CAST(substr(doc_no, length(?2) + 1) AS INTEGER)), 0) FROM fiscal_record
        WHERE chain = 'FACTURE' AND doc_no > ?2 AND doc_no < ?2 || ':' AND terminal_id = ?1";
    let found = one(db.0, sql, (terminal.to_string(), series), |r| r.get(0))?.unwrap_or(0);
    // Numbers that were lost with a gap are not given again.
    let lost = gaps(db, terminal)?.into_iter().filter_map(|gap| gap.anchor.series.get(series).copied()).max();
    Ok(lost.map_or(found, |lost| found.max(lost)))
}

/// The series of invoices that a workstation numbers now, and how far («FA-T1-26-», 12); none before its first invoice.
pub fn running_series(db: Db<'_>, terminal: WorkstationId) -> Result<Option<(String, i64)>> {
    let sql = "SELECT doc_no FROM fiscal_record WHERE terminal_id = ?1 AND chain = 'FACTURE' ORDER BY chain_seq DESC LIMIT 1";
    let last: Option<String> = one(db.0, sql, [terminal.to_string()], |r| r.get(0))?;
    let parts = last.as_ref().and_then(|number| number.rsplit_once('-'));
    Ok(parts.and_then(|(series, number)| Some((format!("{series}-"), number.parse().ok()?))))
}

/// UTC text of the last record of a workstation.
pub fn last_moment(db: Db<'_>, terminal: WorkstationId) -> Result<Option<String>> {
    let sql = "SELECT ts_utc FROM fiscal_record WHERE terminal_id = ?1 ORDER BY global_seq DESC LIMIT 1";
    one(db.0, sql, [terminal.to_string()], |r| r.get(0))
}

/// All columns of a record, in the order that [`record`] reads.
pub(super) const RECORD: &str = "SELECT global_seq, terminal_id, chain, chain_seq, doc_no, kind, ts_utc, ts_local, utc_off_min, operator_id, ttc_cents, vat_json,
    payload, payload_sha256, layout, prev_sig, sig, key_id, prev_global, link_global, sw_version, fiscal_version
  FROM fiscal_record";

/// Records of a workstation after a position, in order.
pub fn records(db: Db<'_>, terminal: WorkstationId, after: i64, limit: u32) -> Result<Vec<FiscalRecord>> {
    let sql = format!("{RECORD} WHERE terminal_id = ?1 AND global_seq > ?2 ORDER BY global_seq LIMIT ?3");
    let rows =
        all(db.0, &sql, (terminal.to_string(), after, limit), |r| Ok((r.get::<_, String>(2)?, record(r)?)))?;
    rows.into_iter()
        .map(|(chain, record)| {
            let chain: Chain = chain.parse().map_err(|_| Error::Fiscal(format!("chain {chain}")))?;
            Ok(FiscalRecord { chain, ..record })
        })
        .collect()
}

/// A row of [`RECORD`], as an event: whoever asks for other chains puts theirs in.
pub(super) fn record(r: &Row<'_>) -> rusqlite::Result<FiscalRecord> {
    Ok(FiscalRecord {
        global_seq: r.get(0)?,
        terminal_id: r.get(1)?,
        chain: Chain::Jet,
        chain_seq: r.get(3)?,
        doc_no: r.get(4)?,
        kind: r.get(5)?,
        ts_utc: r.get(6)?,
        ts_local: r.get(7)?,
        utc_off_min: r.get(8)?,
        operator_id: r.get(9)?,
        ttc_cents: Money(r.get(10)?),
        vat_json: r.get(11)?,
        payload: r.get(12)?,
        payload_sha256: r.get(13)?,
        layout: r.get(14)?,
        prev_sig: r.get(15)?,
        sig: r.get(16)?,
        key_id: r.get(17)?,
        prev_global: r.get(18)?,
        link_global: r.get(19)?,
        sw_version: r.get(20)?,
        fiscal_version: r.get(21)?,
    })
}
