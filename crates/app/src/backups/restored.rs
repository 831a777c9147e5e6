//! After a restore: the file that was a copy becomes the shop's, and every journal says so (BAK-02; fiscal.md 7.7, JET 940).
//!
//! A copy is marked as one from the moment it is made, so that a file which somebody put in place by hand is noticed too. What
//! the books then lack against the anchors outside the database is declared by who owns those (JET 941), not here.

use std::sync::Arc;

use fiscal::JetEvent;
use store::tables::copies::{self, Owed};
use store::{Actor, Op, Stamp, Store};
use uuid::Uuid;

use crate::clock::LocalMoment;
use crate::context::{Caller, Context as _, Mutation};
use crate::error::{Error, Result};
use crate::fiscal_book::Book;
use crate::shared::Shared;

/// At start: a copy becomes the database in use, with an instance of its own. True when it was one.
pub fn adopt(store: &Store, now_ms: i64) -> Result<bool> {
    let about = store.read(copies::about)?;
    if about.is_backup {
        let (instance, state_ms) = (Uuid::now_v7(), about.state_ms.unwrap_or(now_ms));
        let stamp = Stamp { now_ms, actor: Actor::default() };
        store.write(stamp, move |tx| Ok::<_, Error>(copies::adopt(tx, instance, state_ms)?))?;
    }
    Ok(about.is_backup)
}

/// At start: writes into the journal of each workstation that it goes on from a backup. Where records are missing, that waits
/// for what a manager decides about them, and is written with the decision. What cannot be written now is when the program
/// next starts.
pub fn journal_restored(shared: &Arc<Shared>) {
    let owed = shared.store.read(|db| Ok::<_, Error>(copies::owed(db)?));
    match owed {
        Ok(owed) => owed.into_iter().for_each(|one| {
            if let Err(error) = journal(shared, one) {
                tracing::warn!(%error, terminal = %one.terminal, "a restore is not journaled yet");
            }
        }),
        Err(error) => tracing::warn!(%error, "what was restored cannot be read"),
    }
}

fn journal(shared: &Arc<Shared>, owed: Owed) -> Result<()> {
    let Owed { terminal, state_ms, written } = owed;
    let caller = Caller { workstation: Some(terminal), ..Caller::default() };
    let stamp = Stamp { now_ms: shared.clock.now_ms(), actor: caller.actor() };
    let program = Arc::clone(shared);
    shared.store.write(stamp, move |tx| {
        let mut cx = Mutation::new(tx, &caller, &program);
        if written {
            return Ok(copies::paid(cx.tx, terminal)?);
        }
        let workstation = cx.find_workstation(terminal)?;
        let at = LocalMoment::of(state_ms, cx.country()?).civil().strftime("%d/%m/%Y %H:%M:%S").to_string();
        let last =
            copies::last_ticket(cx.db())?.map_or_else(String::new, |(number, _)| format!(", {number}"));
        let info = format!("Sauvegarde arrêtée au {at}{last}");
        let record = Book::open(&cx, &workstation)?.journal(JetEvent::BackupRestored, info)?;
        cx.emit(Op::FiscalRecorded(vec![record]))?;
        Ok::<_, Error>(copies::paid(cx.tx, terminal)?)
    })
}
