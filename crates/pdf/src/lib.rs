//! Receipts as PDF: the lines of the paper, on a page of the paper's width; invoices on A4; and plain text on A4, for what is signed
//! by hand.
//!
//! A customer who wants no paper gets the ticket by e-mail. It is drawn from the very lines that a printer would get
//! ([`documents::Receipt`]), so the file cannot say anything else than the paper. Texts stay texts (they can be searched,
//! copied and read aloud); bar codes and QR codes are drawn as shapes, sharp at any size.
//!
//! An invoice on A4 is given as texts ([`InvoiceSheet`]); how wide they are only a font knows, so columns, lines and pages are made
//! here. The crate adds no text to those but the number of a page, counts nothing and reads no clock: the same receipt gives the
//! same bytes.

mod canvas;
mod codes;
mod face;
mod frame;
mod invoice;
mod page;
mod sheet;

use documents::Receipt;
use documents::attestation::PageLine;
use documents::ticket::InvoiceSheet;
use krilla::Document;
use krilla::metadata::Metadata;
pub use sheet::COLUMNS as SHEET_COLUMNS;
use thiserror::Error;

/// What the file says about itself, beside the receipt.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// Title, shown by readers in place of the file's name («Ticket C01-00000012»).
    pub title: &'a str,
    /// Who issued it.
    pub author: &'a str,
    /// Language of the text («fr», «en»), for those who hear it read.
    pub language: &'a str,
}

/// Why no file was made.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PdfError {
    /// A code cannot be drawn: characters that its symbology lacks, or too much data.
    #[error("code cannot be drawn: {0}")]
    Code(String),
    /// The library refused the document.
    #[error("document refused: {0}")]
    Document(String),
}

/// The receipt as a PDF of one page, as wide as the paper and as long as the receipt.
pub fn receipt(receipt: &Receipt, about: About<'_>) -> Result<Vec<u8>, PdfError> {
    let mut document = with_metadata(about);
    page::draw(&mut document, receipt)?;
    finish(document)
}

/// The invoice as a PDF of as many A4 pages as it needs.
pub fn invoice(sheet: &InvoiceSheet, about: About<'_>) -> Result<Vec<u8>, PdfError> {
    let mut document = with_metadata(about);
    invoice::draw(&mut document, sheet)?;
    finish(document)
}

/// Lines of at most [`SHEET_COLUMNS`] characters as a PDF of A4 pages, for papers that a person signs.
pub fn sheet(lines: &[PageLine], about: About<'_>) -> Result<Vec<u8>, PdfError> {
    let mut document = with_metadata(about);
    sheet::draw(&mut document, lines)?;
    finish(document)
}

fn with_metadata(about: About<'_>) -> Document {
    let mut document = Document::new();
    document.set_metadata(
        Metadata::new()
            .title(about.title.to_owned())
            .authors(vec![about.author.to_owned()])
            .language(about.language.to_owned()),
    );
    document
}

fn finish(document: Document) -> Result<Vec<u8>, PdfError> {
    document.finish().map_err(|error| PdfError::Document(format!("{error:?}")))
}
