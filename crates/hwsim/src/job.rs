//! What came out of the printer.

use serde::Serialize;

/// A run of text in one style.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Printed bold.
    pub bold: bool,
    /// Times as wide as font A.
    pub width: u8,
    /// Times as high as font A.
    pub height: u8,
}

/// One thing on the paper, or beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PrintedItem {
    /// A line of text; no spans for an empty one.
    Line {
        /// Its runs.
        spans: Vec<Span>,
        /// `ESC a`: 0 left, 1 centre, 2 right.
        align: u8,
    },
    /// A CODE128 bar code.
    Barcode {
        /// Its content.
        code: String,
        /// Height in dots.
        height: u8,
        /// Dots per module.
        module: u8,
        /// `ESC a`.
        align: u8,
    },
    /// A QR code.
    Qr {
        /// Its content.
        data: String,
        /// Dots per module.
        module: u8,
        /// `ESC a`.
        align: u8,
    },
    /// A picture; bands that follow each other are one.
    Raster {
        /// Bytes of a row, eight dots each.
        bytes: usize,
        /// Row by row, the first dot highest, set for black.
        data: Vec<u8>,
    },
    /// Blank lines.
    Feed {
        /// How many.
        lines: u8,
    },
    /// The paper was cut.
    Cut {
        /// A bridge was left.
        partial: bool,
    },
    /// The drawer got a pulse.
    Drawer {
        /// 2 or 5.
        pin: u8,
        /// Pulse in milliseconds.
        on_ms: u16,
        /// Pause in milliseconds.
        off_ms: u16,
    },
}

/// One job: everything up to a cut, or to the end of the connection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PrintedJob {
    /// Number, from 1.
    pub number: usize,
    /// What was printed, from top to bottom.
    pub items: Vec<PrintedItem>,
    /// What was wrong with the bytes; empty for a faultless job.
    pub errors: Vec<String>,
    /// The text alone, as [`PrintedJob::plain_text`] gives it.
    pub text: String,
}

impl PrintedItem {
    /// True when another band was the rest of this picture, and is part of it now.
    pub(crate) fn takes(&mut self, next: &Self) -> bool {
        match (self, next) {
            (Self::Raster { bytes, data }, Self::Raster { bytes: across, data: rows }) if bytes == across => {
                data.extend(rows);
                true
            }
            _ => false,
        }
    }
}

impl PrintedJob {
    /// The text on the paper, one line per printed line, codes as `|||| code ||||` and `[ QR : data ]`, pictures as
    /// `[ image ]`, in the middle of `columns`; cuts and pulses leave no text.
    #[must_use]
    pub fn plain_text(items: &[PrintedItem], columns: usize) -> String {
        let mut out = String::new();
        for item in items {
            match item {
                PrintedItem::Line { spans, .. } => out.extend(spans.iter().map(|s| s.text.as_str())),
                PrintedItem::Barcode { code, .. } => out += &centred(&format!("|||| {code} ||||"), columns),
                PrintedItem::Qr { data, .. } => out += &centred(&format!("[ QR : {data} ]"), columns),
                PrintedItem::Raster { .. } => out += &centred("[ image ]", columns),
                PrintedItem::Feed { lines } => out += &"\n".repeat(usize::from(lines.saturating_sub(1))),
                PrintedItem::Cut { .. } | PrintedItem::Drawer { .. } => continue,
            }
            out.push('\n');
        }
        out
    }
}

fn centred(text: &str, columns: usize) -> String {
    let margin = columns.saturating_sub(text.chars().count()) / 2;
    format!("{}{text}", " ".repeat(margin))
}
