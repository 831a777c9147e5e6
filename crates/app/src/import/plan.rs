//! What a file would do: every row is either planned, skipped or rejected with its reason.

use api::types::{ImportColumn, ImportExisting, ImportKind, ImportPreview};
use store::Db;
use tabular::Table;

use super::articles::ArticlePlan;
use super::customers::CustomerPlan;
use crate::error::Result;

/// What a request wants done with a file.
pub struct Order {
    /// What the file holds.
    pub kind: ImportKind,
    /// What becomes of rows that are known.
    pub existing: ImportExisting,
    /// Which column holds what; none to have it proposed.
    pub mapping: Option<Vec<ImportColumn>>,
}

/// What a file would do.
pub enum Plan {
    /// To the catalogue.
    Articles(ArticlePlan),
    /// To the customers.
    Customers(CustomerPlan),
}

impl Plan {
    /// Plans a table; refuses a mapping with fields of another kind.
    pub fn of(db: Db<'_>, now_ms: i64, table: Table, order: &Order) -> Result<Self> {
        Ok(match order.kind {
            ImportKind::Articles => Self::Articles(ArticlePlan::of(db, now_ms, table, order)?),
            ImportKind::Customers => Self::Customers(CustomerPlan::of(db, table, order)?),
        })
    }

    /// The plan as the import screen shows it.
    pub fn preview(&self) -> ImportPreview {
        match self {
            Self::Articles(plan) => plan.preview(),
            Self::Customers(plan) => plan.preview(),
        }
    }

    /// Rows to write.
    pub fn rows(&self) -> usize {
        match self {
            Self::Articles(plan) => plan.planned.len(),
            Self::Customers(plan) => plan.planned.len(),
        }
    }

    /// Rows skipped because theirs exists.
    pub const fn skipped(&self) -> usize {
        match self {
            Self::Articles(plan) => plan.skipped,
            Self::Customers(plan) => plan.skipped,
        }
    }

    /// Rows left out.
    pub fn rejected_rows(&self) -> usize {
        let mut lines: Vec<u32> = match self {
            Self::Articles(plan) => plan.rejected.iter().map(|r| r.line).collect(),
            Self::Customers(plan) => plan.rejected.iter().map(|r| r.line).collect(),
        };
        lines.sort_unstable();
        lines.dedup();
        lines.len()
    }
}
