//! Users and roles.

use api::types::{Empty, RoleView, UserSave, UserView};
use api::{Fault, FaultCode, Topic};
use domain::permission::Role;
use domain::text::fold;
use fiscal::JetEvent;
use serde_json::json;
use store::MasterEntity;
use store::tables::master::{Fields, set};
use store::tables::settings::{self, UserRow};

use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::journal::{Changes, note, role_name, yes};
use crate::pins;
use crate::text::required;

/// All users.
pub fn user_list(cx: &Query<'_>, _: Empty) -> Result<Vec<UserView>> {
    Ok(settings::users(cx.db)?.into_iter().map(view).collect())
}

/// The roles and their rights.
pub fn role_list(_: &Query<'_>, _: Empty) -> Result<Vec<RoleView>> {
    Ok(Role::ALL
        .into_iter()
        .map(|role| RoleView { role, permissions: role.permissions().to_vec() })
        .collect())
}

/// Creates or changes a user. The shop always keeps an active manager. Rights are journaled (JET 130).
pub fn user_save(cx: &mut Mutation<'_, '_>, request: UserSave) -> Result<UserView> {
    let before = request.id.map(|id| settings::user(cx.db(), id)).transpose()?.flatten();
    let saved = save(cx, &request)?;
    journal(cx, before.as_ref(), &saved, request.pin.is_some())?;
    Ok(saved)
}

/// The same without a word in the journal, for a shop that is being created.
pub(super) fn save(cx: &mut Mutation<'_, '_>, request: &UserSave) -> Result<UserView> {
    let name = required("name", &request.name, 60)?;
    check(cx, request, &name)?;
    let mut fields: Fields = vec![
        ("name", json!(name)),
        ("role", json!(request.role)),
        ("is_seller", json!(i64::from(request.is_seller))),
        ("active", json!(i64::from(request.active))),
    ];
    if let Some(pin) = &request.pin {
        fields.push(("pin_hash", json!(pins::hash(pin)?)));
    }
    let id = request.id.map_or_else(|| cx.new_id(), |id| id.0);
    set(cx.tx, MasterEntity::User, id, fields)?;
    cx.touch(&[Topic::Users, Topic::Sale]);
    let row = settings::user(cx.db(), id.into())?.ok_or_else(|| refusal(FaultCode::UserNotFound))?;
    Ok(view(row))
}

fn check(cx: &Mutation<'_, '_>, request: &UserSave, name: &str) -> Result<()> {
    let all = settings::users(cx.db())?;
    if all.iter().any(|u| fold(&u.name) == fold(name) && Some(u.id) != request.id) {
        return Err(Fault::refused(FaultCode::UserNameTaken).with("name", name).into());
    }
    let current = request
        .id
        .map(|id| all.iter().find(|u| u.id == id).ok_or_else(|| refusal(FaultCode::UserNotFound)))
        .transpose()?;
    let is_manager = |u: &UserRow| u.active && u.role == Role::Manager;
    let stays_manager = request.active && request.role == Role::Manager;
    let others = all.iter().filter(|u| is_manager(u) && Some(u.id) != request.id).count();
    if current.is_some_and(is_manager) && !stays_manager && others == 0 {
        return refuse(FaultCode::LastManager);
    }
    if current.is_none() && request.pin.is_none() {
        return refuse(FaultCode::PinFormat);
    }
    Ok(())
}

fn journal(
    cx: &mut Mutation<'_, '_>,
    before: Option<&UserRow>,
    after: &UserView,
    new_pin: bool,
) -> Result<()> {
    let subject = format!("utilisateur {}", after.name);
    let Some(before) = before else {
        let info = format!("{subject} : créé, {}", role_name(after.role));
        return note(cx, JetEvent::RightsChanged, info);
    };
    Changes::default()
        .field("nom", &before.name, &after.name)
        .field("rôle", role_name(before.role), role_name(after.role))
        .field("peut se connecter", yes(before.active), yes(after.active))
        .field("vendeur", yes(before.is_seller), yes(after.is_seller))
        .secret(new_pin, "code secret changé")
        .note(cx, JetEvent::RightsChanged, &subject)
}

fn view(row: UserRow) -> UserView {
    UserView { id: row.id, name: row.name, role: row.role, is_seller: row.is_seller, active: row.active }
}
