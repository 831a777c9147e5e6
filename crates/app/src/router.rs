//! From a call to its handler: who may, read or write, once per key, and what it changed.
//!
//! The list of commands is expanded here; a command without handler, or with one of other types, does not compile.

use std::any::Any;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Instant;

use api::types::*;
use api::{Call, Event, Fault, FaultCode, Need};
use domain::ids::WorkstationId;
use domain::permission::Permission;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};
use store::tables::local::{self, Answer};
use store::tables::settings;
use store::{Db, Stamp};
use uuid::{Uuid, Version};

use crate::context::{After, Caller, Mutation, Query, SignedIn};
use crate::crash_points::CrashPoint;
use crate::error::{Error, Result, refusal, refuse};
use crate::handlers;
use crate::pins;
use crate::sale::{OpenCart, sale_view};
use crate::sessions::SessionEffect;
use crate::shared::Shared;
use crate::{journal, timings, training};

#[cfg(test)]
mod tests;

macro_rules! dispatch {
    ($($kind:ident $name:ident($request:ty) -> $response:ty [$($need:tt)+];)+) => {
        fn dispatch(shared: &Arc<Shared>, call: &Call) -> Result<Box<RawValue>> {
            match call.command.as_str() {
                $( stringify!($name) => {
                    let caller = authorise(shared, call, api::need!($($need)+))?;
                    dispatch!(@$kind shared, call, caller, $name, $request, $response)
                } )+
                _ => refuse(FaultCode::UnknownCommand),
            }
        }
    };
    (@query $shared:ident, $call:ident, $caller:ident, $name:ident, $request:ty, $response:ty) => {
        query::<$request, $response>($shared, $call, &$caller, handlers::$name)
    };
    (@mutation $shared:ident, $call:ident, $caller:ident, $name:ident, $request:ty, $response:ty) => {
        mutation::<$request, $response>($shared, $call, $caller, handlers::$name, Repeat::Answer)
    };
    (@change $shared:ident, $call:ident, $caller:ident, $name:ident, $request:ty, $response:ty) => {
        mutation::<$request, $response>($shared, $call, $caller, handlers::$name, Repeat::Sale)
    };
}
api::for_each_command!(dispatch);

/// Carries out a call and turns whatever goes wrong into a fault. The answer stays the text that a host passes on.
pub fn call(shared: &Arc<Shared>, call: &Call) -> Result<Box<RawValue>, Fault> {
    guarded(shared, &call.command, || dispatch(shared, call))
}

/// Runs the work of a command; a panic in it is a fault like another, and the program goes on.
fn guarded(
    shared: &Shared,
    command: &str,
    work: impl FnOnce() -> Result<Box<RawValue>>,
) -> Result<Box<RawValue>, Fault> {
    let outcome = catch_unwind(AssertUnwindSafe(work));
    let result = outcome.unwrap_or_else(|panic| Err(Error::Bug(panic_text(panic.as_ref()))));
    result.map_err(|error| {
        let trace = shared.new_id(shared.clock.now_ms()).simple().to_string();
        error.into_fault(command, &trace)
    })
}

fn panic_text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|s| (*s).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "unknown panic".to_owned())
}

fn parse<T: DeserializeOwned>(request: &Value) -> Result<T> {
    T::deserialize(request)
        .map_err(|e| Fault::refused(FaultCode::BadRequest).with("detail", e.to_string()).into())
}

