//! Print jobs as windows see them.

use api::types::{PrintJobKind, PrintJobState, PrintJobView};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::tables::print_jobs::PrintJobRow;

use crate::error::{Error, Result};

/// A print job.
pub fn job_view(row: &PrintJobRow) -> Result<PrintJobView> {
    Ok(PrintJobView {
        id: row.id,
        kind: named::<PrintJobKind>(&row.kind)?,
        state: named::<PrintJobState>(&row.state)?,
        document_id: row.document,
        title: row.title.clone(),
        workstation_id: row.workstation,
        at_ms: row.created_ms,
        attempts: row.attempts,
        problem: row.problem.clone(),
        print_number: row.print_number,
    })
}

/// A value of the contract by its stored name.
pub fn named<T: DeserializeOwned>(name: &str) -> Result<T> {
    serde_json::from_value(serde_json::Value::String(name.to_owned()))
        .map_err(|e| Error::Bug(format!("{name}: {e}")))
}

/// The stored name of a value of the contract.
pub fn name_of<T: Serialize>(value: T) -> Result<String> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(name) => Ok(name),
        other => Err(Error::Bug(format!("{other} is not a name"))),
    }
}
