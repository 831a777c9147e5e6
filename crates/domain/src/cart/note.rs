//! Notes of the seller: to the order, and to one of its lines. They are printed; no price depends on them.

use super::{Cart, CartError};
use crate::ids::LineId;

/// The longest note to the order, in characters.
pub const MAX_NOTE: usize = 500;

/// The longest note to a line, in characters.
pub const MAX_LINE_NOTE: usize = 200;

impl Cart {
    pub(super) fn set_note(&mut self, note: &str) -> Result<(), CartError> {
        at_most(MAX_NOTE, note)?;
        note.clone_into(&mut self.note);
        Ok(())
    }

    pub(super) fn set_line_note(&mut self, id: LineId, note: &str) -> Result<(), CartError> {
        at_most(MAX_LINE_NOTE, note)?;
        let line = self.lines.iter_mut().find(|l| l.id == id).ok_or(CartError::LineNotFound)?;
        note.clone_into(&mut line.note);
        self.selected = Some(id);
        Ok(())
    }
}

fn at_most(max: usize, note: &str) -> Result<(), CartError> {
    if note.chars().count() > max { Err(CartError::NoteTooLong { max }) } else { Ok(()) }
}