/// Who calls, if they may: by their own right, or by that of a supervisor who approves this one call.
fn authorise(shared: &Arc<Shared>, call: &Call, need: Need) -> Result<Caller> {
    let mut caller = Caller { computer: call.computer, client: call.client, ..Caller::default() };
    if let Some(session) = call.session.and_then(|token| shared.sessions.find(token)) {
        let user = shared.store.read(|db| Ok::<_, Error>(settings::user(db, session.user)?))?;
        if let Some(user) = user.filter(|u| u.active) {
            caller.user =
                Some(SignedIn { id: user.id, name: user.name, role: user.role, is_seller: user.is_seller });
            caller.workstation = session.workstation;
        }
    }
    if call.command == "session_open" {
        let request: SessionOpen = parse(&call.request)?;
        let user = pins::check(shared, request.user_id, &request.pin)?;
        caller.user =
            Some(SignedIn { id: user.id, name: user.name, role: user.role, is_seller: user.is_seller });
    }
    match need {
        Need::Public => Ok(caller),
        Need::SignedIn => signed_in(shared, call, caller),
        Need::Display => display(shared, caller),
        Need::Right(right) => allow(shared, call, caller, right),
    }
}

/// Whoever goes into training finds it ready: that takes too long for the writer's thread.
fn signed_in(shared: &Arc<Shared>, call: &Call, caller: Caller) -> Result<Caller> {
    caller.user()?;
    if call.command == "training_enter" {
        training::prepare(shared, &caller)?;
    }
    Ok(caller)
}

/// A display knows no PIN. It says which computer it belongs to and is shown what the session there sells; a till may
/// look at its own.
fn display(shared: &Arc<Shared>, mut caller: Caller) -> Result<Caller> {
    if caller.user.is_none() {
        let computer = caller.computer.ok_or_else(|| refusal(FaultCode::SessionRequired))?;
        caller.workstation = shared.sessions.workstation_at(computer);
    }
    Ok(caller)
}

/// A supervisor's approval is checked whenever it is there: some use cases need it for more than the command's own
/// right (the shift of another workstation), and they ask what the supervisor may do.
fn allow(shared: &Arc<Shared>, call: &Call, mut caller: Caller, right: Permission) -> Result<Caller> {
    let own = caller.user()?.role.allows(right);
    if training::withholds(shared, right) {
        return refuse(FaultCode::TrainingReadOnly);
    }
    if own && call.approval.is_none() {
        return Ok(caller);
    }
    let denied = || Fault::refused(FaultCode::PermissionDenied).with("permission", permission_name(right));
    let approval = call.approval.as_ref().ok_or_else(denied)?;
    let supervisor = pins::check(shared, approval.user_id, &approval.pin)?;
    if !own && !supervisor.role.allows(right) {
        return Err(denied().into());
    }
    caller.approved_by = Some(supervisor.id);
    caller.lent = (!own).then_some(right);
    Ok(caller)
}

fn permission_name(right: Permission) -> Value {
    serde_json::to_value(right).unwrap_or(Value::Null)
}

