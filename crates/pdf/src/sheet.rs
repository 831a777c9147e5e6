//! Pages of text on A4, for papers that a person signs: one font, lines that were wrapped before, as many pages as needed.

use documents::attestation::PageLine;
use krilla::Document;
use krilla::geom::{Point, Rect, Transform};
use krilla::page::PageSettings;
use krilla::text::TextDirection;

use crate::PdfError;
use crate::page::{Fonts, POINTS_PER_DOT};

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
    let refused = |what: &str| PdfError::Document(what.to_owned());
    let size = Transform::from_scale(POINTS_PER_DOT, POINTS_PER_DOT);
    let sheet = Rect::from_ltrb(0.0, 0.0, f32::from(WIDTH), f32::from(HEIGHT))
        .and_then(|page| page.transform(size))
        .ok_or_else(|| refused("page size"))?;
    let fonts = Fonts::load().ok_or_else(|| refused("font"))?;
    for part in lines.chunks(LINES) {
        let settings =
            PageSettings::from_wh(sheet.width(), sheet.height()).ok_or_else(|| refused("page size"))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        surface.push_transform(&size);
        for (line, y) in part.iter().zip((MARGIN..).step_by(usize::from(LINE))) {
            let font = if line.bold { &fonts.bold } else { &fonts.regular };
            let start = Point::from_xy(f32::from(MARGIN), f32::from(y));
            surface.draw_text(start, font.clone(), FONT_DOTS, &line.text, false, TextDirection::LeftToRight);
        }
        surface.pop();
        surface.finish();
        page.finish();
    }
    Ok(())
}
