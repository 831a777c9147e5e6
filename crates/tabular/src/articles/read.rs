//! Every row of a table through a mapping, with every wrong value named.

use std::collections::{BTreeSet, HashMap};

use super::values::{self, RateScale};
use super::{ArticleField, ArticleRow, ArticleSheet, Mapping, Reason, Rejection, RoundedPrice};
use crate::cells::{Cells, strict_width};
use crate::number::{DecimalMark, detect_mark};
use crate::table::{Format, Row, Table};
use crate::text::text;

/// Longest name, in characters: what a tile, a ticket line and an invoice still show sensibly.
pub const NAME_MAX: usize = 200;
/// Longest code, department name or unit, in characters.
pub const LABEL_MAX: usize = 60;

/// Reads every row. Rows with a wrong value go to `rejected` with all their wrong values; a bar code or code
/// that an earlier accepted row has is one of them.
#[must_use]
pub fn read_articles(table: &Table, mapping: &Mapping) -> ArticleSheet {
    let mut reader = Reader::new(table, mapping);
    for row in &table.rows {
        reader.read(row);
    }
    reader.sheet
}

impl ArticleSheet {
    /// How many rows of the table were rejected (a row may have several rejections).
    #[must_use]
    pub fn rejected_rows(&self) -> usize {
        self.rejected.iter().map(|rejection| rejection.line).collect::<BTreeSet<_>>().len()
    }

    /// The rejections that are duplicates of an accepted row.
    pub fn duplicates(&self) -> impl Iterator<Item = &Rejection> {
        let duplicate = |r: &&Rejection| {
            matches!(r.reason, Reason::DuplicateBarcode { .. } | Reason::DuplicateCode { .. })
        };
        self.rejected.iter().filter(duplicate)
    }
}

struct Reader<'a> {
    mapping: &'a Mapping,
    price_mark: Option<DecimalMark>,
    stock_mark: Option<DecimalMark>,
    rate_scale: RateScale,
    /// Columns of the header, when an additional cell means that the row has slipped.
    width: Option<usize>,
    barcodes: HashMap<String, u32>,
    codes: HashMap<String, u32>,
    sheet: ArticleSheet,
}

impl<'a> Reader<'a> {
    fn new(table: &'a Table, mapping: &'a Mapping) -> Self {
        let cells = |field| {
            let column = mapping.column(field);
            table.rows.iter().map(move |row| column.map_or("", |column| row.cell(column)))
        };
        let fallback = usual_mark(&table.format);
        let price_mark = detect_mark(cells(ArticleField::Price), fallback);
        Self {
            mapping,
            price_mark,
            stock_mark: detect_mark(cells(ArticleField::Stock), fallback),
            rate_scale: values::rate_scale(cells(ArticleField::Tax)),
            width: strict_width(table),
            barcodes: HashMap::new(),
            codes: HashMap::new(),
            sheet: ArticleSheet { price_mark, ..ArticleSheet::default() },
        }
    }

    fn read(&mut self, row: &Row) {
        let mut cells = Cells::new(row, &self.mapping.columns);
        cells.check_width(self.width, |found, expected| Reason::ExtraCells { found, expected });
        let article = self.article(&mut cells);
        let rejected = cells.rejected;
        match article {
            Some((article, rounded)) if rejected.is_empty() => self.accept(article, rounded),
            _ => self.sheet.rejected.extend(rejected),
        }
    }

    /// All fields are read before the first missing one gives up, so that every wrong value is named.
    fn article(
        &self,
        cells: &mut Cells<'_, ArticleField, Reason>,
    ) -> Option<(ArticleRow, Option<RoundedPrice>)> {
        use ArticleField::{Barcode, Code, Department, Name, Price, Stock, Tax, Unit};
        let barcode = cells.read(Barcode, values::barcode);
        let code = cells.read(Code, |cell| Ok(text(cell, LABEL_MAX)?));
        let name = cells.require(Name, Reason::MissingName, |cell| Ok(text(cell, NAME_MAX)?));
        let department = cells.read(Department, |cell| Ok(text(cell, LABEL_MAX)?));
        let price = cells.require(Price, Reason::MissingPrice, |cell| values::price(cell, self.price_mark));
        let rate = cells.read(Tax, |cell| values::rate(cell, self.rate_scale));
        let unit = cells.read(Unit, |cell| Ok(text(cell, LABEL_MAX)?));
        let stock = cells.read(Stock, |cell| values::quantity(cell, self.stock_mark));
        cells.check_seen(Barcode, barcode.as_ref(), &self.barcodes, |first_line| Reason::DuplicateBarcode {
            first_line,
        });
        cells.check_seen(Code, code.as_ref(), &self.codes, |first_line| Reason::DuplicateCode { first_line });
        let ((price, was_rounded), name, line) = (price?, name?, cells.line());
        let rounded = was_rounded.then(|| RoundedPrice { line, value: cells.text(Price).to_owned(), price });
        Some((ArticleRow { line, barcode, code, name, department, price, rate, unit, stock }, rounded))
    }

    fn accept(&mut self, article: ArticleRow, rounded: Option<RoundedPrice>) {
        if let Some(barcode) = &article.barcode {
            self.barcodes.insert(barcode.clone(), article.line);
        }
        if let Some(code) = &article.code {
            self.codes.insert(code.clone(), article.line);
        }
        self.sheet.rounded.extend(rounded);
        self.sheet.rows.push(article);
    }
}

/// The decimal mark that a format usually comes with. Tab and `|` files are written by programs of every
/// origin, so that they say nothing.
const fn usual_mark(format: &Format) -> Option<DecimalMark> {
    match format {
        Format::Csv { delimiter: ';', .. } => Some(DecimalMark::Comma),
        Format::Csv { delimiter: ',', .. } | Format::Xlsx { .. } | Format::Ods { .. } => {
            Some(DecimalMark::Point)
        }
        Format::Csv { .. } => None,
    }
}
