//! Workbooks made in memory, and what must be read from them.

use std::io::{Cursor, Write as _};

use rust_xlsxwriter::{ExcelDateTime, Format as CellFormat, Workbook};
use tabular::articles::{Reason, propose_mapping, read_articles};
use tabular::tickets::{self, read_tickets};
use tabular::{Format, Limits, ReadError, Table, read};

/// An empty sheet, then one that starts on its third row, with a gap, numbers, a date and a percentage.
pub fn xlsx() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet();
    let sheet = workbook.add_worksheet().set_name("Tarif").unwrap();
    for (column, name) in (0..).zip(["EAN", "Libellé", "Prix TTC", "TVA", "Depuis"]) {
        sheet.write(2, column, name).unwrap();
    }
    let day = CellFormat::new().set_num_format("dd/mm/yyyy");
    sheet.write(3, 0, 3_760_000_000_017_u64).unwrap();
    sheet.write(3, 1, " Crème brûlée ").unwrap();
    sheet.write(3, 2, 1.1).unwrap();
    sheet.write(3, 3, 0.055).unwrap();
    sheet.write_with_format(3, 4, ExcelDateTime::from_ymd(2026, 11, 21).unwrap(), &day).unwrap();
    sheet.write(6, 0, 3_760_000_000_018_u64).unwrap();
    sheet.write(6, 1, "Mauvaise clé").unwrap();
    sheet.write(6, 2, 0.300_000_000_000_000_04).unwrap();
    sheet.write(6, 3, 0.2).unwrap();
    workbook.save_to_buffer().unwrap()
}

/// The smallest OpenDocument sheet with the same traits: repeated empty rows, a repeated cell, a date.
pub fn ods() -> Vec<u8> {
    const CONTENT: &str = r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
        <table:table table:name="Feuille1"><table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
        <table:table-row><table:table-cell office:value-type="string"><text:p>EAN</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Libellé</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Prix TTC</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Depuis</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell office:value-type="float" office:value="3760000000017"><text:p>3,76E+12</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Crème brûlée</text:p></table:table-cell><table:table-cell office:value-type="currency" office:value="1.1"><text:p>1,10 €</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2026-11-21"><text:p>21/11/26</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="4"/></table:table-row>
        <table:table-row><table:table-cell/><table:table-cell office:value-type="string"><text:p>Éclair</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>2,40 €</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
    const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
        <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"/>"#;
    zip_of(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", MANIFEST),
        ("content.xml", CONTENT),
    ])
}

fn zip_of(files: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in files {
        archive.start_file(*name, stored).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn table(bytes: &[u8]) -> Table {
    read(bytes, &Limits::default()).unwrap()
}

#[test]
fn an_xlsx_keeps_row_numbers_and_exact_values() {
    let table = table(&xlsx());
    assert_eq!(table.format, Format::Xlsx { sheet: "Tarif".to_owned() });
    assert_eq!(table.header.as_ref().map(|row| row.line), Some(3));
    assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [4, 7]);
    assert_eq!(table.rows[0].cells, ["3760000000017", "Crème brûlée", "1.1", "0.055", "2026-11-21"]);
    assert_eq!(table.rows[1].cells, ["3760000000018", "Mauvaise clé", "0.3", "0.2"]);

    let sheet = read_articles(&table, &propose_mapping(table.header.as_ref().unwrap()));
    let [row] = sheet.rows.as_slice() else { panic!("{:?}", sheet.rows) };
    assert_eq!((row.line, row.price.0, row.rate.map(|rate| rate.0)), (4, 110, Some(5_500)));
    let [rejected] = sheet.rejected.as_slice() else { panic!("{:?}", sheet.rejected) };
    assert_eq!((rejected.line, rejected.column), (7, Some(0)));
    assert_eq!(rejected.reason, Reason::EanCheckDigit { found: 8, expected: 7 });
}

#[test]
fn an_ods_keeps_row_numbers_and_exact_values() {
    let table = table(&ods());
    assert_eq!(table.format, Format::Ods { sheet: "Feuille1".to_owned() });
    assert_eq!(table.header.as_ref().map(|row| row.line), Some(3));
    assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [4, 8]);
    assert_eq!(table.rows[0].cells, ["3760000000017", "Crème brûlée", "1.1", "2026-11-21"]);
    let sheet = read_articles(&table, &propose_mapping(table.header.as_ref().unwrap()));
    assert_eq!(sheet.rows.iter().map(|row| row.price.0).collect::<Vec<_>>(), [110, 240]);
}

#[test]
fn tickets_are_read_from_cells_that_hold_dates_and_times() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, name) in (0..).zip(["Date", "Heure", "Ticket", "Article"]) {
        sheet.write(0, column, name).unwrap();
    }
    let day = CellFormat::new().set_num_format("yyyy-mm-dd");
    let time = CellFormat::new().set_num_format("hh:mm:ss");
    sheet.write_with_format(1, 0, ExcelDateTime::from_ymd(2026, 11, 21).unwrap(), &day).unwrap();
    sheet.write_with_format(1, 1, ExcelDateTime::from_hms(9, 58, 11).unwrap(), &time).unwrap();
    sheet.write(1, 2, 42).unwrap();
    sheet.write(1, 3, "Pain").unwrap();
    let table = table(&workbook.save_to_buffer().unwrap());
    let sheet = read_tickets(&table, &tickets::propose_mapping(table.header.as_ref().unwrap()));
    assert_eq!(sheet.rejected, []);
    let ticket = &sheet.tickets[0];
    assert_eq!((ticket.number.as_str(), ticket.at.date()), ("42", (2026, 11, 21)));
    assert_eq!((ticket.at.hour, ticket.at.minute, ticket.at.second), (9, 58, 11));
}

#[test]
fn two_cells_in_opposite_corners_are_refused_without_filling_the_rectangle() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "Nom").unwrap();
    sheet.write(1_048_575, 16_383, 1).unwrap();
    let error = read(&workbook.save_to_buffer().unwrap(), &Limits::default()).unwrap_err();
    assert_eq!(error, ReadError::TooManyColumns { line: 1_048_576, max: 200 });
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() {
    let bytes = xlsx();
    let limits = Limits { bytes: bytes.len(), ..Limits::default() };
    assert!(read(&bytes, &limits).is_ok(), "an ordinary workbook is within the factor");
    let bomb = {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("content.xml", zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(&vec![b' '; 20_000_000]).unwrap();
        archive.finish().unwrap().into_inner()
    };
    let error = read(&bomb, &Limits { bytes: bomb.len(), ..Limits::default() }).unwrap_err();
    assert!(matches!(error, ReadError::FileTooLarge { found: 20_000_000, .. }), "{error:?}");
}
