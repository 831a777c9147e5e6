//! Not built yet.

use api::types::*;

use crate::context::{Mutation, Query};
use crate::error::{Error, Result};

/// Not built yet.
pub fn layout_open(_: &Query<'_>, _: LayoutRef) -> Result<LayoutOpened> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn layout_save(_: &mut Mutation<'_, '_>, _: LayoutDraft) -> Result<LayoutSummary> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn layout_delete(_: &mut Mutation<'_, '_>, _: LayoutRef) -> Result<Vec<LayoutSummary>> {
    Err(Error::Bug("not built".to_owned()))
}
