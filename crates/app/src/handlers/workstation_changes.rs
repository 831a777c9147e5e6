//! What the journal says of a workstation whose settings were changed (JET 300).

use domain::ids::MethodId;
use fiscal::JetEvent;
use store::tables::settings::{self, WorkstationRow};
use store::tables::{catalogue, customers};

use crate::context::{Context, Mutation};
use crate::error::Result;
use crate::journal::{Changes, yes};
use crate::printing::profile;
use crate::views::printer_of;

/// Journals what changed, in the words of the settings screen.
pub fn journal(cx: &mut Mutation<'_, '_>, before: &WorkstationRow, after: &WorkstationRow) -> Result<()> {
    let changes = Changes::default()
        .field("code", &before.code, &after.code)
        .field("nom", &before.name, &after.name)
        .field("schéma", layout(cx, before)?, layout(cx, after)?)
        .field("client par défaut", customer(cx, before)?, customer(cx, after)?)
        .field("modes de règlement", methods(cx, &before.methods)?, methods(cx, &after.methods)?)
        .field("imprimante", printer(before)?, printer(after)?)
        .field("impression du ticket", &before.print_policy, &after.print_policy)
        .field("afficheur", yes(before.customer_display), yes(after.customer_display))
        .field("en service", yes(before.active), yes(after.active));
    changes.note(cx, JetEvent::ParameterChanged, &format!("poste {}", after.code))
}

fn layout(cx: &impl Context, w: &WorkstationRow) -> Result<String> {
    let layout = w.layout.map(|id| catalogue::layout(cx.db(), id)).transpose()?.flatten();
    Ok(layout.map(|l| l.name).unwrap_or_default())
}

fn customer(cx: &impl Context, w: &WorkstationRow) -> Result<String> {
    let customer = w.default_customer.map(|id| customers::by_id(cx.db(), id)).transpose()?.flatten();
    Ok(customer.map(|c| c.code).unwrap_or_default())
}

fn methods(cx: &impl Context, ids: &[MethodId]) -> Result<String> {
    let all = settings::methods(cx.db())?;
    let names: Vec<&str> =
        ids.iter().filter_map(|id| all.iter().find(|m| m.id == *id)).map(|m| m.name.as_str()).collect();
    Ok(names.join(", "))
}

/// Where it is, how wide, how it proves a print, whether a drawer hangs on it.
fn printer(w: &WorkstationRow) -> Result<String> {
    let Some(printer) = printer_of(w)? else { return Ok(String::new()) };
    let place = profile::name(&printer);
    let proof = crate::printing::name_of(printer.confirmation)?;
    Ok(format!("{place}, {} colonnes, {proof}, tiroir {}", printer.columns, yes(printer.drawer)))
}
