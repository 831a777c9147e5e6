//! Drawing: everything is placed in printer dots (8 per millimetre), as whole numbers, and scaled to the page once.

use documents::layout::{self, LaidLine};
use documents::{Picture, Receipt};
use krilla::Document;
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::surface::Surface;
use krilla::text::{Font, TextDirection};

use crate::codes::{Shape, code128, qr};
use crate::{PdfError, frame};

static REGULAR: &[u8] = include_bytes!("../fonts/DejaVuSansMono.ttf");
static BOLD: &[u8] = include_bytes!("../fonts/DejaVuSansMono-Bold.ttf");

/// PDF points in a dot: 72 points to the inch, 203.2 dots to the inch.
pub const POINTS_PER_DOT: f32 = 0.354_330_7;
/// Size at which a character of the font is 12 dots wide: its advance is 1233 of 2048 units.
const FONT_DOTS: f32 = 19.931;
/// White around the text: 4 mm.
const MARGIN: u16 = 32;
/// From line to line: 1/6 inch is the printer's default, and 30 dots its dense one.
const LINE: u16 = 30;
/// From the top of a line to the feet of its letters.
const BASELINE: u16 = 22;
/// Height of a bar code.
const BARCODE: u16 = 80;
/// Dots per module.
const BAR_DOTS: u16 = 2;
const QR_DOTS: u16 = 6;
/// White under a picture, as a printer leaves it.
const BELOW_PICTURE: u16 = 16;
/// Clear space above and below a QR code: four modules (ISO/IEC 18004).
const QUIET: u16 = 4 * QR_DOTS;

/// Draws the receipt on a page of its own.
pub fn draw(document: &mut Document, receipt: &Receipt) -> Result<(), PdfError> {
    let placed = place(receipt)?;
    let width = dots(receipt) + 2 * MARGIN;
    let height = placed.last().map_or(MARGIN, |part| part.y + part.height) + MARGIN;
    let fonts = Fonts::load()?;
    frame::page(document, POINTS_PER_DOT, (f32::from(width), f32::from(height)), |surface| {
        placed.iter().for_each(|part| part.draw(surface, &fonts, dots(receipt)));
    })
}

/// The two weights of the font.
pub struct Fonts {
    /// Regular.
    pub regular: Font,
    /// Bold.
    pub bold: Font,
}

impl Fonts {
    /// Reads them.
    pub fn load() -> Result<Self, PdfError> {
        let font = |bytes: &'static [u8]| {
            Font::new(bytes.into(), 0).ok_or_else(|| PdfError::Document("font".to_owned()))
        };
        Ok(Self { regular: font(REGULAR)?, bold: font(BOLD)? })
    }
}

/// A line in its place.
struct Part<'a> {
    y: u16,
    height: u16,
    what: What<'a>,
}

enum What<'a> {
    Text { text: &'a str, bold: bool, wide: u16, tall: u16 },
    Picture(&'a Picture),
    Code { shape: Shape, across: u16, down: u16, above: u16, caption: Option<&'a str> },
    Nothing,
}

/// The lines from top to bottom, each below the one before.
fn place(receipt: &Receipt) -> Result<Vec<Part<'_>>, PdfError> {
    let mut y = MARGIN;
    let mut parts = Vec::with_capacity(receipt.lines.len());
    for line in &receipt.lines {
        let (what, height) = part(line, dots(receipt))?;
        parts.push(Part { y, height, what });
        y = y.checked_add(height).ok_or_else(|| PdfError::Document("too long".to_owned()))?;
    }
    Ok(parts)
}

fn part(line: &LaidLine, room: u16) -> Result<(What<'_>, u16), PdfError> {
    Ok(match line {
        LaidLine::Text { text, bold, size } => {
            let (wide, tall) = match size {
                layout::Size::Normal => (1, 1),
                layout::Size::Tall => (1, 2),
                layout::Size::Double => (2, 2),
            };
            (What::Text { text, bold: *bold, wide, tall }, LINE * tall)
        }
        LaidLine::Barcode { code } => {
            let shape = code128(code)?;
            let across = if shape.width * BAR_DOTS > room { 1 } else { BAR_DOTS };
            (What::Code { shape, across, down: BARCODE, above: 0, caption: Some(code) }, BARCODE + LINE)
        }
        LaidLine::Qr { data } => {
            let shape = qr(data)?;
            let height = shape.height * QR_DOTS + 2 * QUIET;
            (What::Code { shape, across: QR_DOTS, down: QR_DOTS, above: QUIET, caption: None }, height)
        }
        LaidLine::Picture { picture } => {
            let tall = u16::try_from(picture.height())
                .map_err(|_| PdfError::Document("picture too high".to_owned()))?;
            (What::Picture(picture), tall + BELOW_PICTURE)
        }
        LaidLine::Feed { lines } => (What::Nothing, LINE * u16::from(*lines)),
    })
}

impl Part<'_> {
    fn draw(&self, surface: &mut Surface<'_>, fonts: &Fonts, room: u16) {
        match &self.what {
            What::Text { text, bold, wide, tall } => {
                let font = if *bold { &fonts.bold } else { &fonts.regular };
                self.text(surface, font, text, MARGIN, (*wide, *tall));
            }
            What::Code { shape, across, down, above, caption } => {
                let left = MARGIN + room.saturating_sub(shape.width * across) / 2;
                bars(surface, shape, (left, self.y + above), (*across, *down));
                if let Some(caption) = caption {
                    let wide = u16::try_from(caption.chars().count()).unwrap_or(u16::MAX).saturating_mul(12);
                    let below = Self { y: self.y + self.height - LINE, height: LINE, what: What::Nothing };
                    let left = MARGIN + room.saturating_sub(wide) / 2;
                    below.text(surface, &fonts.regular, caption, left, (1, 1));
                }
            }
            What::Picture(picture) => shades(surface, picture, self.y, room),
            What::Nothing => {}
        }
    }

    fn text(&self, surface: &mut Surface<'_>, font: &Font, text: &str, left: u16, (wide, tall): (u16, u16)) {
        let (x, y) = (f32::from(left), f32::from(self.y + BASELINE * tall));
        surface.push_transform(&Transform::from_row(f32::from(wide), 0.0, 0.0, f32::from(tall), x, y));
        let start = Point::from_xy(0.0, 0.0);
        surface.draw_text(start, font.clone(), FONT_DOTS, text, false, TextDirection::LeftToRight);
        surface.pop();
    }
}

/// A picture in the middle, a dot for each of its pixels.
fn shades(surface: &mut Surface<'_>, picture: &Picture, top: u16, room: u16) {
    let side = |pixels: usize| u16::try_from(pixels).unwrap_or(u16::MAX);
    let (wide, high) = (side(picture.width()), side(picture.height()));
    let left = MARGIN + room.saturating_sub(wide) / 2;
    let (place, size) = ((f32::from(left), f32::from(top)), (f32::from(wide), f32::from(high)));
    frame::picture(surface, place, size, picture);
}

fn bars(surface: &mut Surface<'_>, shape: &Shape, (left, top): (u16, u16), (across, down): (u16, u16)) {
    let mut path = PathBuilder::new();
    for bar in &shape.bars {
        let (x, y) = (f32::from(left + bar.x * across), f32::from(top + bar.y * down));
        if let Some(rect) = Rect::from_xywh(x, y, f32::from(bar.width * across), f32::from(down)) {
            path.push_rect(rect);
        }
    }
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

/// Printable width.
fn dots(receipt: &Receipt) -> u16 {
    u16::try_from(receipt.paper.columns.dots()).unwrap_or(u16::MAX)
}
