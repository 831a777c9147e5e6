//! Objects in canonical form: the fields are written as they come, and put in order when the object ends. Their order in
//! a type is that of its declaration, so most objects are put in order.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::Range;

use serde::ser::{Error as _, Serialize, SerializeMap, SerializeStruct};
use serde_json::Value;
use unicode_normalization::is_nfc;

use super::CanonicalError;
use super::writer::Writer;

/// A field that was written: its key, and where key and value stand in the text.
pub(super) struct Field {
    key: Cow<'static, str>,
    /// The first bytes of an ASCII key, the first of them in the highest place: most keys differ in these.
    head: Option<u64>,
    place: Range<usize>,
}

impl Field {
    fn new(key: Cow<'static, str>, start: usize) -> Self {
        let head = key.is_ascii().then(|| head(key.as_bytes()));
        Self { key, head, place: start..start }
    }

    /// The order of UTF-16 units, which is that of bytes where both are ASCII.
    fn order(&self, other: &Self) -> Ordering {
        match (self.head, other.head) {
            (Some(a), Some(b)) => a.cmp(&b).then_with(|| self.key.cmp(&other.key)),
            _ => self.key.encode_utf16().cmp(other.key.encode_utf16()),
        }
    }
}

/// Eight bytes as a number; zeros where there are fewer, so that it never orders two keys otherwise than all bytes do.
fn head(bytes: &[u8]) -> u64 {
    bytes.iter().chain(&[0; 8]).take(8).fold(0, |head, byte| head << 8 | u64::from(*byte))
}

/// An object that is being written.
pub(super) struct Object<'w> {
    writer: &'w mut Writer,
    /// Where its fields begin, in the text and in the list.
    text: usize,
    fields: usize,
}

impl<'w> Object<'w> {
    pub fn open(writer: &'w mut Writer) -> Self {
        writer.text.push(b'{');
        let (text, fields) = (writer.text.len(), writer.fields.len());
        Self { writer, text, fields }
    }

    /// Writes a key; its value comes next.
    fn key(&mut self, key: Cow<'static, str>) -> Result<(), CanonicalError> {
        if self.writer.fields.len() > self.fields {
            self.writer.text.push(b',');
        }
        let field = Field::new(key, self.writer.text.len());
        if field.head.is_none() && !is_nfc(&field.key) {
            return Err(CanonicalError::Key(field.key.into_owned()));
        }
        self.writer.escaped(&field.key)?;
        self.writer.text.push(b':');
        self.writer.fields.push(field);
        Ok(())
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), CanonicalError> {
        value.serialize(&mut *self.writer)?;
        let end = self.writer.text.len();
        // What was inside the value is closed, so the last field is the one of this value.
        if let Some(field) = self.writer.fields.last_mut() {
            field.place.end = end;
        }
        Ok(())
    }

    fn close(self) -> Result<(), CanonicalError> {
        let Writer { text, fields, aside } = self.writer;
        let of_this = fields.get_mut(self.fields..).unwrap_or_default();
        let rises = |pair: &[Field]| matches!(pair, [a, b] if a.order(b).is_lt());
        if !of_this.windows(2).all(rises) {
            of_this.sort_by(Field::order);
            aside.clear();
            aside.extend_from_slice(text.get(self.text..).unwrap_or_default());
            text.truncate(self.text);
            for (n, field) in of_this.iter().enumerate() {
                // Of fields with one key the last counts, as it does to a reader.
                if of_this.get(n + 1).is_some_and(|next| next.order(field).is_eq()) {
                    continue;
                }
                let place = field.place.start - self.text..field.place.end - self.text;
                if text.len() > self.text {
                    text.push(b',');
                }
                text.extend_from_slice(aside.get(place).unwrap_or_default());
            }
        }
        fields.truncate(self.fields);
        text.push(b'}');
        Ok(())
    }
}

impl SerializeStruct for Object<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), CanonicalError> {
        self.key(Cow::Borrowed(key))?;
        self.value(value)
    }

    fn end(self) -> Result<(), CanonicalError> {
        self.close()
    }
}

impl SerializeMap for Object<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), CanonicalError> {
        match serde_json::to_value(key)? {
            Value::String(key) => self.key(Cow::Owned(key)),
            other => Err(CanonicalError::custom(other)),
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), CanonicalError> {
        self.value(value)
    }

    fn end(self) -> Result<(), CanonicalError> {
        self.close()
    }
}
