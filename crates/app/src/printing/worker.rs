//! The worker that sends print jobs: one thread, one printer at a time per workstation, never in the way of a sale.

use std::sync::Arc;
use std::time::{Duration, Instant};

use api::types::{PrintJobKind, PrintJobState, TimingKind};
use api::{Event, Topic};
use devices::{BlockReason, DrawerKick, EscPosPrinter, JobId, NotSent, SubmitOutcome, Unconfirmed};
use domain::ids::WorkstationId;
use store::op::DocumentPrinted;
use store::tables::print_jobs::{self, PrintJobRow};
use store::tables::settings::{self, WorkstationRow};
use store::{Actor, Op, Stamp, Tx};

use super::jobs::{name_of, named};
use super::profile::{name, profile};
use crate::crash_points::CrashPoint;
use crate::error::{Error, Result};
use crate::shared::Shared;
use crate::views::printer_of;

/// A printer that cannot print is asked again this often (hardware.md 1.9).
const RETRY: Duration = Duration::from_secs(3);

/// Starts the worker; it ends when the program stops.
pub fn start(shared: &Arc<Shared>) -> Result<()> {
    let shared = Arc::clone(shared);
    let body = move || {
        while !shared.is_stopping() {
            if let Err(error) = round(&shared) {
                tracing::error!(%error, "print worker");
            }
            shared.print_bell.wait(RETRY);
        }
    };
    std::thread::Builder::new().name("printing".to_owned()).spawn(body).map_err(store::Error::from)?;
    Ok(())
}

/// Sends what can be sent now.
fn round(shared: &Shared) -> Result<()> {
    let workstations = shared.store.read(|db| Ok::<_, Error>(print_jobs::workstations_with_work(db)?))?;
    for id in workstations {
        let row = shared.store.read(|db| Ok::<_, Error>(settings::workstation(db, id)?))?;
        if let Some(workstation) = row {
            send_all(shared, &workstation)?;
        }
    }
    Ok(())
}

/// Sends the jobs of a workstation in order, until one cannot be printed. A drawer pulse never waits behind a
/// ticket, and a job that a person must judge holds nothing up.
fn send_all(shared: &Shared, workstation: &WorkstationRow) -> Result<()> {
    let jobs = shared.store.read(|db| Ok::<_, Error>(print_jobs::waiting(db, workstation.id)?))?;
    let (drawers, papers): (Vec<_>, Vec<_>) = jobs.into_iter().partition(|j| j.kind == "drawer");
    for job in drawers.into_iter().filter(|j| j.state != "unconfirmed") {
        send(shared, workstation, &job)?;
    }
    for job in papers.into_iter().filter(|j| j.state != "unconfirmed") {
        if !send(shared, workstation, &job)? || shared.is_stopping() {
            break;
        }
    }
    Ok(())
}

/// Sends one job; false when the printer cannot print now. A failure on our side puts the job back.
fn send(shared: &Shared, workstation: &WorkstationRow, job: &PrintJobRow) -> Result<bool> {
    if !claim(shared, job)? {
        return Ok(true);
    }
    let sent = try_send(shared, workstation, job);
    if sent.is_err() {
        settle(shared, workstation, job, PrintJobState::Blocked, Some("error"))?;
    }
    sent
}

fn try_send(shared: &Shared, workstation: &WorkstationRow, job: &PrintJobRow) -> Result<bool> {
    let left_ms = job.deadline_ms.map(|deadline| deadline - shared.clock.now_ms());
    if left_ms.is_some_and(|left| left < 0) {
        settle(shared, workstation, job, PrintJobState::Cancelled, Some("too_late"))?;
        return Ok(true);
    }
    let Some(settings) = printer_of(workstation)? else {
        settle(shared, workstation, job, PrintJobState::Blocked, Some("no_printer"))?;
        return Ok(false);
    };
    let printer = EscPosPrinter::from_profile(&profile(&settings));
    let is_drawer = named::<PrintJobKind>(&job.kind)? == PrintJobKind::Drawer;
    let outcome = if is_drawer {
        let left = Duration::from_millis(u64::try_from(left_ms.unwrap_or(0)).unwrap_or(0));
        printer.kick(&DrawerKick { bytes: job.bytes.clone(), deadline: Instant::now() + left })
    } else {
        CrashPoint::PrintMarked.reached();
        submit(shared, &printer, job)
    };
    CrashPoint::Printed.reached();
    let (state, problem) = judge(&outcome);
    // Nobody can say whether a drawer opened but the one who stands before it, and it is not asked twice.
    let state = match state {
        PrintJobState::Unconfirmed if is_drawer => PrintJobState::Done,
        state => state,
    };
    settle(shared, workstation, job, state, problem)?;
    Ok(matches!(state, PrintJobState::Done | PrintJobState::Unconfirmed))
}

