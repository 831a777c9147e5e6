//! Who is signed in. Sessions live in memory only: a restart asks for the PIN again.

use std::collections::HashMap;
use std::sync::Mutex;

use api::SessionToken;
use domain::ids::{UserId, WorkstationId};

use crate::shared::lock;

/// A signed-in user at a workstation.
#[derive(Clone, Copy, Debug)]
pub struct Session {
    /// The user.
    pub user: UserId,
    /// The workstation, once chosen.
    pub workstation: Option<WorkstationId>,
}

/// What a committed mutation does to sessions.
#[derive(Clone, Copy, Debug)]
pub enum SessionEffect {
    /// Somebody signed in.
    Open(SessionToken, Session),
    /// The session of the call moved to a workstation.
    Enter(WorkstationId),
    /// The session of the call ended.
    Close,
}

/// The sessions, by hash of their token.
#[derive(Default)]
pub struct Sessions {
    by_token: Mutex<HashMap<blake3::Hash, Session>>,
}

impl Sessions {
    /// The session of a token.
    pub fn find(&self, token: SessionToken) -> Option<Session> {
        lock(&self.by_token).get(&digest(token)).copied()
    }

    /// Applies what a committed mutation did.
    pub fn apply(&self, token: Option<SessionToken>, effect: SessionEffect) {
        let mut sessions = lock(&self.by_token);
        match (effect, token) {
            (SessionEffect::Open(token, session), _) => {
                sessions.insert(digest(token), session);
            }
            (SessionEffect::Enter(workstation), Some(token)) => {
                if let Some(session) = sessions.get_mut(&digest(token)) {
                    session.workstation = Some(workstation);
                }
            }
            (SessionEffect::Close, Some(token)) => {
                sessions.remove(&digest(token));
            }
            (SessionEffect::Enter(_) | SessionEffect::Close, None) => {}
        }
    }
}

fn digest(token: SessionToken) -> blake3::Hash {
    blake3::hash(token.0.as_bytes())
}
