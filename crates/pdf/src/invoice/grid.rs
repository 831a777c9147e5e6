//! A table: each column as wide as its widest text, the first one taking what is left and breaking its texts.

use documents::ticket::{Alignment, Column, SheetRow, SheetTable};

use super::{SMALL, count};
use crate::canvas::{Canvas, Ink, Style};
use crate::face::Faces;

/// White between two columns.
const GAP: i32 = 260;
/// White above and below the texts of a row.
const PADDING: i32 = 60;
/// White within the tinted heading, on both sides.
const INSET: i32 = 100;

/// A table whose columns are measured.
pub struct Grid<'a> {
    faces: &'a Faces,
    table: &'a SheetTable,
    left: i32,
    right: i32,
    spans: Vec<Span>,
    style: Style,
}

/// Where a column is.
#[derive(Clone, Copy)]
struct Span {
    left: i32,
    right: i32,
    /// Room for decimals, where they stand under one another.
    decimals: i32,
}

/// A row whose texts are broken into lines.
pub struct Row<'a> {
    cells: &'a [String],
    name: Vec<String>,
    notes: Vec<String>,
    style: Style,
}

impl Row<'_> {
    /// How much of the page it takes.
    pub fn height(&self) -> i32 {
        count(&self.name) * self.style.line() + count(&self.notes) * SMALL.line() + 2 * PADDING
    }
}

impl<'a> Grid<'a> {
    /// Measures the columns of a table between two edges.
    pub fn new(faces: &'a Faces, table: &'a SheetTable, (left, right): (i32, i32), style: Style) -> Self {
        let mut grid = Self { faces, table, left, right, spans: Vec::new(), style };
        let mut edge = right - INSET;
        for (at, column) in table.columns.iter().enumerate().skip(1).rev() {
            let (whole, decimals) = grid.widths(at, column);
            grid.spans.insert(0, Span { left: edge - whole - decimals, right: edge, decimals });
            edge -= whole + decimals + GAP;
        }
        grid.spans.insert(0, Span { left: left + INSET, right: edge, decimals: 0 });
        grid
    }

    /// How wide a column is, before and behind the decimal sign.
    fn widths(&self, at: usize, column: &Column) -> (i32, i32) {
        let cells = self.table.rows.iter().filter_map(|row| row.cells.get(at));
        // In bold, because the last row of a table may be.
        let parts = cells.map(|cell| {
            let (whole, decimals) = decimal(cell, column.alignment);
            (self.width(self.style.strong(), whole), self.width(self.style.strong(), decimals))
        });
        let (whole, decimals) = parts.fold((0, 0), |most, part| (most.0.max(part.0), most.1.max(part.1)));
        let title = self.width(SMALL.strong(), &column.title);
        (whole.max(title - decimals), decimals)
    }

    fn width(&self, style: Style, text: &str) -> i32 {
        if text.is_empty() { 0 } else { self.faces.width(style.weight, style.size, text) }
    }

    /// Breaks the texts of a row into lines.
    pub fn row(&self, row: &'a SheetRow) -> Row<'a> {
        self.broken(row, self.style)
    }

    /// The same in bold.
    pub fn strong_row(&self, row: &'a SheetRow) -> Row<'a> {
        self.broken(row, self.style.strong())
    }

    fn broken(&self, row: &'a SheetRow, style: Style) -> Row<'a> {
        let room = self.spans.first().map_or(0, |span| span.right - span.left);
        let wrap = |style: Style, text: &str| self.faces.wrap(style.weight, style.size, text, room);
        let name = row.cells.first().map_or("", String::as_str);
        Row {
            cells: &row.cells,
            name: wrap(style, name),
            notes: row.notes.iter().flat_map(|note| wrap(SMALL, note)).collect(),
            style,
        }
    }

    /// How much of the page the heading takes.
    pub fn heading_height(&self) -> i32 {
        SMALL.line() + 2 * PADDING
    }

    /// Draws the heading; answers where the rows begin.
    pub fn heading(&self, page: &mut Canvas, top: i32) -> i32 {
        let height = self.heading_height();
        page.area((self.left, top), (self.right - self.left, height), Ink::Tint);
        for (column, span) in self.table.columns.iter().zip(&self.spans) {
            let (at, style) = (top + PADDING, SMALL.strong());
            match column.alignment {
                Alignment::Left => page.text((span.left, at), style, &column.title),
                _ => page.text_to(self.faces, (span.right, at), style, &column.title),
            }
        }
        top + height
    }

    /// Draws a row; answers where the next one begins.
    pub fn draw(&self, page: &mut Canvas, top: i32, row: &Row<'_>) -> i32 {
        let y = top + PADDING;
        for (at, (column, span)) in self.table.columns.iter().zip(&self.spans).enumerate().skip(1) {
            let text = row.cells.get(at).map_or("", String::as_str);
            let (whole, decimals) = decimal(text, column.alignment);
            match column.alignment {
                Alignment::Left => page.text((span.left, y), row.style, text),
                Alignment::Right => page.text_to(self.faces, (span.right, y), row.style, text),
                Alignment::Decimal(_) => {
                    let sign = span.right - span.decimals;
                    page.text((sign - self.width(row.style, whole), y), row.style, whole);
                    page.text((sign, y), row.style, decimals);
                }
            }
        }
        let Some(first) = self.spans.first() else { return y };
        let y = page.lines((first.left, y), row.style, &row.name);
        let y = page.lines((first.left, y), SMALL.grey(), &row.notes) + PADDING;
        page.area((self.left, y), (self.right - self.left, 8), Ink::Line);
        y
    }
}

/// A text before its decimal sign, and from it on.
fn decimal(text: &str, alignment: Alignment) -> (&str, &str) {
    match alignment {
        Alignment::Decimal(sign) => text.split_at(text.find(sign).unwrap_or(text.len())),
        Alignment::Left | Alignment::Right => (text, ""),
    }
}
