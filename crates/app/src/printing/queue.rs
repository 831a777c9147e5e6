//! Putting jobs into the queue, in the transaction of what they print.

use ::documents::ticket::{KeySlip, PrintNumber, Software, SpeedReceipt, TestPage};
use ::documents::{EncodeOptions, Receipt};
use api::types::{PaymentCorrection, PrintJobKind, PrintJobState, PrintJobView, PrinterSettings};
use api::{FaultCode, Topic};
use domain::country::Country;
use domain::ids::{DocumentId, PrintJobId, ShiftId};
use domain::money::Money;
use store::Db;
use store::tables::closings::ClosingRow;
use store::tables::print_jobs::{self, PrintJobRow};
use store::tables::settings::WorkstationRow;
use store::tables::shifts::ShiftRow;
use store::tables::{documents, shifts};

use super::closings::closing_ticket;
use super::jobs::{job_view, name_of, named};
use super::mark::marked;
use super::outputs::duplicate_if_put_out;
use super::papers::{sale_ticket, software};
use super::profile::{drawer_pulse, name, paper, words};
use super::{reports, worker};
use crate::context::{Context, Mutation};
use crate::error::{Result, refusal};
use crate::training::SIMULATED;
use crate::views::printer_of;

/// A drawer pulse is worth sending for this long: later nobody expects the drawer to open (hardware.md 1.9).
const DRAWER_DEADLINE_MS: i64 = 5_000;

/// What a job prints, beside its bytes.
struct NewJob {
    kind: PrintJobKind,
    document: Option<DocumentId>,
    shift: Option<ShiftId>,
    title: String,
    print_number: u32,
    deadline_ms: Option<i64>,
}

impl NewJob {
    fn of(kind: PrintJobKind, title: String) -> Self {
        Self { kind, document: None, shift: None, title, print_number: 1, deadline_ms: None }
    }
}

fn printer(workstation: &WorkstationRow) -> Result<PrinterSettings> {
    printer_of(workstation)?.ok_or_else(|| refusal(FaultCode::PrinterMissing))
}

/// Puts a job into the queue. In training nothing is sent: the job is done the moment it is made, and says so.
fn insert(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    job: NewJob,
    bytes: Vec<u8>,
) -> Result<PrintJobView> {
    let simulated = cx.shared.is_training();
    let row = PrintJobRow {
        id: PrintJobId(cx.new_id()),
        workstation: workstation.id,
        kind: name_of(job.kind)?,
        document: job.document,
        shift: job.shift,
        title: job.title,
        print_number: job.print_number,
        bytes,
        state: name_of(if simulated { PrintJobState::Done } else { PrintJobState::Queued })?,
        problem: simulated.then(|| SIMULATED.to_owned()),
        attempts: 0,
        created_by: cx.caller.user.as_ref().map(|u| u.id),
        created_ms: cx.now_ms(),
        deadline_ms: job.deadline_ms,
    };
    print_jobs::insert(cx.tx, &row)?;
    if simulated {
        worker::printed(cx.tx, &row, SIMULATED.to_owned())?;
    }
    cx.touch(&[Topic::Printing]);
    job_view(&row)
}

/// A paper, as a job. In training it says that it is none.
fn insert_paper(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    job: NewJob,
    receipt: Receipt,
) -> Result<PrintJobView> {
    let bytes = marked(cx, receipt).escpos(EncodeOptions::default());
    insert(cx, workstation, job, bytes)
}

/// The drawer pulse, as a job of its own so that a printer out of paper does not keep the drawer shut. False when
/// the workstation has no drawer.
pub fn drawer(cx: &mut Mutation<'_, '_>, workstation: &WorkstationRow) -> Result<bool> {
    let has_drawer = printer_of(workstation)?.is_some_and(|p| p.drawer);
    if has_drawer {
        let deadline_ms = Some(cx.now_ms() + DRAWER_DEADLINE_MS);
        let job = NewJob { deadline_ms, ..NewJob::of(PrintJobKind::Drawer, String::new()) };
        insert(cx, workstation, job, drawer_pulse().bytes().to_vec())?;
    }
    Ok(has_drawer)
}

/// The first print of a new ticket, if the workstation has a printer.
pub fn ticket_if_printer(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    document: DocumentId,
) -> Result<()> {
    if printer_of(workstation)?.is_some() {
        ticket(cx, workstation, document)?;
    }
    Ok(())
}

