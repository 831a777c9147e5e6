//! Canonical JSON (RFC 8785): the same facts always give the same bytes, and so the same hash.
//!
//! Stricter than the RFC: numbers are integers of at most 2⁵³ − 1 (a float is refused, and so is an integer that
//! a reader of doubles would change), strings are NFC (fiscal.md 7.2).

use std::cmp::Ordering;

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use thiserror::Error;
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use crate::seal::hex;
use crate::totals::MAX_SAFE_INTEGER;

/// Why a value has no canonical form.
#[derive(Debug, Error)]
pub enum CanonicalError {
    /// A float, or an integer beyond ±(2⁵³ − 1).
    #[error("number {0} is not a safe integer")]
    Number(String),
    /// An object key that is not NFC: normalising it could make two keys equal.
    #[error("key {0:?} is not NFC")]
    Key(String),
    /// The text is JSON but not the canonical one.
    #[error("not canonical")]
    NotCanonical,
    /// The value cannot be written as JSON, or the text is not JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// A text in canonical form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CanonicalJson(String);

impl CanonicalJson {
    /// Writes a value in canonical form; strings are normalised to NFC on the way.
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Result<Self, CanonicalError> {
        let mut value = serde_json::to_value(value)?;
        normalise(&mut value)?;
        let mut text = String::with_capacity(4_096);
        write(&value, &mut text)?;
        Ok(Self(text))
    }

    /// Accepts a text that is already canonical, byte for byte.
    pub fn parse(text: &str) -> Result<Self, CanonicalError> {
        let canonical = Self::of(&serde_json::from_str::<Value>(text)?)?;
        if canonical.0 == text { Ok(canonical) } else { Err(CanonicalError::NotCanonical) }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// SHA-256 of the text, lower-case hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> String {
        sha256(&self.0)
    }
}

/// SHA-256 of a text, lower-case hexadecimal.
pub(crate) fn sha256(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

fn normalise(value: &mut Value) -> Result<(), CanonicalError> {
    match value {
        Value::Null | Value::Bool(_) => Ok(()),
        Value::Number(n) => match n.as_i64() {
            Some(i) if i.unsigned_abs() <= MAX_SAFE_INTEGER.unsigned_abs() => Ok(()),
            _ => Err(CanonicalError::Number(n.to_string())),
        },
        Value::String(text) => {
            if !is_nfc(text) {
                *text = text.nfc().collect();
            }
            Ok(())
        }
        Value::Array(items) => items.iter_mut().try_for_each(normalise),
        Value::Object(fields) => fields.iter_mut().try_for_each(|(key, item)| {
            if is_nfc(key) { normalise(item) } else { Err(CanonicalError::Key(key.clone())) }
        }),
    }
}

/// Writes a normalised value as RFC 8785 says: no space, keys in the order of their UTF-16 units, and of the ways to
/// escape a text the one that `serde_json` has too. (`serde_jcs`, which tests compare this with, takes five times
/// as long, and every verification of every record writes its payload.)
fn write(value: &Value, out: &mut String) -> Result<(), serde_json::Error> {
    match value {
        Value::Array(items) => {
            out.push('[');
            for (n, item) in items.iter().enumerate() {
                out.push_str(if n == 0 { "" } else { "," });
                write(item, out)?;
            }
            out.push(']');
        }
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_by(|(a, _), (b, _)| in_order(a, b));
            out.push('{');
            for (n, (key, item)) in fields.into_iter().enumerate() {
                out.push_str(if n == 0 { "" } else { "," });
                text(key, out)?;
                out.push(':');
                write(item, out)?;
            }
            out.push('}');
        }
        Value::String(string) => text(string, out)?,
        leaf => out.push_str(&leaf.to_string()),
    }
    Ok(())
}

fn in_order(a: &str, b: &str) -> Ordering {
    if a.is_ascii() && b.is_ascii() { a.cmp(b) } else { a.encode_utf16().cmp(b.encode_utf16()) }
}

fn text(string: &str, out: &mut String) -> Result<(), serde_json::Error> {
    let plain = |byte: u8| byte >= 0x20 && byte != b'"' && byte != b'\\';
    if string.bytes().all(plain) {
        out.push('"');
        out.push_str(string);
        out.push('"');
    } else {
        out.push_str(&serde_json::to_string(string)?);
    }
    Ok(())
}
