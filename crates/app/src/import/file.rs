//! A file that a window sent, as a table.

use api::types::ImportFile;
use api::{Fault, FaultCode};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use tabular::{Limits, Table};

use crate::error::Result;

/// Reads a file as a table.
pub fn read_file(file: &ImportFile) -> Result<Table> {
    let bytes = STANDARD.decode(&file.content).map_err(|_| unreadable("base64"))?;
    tabular::read(&bytes, &Limits::default()).map_err(|error| {
        tracing::info!(file = file.name, %error, "import file cannot be read");
        unreadable(reason_of(&error)).into()
    })
}

fn unreadable(reason: &str) -> Fault {
    Fault::refused(FaultCode::ImportUnreadable).with("reason", reason)
}

fn reason_of(error: &tabular::ReadError) -> &'static str {
    use tabular::ReadError as E;
    match error {
        E::Empty => "empty",
        E::FileTooLarge { .. } => "file_too_large",
        E::TooManyRows { .. } => "too_many_rows",
        E::TooManyColumns { .. } => "too_many_columns",
        E::CellTooLong { .. } => "cell_too_long",
        E::OldExcel => "old_excel",
        E::NotText => "not_text",
        _ => "damaged",
    }
}
