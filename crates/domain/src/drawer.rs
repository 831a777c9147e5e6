//! Why a drawer may be wrong: likely causes of a cash difference, from what happened in the shift.

use serde::{Deserialize, Serialize};

/// What may have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(export_to = "domain.ts"))]
pub enum CauseKind {
    /// A ticket was paid by another method than was recorded.
    SwappedMethod,
    /// Two neighbouring digits of an amount were swapped when it was typed or counted.
    SwappedDigits,
    /// A digit too many or too few: ten times an amount, or a tenth.
    ShiftedDigits,
    /// One ticket is worth the difference: its money was never put in, or was put in twice.
    Ticket,
    /// Two tickets together are worth the difference.
    TicketPair,
    /// Change was given on another note than was handed over.
    ChangeOnOtherNote,
    /// A refund was recorded and the money not given, or the reverse.
    Refund,
    /// A cash movement was recorded the wrong way round, twice, or not at all.
    Movement,
    /// A denomination was counted once too often or too little.
    Count,
}
