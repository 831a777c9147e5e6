//! Bringing lost records back from another copy of the database (fiscal.md 7.7): byte for byte, verified, journaled.
//!
//! Where the copy goes on exactly where this database ends, its operations are replayed, so that documents, shifts and
//! stock come back with the records. Where somebody changed this database meanwhile (an article, a user), only the
//! signed records can be fetched: the books are then whole, and the journal says that documents were not rebuilt.

use api::types::{BooksHealth, IncidentKind, RestoreSource};
use api::{Fault, FaultCode, Topic};
use domain::ids::WorkstationId;
use fiscal::verify::Verdict;
use fiscal::{Anchor, FiscalRecord, JetEvent};
use store::tables::{books, copies, fiscal as chains, ops};
use store::{Db, Op, ReadOnlyStore};

use super::copy::{conflict, open, operations};
use super::{health, settled};
use crate::context::{Context as _, Mutation};
use crate::error::{Error, Result, refuse};
use crate::fiscal_book::Book;
use crate::keys;
use crate::shared::lock;
use crate::verify::verifier_behind;

/// Operations or records taken over at once.
const PAGE: u32 = 500;

/// Records that are missing at a workstation.
struct Missing {
    terminal: WorkstationId,
    found: i64,
    anchor: Anchor,
}

/// Fetches what is missing from a file. All of it comes back, or nothing changes.
pub fn fetch(cx: &mut Mutation<'_, '_>, request: &RestoreSource) -> Result<BooksHealth> {
    let copy = open(cx, &request.path)?;
    let missing = missing(cx);
    if missing.is_empty() {
        return refuse(FaultCode::NothingToDecide);
    }
    missing.iter().try_for_each(|one| offers(cx, &copy, one))?;
    let complete = operations(&copy, &books::log_identity(cx.db())?)? > 0;
    if complete {
        adopt(cx, &copy)?;
    } else {
        take_records(cx, &copy, &missing)?;
    }
    for one in &missing {
        prove(cx.db(), one)?;
        journal(cx, one, &request.path, complete)?;
    }
    let terminals: Vec<WorkstationId> = missing.iter().map(|one| one.terminal).collect();
    let health = settled(health(cx)?, &terminals);
    cx.after.push(Box::new(move |shared| {
        // A replayed rotation, a replayed cart: nothing that was remembered is sure to be so still.
        lock(&shared.keys).clear();
        lock(&shared.frames).clear();
        terminals.iter().for_each(|terminal| shared.books.set_incident(*terminal, None));
        shared.books.bell.ring();
    }));
    let topics =
        [Topic::Books, Topic::Documents, Topic::Shift, Topic::Stock, Topic::Catalogue, Topic::Customers];
    cx.touch(&topics);
    Ok(health)
}

fn missing(cx: &Mutation<'_, '_>) -> Vec<Missing> {
    let incidents = cx.shared.books.incidents().into_iter();
    let missing = incidents.filter(|(_, one)| one.kind == IncidentKind::RecordsMissing);
    missing
        .filter_map(|(terminal, one)| Some(Missing { terminal, found: one.found, anchor: one.anchor? }))
        .collect()
}

/// Refuses a copy that does not hold the very record that was anchored, or has gone its own way before it.
fn offers(cx: &Mutation<'_, '_>, copy: &ReadOnlyStore, one: &Missing) -> Result<()> {
    let last = copy.read(|db| Ok::<_, Error>(books::last_seq(db, one.terminal)?))?;
    if let Some(position) = conflict(cx, copy, one.terminal, one.found.min(last))? {
        return Err(Fault::refused(FaultCode::RestoreForked).with("position", position).into());
    }
    let link = copy.read(|db| Ok::<_, Error>(books::link_at(db, one.terminal, one.anchor.global_seq)?))?;
    match link {
        Some(link) if link == one.anchor.link_global => Ok(()),
        Some(_) => {
            Err(Fault::refused(FaultCode::RestoreForked).with("position", one.anchor.global_seq).into())
        }
        None => {
            let short = Fault::refused(FaultCode::RestoreShort).with("offered", last);
            Err(short.with("anchored", one.anchor.global_seq).into())
        }
    }
}

fn adopt(cx: &mut Mutation<'_, '_>, copy: &ReadOnlyStore) -> Result<()> {
    loop {
        let after = books::log_identity(cx.db())?.dseq;
        let page = copy.read(|db| Ok::<_, Error>(ops::after(db, after, PAGE)?))?;
        if page.is_empty() {
            return Ok(());
        }
        cx.tx.adopt(&page).map_err(|error| damaged(&error))?;
    }
}

fn take_records(cx: &mut Mutation<'_, '_>, copy: &ReadOnlyStore, missing: &[Missing]) -> Result<()> {
    for one in missing {
        let mut after = one.found;
        while after < one.anchor.global_seq {
            let page: Vec<FiscalRecord> =
                copy.read(|db| Ok::<_, Error>(chains::records(db, one.terminal, after, PAGE)?))?;
            let Some(last) = page.last() else { break };
            after = last.global_seq;
            cx.tx.emit(Op::FiscalRecorded(page)).map_err(|error| damaged(&error))?;
        }
    }
    Ok(())
}

fn damaged(error: &store::Error) -> Error {
    Fault::refused(FaultCode::RestoreUnreadable).with("detail", error.to_string()).into()
}

/// Every record that came back verifies, and the anchored one is where the anchor says.
fn prove(db: Db<'_>, one: &Missing) -> Result<()> {
    let mut verifier = verifier_behind(db, one.terminal, one.found)?;
    let mut after = one.found;
    loop {
        let page = chains::records(db, one.terminal, after, PAGE)?;
        let Some(last) = page.last() else { break };
        after = last.global_seq;
        page.iter().for_each(|record| verifier.push(record));
    }
    let report = verifier.finish(Some(&chains::state(db, one.terminal)?.heads));
    let link = books::link_at(db, one.terminal, one.anchor.global_seq)?;
    if report.verdict() == Verdict::Broken || link.as_ref() != Some(&one.anchor.link_global) {
        let position = report.findings.first().map_or(one.anchor.global_seq, |f| f.position.global_seq);
        return Err(Fault::refused(FaultCode::RestoreUnreadable).with("detail", position).into());
    }
    Ok(())
}

fn journal(cx: &mut Mutation<'_, '_>, one: &Missing, path: &str, complete: bool) -> Result<()> {
    let workstation = cx.find_workstation(one.terminal)?;
    let key = keys::of_terminal(cx.shared, one.terminal)?;
    let mut book = Book::with_key(cx, one.terminal, &workstation.code, key)?;
    let by = cx.caller.user()?.name.clone();
    let name =
        std::path::Path::new(path.trim()).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let restored = book.journal(JetEvent::BackupRestored, format!("Décision de {by}"))?;
    copies::paid(cx.tx, one.terminal)?;
    let what =
        if complete { "opérations rejouées" } else { "enregistrements seuls, documents non reconstruits" };
    let range =
        format!("Enregistrements {} à {} repris de {name} : {what}", one.found + 1, one.anchor.global_seq);
    let imported = book.journal(JetEvent::DataImported, range)?;
    cx.emit(Op::FiscalRecorded(vec![restored, imported]))
}
