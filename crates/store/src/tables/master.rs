//! Writing master data: what a use case sets, as an operation with the clocks it has seen.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::error::Result;
use crate::op::{MasterEntity, MasterSet, Op, Value};
use crate::reducer::{clock_of, clocks};
use crate::tx::Tx;

/// Fields to set.
pub type Fields = Vec<(&'static str, Value)>;

/// Sets fields of a record, making it if needed.
pub fn set(tx: &mut Tx<'_>, entity: MasterEntity, id: Uuid, fields: Fields) -> Result<()> {
    let seen = clocks(tx.sql(), entity, id)?;
    let set: BTreeMap<_, _> = fields
        .into_iter()
        .map(|(field, value)| {
            let base = seen.as_ref().and_then(|clocks| clock_of(clocks, field));
            (field.to_owned(), (value, base))
        })
        .collect();
    tx.emit(Op::Master(MasterSet { entity, id, set }))
}
