//! Numbers as people and spreadsheets write them: `1 234,50 €`, `1,234.50`, `-3`, `5,5 %`.
//!
//! A column is looked at as a whole to learn its decimal mark; a single `1,250` cannot tell. Nothing passes
//! through a float.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The character before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// `1,50`.
    Comma,
    /// `1.50`.
    Point,
}

impl DecimalMark {
    const fn of(c: char) -> Option<Self> {
        match c {
            ',' => Some(Self::Comma),
            '.' => Some(Self::Point),
            _ => None,
        }
    }

    /// The character itself.
    #[must_use]
    pub const fn char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Comma => Self::Point,
            Self::Point => Self::Comma,
        }
    }
}

/// Why a text is not one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NumberError {
    /// Not written like a number, or beyond 28 digits.
    #[error("not a number")]
    NotANumber,
    /// `1,250` or `1.250`, with nothing to tell whether that is about one or about a thousand.
    #[error("two readings")]
    Ambiguous,
}

/// What may stand around a number without being part of it.
const AFFIXES: [&str; 9] = ["EUR", "CAD", "$ CA", "CA$", "$CA", "€", "$", "£", "%"];
/// Space, no-break space, narrow no-break space, thin space and the Swiss apostrophes.
const GROUP_MARKS: [char; 6] = [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '’'];

/// The decimal mark of a column: the one that its unambiguous values use. When there are none, `fallback`,
/// unless a value uses the other mark; `None` then makes such values [`NumberError::Ambiguous`].
#[must_use]
pub fn detect_mark<'a>(
    values: impl IntoIterator<Item = &'a str>,
    fallback: Option<DecimalMark>,
) -> Option<DecimalMark> {
    let (mut commas, mut points, mut against) = (0_usize, 0_usize, false);
    for value in values {
        match reading(strip(value).1) {
            Reading::Decimal(DecimalMark::Comma) | Reading::Thousands(DecimalMark::Point) => commas += 1,
            Reading::Decimal(DecimalMark::Point) | Reading::Thousands(DecimalMark::Comma) => points += 1,
            Reading::Either(mark) => against |= Some(mark) != fallback,
            Reading::Whole => {}
        }
    }
    match commas.cmp(&points) {
        std::cmp::Ordering::Greater => Some(DecimalMark::Comma),
        std::cmp::Ordering::Less => Some(DecimalMark::Point),
        std::cmp::Ordering::Equal if commas == 0 && !against => fallback,
        std::cmp::Ordering::Equal => None,
    }
}

/// The exact value of `text` in a column with the given mark. Signs, thousands separators in groups of three,
/// currencies and `%` are understood; a `%` does not divide.
///
/// # Errors
/// [`NumberError`] when the text has no reading or two.
pub fn parse(text: &str, column: Option<DecimalMark>) -> Result<Decimal, NumberError> {
    let (negative, body) = strip(text);
    let mark = match reading(body) {
        Reading::Whole => None,
        Reading::Decimal(mark) => Some(mark),
        Reading::Thousands(mark) => Some(mark.other()),
        Reading::Either(_) => Some(column.ok_or(NumberError::Ambiguous)?),
    };
    let (whole, decimals) = match mark.and_then(|mark| body.split_once(mark.char())) {
        Some((_, "")) => return Err(NumberError::NotANumber),
        Some((whole, decimals)) => (whole, decimals),
        None => (body, ""),
    };
    let whole = ungroup(whole, mark.map(|mark| mark.other().char())).ok_or(NumberError::NotANumber)?;
    if !decimals.bytes().all(|b| b.is_ascii_digit()) || (whole.is_empty() && decimals.is_empty()) {
        return Err(NumberError::NotANumber);
    }
    let sign = if negative { "-" } else { "" };
    Decimal::from_str_exact(&format!("{sign}0{whole}.{decimals}0")).map_err(|_| NumberError::NotANumber)
}

/// Sign and bare body: `« -5,00 € »` is negative and `5,00`.
fn strip(text: &str) -> (bool, &str) {
    let mut rest = text.trim();
    let mut negative = false;
    let mut signed = false;
    loop {
        let before = rest;
        for affix in AFFIXES {
            rest = strip_affix(rest, affix);
        }
        let unsigned = rest.strip_prefix(['-', '\u{2212}', '+']).or_else(|| rest.strip_suffix('-'));
        if let Some(unsigned) = unsigned.filter(|_| !signed) {
            negative = !rest.starts_with('+');
            signed = true;
            rest = unsigned.trim();
        }
        if rest.len() == before.len() {
            return (negative, rest);
        }
    }
}

fn strip_affix<'a>(text: &'a str, affix: &str) -> &'a str {
    let is_affix = |part: Option<&str>| part.is_some_and(|part| part.eq_ignore_ascii_case(affix));
    if is_affix(text.get(..affix.len())) {
        return text.get(affix.len()..).unwrap_or_default().trim();
    }
    let tail = text.len().wrapping_sub(affix.len());
    if is_affix(text.get(tail..)) {
        return text.get(..tail).unwrap_or_default().trim();
    }
    text
}

/// What the marks in a bare number say by themselves.
enum Reading {
    /// No mark.
    Whole,
    /// This mark can only be decimal.
    Decimal(DecimalMark),
    /// This mark can only separate thousands.
    Thousands(DecimalMark),
    /// One mark before exactly three digits.
    Either(DecimalMark),
}

fn reading(body: &str) -> Reading {
    let mut marks = body.chars().filter_map(DecimalMark::of);
    let (Some(first), Some(last)) = (marks.next(), body.chars().rev().find_map(DecimalMark::of)) else {
        return Reading::Whole;
    };
    if first != last {
        return Reading::Decimal(last);
    }
    let Some((whole, decimals)) = body.split_once(first.char()) else { return Reading::Whole };
    if decimals.contains(first.char()) {
        return Reading::Thousands(first);
    }
    let could_be_group = decimals.len() == 3
        && (1..=3).contains(&whole.len())
        && !whole.starts_with('0')
        && whole.bytes().all(|b| b.is_ascii_digit());
    if could_be_group { Reading::Either(first) } else { Reading::Decimal(first) }
}

/// The digits of a whole part, if its separators, all alike, make groups of three.
fn ungroup(whole: &str, mark: Option<char>) -> Option<String> {
    let is_separator = |c: char| GROUP_MARKS.contains(&c) || Some(c) == mark;
    if let Some(separator) = whole.chars().find(|c| is_separator(*c)) {
        let mut groups = whole.split(separator);
        let first = groups.next()?;
        let grouped = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
        let digits: String = whole.split(separator).collect();
        return (grouped && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits);
    }
    whole.bytes().all(|b| b.is_ascii_digit()).then(|| whole.to_owned())
}

#[cfg(test)]
mod tests;
