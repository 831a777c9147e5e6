//! Not built yet.

use api::types::*;

use crate::context::{Mutation, Query};
use crate::error::{Error, Result};

/// Not built yet.
pub fn sale_set_line_discount(_: &mut Mutation<'_, '_>, _: SaleSetLineDiscount) -> Result<SaleView> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn sale_set_discount(_: &mut Mutation<'_, '_>, _: SaleSetDiscount) -> Result<SaleView> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn sale_add_fee(_: &mut Mutation<'_, '_>, _: SaleAddFee) -> Result<SaleView> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn sale_set_service(_: &mut Mutation<'_, '_>, _: SaleSetService) -> Result<SaleView> {
    Err(Error::Bug("not built".to_owned()))
}
