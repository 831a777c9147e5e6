//! One program per folder of data: a second one over the same database would continue the same log and the same chains.
//!
//! The lock is the operating system's, so a crash gives it back. Where a file system knows no locks (some network
//! folders) the program starts all the same; SQLite then keeps the file whole, and the log refuses to grow twice.

mod writable;

use std::fs::{File, TryLockError};
use std::path::Path;

use api::{Fault, FaultCode, Retry};

use crate::error::Result;

pub use writable::may_write;

/// Name of the file that is locked.
const FILE: &str = "comptoir.lock";

/// The right to work with a folder; given back when it is dropped.
pub struct Claim {
    _file: File,
}

/// Claims a folder with its database for this program; refuses while another has it, and touches nothing where this user may not write.
pub fn claim(data_dir: &Path, database: &str) -> Result<Claim> {
    writable::check(data_dir, database, FILE).map_err(store::Error::from)?;
    let options = File::options().create(true).truncate(false).write(true).open(data_dir.join(FILE));
    let file = options.map_err(store::Error::from)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            return Err(Fault::failed(FaultCode::DatabaseInUse, Retry::Now).into());
        }
        Err(TryLockError::Error(error)) => tracing::warn!(%error, "the data folder cannot be locked"),
    }
    Ok(Claim { _file: file })
}
