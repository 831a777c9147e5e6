//! Not built yet.

use api::types::*;

use crate::context::{Mutation, Query};
use crate::error::{Error, Result};

/// Not built yet.
pub fn shop_options(_: &Query<'_>, _: Empty) -> Result<ShopOptions> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn shop_options_save(_: &mut Mutation<'_, '_>, _: ShopOptions) -> Result<ShopOptions> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn fee_type_list(_: &Query<'_>, _: Empty) -> Result<Vec<FeeTypeView>> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn fee_type_save(_: &mut Mutation<'_, '_>, _: FeeTypeSave) -> Result<FeeTypeView> {
    Err(Error::Bug("not built".to_owned()))
}
