//! PRT: prints, duplicates and their counters, on the simulated printer.

use std::time::Duration;

use api::FaultCode;
use api::types::{
    DocumentRow, Empty, PrintJobRef, PrintJobResolve, PrintJobState, PrintJobView, PrintQueue, SaleDone,
    SaleValidate,
};
use domain::ids::DocumentId;
use domain::payment::PaymentKind;
use hwsim::{Fault, PrinterHandle};
use testkit::{TestShop, Till};

use crate::world::{cashier_with_shift, refuses, wait_until_printed, with_printer};

/// A cashier with a shift and a printer, and a sale that was not printed.
fn sold() -> (TestShop, Till, PrinterHandle, DocumentId) {
    let (shop, till) = cashier_with_shift();
    let printer = with_printer(&shop, "C01");
    let done = till.cash_sale(&["1001"]);
    wait_until_printed(&till);
    (shop, till, printer, done.document_id)
}

fn counter(till: &Till) -> u32 {
    let rows: Vec<DocumentRow> = till.ask("document_recent", Empty {});
    rows[0].prints
}

/// Prints and gives the text that came out.
fn print(till: &Till, printer: &PrinterHandle, document: DocumentId) -> String {
    let before = papers(printer).len();
    till.print(document);
    wait_until_printed(till);
    let _ = printer.wait_for_jobs(before + 1, Duration::from_secs(10));
    let texts = papers(printer);
    assert_eq!(texts.len(), before + 1);
    texts[before].clone()
}

/// The papers that came out; drawer pulses leave none.
fn papers(printer: &PrinterHandle) -> Vec<String> {
    let jobs = printer.jobs();
    jobs.iter().for_each(|job| assert_eq!(job.errors, Vec::<String>::new()));
    jobs.into_iter().map(|j| j.text).filter(|t| !t.trim().is_empty()).collect()
}

/// PRT-01, PRT-02: the counter rises with each print and stands on the paper.
#[test]
fn each_print_counts_and_says_so() {
    let (_shop, till, printer, document) = sold();
    assert_eq!(counter(&till), 0);
    let first = print(&till, &printer, document);
    assert_eq!(counter(&till), 1);
    assert!(first.contains("Impression n° 1"), "{first}");
    print(&till, &printer, document);
    assert_eq!(counter(&till), 2);
    let third = print(&till, &printer, document);
    assert_eq!(counter(&till), 3);
    assert!(third.contains("Impression n° 3"), "{third}");
}

/// PRT-03: looking at a ticket never counts.
#[test]
fn the_preview_does_not_count() {
    let (shop, till, printer, document) = sold();
    print(&till, &printer, document);
    let before = shop.snapshot();
    assert_eq!(till.preview(document), till.preview(document));
    assert_eq!(shop.snapshot(), before);
    assert_eq!((counter(&till), papers(&printer).len()), (1, 1));
}

/// PRT-04: a sale finished without printing has the counter 0.
#[test]
fn no_print_no_count() {
    let (shop, till, printer, _) = sold();
    assert_eq!(counter(&till), 0);
    assert_eq!(shop.snapshot()["document_print"].len(), 0);
    assert_eq!((papers(&printer).len(), printer.drawer_pulses()), (0, 1), "the drawer opened, no paper");
}

/// PRT-11: every print after the first says DUPLICATA with its number, is a signed record of its own, and is
/// journaled with who, when, printer and format.
#[test]
fn reprints_are_signed_duplicates() {
    let (shop, till, printer, document) = sold();
    let first = print(&till, &printer, document);
    assert!(!first.contains("DUPLICATA"), "{first}");
    let duplicates = |shop: &TestShop| {
        shop.snapshot()["fiscal_record"].iter().filter(|r| r.contains("|DUPLICATA|")).count()
    };
    assert_eq!(duplicates(&shop), 0);
    shop.clock.advance_s(60);
    let second = print(&till, &printer, document);
    assert!(second.contains("DUPLICATA n° 1") && second.contains("Impression n° 2"), "{second}");
    assert_eq!(duplicates(&shop), 1);
    let journal = &shop.snapshot()["document_print"];
    assert_eq!(journal.len(), 2);
    let user = till.session.user.id.0.simple().to_string();
    let (printer_name, moment) = (printer.address().to_string(), (testkit::START_MS + 60_000).to_string());
    let row = journal.iter().find(|r| r.contains("|2|")).unwrap();
    for part in [user.as_str(), &moment, &printer_name, "|ticket"] {
        assert!(row.contains(part), "{row} lacks {part}");
    }
    assert_eq!(till.report().duplicates, 1);
}

