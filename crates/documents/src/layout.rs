//! Lines placed on paper: laid out once per width, then read by the encoder and by the preview.
//!
//! Tickets describe [`Line`]s; [`Receipt::lay_out`] cleans their text for the code page, wraps and pads it, and
//! leaves [`LaidLine`]s whose text is exactly what the printer gets. Padding is done with spaces, not with
//! printer commands, so that every clone and the screen place it alike; only codes are centred by command.

mod line;
mod place;
mod table;

use serde::Serialize;

use crate::charset::Charset;
use crate::picture::Picture;

pub use line::{Align, Line, Overflow, Rule, Size};

/// How many characters of font A fit on a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Columns {
    /// 80 mm paper, 576 dots.
    #[default]
    C48,
    /// 58 mm paper, 384 dots.
    C32,
}

impl Columns {
    /// Characters per line.
    #[must_use]
    pub const fn count(self) -> usize {
        match self {
            Self::C48 => 48,
            Self::C32 => 32,
        }
    }

    /// Printable width in dots; a character of font A is 12 dots wide.
    #[must_use]
    pub const fn dots(self) -> usize {
        self.count() * 12
    }
}

/// What a ticket is laid out for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// Width.
    pub columns: Columns,
    /// Code page of the printer.
    pub charset: Charset,
}

/// A line in its final place: what the encoder prints and what the screen previews. The screen draws it in a
/// fixed-width font and adds nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LaidLine {
    /// Text, padded on the left as it is printed; no longer than the paper is wide.
    Text {
        /// Only characters of the paper's code page.
        text: String,
        /// Printed bold.
        bold: bool,
        /// Character size.
        size: Size,
    },
    /// A CODE128 bar code with its text under it, centred.
    Barcode {
        /// Printable ASCII that fits the paper at two dots per module.
        code: String,
    },
    /// A QR code, centred.
    Qr {
        /// UTF-8 data.
        data: String,
    },
    /// A picture, in the middle.
    Picture {
        /// As many pixels as it has dots on the paper.
        picture: Picture,
    },
    /// Blank lines.
    Feed {
        /// How many.
        lines: u8,
    },
}

/// Lines of a receipt between two watermarks.
const BETWEEN_WATERMARKS: usize = 20;

/// A ticket laid out for one paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The paper.
    pub paper: Paper,
    /// The lines from top to bottom.
    pub lines: Vec<LaidLine>,
}

impl Receipt {
    /// Places lines on paper.
    #[must_use]
    pub fn lay_out(lines: &[Line], paper: Paper) -> Self {
        let mut placed = Vec::with_capacity(lines.len());
        for line in lines {
            place::place(line, paper, &mut placed);
        }
        Self { paper, lines: placed }
    }

    /// The same receipt with these texts across it: above its first line, below its last one, and at least every twenty
    /// lines in between, so that no part of it can be taken for another paper.
    #[must_use]
    pub fn watermarked(self, texts: &[&str]) -> Self {
        let mark: Vec<Line> = texts.iter().map(|text| Line::heading(format!("*** {text} ***"))).collect();
        let mark = Self::lay_out(&mark, self.paper).lines;
        let mut lines = mark.clone();
        for part in self.lines.chunks(BETWEEN_WATERMARKS) {
            lines.extend_from_slice(part);
            lines.extend_from_slice(&mark);
        }
        Self { paper: self.paper, lines }
    }

    /// The receipt as plain text, one line per printed line, whatever its size; codes as `|||| code ||||` and `[ QR : data ]`,
    /// a picture as `[ image ]`, centred. Used by golden files and by anything that has only characters.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        for line in &self.lines {
            match line {
                LaidLine::Text { text, .. } => out.push_str(text),
                LaidLine::Barcode { code } => out.push_str(&self.centred(&format!("|||| {code} ||||"))),
                LaidLine::Qr { data } => out.push_str(&self.centred(&format!("[ QR : {data} ]"))),
                LaidLine::Picture { .. } => out.push_str(&self.centred("[ image ]")),
                LaidLine::Feed { lines } => out.push_str(&"\n".repeat(usize::from(lines.saturating_sub(1)))),
            }
            out.push('\n');
        }
        out
    }

    fn centred(&self, text: &str) -> String {
        place::pad(text, self.paper.columns.count(), Align::Centre)
    }
}
