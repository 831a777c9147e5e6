//! CSV and its relatives, with the physical line on which every record starts.

use csv::{ReaderBuilder, StringRecord};

use crate::delimiter;
use crate::encoding;
use crate::table::{Format, Limits, ReadError, Row};
use crate::text::trimmed;

/// The records of a delimited file that have any content.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<(Format, Vec<Row>), ReadError> {
    let (text, encoding) = encoding::decode(bytes).ok_or(ReadError::NotText)?;
    let (body_start, stated) = separator_line(&text);
    let body = text.get(body_start..).unwrap_or_default();
    let delimiter = stated.unwrap_or_else(|| delimiter::detect(body));
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(body.as_bytes());
    let mut lines = LineCounter::new(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    // Reading text from memory cannot fail: records may be ragged and the bytes are valid UTF-8.
    while reader.read_record(&mut record).map_err(|_| ReadError::NotText)? {
        let at = record.position().map_or(0, csv::Position::byte);
        let line = lines.line_of_content(body_start + usize::try_from(at).unwrap_or(usize::MAX));
        if let Some(row) = row(&record, line, limits)? {
            // One row more than allowed, because the first may turn out to be the header.
            if rows.len() > limits.rows {
                return Err(ReadError::TooManyRows { max: limits.rows });
            }
            rows.push(row);
        }
    }
    let format = Format::Csv { encoding: encoding.name().to_owned(), delimiter: char::from(delimiter) };
    Ok((format, rows))
}

/// Excel writes and honours a first line `sep=;`. Where the table starts, and the delimiter it names.
fn separator_line(text: &str) -> (usize, Option<u8>) {
    let Some(rest) = text.strip_prefix("sep=") else { return (0, None) };
    match *rest.as_bytes() {
        [delimiter, b'\r' | b'\n', ..] if delimiter.is_ascii_punctuation() || delimiter == b'\t' => {
            ("sep=;".len(), Some(delimiter))
        }
        _ => (0, None),
    }
}

fn row(record: &StringRecord, line: u32, limits: &Limits) -> Result<Option<Row>, ReadError> {
    if record.len() > limits.columns {
        return Err(ReadError::TooManyColumns { line, max: limits.columns });
    }
    // Bytes are compared first: counting the characters of every cell would read the file twice.
    let too_long = |cell: &str| cell.len() > limits.cell_chars && cell.chars().count() > limits.cell_chars;
    if let Some(column) = record.iter().position(too_long) {
        return Err(ReadError::CellTooLong { line, column, max: limits.cell_chars });
    }
    let cells: Vec<String> = record.iter().map(|cell| trimmed(cell).to_owned()).collect();
    Ok(cells.iter().any(|cell| !cell.is_empty()).then_some(Row { line, cells }))
}

/// Counts line ends (CR, LF or CRLF) up to growing positions. The csv crate counts LF only and names the
/// blank lines before a record as its start.
struct LineCounter<'a> {
    text: &'a [u8],
    position: usize,
    line: u32,
}

impl<'a> LineCounter<'a> {
    const fn new(text: &'a [u8]) -> Self {
        Self { text, position: 0, line: 1 }
    }

    /// The line, from 1, of the first byte at or after `position` that is not a line end.
    fn line_of_content(&mut self, position: usize) -> u32 {
        while let Some(byte) = self.text.get(self.position) {
            let line_end = matches!(byte, b'\r' | b'\n');
            if self.position >= position && !line_end {
                break;
            }
            let second_half = *byte == b'\n' && self.position > 0 && self.text[self.position - 1] == b'\r';
            if line_end && !second_half {
                self.line = self.line.saturating_add(1);
            }
            self.position += 1;
        }
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(u32, Vec<String>)> {
        let (_, rows) = read(text.as_bytes(), &Limits::default()).unwrap();
        rows.into_iter().map(|row| (row.line, row.cells)).collect()
    }

    #[test]
    fn lines_are_physical_whatever_ends_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a;b", "", "\"c", "c\";d", "", "", "e;f", ""].join(end);
            let found: Vec<u32> = lines(&text).into_iter().map(|(line, _)| line).collect();
            assert_eq!(found, [1, 3, 7], "line end {end:?}");
        }
    }

    #[test]
    fn quoted_cells_keep_delimiters_quotes_and_line_breaks() {
        let rows = lines("n;p\n\"Pain \"\"maison\"\"; bio\nau levain\";1,20\n");
        assert_eq!(rows[1], (2, vec!["Pain \"maison\"; bio\nau levain".to_owned(), "1,20".to_owned()]));
    }

    #[test]
    fn the_separator_line_of_excel_is_obeyed_and_not_a_row() {
        assert_eq!(lines("sep=|\r\na|b;c;d\r\n"), [(2, vec!["a".to_owned(), "b;c;d".to_owned()])]);
    }

    #[test]
    fn rows_of_empty_cells_are_left_out() {
        assert_eq!(lines("a;b\n;\n ; \nc;d\n").len(), 2);
    }

    #[test]
    fn an_unclosed_quotation_mark_is_named_with_its_line() {
        let text = format!("a;b\n\"never closed;1\n{}", "x;y\n".repeat(5_000));
        let error = read(text.as_bytes(), &Limits::default()).unwrap_err();
        assert_eq!(error, ReadError::CellTooLong { line: 2, column: 0, max: 10_000 });
    }
}
