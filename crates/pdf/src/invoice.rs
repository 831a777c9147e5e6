//! An invoice on A4: its head, the table of what was sold over as many pages as it needs, and what closes it.
//!
//! Each row stands on one page as a whole, the heading of the table stands on every page that has rows, and what closes the
//! invoice (taxes, totals, mentions) is never torn apart, nor left without a row above it where there are several.

mod closing;
mod grid;
mod head;

use documents::ticket::InvoiceSheet;
use krilla::Document;

use self::closing::Closing;
use self::grid::{Grid, Row};
use crate::PdfError;
use crate::canvas::{Canvas, Ink, Style, WIDTH};
use crate::face::Faces;

/// White on the left and on the right: 18 mm.
const LEFT: i32 = 1_020;
const RIGHT: i32 = WIDTH - LEFT;
/// Where a page begins: 15 mm.
const TOP: i32 = 850;
/// Where the foot of a page begins.
const FOOT: i32 = 15_860;
/// What stands above the foot ends here.
const BOTTOM: i32 = FOOT - 160;
/// Rows of the table.
const BODY: Style = Style::text(90);
/// Headings, labels, mentions.
const SMALL: Style = Style::text(80);
/// Rows that go with the closing to a page of its own.
const KEPT: usize = 2;

/// Draws the invoice.
pub fn draw(document: &mut Document, sheet: &InvoiceSheet) -> Result<(), PdfError> {
    let faces = Faces::load()?;
    let pages = Pages { faces: &faces, sheet }.compose();
    pages.iter().try_for_each(|page| page.draw(document, &faces))
}

struct Pages<'a> {
    faces: &'a Faces,
    sheet: &'a InvoiceSheet,
}

impl Pages<'_> {
    fn compose(&self) -> Vec<Canvas> {
        let grid = Grid::new(self.faces, &self.sheet.lines, (LEFT, RIGHT), BODY);
        let rows: Vec<Row<'_>> = self.sheet.lines.rows.iter().map(|row| grid.row(row)).collect();
        let closing = Closing::new(self.faces, self.sheet);
        let mut first = self.blank();
        let below_head = head::first(&mut first, self.faces, self.sheet, self.top());
        let table = below_head + grid.heading_height();
        let rooms = (BOTTOM - table, BOTTOM - self.next_table() - grid.heading_height());
        let parts = split(&rows, rooms, closing.height());
        let count = parts.len();
        let mut pages = vec![first];
        pages.resize_with(count, || self.blank());
        for (n, (page, part)) in pages.iter_mut().zip(parts).enumerate() {
            let mut y = if n == 0 { below_head } else { self.next_head(page) };
            if !part.is_empty() {
                y = grid.heading(page, y);
            }
            for row in part {
                y = grid.draw(page, y, row);
            }
            if n + 1 == count {
                closing.draw(page, y);
            }
            self.foot(page, n + 1, count);
        }
        pages
    }

    /// A page with what must be on each of them.
    fn blank(&self) -> Canvas {
        let mut page = Canvas::default();
        let texts = &self.sheet.watermark;
        for (text, n) in texts.iter().zip(1..) {
            page.across(n * crate::canvas::HEIGHT / (count(texts) + 1), text);
        }
        if !texts.is_empty() {
            page.text((LEFT, TOP), BODY.strong(), &texts.join(" — "));
        }
        page
    }

    /// Where a page begins, below the line that says that it is no real paper.
    fn top(&self) -> i32 {
        if self.sheet.watermark.is_empty() { TOP } else { TOP + 2 * BODY.line() }
    }

    /// Where the table begins on a further page.
    fn next_table(&self) -> i32 {
        self.top() + 2 * BODY.line()
    }

    /// The head of a further page: whose invoice it goes on with.
    fn next_head(&self, page: &mut Canvas) -> i32 {
        let sheet = self.sheet;
        let title = format!("{} {}", sheet.title, sheet.number);
        let title = sheet.copy.iter().fold(title, |title, copy| format!("{title} · {copy}"));
        page.text((LEFT, self.top()), BODY.strong(), &title);
        page.text_to(self.faces, (RIGHT, self.top()), BODY.grey(), &sheet.seller.name);
        self.next_table()
    }

    fn foot(&self, page: &mut Canvas, number: usize, count: usize) {
        let text = format!("{} {number}/{count}", self.sheet.page);
        page.area((LEFT, FOOT), (RIGHT - LEFT, 10), Ink::Line);
        page.text_to(self.faces, (RIGHT, FOOT + 80), SMALL, &text);
        let room = RIGHT - LEFT - self.faces.width(SMALL.weight, SMALL.size, &text) - 300;
        let lines = self.faces.wrap(SMALL.weight, SMALL.size, &self.sheet.foot, room);
        page.lines((LEFT, FOOT + 80), SMALL.grey(), &lines);
    }
}

/// Which rows stand on which page: of the first page and of the others it is known how much room they have. The last one also
/// has the closing on it.
fn split<'a, 'b>(rows: &'a [Row<'b>], (first, next): (i32, i32), closing: i32) -> Vec<Vec<&'a Row<'b>>> {
    let mut pages: Vec<Vec<&Row<'_>>> = vec![Vec::new()];
    let mut left = first;
    for row in rows {
        if row.height() > left {
            pages.push(Vec::new());
            left = next;
        }
        left -= row.height();
        if let Some(page) = pages.last_mut() {
            page.push(row);
        }
    }
    if closing > left {
        let last = pages.last_mut().map(|page| page.split_off(page.len() - KEPT.min(page.len() / 2)));
        pages.push(last.unwrap_or_default());
    }
    pages
}

/// How many, as a length.
fn count<T>(things: &[T]) -> i32 {
    i32::try_from(things.len()).unwrap_or(i32::MAX)
}
