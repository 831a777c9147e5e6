//! What tells a paper of training from a real one, in the one place that every paper passes: printed or on the screen, of
//! whatever kind, none can be forgotten.

use documents::Receipt;

use crate::context::Context;
use crate::training::WATERMARK;

/// A paper as its world prints it (FISC-07, R-13).
pub fn marked(cx: &impl Context, receipt: Receipt) -> Receipt {
    if cx.shared().is_training() { receipt.watermarked(&WATERMARK) } else { receipt }
}
