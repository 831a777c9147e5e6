//! The books of a workstation as a whole: where they end, which keys they have, which gaps were declared.

use std::collections::BTreeMap;

use domain::ids::WorkstationId;
use fiscal::{Anchor, FiscalRecord, LastClosing, Scope};
use uuid::Uuid;

use super::fiscal::records;
use super::{all, one};
use crate::error::{Error, Result};
use crate::reader::Db;

/// A key of a workstation.
#[derive(Clone, Debug)]
pub struct KeyRow {
    /// Its name in the records.
    pub key_id: String,
    /// The public key, SPKI.
    pub spki: Vec<u8>,
    /// Its self-signed certificate.
    pub cert_pem: String,
    /// First record signed with it.
    pub valid_from: i64,
    /// The key before; none for the first.
    pub previous: Option<String>,
    /// The SPKI signed by the key before; none for the first, and where that one was lost.
    pub countersignature: Option<String>,
}

/// A declared gap.
#[derive(Clone, Debug)]
pub struct GapRow {
    /// First missing record.
    pub from_seq: i64,
    /// Last missing record.
    pub to_seq: i64,
    /// What was known of it.
    pub anchor: Anchor,
    /// The record that declares it.
    pub declared_at: i64,
}

/// Keys of a workstation, oldest first.
pub fn keys(db: Db<'_>, terminal: WorkstationId) -> Result<Vec<KeyRow>> {
    let sql = "SELECT key_id, spki, cert_pem, valid_from_seq, prev_key_id, prev_key_sig FROM fiscal_key
        WHERE terminal_id = ?1 ORDER BY valid_from_seq";
    all(db.0, sql, [terminal.to_string()], |r| {
        Ok(KeyRow {
            key_id: r.get(0)?,
            spki: r.get(1)?,
            cert_pem: r.get(2)?,
            valid_from: r.get(3)?,
            previous: r.get(4)?,
            countersignature: r.get(5)?,
        })
    })
}

/// Name of the key that signs the next record.
pub fn key_in_force(db: Db<'_>, terminal: WorkstationId) -> Result<Option<String>> {
    let sql = "SELECT key_id FROM fiscal_key WHERE terminal_id = ?1 ORDER BY valid_from_seq DESC LIMIT 1";
    one(db.0, sql, [terminal.to_string()], |r| r.get(0))
}

/// Gaps of a workstation, in order.
pub fn gaps(db: Db<'_>, terminal: WorkstationId) -> Result<Vec<GapRow>> {
    let sql = "SELECT from_seq, to_seq, anchor_json, jet_global_seq FROM fiscal_gap WHERE terminal_id = ?1 ORDER BY from_seq";
    let rows: Vec<(i64, i64, String, i64)> =
        all(db.0, sql, [terminal.to_string()], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))?;
    let gap = |(from_seq, to_seq, anchor, declared_at): (i64, i64, String, i64)| {
        Ok(GapRow { from_seq, to_seq, anchor: serde_json::from_str(&anchor)?, declared_at })
    };
    rows.into_iter().map(gap).collect()
}

/// The last closing of each scope of a workstation: scope, number, period. Closings that were lost with a gap count.
pub fn last_closings(db: Db<'_>, terminal: WorkstationId) -> Result<BTreeMap<Scope, LastClosing>> {
    let mut last = gaps(db, terminal)?.pop().map(|gap| gap.anchor.closings).unwrap_or_default();
    for scope in [Scope::Jour, Scope::Mois, Scope::Exercice] {
        let sql = "SELECT number, period_key FROM closing WHERE terminal_id = ?1 AND scope = ?2 ORDER BY number DESC LIMIT 1";
        let found = one(db.0, sql, (terminal.to_string(), scope.as_str()), |r| {
            Ok(LastClosing { number: r.get(0)?, period_key: r.get(1)? })
        })?;
        let newer = |found: &LastClosing| last.get(&scope).is_none_or(|known| known.number < found.number);
        if let Some(found) = found.filter(newer) {
            last.insert(scope, found);
        }
    }
    Ok(last)
}

/// The last record that the table holds: counters may say otherwise after records were cut off. 0 without a record.
pub fn last_seq(db: Db<'_>, terminal: WorkstationId) -> Result<i64> {
    let sql = "SELECT global_seq FROM fiscal_record WHERE terminal_id = ?1 ORDER BY global_seq DESC LIMIT 1";
    Ok(one(db.0, sql, [terminal.to_string()], |r| r.get(0))?.unwrap_or(0))
}

/// The link of a record; none when there is no such record.
pub fn link_at(db: Db<'_>, terminal: WorkstationId, global_seq: i64) -> Result<Option<String>> {
    let sql = "SELECT link_global FROM fiscal_record WHERE terminal_id = ?1 AND global_seq = ?2";
    one(db.0, sql, (terminal.to_string(), global_seq), |r| r.get(0))
}

/// A record by its place.
pub fn record_at(db: Db<'_>, terminal: WorkstationId, global_seq: i64) -> Result<Option<FiscalRecord>> {
    let found = records(db, terminal, global_seq - 1, 1)?.pop();
    Ok(found.filter(|record| record.global_seq == global_seq))
}

/// True for a workstation of training mode.
pub fn is_training(db: Db<'_>, terminal: WorkstationId) -> Result<bool> {
    let sql = "SELECT training FROM fiscal_terminal WHERE terminal_id = ?1";
    Ok(one(db.0, sql, [terminal.to_string()], |r| r.get(0))?.unwrap_or(false))
}

/// Where the operation log of a database stands, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogIdentity {
    /// The shop's account.
    pub account: Uuid,
    /// Device number.
    pub dv: i64,
    /// Last operation.
    pub dseq: i64,
    /// Its hash.
    pub head: Vec<u8>,
}

/// The identity of this database's log.
pub fn log_identity(db: Db<'_>) -> Result<LogIdentity> {
    let sql = "SELECT account, dv, dseq, head FROM self WHERE one = 1";
    let found = one(db.0, sql, [], |r| {
        Ok(LogIdentity { account: r.get(0)?, dv: r.get(1)?, dseq: r.get(2)?, head: r.get(3)? })
    })?;
    found.ok_or_else(|| Error::Corrupt("no identity".to_owned()))
}
