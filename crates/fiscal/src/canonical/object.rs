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
    place: Range<usize>,
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
        if !key.is_ascii() && !is_nfc(&key) {
            return Err(CanonicalError::Key(key.into_owned()));
        }
        if self.writer.fields.len() > self.fields {
            self.writer.text.push(b',');
        }
        let start = self.writer.text.len();
        self.writer.escaped(&key)?;
        self.writer.text.push(b':');
        self.writer.fields.push(Field { key, place: start..start });
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
        let Writer { text, fields } = self.writer;
        let of_this = fields.get_mut(self.fields..).unwrap_or_default();
        let rises = |pair: &[Field]| matches!(pair, [a, b] if in_order(&a.key, &b.key).is_lt());
        if !of_this.windows(2).all(rises) {
            of_this.sort_by(|a, b| in_order(&a.key, &b.key));
            let written = text.split_off(self.text);
            for (n, field) in of_this.iter().enumerate() {
                // Of fields with one key the last counts, as it does to a reader.
                if of_this.get(n + 1).is_some_and(|next| next.key == field.key) {
                    continue;
                }
                let place = field.place.start - self.text..field.place.end - self.text;
                if text.len() > self.text {
                    text.push(b',');
                }
                text.extend_from_slice(written.get(place).unwrap_or_default());
            }
        }
        fields.truncate(self.fields);
        text.push(b'}');
        Ok(())
    }
}

fn in_order(a: &str, b: &str) -> Ordering {
    if a.is_ascii() && b.is_ascii() { a.cmp(b) } else { a.encode_utf16().cmp(b.encode_utf16()) }
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
