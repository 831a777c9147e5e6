//! From commands to what stands on the paper.

use documents::Charset;

use crate::command::Command;
use crate::job::{PrintedItem, Span};

/// Width of font A.
const DOTS_PER_COLUMN: usize = 12;
/// Rows of a raster that a small printer keeps; it drops what is beyond them (hardware.md 1.5).
const MOST_ROWS: usize = 128;

/// The state of a printer between two commands.
#[derive(Debug)]
pub(crate) struct Page {
    columns: usize,
    charset: Option<Charset>,
    bold: bool,
    width: u8,
    height: u8,
    align: u8,
    barcode_height: u8,
    barcode_module: u8,
    barcode_text: u8,
    qr_model: u8,
    qr_module: u8,
    qr_data: Vec<u8>,
    spans: Vec<Span>,
}

/// What a command did.
#[derive(Debug, Default)]
pub(crate) struct Effect {
    /// What it put on the paper.
    pub(crate) item: Option<PrintedItem>,
    /// What was wrong with it.
    pub(crate) error: Option<String>,
}

impl Effect {
    fn item(item: PrintedItem) -> Self {
        Self { item: Some(item), error: None }
    }

    fn error(error: impl Into<String>) -> Self {
        Self { item: None, error: Some(error.into()) }
    }
}

impl Page {
    /// A printer that was just switched on. Its code page is unknown until one is selected.
    pub(crate) const fn new(columns: usize) -> Self {
        Self {
            columns,
            charset: None,
            bold: false,
            width: 1,
            height: 1,
            align: 0,
            barcode_height: 162,
            barcode_module: 3,
            barcode_text: 0,
            qr_model: 2,
            qr_module: 3,
            qr_data: Vec::new(),
            spans: Vec::new(),
        }
    }

    /// Carries out a command that is not answered.
    pub(crate) fn execute(&mut self, command: &Command) -> Effect {
        match command {
            Command::Byte(byte) => return self.print(*byte),
            Command::LineFeed => return self.end_line(),
            Command::Feed(lines) => return Effect::item(PrintedItem::Feed { lines: *lines }),
            Command::Cut { partial } => return self.cut(*partial),
            Command::Pulse { pin, on_ms, off_ms } => {
                return Effect::item(PrintedItem::Drawer { pin: *pin, on_ms: *on_ms, off_ms: *off_ms });
            }
            Command::Code128(data) => return self.barcode(data),
            Command::QrPrint => return self.qr(),
            Command::Raster { bytes, data } => return self.raster(*bytes, data),
            Command::CodePage(number) => return self.select(*number),
            Command::Initialise => *self = Self::new(self.columns),
            Command::Bold(on) => self.bold = *on,
            Command::Size { width, height } => (self.width, self.height) = (*width, *height),
            Command::Align(align) => self.align = *align,
            Command::BarcodeHeight(dots) => self.barcode_height = *dots,
            Command::BarcodeWidth(dots) => self.barcode_module = *dots,
            Command::BarcodeText(place) => self.barcode_text = *place,
            Command::QrModel(model) => self.qr_model = *model,
            Command::QrModule(dots) => self.qr_module = *dots,
            Command::QrStore(data) => self.qr_data.clone_from(data),
            Command::CancelKanji | Command::BarcodeFont | Command::QrCorrection(_) => {}
            Command::RealTimeStatus(_)
            | Command::Recover(_)
            | Command::SensorStatus
            | Command::ProcessId(_) => {}
        }
        Effect::default()
    }

    fn select(&mut self, number: u8) -> Effect {
        let known = [Charset::Pc858, Charset::Wpc1252];
        self.charset = known.into_iter().find(|c| c.escpos_number() == number);
        match self.charset {
            Some(_) => Effect::default(),
            None => Effect::error(format!("code page {number} is not simulated")),
        }
    }

