//! Wrapping and padding.
//!
//! All widths are counted in characters: cleaned text has exactly one column per character.

use super::line::{Align, Line, Overflow, Rule, Size};
use super::{LaidLine, Paper, table};
use crate::escpos::code128;

/// A wrapped text never takes more lines than this: a note of a thousand words must not eat the roll. The cut
/// shows as «...».
const MAX_WRAPPED: usize = 20;

/// Height of a picture in dots, at most: 20 mm, for it is torn off with every ticket. Across, it takes two thirds of the paper.
const MAX_PICTURE_HEIGHT: usize = 160;

/// Further lines of a wrapped article name are set in by this much.
const HANGING: usize = 4;

/// Places one line.
pub(super) fn place(line: &Line, paper: Paper, out: &mut Vec<LaidLine>) {
    let width = paper.columns.count();
    match line {
        Line::Text { text, align, bold } => {
            let text = paper.charset.clean(text);
            out.extend(wrap(&text, width, 0).iter().map(|l| laid(&pad(l, width, *align), *bold)));
        }
        Line::Pair { left, right, overflow, bold } => {
            let (left, right) = (paper.charset.clean(left), paper.charset.clean(right));
            out.extend(pair(&left, &right, *overflow, width).iter().map(|l| laid(l, *bold)));
        }
        Line::Total { label, amount } => total(label, amount, paper, out),
        Line::Table(rows) => {
            out.extend(table::place(rows, paper).iter().map(|l| laid(l, false)));
        }
        Line::Rule(rule) => out.push(laid(&rule_char(*rule).repeat(width), false)),
        Line::Barcode(code) if code128::fits(code, paper.columns.dots()) => {
            out.push(LaidLine::Barcode { code: code.clone() });
        }
        Line::Barcode(code) => place(&Line::centred(code.as_str()), paper, out),
        Line::Qr(data) => out.push(LaidLine::Qr { data: data.clone() }),
        Line::Picture(picture) => {
            let fitted = picture.fitted(paper.columns.dots() * 2 / 3, MAX_PICTURE_HEIGHT);
            out.push(LaidLine::Picture { picture: fitted });
        }
        Line::Feed(0) => {}
        Line::Feed(lines) => out.push(LaidLine::Feed { lines: *lines }),
    }
}

fn laid(text: &str, bold: bool) -> LaidLine {
    LaidLine::Text { text: text.trim_end().to_owned(), bold, size: Size::Normal }
}

const fn rule_char(rule: Rule) -> &'static str {
    match rule {
        Rule::Single => "-",
        Rule::Double => "=",
        Rule::Stars => "*",
    }
}

/// Number of columns of a cleaned text.
pub(super) fn columns(text: &str) -> usize {
    text.chars().count()
}

/// The text in a field of `width` columns.
pub(super) fn pad(text: &str, width: usize, align: Align) -> String {
    match align {
        Align::Left => text.to_owned(),
        Align::Centre => format!("{}{text}", " ".repeat(width.saturating_sub(columns(text)) / 2)),
        Align::Right => format!("{text:>width$}"),
    }
}

/// Breaks a text at its words into lines of at most `width` columns; a text that fits stays as it is. Leading spaces are kept on every line,
/// `hanging` columns are added from the second line on. Words longer than a line are cut.
pub(super) fn wrap(text: &str, width: usize, hanging: usize) -> Vec<String> {
    if columns(text) <= width {
        return vec![text.to_owned()];
    }
    let indent = (columns(text) - columns(text.trim_start())).min(width / 2);
    let mut lines = vec![" ".repeat(indent)];
    let mut used = indent;
    let mut fresh = true;
    let mut words: Vec<Vec<char>> = text.split_whitespace().map(|w| w.chars().collect()).collect();
    words.reverse();
    while let Some(word) = words.pop() {
        let gap = usize::from(!fresh);
        let room = width - used;
        if word.len() + gap <= room {
            push_word(&mut lines, gap, &word);
            used += gap + word.len();
            fresh = false;
        } else if fresh && room > 0 {
            let (head, tail) = word.split_at(room);
            push_word(&mut lines, 0, head);
            words.push(tail.to_vec());
            used = width;
            fresh = false;
        } else {
            if lines.len() == MAX_WRAPPED {
                mark_cut(&mut lines, width);
                break;
            }
            used = (indent + hanging).min(width / 2);
            lines.push(" ".repeat(used));
            words.push(word);
            fresh = true;
        }
    }
    lines
}

