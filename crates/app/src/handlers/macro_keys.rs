//! Macro keys of layouts (MCU): who may change them. What one runs is the till's; each command asks for its own right
//! there.

use api::types::MacroCommand;
use api::{Fault, FaultCode};
use domain::permission::Permission;
use store::tables::settings;

use super::layouts::{Content, Tile};
use crate::context::{Context, Mutation};
use crate::error::Result;

/// Refuses a layout whose macro keys are others than before, unless a technician («Intervenant») saves or approves it
/// (CFG-22). Where they stand is a matter of the layout: anybody who may change that may move them.
pub fn check_macro_keys(cx: &Mutation<'_, '_>, before: Option<&Content>, after: &Content) -> Result<()> {
    if before.map(macro_keys).unwrap_or_default() == macro_keys(after) {
        return Ok(());
    }
    let right = Permission::ManageMacroKeys;
    let supervisor = cx.caller.approved_by.map(|id| settings::user(cx.db(), id)).transpose()?.flatten();
    if cx.caller.user()?.role.allows(right) || supervisor.is_some_and(|s| s.role.allows(right)) {
        return Ok(());
    }
    Err(Fault::refused(FaultCode::PermissionDenied).with("permission", "manage_macro_keys").into())
}

/// The macro keys of a layout, whatever their places.
fn macro_keys(content: &Content) -> Vec<(&str, &str, MacroCommand)> {
    let tiles = content.pages.iter().flat_map(|page| &page.tiles);
    let mut keys: Vec<_> = tiles.filter_map(macro_key).collect();
    keys.sort_unstable();
    keys
}

fn macro_key(tile: &Tile) -> Option<(&str, &str, MacroCommand)> {
    match tile {
        Tile::Macro { name, color, command } => Some((name, color, *command)),
        Tile::Article { .. } | Tile::Group { .. } => None,
    }
}
