//! Inter 4.1, the typeface of the screens, for pages: how wide a text is, where it breaks, and its glyphs.
//!
//! The files are cut down to Latin, Greek and Cyrillic, with kerning and figures of equal width. Lengths are twips, a twentieth
//! of a point: whole numbers that are fine enough for a page.

use krilla::geom::Point;
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::ttf_parser::Tag;
use rustybuzz::{Feature, GlyphBuffer, UnicodeBuffer};

use crate::PdfError;

static REGULAR: &[u8] = include_bytes!("../fonts/Inter-Regular.ttf");
static SEMIBOLD: &[u8] = include_bytes!("../fonts/Inter-SemiBold.ttf");

/// Weight of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Text.
    Regular,
    /// Names, headings, totals.
    SemiBold,
}

/// Both weights, read once for a file.
pub struct Faces {
    regular: Face,
    semibold: Face,
}

struct Face {
    shaper: rustybuzz::Face<'static>,
    font: Font,
}

/// A length of the interface of the library; pages are shorter than what an `i16` holds.
pub fn length(twips: i32) -> f32 {
    f32::from(i16::try_from(twips).unwrap_or(i16::MAX))
}

impl Faces {
    /// Reads them.
    pub fn load() -> Result<Self, PdfError> {
        let refused = || PdfError::Document("font".to_owned());
        let face = |bytes: &'static [u8]| {
            let shaper = rustybuzz::Face::from_slice(bytes, 0)?;
            Some(Face { shaper, font: Font::new(bytes.into(), 0)? })
        };
        let regular = face(REGULAR).ok_or_else(refused)?;
        Ok(Self { regular, semibold: face(SEMIBOLD).ok_or_else(refused)? })
    }

    const fn of(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::SemiBold => &self.semibold,
        }
    }

    /// How wide a text is at this size.
    pub fn width(&self, weight: Weight, size: i32, text: &str) -> i32 {
        let face = self.of(weight);
        let units: i32 = face.shape(&shown(text)).glyph_positions().iter().map(|p| p.x_advance).sum();
        units * size / face.shaper.units_per_em() + 1
    }

    /// The lines of a text, each no wider than `room`; it breaks at spaces, a word that is wider by itself between letters.
    pub fn wrap(&self, weight: Weight, size: i32, text: &str, room: i32) -> Vec<String> {
        let mut lines = vec![String::new()];
        for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
            for (n, piece) in self.pieces(weight, size, word, room).into_iter().enumerate() {
                let Some(line) = lines.last_mut() else { break };
                let gap = if line.is_empty() { "" } else { " " };
                let joined = format!("{line}{gap}{piece}");
                if n == 0 && (line.is_empty() || self.width(weight, size, &joined) <= room) {
                    *line = joined;
                } else {
                    lines.push(piece);
                }
            }
        }
        lines
    }

    /// A word in pieces that fit.
    fn pieces(&self, weight: Weight, size: i32, word: &str, room: i32) -> Vec<String> {
        if self.width(weight, size, word) <= room {
            return vec![word.to_owned()];
        }
        let mut pieces = vec![String::new()];
        for letter in word.chars() {
            let Some(piece) = pieces.last_mut() else { break };
            let longer = format!("{piece}{letter}");
            if piece.is_empty() || self.width(weight, size, &longer) <= room {
                *piece = longer;
            } else {
                pieces.push(letter.to_string());
            }
        }
        pieces
    }

    /// Draws a line of text with its feet at `y`.
    pub fn draw(&self, surface: &mut Surface<'_>, (x, y): (i32, i32), weight: Weight, size: i32, text: &str) {
        let (face, text) = (self.of(weight), shown(text));
        let glyphs = face.glyphs(&text);
        let start = Point::from_xy(length(x), length(y));
        surface.draw_glyphs(start, &glyphs, face.font.clone(), &text, length(size), false);
    }
}

/// What has no shape is a space: control characters of a pasted text.
fn shown(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

impl Face {
    fn shape(&self, text: &str) -> GlyphBuffer {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(rustybuzz::Direction::LeftToRight);
        let even_figures = Feature::new(Tag::from_bytes(b"tnum"), 1, ..);
        rustybuzz::shape(&self.shaper, &[even_figures], buffer)
    }

    /// The glyphs of a text, each with the letters that it stands for, so that the file can be searched and read aloud.
    fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        let shaped = self.shape(text);
        let starts: Vec<usize> =
            shaped.glyph_infos().iter().filter_map(|i| i.cluster.try_into().ok()).collect();
        let end = |at: usize| starts.iter().copied().find(|start| *start > at).unwrap_or(text.len());
        let placed = shaped.glyph_infos().iter().zip(shaped.glyph_positions()).zip(&starts);
        placed
            .map(|((info, position), start)| {
                let em = |units: i32| self.em(units);
                let (across, down) = (em(position.x_advance), em(position.y_advance));
                let (right, up) = (em(position.x_offset), em(position.y_offset));
                let letters = *start..end(*start);
                KrillaGlyph::new(GlyphId::new(info.glyph_id), across, right, up, down, letters, None)
            })
            .collect()
    }

    /// A length of the font as a part of its size, as the library wants it.
    #[expect(clippy::float_arithmetic, reason = "where a glyph stands is no amount")]
    fn em(&self, units: i32) -> f32 {
        length(units) / length(self.shaper.units_per_em())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_equally_wide() {
        let faces = Faces::load().unwrap();
        for weight in [Weight::Regular, Weight::SemiBold] {
            let widths: Vec<i32> =
                ('0'..='9').map(|figure| faces.width(weight, 180, &figure.to_string().repeat(8))).collect();
            assert!(widths.iter().all(|width| *width == widths[0]), "{widths:?}");
        }
    }

    #[test]
    fn a_text_breaks_at_spaces_and_a_long_word_where_it_must() {
        let faces = Faces::load().unwrap();
        let text = "Bouilloire électrique en inox brossé Donaudampfschifffahrtsgesellschaft";
        let lines = faces.wrap(Weight::Regular, 180, text, 2_000);
        assert!(lines.len() > 2);
        assert!(lines.iter().all(|line| faces.width(Weight::Regular, 180, line) <= 2_000), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        assert_eq!(faces.wrap(Weight::Regular, 180, "", 2_000), [""]);
    }
}
