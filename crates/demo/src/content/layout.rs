//! The till layout: pages of tiles, and groups that open a sub-window (SAL-04).

use super::Color;

/// A layout («schéma»).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Name.
    pub name: &'static str,
    /// Pages in order.
    pub pages: Vec<Page>,
}

/// A page of tiles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Name.
    pub name: &'static str,
    /// Colour of its tab.
    pub color: Color,
    /// Tiles in order.
    pub tiles: Vec<Tile>,
}

/// A tile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tile {
    /// An article, in the colour of its department.
    Article {
        /// Its code.
        code: String,
    },
    /// A group.
    Group {
        /// Name.
        name: &'static str,
        /// Colour.
        color: Color,
        /// Codes of its articles in order.
        codes: Vec<String>,
    },
}

/// A stretch of tiles as the layouts are written down.
#[derive(Clone, Copy)]
pub(super) enum Run {
    /// These articles.
    Each(&'static [u16]),
    /// The articles from the first code to the last.
    Span(u16, u16),
    /// A group.
    Group(Group),
}

/// A group as written down.
#[derive(Clone, Copy)]
pub(super) struct Group {
    pub name: &'static str,
    pub color: Color,
    /// Codes, as pairs of first and last.
    pub spans: &'static [(u16, u16)],
}

/// A page from its runs.
pub(super) fn page(name: &'static str, color: Color, runs: &[Run]) -> Page {
    Page { name, color, tiles: runs.iter().flat_map(tiles).collect() }
}

fn tiles(run: &Run) -> Vec<Tile> {
    let article = |code: u16| Tile::Article { code: code.to_string() };
    match *run {
        Run::Each(codes) => codes.iter().copied().map(article).collect(),
        Run::Span(first, last) => (first..=last).map(article).collect(),
        Run::Group(Group { name, color, spans }) => {
            let codes = spans.iter().flat_map(|(first, last)| *first..=*last);
            vec![Tile::Group { name, color, codes: codes.map(|code| code.to_string()).collect() }]
        }
    }
}
