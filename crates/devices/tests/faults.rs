//! Each fault of the printer and the outcome that the driver must report for it.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::net::TcpStream;
use std::time::{Duration, Instant};

use devices::{
    BlockReason, Confirm, DrawerKick, EscPosPrinter, JobId, NotSent, SubmitOutcome, Timing, TransportConfig,
    Unconfirmed,
};
use hwsim::{Fault, Options, PrintedItem, Printer, PrinterHandle};

const PATIENCE: Duration = Duration::from_secs(5);
const FAST: Timing = Timing {
    connect: Duration::from_millis(500),
    answer: Duration::from_millis(300),
    stall: Duration::from_millis(500),
    confirm: Duration::from_millis(300),
    confirm_per_100_lines: Duration::from_millis(100),
    finish: Duration::from_millis(200),
};

fn start(fault: Fault) -> PrinterHandle {
    let printer = Printer::start(Options::default()).unwrap();
    printer.set_fault(fault);
    printer
}

fn driver(printer: &PrinterHandle, confirm: Confirm) -> EscPosPrinter {
    let address = printer.address();
    let transport = TransportConfig::Tcp { host: address.ip().to_string(), port: address.port() };
    EscPosPrinter::new(transport, confirm, FAST)
}

/// Ten numbered lines and a cut.
fn job() -> Vec<u8> {
    let mut bytes = b"\x1b@\x1bt\x13".to_vec();
    bytes.extend((1..=10).flat_map(|n| format!("ligne {n}\n").into_bytes()));
    bytes.extend(b"\x1dVB\0");
    bytes
}

fn submit(printer: &PrinterHandle, confirm: Confirm) -> SubmitOutcome {
    driver(printer, confirm).submit(&job(), JobId::from_number(7))
}

fn lines(printer: &PrinterHandle) -> usize {
    let jobs = printer.jobs();
    jobs.iter().flat_map(|j| &j.items).filter(|i| matches!(i, PrintedItem::Line { .. })).count()
}

#[test]
fn a_healthy_printer_confirms_as_well_as_it_is_asked() {
    let printer = start(Fault::None);
    assert_eq!(submit(&printer, Confirm::ProcessId), SubmitOutcome::Confirmed);
    assert_eq!(submit(&printer, Confirm::GsR), SubmitOutcome::Confirmed);
    assert_eq!(submit(&printer, Confirm::DleEot), SubmitOutcome::SentUnconfirmed(Unconfirmed::Healthy));
    assert_eq!(submit(&printer, Confirm::None), SubmitOutcome::SentUnconfirmed(Unconfirmed::NotAsked));
    let jobs = printer.wait_for_jobs(4, PATIENCE);
    assert_eq!(jobs.len(), 4);
    assert!(jobs.iter().all(|j| j.errors.is_empty() && j.text == jobs[0].text));
}

#[test]
fn a_printer_that_cannot_print_gets_nothing() {
    let cases = [
        (Fault::Offline, BlockReason::Offline),
        (Fault::CoverOpen, BlockReason::CoverOpen),
        (Fault::PaperOut { after_lines: 0 }, BlockReason::PaperOut),
    ];
    for (fault, reason) in cases {
        let printer = start(fault);
        for confirm in [Confirm::ProcessId, Confirm::GsR, Confirm::DleEot] {
            assert_eq!(submit(&printer, confirm), SubmitOutcome::Blocked(reason));
        }
        printer.set_fault(Fault::None);
        assert_eq!(submit(&printer, Confirm::GsR), SubmitOutcome::Confirmed);
        assert_eq!(printer.jobs().len(), 1, "the refused jobs left no byte behind: {fault:?}");
    }
}

#[test]
fn paper_that_ends_during_the_job_is_reported_and_the_rest_is_printed_later() {
    let printer = start(Fault::PaperOut { after_lines: 4 });
    let stopped = SubmitOutcome::SentUnconfirmed(Unconfirmed::Blocked(BlockReason::PaperOut));
    assert_eq!(submit(&printer, Confirm::ProcessId), stopped);
    assert!(printer.jobs().is_empty(), "the job is still in the printer");
    printer.set_fault(Fault::None);
    let jobs = printer.wait_for_jobs(1, PATIENCE);
    assert_eq!((jobs.len(), lines(&printer)), (1, 10), "new paper: to send it again would print it twice");
}

#[test]
fn refused_connections_and_silence_prove_that_nothing_left() {
    let printer = start(Fault::RefuseConnections);
    let refused = Instant::now() + PATIENCE;
    while TcpStream::connect(printer.address()).is_ok() && Instant::now() < refused {
        std::thread::sleep(Duration::from_millis(5));
    }
    let outcome = submit(&printer, Confirm::ProcessId);
    assert!(matches!(outcome, SubmitOutcome::NotSent(NotSent::Connect { .. })), "{outcome:?}");
    let mute = start(Fault::Mute);
    assert_eq!(submit(&mute, Confirm::ProcessId), SubmitOutcome::NotSent(NotSent::NoAnswer));
    assert!(mute.jobs().is_empty());
}