    fn print(&mut self, byte: u8) -> Effect {
        let decoded = match self.charset {
            Some(charset) => charset.decode(byte),
            None if byte.is_ascii() => Some(char::from(byte)),
            None => None,
        };
        self.push(decoded.unwrap_or('\u{fffd}'));
        match decoded {
            Some(_) => Effect::default(),
            None => Effect::error(format!("byte {byte:#04x} has no character in {:?}", self.charset)),
        }
    }

    fn push(&mut self, c: char) {
        let style = (self.bold, self.width, self.height);
        match self.spans.last_mut() {
            Some(span) if (span.bold, span.width, span.height) == style => span.text.push(c),
            _ => self.spans.push(Span {
                text: c.to_string(),
                bold: self.bold,
                width: self.width,
                height: self.height,
            }),
        }
    }

    fn end_line(&mut self) -> Effect {
        let spans = std::mem::take(&mut self.spans);
        let used: usize = spans.iter().map(|s| s.text.chars().count() * usize::from(s.width)).sum();
        let error = (used > self.columns).then(|| format!("{used} columns on a paper of {}", self.columns));
        Effect { item: Some(PrintedItem::Line { spans, align: self.align }), error }
    }

    fn cut(&mut self, partial: bool) -> Effect {
        let error = (!self.spans.is_empty()).then(|| "cut in the middle of a line".to_owned());
        Effect { item: Some(PrintedItem::Cut { partial }), error }
    }

    fn barcode(&mut self, data: &[u8]) -> Effect {
        match code128_text(data) {
            Some(_) if self.barcode_text != 2 => Effect::error("bar code without its text below"),
            Some(code) => Effect::item(PrintedItem::Barcode {
                code,
                height: self.barcode_height,
                module: self.barcode_module,
                align: self.align,
            }),
            None => Effect::error(format!("not CODE128 data: {data:02x?}")),
        }
    }

    /// Dots in the place where they are told to be: whether a raster follows `ESC a` depends on the printer, so nothing may
    /// count on it.
    fn raster(&self, bytes: usize, data: &[u8]) -> Effect {
        let problem = if !self.spans.is_empty() {
            Some("a raster in the middle of a line".to_owned())
        } else if self.align != 0 {
            Some("a raster that counts on ESC a".to_owned())
        } else if bytes * 8 > self.columns * DOTS_PER_COLUMN {
            Some(format!("a raster {} dots wide", bytes * 8))
        } else if data.len() > bytes * MOST_ROWS {
            Some(format!("a raster of {} rows", data.len() / bytes))
        } else {
            None
        };
        problem
            .map_or_else(|| Effect::item(PrintedItem::Raster { bytes, data: data.to_vec() }), Effect::error)
    }

    fn qr(&mut self) -> Effect {
        if self.qr_model != 2 {
            return Effect::error("QR model 1: most readers do not know it");
        }
        match String::from_utf8(std::mem::take(&mut self.qr_data)) {
            Ok(data) if data.is_empty() => Effect::error("QR printed without data"),
            Ok(data) => Effect::item(PrintedItem::Qr { data, module: self.qr_module, align: self.align }),
            Err(_) => Effect::error("QR data is not UTF-8"),
        }
    }
}

/// The text in `{B` and `{C` coded data; none for anything else.
fn code128_text(data: &[u8]) -> Option<String> {
    let mut text = String::new();
    let mut pairs = None;
    let mut rest = data;
    loop {
        rest = match (rest, pairs) {
            ([], Some(_)) => return Some(text),
            ([b'{', b'B', tail @ ..], _) => {
                pairs = Some(false);
                tail
            }
            ([b'{', b'C', tail @ ..], _) => {
                pairs = Some(true);
                tail
            }
            ([pair @ 0..=99, tail @ ..], Some(true)) => {
                text += &format!("{pair:02}");
                tail
            }
            ([b'{', b'{', tail @ ..], Some(false)) => {
                text.push('{');
                tail
            }
            ([byte @ 0x20..=0x7E, tail @ ..], Some(false)) if *byte != b'{' => {
                text.push(char::from(*byte));
                tail
            }
            _ => return None,
        };
    }
}
