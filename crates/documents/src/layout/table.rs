//! Tables: columns as wide as their widest cell, the room left over spread between them.
//!
//! A table too wide for the paper is stacked: the first cell of each row on a line of its own, the others below
//! it; cells that do not fit even so take one line each.

use super::line::Align;
use super::place::{columns, pad, wrap};
use super::{Columns, Paper};

/// Places the rows.
pub(super) fn place(rows: &[Vec<String>], paper: Paper) -> Vec<String> {
    let width = paper.columns.count();
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|c| paper.charset.clean(c)).collect()).collect();
    let widths = natural_widths(&rows);
    if widths.iter().sum::<usize>() + widths.len().saturating_sub(1) <= width {
        return side_by_side(&rows, &widths, width);
    }
    let rest = widths.iter().skip(1);
    let field = (width - indent(paper.columns)) / rest.len().max(1);
    let fits = rest.max().is_none_or(|w| *w < field);
    rows.iter().flat_map(|row| stacked(row, fits.then_some(field), width)).collect()
}

const fn indent(columns: Columns) -> usize {
    match columns {
        Columns::C48 => 4,
        Columns::C32 => 2,
    }
}

fn natural_widths(rows: &[Vec<String>]) -> Vec<usize> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    (0..count).map(|i| rows.iter().filter_map(|r| r.get(i)).map(|c| columns(c)).max().unwrap_or(0)).collect()
}

/// Spreads the room over the columns after the first, the last one taking the remainder at its left.
fn side_by_side(rows: &[Vec<String>], widths: &[usize], width: usize) -> Vec<String> {
    let gaps = widths.len().saturating_sub(1).max(1);
    let spare = width - widths.iter().sum::<usize>();
    let field = |i: usize| match i {
        0 => widths[0],
        _ if i == gaps => widths[i] + spare / gaps + spare % gaps,
        _ => widths[i] + spare / gaps,
    };
    rows.iter()
        .map(|row| {
            let cells = row.iter().enumerate();
            cells
                .map(|(i, c)| {
                    let align = if i == 0 { Align::Left } else { Align::Right };
                    let text = pad(c, field(i), align);
                    format!("{text:<width$}", width = field(i))
                })
                .collect()
        })
        .collect()
}

/// `field` is the width of every cell after the first, or none for a line each.
fn stacked(row: &[String], field: Option<usize>, width: usize) -> Vec<String> {
    let Some((first, others)) = row.split_first() else { return Vec::new() };
    let mut lines = wrap(first, width, 0);
    match field {
        Some(field) => {
            let cells: String = others.iter().map(|c| pad(c, field, Align::Right)).collect();
            lines.push(pad(&cells, width, Align::Right));
        }
        None => {
            for cell in others {
                lines.extend(wrap(cell, width, 0).iter().map(|l| pad(l, width, Align::Right)));
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charset::Charset;

    fn rows(rows: &[[&str; 3]]) -> Vec<Vec<String>> {
        rows.iter().map(|r| r.iter().map(ToString::to_string).collect()).collect()
    }

    const NARROW: Paper = Paper { columns: Columns::C32, charset: Charset::Pc858 };

    #[test]
    fn columns_are_spread_over_the_paper() {
        let placed = place(&rows(&[["Taux", "HT", "TTC"], ["A 5,5 %", "18,48", "19,50"]]), NARROW);
        assert_eq!(placed, ["Taux             HT          TTC", "A 5,5 %       18,48        19,50"]);
    }

    #[test]
    fn a_table_that_is_too_wide_is_stacked() {
        let placed = place(&rows(&[["A 5,5 % du total", "842 116,35", "842 116,35"]]), NARROW);
        assert_eq!(placed, ["A 5,5 % du total", "       842 116,35     842 116,35"]);
        let placed = place(&rows(&[["A", "1 842 116 350,00", "1 842 116 350,00"]]), NARROW);
        assert_eq!(placed, ["A", "                1 842 116 350,00", "                1 842 116 350,00"]);
    }
}