/// Sends a paper, and counts how long it took to be proven.
fn submit(shared: &Shared, printer: &EscPosPrinter, job: &PrintJobRow) -> SubmitOutcome {
    let started = Instant::now();
    let outcome = printer.submit(&job.bytes, JobId::from_number(job.id.0.as_u64_pair().1));
    if matches!(outcome, SubmitOutcome::Confirmed) {
        let (kind, now_ms) = (TimingKind::Print, shared.clock.now_ms());
        shared.timings.note(job.workstation, kind, started.elapsed(), now_ms);
    }
    outcome
}

/// Takes a job to send it, unless a person has given it up since it was listed. From here on bytes may leave: a
/// crash must find the job in this state.
fn claim(shared: &Shared, job: &PrintJobRow) -> Result<bool> {
    let stamp = Stamp { now_ms: shared.clock.now_ms(), actor: Actor::default() };
    let (id, sending) = (job.id, name_of(PrintJobState::Sending)?);
    let claimed = shared.store.write(stamp, move |tx| {
        let current = print_jobs::by_id(tx.db(), id)?;
        let waits = current.is_some_and(|j| j.state == "queued" || j.state == "blocked");
        if waits {
            print_jobs::set_state(tx, id, &sending, None, true)?;
        }
        Ok::<_, Error>(waits)
    })?;
    if claimed {
        let state = PrintJobState::Sending;
        shared.send(&Event::PrintJob { job_id: job.id, workstation: job.workstation, state });
    }
    Ok(claimed)
}

/// What an outcome means for a job.
fn judge(outcome: &SubmitOutcome) -> (PrintJobState, Option<&'static str>) {
    match outcome {
        SubmitOutcome::Confirmed => (PrintJobState::Done, None),
        SubmitOutcome::SentUnconfirmed(why) if why.is_all_that_was_asked() => (PrintJobState::Done, None),
        SubmitOutcome::SentUnconfirmed(why) => (PrintJobState::Unconfirmed, Some(doubt(why))),
        SubmitOutcome::Blocked(reason) => (PrintJobState::Blocked, Some(obstacle(*reason))),
        SubmitOutcome::NotSent(reason) => (PrintJobState::Blocked, Some(unreached(reason))),
    }
}

fn obstacle(reason: BlockReason) -> &'static str {
    match reason {
        BlockReason::Offline => "offline",
        BlockReason::PaperOut => "paper_out",
        BlockReason::CoverOpen => "cover_open",
        BlockReason::Error => "error",
    }
}

fn unreached(reason: &NotSent) -> &'static str {
    match reason {
        NotSent::NoAnswer => "no_answer",
        NotSent::Garbage { .. } => "error",
        NotSent::Lost { .. } => "connection_lost",
        _ => "unreachable",
    }
}

fn doubt(why: &Unconfirmed) -> &'static str {
    match why {
        Unconfirmed::Blocked(reason) => obstacle(*reason),
        Unconfirmed::Lost(_) => "connection_lost",
        _ => "no_answer",
    }
}

/// Writes a job's state; a finished document print counts (PRT-01), with who asked for it and where (PRT-11).
fn settle(
    shared: &Shared,
    workstation: &WorkstationRow,
    job: &PrintJobRow,
    state: PrintJobState,
    problem: Option<&'static str>,
) -> Result<()> {
    let stamp = Stamp {
        now_ms: shared.clock.now_ms(),
        actor: Actor { user: job.created_by, workstation: Some(workstation.id), approved_by: None },
    };
    let printer = printer_of(workstation)?.map(|p| name(&p)).unwrap_or_default();
    let (row, state_name) = (job.clone(), name_of(state)?);
    shared.store.write(stamp, move |tx| {
        print_jobs::set_state(tx, row.id, &state_name, problem, false)?;
        if state == PrintJobState::Done { printed(tx, &row, printer) } else { Ok(()) }
    })?;
    shared.send(&Event::PrintJob { job_id: job.id, workstation: job.workstation, state });
    let topics = vec![Topic::Printing, Topic::Documents];
    shared.send(&Event::Changed { topics, workstation: Some(job.workstation), client: None });
    Ok(())
}

/// A document came out of the printer.
pub fn printed(tx: &mut Tx<'_>, job: &PrintJobRow, printer: String) -> Result<()> {
    let Some(document) = job.document else { return Ok(()) };
    tx.emit(Op::DocumentPrinted(DocumentPrinted {
        document,
        print_number: job.print_number,
        job: job.id,
        user: job.created_by,
        printer,
        format: "ticket".to_owned(),
        duplicate_in: job.shift,
    }))?;
    Ok(())
}

/// The printer of a workstation, as the print history calls it.
pub fn printer_name(db: store::Db<'_>, workstation: WorkstationId) -> Result<String> {
    let row = settings::workstation(db, workstation)?;
    Ok(row.map(|w| printer_of(&w)).transpose()?.flatten().map(|p| name(&p)).unwrap_or_default())
}
