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
    write(tx, entity, id, fields.into_iter().map(|(field, value)| (field.to_owned(), value)))
}

/// Sets what was set in another database, as a write of this one: its clocks are this log's own.
pub fn copy(tx: &mut Tx<'_>, from: MasterSet) -> Result<()> {
    let MasterSet { entity, id, set } = from;
    write(tx, entity, id, set.into_iter().map(|(field, (value, _))| (field, value)))
}

fn write(
    tx: &mut Tx<'_>,
    entity: MasterEntity,
    id: Uuid,
    fields: impl Iterator<Item = (String, Value)>,
) -> Result<()> {
    let seen = clocks(tx.sql(), entity, id)?;
    let set: BTreeMap<_, _> = fields
        .map(|(field, value)| {
            let base = seen.as_ref().and_then(|clocks| clock_of(clocks, &field));
            (field, (value, base))
        })
        .collect();
    tx.emit(Op::Master(MasterSet { entity, id, set }))
}
