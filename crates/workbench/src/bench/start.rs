//! Starting: from nothing to the first answered query, core only.

use std::path::Path;
use std::sync::Arc;

use api::types::{AppStatus, Empty};
use app::SystemClock;
use store::limits;

use super::figures::{Figures, Times};
use crate::{Failure, fault, shop};

/// Starts measured.
const STARTS: usize = 30;

/// `cold_start` of the core on a database that exists; the limit opens the same file with SQLite alone and reads
/// one row.
pub fn measure(dir: &Path, figures: &mut Figures) -> Result<(), Failure> {
    let times = Times::of(STARTS, |_| {
        let client = shop::open(dir, Arc::new(SystemClock))?;
        let _: AppStatus = client.call("app_status", Empty {}).map_err(fault)?;
        Ok(())
    })?;
    let database = dir.join("comptoir.db");
    let limit = Times::of(STARTS, |_| Ok(limits::open_and_read(&database)?))?;
    figures.times("cold_start", &times, &limit);
    Ok(())
}
