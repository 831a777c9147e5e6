//! Small workbooks made in memory, and the parts of any of them.

use std::io::{Cursor, Read as _, Write as _};

use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The cells of a list as text: rows of columns.
pub type List<'a> = &'a [&'a [&'a str]];

/// A list as CSV, as an office program of France saves it.
pub fn csv(list: List<'_>) -> Vec<u8> {
    list.iter().map(|row| row.join(";") + "\r\n").collect::<String>().into_bytes()
}

/// A list as an XLSX workbook; what is a number is one.
pub fn xlsx(list: List<'_>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip(list) {
        for (column, cell) in (0..).zip(*cells) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) => sheet.write_string(row, column, *cell).unwrap(),
            };
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// A list as an OpenDocument sheet.
pub fn ods(list: List<'_>) -> Vec<u8> {
    const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
        <table:table table:name="Feuille1">"#;
    const TAIL: &str = "</table:table></office:spreadsheet></office:body></office:document-content>";
    const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
        <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"/>"#;
    let cell = |text: &&str| {
        format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
    };
    let row = |cells: &&[&str]| {
        format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
    };
    let content = format!("{HEAD}{}{TAIL}", list.iter().map(row).collect::<String>());
    packed(&[
        ("mimetype".to_owned(), b"application/vnd.oasis.opendocument.spreadsheet".to_vec()),
        ("META-INF/manifest.xml".to_owned(), MANIFEST.into()),
        ("content.xml".to_owned(), content.into()),
    ])
}

/// The files of an archive.
pub fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let part = |index| {
        let mut file = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        (file.name().unwrap().into_owned(), content)
    };
    (0..count).map(part).collect()
}

/// An archive of files.
pub fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        archive.start_file(name.as_str(), stored).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