/// Prints a ticket. While its last print has not come out, that one is tried again and nothing new is made;
/// after that every print is a signed duplicate.
pub fn ticket(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    document: DocumentId,
) -> Result<PrintJobView> {
    let settings = printer(workstation)?;
    if let Some(last) = print_jobs::last_of_document(cx.db(), document)? {
        match named::<PrintJobState>(&last.state)? {
            PrintJobState::Done | PrintJobState::Cancelled => {}
            PrintJobState::Unconfirmed => return job_view(&last),
            PrintJobState::Queued | PrintJobState::Sending | PrintJobState::Blocked => {
                cx.touch(&[Topic::Printing]);
                return job_view(&last);
            }
        }
    }
    let printed = documents::prints(cx.db(), document)?;
    let (kind, number) = match duplicate_if_put_out(cx, workstation, document)? {
        Some(number) => (PrintJobKind::Duplicate, PrintNumber::Duplicate { number, print: printed + 1 }),
        None => (PrintJobKind::Ticket, PrintNumber::Original),
    };
    let (paper_ticket, words) = sale_ticket(cx.db(), &cx.shared.logo, document, cx.country()?, number)?;
    let receipt = paper_ticket.lay_out(&words, paper(Some(&settings)));
    let shift =
        shifts::open(cx.db(), workstation.id)?.map(|s| s.id).filter(|_| kind == PrintJobKind::Duplicate);
    let job = NewJob {
        document: Some(document),
        shift,
        print_number: printed + 1,
        ..NewJob::of(kind, paper_ticket.number)
    };
    insert_paper(cx, workstation, job, receipt)
}

/// The report of a shift, if the workstation has a printer.
pub fn shift_report_if_printer(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    shift: ShiftId,
) -> Result<()> {
    if printer_of(workstation)?.is_some() {
        shift_report(cx, workstation, shift)?;
    }
    Ok(())
}

/// The report of a shift, on the printer of a workstation.
pub fn shift_report(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    shift: ShiftId,
) -> Result<PrintJobView> {
    let settings = printer(workstation)?;
    let row = shifts::by_id(cx.db(), shift)?.ok_or_else(|| refusal(FaultCode::ShiftNotFound))?;
    let report = reports::shift_ticket(cx, &row, None)?;
    let receipt = report.lay_out(&words(cx.country()?), paper(Some(&settings)));
    let title = format!("{} {:04}", if row.closing.is_some() { "Z" } else { "X" }, row.number);
    let job = NewJob { shift: Some(shift), ..NewJob::of(PrintJobKind::ShiftReport, title) };
    insert_paper(cx, workstation, job, receipt)
}

/// A closing, on the printer of a workstation.
pub fn closing(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    row: &ClosingRow,
) -> Result<PrintJobView> {
    let settings = printer(workstation)?;
    let ticket = closing_ticket(cx, row)?;
    let receipt = ticket.lay_out(&words(cx.country()?), paper(Some(&settings)));
    insert_paper(cx, workstation, NewJob::of(PrintJobKind::Closing, row.period_key.clone()), receipt)
}

/// The slip of a cash movement.
pub fn cash_slip(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    shift: &ShiftRow,
    amount: Money,
    reason: &str,
) -> Result<PrintJobView> {
    let settings = printer(workstation)?;
    let slip = reports::cash_slip(cx, shift, amount, reason)?;
    let receipt = slip.lay_out(&words(cx.country()?), paper(Some(&settings)));
    insert_paper(cx, workstation, NewJob::of(PrintJobKind::CashSlip, reason.to_owned()), receipt)
}

/// A test page.
pub fn test_page(cx: &mut Mutation<'_, '_>, workstation: &WorkstationRow) -> Result<PrintJobView> {
    let settings = printer(workstation)?;
    let country = cx.country()?;
    let page = TestPage {
        printer: workstation.name.clone(),
        address: name(&settings),
        requested_at: cx.local_now()?.printed(),
        software: software(cx.db(), country)?,
    };
    let receipt = page.lay_out(&words(country), paper(Some(&settings)));
    insert_paper(cx, workstation, NewJob::of(PrintJobKind::Test, name(&settings)), receipt)
}

/// The program as papers name it.
pub fn program(db: Db<'_>, country: Country) -> Result<Software> {
    software(db, country)
}

/// The slip of a corrected payment.
pub fn correction_slip(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    correction: &PaymentCorrection,
) -> Result<PrintJobView> {
    let settings = printer(workstation)?;
    let slip = reports::correction_slip(cx, correction)?;
    let receipt = slip.lay_out(&words(cx.country()?), paper(Some(&settings)));
    insert_paper(cx, workstation, NewJob::of(PrintJobKind::CashSlip, correction.number.clone()), receipt)
}

/// The slip that names the key of a workstation, on its printer.
pub fn key_slip(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    slip: &KeySlip,
) -> Result<PrintJobView> {
    let settings = printer(workstation)?;
    let receipt = slip.lay_out(&words(cx.country()?), paper(Some(&settings)));
    insert_paper(cx, workstation, NewJob::of(PrintJobKind::KeySlip, workstation.code.clone()), receipt)
}

/// The speed receipt of a workstation, on its printer.
pub fn speed_receipt(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    receipt: &SpeedReceipt,
) -> Result<PrintJobView> {
    let settings = printer(workstation)?;
    let receipt = receipt.lay_out(&words(cx.country()?), paper(Some(&settings)));
    insert_paper(cx, workstation, NewJob::of(PrintJobKind::Speed, workstation.code.clone()), receipt)
}