fn push_word(lines: &mut [String], gap: usize, word: &[char]) {
    if let Some(line) = lines.last_mut() {
        line.push_str(&" ".repeat(gap));
        line.extend(word);
    }
}

fn mark_cut(lines: &mut [String], width: usize) {
    if let Some(last) = lines.last_mut() {
        *last = last.chars().take(width - 3).collect();
        last.push_str("...");
    }
}

fn pair(left: &str, right: &str, overflow: Overflow, width: usize) -> Vec<String> {
    let right_columns = columns(right);
    let mut lines = match overflow {
        Overflow::LeftWraps if right_columns + width / 3 <= width => {
            return item(left, right, width, right_columns);
        }
        Overflow::LeftWraps | Overflow::RightBelow => wrap(left, width, 0),
    };
    match lines.last_mut() {
        Some(last) if columns(last) + 1 + right_columns <= width => {
            *last = join(last, right, width);
        }
        _ => lines.extend(wrap(right, width, 0).iter().map(|l| pad(l, width, Align::Right))),
    }
    lines
}

fn item(left: &str, right: &str, width: usize, right_columns: usize) -> Vec<String> {
    let room = if right.is_empty() { width } else { width - right_columns - 1 };
    let mut lines = wrap(left, room, HANGING);
    if let Some(first) = lines.first_mut() {
        *first = join(first, right, width);
    }
    lines
}

fn join(left: &str, right: &str, width: usize) -> String {
    let gap = width.saturating_sub(columns(left) + columns(right));
    format!("{left}{}{right}", " ".repeat(gap))
}

fn total(label: &str, amount: &str, paper: Paper, out: &mut Vec<LaidLine>) {
    let (label, amount) = (paper.charset.clean(label), paper.charset.clean(amount));
    let width = paper.columns.count();
    let needed = columns(&label) + 1 + columns(&amount);
    let size = if needed <= width / Size::Double.width() { Size::Double } else { Size::Tall };
    for line in pair(&label, &amount, Overflow::RightBelow, width / size.width()) {
        out.push(LaidLine::Text { text: line.trim_end().to_owned(), bold: true, size });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_breaks_at_words_and_keeps_its_indent() {
        assert_eq!(wrap("  Prise en charge du lot", 12, 0), ["  Prise en", "  charge du", "  lot"]);
        assert_eq!(wrap("3 x Croissant pur beurre", 16, 4), ["3 x Croissant", "    pur beurre"]);
        assert_eq!(wrap("anticonstitutionnellement", 10, 0), ["anticonsti", "tutionnell", "ement"]);
        assert_eq!(wrap("", 10, 0), [""]);
        let long = wrap(&"abcde ".repeat(100), 10, 0);
        assert_eq!((long.len(), long.last().map(String::as_str)), (MAX_WRAPPED, Some("abcde...")));
    }

    #[test]
    fn the_right_part_goes_below_or_stays_on_the_first_line() {
        assert_eq!(pair("Caisse 01", "Ana", Overflow::RightBelow, 14), ["Caisse 01  Ana"]);
        assert_eq!(pair("Caisse 01", "Vendeur", Overflow::RightBelow, 14), ["Caisse 01", "       Vendeur"]);
        assert_eq!(
            pair("1 x Tarte citron", "18,00", Overflow::LeftWraps, 18),
            ["1 x Tarte    18,00", "    citron"]
        );
    }
}