/// PRT-12: by default nothing prints until it is asked for; with a durable article, printing is proposed first.
#[test]
fn nothing_prints_unasked() {
    let (_shop, till, printer, document) = sold();
    let queue: PrintQueue = till.ask("print_queue", Empty {});
    assert!(queue.recent.iter().all(|j| j.document_id.is_none()), "only the drawer");
    assert_eq!(papers(&printer).len(), 0);
    print(&till, &printer, document);
    till.scan("1001");
    let bread = till.cash_sale(&[]);
    let kettle = till.cash_sale(&["2101"]);
    assert_eq!((bread.paper_due, kettle.paper_due), (false, true));
    assert_eq!(kettle.print_job, None, "proposed, not printed");
}

/// «Imprimer» at validation prints the ticket with the sale.
#[test]
fn a_ticket_can_be_printed_with_the_sale() {
    let (_shop, till, printer, _) = sold();
    till.scan("1001");
    let payment = Some(till.payment(PaymentKind::Cash, None));
    let done: SaleDone =
        till.ask("sale_validate", SaleValidate { payment, leave_unpaid: false, print: true, seen: None });
    assert_eq!(done.print_job.map(|j| j.print_number), Some(1));
    wait_until_printed(&till);
    assert_eq!(papers(&printer).len(), 1);
    assert_eq!(counter(&till), 1);
}

/// A printer that is down never holds up a sale; its tickets wait, count nothing, and print once it is back.
#[test]
fn a_printer_down_never_blocks_a_sale() {
    let (_shop, till, printer, document) = sold();
    printer.set_fault(Fault::PaperOut { after_lines: 0 });
    let job = till.print(document);
    let blocked = || till.ask::<PrintQueue>("print_queue", Empty {}).waiting;
    let deadline = std::time::Instant::now() + Duration::from_secs(10);
    while blocked()[0].state != PrintJobState::Blocked {
        assert!(std::time::Instant::now() < deadline, "{:?}", blocked());
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(blocked()[0].problem.as_deref(), Some("paper_out"));
    assert_eq!(till.cash_sale(&["1001"]).number.len(), till.cash_sale(&["1001"]).number.len());
    assert_eq!(till.print(document).id, job.id, "asking again makes no second job");
    assert!(papers(&printer).is_empty());
    printer.set_fault(Fault::None);
    let _: PrintJobView = till.ask("print_job_retry", PrintJobRef { job_id: job.id });
    let queue = wait_until_printed(&till);
    assert_eq!(queue.recent.iter().find(|j| j.id == job.id).unwrap().state, PrintJobState::Done);
    assert_eq!(papers(&printer).len(), 1);
}

/// Waits until a job has left the queue of those that go on by themselves.
fn wait_for_doubt(till: &Till) -> PrintJobView {
    let deadline = std::time::Instant::now() + Duration::from_secs(30);
    loop {
        let queue: PrintQueue = till.ask("print_queue", Empty {});
        if let Some(job) = queue.waiting.into_iter().find(|j| j.state == PrintJobState::Unconfirmed) {
            return job;
        }
        assert!(std::time::Instant::now() < deadline);
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A print that broke off is never repeated by itself: a person says what came out, and only what came out
/// counts.
#[test]
fn a_person_judges_an_unconfirmed_print() {
    let (shop, till, printer, document) = sold();
    printer.set_fault(Fault::CloseMidJob { after_bytes: 200 });
    till.print(document);
    let job = wait_for_doubt(&till);
    assert_eq!((counter(&till), job.print_number), (0, 1));
    assert_eq!(till.print(document).id, job.id, "printing again asks about the first");
    let retry = PrintJobRef { job_id: job.id };
    refuses(&shop, FaultCode::PrintJobState, || till.refused("print_job_retry", retry));
    printer.set_fault(Fault::None);
    let again = PrintJobResolve { job_id: job.id, printed: false };
    let _: PrintJobView = till.ask("print_job_resolve", again);
    wait_until_printed(&till);
    assert_eq!(counter(&till), 1);
    printer.set_fault(Fault::CloseMidJob { after_bytes: 200 });
    till.print(document);
    let duplicate = wait_for_doubt(&till);
    let came_out = PrintJobResolve { job_id: duplicate.id, printed: true };
    let _: PrintJobView = till.ask("print_job_resolve", came_out);
    assert_eq!((counter(&till), till.report().duplicates), (2, 1));
}

/// Without a printer a print is refused, and nothing is queued or signed.
#[test]
fn printing_needs_a_printer() {
    let (shop, till) = cashier_with_shift();
    let done = till.cash_sale(&["1001"]);
    let request = api::types::DocumentRef { document_id: done.document_id };
    refuses(&shop, FaultCode::PrinterMissing, || till.refused("document_print", request));
}
