//! The driver against a scripted connection: every answer a printer should not give.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use devices::*;
use proptest::prelude::*;

/// What the far side does with the bytes that it gets.
type Answer = Box<dyn FnMut(&[u8]) -> Vec<u8> + Send>;

/// A connection to a scripted printer.
#[derive(Clone)]
struct Script(Arc<Mutex<State>>);

struct State {
    answer: Answer,
    inbox: VecDeque<u8>,
    received: Vec<u8>,
    /// Fails once so many bytes are in.
    breaks_after: Option<usize>,
}

impl Script {
    fn new(answer: impl FnMut(&[u8]) -> Vec<u8> + Send + 'static) -> Self {
        let answer: Answer = Box::new(answer);
        let state = State { answer, inbox: VecDeque::new(), received: Vec::new(), breaks_after: None };
        Self(Arc::new(Mutex::new(state)))
    }

    fn breaking_after(self, bytes: usize) -> Self {
        self.with(|s| s.breaks_after = Some(bytes));
        self
    }

    fn with<T>(&self, f: impl FnOnce(&mut State) -> T) -> T {
        f(&mut self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    fn received(&self) -> Vec<u8> {
        self.with(|s| s.received.clone())
    }

    fn submit(&self, confirm: Confirm) -> SubmitOutcome {
        EscPosPrinter::new(self.clone(), confirm, FAST).submit(JOB, JobId::from_number(36))
    }
}

impl Connector for Script {
    fn connect(&self, _timeout: Duration) -> Result<Box<dyn Transport>, NotSent> {
        Ok(Box::new(self.clone()))
    }
}

impl Transport for Script {
    fn write_all(&mut self, bytes: &[u8], _stall: Duration) -> Result<(), WriteError> {
        self.with(|s| {
            let room = s.breaks_after.map_or(usize::MAX, |limit| limit.saturating_sub(s.received.len()));
            let taken = &bytes[..bytes.len().min(room)];
            s.received.extend(taken);
            if taken.len() < bytes.len() {
                return Err(WriteError { written: taken.len(), cause: LinkError::Closed });
            }
            let answer = (s.answer)(bytes);
            s.inbox.extend(answer);
            Ok(())
        })
    }

    fn read(&mut self, buffer: &mut [u8], timeout: Duration) -> Result<usize, LinkError> {
        self.with(|s| match s.inbox.pop_front() {
            Some(byte) => {
                buffer[0] = byte;
                Ok(1)
            }
            None => {
                std::thread::sleep(timeout);
                Ok(0)
            }
        })
    }

    fn can_read(&self) -> bool {
        true
    }

    fn finish(&mut self, _limit: Duration) {}
}

const JOB: &[u8] = b"\x1b@Bonjour\n";
const FAST: Timing = Timing {
    connect: Duration::from_millis(5),
    answer: Duration::from_millis(5),
    stall: Duration::from_millis(5),
    confirm: Duration::from_millis(10),
    confirm_per_100_lines: Duration::ZERO,
    finish: Duration::from_millis(5),
};

fn is_status_request(bytes: &[u8]) -> bool {
    matches!(bytes, [0x10, 0x04, 1..=4])
}

/// A healthy printer that answers the job with `reply`.
fn healthy(reply: &'static [u8]) -> Script {
    Script::new(move |bytes| if is_status_request(bytes) { vec![0x12] } else { reply.to_vec() })
}

#[test]
fn the_id_of_the_job_is_its_proof() {
    assert_eq!(JobId::from_number(36).bytes(), *b"0010");
    let printer = healthy(b"\x37\x220010\0");
    assert_eq!(printer.submit(Confirm::ProcessId), SubmitOutcome::Confirmed);
    let sent = printer.received();
    assert!(sent.ends_with(b"\x1b@Bonjour\n\x1d\x28\x48\x06\x00\x30\x300010"), "{sent:02x?}");
}

#[test]
fn the_id_of_another_job_proves_nothing() {
    let outcome = healthy(b"\x37\x220009\0").submit(Confirm::ProcessId);
    let bytes = b"\x37\x220009\0".to_vec();
    assert_eq!(outcome, SubmitOutcome::SentUnconfirmed(Unconfirmed::Garbage(bytes)));
    let outcome = healthy(b"\x37\x220009\0\x10\0\0\0\x37\x220010\0").submit(Confirm::ProcessId);
    assert_eq!(outcome, SubmitOutcome::Confirmed, "after an old answer and an automatic report");
}

#[test]
fn gs_r_is_proven_by_a_paper_sensor_status_only() {
    assert_eq!(healthy(b"\x00").submit(Confirm::GsR), SubmitOutcome::Confirmed);
    let outcome = healthy(b"\x12").submit(Confirm::GsR);
    assert_eq!(outcome, SubmitOutcome::SentUnconfirmed(Unconfirmed::Garbage(vec![0x12])));
}

#[test]
fn silence_and_health_are_told_apart_from_proof() {
    let unconfirmed = |confirm| match healthy(b"").submit(confirm) {
        SubmitOutcome::SentUnconfirmed(why) => why,
        other => unreachable!("{other:?}"),
    };
    assert_eq!(unconfirmed(Confirm::ProcessId), Unconfirmed::NoAnswer);
    assert_eq!(unconfirmed(Confirm::DleEot), Unconfirmed::Healthy);
    assert_eq!(unconfirmed(Confirm::None), Unconfirmed::NotAsked);
    assert!(Unconfirmed::Healthy.is_all_that_was_asked() && !Unconfirmed::NoAnswer.is_all_that_was_asked());
}

#[test]
fn a_printer_that_stops_during_the_job_says_why() {
    let mut started = false;
    let printer = Script::new(move |bytes| match bytes {
        [0x10, 0x04, 4] if started => vec![0x72],
        _ if is_status_request(bytes) => vec![0x12],
        _ => {
            started = true;
            Vec::new()
        }
    });
    let outcome = printer.submit(Confirm::ProcessId);
    assert_eq!(outcome, SubmitOutcome::SentUnconfirmed(Unconfirmed::Blocked(BlockReason::PaperOut)));
}

#[test]
fn a_printer_that_cannot_print_gets_no_byte_of_the_job() {
    let cases = [
        (1, 0x1A, BlockReason::Offline),
        (2, 0x16, BlockReason::CoverOpen),
        (2, 0x32, BlockReason::PaperOut),
        (3, 0x1A, BlockReason::Error),
        (3, 0x32, BlockReason::Error),
        (4, 0x72, BlockReason::PaperOut),
    ];
    for (asked, answer, reason) in cases {
        let printer = Script::new(move |b| vec![if b == [0x10, 0x04, asked] { answer } else { 0x12 }]);
        assert_eq!(printer.submit(Confirm::GsR), SubmitOutcome::Blocked(reason), "DLE EOT {asked}");
        assert_eq!(printer.received().len(), 12, "four questions and nothing else");
    }
}

#[test]
fn an_answer_that_is_none_is_an_error_and_sends_nothing() {
    let garbage = Script::new(|_| vec![0xFF]);
    let expected = SubmitOutcome::NotSent(NotSent::Garbage { bytes: vec![0xFF] });
    assert_eq!(garbage.submit(Confirm::DleEot), expected);
    let silent = Script::new(|_| Vec::new());
    assert_eq!(silent.submit(Confirm::DleEot), SubmitOutcome::NotSent(NotSent::NoAnswer));
    for printer in [garbage, silent] {
        assert_eq!(printer.received(), [0x10, 0x04, 1]);
    }
}

#[test]
fn a_connection_that_breaks_is_safe_to_retry_only_before_the_first_byte_of_the_job() {
    let before = healthy(b"").breaking_after(12).submit(Confirm::DleEot);
    assert!(matches!(before, SubmitOutcome::NotSent(NotSent::Lost { .. })), "{before:?}");
    let during = healthy(b"").breaking_after(13).submit(Confirm::DleEot);
    assert!(matches!(during, SubmitOutcome::SentUnconfirmed(Unconfirmed::Lost(_))), "{during:?}");
}

#[test]
fn a_drawer_pulse_is_sent_before_its_deadline_only_and_never_to_a_printer_that_would_keep_it() {
    let kick = |printer: &Script, deadline| {
        let kick = DrawerKick { bytes: vec![0x1B, 0x70, 0, 25, 250], deadline };
        EscPosPrinter::new(printer.clone(), Confirm::DleEot, FAST).kick(&kick)
    };
    let soon = Instant::now() + Duration::from_secs(5);
    let well = healthy(b"");
    assert_eq!(kick(&well, soon), SubmitOutcome::SentUnconfirmed(Unconfirmed::NotAsked));
    assert!(well.received().ends_with(&[0x1B, 0x70, 0, 25, 250]));
    let late = healthy(b"");
    assert_eq!(kick(&late, Instant::now()), SubmitOutcome::NotSent(NotSent::Expired));
    assert!(late.received().is_empty());
    let no_paper = Script::new(|b| vec![if b == [0x10, 0x04, 4] { 0x72 } else { 0x12 }]);
    assert_eq!(kick(&no_paper, soon), SubmitOutcome::Blocked(BlockReason::PaperOut));
    assert!(!no_paper.received().contains(&0x1B));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever comes back, the driver answers; it never says «confirmed» unless the proof is there.
    #[test]
    fn no_answer_makes_the_driver_panic_or_lie(reply in prop::collection::vec(any::<u8>(), 0..40), well in any::<bool>()) {
        let noise = reply.clone();
        let printer = Script::new(move |b| if well && is_status_request(b) { vec![0x12] } else { noise.clone() });
        let outcome = printer.submit(Confirm::ProcessId);
        let proof = reply.windows(7).any(|w| w == b"\x37\x220010\0");
        prop_assert_eq!(outcome == SubmitOutcome::Confirmed, well && proof);
    }
}
