//! What shops made by an older version still lack: data that a new shop gets when it is created.

use domain::payment::PaymentKind;
use serde_json::{Value, json};
use store::tables::master::{Fields, set};
use store::tables::{embedded_codes, settings};
use store::{Actor, MasterEntity, Stamp, Store};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::label_rules::create_default_rules;

/// Gives a shop without it the method «Crédit», at every workstation (PAY-02). A shop that put it to sleep keeps it
/// so.
pub fn add_credit_method(store: &Store, now_ms: i64) -> Result<()> {
    let missing = |db: store::Db<'_>| -> store::Result<bool> {
        Ok(settings::shop(db)?.is_some() && !settings::has_method(db, PaymentKind::Credit)?)
    };
    if !store.read(missing)? {
        return Ok(());
    }
    let stamp = Stamp { now_ms, actor: Actor::default() };
    store.write(stamp, move |tx| {
        let id = Uuid::now_v7();
        let position = settings::methods(tx.db())?.len();
        let fields: Fields = vec![
            ("kind", json!(PaymentKind::Credit)),
            ("name", json!("Crédit")),
            ("letter", json!("K")),
            ("natures", json!("[]")),
            ("position", json!(position)),
            ("active", json!(1)),
        ];
        set(tx, MasterEntity::PaymentMethod, id, fields)?;
        for workstation in settings::workstations(tx.db())? {
            let mut methods = workstation.methods;
            methods.push(id.into());
            let methods = Value::String(serde_json::to_string(&methods)?);
            set(tx, MasterEntity::Workstation, workstation.id.0, vec![("methods", methods)])?;
        }
        Ok::<_, Error>(())
    })
}

/// Gives a shop without any rule for labels those of its country. Rules that were put to sleep stay so.
pub fn add_label_rules(store: &Store, now_ms: i64) -> Result<()> {
    let missing = |db: store::Db<'_>| -> store::Result<_> {
        let Some(country) = settings::country(db)? else { return Ok(None) };
        Ok(embedded_codes::rules(db)?.is_empty().then_some(country))
    };
    let Some(country) = store.read(missing)? else { return Ok(()) };
    let stamp = Stamp { now_ms, actor: Actor::default() };
    store.write(stamp, move |tx| create_default_rules(tx, country))
}
