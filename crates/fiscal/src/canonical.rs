//! Canonical JSON (RFC 8785): the same facts always give the same bytes, and so the same hash.
//!
//! Stricter than the RFC: numbers are integers of at most 2⁵³ − 1 (a float is refused, and so is an integer that
//! a reader of doubles would change), strings are NFC (fiscal.md 7.2).

mod object;
mod writer;

use std::fmt::Display;

use serde::Serialize;
use serde::ser::Error as _;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use self::writer::Writer;
use crate::seal::hex;

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

impl serde::ser::Error for CanonicalError {
    fn custom<T: Display>(message: T) -> Self {
        Self::Json(serde::ser::Error::custom(message))
    }
}

/// A text in canonical form; by default none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CanonicalJson(String);

impl CanonicalJson {
    /// Writes a value in canonical form; strings are normalised to NFC on the way.
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Result<Self, CanonicalError> {
        let text = Writer::with(value, |text| String::from_utf8(text.to_vec()))?;
        Ok(Self(text.map_err(CanonicalError::custom)?))
    }

    /// True when `text` is the canonical form of a value.
    #[must_use]
    pub fn is_of<T: Serialize + ?Sized>(value: &T, text: &str) -> bool {
        Writer::with(value, |canonical| canonical == text.as_bytes()).unwrap_or(false)
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
