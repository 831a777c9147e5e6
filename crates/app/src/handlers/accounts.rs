//! Not built yet.

use api::types::*;

use crate::context::{Mutation, Query};
use crate::error::{Error, Result};

/// Not built yet.
pub fn customer_account(_: &Query<'_>, _: CustomerRef) -> Result<CustomerAccount> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn customer_save(_: &mut Mutation<'_, '_>, _: CustomerFile) -> Result<CustomerFile> {
    Err(Error::Bug("not built".to_owned()))
}

/// Not built yet.
pub fn credit_add(_: &mut Mutation<'_, '_>, _: CreditAdd) -> Result<CustomerAccount> {
    Err(Error::Bug("not built".to_owned()))
}
