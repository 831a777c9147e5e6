//! What a ticket can ask to have placed.

use std::sync::Arc;

use serde::Serialize;

use crate::picture::Picture;

/// Where a text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left edge.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// At the right edge.
    Right,
}

/// Character size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Size {
    /// Font A as it is.
    #[default]
    Normal,
    /// Twice as high: stands in for [`Size::Double`] where that is too wide.
    Tall,
    /// Twice as wide and high.
    Double,
}

impl Size {
    /// Columns of font A that one character takes.
    #[must_use]
    pub const fn width(self) -> usize {
        match self {
            Self::Normal | Self::Tall => 1,
            Self::Double => 2,
        }
    }
}

/// A rule across the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// `----`
    Single,
    /// `====`
    Double,
    /// `****`
    Stars,
}

/// What becomes of a pair that does not fit on one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overflow {
    /// The right part goes to a line of its own, at the right edge.
    RightBelow,
    /// The left part is wrapped under itself, the right part stays on the first line.
    LeftWraps,
}

/// A line of a ticket before it is placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Text, wrapped at words. Leading spaces indent every line of it.
    Text {
        /// What.
        text: String,
        /// Where.
        align: Align,
        /// Bold.
        bold: bool,
    },
    /// A text at the left and one at the right edge.
    Pair {
        /// Left part. Leading spaces indent every line of it.
        left: String,
        /// Right part.
        right: String,
        /// When they do not fit.
        overflow: Overflow,
        /// Bold.
        bold: bool,
    },
    /// A label and an amount, as large as the paper allows: the total of a ticket.
    Total {
        /// Left part.
        label: String,
        /// Right part.
        amount: String,
    },
    /// Rows of equally many cells; the first column is at the left, the others at the right of their column.
    Table(Vec<Vec<String>>),
    /// A rule across the paper.
    Rule(Rule),
    /// A CODE128 bar code; printed as text where it cannot be drawn.
    Barcode(String),
    /// A QR code.
    Qr(String),
    /// A picture, made as small as the paper wants it.
    Picture(Arc<Picture>),
    /// Blank lines.
    Feed(u8),
}

impl Line {
    /// Text at the left edge.
    pub fn left(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), align: Align::Left, bold: false }
    }

    /// Text in the middle.
    pub fn centred(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), align: Align::Centre, bold: false }
    }

    /// Bold text in the middle.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), align: Align::Centre, bold: true }
    }

    /// Two texts at the edges; the right one goes below when they do not fit.
    pub fn pair(left: impl Into<String>, right: impl Into<String>) -> Self {
        Self::Pair { left: left.into(), right: right.into(), overflow: Overflow::RightBelow, bold: false }
    }

    /// An article or amount: the left text wraps, the right one stays on the first line.
    pub fn item(left: impl Into<String>, right: impl Into<String>) -> Self {
        Self::Pair { left: left.into(), right: right.into(), overflow: Overflow::LeftWraps, bold: false }
    }

    /// The same line in bold, where the line has text of its own.
    #[must_use]
    pub fn bold(mut self) -> Self {
        if let Self::Text { bold, .. } | Self::Pair { bold, .. } = &mut self {
            *bold = true;
        }
        self
    }
}
