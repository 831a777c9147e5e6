//! A value written in canonical form while it is visited, without a tree of it in between: every verification of
//! every record writes its payload. (`serde_jcs`, which tests compare this with, takes ten times as long.)
//!
//! RFC 8785: no space, keys in the order of their UTF-16 units ([`super::object`]), and of the ways to escape a text
//! the one that `serde_json` has too. Bytes and enum variants that hold data have no one form in JSON: no payload has
//! any, and they are refused.

use std::cell::Cell;

use serde::ser::{Error as _, Impossible, Serialize, Serializer};
use serde::ser::{SerializeSeq, SerializeTuple, SerializeTupleStruct};
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use super::CanonicalError;
use super::object::{Field, Object};
use crate::totals::MAX_SAFE_INTEGER;

/// More than most payloads take.
const CAPACITY: usize = 8_192;
/// The greatest memory that waits for the next value.
const MOST_KEPT: usize = 1 << 20;

type Written = Result<(), CanonicalError>;

/// The text so far.
pub(super) struct Writer {
    pub text: Vec<u8>,
    /// Fields of the objects that are open, those of inner ones behind those of outer ones.
    pub fields: Vec<Field>,
    /// The fields of an object while they are put in order.
    pub aside: Vec<u8>,
}

thread_local! {
    /// The memory of the last writer of this thread: pieces of kilobytes, asked for and given back with each record, are what
    /// an allocator is slowest at.
    static KEPT: Cell<Option<Writer>> = const { Cell::new(None) };
}

impl Writer {
    fn new() -> Self {
        let (text, aside) = (Vec::with_capacity(CAPACITY), Vec::with_capacity(CAPACITY));
        Self { text, fields: Vec::with_capacity(64), aside }
    }

    /// Writes a value and shows its text.
    pub fn with<T: Serialize + ?Sized, R>(
        value: &T,
        show: impl FnOnce(&[u8]) -> R,
    ) -> Result<R, CanonicalError> {
        let mut writer = KEPT.take().unwrap_or_else(Self::new);
        value.serialize(&mut writer)?;
        let shown = show(&writer.text);
        writer.text.clear();
        // One great text does not hold its memory for ever.
        if writer.text.capacity().max(writer.aside.capacity()) <= MOST_KEPT {
            KEPT.set(Some(writer));
        }
        Ok(shown)
    }

    fn literal(&mut self, literal: &str) {
        self.text.extend_from_slice(literal.as_bytes());
    }

    fn integer(&mut self, safe: Option<i64>, number: &impl ToString) -> Written {
        match safe.filter(|n| n.unsigned_abs() <= MAX_SAFE_INTEGER.unsigned_abs()) {
            Some(n) => Ok(serde_json::to_writer(&mut self.text, &n)?),
            None => Err(CanonicalError::Number(number.to_string())),
        }
    }

    /// A text as it is: escaped, not normalised.
    pub fn escaped(&mut self, text: &str) -> Written {
        if is_plain(text.as_bytes()) {
            self.text.push(b'"');
            self.literal(text);
            self.text.push(b'"');
            Ok(())
        } else {
            Ok(serde_json::to_writer(&mut self.text, text)?)
        }
    }
}

/// True when nothing in a text is escaped: neither a control character nor a quote nor a backslash. Eight bytes at a time, by
/// the borrow that a byte which is too small takes from its highest bit.
fn is_plain(text: &[u8]) -> bool {
    const EACH: u64 = u64::MAX / 255;
    let below = |bytes: u64, n: u8| bytes.wrapping_sub(EACH * u64::from(n)) & !bytes & (EACH << 7);
    let (words, rest) = text.as_chunks::<8>();
    let escaped = |word: &[u8; 8]| {
        let bytes = u64::from_ne_bytes(*word);
        let is = |byte: u8| below(bytes ^ (EACH * u64::from(byte)), 1);
        below(bytes, 0x20) | is(b'"') | is(b'\\') != 0
    };
    !words.iter().any(escaped) && rest.iter().all(|byte| !matches!(byte, 0..0x20 | b'"' | b'\\'))
}

/// A list that is being written.
pub(super) struct List<'w>(&'w mut Writer);

impl<'w> List<'w> {
    fn open(writer: &'w mut Writer) -> Self {
        writer.text.push(b'[');
        Self(writer)
    }
}

impl SerializeSeq for List<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Written {
        // No item ends with a bracket that opens.
        if self.0.text.last() != Some(&b'[') {
            self.0.text.push(b',');
        }
        item.serialize(&mut *self.0)
    }

    fn end(self) -> Written {
        self.0.text.push(b']');
        Ok(())
    }
}

impl SerializeTuple for List<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Written {
        SerializeSeq::serialize_element(self, item)
    }

    fn end(self) -> Written {
        SerializeSeq::end(self)
    }
}

impl SerializeTupleStruct for List<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, item: &T) -> Written {
        SerializeSeq::serialize_element(self, item)
    }

    fn end(self) -> Written {
        SerializeSeq::end(self)
    }
}

/// Methods for values that have a form.
macro_rules! integers {
    ($($method:ident $number:ty),+) => { $(
        fn $method(self, number: $number) -> Written {
            self.integer(i64::try_from(number).ok(), &number)
        }
    )+ };
}

/// Methods for values that have none.
macro_rules! refused {
    ($($method:ident($($argument:ty),*) -> $written:ty;)+) => { $(
        fn $method(self, $(_: $argument),*) -> Result<$written, CanonicalError> {
            Err(CanonicalError::custom("no canonical form"))
        }
    )+ };
}

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = CanonicalError;
    type SerializeSeq = List<'w>;
    type SerializeTuple = List<'w>;
    type SerializeTupleStruct = List<'w>;
    type SerializeTupleVariant = Impossible<(), CanonicalError>;
    type SerializeMap = Object<'w>;
    type SerializeStruct = Object<'w>;
    type SerializeStructVariant = Impossible<(), CanonicalError>;

    integers!(serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64, serialize_i128 i128);
    integers!(serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64, serialize_u128 u128);

    refused! {
        serialize_bytes(&[u8]) -> ();
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: &T,
    ) -> Written {
        Err(CanonicalError::custom(variant))
    }

    fn serialize_f32(self, number: f32) -> Written {
        Err(CanonicalError::Number(number.to_string()))
    }

    fn serialize_f64(self, number: f64) -> Written {
        Err(CanonicalError::Number(number.to_string()))
    }

    fn serialize_bool(self, value: bool) -> Written {
        self.literal(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_char(self, value: char) -> Written {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Written {
        if text.is_ascii() || is_nfc(text) {
            self.escaped(text)
        } else {
            self.escaped(&text.nfc().collect::<String>())
        }
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.literal("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'w>, CanonicalError> {
        Ok(List::open(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<List<'w>, CanonicalError> {
        Ok(List::open(self))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<List<'w>, CanonicalError> {
        Ok(List::open(self))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Object<'w>, CanonicalError> {
        Ok(Object::open(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Object<'w>, CanonicalError> {
        Ok(Object::open(self))
    }
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn what_is_escaped_is_seen_at_every_place() {
        for byte in 0..=u8::MAX {
            for (place, length) in (0..20).flat_map(|length| (0..length).map(move |place| (place, length))) {
                for around in [b'a', b' ', 0x7F, 0x80, 0xFF] {
                    let mut text = vec![around; length];
                    text[place] = byte;
                    let escaped = byte < 0x20 || byte == b'"' || byte == b'\\';
                    assert_eq!(is_plain(&text), !escaped, "{byte:#x} at {place} of {length}");
                }
            }
        }
    }
}