#[test]
fn a_connection_closed_during_the_job_leaves_its_fate_unknown() {
    let printer = start(Fault::CloseMidJob { after_bytes: 20 });
    let outcome = submit(&printer, Confirm::ProcessId);
    assert!(matches!(outcome, SubmitOutcome::SentUnconfirmed(Unconfirmed::Lost(_))), "{outcome:?}");
}

#[test]
fn a_job_that_is_printed_but_never_confirmed_is_not_called_confirmed() {
    let printer = start(Fault::NeverConfirm);
    for confirm in [Confirm::ProcessId, Confirm::GsR] {
        assert_eq!(submit(&printer, confirm), SubmitOutcome::SentUnconfirmed(Unconfirmed::NoAnswer));
    }
    let jobs = printer.wait_for_jobs(2, PATIENCE);
    assert_eq!((jobs.len(), lines(&printer)), (2, 20), "it was printed all the same");
}

#[test]
fn a_printer_with_one_connection_turns_the_second_sender_away_unharmed() {
    let printer = start(Fault::SingleConnection);
    let first = TcpStream::connect(printer.address()).unwrap();
    std::thread::sleep(Duration::from_millis(50));
    let outcome = submit(&printer, Confirm::GsR);
    assert!(matches!(outcome, SubmitOutcome::NotSent(NotSent::Lost { .. })), "{outcome:?}");
    drop(first);
    std::thread::sleep(Duration::from_millis(50));
    assert_eq!(submit(&printer, Confirm::GsR), SubmitOutcome::Confirmed);
    assert_eq!(printer.jobs().len(), 1);
}

#[test]
fn a_slow_printer_is_waited_for() {
    let printer = start(Fault::Slow { bytes_per_second: 960 });
    let started = Instant::now();
    assert_eq!(submit(&printer, Confirm::ProcessId), SubmitOutcome::Confirmed);
    assert!(started.elapsed() > Duration::from_millis(90), "a hundred bytes at 9600 baud");
}

#[test]
fn what_is_unread_is_drained_so_that_the_end_of_the_job_arrives() {
    let printer = start(Fault::None);
    for _ in 0..20 {
        // The job itself makes the printer talk back: unread answers at closing would reset the connection.
        let chatty = [job(), b"\x1dr\x01\x1dr\x01\x1dr\x01".to_vec(), b"fin\n".to_vec()].concat();
        let outcome = driver(&printer, Confirm::None).submit(&chatty, JobId::from_number(1));
        assert_eq!(outcome, SubmitOutcome::SentUnconfirmed(Unconfirmed::NotAsked));
    }
    let jobs = printer.wait_for_jobs(40, PATIENCE);
    assert_eq!(jobs.iter().filter(|j| j.text == "fin\n").count(), 20);
    assert!(jobs.iter().all(|j| j.errors.is_empty()));
}

#[test]
fn a_drawer_pulse_is_a_job_of_its_own_and_is_not_kept_for_later() {
    let kick = |printer: &PrinterHandle| {
        let pulse = documents::DrawerPulse::default().bytes().to_vec();
        let kick = DrawerKick { bytes: pulse, deadline: Instant::now() + PATIENCE };
        driver(printer, Confirm::DleEot).kick(&kick)
    };
    let printer = start(Fault::PaperOut { after_lines: 0 });
    assert_eq!(kick(&printer), SubmitOutcome::Blocked(BlockReason::PaperOut));
    printer.set_fault(Fault::None);
    assert_eq!(kick(&printer), SubmitOutcome::SentUnconfirmed(Unconfirmed::NotAsked));
    let jobs = printer.wait_for_jobs(1, PATIENCE);
    assert_eq!(jobs[0].items, [PrintedItem::Drawer { pin: 2, on_ms: 50, off_ms: 500 }]);
    assert_eq!(printer.drawer_pulses(), 1, "the one that was refused did not come later");
}

#[test]
fn bytes_that_are_no_commands_are_errors_unless_the_printer_is_lenient() {
    let job = b"\x1b@\x1bt\x13A\x07B\n\x1b\x21\x00".to_vec();
    for lenient in [false, true] {
        let printer = Printer::start(Options { lenient, ..Options::default() }).unwrap();
        driver(&printer, Confirm::None).submit(&job, JobId::from_number(1));
        let jobs = printer.wait_for_jobs(1, PATIENCE);
        assert!(jobs[0].text.starts_with("AB\n"), "{:?}", jobs[0]);
        assert_eq!(jobs[0].errors.is_empty(), lenient, "{:?}", jobs[0].errors);
    }
}
