//! What closes an invoice: taxes on the left, totals on the right, then the mentions and what proves the document.

use documents::ticket::{Amount, InvoiceSheet};

use super::grid::{Grid, Row};
use super::{BODY, LEFT, RIGHT, SMALL, count};
use crate::canvas::{Canvas, Ink, Style};
use crate::face::Faces;

/// Right edge of the taxes.
const TAXES: i32 = 6_000;
/// Left edge of the totals.
const TOTALS: i32 = 6_500;
/// White within a tinted line of the totals.
const INSET: i32 = 110;
/// White above and below a line of the totals.
const PADDING: i32 = 55;
/// White above the closing, and between its parts.
const GAP: i32 = 260;
/// White between two lines of the totals.
const BETWEEN: i32 = 45;
const TOTAL: Style = Style::text(100).strong();

/// The closing, measured.
pub struct Closing<'a> {
    faces: &'a Faces,
    sheet: &'a InvoiceSheet,
    taxes: Grid<'a>,
    tax_rows: Vec<Row<'a>>,
    totals: Vec<(Style, Vec<String>, &'a Amount)>,
    mentions: Vec<String>,
    trace: Vec<String>,
}

impl<'a> Closing<'a> {
    /// Measures it.
    pub fn new(faces: &'a Faces, sheet: &'a InvoiceSheet) -> Self {
        let taxes = Grid::new(faces, &sheet.taxes, (LEFT, TAXES), BODY);
        let tax_rows = match sheet.taxes.rows.split_last() {
            Some((sums, rates)) => {
                rates.iter().map(|row| taxes.row(row)).chain([taxes.strong_row(sums)]).collect()
            }
            None => Vec::new(),
        };
        let total = |amount: &'a Amount| {
            let style = if amount.strong { TOTAL } else { BODY };
            let taken = faces.width(style.weight, style.size, &amount.amount) + 3 * INSET;
            let label = faces.wrap(style.weight, style.size, &amount.label, RIGHT - TOTALS - taken);
            (style, label, amount)
        };
        let wrap = |text: &String| faces.wrap(SMALL.weight, SMALL.size, text, RIGHT - LEFT);
        Self {
            tax_rows,
            totals: sheet.totals.iter().map(total).collect(),
            mentions: sheet.mentions.iter().flat_map(wrap).collect(),
            trace: wrap(&sheet.trace.join(" · ")),
            taxes,
            sheet,
            faces,
        }
    }

    /// How much of the page it takes.
    pub fn height(&self) -> i32 {
        let title = if self.mentions.is_empty() { 0 } else { SMALL.line() + 40 + GAP };
        let texts = (count(&self.mentions) + count(&self.trace)) * SMALL.line();
        GAP + self.taxes_height().max(self.totals_height()) + title + texts + GAP
    }

    fn taxes_height(&self) -> i32 {
        let rows: i32 = self.tax_rows.iter().map(Row::height).sum();
        SMALL.line() + 40 + self.taxes.heading_height() + rows
    }

    fn totals_height(&self) -> i32 {
        self.totals.iter().map(|(style, label, _)| count(label) * style.line() + 2 * PADDING + BETWEEN).sum()
    }

    /// Draws it.
    pub fn draw(&self, page: &mut Canvas, top: i32) {
        let top = top + GAP;
        page.text((LEFT, top), SMALL.grey(), &self.sheet.taxes_title);
        let mut y = self.taxes.heading(page, top + SMALL.line() + 40);
        for row in &self.tax_rows {
            y = self.taxes.draw(page, y, row);
        }
        self.draw_totals(page, top);
        let mut y = top + self.taxes_height().max(self.totals_height());
        if !self.mentions.is_empty() {
            page.text((LEFT, y + GAP), SMALL.strong(), &self.sheet.mentions_title);
            y += GAP + SMALL.line() + 40;
        }
        let y = page.lines((LEFT, y), SMALL, &self.mentions) + GAP;
        page.lines((LEFT, y), SMALL.grey(), &self.trace);
    }

    fn draw_totals(&self, page: &mut Canvas, top: i32) {
        let mut y = top;
        for (style, label, amount) in &self.totals {
            let height = count(label) * style.line() + 2 * PADDING;
            if amount.strong {
                page.area((TOTALS, y), (RIGHT - TOTALS, height), Ink::Tint);
            }
            page.lines((TOTALS + INSET, y + PADDING), *style, label);
            page.text_to(self.faces, (RIGHT - INSET, y + PADDING), *style, &amount.amount);
            y += height + BETWEEN;
        }
    }
}
