//! One check of the tables.

use std::sync::Arc;

use api::types::{RowChange, RowDifference, TableCheck, TableCheckState, TableDifferences};
use store::replica::{self, Checked, Comparison, Difference, InTable, Progress};
use store::tables::ops;

use super::super::run::tell;
use super::pace::Pace;
use super::{scratch, words};
use crate::error::{Error, Result};
use crate::shared::Shared;

/// Bytes that stay free for the till, whatever the check writes.
const RESERVE: u64 = 256 << 20;

/// What became of a check, short of its end.
enum Ended {
    Checked(Checked),
    /// The disk has not this many bytes.
    NoSpace(u64),
}

/// Checks the tables and puts what it finds into the progress of the verification. Returns when it is done.
pub fn carry_out(shared: &Arc<Shared>) {
    tell(shared, |progress| progress.tables = Some(empty(TableCheckState::Replaying)));
    let mut check = match try_check(shared) {
        Ok(Ended::Checked(checked)) => checked_in_contract(checked),
        Ok(Ended::NoSpace(needs)) => no_space(needs),
        Err(Error::Store(store::Error::DiskFull)) => no_space(RESERVE),
        Err(error) => {
            tracing::error!(%error, "check of the tables");
            empty(TableCheckState::Failed)
        }
    };
    check.ended_ms = Some(shared.clock.now_ms());
    tell(shared, |progress| {
        if let Some(running) = &progress.tables {
            (check.done, check.total) = (running.done, running.total);
        }
        progress.tables = Some(check);
    });
}

fn try_check(shared: &Shared) -> Result<Ended> {
    let path = shared.store.path();
    let used = shared.store.read(|db| Ok::<_, Error>(ops::size_bytes(db)?))?;
    // The replay holds the tables without the log, so it is smaller than the database.
    let needs = u64::try_from(used).unwrap_or(0).saturating_add(RESERVE);
    let free = || shared.integrity.free(path).map_err(store::Error::from);
    if free()? < needs {
        return Ok(Ended::NoSpace(needs));
    }
    let (mut pace, mut too_little) = (Pace::new(), false);
    let mut watch = |progress: Progress| {
        if pace.looks() {
            tell(shared, |running| running.tables = running.tables.take().map(|check| at(check, progress)));
            // A disk that cannot be asked is no reason to stop.
            too_little = free().is_ok_and(|free| free < RESERVE);
        }
        pace.rest();
        !too_little && !shared.is_stopping() && !shared.integrity.is_cancelled()
    };
    let checked = replica::check(path, &scratch::beside(path), &mut watch)?;
    Ok(if too_little { Ended::NoSpace(needs) } else { Ended::Checked(checked) })
}

/// The check that runs, so far.
fn at(mut check: TableCheck, progress: Progress) -> TableCheck {
    (check.state, check.done, check.total) = match progress {
        Progress::Replaying { done, total } => (TableCheckState::Replaying, done, total),
        Progress::Comparing { done, total } => (TableCheckState::Comparing, done, total),
    };
    check
}

const fn empty(state: TableCheckState) -> TableCheck {
    let tables = Vec::new();
    TableCheck { state, done: 0, total: 0, ended_ms: None, operation: None, needs_bytes: None, tables }
}

fn no_space(needs: u64) -> TableCheck {
    TableCheck { needs_bytes: Some(needs), ..empty(TableCheckState::NoSpace) }
}

fn checked_in_contract(checked: Checked) -> TableCheck {
    match checked {
        Checked::Stopped => empty(TableCheckState::Cancelled),
        Checked::LogDamaged { operation } => {
            tracing::error!(operation, "the operation log is damaged");
            TableCheck { operation: Some(operation), ..empty(TableCheckState::LogDamaged) }
        }
        Checked::Compared(Comparison { tables, .. }) if tables.is_empty() => empty(TableCheckState::Sound),
        Checked::Compared(Comparison { tables, .. }) => {
            let names: Vec<&str> = tables.iter().map(|found| found.table).collect();
            tracing::error!(?names, "tables are not what the operation log says");
            let tables = tables.into_iter().map(in_table).collect();
            TableCheck { tables, ..empty(TableCheckState::Different) }
        }
    }
}

fn in_table(found: InTable) -> TableDifferences {
    let rows = found.first.into_iter().map(difference).collect();
    TableDifferences { table: found.table.to_owned(), count: found.count, rows }
}

/// A difference as it is kept: without values that are secret or say nothing.
fn difference(of: Difference) -> RowDifference {
    let whole =
        |row: String, change| RowDifference { row, change, column: None, found: None, expected: None };
    match of {
        Difference::Missing { row } => whole(row, RowChange::Missing),
        Difference::Added { row } => whole(row, RowChange::Added),
        Difference::Unreadable => whole(String::new(), RowChange::Unreadable),
        Difference::Changed { row, cell } => {
            let shown = words::is_shown(&cell.column);
            RowDifference {
                row,
                change: RowChange::Changed,
                found: cell.found.filter(|_| shown),
                expected: cell.expected.filter(|_| shown),
                column: Some(cell.column),
            }
        }
    }
}
