//! The layout of the thirteen digits of a label, as people write it.

use super::{EAN_13, EmbeddedKind};

/// Figures that GS1 gives a verifier for.
const VERIFIED: [usize; 2] = [4, 5];

/// The layout of a label: a prefix of digits, then letters. `I` is the item, `P` a price, `W` a weight, `V` the
/// verifier of that figure, `C` the check digit of the EAN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    text: String,
    prefix: usize,
    item: Span,
    figure: Span,
    verifier: Option<usize>,
    kind: EmbeddedKind,
}

/// Places of a run of one letter, from 0.
type Span = std::ops::Range<usize>;

/// What is wrong with a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// Not thirteen places, or another letter.
    #[error("not thirteen places of the known letters")]
    Form,
    /// Does not begin with 02 or 20–29, which no manufacturer has.
    #[error("not a restricted-circulation prefix")]
    Prefix,
    /// No item, or one in pieces.
    #[error("the item must be one run")]
    Item,
    /// No price or weight, both, or one in pieces.
    #[error("one price or one weight must be one run")]
    Figure,
    /// More than one verifier, or one for a figure of neither four nor five digits.
    #[error("a verifier needs a figure of four or five digits")]
    Verifier,
    /// The check digit is not the last place, or not alone.
    #[error("the check digit must be last")]
    Check,
    /// More decimals than the till can hold.
    #[error("too many decimals")]
    Decimals,
}

/// The parts of a code.
pub(super) struct Parts<'a> {
    pub item: &'a str,
    pub figure: &'a str,
    pub verifier: Option<u8>,
}

impl Pattern {
    /// Reads a pattern; lower case is as good as upper case.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        let text = text.trim().to_ascii_uppercase();
        let prefix = text.bytes().take_while(u8::is_ascii_digit).count();
        let letters = text.get(prefix..).unwrap_or_default();
        if text.len() != EAN_13 || !letters.bytes().all(|b| b"IPWVC".contains(&b)) {
            return Err(PatternError::Form);
        }
        if !(text.starts_with("02") || (text.starts_with('2') && prefix >= 2)) {
            return Err(PatternError::Prefix);
        }
        let item = run(&text, 'I').ok_or(PatternError::Item)?;
        let (kind, figure) = match (run(&text, 'P'), run(&text, 'W')) {
            (Some(figure), None) if !text.contains('W') => (EmbeddedKind::Price, figure),
            (None, Some(figure)) if !text.contains('P') => (EmbeddedKind::Weight, figure),
            _ => return Err(PatternError::Figure),
        };
        let verifier = text.find('V');
        let verified = text.matches('V').count() == 1 && VERIFIED.contains(&figure.len());
        if verifier.is_some() && !verified {
            return Err(PatternError::Verifier);
        }
        if text.find('C') != Some(EAN_13 - 1) {
            return Err(PatternError::Check);
        }
        Ok(Self { text, prefix, item, figure, verifier, kind })
    }

    /// As it is written, in upper case.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What its figure is.
    #[must_use]
    pub const fn kind(&self) -> EmbeddedKind {
        self.kind
    }

    /// The parts of thirteen digits; none when they begin otherwise.
    pub(super) fn split<'a>(&self, code: &'a str) -> Option<Parts<'a>> {
        if code.get(..self.prefix) != self.text.get(..self.prefix) {
            return None;
        }
        let verifier = self.verifier.and_then(|at| code.as_bytes().get(at)).map(|digit| digit - b'0');
        Some(Parts { item: code.get(self.item.clone())?, figure: code.get(self.figure.clone())?, verifier })
    }
}

/// The one run of a letter; none when there is none, or more than one.
fn run(text: &str, letter: char) -> Option<Span> {
    let (from, last) = (text.find(letter)?, text.rfind(letter)?);
    let span = from..last + 1;
    text.get(span.clone())?.chars().all(|c| c == letter).then_some(span)
}
