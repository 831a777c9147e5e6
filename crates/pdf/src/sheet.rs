//! Pages of text on A4, for papers that a person signs: one font, lines that were wrapped before, as many pages as needed.

use documents::attestation::PageLine;
use krilla::Document;
use krilla::geom::Point;
use krilla::text::TextDirection;

use crate::page::{Fonts, POINTS_PER_DOT};
use crate::{PdfError, frame};

/// A4 in printer dots (8 per millimetre).
const WIDTH: u16 = 1680;
const HEIGHT: u16 = 2376;
/// White on every side: 20 mm.
const MARGIN: u16 = 160;
/// Characters of a line: what fits between the margins at [`FONT_DOTS`].
pub const COLUMNS: usize = 80;
/// Size at which a character of the font is 17 dots wide: its advance is 1233 of 2048 units.
const FONT_DOTS: f32 = 28.237;
/// From line to line.
const LINE: u16 = 42;
/// Lines of a page.
const LINES: usize = 48;

/// Draws the lines, page after page.
pub fn draw(document: &mut Document, lines: &[PageLine]) -> Result<(), PdfError> {
    let fonts = Fonts::load()?;
    lines.chunks(LINES).try_for_each(|part| {
        frame::page(document, POINTS_PER_DOT, (f32::from(WIDTH), f32::from(HEIGHT)), |surface| {
            for (line, y) in part.iter().zip((MARGIN..).step_by(usize::from(LINE))) {
                let font = if line.bold { &fonts.bold } else { &fonts.regular };
                let start = Point::from_xy(f32::from(MARGIN), f32::from(y));
                let direction = TextDirection::LeftToRight;
                surface.draw_text(start, font.clone(), FONT_DOTS, &line.text, false, direction);
            }
        })
    })
}
