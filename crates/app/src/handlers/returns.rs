//! Not built yet.

use api::types::*;

use crate::context::{Mutation, Query};
use crate::error::{Error, Result};

/// Not built yet.
pub fn return_check(_: &Query<'_>, _: ReturnCheck) -> Result<ReturnChecked> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn return_validate(_: &mut Mutation<'_, '_>, _: ReturnValidate) -> Result<SaleDone> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn return_free(_: &mut Mutation<'_, '_>, _: FreeReturn) -> Result<SaleDone> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn document_cancel(_: &mut Mutation<'_, '_>, _: DocumentCancel) -> Result<SaleDone> {
    Err(Error::Bug("not built".to_owned()))
}
