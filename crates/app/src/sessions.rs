//! Who is signed in. Sessions live in memory only: a restart asks for the PIN again.

use std::collections::HashMap;
use std::sync::Mutex;

use api::SessionToken;
use domain::ids::{ComputerId, UserId, WorkstationId};
use uuid::Uuid;

use crate::shared::lock;

/// A signed-in user at a workstation.
#[derive(Clone, Copy, Debug)]
pub struct Session {
    /// The user.
    pub user: UserId,
    /// The workstation, once chosen.
    pub workstation: Option<WorkstationId>,
    /// In training, under which name the shop knows the session.
    pub training: Option<Uuid>,
}

/// What a committed mutation does to sessions.
#[derive(Clone, Copy, Debug)]
pub enum SessionEffect {
    /// Somebody signed in, at a computer.
    Open(SessionToken, Session, Option<ComputerId>),
    /// The session of the call moved to a workstation, at a computer.
    Enter(WorkstationId, Option<ComputerId>),
    /// The session of the call left the shop, and goes on as this one in training.
    Train(Session),
    /// The session of the call ended.
    Close,
}

/// The sessions, by hash of their token.
#[derive(Default)]
pub struct Sessions {
    by_token: Mutex<HashMap<blake3::Hash, Session>>,
    /// The session that entered a workstation last at each computer: its customer display shows that one.
    at_computer: Mutex<HashMap<ComputerId, blake3::Hash>>,
}

impl Sessions {
    /// The session of a token.
    pub fn find(&self, token: SessionToken) -> Option<Session> {
        lock(&self.by_token).get(&digest(token)).copied()
    }

    /// The workstation that was entered last at a computer, while that session lasts.
    pub fn workstation_at(&self, computer: ComputerId) -> Option<WorkstationId> {
        let token = lock(&self.at_computer).get(&computer).copied()?;
        lock(&self.by_token).get(&token)?.workstation
    }

    /// Takes up a session that comes from the shop.
    pub fn admit(&self, token: SessionToken, session: Session) {
        lock(&self.by_token).insert(digest(token), session);
    }

    /// Ends every session; gives the names of those in training.
    pub fn end_all(&self) -> Vec<Uuid> {
        lock(&self.by_token).drain().filter_map(|(_, session)| session.training).collect()
    }

    /// Applies what a committed mutation did. Gives the session that it ended here.
    pub fn apply(&self, token: Option<SessionToken>, effect: SessionEffect) -> Option<Session> {
        let mut sessions = lock(&self.by_token);
        match (effect, token) {
            (SessionEffect::Open(token, session, computer), _) => {
                sessions.insert(digest(token), session);
                self.entered(digest(token), computer.filter(|_| session.workstation.is_some()));
            }
            (SessionEffect::Enter(workstation, computer), Some(token)) => {
                if let Some(session) = sessions.get_mut(&digest(token)) {
                    session.workstation = Some(workstation);
                    self.entered(digest(token), computer);
                }
            }
            (SessionEffect::Close | SessionEffect::Train(_), Some(token)) => {
                return sessions.remove(&digest(token));
            }
            (SessionEffect::Enter(..) | SessionEffect::Close | SessionEffect::Train(_), None) => {}
        }
        None
    }

    fn entered(&self, token: blake3::Hash, computer: Option<ComputerId>) {
        if let Some(computer) = computer {
            lock(&self.at_computer).insert(computer, token);
        }
    }
}

fn digest(token: SessionToken) -> blake3::Hash {
    blake3::hash(token.0.as_bytes())
}
