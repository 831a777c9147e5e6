//! XLSX and ODS through `calamine`: the first sheet with content, as text.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef, DataType, ExcelDateTime, Ods, Reader, Xlsx};
use rust_decimal::Decimal;

use crate::table::{Format, Limits, ReadError, Row};
use crate::text::trimmed;

/// First bytes of the OLE container in which Excel 97–2003 saves.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// First bytes of a zip archive.
const ZIP: &[u8] = b"PK\x03\x04";
/// How many times [`Limits::bytes`] a workbook may unpack to. Real sheets shrink five to fifteen times.
const UNPACK_FACTOR: u64 = 20;

/// True when the bytes are a workbook of any kind rather than text.
pub(crate) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(OLE)
}

/// The rows of the first sheet that has content.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<(Format, Vec<Row>), ReadError> {
    if bytes.starts_with(OLE) {
        return Err(ReadError::OldExcel);
    }
    let open_document = inspect(bytes, limits)?;
    // The readers are written for well-formed workbooks; a panic on a damaged one must not end the program.
    catch_unwind(AssertUnwindSafe(|| {
        if open_document { read_ods(bytes, limits) } else { read_xlsx(bytes, limits) }
    }))
    .unwrap_or_else(|_| Err(damaged("the reader gave up")))
}

fn damaged(error: impl std::fmt::Display) -> ReadError {
    ReadError::Workbook { detail: error.to_string() }
}

/// Refuses an archive that unpacks to too much, and tells whether it is an OpenDocument.
fn inspect(bytes: &[u8], limits: &Limits) -> Result<bool, ReadError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let max = u64::try_from(limits.bytes).unwrap_or(u64::MAX).saturating_mul(UNPACK_FACTOR);
    let mut found = 0_u64;
    for index in 0..archive.len() {
        found = found.saturating_add(archive.by_index_raw(index).map_err(damaged)?.size());
    }
    if found > max {
        return Err(ReadError::FileTooLarge { found, max });
    }
    Ok(archive.index_for_name("content.xml").is_some())
}

/// Cell by cell: `worksheet_range` would reserve the whole rectangle, and two cells in opposite corners of a
/// sheet span seventeen thousand million.
fn read_xlsx(bytes: &[u8], limits: &Limits) -> Result<(Format, Vec<Row>), ReadError> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    for sheet in workbook.sheet_names() {
        let mut cells = workbook.worksheet_cells_reader(&sheet).map_err(damaged)?;
        let mut rows = Rows::new(limits);
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            let (row, column) = cell.get_position();
            rows.put(row, column, xlsx_text(cell.get_value()))?;
        }
        let rows = rows.finish()?;
        if !rows.is_empty() {
            return Ok((Format::Xlsx { sheet }, rows));
        }
    }
    Err(ReadError::Empty)
}

fn read_ods(bytes: &[u8], limits: &Limits) -> Result<(Format, Vec<Row>), ReadError> {
    let mut workbook = Ods::new(Cursor::new(bytes)).map_err(damaged)?;
    for sheet in workbook.sheet_names() {
        let range = workbook.worksheet_range(&sheet).map_err(damaged)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut rows = Rows::new(limits);
        for (row, column, value) in range.used_cells() {
            let row = first_row.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
            let column = first_column.saturating_add(u32::try_from(column).unwrap_or(u32::MAX));
            rows.put(row, column, ods_text(value))?;
        }
        let rows = rows.finish()?;
        if !rows.is_empty() {
            return Ok((Format::Ods { sheet }, rows));
        }
    }
    Err(ReadError::Empty)
}

/// Rows under construction from cells in reading order.
struct Rows<'a> {
    limits: &'a Limits,
    rows: Vec<Row>,
}

impl<'a> Rows<'a> {
    const fn new(limits: &'a Limits) -> Self {
        Self { limits, rows: Vec::new() }
    }

    /// `row` and `column` count from 0.
    fn put(&mut self, row: u32, column: u32, text: String) -> Result<(), ReadError> {
        if text.is_empty() {
            return Ok(());
        }
        let line = row.saturating_add(1);
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= self.limits.columns {
            return Err(ReadError::TooManyColumns { line, max: self.limits.columns });
        }
        if text.chars().count() > self.limits.cell_chars {
            return Err(ReadError::CellTooLong { line, column, max: self.limits.cell_chars });
        }
        if self.rows.last().is_none_or(|last| last.line != line) {
            // One row more than allowed, because the first may turn out to be the header.
            if self.rows.len() > self.limits.rows {
                return Err(ReadError::TooManyRows { max: self.limits.rows });
            }
            self.rows.push(Row { line, cells: Vec::new() });
        }
        if let Some(last) = self.rows.last_mut() {
            if last.cells.len() <= column {
                last.cells.resize(column + 1, String::new());
            }
            last.cells[column] = text;
        }
        Ok(())
    }

    /// A file whose rows run backwards would make line numbers and duplicates meaningless.
    fn finish(self) -> Result<Vec<Row>, ReadError> {
        if self.rows.is_sorted_by(|a, b| a.line < b.line) {
            Ok(self.rows)
        } else {
            Err(damaged("rows out of order"))
        }
    }
}

fn xlsx_text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Float(number) => number_text(*number),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        other => plain_text(other),
    }
}

fn ods_text(value: &Data) -> String {
    match value {
        Data::Float(number) => number_text(*number),
        Data::DateTime(moment) => moment_text(moment),
        Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Error(error) => error.to_string(),
        other => plain_text(other),
    }
}

fn plain_text(value: &impl DataType) -> String {
    let text = value.get_string().map(str::to_owned).or_else(|| value.as_string());
    let text = text.or_else(|| value.get_bool().map(|yes| yes.to_string()));
    trimmed(&text.unwrap_or_default()).to_owned()
}

/// Fifteen significant digits, as spreadsheets show and type them: 1.1 is «1.1» although the nearest binary
/// number is another, a sum of 0.1 and 0.2 is «0.3», and a bar code keeps all its digits.
fn number_text(number: f64) -> String {
    Decimal::from_scientific(&format!("{number:.14e}"))
        .map_or_else(|_| number.to_string(), |exact| exact.normalize().to_string())
}

/// ISO 8601: the date, the time, or both, whichever the cell holds.
fn moment_text(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    let has_date = moment.as_f64() >= 1.0;
    let has_time = (hour, minute, second) != (0, 0, 0);
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (has_date, has_time) {
        (true, true) => format!("{date} {time}"),
        (true, false) => date,
        (false, _) => time,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_a_spreadsheet_shows_them() {
        for (number, text) in [
            (1.1, "1.1"),
            (0.300_000_000_000_000_04, "0.3"),
            (3_608_580_827_672.0, "3608580827672"),
            (-2.5, "-2.5"),
            (100.0, "100"),
            (0.0, "0"),
        ] {
            assert_eq!(number_text(number), text);
        }
    }
}
