//! What surrounds a request: who calls, from where, and the key that makes a mutation happen once.

use domain::ids::{ComputerId, UserId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// A random token minted by the client when it signs in; the server keeps only its hash.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS, schemars::JsonSchema,
)]
#[serde(transparent)]
#[ts(export_to = "api.ts")]
pub struct SessionToken(pub Uuid);

/// Minted by the client once per action of a person: a UUID of version 7 (RFC 9562), so that answers lie in the order
/// of their age. The same key twice writes once.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS, schemars::JsonSchema,
)]
#[serde(transparent)]
#[ts(export_to = "api.ts")]
pub struct IdempotencyKey(pub Uuid);

contract! {
    /// A supervisor's PIN, entered on the spot for one action that the caller's own rights do not cover.
    pub struct Approval {
        /// The supervisor.
        pub user_id: UserId,
        /// Their PIN.
        pub pin: String,
    }

    /// One call, whatever carries it.
    pub struct Call {
        /// Name of the command.
        pub command: String,
        /// The request, as the command's request type.
        #[ts(type = "unknown")]
        pub request: Value,
        /// The session, once signed in.
        pub session: Option<SessionToken>,
        /// Required for mutations.
        pub key: Option<IdempotencyKey>,
        /// The window that calls; events carry it so that a window can ignore its own echo.
        pub client: Option<Uuid>,
        /// The computer that calls; its default workstation opens by itself.
        pub computer: Option<ComputerId>,
        /// A supervisor's approval.
        pub approval: Option<Approval>,
    }
}
