//! What crosses the border when a command does not succeed. Its text is the Fluent message `fault-<code>`.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

mod codes;

pub use codes::FaultCode;

/// How a fault is meant to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Severity {
    /// A rule: shown as a hint.
    Refused,
    /// The outside world: try again, or call for help.
    Failed,
    /// Our mistake.
    Bug,
}

/// Whether the same call may be made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Retry {
    /// The answer would be the same.
    Never,
    /// At once, with the same key.
    Now,
    /// When the host answers again.
    AfterReconnect,
}

/// A refusal or failure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS, schemars::JsonSchema)]
#[ts(export_to = "api.ts")]
pub struct Fault {
    /// The reason.
    pub code: FaultCode,
    /// What the message needs: amounts in minor units, names, seconds.
    #[ts(type = "Record<string, string | number>")]
    pub params: Map<String, Value>,
    /// How to show it.
    pub severity: Severity,
    /// Whether to try again.
    pub retry: Retry,
    /// Finds the cause in the log; set for failures and bugs.
    pub trace: Option<String>,
}

impl Fault {
    /// A refusal by a rule.
    #[must_use]
    pub fn refused(code: FaultCode) -> Self {
        Self { code, params: Map::new(), severity: Severity::Refused, retry: Retry::Never, trace: None }
    }

    /// A failure of the outside world.
    #[must_use]
    pub fn failed(code: FaultCode, retry: Retry) -> Self {
        Self { code, params: Map::new(), severity: Severity::Failed, retry, trace: None }
    }

    /// A mistake of the program.
    #[must_use]
    pub fn bug(trace: String) -> Self {
        Self {
            code: FaultCode::Internal,
            params: Map::new(),
            severity: Severity::Bug,
            retry: Retry::Never,
            trace: Some(trace),
        }
    }

    /// Adds a parameter of the message.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }
}
