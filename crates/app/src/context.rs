//! What a use case is given: who calls, the database, the clock, and where to note what changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use api::{FaultCode, Topic};
use domain::country::Country;
use domain::ids::{ComputerId, UserId, WorkstationId};
use domain::permission::{Permission, Role};
use store::tables::settings::{self, ShopRow, WorkstationRow};
use store::{Actor, Db, Op, Tx};
use uuid::Uuid;

use crate::clock::LocalMoment;
use crate::error::{Result, refusal};
use crate::sessions::SessionEffect;
use crate::shared::Shared;

/// A signed-in user.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The user.
    pub id: UserId,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Sells under their own name.
    pub is_seller: bool,
}

/// Who calls, from where.
#[derive(Clone, Debug, Default)]
pub struct Caller {
    /// The user, once signed in.
    pub user: Option<SignedIn>,
    /// The workstation of the session.
    pub workstation: Option<WorkstationId>,
    /// The computer.
    pub computer: Option<ComputerId>,
    /// The window.
    pub client: Option<Uuid>,
    /// The supervisor who approved this call.
    pub approved_by: Option<UserId>,
    /// The right of the command, where the user has it from that supervisor alone.
    pub lent: Option<Permission>,
}

impl Caller {
    /// The user; refuses an anonymous caller.
    pub fn user(&self) -> Result<&SignedIn> {
        self.user.as_ref().ok_or_else(|| refusal(FaultCode::SessionRequired))
    }

    /// The workstation; refuses a session without one.
    pub fn workstation(&self) -> Result<WorkstationId> {
        self.workstation.ok_or_else(|| refusal(FaultCode::WorkstationRequired))
    }

    /// For the operation log.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor {
            user: self.user.as_ref().map(|u| u.id),
            workstation: self.workstation,
            approved_by: self.approved_by,
        }
    }
}

/// Context of a query.
pub struct Query<'a> {
    /// The database, as one snapshot.
    pub db: Db<'a>,
    /// Who calls.
    pub caller: &'a Caller,
    /// The program.
    pub shared: &'a Arc<Shared>,
    /// UTC milliseconds.
    pub now_ms: i64,
}

/// Context of a mutation: one transaction.
pub struct Mutation<'a, 'tx> {
    /// The transaction.
    pub tx: &'a mut Tx<'tx>,
    /// Who calls.
    pub caller: &'a Caller,
    /// The program.
    pub shared: &'a Arc<Shared>,
    /// What windows have to read again.
    pub topics: BTreeSet<Topic>,
    /// What happens to sessions once the transaction is committed.
    pub session: Option<SessionEffect>,
    /// What else to do once the transaction is committed.
    pub after: Vec<After>,
    /// Rights beyond the command's own that the supervisor lent to this call, and what for: journaled with it.
    pub lent: Vec<(Permission, String)>,
}

/// Work for after the commit.
pub type After = Box<dyn FnOnce(&Arc<Shared>) + Send>;

/// What queries and mutations have in common, so that views are built by the same code in both.
pub trait Context {
    /// The database.
    fn db(&self) -> Db<'_>;
    /// Who calls.
    fn caller(&self) -> &Caller;
    /// The program.
    fn shared(&self) -> &Arc<Shared>;
    /// UTC milliseconds.
    fn now_ms(&self) -> i64;
    /// True once this transaction has written an operation.
    fn has_emitted(&self) -> bool;

    /// The shop; refuses an empty database.
    fn shop(&self) -> Result<ShopRow> {
        settings::shop(self.db())?.ok_or_else(|| refusal(FaultCode::ShopMissing))
    }

    /// The shop's country.
    fn country(&self) -> Result<Country> {
        settings::country(self.db())?.ok_or_else(|| refusal(FaultCode::ShopMissing))
    }

    /// The workstation of the session, with its settings.
    fn workstation_row(&self) -> Result<WorkstationRow> {
        self.find_workstation(self.caller().workstation()?)
    }

    /// A workstation.
    fn find_workstation(&self, id: WorkstationId) -> Result<WorkstationRow> {
        settings::workstation(self.db(), id)?.ok_or_else(|| refusal(FaultCode::WorkstationNotFound))
    }

    /// This moment on the shop's wall clock.
    fn local_now(&self) -> Result<LocalMoment> {
        Ok(LocalMoment::of(self.now_ms(), self.country()?))
    }
}

impl Context for Query<'_> {
    fn db(&self) -> Db<'_> {
        self.db
    }
    fn caller(&self) -> &Caller {
        self.caller
    }
    fn shared(&self) -> &Arc<Shared> {
        self.shared
    }
    fn now_ms(&self) -> i64 {
        self.now_ms
    }
    fn has_emitted(&self) -> bool {
        false
    }
}

impl Context for Mutation<'_, '_> {
    fn db(&self) -> Db<'_> {
        self.tx.db()
    }
    fn caller(&self) -> &Caller {
        self.caller
    }
    fn shared(&self) -> &Arc<Shared> {
        self.shared
    }
    fn now_ms(&self) -> i64 {
        self.tx.now_ms()
    }
    fn has_emitted(&self) -> bool {
        self.tx.has_emitted()
    }
}

impl<'a, 'tx> Mutation<'a, 'tx> {
    /// The context of a transaction.
    pub fn new(tx: &'a mut Tx<'tx>, caller: &'a Caller, shared: &'a Arc<Shared>) -> Self {
        Self {
            tx,
            caller,
            shared,
            topics: BTreeSet::new(),
            session: None,
            after: Vec::new(),
            lent: Vec::new(),
        }
    }

    /// Appends an operation, which writes its effect.
    pub fn emit(&mut self, op: Op) -> Result<()> {
        Ok(self.tx.emit(op)?)
    }

    /// Notes what windows have to read again.
    pub fn touch(&mut self, topics: &[Topic]) {
        self.topics.extend(topics);
    }

    /// A fresh id, ordered by the time of this transaction.
    pub fn new_id(&self) -> Uuid {
        self.shared.new_id(self.tx.now_ms())
    }
}
