//! The ESC/POS subset of hardware.md 1.3, read from a byte stream.
//!
//! Strict: a byte sequence that is not in the subset is [`Step::Unknown`], even where real printers shrug.

/// A command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// A printable byte.
    Byte(u8),
    /// `LF`.
    LineFeed,
    /// `ESC @`.
    Initialise,
    /// `ESC t n`.
    CodePage(u8),
    /// `FS .`.
    CancelKanji,
    /// `ESC d n`.
    Feed(u8),
    /// `ESC E n`.
    Bold(bool),
    /// `GS ! n`: width and height, 1 to 8.
    Size {
        /// Times as wide.
        width: u8,
        /// Times as high.
        height: u8,
    },
    /// `ESC a n`: 0 left, 1 centre, 2 right.
    Align(u8),
    /// `GS V`.
    Cut {
        /// A bridge is left.
        partial: bool,
    },
    /// `ESC p`: times in milliseconds.
    Pulse {
        /// 2 or 5.
        pin: u8,
        /// Pulse.
        on_ms: u16,
        /// Pause.
        off_ms: u16,
    },
    /// `GS h n`: dots.
    BarcodeHeight(u8),
    /// `GS w n`: dots per module.
    BarcodeWidth(u8),
    /// `GS f n`.
    BarcodeFont,
    /// `GS H n`: text above (1), below (2).
    BarcodeText(u8),
    /// `GS k 73 n data`.
    Code128(Vec<u8>),
    /// `GS v 0` at normal size.
    Raster {
        /// Bytes of a row, eight dots each.
        bytes: usize,
        /// Row by row, the first dot highest.
        data: Vec<u8>,
    },
    /// `GS ( k` function 165: the QR model (1 or 2).
    QrModel(u8),
    /// `GS ( k` function 167: dots per module.
    QrModule(u8),
    /// `GS ( k` function 169: error correction, 48 (L) to 51 (H).
    QrCorrection(u8),
    /// `GS ( k` function 180: the data.
    QrStore(Vec<u8>),
    /// `GS ( k` function 181.
    QrPrint,
    /// `DLE EOT n`.
    RealTimeStatus(u8),
    /// `DLE ENQ n`: 1 resume, 2 clear.
    Recover(u8),
    /// `GS r 1`.
    SensorStatus,
    /// `GS ( H` function 48: the id to send back.
    ProcessId([u8; 4]),
}

/// What stands at the head of the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A command and how many bytes it takes.
    Command(Command, usize),
    /// More bytes are needed to tell.
    Incomplete,
    /// So many bytes that are no command of the subset.
    Unknown(usize),
}

/// Reads the first command.
#[must_use]
pub fn next(bytes: &[u8]) -> Step {
    match bytes {
        [] => Step::Incomplete,
        [b'\n', ..] => Step::Command(Command::LineFeed, 1),
        [byte @ (0x20..=0x7E | 0x80..=0xFF), ..] => Step::Command(Command::Byte(*byte), 1),
        [0x10, ..] => fixed(bytes, 3, |b| match *b {
            [_, 0x04, n @ 1..=4] => Some(Command::RealTimeStatus(n)),
            [_, 0x05, n @ 1..=2] => Some(Command::Recover(n)),
            _ => None,
        }),
        [0x1B, ..] => escape(bytes),
        [0x1C, ..] => fixed(bytes, 2, |b| (*b == [0x1C, b'.']).then_some(Command::CancelKanji)),
        [0x1D, ..] => group(bytes),
        _ => Step::Unknown(1),
    }
}

/// A command of `length` bytes.
fn fixed(bytes: &[u8], length: usize, read: impl Fn(&[u8]) -> Option<Command>) -> Step {
    match bytes.get(..length) {
        None => Step::Incomplete,
        Some(head) => read(head).map_or(Step::Unknown(length), |c| Step::Command(c, length)),
    }
}

fn escape(bytes: &[u8]) -> Step {
    match bytes.get(1) {
        None => Step::Incomplete,
        Some(b'@') => Step::Command(Command::Initialise, 2),
        Some(b't') => fixed(bytes, 3, |b| Some(Command::CodePage(b[2]))),
        Some(b'd') => fixed(bytes, 3, |b| Some(Command::Feed(b[2]))),
        Some(b'E') => fixed(bytes, 3, |b| (b[2] < 2).then_some(Command::Bold(b[2] == 1))),
        Some(b'a') => fixed(bytes, 3, |b| (b[2] < 3).then_some(Command::Align(b[2]))),
        Some(b'p') => fixed(bytes, 5, |b| match *b {
            [_, _, pin @ (0 | 1), on, off] => Some(Command::Pulse {
                pin: if pin == 0 { 2 } else { 5 },
                on_ms: u16::from(on) * 2,
                off_ms: u16::from(off) * 2,
            }),
            _ => None,
        }),
        Some(_) => Step::Unknown(2),
    }
}

fn group(bytes: &[u8]) -> Step {
    match bytes.get(1) {
        None => Step::Incomplete,
        Some(b'!') => fixed(bytes, 3, |b| {
            let (width, height) = ((b[2] >> 4) + 1, (b[2] & 0x0F) + 1);
            (width <= 8 && height <= 8).then_some(Command::Size { width, height })
        }),
        Some(b'V') => cut(bytes),
        Some(b'h') => fixed(bytes, 3, |b| (b[2] > 0).then_some(Command::BarcodeHeight(b[2]))),
        Some(b'w') => fixed(bytes, 3, |b| matches!(b[2], 2..=6).then_some(Command::BarcodeWidth(b[2]))),
        Some(b'f') => fixed(bytes, 3, |b| (b[2] < 2).then_some(Command::BarcodeFont)),
        Some(b'H') => fixed(bytes, 3, |b| (b[2] < 4).then_some(Command::BarcodeText(b[2]))),
        Some(b'r') => fixed(bytes, 3, |b| (b[2] == 1).then_some(Command::SensorStatus)),
        Some(b'k') => barcode(bytes),
        Some(b'v') => raster(bytes),
        Some(b'(') => extended(bytes),
        Some(_) => Step::Unknown(2),
    }
}

