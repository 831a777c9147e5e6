//! Tables for spreadsheets: UTF-8 with a mark, semicolons, CRLF, quotes where needed.

/// A table as bytes. A cell that a spreadsheet would take for a formula is written as text.
#[must_use]
pub fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    push_row(&mut text, head.iter().map(|cell| (*cell).to_owned()));
    rows.for_each(|row| push_row(&mut text, row.into_iter()));
    text.into_bytes()
}

fn push_row(text: &mut String, cells: impl Iterator<Item = String>) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            text.push(';');
        }
        push_cell(text, &cell);
    }
    text.push_str("\r\n");
}

fn push_cell(text: &mut String, cell: &str) {
    let number = cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ',' | ' '));
    let formula = !number && cell.starts_with(['=', '+', '-', '@', '\t']);
    let quoted = formula || cell.contains([';', '"', '\n', '\r']);
    if !quoted {
        text.push_str(cell);
        return;
    }
    text.push('"');
    if formula {
        text.push('\'');
    }
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_formulas_disarmed() {
        let bytes = table(
            &["a", "b"],
            [vec!["x;\"y\"".into(), "=SUM(A1)".into()], vec!["-3,50".into(), "é".into()]].into_iter(),
        );
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            "\u{feff}a;b\r\n\"x;\"\"y\"\"\";\"'=SUM(A1)\"\r\n-3,50;é\r\n"
        );
    }
}
