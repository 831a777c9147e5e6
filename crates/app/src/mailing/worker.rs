//! The worker that hands letters over: one thread, never in the way of a sale.

use std::sync::Arc;
use std::time::Duration;

use api::types::MailJobState;
use api::{Event, Topic};
use mail::SendError;
use store::op::DocumentSent;
use store::tables::mail::{self as rows, MailJobRow};
use store::{Actor, Op, Stamp};

use super::letter::letter;
use super::server;
use crate::error::{Error, Result};
use crate::printing::name_of;
use crate::shared::Shared;

/// How often the worker looks by itself.
const LOOK: Duration = Duration::from_secs(5);
/// Waits between attempts: the first failures may be a short one of the network, later ones are not.
const PAUSES_MS: [i64; 5] = [10_000, 60_000, 300_000, 900_000, 3_600_000];

/// Starts the worker; it ends when the program stops.
pub fn start(shared: &Arc<Shared>) -> Result<()> {
    let shared = Arc::clone(shared);
    let body = move || {
        while !shared.is_stopping() {
            if let Err(error) = round(&shared) {
                tracing::error!(%error, "mail worker");
            }
            shared.mail_bell.wait(LOOK);
        }
    };
    std::thread::Builder::new().name("mail".to_owned()).spawn(body).map_err(store::Error::from)?;
    Ok(())
}

/// Hands over what is due.
fn round(shared: &Shared) -> Result<()> {
    let now_ms = shared.clock.now_ms();
    let due = shared.store.read(|db| Ok::<_, Error>(rows::due(db, now_ms)?))?;
    for job in due {
        if shared.is_stopping() {
            break;
        }
        attempt(shared, &job)?;
    }
    Ok(())
}

/// What became of an attempt.
struct Outcome {
    state: MailJobState,
    problem: Option<&'static str>,
}

impl Outcome {
    const fn blocked(problem: &'static str) -> Self {
        Self { state: MailJobState::Blocked, problem: Some(problem) }
    }
}

fn attempt(shared: &Shared, job: &MailJobRow) -> Result<()> {
    if !claim(shared, job)? {
        return Ok(());
    }
    let outcome = hand_over(shared, job).unwrap_or_else(|error| {
        tracing::error!(%error, "letter");
        Outcome::blocked("error")
    });
    settle(shared, job, &outcome)
}

/// Takes a letter, unless a person has given it up since it was listed.
fn claim(shared: &Shared, job: &MailJobRow) -> Result<bool> {
    let (id, sending, next_ms) = (job.id, name_of(MailJobState::Sending)?, job.next_ms);
    shared.store.write(stamp(shared, job), move |tx| {
        let current = rows::by_id(tx.db(), id)?;
        let waits = current.is_some_and(|j| j.state == "queued" || j.state == "blocked");
        if waits {
            rows::set_state(tx, id, &sending, None, (true, next_ms))?;
        }
        Ok::<_, Error>(waits)
    })
}

fn hand_over(shared: &Shared, job: &MailJobRow) -> Result<Outcome> {
    let row = shared.store.read(|db| Ok::<_, Error>(rows::server(db)?))?;
    let Some(row) = row else { return Ok(Outcome::blocked("no_server")) };
    let sender = row.sender.clone();
    let Some(server) = server(row, shared)? else { return Ok(Outcome::blocked("no_password")) };
    let letter = shared.store.read(|db| letter(db, &shared.logo, job, &sender))?;
    Ok(match mail::send(&server, &letter) {
        Ok(()) => Outcome { state: MailJobState::Sent, problem: None },
        Err(error) => {
            // The server's words may name the recipient: they are for the support, not for the log of every day.
            tracing::debug!(%error, "letter not taken");
            judge(&error)
        }
    })
}

fn judge(error: &SendError) -> Outcome {
    match error {
        SendError::Unreached(_) => Outcome::blocked("unreached"),
        SendError::Unprotected(_) => Outcome::blocked("unprotected"),
        SendError::Login(_) => Outcome::blocked("login"),
        SendError::Later(_) => Outcome::blocked("later"),
        SendError::Address(_) => Outcome { state: MailJobState::Refused, problem: Some("address") },
        SendError::Refused(_) => Outcome { state: MailJobState::Refused, problem: Some("refused") },
    }
}

/// Writes what became of a letter; one that the server took counts (D-29).
fn settle(shared: &Shared, job: &MailJobRow, outcome: &Outcome) -> Result<()> {
    let pause = PAUSES_MS.get(job.attempts as usize).or(PAUSES_MS.last()).copied().unwrap_or_default();
    let next_ms = shared.clock.now_ms() + pause;
    let (row, state, problem) = (job.clone(), name_of(outcome.state)?, outcome.problem);
    let sent = outcome.state == MailJobState::Sent;
    shared.store.write(stamp(shared, job), move |tx| {
        rows::set_state(tx, row.id, &state, problem, (false, next_ms))?;
        if let Some(document) = row.document.filter(|_| sent) {
            tx.emit(Op::DocumentSent(DocumentSent { document, job: row.id, user: row.created_by }))?;
        }
        Ok::<_, Error>(())
    })?;
    let topics = vec![Topic::Mail, Topic::Documents];
    shared.send(&Event::Changed { topics, workstation: job.workstation, client: None });
    Ok(())
}

fn stamp(shared: &Shared, job: &MailJobRow) -> Stamp {
    let actor = Actor { user: job.created_by, workstation: job.workstation, approved_by: None };
    Stamp { now_ms: shared.clock.now_ms(), actor }
}
