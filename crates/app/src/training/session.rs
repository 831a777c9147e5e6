//! Sessions that go into training and come out of it, and what the real journal says of them (JET 920, 921).

use std::sync::Arc;

use api::types::{SessionView, TrainingView};
use api::{FaultCode, SessionToken};
use domain::ids::WorkstationId;
use fiscal::JetEvent;
use store::tables::settings;
use store::tables::training::{self, TrainingSession};
use store::{Actor, Op};
use uuid::Uuid;

use super::database::stamp;
use super::{copy::counterpart, opened};
use crate::context::{Caller, Context as _, Mutation, Query, SignedIn};
use crate::error::{Error, Result, refusal};
use crate::fiscal_book::Book;
use crate::handlers::{journal_sign_in, session_view};
use crate::sessions::{Session, SessionEffect};
use crate::shared::{Shared, World, lock};

/// Journals in training that the caller signs in there (JET 80), at the counterpart of a real workstation.
pub fn sign_in(training: &Arc<Shared>, caller: &Caller, workstation: WorkstationId) -> Result<()> {
    let (shared, mut caller) = (Arc::clone(training), caller.clone());
    training.store.write(stamp(training, caller.actor()), move |tx| {
        let here = counterpart(training::instance(tx.db())?, workstation);
        caller.workstation = Some(here);
        journal_sign_in(&mut Mutation::new(tx, &caller, &shared), here, JetEvent::TerminalStarted)
    })
}

/// In the transaction of the shop: says in its journal that training starts, and who answers for it. Gives the session
/// that goes on in training, and how windows see it.
pub fn begin(cx: &mut Mutation<'_, '_>) -> Result<(Session, SessionView)> {
    let training = opened(cx.shared).ok_or_else(|| Error::Bug("training was not prepared".to_owned()))?;
    let (user, workstation) = (cx.caller.user()?.clone(), cx.workstation_row()?);
    let entry = TrainingSession { id: cx.new_id(), workstation: workstation.id, user: user.id };
    let record = Book::open(cx, &workstation)?.journal(JetEvent::TrainingStarted, user.name.clone())?;
    cx.emit(Op::FiscalRecorded(vec![record]))?;
    training::begin(cx.tx, entry)?;
    let here =
        training.store.read(|db| Ok::<_, Error>(counterpart(training::instance(db)?, workstation.id)))?;
    let set_aside = match &cx.shared.world {
        World::Real(school) => lock(&school.set_aside).take(),
        World::Training(_) => None,
    };
    let view = view(&training, cx.caller, &user, here)?;
    let session = Session { user: user.id, workstation: Some(here), training: Some(entry.id) };
    Ok((session, SessionView { training: Some(TrainingView { set_aside }), ..view }))
}

fn view(
    training: &Arc<Shared>,
    caller: &Caller,
    user: &SignedIn,
    here: WorkstationId,
) -> Result<SessionView> {
    let caller = Caller { workstation: Some(here), ..caller.clone() };
    let now_ms = training.clock.now_ms();
    training
        .store
        .read(|db| session_view(&Query { db, caller: &caller, shared: training, now_ms }, user, Some(here)))
}

/// What a committed mutation did to sessions, in both worlds: a session that leaves the shop for training keeps its token, and
/// one that ends in training is over for good.
pub fn apply(shared: &Arc<Shared>, token: Option<SessionToken>, effect: SessionEffect) {
    if let (SessionEffect::Train(session), Some(token), Some(training)) = (effect, token, opened(shared)) {
        training.sessions.admit(token, session);
    }
    let ended = shared.sessions.apply(token, effect);
    if let (Some(entry), Some(shop)) = (ended.and_then(|s| s.training), super::shop_of(shared)) {
        end(&shop, entry, "");
    }
}

/// Says in the shop's journal that a training session has ended. What cannot be written now, because the clock is
/// wrong or the key is missing, is written when the program next starts.
pub fn end(shop: &Arc<Shared>, entry: Uuid, remark: &'static str) {
    if let Err(error) = try_end(shop, entry, remark) {
        tracing::warn!(%error, "the end of training is not journaled yet");
    }
}

fn try_end(shop: &Arc<Shared>, entry: Uuid, remark: &'static str) -> Result<()> {
    let read = |db: store::Db<'_>| -> Result<_> {
        let session = training::sessions(db)?.into_iter().find(|s| s.id == entry);
        let Some(session) = session else { return Ok(None) };
        let user = settings::user(db, session.user)?.ok_or_else(|| refusal(FaultCode::UserNotFound))?;
        Ok(Some((session, user)))
    };
    let Some((session, user)) = shop.store.read(read)? else { return Ok(()) };
    let info = [user.name.as_str(), remark].join(" ").trim_end().to_owned();
    let user = SignedIn { id: user.id, name: user.name, role: user.role, is_seller: user.is_seller };
    let caller = Caller { user: Some(user), workstation: Some(session.workstation), ..Caller::default() };
    let shared = Arc::clone(shop);
    let stamp = stamp(shop, Actor { user: Some(session.user), ..caller.actor() });
    shop.store.write(stamp, move |tx| {
        let mut cx = Mutation::new(tx, &caller, &shared);
        let workstation = cx.find_workstation(session.workstation)?;
        let record = Book::open(&cx, &workstation)?.journal(JetEvent::TrainingEnded, info)?;
        cx.emit(Op::FiscalRecorded(vec![record]))?;
        Ok::<_, Error>(training::end(cx.tx, entry)?)
    })
}

/// At start: nobody is in training, so whoever still seems to be was cut off.
pub fn end_left_over(shop: &Arc<Shared>) {
    match shop.store.read(|db| Ok::<_, Error>(training::sessions(db)?)) {
        Ok(left) => left.into_iter().for_each(|session| end(shop, session.id, "interrompu")),
        Err(error) => tracing::warn!(%error, "training sessions cannot be read"),
    }
}
