//! Looking for ticket printers (S-01, B-25): the search goes on beside the program, and windows ask where it stands.

use api::types::{Empty, PrinterSearch};

use crate::context::{Mutation, Query};
use crate::error::Result;
use crate::printer_search::start;

/// Where the search stands, and what it found so far.
pub fn printer_search(cx: &Query<'_>, _: Empty) -> Result<PrinterSearch> {
    Ok(cx.shared.printer_searches.state())
}

/// Starts a search; one that is running goes on.
pub fn printer_search_start(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<PrinterSearch> {
    start(cx.shared);
    Ok(cx.shared.printer_searches.state())
}

/// Asks the search to stop; what it found stays.
pub fn printer_search_cancel(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<PrinterSearch> {
    cx.shared.printer_searches.cancel();
    Ok(cx.shared.printer_searches.state())
}
