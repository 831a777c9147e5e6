//! Writing a planned import on a thread of its own: all rows in one transaction, or none.

use std::sync::Arc;

use api::types::{ImportFile, ImportKind};
use api::{Event, ImportPhase, Topic};
use fiscal::JetEvent;
use store::Stamp;

use super::plan::{Order, Plan};
use super::preview::small;
use super::{Import, articles, customers, read_file};
use crate::context::{Caller, Mutation};
use crate::error::{Error, Result};
use crate::shared::Shared;

/// Rows between two progress events, and between two looks at the cancel button.
const STEP: u32 = 250;

/// Runs an import on a thread of its own.
pub fn start(shared: &Arc<Shared>, import: Arc<Import>, caller: Caller, file: ImportFile, order: Order) {
    let (shared, failed, kind) = (Arc::clone(shared), Arc::clone(&import), order.kind);
    let again = Arc::clone(&shared);
    let body = move || {
        let result = run(&shared, &import, caller, &file, order);
        finish(&shared, &import, kind, result);
    };
    if let Err(error) = std::thread::Builder::new().name("import".to_owned()).spawn(body) {
        finish(&again, &failed, kind, Err(store::Error::from(error).into()));
    }
}

fn finish(shared: &Arc<Shared>, import: &Import, kind: ImportKind, result: Result<()>) {
    let (phase, fault) = match result {
        Ok(()) => (ImportPhase::Done, None),
        Err(Error::Cancelled) => (ImportPhase::Cancelled, None),
        Err(error) => {
            let trace = shared.new_id(shared.clock.now_ms()).simple().to_string();
            (ImportPhase::Failed, Some(error.into_fault("import", &trace)))
        }
    };
    let status = import.update(|s| {
        s.phase = phase;
        s.fault = fault;
        if phase != ImportPhase::Done {
            (s.done, s.created, s.updated) = (0, 0, 0);
        }
    });
    shared.send(&Event::Import {
        import_id: status.import_id,
        phase,
        done: status.done,
        total: status.total,
    });
    if phase == ImportPhase::Done {
        let topics = match kind {
            ImportKind::Articles => vec![Topic::Catalogue, Topic::Stock, Topic::Shop],
            ImportKind::Customers => vec![Topic::Customers],
        };
        shared.send(&Event::Changed { topics, workstation: None, client: None });
    }
}

fn run(
    shared: &Arc<Shared>,
    import: &Arc<Import>,
    caller: Caller,
    file: &ImportFile,
    order: Order,
) -> Result<()> {
    let table = read_file(file)?;
    let stamp = Stamp { now_ms: shared.clock.now_ms(), actor: caller.actor() };
    let (job_shared, job_import) = (Arc::clone(shared), Arc::clone(import));
    let name = file.name.clone();
    shared.store.write(stamp, move |tx| {
        // Planned inside the transaction: nothing can change between the plan and the writing.
        let plan = Plan::of(tx.db(), tx.now_ms(), table, &order)?;
        let mut cx = Mutation::new(tx, &caller, &job_shared);
        write(&mut cx, &job_import, &plan, &name)
    })
}

/// Every planned row, and JET 140.
fn write(cx: &mut Mutation<'_, '_>, import: &Import, plan: &Plan, file: &str) -> Result<()> {
    let (total, skipped, rejected) = (small(plan.rows()), small(plan.skipped()), small(plan.rejected_rows()));
    import.update(|s| (s.total, s.skipped, s.rejected) = (total, skipped, rejected));
    let what = match plan {
        Plan::Articles(plan) => {
            articles::write(cx, import, plan)?;
            "articles"
        }
        Plan::Customers(plan) => {
            customers::write(cx, import, plan)?;
            "clients"
        }
    };
    crate::journal::note(cx, JetEvent::DataImported, format!("{file}: {total} {what}"))
}

impl Import {
    /// Counts a row that was written; from time to time tells windows, and stops if somebody asked for it.
    pub(super) fn wrote(&self, shared: &Arc<Shared>, existed: bool) -> Result<()> {
        let status = self.update(|s| {
            s.done += 1;
            *(if existed { &mut s.updated } else { &mut s.created }) += 1;
        });
        let (import_id, done, total) = (status.import_id, status.done, status.total);
        if done % STEP != 0 && done != total {
            return Ok(());
        }
        if self.is_cancelled() || shared.is_stopping() {
            return Err(Error::Cancelled);
        }
        shared.send(&Event::Import { import_id, phase: ImportPhase::Running, done, total });
        Ok(())
    }
}
