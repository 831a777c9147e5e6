//! One verification, in a thread of its own.

use std::sync::Arc;
use std::time::{Duration, Instant};

use api::types::{IntegrityPhase, IntegrityProgress, IntegrityResult};
use api::{Event, Topic};
use domain::ids::{UserId, WorkstationId};
use fiscal::TerminalHeads;
use store::tables::integrity::{RunRow, keep_run};
use store::tables::{fiscal as chains, settings};
use store::{Actor, Stamp};

use super::report::{defects, result};
use super::tables;
use crate::books::{journal_defects, note_defects};
use crate::error::{Error, Result};
use crate::shared::Shared;
use crate::verify::verifier_behind;

/// Records read and verified at once.
const PAGE: u32 = 200;
/// The rest after each page: a sale comes first.
const PAUSE: Duration = Duration::from_millis(2);
/// How often windows are told.
const TELL: Duration = Duration::from_millis(400);

/// Verifies in a thread of its own. The place was claimed before.
pub fn spawn(shared: &Arc<Shared>, asked_by: Option<UserId>) {
    let owner = Arc::clone(shared);
    let body = move || carry_out(&owner, asked_by, true);
    if let Err(error) = std::thread::Builder::new().name("integrity".to_owned()).spawn(body) {
        tracing::error!(%error, "verification");
        end(shared, IntegrityPhase::Failed, asked_by);
    }
}

/// Verifies now, the records and then perhaps the tables; returns when it is done.
pub fn carry_out(shared: &Arc<Shared>, asked_by: Option<UserId>, with_tables: bool) {
    let phase = verify_all(shared).unwrap_or_else(|error| {
        tracing::error!(%error, "verification");
        IntegrityPhase::Failed
    });
    if with_tables && phase == IntegrityPhase::Done {
        tables::carry_out(shared);
    }
    end(shared, phase, asked_by);
    // Those who sign in are told of what was found.
    shared.send(&Event::Changed { topics: vec![Topic::Books], workstation: None, client: None });
}

/// The workstations and where their books end now: what is signed meanwhile is left to the next verification.
fn targets(shared: &Shared) -> Result<Vec<(WorkstationId, String, TerminalHeads)>> {
    shared.store.read(|db| {
        let mut targets = Vec::new();
        for terminal in chains::terminals(db)? {
            let code = settings::workstation(db, terminal)?.map_or_else(|| terminal.to_string(), |w| w.code);
            targets.push((terminal, code, chains::state(db, terminal)?.heads));
        }
        Ok(targets)
    })
}

fn verify_all(shared: &Arc<Shared>) -> Result<IntegrityPhase> {
    let targets = targets(shared)?;
    let total: i64 = targets.iter().map(|(_, _, heads)| heads.global_seq).sum();
    tell(shared, |progress| progress.total = u64::try_from(total).unwrap_or(0));
    for (terminal, code, heads) in targets {
        let Some(found) = verify_one(shared, terminal, code, &heads)? else {
            return Ok(IntegrityPhase::Cancelled);
        };
        if !defects(&found).is_empty() {
            note_defects(shared, terminal, defects(&found))?;
            journal_defects(shared, terminal);
        }
        tell(shared, |progress| progress.workstations.push(found));
    }
    Ok(IntegrityPhase::Done)
}

/// None when it was stopped.
fn verify_one(
    shared: &Shared,
    terminal: WorkstationId,
    code: String,
    heads: &TerminalHeads,
) -> Result<Option<IntegrityResult>> {
    let mut verifier = shared.store.read(|db| verifier_behind(db, terminal, 0))?;
    let (mut after, mut told) = (0, Instant::now());
    let mut since_told = 0_u64;
    while after < heads.global_seq {
        if shared.is_stopping() || shared.integrity.is_cancelled() {
            return Ok(None);
        }
        let mut page = shared.store.read(|db| Ok::<_, Error>(chains::records(db, terminal, after, PAGE)?))?;
        page.retain(|record| record.global_seq <= heads.global_seq);
        let Some(last) = page.last() else { break };
        after = last.global_seq;
        page.iter().for_each(|record| verifier.push(record));
        since_told += u64::try_from(page.len()).unwrap_or(0);
        if told.elapsed() > TELL {
            let read = std::mem::take(&mut since_told);
            tell(shared, |progress| progress.done += read);
            told = Instant::now();
        }
        std::thread::sleep(PAUSE);
    }
    tell(shared, |progress| progress.done += since_told);
    Ok(Some(result(terminal, code, &verifier.finish(Some(heads)))))
}

/// Changes the progress, and tells windows.
pub fn tell(shared: &Shared, change: impl FnOnce(&mut IntegrityProgress)) {
    let event: Option<Event> = shared.integrity.change(change);
    if let Some(event) = event {
        shared.send(&event);
    }
}

/// It is kept before anybody hears of its end: who then asks what is known is told of this one.
fn end(shared: &Shared, phase: IntegrityPhase, asked_by: Option<UserId>) {
    let Some(mut ended) = shared.integrity.current() else { return };
    (ended.phase, ended.ended_ms) = (phase, Some(shared.clock.now_ms()));
    if let Err(error) = keep(shared, &ended, asked_by) {
        tracing::error!(%error, "the verification is not kept");
    }
    tell(shared, |progress| *progress = ended);
}

fn keep(shared: &Shared, progress: &IntegrityProgress, asked_by: Option<UserId>) -> Result<()> {
    let now_ms = shared.clock.now_ms();
    let phase = serde_json::to_value(progress.phase)?.as_str().unwrap_or_default().to_owned();
    let row = RunRow {
        started_ms: progress.started_ms.unwrap_or(now_ms),
        ended_ms: now_ms,
        asked_by,
        phase,
        records: i64::try_from(progress.done).unwrap_or(i64::MAX),
        report: serde_json::to_string(progress)?,
    };
    let stamp = Stamp { now_ms, actor: Actor { user: asked_by, ..Actor::default() } };
    shared.store.write(stamp, move |tx| Ok::<_, Error>(keep_run(tx, &row)?))
}
