//! The content of an invoice («Facture») on A4: every text of its pages, in the language of the invoice.
//!
//! Where a text stands is decided by who draws the pages, because only a font knows how wide it is. What it says is
//! decided here: nothing is added, computed or left out later.

use std::sync::Arc;

use crate::picture::Picture;

/// Who sells, or who buys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// What this party is («Facturé à»); empty for the seller, who heads the page.
    pub heading: String,
    /// Name.
    pub name: String,
    /// Address and numbers, one line each.
    pub lines: Vec<String>,
}

/// A label and what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// «Date de la facture».
    pub label: String,
    /// «21/11/2026».
    pub text: String,
}

/// A sum of the invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// What it is.
    pub label: String,
    /// The amount.
    pub amount: String,
    /// One of the two that are looked for first: the total, and what remains to be paid.
    pub strong: bool,
}

/// How the texts of a column stand under one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// From the left; wraps.
    Left,
    /// From the right: amounts.
    Right,
    /// By their decimal sign, given here: quantities and prices that show as many decimals as they need.
    Decimal(char),
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// How its texts stand.
    pub alignment: Alignment,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// One text per column.
    pub cells: Vec<String>,
    /// Texts under the first cell.
    pub notes: Vec<String>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetTable {
    /// Its columns; the first takes the room that the others leave.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<SheetRow>,
}

/// An invoice on A4.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceSheet {
    /// The shop's logo.
    pub logo: Option<Arc<Picture>>,
    /// What comes before anything else on the first page: another document that this one is about (NF525 2.3).
    pub notices: Vec<String>,
    /// What stands across and above every page that is no real paper; empty for a real one.
    pub watermark: Vec<String>,
    /// «FACTURE».
    pub title: String,
    /// «N° FA-C01-26-000001».
    pub number: String,
    /// «DUPLICATA n° 1».
    pub copy: Option<String>,
    /// Who sells.
    pub seller: Party,
    /// Who buys.
    pub buyer: Option<Party>,
    /// Dates and references.
    pub facts: Vec<Fact>,
    /// In which currency the amounts are.
    pub currency: String,
    /// What was sold.
    pub lines: SheetTable,
    /// Heading of the taxes.
    pub taxes_title: String,
    /// Base and tax by rate, then their totals as the last row.
    pub taxes: SheetTable,
    /// Totals, payments, what remains.
    pub totals: Vec<Amount>,
    /// Heading of the mentions.
    pub mentions_title: String,
    /// Note of the sale, legal form, grounds of exemption and the sentences of the law.
    pub mentions: Vec<String>,
    /// Type of operation, number of lines, print, signature and program (fiscal.md 1.6).
    pub trace: Vec<String>,
    /// The seller in one line, at the foot of every page.
    pub foot: String,
    /// «Page»: the number follows.
    pub page: String,
}

impl InvoiceSheet {
    /// The same invoice with these texts across each of its pages, so that no page can be taken for a real one.
    #[must_use]
    pub fn watermarked(self, texts: &[&str]) -> Self {
        Self { watermark: texts.iter().map(|text| (*text).to_owned()).collect(), ..self }
    }
}
