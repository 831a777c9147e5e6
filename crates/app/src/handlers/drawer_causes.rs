//! Not built yet.

use api::types::*;

use crate::context::{Mutation, Query};
use crate::error::{Error, Result};

/// Not built yet.
pub fn drawer_causes(_: &Query<'_>, _: DrawerQuestion) -> Result<DrawerAnswer> {
    Err(Error::Bug("not built".to_owned()))
}
