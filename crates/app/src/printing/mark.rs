//! What tells a paper of training from a real one, in the one place that every paper passes: printed, saved or on the screen, of
//! whatever kind, none can be forgotten.

use documents::Receipt;
use documents::ticket::InvoiceSheet;

use crate::context::Context;
use crate::training::WATERMARK;

/// A paper as its world prints it (FISC-07, R-13).
pub fn marked(cx: &impl Context, receipt: Receipt) -> Receipt {
    if cx.shared().is_training() { receipt.watermarked(&WATERMARK) } else { receipt }
}

/// The same for an invoice on A4.
pub fn marked_sheet(cx: &impl Context, sheet: InvoiceSheet) -> InvoiceSheet {
    if cx.shared().is_training() { sheet.watermarked(&WATERMARK) } else { sheet }
}
