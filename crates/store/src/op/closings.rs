//! Closings of periods, and what a person says of the clock before they are made (fiscal.md 1.4, 7.7).

use domain::ids::{ClosingId, UserId, WorkstationId};
use fiscal::FiscalRecord;
use serde::{Deserialize, Serialize};

/// A day, a month or a fiscal year of a workstation was closed. It is never undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeriodClosed {
    /// The closing.
    pub id: ClosingId,
    /// First day of the period, ISO.
    pub from: String,
    /// Last day of the period.
    pub to: String,
    /// Who asked for it; none for one that the program made by itself.
    pub user: Option<UserId>,
    /// JET 330, the grand total, JET 50 or 60, the archive, JET 20 or 30: in this order (fiscal.md 6).
    pub records: Vec<FiscalRecord>,
}

/// A person said that the clock is right: a jump ahead (JET 930), or a clock behind the last record (JET 931).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockAccepted {
    /// The workstation.
    pub terminal_id: WorkstationId,
    /// Who.
    pub user: UserId,
    /// The event in the journal.
    pub record: FiscalRecord,
}
