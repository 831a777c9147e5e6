//! New keys and declared gaps.

use fiscal::Anchor;
use rusqlite::Connection;

use super::fiscal::{GLOBAL, PERPETUAL, count, insert, insert_key};
use crate::error::Result;
use crate::op::{GapDeclared, KeyChanged};

/// The key comes first: its records are signed with it.
pub fn change_key(conn: &Connection, change: &KeyChanged) -> Result<()> {
    let previous = (Some(change.previous.as_str()), change.countersignature.as_deref());
    insert_key(conn, &change.terminal_id.to_string(), &change.key, previous)?;
    change.records.iter().try_for_each(|record| insert(conn, record))
}

/// Moves the counters to the anchor: no number is used twice, and totals go on from what was last known.
pub fn declare_gap(conn: &Connection, gap: &GapDeclared) -> Result<()> {
    let anchor = &gap.anchor;
    conn.prepare_cached(
        "INSERT INTO fiscal_gap (terminal_id, from_seq, to_seq, anchor_json, jet_global_seq) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((
        anchor.terminal_id.to_string(),
        gap.from_seq,
        anchor.global_seq,
        serde_json::to_string(anchor)?,
        gap.declared_at,
    ))?;
    move_counters(conn, anchor)?;
    if let Some(key) = &gap.key {
        change_key(conn, key)?;
    }
    gap.records.iter().try_for_each(|record| insert(conn, record))
}

fn move_counters(conn: &Connection, anchor: &Anchor) -> Result<()> {
    let terminal = anchor.terminal_id.to_string();
    count(conn, &terminal, GLOBAL, anchor.global_seq, &anchor.link_global)?;
    for (chain, head) in &anchor.chains {
        count(conn, &terminal, chain.as_str(), head.seq, &head.sig)?;
    }
    count(conn, &terminal, PERPETUAL[0], anchor.perpetual.real.0, "")?;
    count(conn, &terminal, PERPETUAL[1], anchor.perpetual.abs.0, "")
}
