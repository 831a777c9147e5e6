//! Past tickets read from a table with one row per item: date, time, transaction, item.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

mod moment;
mod read;

pub(crate) use read::knows;
pub use read::{propose_mapping, read_tickets};

/// What a column of a ticket list can hold. All are required, except that the date column may hold the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TicketField {
    /// Local date, `2016-10-30` or `30/10/2016`, optionally followed by the time.
    Date,
    /// Local time, `09:58` or `09:58:11`.
    Time,
    /// What the items of one ticket have in common.
    Transaction,
    /// Name of what was sold.
    Item,
}

/// Which column (from 0) holds which field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TicketMapping {
    /// At most one column per field.
    pub columns: BTreeMap<TicketField, usize>,
}

/// A local date and time as written, without time zone. Always a day that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LocalDateTime {
    /// Four digits.
    pub year: u16,
    /// 1–12.
    pub month: u8,
    /// 1–31.
    pub day: u8,
    /// 0–23.
    pub hour: u8,
    /// 0–59.
    pub minute: u8,
    /// 0–59.
    pub second: u8,
}

impl LocalDateTime {
    /// Year, month and day.
    #[must_use]
    pub const fn date(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }
}

/// One past sale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// Line of its first item.
    pub line: u32,
    /// The transaction as the file names it.
    pub number: String,
    /// When it was made, from its first item.
    pub at: LocalDateTime,
    /// Names of what was sold, in file order, repeated when sold twice.
    pub items: Vec<String>,
}

/// Why a row is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TicketReason {
    /// Not a date of the calendar in one of the accepted forms.
    BadDate,
    /// Not a time of day.
    BadTime,
    /// No transaction.
    MissingTransaction,
    /// No item.
    MissingItem,
    /// Another row of the same transaction has another date: the number was used twice.
    OtherDate,
}

/// A row that is left out. Only its first wrong value is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketRejection {
    /// Line in the file.
    pub line: u32,
    /// Column from 0; none when the field has no column.
    pub column: Option<usize>,
    /// The cell as written.
    pub value: String,
    /// What is wrong with it.
    pub reason: TicketReason,
}

/// A whole file read through a mapping.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketSheet {
    /// Tickets in the order of their first rows.
    pub tickets: Vec<Ticket>,
    /// Rows left out, in file order.
    pub rejected: Vec<TicketRejection>,
}
