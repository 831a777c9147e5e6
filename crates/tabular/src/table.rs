//! The table that every file format becomes: text cells with their place in the file.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{delimited, header, sheet};

/// How much of a file is accepted. More is an error, never a silently shortened table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Size of the file in bytes. What is inside an XLSX or ODS may unpack to twenty times as much.
    pub bytes: usize,
    /// Rows, the header not counted.
    pub rows: usize,
    /// Columns of any row.
    pub columns: usize,
    /// Characters in one cell. A quotation mark that is never closed swallows the rest of a CSV file and
    /// ends here, with the line on which it opened.
    pub cell_chars: usize,
}

impl Default for Limits {
    /// 32 MB, 200,000 rows, 200 columns, 10,000 characters in a cell.
    fn default() -> Self {
        Self { bytes: 32_000_000, rows: 200_000, columns: 200, cell_chars: 10_000 }
    }
}

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Format {
    /// Delimited text.
    Csv {
        /// WHATWG name of the encoding, such as `UTF-8` or `windows-1252`.
        encoding: String,
        /// The character between cells: `;`, tab, `,` or `|`.
        delimiter: char,
    },
    /// The first sheet with content of an Office Open XML workbook.
    Xlsx {
        /// Name of the sheet.
        sheet: String,
    },
    /// The first sheet with content of an OpenDocument workbook.
    Ods {
        /// Name of the sheet.
        sheet: String,
    },
}

/// One row and its place in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Counted from 1: the physical line on which the row starts in a CSV file (quoted cells may hold line
    /// breaks), the row number in a sheet.
    pub line: u32,
    /// The cells as text, trimmed at both ends. May be fewer than the table has columns.
    pub cells: Vec<String>,
}

impl Row {
    /// The cell in column `index` (from 0), empty when the row is shorter.
    #[must_use]
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", String::as_str)
    }
}

/// A table as read, before its columns mean anything. Rows without any content are left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What the file is.
    pub format: Format,
    /// The first row, when it names the columns.
    pub header: Option<Row>,
    /// The other rows in file order.
    pub rows: Vec<Row>,
}

/// Why a file cannot be read as a table at all.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadError {
    /// No row with content.
    #[error("nothing to read")]
    Empty,
    /// More than [`Limits::bytes`].
    #[error("{found} bytes, {max} allowed")]
    FileTooLarge {
        /// Size of the file, or of its unpacked content.
        found: u64,
        /// What is allowed.
        max: u64,
    },
    /// More than [`Limits::rows`].
    #[error("more than {max} rows")]
    TooManyRows {
        /// What is allowed.
        max: usize,
    },
    /// More than [`Limits::columns`].
    #[error("line {line}: more than {max} columns")]
    TooManyColumns {
        /// Line of the row.
        line: u32,
        /// What is allowed.
        max: usize,
    },
    /// More than [`Limits::cell_chars`], usually a quotation mark that is never closed.
    #[error("line {line}: more than {max} characters in column {column}")]
    CellTooLong {
        /// Line on which the row starts.
        line: u32,
        /// Column, from 0.
        column: usize,
        /// What is allowed.
        max: usize,
    },
    /// An `.xls` file of Excel 97–2003: to be saved as `.xlsx` first.
    #[error("Excel 97-2003 workbook")]
    OldExcel,
    /// A zip archive that is neither XLSX nor ODS, or a damaged one.
    #[error("damaged workbook: {detail}")]
    Workbook {
        /// What the reader of the format said.
        detail: String,
    },
    /// Neither a workbook nor text.
    #[error("binary content")]
    NotText,
}

/// Reads a table from the bytes of a CSV, XLSX or ODS file.
///
/// # Errors
/// [`ReadError`] when the file as a whole cannot be read; wrong values are left to the readers of columns.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Table, ReadError> {
    if bytes.len() > limits.bytes {
        let (found, max) = (bytes.len() as u64, limits.bytes as u64);
        return Err(ReadError::FileTooLarge { found, max });
    }
    let workbook = sheet::is_workbook(bytes);
    let (format, mut rows) =
        if workbook { sheet::read(bytes, limits)? } else { delimited::read(bytes, limits)? };
    if rows.is_empty() {
        return Err(ReadError::Empty);
    }
    let header = header::is_present(&rows).then(|| rows.remove(0));
    if rows.len() > limits.rows {
        return Err(ReadError::TooManyRows { max: limits.rows });
    }
    Ok(Table { format, header, rows })
}
