//! Validated documents at the till.

use api::types::{DocumentRef, DocumentRow, Empty, PrintJobView, TicketPreview};
use store::tables::{documents, shifts};

use crate::context::{Context, Mutation, Query};
use crate::error::Result;
use crate::printing::{queue, ticket_preview};
use crate::views;

/// «Actions» shows at most this many documents of the shift (SAL-07).
const RECENT: u32 = 20;

/// The last documents of the open shift, newest first.
pub fn document_recent(cx: &Query<'_>, _: Empty) -> Result<Vec<DocumentRow>> {
    let Some(shift) = shifts::open(cx.db, cx.caller.workstation()?)? else { return Ok(Vec::new()) };
    let rows = documents::of_shift(cx.db, shift.id, RECENT)?;
    rows.into_iter().map(|row| views::document(cx.db, row)).collect()
}

/// A ticket as it would be printed (PRT-03).
pub fn document_ticket(cx: &Query<'_>, request: DocumentRef) -> Result<TicketPreview> {
    ticket_preview(cx, request.document_id)
}

/// Prints a ticket on the printer of the workstation: the original once, then duplicates.
pub fn document_print(cx: &mut Mutation<'_, '_>, request: DocumentRef) -> Result<PrintJobView> {
    let workstation = cx.workstation_row()?;
    queue::ticket(cx, &workstation, request.document_id)
}
