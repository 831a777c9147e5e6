//! Lines placed on paper: laid out once per width, then read by the encoder and by the preview.

use serde::{Deserialize, Serialize};

use crate::charset::Charset;

/// How many characters of font A fit on a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Columns {
    /// 80 mm paper, 576 dots.
    #[default]
    #[serde(rename = "48")]
    C48,
    /// 58 mm paper, 384 dots.
    #[serde(rename = "32")]
    C32,
}

/// What a ticket is laid out for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// Width.
    pub columns: Columns,
    /// Code page of the printer.
    pub charset: Charset,
}

/// A ticket laid out for one paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The paper.
    pub paper: Paper,
}
