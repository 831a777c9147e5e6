//! What a printer makes of the bytes of a job: read strictly, with no other command than those that the encoder is known to send.
#![allow(clippy::panic, reason = "a test fails by panicking")]

use documents::{LaidLine, Paper};

/// Bytes of a job that are still to be read.
struct Stream<'a> {
    rest: &'a [u8],
    paper: Paper,
    /// Columns that a character takes now.
    wide: usize,
    line: String,
    width: usize,
    lines: Vec<String>,
}

/// The lines of text that a printer prints, none wider than its paper.
///
/// # Panics
/// When it is told anything else than to print those and codes.
pub fn printed(bytes: &[u8], paper: Paper) -> Vec<String> {
    let head = [0x1b, b'@', 0x1b, b't', paper.charset.escpos_number()];
    let rest = bytes.strip_prefix(&head).unwrap_or_else(|| panic!("{:02x?}", &bytes[..bytes.len().min(9)]));
    let rest = rest.strip_suffix(&[0x1d, b'V', 66, 0]).unwrap();
    let mut stream = Stream { rest, paper, wide: 1, line: String::new(), width: 0, lines: Vec::new() };
    while let Some((&byte, rest)) = stream.rest.split_first() {
        stream.rest = rest;
        stream.byte(byte);
    }
    assert_eq!((stream.line.as_str(), stream.wide), ("", 1), "a job ends with a line, in plain characters");
    stream.lines
}

/// The lines of text of a receipt.
pub fn texts(lines: &[LaidLine]) -> Vec<String> {
    let text = |line: &LaidLine| match line {
        LaidLine::Text { text, .. } => Some(text.clone()),
        _ => None,
    };
    lines.iter().filter_map(text).collect()
}

impl<'a> Stream<'a> {
    fn byte(&mut self, byte: u8) {
        match byte {
            0x1b => self.escape(),
            0x1d => self.group(),
            b'\n' => {
                self.lines.push(std::mem::take(&mut self.line));
                self.width = 0;
            }
            _ => {
                let c = self.paper.charset.decode(byte).unwrap_or_else(|| panic!("{byte:02x} is printed"));
                self.line.push(c);
                self.width += self.wide;
                assert!(self.width <= self.paper.columns.count(), "{:?}", self.line);
            }
        }
    }

    fn take(&mut self, length: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// Bold, alignment, feed.
    fn escape(&mut self) {
        match *self.take(2) {
            [b'E', 0 | 1] => {}
            [b'a', 0 | 1] | [b'd', 1..=9] => assert!(self.line.is_empty()),
            ref other => panic!("ESC {other:02x?}"),
        }
    }

    /// Size, bar code, QR code, picture.
    fn group(&mut self) {
        match *self.take(2) {
            [b'!', size @ (0 | 0x01 | 0x11)] => self.wide = if size == 0x11 { 2 } else { 1 },
            [b'h', _] | [b'w', 2] | [b'f', 0] | [b'H', 2] => {}
            [b'k', 73] => {
                let length = usize::from(self.take(1)[0]);
                assert!(length > 1, "an empty bar code");
                self.take(length);
            }
            [b'v', b'0'] => {
                assert!(self.line.is_empty(), "a picture in a line");
                let &[0, across, 0, rows @ 1..=128, 0] = self.take(5) else { panic!("a raster") };
                assert!(usize::from(across) * 8 <= self.paper.columns.dots(), "{across} bytes across");
                self.take(usize::from(across) * usize::from(rows));
            }
            [b'(', b'k'] => {
                let length = self.take(2);
                self.take(usize::from(u16::from_le_bytes([length[0], length[1]])));
            }
            ref other => panic!("GS {other:02x?}"),
        }
    }
}
