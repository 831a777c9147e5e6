//! A write transaction: reads, local rows, and operations appended to the log with their effect.

use rusqlite::{Transaction, named_params};

use crate::error::{Error, Result};
use crate::guard::ReducerToken;
use crate::hlc;
use crate::op::{Actor, FLAG_LAST, Header, Op, OpRow, chain_hash};
use crate::reader::Db;
use crate::reducer;

/// When and by whom a transaction is made.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// UTC milliseconds.
    pub now_ms: i64,
    /// Who.
    pub actor: Actor,
}

/// Identity of the log and its last operation.
#[derive(Clone, Debug)]
pub struct LogHead {
    /// Device number in the account.
    pub dv: i64,
    /// Last sequence number.
    pub dseq: i64,
    /// Hash of the last operation.
    pub hash: [u8; 32],
    /// Last reading of the hybrid clock.
    pub hlc: i64,
}

/// A write transaction.
pub struct Tx<'a> {
    sql: &'a Transaction<'a>,
    token: &'a ReducerToken,
    head: &'a mut LogHead,
    stamp: Stamp,
    pending: Option<Pending>,
}

/// The last operation is written when the transaction ends, because it alone carries the «last» flag.
struct Pending {
    op: Op,
    payload: String,
}

impl<'a> Tx<'a> {
    pub(crate) fn new(
        sql: &'a Transaction<'a>,
        token: &'a ReducerToken,
        head: &'a mut LogHead,
        stamp: Stamp,
    ) -> Self {
        Self { sql, token, head, stamp, pending: None }
    }

    /// What the transaction sees.
    #[must_use]
    pub fn db(&self) -> Db<'_> {
        Db(self.sql)
    }

    /// UTC milliseconds of this transaction.
    #[must_use]
    pub const fn now_ms(&self) -> i64 {
        self.stamp.now_ms
    }

    /// Who makes it.
    #[must_use]
    pub const fn actor(&self) -> &Actor {
        &self.stamp.actor
    }

    /// True once the transaction has written an operation: shared tables are then ahead of the committed log.
    #[must_use]
    pub const fn has_emitted(&self) -> bool {
        self.pending.is_some()
    }

    /// Appends an operation to the log and writes its effect.
    pub fn emit(&mut self, op: Op) -> Result<()> {
        self.flush(0)?;
        let payload = op.encode(&self.stamp)?;
        let next = Header::next(self.head, &op, self.stamp.now_ms, 0);
        let place = reducer::Place { dv: next.dv, dseq: next.dseq, hlc: next.hlc, at_ms: self.stamp.now_ms };
        self.token.with(|| reducer::apply(self.sql, &op, place))?;
        self.pending = Some(Pending { op, payload });
        Ok(())
    }

    /// Ends what happened at one moment and goes on with what happened at another, within one commit: in the log both
    /// look like transactions of their own. For filling databases; a till commits each action by itself.
    #[cfg(feature = "workbench")]
    pub fn go_on(&mut self, stamp: Stamp) -> Result<()> {
        self.finish()?;
        self.stamp = stamp;
        Ok(())
    }

    /// Applies operations of another log (a replay, later a sync) without appending them to this one.
    pub fn apply_foreign(&mut self, rows: &[OpRow]) -> Result<()> {
        for row in rows {
            let (op, _, at_ms) = Op::decode(row)?;
            let place = reducer::Place { dv: row.dv, dseq: row.dseq, hlc: row.hlc, at_ms };
            self.token.with(|| reducer::apply(self.sql, &op, place))?;
        }
        Ok(())
    }

    /// Takes over operations that another copy of this very log has and this one has lost: they are appended byte for
    /// byte, with their effect. Refuses a row that does not follow from the one before; nothing may have been emitted
    /// in this transaction.
    pub fn adopt(&mut self, rows: &[OpRow]) -> Result<()> {
        if self.pending.is_some() {
            return Err(Error::Op("adopted behind an operation".to_owned()));
        }
        for row in rows {
            let follows = row.dv == self.head.dv && row.dseq == self.head.dseq + 1;
            let hash = chain_hash(row, &self.head.hash);
            if !follows || row.hash != hash {
                return Err(Error::Op(format!("operation {} does not follow", row.dseq)));
            }
            self.append(row, &hash)?;
            self.apply_foreign(std::slice::from_ref(row))?;
            (self.head.dseq, self.head.hash) = (row.dseq, hash);
            self.head.hlc = self.head.hlc.max(row.hlc);
        }
        self.keep_head()
    }

    /// Writes the pending operation with the «last» flag and the new head of the log.
    pub(crate) fn finish(&mut self) -> Result<()> {
        if self.pending.is_none() {
            return Ok(());
        }
        self.flush(FLAG_LAST)?;
        self.keep_head()
    }

    fn keep_head(&self) -> Result<()> {
        let mut update =
            self.sql.prepare_cached("UPDATE self SET dseq = ?1, head = ?2, hlc = ?3 WHERE one = 1")?;
        update.execute((self.head.dseq, &self.head.hash[..], self.head.hlc))?;
        Ok(())
    }

    fn flush(&mut self, flags: i64) -> Result<()> {
        let Some(Pending { op, payload }) = self.pending.take() else { return Ok(()) };
        let header = Header::next(self.head, &op, self.stamp.now_ms, flags);
        let hash = header.hash(&self.head.hash, blake3::hash(payload.as_bytes()).as_bytes());
        let row = header.row(payload, &hash);
        self.append(&row, &hash)?;
        (self.head.dseq, self.head.hash, self.head.hlc) = (row.dseq, hash, row.hlc);
        Ok(())
    }

    fn append(&self, row: &OpRow, hash: &[u8; 32]) -> Result<()> {
        let mut insert = self.sql.prepare_cached(
            "INSERT INTO op (dv, dseq, st, kind, ver, hlc, flags, phash, hash, payload, rx_ms)
             VALUES (:dv, :dseq, :st, :kind, :ver, :hlc, :flags, :phash, :hash, :payload, :rx_ms)",
        )?;
        let phash = *blake3::hash(row.payload.as_bytes()).as_bytes();
        insert.execute(named_params! {
            ":dv": row.dv, ":dseq": row.dseq, ":st": row.st, ":kind": row.kind, ":ver": row.ver,
            ":hlc": row.hlc, ":flags": row.flags, ":phash": &phash[..], ":hash": &hash[..], ":payload": row.payload,
            ":rx_ms": self.stamp.now_ms,
        })?;
        Ok(())
    }

    pub(crate) fn sql(&self) -> &Transaction<'a> {
        self.sql
    }
}

impl Header {
    fn next(head: &LogHead, op: &Op, now_ms: i64, flags: i64) -> Self {
        Self {
            dv: head.dv,
            dseq: head.dseq + 1,
            st: op.stream(),
            kind: op.kind(),
            ver: 1,
            hlc: hlc::next(head.hlc, now_ms, 0),
            flags,
        }
    }
}
