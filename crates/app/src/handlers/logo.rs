//! The shop's logo (ux.md 6.1 step 3, C-18).

use api::types::{Empty, LogoFile, LogoView};
use api::{Fault, FaultCode, Topic};
use domain::permission::Permission;
use fiscal::JetEvent;
use serde_json::{Value, json};
use store::MasterEntity;
use store::tables::master::set;
use store::tables::settings;

use crate::context::{Context as _, Mutation, Query};
use crate::error::Result;
use crate::journal::note;
use crate::logo::{Logo, of_shop};

/// What would become of a file. The first run asks before there is a shop; where there is one, only those who may change it ask.
pub fn logo_preview(cx: &Query<'_>, request: LogoFile) -> Result<LogoView> {
    let right = Permission::ManageOptions;
    if settings::shop(cx.db)?.is_some() && !cx.caller.user()?.role.allows(right) {
        return Err(Fault::refused(FaultCode::PermissionDenied).with("permission", json!(right)).into());
    }
    Logo::choose(&request)?.view()
}

/// The logo of the shop.
pub fn logo_view(cx: &Query<'_>, _: Empty) -> Result<Option<LogoView>> {
    of_shop(cx.db)?.map(|logo| logo.view()).transpose()
}

/// Keeps a logo in place of the one before; papers show it from then on, reprints of older documents too.
pub fn logo_save(cx: &mut Mutation<'_, '_>, request: LogoFile) -> Result<Empty> {
    let logo = Logo::choose(&request)?;
    change(cx, json!(logo.base64()), "logo enregistré")
}

/// Takes the logo away.
pub fn logo_remove(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<Empty> {
    change(cx, Value::Null, "logo retiré")
}

/// Writes and journals what changes; the same logo again is no change.
fn change(cx: &mut Mutation<'_, '_>, logo: Value, info: &str) -> Result<Empty> {
    let shop = cx.shop()?;
    if json!(settings::logo(cx.db())?) != logo {
        set(cx.tx, MasterEntity::Shop, shop.id, vec![("logo", logo)])?;
        note(cx, JetEvent::ParameterChanged, info)?;
        cx.touch(&[Topic::Shop]);
    }
    Ok(Empty {})
}