fn cut(bytes: &[u8]) -> Step {
    match bytes.get(2) {
        None => Step::Incomplete,
        Some(0 | 48) => Step::Command(Command::Cut { partial: false }, 3),
        Some(1 | 49) => Step::Command(Command::Cut { partial: true }, 3),
        Some(mode @ (65 | 66)) => fixed(bytes, 4, |_| Some(Command::Cut { partial: *mode == 66 })),
        Some(_) => Step::Unknown(3),
    }
}

fn barcode(bytes: &[u8]) -> Step {
    match (bytes.get(2), bytes.get(3)) {
        (None, _) | (Some(73), None) => Step::Incomplete,
        (Some(73), Some(n)) => {
            let length = usize::from(*n);
            fixed(bytes, 4 + length, |b| (length >= 2).then(|| Command::Code128(b[4..].to_vec())))
        }
        (Some(_), _) => Step::Unknown(3),
    }
}

/// `GS v 0 m xL xH yL yH data`.
fn raster(bytes: &[u8]) -> Step {
    let Some(head) = bytes.get(..8) else { return Step::Incomplete };
    let [_, _, b'0', 0, x_low, x_high, y_low, y_high] = *head else { return Step::Unknown(3) };
    let across = usize::from(u16::from_le_bytes([x_low, x_high]));
    let length = across * usize::from(u16::from_le_bytes([y_low, y_high]));
    fixed(bytes, 8 + length, |b| {
        (length > 0).then(|| Command::Raster { bytes: across, data: b[8..].to_vec() })
    })
}

/// `GS ( x pL pH …`.
fn extended(bytes: &[u8]) -> Step {
    let (Some(letter), Some(low), Some(high)) = (bytes.get(2), bytes.get(3), bytes.get(4)) else {
        return Step::Incomplete;
    };
    let length = 5 + usize::from(u16::from_le_bytes([*low, *high]));
    match letter {
        b'k' => fixed(bytes, length, |b| qr(&b[5..])),
        b'H' => fixed(bytes, length, |b| match b[5..] {
            [48, 48, a, b, c, d] => Some(Command::ProcessId([a, b, c, d])),
            _ => None,
        }),
        _ => Step::Unknown(3),
    }
}

fn qr(parameters: &[u8]) -> Option<Command> {
    match parameters {
        [49, 65, model @ (49 | 50), 0] => Some(Command::QrModel(model - 48)),
        [49, 67, module @ 1..=16] => Some(Command::QrModule(*module)),
        [49, 69, level @ 48..=51] => Some(Command::QrCorrection(*level)),
        [49, 80, 48, data @ ..] if !data.is_empty() => Some(Command::QrStore(data.to_vec())),
        [49, 81, 48] => Some(Command::QrPrint),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_told_from_beginnings_and_from_nonsense() {
        assert_eq!(next(b"A"), Step::Command(Command::Byte(b'A'), 1));
        assert_eq!(next(&[0x1B]), Step::Incomplete);
        assert_eq!(next(&[0x1B, b'p', 0, 25]), Step::Incomplete, "a pulse has five bytes");
        let pulse = Command::Pulse { pin: 2, on_ms: 50, off_ms: 500 };
        assert_eq!(next(&[0x1B, b'p', 0, 25, 250, b'x']), Step::Command(pulse, 5));
        assert_eq!(next(&[0x1B, b'q']), Step::Unknown(2));
        assert_eq!(next(&[0x07]), Step::Unknown(1));
        assert_eq!(next(b"\x1dkI\x03{BA"), Step::Command(Command::Code128(b"{BA".to_vec()), 7));
        let id = Command::ProcessId(*b"0001");
        assert_eq!(next(b"\x1d(H\x06\x00\x30\x300001"), Step::Command(id, 11));
        assert_eq!(next(&[0x10, 0x04, 9]), Step::Unknown(3));
    }

    #[test]
    fn a_raster_is_read_with_its_data() {
        let whole = b"\x1dv0\x00\x02\x00\x01\x00\xf0\x0fA";
        for cut in 0..whole.len() - 1 {
            assert_eq!(next(&whole[..cut]), Step::Incomplete, "{cut} bytes");
        }
        assert_eq!(next(whole), Step::Command(Command::Raster { bytes: 2, data: vec![0xF0, 0x0F] }, 10));
        assert_eq!(next(b"\x1dv0\x03\x02\x00\x01\x00"), Step::Unknown(3), "no other size is used");
        assert_eq!(next(b"\x1dv0\x00\x00\x00\x01\x00"), Step::Unknown(8), "a picture without dots");
    }

    #[test]
    fn a_beginning_of_anything_is_never_misread() {
        let whole = b"\x1d(k\x05\x00\x31\x50\x30T1";
        for cut in 0..whole.len() {
            assert_eq!(next(&whole[..cut]), Step::Incomplete, "{cut} bytes");
        }
        assert_eq!(next(whole), Step::Command(Command::QrStore(b"T1".to_vec()), whole.len()));
    }
}
