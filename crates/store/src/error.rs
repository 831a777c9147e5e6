//! What can go wrong in the store, told apart by what the caller can do about it. SQL text never leaves here but
//! in the log.

use rusqlite::ErrorCode;
use thiserror::Error;

/// A failure of the store.
#[derive(Debug, Error)]
pub enum Error {
    /// Another process holds the database.
    #[error("database is busy")]
    Busy,
    /// No room on the disk.
    #[error("disk is full")]
    DiskFull,
    /// The file or its folder cannot be written.
    #[error("database is read-only")]
    ReadOnly,
    /// The disk failed to read or write.
    #[error("disk error: {0}")]
    DiskFailed(String),
    /// The file is damaged or no database.
    #[error("database is damaged: {0}")]
    Corrupt(String),
    /// The file is whole, but no database of this program.
    #[error("another program's file")]
    Foreign,
    /// The database was written by a newer version of the program.
    #[error("database schema {found}, this program knows {known}")]
    TooNew {
        /// Schema version of the file.
        found: i64,
        /// Newest schema version of this program.
        known: i64,
    },
    /// A migration that was applied is not the one in this program.
    #[error("migrations differ: {0}")]
    Migration(String),
    /// The guard refused a statement, or a trigger protected a fact: a mistake of the program.
    #[error("refused by a guard: {0}")]
    Guard(String),
    /// A fiscal record does not fit behind the one before it.
    #[error("fiscal: {0}")]
    Fiscal(String),
    /// An operation cannot be read or written.
    #[error("operation: {0}")]
    Op(String),
    /// The job panicked; its transaction was rolled back.
    #[error("panic in a transaction: {0}")]
    Panicked(String),
    /// The writer has stopped.
    #[error("the store has stopped")]
    Stopped,
    /// A file operation failed.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// Anything else that SQLite reports.
    #[error("sqlite: {0}")]
    Sqlite(rusqlite::Error),
}

/// Result of the store.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as E;
        let text = error.to_string();
        // The program writes no such values: the file does not hold what it wrote.
        if matches!(error, E::Utf8Error(..) | E::FromSqlConversionFailure(..) | E::InvalidColumnType(..)) {
            return Self::Corrupt(text);
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::SystemIoFailure) => Self::DiskFailed(text),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Corrupt(text),
            Some(ErrorCode::AuthorizationForStatementDenied) => Self::Guard(text),
            Some(ErrorCode::ConstraintViolation) if by_trigger(&error) => Self::Guard(text),
            _ => Self::Sqlite(error),
        }
    }
}

/// Only the triggers that protect facts raise errors.
fn by_trigger(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|e| e.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_TRIGGER)
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Op(error.to_string())
    }
}
