//! Proof that a job was printed (hardware.md 1.9).

use std::time::{Duration, Instant};

use crate::outcome::{BlockReason, JobId, NotSent, SubmitOutcome, Unconfirmed};
use crate::printer::Timing;
use crate::profile::Confirm;
use crate::status;
use crate::transport::{LinkError, Transport};

/// The most unexpected bytes that are kept for the report.
const KEPT: usize = 64;

/// What is sent after the job so that the printer proves it.
pub(crate) fn suffix(confirm: Confirm, id: JobId) -> Vec<u8> {
    match confirm {
        Confirm::ProcessId => [&[0x1D, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30], &id.bytes()[..]].concat(),
        Confirm::GsR => vec![0x1D, 0x72, 0x01],
        Confirm::DleEot | Confirm::None => Vec::new(),
    }
}

/// Waits for the proof, all bytes being out. `patience` is the time the printer has to print the job.
pub(crate) fn wait(
    link: &mut dyn Transport,
    confirm: Confirm,
    id: JobId,
    patience: Duration,
    timing: &Timing,
) -> SubmitOutcome {
    match confirm {
        Confirm::None => SubmitOutcome::SentUnconfirmed(Unconfirmed::NotAsked),
        Confirm::DleEot => SubmitOutcome::SentUnconfirmed(health(link, timing)),
        Confirm::ProcessId => {
            let [a, b, c, d] = id.bytes();
            let reply = [0x37, 0x22, a, b, c, d, 0x00];
            read_until(link, patience, timing, |seen| seen.windows(reply.len()).any(|w| w == reply))
        }
        // A paper sensor status has bits 4 and 7 clear; real-time and automatic reports have bit 4 set.
        Confirm::GsR => read_until(link, patience, timing, |seen| seen.last().is_some_and(|b| b & 0x90 == 0)),
    }
}

/// The state of the printer after the job, when that is all that can be asked.
fn health(link: &mut dyn Transport, timing: &Timing) -> Unconfirmed {
    match status::ask(link, timing.answer) {
        Ok(status) => status.block_reason().map_or(Unconfirmed::Healthy, Unconfirmed::Blocked),
        Err(NotSent::Garbage { bytes }) => Unconfirmed::Garbage(bytes),
        Err(NotSent::Lost { message }) => Unconfirmed::Lost(message),
        Err(_) => Unconfirmed::NoAnswer,
    }
}

fn read_until(
    link: &mut dyn Transport,
    patience: Duration,
    timing: &Timing,
    proven: impl Fn(&[u8]) -> bool,
) -> SubmitOutcome {
    let deadline = Instant::now() + patience;
    let mut seen: Vec<u8> = Vec::new();
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return SubmitOutcome::SentUnconfirmed(explain(link, seen, timing));
        }
        let mut byte = [0];
        match link.read(&mut byte, left) {
            Ok(0) => {}
            Ok(_) => {
                seen.extend(byte);
                if proven(&seen) {
                    return SubmitOutcome::Confirmed;
                }
                let surplus = seen.len().saturating_sub(KEPT);
                seen.drain(..surplus);
            }
            Err(e) => return SubmitOutcome::SentUnconfirmed(lost(&e)),
        }
    }
}

/// Why no proof came: the printer's own reason, or the bytes that came instead, or silence.
fn explain(link: &mut dyn Transport, seen: Vec<u8>, timing: &Timing) -> Unconfirmed {
    let reason: Option<BlockReason> =
        status::ask(link, timing.answer).ok().and_then(|status| status.block_reason());
    match reason {
        Some(reason) => Unconfirmed::Blocked(reason),
        None if seen.is_empty() => Unconfirmed::NoAnswer,
        None => Unconfirmed::Garbage(seen),
    }
}

pub(crate) fn lost(cause: &LinkError) -> Unconfirmed {
    match cause {
        LinkError::Stalled => Unconfirmed::NoAnswer,
        LinkError::Closed | LinkError::Io(_) => Unconfirmed::Lost(cause.to_string()),
    }
}
