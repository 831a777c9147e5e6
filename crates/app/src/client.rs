//! A caller inside the process: sample shops, tools and tests use the same commands as the windows.

use api::types::{Empty, SessionOpen, SessionView};
use api::{Approval, Call, Fault, FaultCode, IdempotencyKey, SessionToken};
use domain::ids::{ComputerId, UserId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::App;

/// A window without a screen.
#[derive(Clone)]
pub struct Client {
    app: App,
    /// The session, once signed in.
    pub session: Option<SessionToken>,
    /// The computer it stands for.
    pub computer: ComputerId,
    /// A supervisor's approval for the next calls.
    pub approval: Option<Approval>,
}

impl Client {
    /// A window of a computer.
    #[must_use]
    pub const fn new(app: App, computer: ComputerId) -> Self {
        Self { app, session: None, computer, approval: None }
    }

    /// Calls a command with a fresh key.
    pub fn call<T: DeserializeOwned>(&self, command: &str, request: impl Serialize) -> Result<T, Fault> {
        self.call_with_key(command, request, IdempotencyKey(Uuid::now_v7()))
    }

    /// Calls a command with a key of one's own.
    pub fn call_with_key<T: DeserializeOwned>(
        &self,
        command: &str,
        request: impl Serialize,
        key: IdempotencyKey,
    ) -> Result<T, Fault> {
        let bad = |e: serde_json::Error| Fault::refused(FaultCode::BadRequest).with("detail", e.to_string());
        let call = Call {
            command: command.to_owned(),
            request: serde_json::to_value(request).map_err(bad)?,
            session: self.session,
            key: Some(key),
            client: None,
            computer: Some(self.computer),
            approval: self.approval.clone(),
        };
        let answer = self.app.call(&call)?;
        serde_json::from_str(answer.get()).map_err(bad)
    }

    /// Signs in and keeps the session.
    pub fn sign_in(&mut self, user_id: UserId, pin: &str) -> Result<SessionView, Fault> {
        let token = SessionToken(Uuid::now_v7());
        let view = self.call("session_open", SessionOpen { user_id, pin: pin.to_owned(), token })?;
        self.session = Some(token);
        Ok(view)
    }

    /// Signs out.
    pub fn sign_out(&mut self) -> Result<(), Fault> {
        let _: Empty = self.call("session_close", Empty {})?;
        self.session = None;
        Ok(())
    }

    /// The program behind it.
    #[must_use]
    pub const fn app(&self) -> &App {
        &self.app
    }
}
