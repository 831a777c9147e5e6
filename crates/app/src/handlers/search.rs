//! Not built yet.

use api::types::*;

use crate::context::{Mutation, Query};
use crate::error::{Error, Result};

/// Not built yet.
pub fn document_filters(_: &Query<'_>, _: Empty) -> Result<DocumentFilters> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn document_search(_: &Query<'_>, _: DocumentSearch) -> Result<DocumentPage> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn document_open(_: &Query<'_>, _: DocumentRef) -> Result<DocumentDetail> {
    Err(Error::Bug("not built".to_owned()))
}
