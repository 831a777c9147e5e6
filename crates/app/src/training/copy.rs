//! The shop's master data in training: its operations replayed from the real log, those that are new at each entry.
//!
//! Facts are never copied. Workstations get an id, a code and a key of their own, so that nothing that is signed in
//! training can be taken for a record of the shop.

use std::sync::Arc;

use domain::ids::WorkstationId;
use serde_json::Value;
use store::op::MasterSet;
use store::tables::master;
use store::tables::training::{self, TrainingSource};
use store::tables::{documents, ops, settings};
use store::{MasterEntity, Op, Tx};
use uuid::{Builder, Uuid};

use super::database::stamp;
use crate::context::{Caller, Context as _, Mutation};
use crate::error::{Error, Result};
use crate::handlers::enrol_terminal;
use crate::shared::Shared;

/// What the code of every workstation in training begins with.
const PREFIX: &str = "ECOLE-";
/// Operations read at once.
const PAGE: u32 = 1_000;

/// The workstation in training that stands for a real one. Another training database has others: two of them never sign
/// as the same workstation.
pub fn counterpart(school: Uuid, real: WorkstationId) -> WorkstationId {
    let mut hash = blake3::Hasher::new();
    hash.update(b"comptoir training workstation").update(school.as_bytes()).update(real.0.as_bytes());
    let mut bytes = [0_u8; 16];
    hash.finalize_xof().fill(&mut bytes);
    WorkstationId(Builder::from_custom_bytes(bytes).into_uuid())
}

/// Copies what the shop's log has gained since the last copy, and enrols new workstations. All or nothing.
pub fn refresh(shop: &Arc<Shared>, training: &Arc<Shared>, caller: &Caller) -> Result<()> {
    let now = shop.store.read(|db| {
        Ok::<_, Error>(TrainingSource { instance: training::instance(db)?, dseq: ops::head(db)? })
    })?;
    let (shop, shared, caller) = (Arc::clone(shop), Arc::clone(training), caller.clone());
    training.store.write(stamp(training, caller.actor()), move |tx| {
        let known = training::source(tx.db())?;
        if known.is_some_and(|k| k.instance != now.instance) {
            return Err(store::Error::Corrupt("training of another shop".to_owned()).into());
        }
        // A shop restored from an older copy has a shorter log: everything is set again.
        let after = known.map_or(0, |k| k.dseq);
        copy(tx, &shop, if after > now.dseq { 0 } else { after }, now.dseq)?;
        training::set_source(tx, now)?;
        enrol_new(&mut Mutation::new(tx, &caller, &shared))
    })
}

fn copy(tx: &mut Tx<'_>, shop: &Shared, after: i64, until: i64) -> Result<()> {
    let school = training::instance(tx.db())?;
    for entity in MasterEntity::ALL {
        let mut after = after;
        loop {
            let page = shop.store.read(|db| Ok::<_, Error>(ops::master(db, entity, after, until, PAGE)?))?;
            let Some(last) = page.last() else { break };
            after = last.dseq;
            for row in &page {
                if let (Op::Master(set), _, _) = Op::decode(row)? {
                    master::copy(tx, translated(school, set))?;
                }
            }
        }
    }
    Ok(())
}

/// Workstations go by other names in training; everything else is as it is in the shop.
fn translated(school: Uuid, mut set: MasterSet) -> MasterSet {
    if set.entity != MasterEntity::Workstation {
        return set;
    }
    set.id = counterpart(school, WorkstationId(set.id)).0;
    for (field, (value, _)) in &mut set.set {
        let Value::String(text) = value else { continue };
        match field.as_str() {
            "code" => *text = format!("{PREFIX}{text}"),
            "name" => *text = format!("École · {text}"),
            _ => {}
        }
    }
    set
}

fn enrol_new(cx: &mut Mutation<'_, '_>) -> Result<()> {
    for workstation in settings::workstations(cx.db())? {
        if !documents::is_enrolled(cx.db(), workstation.id)? {
            enrol_terminal(cx, workstation.id, &workstation.code)?;
        }
    }
    Ok(())
}
