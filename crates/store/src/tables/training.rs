//! Training mode: the sessions that are in it, and how far a training database has copied the shop's master data.

use domain::ids::{UserId, WorkstationId};
use uuid::Uuid;

use super::{all, one, run};
use crate::error::Result;
use crate::reader::Db;
use crate::tx::Tx;

/// A session in training, as the real database knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrainingSession {
    /// The session.
    pub id: Uuid,
    /// The real workstation that it left for training.
    pub workstation: WorkstationId,
    /// The operator who answers for it.
    pub user: UserId,
}

/// Notes that a session has gone into training.
pub fn begin(tx: &Tx<'_>, session: TrainingSession) -> Result<()> {
    let sql =
        "INSERT INTO training_session (id, workstation_id, user_id, started_ms) VALUES (?1, ?2, ?3, ?4)";
    run(tx.sql(), sql, (session.id, session.workstation.0, session.user.0, tx.now_ms()))?;
    Ok(())
}

/// Notes that a session has left training.
pub fn end(tx: &Tx<'_>, id: Uuid) -> Result<()> {
    run(tx.sql(), "DELETE FROM training_session WHERE id = ?1", [id])?;
    Ok(())
}

/// The sessions in training, the oldest first.
pub fn sessions(db: Db<'_>) -> Result<Vec<TrainingSession>> {
    let sql = "SELECT id, workstation_id, user_id FROM training_session ORDER BY started_ms, id";
    all(db.0, sql, [], |r| {
        Ok(TrainingSession { id: r.get(0)?, workstation: WorkstationId(r.get(1)?), user: UserId(r.get(2)?) })
    })
}

/// Which database a training database copies, and up to which operation it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrainingSource {
    /// The copied database, see [`instance`].
    pub instance: Uuid,
    /// Number of the last operation that was copied.
    pub dseq: i64,
}

/// What a training database copies; none before its first copy.
pub fn source(db: Db<'_>) -> Result<Option<TrainingSource>> {
    one(db.0, "SELECT instance, dseq FROM training_source", [], |r| {
        Ok(TrainingSource { instance: r.get(0)?, dseq: r.get(1)? })
    })
}

/// Notes how far the copy has come.
pub fn set_source(tx: &Tx<'_>, source: TrainingSource) -> Result<()> {
    let sql = "INSERT INTO training_source (one, instance, dseq) VALUES (1, ?1, ?2)
       ON CONFLICT DO UPDATE SET instance = excluded.instance, dseq = excluded.dseq";
    run(tx.sql(), sql, (source.instance, source.dseq))?;
    Ok(())
}

/// The identity of a database file.
pub fn instance(db: Db<'_>) -> Result<Uuid> {
    Ok(one(db.0, "SELECT instance FROM self WHERE one = 1", [], |r| r.get(0))?.unwrap_or_default())
}
