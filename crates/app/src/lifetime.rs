//! When the program starts and stops, as the journal of each workstation tells it (fiscal.md 1.5 and 7.7).
//!
//! A workstation that runs is noted on this device. The note goes when the program stops as it should; one that is
//! still there at the next start was left by a crash (JET 950). Then come the versions, if they changed (JET 250), and
//! the start itself (JET 80). What cannot be journaled, because the clock is wrong or the key is missing, stops nobody: the
//! note stays as it is, and the next start tries again.

use std::sync::Arc;

use domain::ids::WorkstationId;
use fiscal::{FISCAL_VERSION, FiscalRecord, JetEvent, Stamp};
use store::tables::settings::{self, WorkstationRow};
use store::tables::{documents, runs};
use store::{Actor, Op};

use crate::VERSION;
use crate::context::{Caller, Context as _, Mutation};
use crate::error::{Error, Result};
use crate::fiscal_book::Book;
use crate::shared::Shared;

/// Journals the start at every workstation in use.
pub fn started(shared: &Arc<Shared>) {
    let read = |db: store::Db<'_>| -> Result<_> {
        let mut starting = Vec::new();
        for row in settings::workstations(db)?.into_iter().filter(|w| w.active) {
            if documents::is_enrolled(db, row.id)? {
                starting.push(row);
            }
        }
        Ok((starting, runs::running(db)?))
    };
    let (starting, left) = shared.store.read(read).unwrap_or_else(|error| {
        tracing::warn!(%error, "the start is not journaled");
        (Vec::new(), Vec::new())
    });
    for row in starting {
        let since = left.iter().find(|(id, _)| *id == row.id).map(|(_, since)| *since);
        journal(shared, &row, move |cx, book| start(cx, book, since));
    }
}

/// Journals the stop at every workstation that runs.
pub fn stopped(shared: &Arc<Shared>) {
    let read = |db: store::Db<'_>| -> Result<_> {
        let running: Vec<WorkstationId> = runs::running(db)?.into_iter().map(|(id, _)| id).collect();
        Ok(settings::workstations(db)?.into_iter().filter(|w| running.contains(&w.id)).collect::<Vec<_>>())
    };
    let running = shared.store.read(read).unwrap_or_else(|error| {
        tracing::warn!(%error, "the stop is not journaled");
        Vec::new()
    });
    for row in running {
        journal(shared, &row, |cx, book| {
            let id = book.workstation();
            runs::stop(cx.tx, id)?;
            Ok(vec![book.journal(JetEvent::TerminalStopped, "arrêt du programme")?])
        });
    }
}

fn start(cx: &mut Mutation<'_, '_>, book: &mut Book, since: Option<i64>) -> Result<Vec<FiscalRecord>> {
    let id = book.workstation();
    let mut records = Vec::new();
    if let Some(since) = since {
        let since = Stamp::from_unix(since.div_euclid(1000), 0).map_err(|e| Error::Bug(e.to_string()))?;
        let info = format!("en marche depuis {}, sans arrêt noté", since.ts_utc);
        records.push(book.journal(JetEvent::UncleanShutdown, info)?);
    }
    let now = (VERSION.to_owned(), FISCAL_VERSION.to_owned());
    if let Some((software, rules)) = runs::last_versions(cx.db(), id)?.filter(|last| *last != now) {
        let info = format!("logiciel {software} → {VERSION}, règles fiscales {rules} → {FISCAL_VERSION}");
        records.push(book.journal(JetEvent::VersionChanged, info)?);
    }
    let info = format!("démarrage du programme {VERSION}, règles fiscales {FISCAL_VERSION}");
    records.push(book.journal(JetEvent::TerminalStarted, info)?);
    runs::start(cx.tx, id)?;
    Ok(records)
}

/// Writes what `tell` journals, in a transaction of its own: one workstation does not keep another from telling.
fn journal<F>(shared: &Arc<Shared>, workstation: &WorkstationRow, tell: F)
where
    F: FnOnce(&mut Mutation<'_, '_>, &mut Book) -> Result<Vec<FiscalRecord>> + Send + 'static,
{
    let (job, row) = (Arc::clone(shared), workstation.clone());
    let stamp = store::Stamp { now_ms: shared.clock.now_ms(), actor: Actor::default() };
    let written = shared.store.write(stamp, move |tx| {
        let caller = Caller::default();
        let mut cx = Mutation::new(tx, &caller, &job);
        let mut book = Book::open(&cx, &row)?;
        let records = tell(&mut cx, &mut book)?;
        cx.emit(Op::FiscalRecorded(records))
    });
    if let Err(error) = written {
        tracing::warn!(workstation = workstation.code, %error, "start or stop is not journaled");
    }
}
