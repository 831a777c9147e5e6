//! Not built yet.

use api::types::*;

use crate::context::{Mutation, Query};
use crate::error::{Error, Result};

/// Not built yet.
pub fn price_check(_: &Query<'_>, _: PriceCheck) -> Result<PriceChecked> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn missing_list(_: &Query<'_>, _: Empty) -> Result<Vec<MissingView>> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn missing_add(_: &mut Mutation<'_, '_>, _: MissingAdd) -> Result<MissingView> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn missing_settle(_: &mut Mutation<'_, '_>, _: MissingRef) -> Result<Vec<MissingView>> {
    Err(Error::Bug("not built".to_owned()))
}
