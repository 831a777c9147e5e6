//! Laid-out receipts as ESC/POS bytes (hardware.md 1.3).
//!
//! The encoder is ours and not a crate's: the subset is small, and `escpos` 0.20 gets the parts that matter
//! here wrong (drawer pulse cut short, characters outside the page sent as UTF-8, no CODE128; hardware.md 1.2).
//! Bytes are complete when they leave: what is stored in a sale's transaction is what the printer gets.

pub mod code128;
mod raster;

use crate::charset::Charset;
use crate::layout::{LaidLine, Paper, Receipt, Size};

const ESC: u8 = 0x1B;
const GS: u8 = 0x1D;
const LF: u8 = 0x0A;

/// Bar code height in dots (10 mm).
const BARCODE_HEIGHT: u8 = 80;
/// Dots per QR module.
const QR_MODULE: u8 = 6;
/// The most data a QR code holds at error correction M.
const QR_MAX: usize = 2_331;
/// Lines fed where there is no cutter, so that the last line passes the tear bar.
const TEAR_FEED: u8 = 4;

/// How the paper is cut after the job.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cut {
    /// Cut through.
    Full,
    /// Leave a bridge.
    #[default]
    Partial,
    /// No cutter: feed instead.
    None,
}

/// A pulse on a drawer connector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrawerPulse {
    /// Connector pin, 2 or 5; any other value is taken as 2.
    pub pin: u8,
    /// Pulse length in milliseconds, in steps of 2, at most 510.
    pub on_ms: u16,
    /// Pause after it in milliseconds, in steps of 2, at most 510.
    pub off_ms: u16,
}

impl Default for DrawerPulse {
    fn default() -> Self {
        Self { pin: 2, on_ms: 50, off_ms: 500 }
    }
}

impl DrawerPulse {
    /// `ESC p m t1 t2`: a job of its own, or the head of a receipt.
    #[must_use]
    pub fn bytes(self) -> [u8; 5] {
        let half = |ms: u16| u8::try_from(ms / 2).unwrap_or(u8::MAX);
        [ESC, b'p', u8::from(self.pin == 5), half(self.on_ms), half(self.off_ms)]
    }
}

/// What surrounds the lines of a job.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EncodeOptions {
    /// Opens the drawer before the first line, so that a printer out of paper does not keep it shut.
    pub drawer: Option<DrawerPulse>,
    /// Cut at the end.
    pub cut: Cut,
    /// Sends `FS .` after initialising: wanted by printers that start in Kanji mode.
    pub cancel_kanji: bool,
}

impl Receipt {
    /// The bytes of a print job.
    #[must_use]
    pub fn escpos(&self, options: EncodeOptions) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.lines.len() * 52);
        if let Some(pulse) = options.drawer {
            out.extend(pulse.bytes());
        }
        out.extend([ESC, b'@', ESC, b't', self.paper.charset.escpos_number()]);
        if options.cancel_kanji {
            out.extend([0x1C, b'.']);
        }
        for line in &self.lines {
            push_line(line, self.paper, &mut out);
        }
        match options.cut {
            Cut::Full => out.extend([GS, b'V', 65, 0]),
            // 66, not 65 with another length: in function B the mode decides, and many printers know only 66.
            Cut::Partial => out.extend([GS, b'V', 66, 0]),
            Cut::None => out.extend([ESC, b'd', TEAR_FEED]),
        }
        out
    }
}

fn push_line(line: &LaidLine, paper: Paper, out: &mut Vec<u8>) {
    match line {
        LaidLine::Text { text, bold, size } => push_text(text, *bold, *size, paper.charset, out),
        LaidLine::Barcode { code } => push_centred(out, |out| push_barcode(code, out)),
        LaidLine::Qr { data } => push_centred(out, |out| push_qr(data, out)),
        LaidLine::Picture { picture } => raster::push(&picture.dithered(), paper.columns.dots(), out),
        LaidLine::Feed { lines } => out.extend([ESC, b'd', *lines]),
    }
}

fn push_text(text: &str, bold: bool, size: Size, charset: Charset, out: &mut Vec<u8>) {
    if bold {
        out.extend([ESC, b'E', 1]);
    }
    if size != Size::Normal {
        out.extend([GS, b'!', size_byte(size)]);
    }
    out.extend(text.chars().map(|c| charset.encode(c).unwrap_or(b'?')));
    if size != Size::Normal {
        out.extend([GS, b'!', size_byte(Size::Normal)]);
    }
    if bold {
        out.extend([ESC, b'E', 0]);
    }
    out.push(LF);
}

/// Width minus one in the high half, height minus one in the low half.
const fn size_byte(size: Size) -> u8 {
    match size {
        Size::Normal => 0x00,
        Size::Tall => 0x01,
        Size::Double => 0x11,
    }
}

fn push_centred(out: &mut Vec<u8>, content: impl FnOnce(&mut Vec<u8>)) {
    out.extend([ESC, b'a', 1]);
    content(out);
    out.extend([ESC, b'a', 0]);
}

/// Height, module width, HRI below in font A, then `GS k 73 n data`. The printer ends the line itself.
fn push_barcode(code: &str, out: &mut Vec<u8>) {
    let Some(data) = code128::data(code) else { return };
    let Ok(length) = u8::try_from(data.len()) else { return };
    out.extend([GS, b'h', BARCODE_HEIGHT, GS, b'w', 2, GS, b'f', 0, GS, b'H', 2]);
    out.extend([GS, b'k', 73, length]);
    out.extend(data);
}

/// Model 2, module size, error correction M, store, print. Data that no QR code holds prints nothing.
fn push_qr(data: &str, out: &mut Vec<u8>) {
    let stored = data.len().saturating_add(3);
    let Ok([low, high]) = u16::try_from(stored).map(u16::to_le_bytes) else { return };
    if data.is_empty() || data.len() > QR_MAX {
        return;
    }
    out.extend([GS, b'(', b'k', 4, 0, 49, 65, 50, 0]);
    out.extend([GS, b'(', b'k', 3, 0, 49, 67, QR_MODULE]);
    out.extend([GS, b'(', b'k', 3, 0, 49, 69, 49]);
    out.extend([GS, b'(', b'k', low, high, 49, 80, 48]);
    out.extend(data.as_bytes());
    out.extend([GS, b'(', b'k', 3, 0, 49, 81, 48]);
}
