//! Signing in and out.

use api::types::{AppStatus, ApproversOf, Empty, SessionOpen, SessionView, TrainingView, UserTile};
use api::{FaultCode, Topic};
use domain::country::Country;
use domain::ids::WorkstationId;
use domain::permission::Permission;
use fiscal::{FISCAL_VERSION, JetEvent, SealError};
use store::Op;
use store::tables::settings::{self, UserRow};
use store::tables::{local, shifts};

use crate::clock::LocalMoment;
use crate::context::{Context, Mutation, Query, SignedIn};
use crate::error::{Error, Result, refusal};
use crate::fiscal_book::Book;
use crate::sessions::{Session, SessionEffect};
use crate::{VERSION, alerts, views};

/// What the program can say before anybody signs in.
pub fn app_status(cx: &Query<'_>, _: Empty) -> Result<AppStatus> {
    Ok(AppStatus {
        version: VERSION.to_owned(),
        fiscal_version: FISCAL_VERSION.to_owned(),
        certificate: settings::shop(cx.db)?.map(|s| s.text("certificate").to_owned()).unwrap_or_default(),
        shop: views::app_shop_tile(cx.db)?,
        now_ms: cx.now_ms,
        alerts: alerts::current(cx)?,
    })
}

/// Who may sign in.
pub fn sign_in_users(cx: &Query<'_>, _: Empty) -> Result<Vec<UserTile>> {
    let active = settings::users(cx.db)?.into_iter().filter(|u: &UserRow| u.active);
    active.map(|u| views::user_tile(cx.db, &u, cx.now_ms)).collect()
}

/// Who may approve an action on the spot: whoever has the right that is missing, but the one who lacks it.
pub fn approvers(cx: &Query<'_>, request: ApproversOf) -> Result<Vec<UserTile>> {
    let asking = cx.caller.user()?.id;
    let may = |u: &UserRow| u.active && u.id != asking && u.role.allows(request.permission);
    settings::users(cx.db)?.iter().filter(|u| may(u)).map(|u| views::user_tile(cx.db, u, cx.now_ms)).collect()
}

/// Signs in. The router has checked the PIN; the computer's default workstation opens by itself (SHF-05).
pub fn session_open(cx: &mut Mutation<'_, '_>, request: SessionOpen) -> Result<SessionView> {
    let user = cx.caller.user()?.clone();
    let default = cx.caller.computer.map(|c| local::default_workstation(cx.db(), c)).transpose()?.flatten();
    let usable =
        default.map(|id| settings::workstation(cx.db(), id)).transpose()?.flatten().filter(|w| w.active);
    let workstation = match usable {
        Some(row) if can_journal(journal_sign_in(cx, row.id, JetEvent::TerminalStarted))? => Some(row.id),
        _ => None,
    };
    let session = Session { user: user.id, workstation, training: None };
    cx.session = Some(SessionEffect::Open(request.token, session, cx.caller.computer));
    cx.touch(&[Topic::Sessions]);
    session_view(cx, &user, workstation)
}

/// What stops selling but not signing in: the manager must be able to come in and see to it.
const STOPS_SELLING: [FaultCode; 5] = [
    FaultCode::ClockBehind,
    FaultCode::SigningKeyMissing,
    FaultCode::SigningKeyForeign,
    FaultCode::RecordsMissing,
    FaultCode::RecordsForked,
];

/// False when the sign-in cannot be journaled now.
fn can_journal(journaled: Result<()>) -> Result<bool> {
    match journaled {
        Ok(()) => Ok(true),
        Err(Error::Refused(fault)) if STOPS_SELLING.contains(&fault.code) => Ok(false),
        Err(Error::Seal(SealError::Signer(_))) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Signs out. The shift stays open (SHF-13).
pub fn session_close(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<Empty> {
    if let Some(id) = cx.caller.workstation {
        can_journal(journal_sign_in(cx, id, JetEvent::TerminalStopped))?;
    }
    cx.session = Some(SessionEffect::Close);
    cx.touch(&[Topic::Sessions]);
    Ok(Empty {})
}

/// Who is signed in.
pub fn session_current(cx: &Query<'_>, _: Empty) -> Result<SessionView> {
    session_view(cx, cx.caller.user()?, cx.caller.workstation)
}

/// JET 80 and 40: who works at the workstation from when to when.
pub fn journal_sign_in(cx: &mut Mutation<'_, '_>, id: WorkstationId, event: JetEvent) -> Result<()> {
    let workstation = cx.find_workstation(id)?;
    let name = cx.caller.user()?.name.clone();
    let record = Book::open(cx, &workstation)?.journal(event, name)?;
    cx.emit(Op::FiscalRecorded(vec![record]))
}

/// The session as windows see it.
pub fn session_view(
    cx: &impl Context,
    user: &SignedIn,
    workstation: Option<WorkstationId>,
) -> Result<SessionView> {
    let row = settings::user(cx.db(), user.id)?.ok_or_else(|| refusal(FaultCode::UserNotFound))?;
    let workstation = workstation.map(|id| cx.find_workstation(id)).transpose()?;
    Ok(SessionView {
        user: views::user_tile(cx.db(), &row, cx.now_ms())?,
        permissions: user.role.permissions().to_vec(),
        workstation: workstation.map(|w| views::workstation_view(cx, &w)).transpose()?,
        forgotten_shifts: forgotten_shifts(cx, user)?,
        training: cx.shared().is_training().then_some(TrainingView { set_aside: None }),
    })
}

/// Shifts of an earlier day that are still open, for those who may close them (SHF-12).
fn forgotten_shifts(cx: &impl Context, user: &SignedIn) -> Result<Vec<api::types::ShiftRow>> {
    if !user.role.allows(Permission::CloseAnyShift) {
        return Ok(Vec::new());
    }
    let (country, today) = (cx.country()?, cx.local_now()?.day());
    let open = shifts::list(cx.db(), None, true, 0, 200)?;
    let forgotten = open.into_iter().filter(|s| is_forgotten(s, country, &today));
    forgotten.map(|s| views::shift_row(cx.db(), &s)).collect()
}

/// True for a shift that was opened on an earlier day than `today` and is still open.
pub fn is_forgotten(shift: &shifts::ShiftRow, country: Country, today: &str) -> bool {
    shift.closing.is_none() && *LocalMoment::of(shift.opened_ms, country).day() < *today
}
