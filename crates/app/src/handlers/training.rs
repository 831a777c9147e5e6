//! Training mode («mode école», fiscal.md 1.8).

use api::Topic;
use api::types::{Empty, SessionView};

use super::session::session_view;
use crate::context::Mutation;
use crate::error::Result;
use crate::sessions::SessionEffect;
use crate::training;

/// Takes the session of the shop into training; the router has made it ready. It ends there, by signing out, and the way
/// back into the shop is a sign-in.
///
/// A session that is in training already stays where it is: the answer of its entry was lost on the way.
pub fn training_enter(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<SessionView> {
    if cx.shared.is_training() {
        let user = cx.caller.user()?.clone();
        return session_view(cx, &user, cx.caller.workstation);
    }
    let (session, view) = training::begin(cx)?;
    cx.session = Some(SessionEffect::Train(session));
    cx.touch(&[Topic::Sessions]);
    Ok(view)
}
