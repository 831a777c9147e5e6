//! Pages as lists of things in their places, in twips from the upper left corner, drawn once all of them are known: only then
//! is the number of pages.

use std::sync::Arc;

use documents::Picture;
use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Rect, Transform};
use krilla::paint::Fill;
use krilla::surface::Surface;

use crate::face::{Faces, Weight, length};
use crate::{PdfError, frame};

/// A4: 210 × 297 mm.
pub const WIDTH: i32 = 11_906;
/// See [`WIDTH`].
pub const HEIGHT: i32 = 16_838;
/// PDF points in a twip.
const POINTS_PER_TWIP: f32 = 0.05;

/// What the page is printed in. All of it stays readable in black and white.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Text.
    Black,
    /// Text on black.
    White,
    /// Labels and what is read second.
    Grey,
    /// Thin lines.
    Line,
    /// Ground of what is looked for.
    Tint,
    /// Across a page that is no real paper.
    Ghost,
}

impl Ink {
    fn fill(self) -> Fill {
        let (r, g, b) = match self {
            Self::White => (255, 255, 255),
            Self::Black => (20, 22, 28),
            Self::Grey => (88, 94, 107),
            Self::Line => (214, 218, 225),
            Self::Tint => (241, 243, 247),
            Self::Ghost => (226, 229, 235),
        };
        Fill { paint: rgb::Color::new(r, g, b).into(), ..Fill::default() }
    }
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Weight.
    pub weight: Weight,
    /// Size in twips.
    pub size: i32,
    /// Ink.
    pub ink: Ink,
}

impl Style {
    /// Regular black text of this many tenths of a point.
    pub const fn text(tenths: i32) -> Self {
        Self { weight: Weight::Regular, size: tenths * 2, ink: Ink::Black }
    }

    /// The same in semi-bold.
    pub const fn strong(self) -> Self {
        Self { weight: Weight::SemiBold, ..self }
    }

    /// The same in grey.
    pub const fn grey(self) -> Self {
        Self { ink: Ink::Grey, ..self }
    }

    /// From line to line.
    pub const fn line(self) -> i32 {
        self.size * 14 / 10
    }
}

enum Item {
    Text { x: i32, y: i32, style: Style, text: String },
    Area { left: i32, top: i32, width: i32, height: i32, ink: Ink },
    Picture { left: i32, top: i32, width: i32, height: i32, picture: Arc<Picture> },
    Across { text: String, down: i32 },
}

/// A page on which things are put.
#[derive(Default)]
pub struct Canvas {
    items: Vec<Item>,
}

impl Canvas {
    /// A line of text that begins at `x`; its top is at `top`.
    pub fn text(&mut self, (x, top): (i32, i32), style: Style, text: &str) {
        // The feet of the letters stand where the line is three quarters full.
        let y = top + style.size * 21 / 20;
        self.items.push(Item::Text { x, y, style, text: text.to_owned() });
    }

    /// Lines of text under one another; answers where the next one stands.
    pub fn lines(&mut self, (x, top): (i32, i32), style: Style, lines: &[String]) -> i32 {
        lines.iter().fold(top, |top, line| {
            self.text((x, top), style, line);
            top + style.line()
        })
    }

    /// A line of text that ends at `right`.
    pub fn text_to(&mut self, faces: &Faces, (right, top): (i32, i32), style: Style, text: &str) {
        let width = faces.width(style.weight, style.size, text);
        self.text((right - width, top), style, text);
    }

    /// A filled rectangle.
    pub fn area(&mut self, (left, top): (i32, i32), (width, height): (i32, i32), ink: Ink) {
        self.items.push(Item::Area { left, top, width, height, ink });
    }

    /// A picture in its shades of grey.
    pub fn picture(&mut self, (left, top): (i32, i32), (width, height): (i32, i32), picture: &Arc<Picture>) {
        self.items.push(Item::Picture { left, top, width, height, picture: Arc::clone(picture) });
    }

    /// A text across the page, behind everything that is put after it.
    pub fn across(&mut self, down: i32, text: &str) {
        self.items.push(Item::Across { text: text.to_owned(), down });
    }

    /// Draws the page.
    pub fn draw(&self, document: &mut Document, faces: &Faces) -> Result<(), PdfError> {
        frame::page(document, POINTS_PER_TWIP, (length(WIDTH), length(HEIGHT)), |surface| {
            self.items.iter().for_each(|item| item.draw(surface, faces));
        })
    }
}

impl Item {
    fn draw(&self, surface: &mut Surface<'_>, faces: &Faces) {
        match self {
            Self::Text { x, y, style, text } => {
                surface.set_fill(Some(style.ink.fill()));
                faces.draw(surface, (*x, *y), style.weight, style.size, text);
            }
            Self::Area { left, top, width, height, ink } => {
                let area = Rect::from_xywh(length(*left), length(*top), length(*width), length(*height));
                let mut path = PathBuilder::new();
                let Some(area) = area else { return };
                path.push_rect(area);
                surface.set_fill(Some(ink.fill()));
                if let Some(path) = path.finish() {
                    surface.draw_path(&path);
                }
            }
            Self::Picture { left, top, width, height, picture } => {
                let (place, size) = ((length(*left), length(*top)), (length(*width), length(*height)));
                frame::picture(surface, place, size, picture);
            }
            Self::Across { text, down } => across(surface, faces, text, *down),
        }
    }
}

/// From lower left to upper right through a point in the middle of the page, as wide as the page allows.
fn across(surface: &mut Surface<'_>, faces: &Faces, text: &str, down: i32) {
    /// Twips between the ends of a text along the slope.
    const ROOM: i32 = 10_500;
    /// Cosine and sine of 40°; on a page up is less.
    const COS: f32 = 0.766_044;
    const SIN: f32 = 0.642_788;
    const UP: f32 = -0.642_788;
    let at_thousand = faces.width(Weight::SemiBold, 1_000, text);
    let size = (ROOM * 1_000 / at_thousand).min(1_600);
    let width = at_thousand * size / 1_000;
    let turn = Transform::from_row(COS, UP, SIN, COS, length(WIDTH / 2), length(down));
    surface.push_transform(&turn);
    surface.set_fill(Some(Ink::Ghost.fill()));
    faces.draw(surface, (-width / 2, size / 3), Weight::SemiBold, size, text);
    surface.pop();
}
