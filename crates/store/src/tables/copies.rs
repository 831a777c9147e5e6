//! What a database says of itself, for comparing a copy with the one in use; and what a restored one has to settle.

use domain::ids::WorkstationId;
use domain::money::Money;
use uuid::Uuid;

use super::{all, one, run};
use crate::error::{Error, Result};
use crate::reader::Db;
use crate::tx::Tx;

/// Which database this is, and how far it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The account; shared by all copies of a shop's data.
    pub account: Uuid,
    /// The device; shared by all copies of this file.
    pub device: Uuid,
    /// True for a copy that nobody has adopted.
    pub is_backup: bool,
    /// The last operation.
    pub dseq: i64,
    /// When it was written; none in an empty database.
    pub state_ms: Option<i64>,
    /// When the first one was.
    pub created_ms: Option<i64>,
}

/// Reads it.
pub fn about(db: Db<'_>) -> Result<About> {
    let at = |order: &str| format!("(SELECT rx_ms FROM op WHERE dv = self.dv ORDER BY dseq {order} LIMIT 1)");
    let sql = format!(
        "SELECT account, device, is_backup, dseq, {}, {} FROM self WHERE one = 1",
        at("DESC"),
        at("ASC")
    );
    let about = one(db.0, &sql, [], |r| {
        Ok(About {
            account: r.get(0)?,
            device: r.get(1)?,
            is_backup: r.get(2)?,
            dseq: r.get(3)?,
            state_ms: r.get(4)?,
            created_ms: r.get(5)?,
        })
    })?;
    about.ok_or_else(|| Error::Corrupt("identity".to_owned()))
}

/// Number and moment of the newest ticket.
pub fn last_ticket(db: Db<'_>) -> Result<Option<(String, i64)>> {
    let sql =
        "SELECT number, at_ms FROM document WHERE kind = 'ticket' ORDER BY at_ms DESC, minute DESC LIMIT 1";
    one(db.0, sql, [], |r| Ok((r.get(0)?, r.get(1)?)))
}

/// How far the workstations have numbered their tickets, added up: what a copy is known by without counting.
pub fn tickets_numbered(db: Db<'_>) -> Result<i64> {
    let sql = "SELECT coalesce(sum(value), 0) FROM fiscal_counter WHERE name = 'TICKET'";
    Ok(one(db.0, sql, [], |r| r.get(0))?.unwrap_or(0))
}

/// What the signed records of a workstation come to, up to a position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// Tickets.
    pub tickets: i64,
    /// Records of all chains.
    pub records: i64,
    /// What the tickets add up to.
    pub total: Money,
}

impl Content {
    /// This and that together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            tickets: self.tickets + other.tickets,
            records: self.records + other.records,
            total: self.total + other.total,
        }
    }
}

/// Counts them, each record by itself.
pub fn content(db: Db<'_>, terminal: WorkstationId, up_to: i64) -> Result<Content> {
    let sql = "SELECT count(*) FILTER (WHERE chain = 'TICKET'), count(*),
         coalesce(sum(ttc_cents) FILTER (WHERE chain = 'TICKET'), 0)
       FROM fiscal_record WHERE terminal_id = ?1 AND global_seq <= ?2";
    let content = one(db.0, sql, (terminal.to_string(), up_to), |r| {
        Ok(Content { tickets: r.get(0)?, records: r.get(1)?, total: Money(r.get(2)?) })
    })?;
    Ok(content.unwrap_or_default())
}

/// The link of a record to all before it: equal links are equal pasts.
pub fn link_at(db: Db<'_>, terminal: WorkstationId, position: i64) -> Result<Option<String>> {
    let sql = "SELECT link_global FROM fiscal_record WHERE terminal_id = ?1 AND global_seq = ?2";
    one(db.0, sql, (terminal.to_string(), position), |r| r.get(0))
}

/// Makes a copy the database in use: it gets an instance of its own, its workstations owe their journals an event each
/// (JET 940), and what waited to be printed or sent when it was made is not sent again by itself.
pub fn adopt(tx: &Tx<'_>, instance: Uuid, state_ms: i64) -> Result<()> {
    let owed = "INSERT OR REPLACE INTO restored_terminal (terminal_id, state_ms, position)
       SELECT t.terminal_id, ?1, coalesce(c.value, 0) FROM fiscal_terminal t
       LEFT JOIN fiscal_counter c ON c.terminal_id = t.terminal_id AND c.name = 'global'";
    run(tx.sql(), owed, [state_ms])?;
    let print = "UPDATE print_job SET state = 'unconfirmed', problem = 'interrupted', updated_ms = ?1
       WHERE state IN ('queued', 'sending', 'blocked')";
    run(tx.sql(), print, [tx.now_ms()])?;
    let mail = "UPDATE mail_job SET state = 'cancelled', updated_ms = ?1 WHERE state IN ('queued', 'sending', 'blocked')";
    run(tx.sql(), mail, [tx.now_ms()])?;
    run(tx.sql(), "UPDATE self SET instance = ?1, is_backup = 0 WHERE one = 1", [instance])?;
    Ok(())
}

/// A workstation that owes its journal the event of a restore.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owed {
    /// The workstation.
    pub terminal: WorkstationId,
    /// Up to when the backup went.
    pub state_ms: i64,
    /// True once the event stands behind what came with the backup, whoever wrote it.
    pub written: bool,
}

/// Workstations that still owe the event.
pub fn owed(db: Db<'_>) -> Result<Vec<Owed>> {
    let sql = "SELECT o.terminal_id, o.state_ms, EXISTS (SELECT 1 FROM fiscal_record r
         WHERE r.terminal_id = o.terminal_id AND r.chain = 'JET' AND r.kind = '940' AND r.global_seq > o.position)
       FROM restored_terminal o ORDER BY o.terminal_id";
    let rows: Vec<(String, i64, bool)> = all(db.0, sql, [], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
    let owed = |(id, state_ms, written): (String, i64, bool)| {
        let terminal = id.parse().map(WorkstationId).map_err(|_| Error::Fiscal(format!("terminal {id}")))?;
        Ok(Owed { terminal, state_ms, written })
    };
    rows.into_iter().map(owed).collect()
}

/// Notes that a workstation has written it.
pub fn paid(tx: &Tx<'_>, terminal: WorkstationId) -> Result<()> {
    run(tx.sql(), "DELETE FROM restored_terminal WHERE terminal_id = ?1", [terminal.to_string()])?;
    Ok(())
}
