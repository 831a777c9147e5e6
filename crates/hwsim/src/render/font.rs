//! Font A: 12 × 24 dots, from a 10 × 20 bitmap font with the Latin-9 letters, the euro sign included.

use std::convert::Infallible;

use documents::Charset;
use embedded_graphics::mono_font::MonoTextStyle;
use embedded_graphics::mono_font::iso_8859_15::FONT_10X20;
use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::prelude::{Dimensions, DrawTarget, Drawable, Pixel, Point, Size};
use embedded_graphics::primitives::Rectangle;
use embedded_graphics::text::{Baseline, Text};

use super::canvas::Canvas;
use crate::job::Span;

/// The room left of and above a glyph in its 12 × 24 cell.
const INSET: (usize, usize) = (1, 2);

/// The dots of one glyph, as the font crate draws them.
struct Glyph(Vec<(usize, usize)>);

impl Dimensions for Glyph {
    fn bounding_box(&self) -> Rectangle {
        Rectangle::new(Point::zero(), Size::new(10, 20))
    }
}

impl DrawTarget for Glyph {
    type Color = BinaryColor;
    type Error = Infallible;

    fn draw_iter<I: IntoIterator<Item = Pixel<BinaryColor>>>(&mut self, dots: I) -> Result<(), Infallible> {
        let black = dots.into_iter().filter(|p| p.1 == BinaryColor::On);
        self.0
            .extend(black.filter_map(|p| Some((usize::try_from(p.0.x).ok()?, usize::try_from(p.0.y).ok()?))));
        Ok(())
    }
}

/// Draws a character in the style of its span, the top left of its cell at `(x, y)`.
pub(super) fn draw(canvas: &mut Canvas, c: char, style: &Span, (x, y): (usize, usize)) {
    let (wide, high) = (usize::from(style.width), usize::from(style.height));
    for (column, row) in dots(c) {
        let left = x + (column + INSET.0) * wide;
        let top = y + (row + INSET.1) * high;
        // Printers make bold by printing twice, one dot apart.
        canvas.fill((left, top), (wide + usize::from(style.bold), high));
    }
}

fn dots(c: char) -> Vec<(usize, usize)> {
    let shown = c.to_string();
    let text = if known(c) { shown } else { Charset::Pc858.clean(&shown).chars().take(1).collect() };
    let mut glyph = Glyph(Vec::new());
    let style = MonoTextStyle::new(&FONT_10X20, BinaryColor::On);
    match Text::with_baseline(&text, Point::zero(), style, Baseline::Top).draw(&mut glyph) {
        Ok(_) => glyph.0,
        Err(never) => match never {},
    }
}

/// True when the font has the character itself and not its replacement.
fn known(c: char) -> bool {
    let index = |c| FONT_10X20.glyph_mapping.index(c);
    c == '?' || index(c) != index('?')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_of_french_and_the_euro_have_glyphs_of_their_own() {
        let letters = "€éèàçêëîïôùûüœŒÉÈÀÇ°«»";
        assert!(letters.chars().all(known), "{letters}");
        assert_ne!(dots('é'), dots('e'));
        assert_ne!(dots('€'), dots('?'));
        assert_eq!(dots('’'), dots('\''), "what the font lacks is drawn as its likeness");
    }
}
