//! The print queue.

use api::types::{
    Empty, PrintJobRef, PrintJobResolve, PrintJobState, PrintJobView, PrintQueue, WorkstationRef,
};
use api::{FaultCode, Topic};
use domain::ids::PrintJobId;
use store::tables::print_jobs::{self, PrintJobRow};

use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::printing::{job_view, name_of, queue, worker};
use crate::views::printer_of;

/// Finished jobs shown.
const RECENT: u32 = 20;

/// The jobs of the workstation.
pub fn print_queue(cx: &Query<'_>, _: Empty) -> Result<PrintQueue> {
    let workstation = cx.workstation_row()?;
    let waiting = print_jobs::waiting(cx.db, workstation.id)?;
    let recent = print_jobs::recent(cx.db, workstation.id, RECENT)?;
    Ok(PrintQueue {
        waiting: waiting.iter().map(job_view).collect::<Result<_>>()?,
        recent: recent.iter().map(job_view).collect::<Result<_>>()?,
        has_printer: printer_of(&workstation)?.is_some(),
    })
}

fn find(cx: &impl Context, id: PrintJobId) -> Result<PrintJobRow> {
    print_jobs::by_id(cx.db(), id)?.ok_or_else(|| refusal(FaultCode::PrintJobNotFound))
}

fn move_to(cx: &mut Mutation<'_, '_>, id: PrintJobId, state: PrintJobState) -> Result<PrintJobView> {
    print_jobs::set_state(cx.tx, id, &name_of(state)?, None, false)?;
    cx.touch(&[Topic::Printing, Topic::Documents]);
    job_view(&find(cx, id)?)
}

/// Tries a blocked job at once.
pub fn print_job_retry(cx: &mut Mutation<'_, '_>, request: PrintJobRef) -> Result<PrintJobView> {
    match find(cx, request.job_id)?.state.as_str() {
        "queued" | "blocked" => move_to(cx, request.job_id, PrintJobState::Queued),
        _ => refuse(FaultCode::PrintJobState),
    }
}

/// Gives a job up. A ticket given up stays unprinted: its next print is still the original.
pub fn print_job_cancel(cx: &mut Mutation<'_, '_>, request: PrintJobRef) -> Result<PrintJobView> {
    match find(cx, request.job_id)?.state.as_str() {
        "queued" | "blocked" | "unconfirmed" => move_to(cx, request.job_id, PrintJobState::Cancelled),
        _ => refuse(FaultCode::PrintJobState),
    }
}

/// A person says what came out: the program never sends a ticket twice by itself (hardware.md 1.9).
pub fn print_job_resolve(cx: &mut Mutation<'_, '_>, request: PrintJobResolve) -> Result<PrintJobView> {
    let job = find(cx, request.job_id)?;
    if job.state != "unconfirmed" {
        return refuse(FaultCode::PrintJobState);
    }
    if !request.printed {
        return move_to(cx, request.job_id, PrintJobState::Queued);
    }
    let printer = worker::printer_name(cx.db(), job.workstation)?;
    worker::printed(cx.tx, &job, printer)?;
    move_to(cx, request.job_id, PrintJobState::Done)
}

/// Prints a test page.
pub fn printer_test(cx: &mut Mutation<'_, '_>, request: WorkstationRef) -> Result<PrintJobView> {
    let workstation = cx.find_workstation(request.workstation_id)?;
    queue::test_page(cx, &workstation)
}
