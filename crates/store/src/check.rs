//! Whether the database file is whole (sync.md §13).
//!
//! A check reads every page, so its time grows with the years: a tenth of a second for the file of a new shop, a minute
//! and more after half a million tickets. A small file is checked before anything is read from it. Of a large one,
//! opening checks what the program cannot start or sign without; the whole is checked later, beside the work, by whoever
//! opened it.

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;

use crate::connection::open_reader;
use crate::error::{Error, Result};

/// Up to this size a file is checked as a whole when it is opened.
const SMALL_BYTES: i64 = 64 << 20;

/// What a large file is checked for when it is opened: who we are, the shop's settings, the heads of the chains, the open
/// carts. None of them grows with the number of tickets.
const NEEDED: &[&str] = &[
    "self",
    "shop",
    "tax",
    "tax_rate",
    "tax_category",
    "user",
    "workstation",
    "payment_method",
    "layout",
    "fiscal_terminal",
    "fiscal_key",
    "fiscal_counter",
    "cart",
];

/// Steps of the check between two pauses, and how long they are: a sale comes first.
const STEPS: i32 = 2_000;
const PAUSE: Duration = Duration::from_millis(1);

/// Checks the file before it is used. False when it is large, and only its most needed tables were checked.
pub fn at_start(conn: &Connection) -> Result<bool> {
    let bytes: i64 = conn.query_row(
        "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
        [],
        |r| r.get(0),
    )?;
    if bytes <= SMALL_BYTES {
        return quick(conn, "1").map(|()| true);
    }
    let known = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?1";
    for table in NEEDED {
        // A database of an older version may not have it yet.
        if conn.query_row(known, [table], |r| r.get::<_, i64>(0))? == 1 {
            quick(conn, table)?;
        }
    }
    Ok(false)
}

/// Checks the whole file on a connection of its own, with pauses. Ends without a finding once `goes_on` says no.
pub fn whole(path: &Path, goes_on: impl Fn() -> bool + Send + 'static) -> Result<()> {
    let mut conn = open_reader(path)?;
    // What is read once needs no memory.
    conn.pragma_update(None, "cache_size", -2_000)?;
    let pause_or_stop = move || {
        std::thread::sleep(PAUSE);
        !goes_on()
    };
    conn.progress_handler(STEPS, Some(pause_or_stop))?;
    match quick(&conn, "1") {
        Err(Error::Sqlite(error))
            if error.sqlite_error_code() == Some(rusqlite::ErrorCode::OperationInterrupted) =>
        {
            Ok(())
        }
        other => other,
    }
}

fn quick(conn: &Connection, what: &str) -> Result<()> {
    let found: String = conn.query_row(&format!("PRAGMA quick_check({what})"), [], |r| r.get(0))?;
    if found == "ok" { Ok(()) } else { Err(Error::Corrupt(found)) }
}