fn query<Req: DeserializeOwned, Res: Serialize>(
    shared: &Arc<Shared>,
    call: &Call,
    caller: &Caller,
    handler: fn(&Query<'_>, Req) -> Result<Res>,
) -> Result<Box<RawValue>> {
    let request = parse(&call.request)?;
    let (now_ms, started) = (shared.clock.now_ms(), Instant::now());
    let answer = shared.store.read(|db: Db<'_>| handler(&Query { db, caller, shared, now_ms }, request))?;
    note_time(shared, call, caller.workstation, started);
    Ok(to_raw_value(&answer)?)
}

/// Counts how long a command took, if that is watched (S-05).
fn note_time(shared: &Shared, call: &Call, workstation: Option<WorkstationId>, started: Instant) {
    if let Some((workstation, kind)) = workstation.zip(timings::kind_of(&call.command)) {
        shared.timings.note(workstation, kind, started.elapsed(), shared.clock.now_ms());
    }
}

/// What the repeat of a call is told.
#[derive(Clone, Copy)]
enum Repeat {
    /// The first answer, which is kept.
    Answer,
    /// The sale as it is then.
    Sale,
}

/// What a committed mutation leaves to do.
struct Committed {
    answer: Box<RawValue>,
    topics: BTreeSet<api::Topic>,
    session: Option<SessionEffect>,
    after: Vec<After>,
    repeated: bool,
}

fn mutation<Req, Res>(
    shared: &Arc<Shared>,
    call: &Call,
    caller: Caller,
    handler: fn(&mut Mutation<'_, '_>, Req) -> Result<Res>,
    repeat: Repeat,
) -> Result<Box<RawValue>>
where
    Req: DeserializeOwned + Send + 'static,
    Res: Serialize + 'static,
{
    let key = key(call)?;
    let request: Req = parse(&call.request)?;
    let hash = request_hash(&call.request)?;
    let stamp = Stamp { now_ms: shared.clock.now_ms(), actor: caller.actor() };
    let (workstation, client) = (caller.workstation, caller.client);
    let (job_shared, command) = (Arc::clone(shared), call.command.clone());
    let started = Instant::now();
    let committed = shared.store.write(stamp, move |tx| {
        let known = local::answer(tx.db(), key)?;
        let mut cx = Mutation::new(tx, &caller, &job_shared);
        if let Some(known) = known {
            let answer = answer_again(&cx, known, repeat, &command, &hash)?;
            let topics = BTreeSet::new();
            return Ok(Committed { answer, topics, session: None, after: Vec::new(), repeated: true });
        }
        let answer = to_raw_value(&handler(&mut cx, request)?)?;
        journal::overrides(&mut cx, &command)?;
        let (topics, session, after) = (cx.topics, cx.session, cx.after);
        let response = matches!(repeat, Repeat::Answer).then(|| answer.get().to_owned()).unwrap_or_default();
        local::keep_answer(tx, key, &Answer { command, request_hash: hash.to_vec(), response })?;
        job_shared.timings.write_due(tx)?;
        CrashPoint::Complete.reached();
        Ok::<_, Error>(Committed { answer, topics, session, after, repeated: false })
    })?;
    CrashPoint::Committed.reached();
    if !committed.repeated {
        note_time(shared, call, workstation, started);
    }
    if let Some(effect) = committed.session {
        training::apply(shared, call.session, effect);
    }
    committed.after.into_iter().for_each(|work| work(shared));
    announce(shared, committed.topics, workstation, client);
    Ok(committed.answer)
}

fn key(call: &Call) -> Result<Uuid> {
    let key = call.key.ok_or_else(|| refusal(FaultCode::KeyRequired))?.0;
    if key.get_version() == Some(Version::SortRand) {
        return Ok(key);
    }
    Err(Fault::refused(FaultCode::BadRequest).with("detail", "a key is a UUID of version 7").into())
}

/// The answer to a key that was used before, for the same request only.
fn answer_again(
    cx: &Mutation<'_, '_>,
    known: Answer,
    repeat: Repeat,
    command: &str,
    hash: &[u8; 32],
) -> Result<Box<RawValue>> {
    if known.command != command || known.request_hash != hash {
        return refuse(FaultCode::KeyReused);
    }
    match repeat {
        Repeat::Answer => Ok(RawValue::from_string(known.response)?),
        Repeat::Sale => {
            let mut open = OpenCart::load(cx)?;
            open.touched = open.cart().selected;
            Ok(to_raw_value(&sale_view(cx, &open)?)?)
        }
    }
}

/// PINs and passwords are left out: a stored hash of a request must not help to guess one.
fn request_hash(request: &Value) -> Result<[u8; 32]> {
    let mut shown = request.clone();
    if let Some(fields) = shown.as_object_mut() {
        fields.retain(|name, _| !name.ends_with("pin") && name != "password" && name != "passphrase");
    }
    Ok(*blake3::hash(serde_json::to_string(&shown)?.as_bytes()).as_bytes())
}

fn announce(
    shared: &Shared,
    topics: BTreeSet<api::Topic>,
    workstation: Option<WorkstationId>,
    client: Option<Uuid>,
) {
    if topics.contains(&api::Topic::Printing) {
        shared.print_bell.ring();
    }
    if topics.contains(&api::Topic::Mail) {
        shared.mail_bell.ring();
    }
    if !topics.is_empty() {
        shared.send(&Event::Changed { topics: topics.into_iter().collect(), workstation, client });
    }
}
