//! Not built yet.

use api::types::*;

use crate::context::{Mutation, Query};
use crate::error::{Error, Result};

/// Not built yet.
pub fn sale_park(_: &mut Mutation<'_, '_>, _: SalePark) -> Result<SaleView> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn sale_recall(_: &mut Mutation<'_, '_>, _: ParkedRef) -> Result<SaleView> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn parked_sales(_: &Query<'_>, _: Empty) -> Result<Vec<ParkedSale>> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn parked_discard(_: &mut Mutation<'_, '_>, _: ParkedRef) -> Result<Vec<ParkedSale>> {
    Err(Error::Bug("not built".to_owned()))
}
