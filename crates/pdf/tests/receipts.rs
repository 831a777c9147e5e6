//! A receipt as PDF, read by a program that nobody here wrote (`pdftotext` of Poppler).

#![cfg(test)]

mod common;

use std::sync::Arc;

use common::{read, through};
use documents::attestation::PageLine;
use documents::layout::{Align, Line};
use documents::{Columns, Paper, Picture, Receipt};
use pdf::{About, PdfError, SHEET_COLUMNS, receipt, sheet};

const ABOUT: About<'_> = About { title: "Ticket C01-00000012", author: "Épicerie du Port", language: "fr" };

fn paper(columns: Columns) -> Receipt {
    let text = |text: &str, bold| Line::Text { text: text.to_owned(), align: Align::Left, bold };
    let lines = [
        text("ÉPICERIE DU PORT", true),
        text("Crème brûlée, œufs, 3 × 1,10 €", false),
        Line::Total { label: "TOTAL".to_owned(), amount: "12,40 €".to_owned() },
        Line::Feed(1),
        Line::Barcode("C01-00000012".to_owned()),
        Line::Qr("https://exemple.fr/t/12".to_owned()),
        text("Merci et à bientôt", false),
    ];
    Receipt::lay_out(&lines, Paper { columns, ..Paper::default() })
}

#[test]
fn every_text_of_the_paper_can_be_read_in_the_file() {
    for columns in [Columns::C48, Columns::C32] {
        let receipt_of = paper(columns);
        let text = read(&receipt(&receipt_of, ABOUT).unwrap());
        let words: Vec<&str> = text.split_whitespace().collect();
        let wanted = receipt_of.text().replace("|||| ", "").replace(" ||||", "");
        for line in wanted.lines().filter(|line| !line.contains("[ QR")) {
            let line: Vec<&str> = line.split_whitespace().collect();
            assert!(line.is_empty() || words.windows(line.len()).any(|w| w == line), "{line:?} in\n{text}");
        }
    }
}

/// A logo is an image of the page, with the shades that it has, and takes nothing from the text below it.
#[test]
fn a_logo_stands_above_the_text() {
    let shades = (0..40 * 20).map(|at: u32| u8::try_from(at % 40 * 6).unwrap()).collect();
    let logo = Line::Picture(Arc::new(Picture::new(40, 20, shades).unwrap()));
    let with = Receipt::lay_out(&[logo, Line::left("Merci")], Paper::default());
    let file = receipt(&with, ABOUT).unwrap();
    assert_eq!(read(&file).trim(), "Merci");
    let listed = through("pdfimages", &["-list", "-"], &file);
    assert!(listed.contains(" 40    20 "), "{listed}");
    let without = receipt(&Receipt::lay_out(&[Line::left("Merci")], Paper::default()), ABOUT).unwrap();
    assert!(!through("pdfimages", &["-list", "-"], &without).contains(" 40    20 "));
}

#[test]
fn the_same_receipt_gives_the_same_bytes() {
    assert_eq!(receipt(&paper(Columns::C48), ABOUT), receipt(&paper(Columns::C48), ABOUT));
}

#[test]
fn a_code_that_cannot_be_drawn_is_refused() {
    let lines = [Line::Qr("x".repeat(5_000))];
    let paper = Receipt::lay_out(&lines, Paper::default());
    assert!(matches!(receipt(&paper, ABOUT), Err(PdfError::Code(_))));
}

/// A long text goes on from page to page, and loses no line.
#[test]
fn a_sheet_has_as_many_pages_as_its_text_needs() {
    let line = |n: usize| PageLine {
        text: format!("ligne {n:03} {}", "x".repeat(SHEET_COLUMNS - 10)),
        bold: n.is_multiple_of(2),
    };
    let lines: Vec<PageLine> = (0..100).map(line).collect();
    let text = read(&sheet(&lines, ABOUT).unwrap());
    assert_eq!(text.matches('\u{c}').count(), 3, "form feeds end pages");
    let missing: Vec<&str> = lines.iter().map(|l| l.text.as_str()).filter(|l| !text.contains(l)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
