//! How far discounts may go: up to the limit of the shop by one's own right, further with a supervisor's.

use api::{Fault, FaultCode};
use domain::cart::{Cart, Change};
use domain::permission::Permission;
use store::tables::settings;

use crate::context::{Context, Mutation};
use crate::error::Result;
use crate::options::discount_limit;

/// Refuses a change that makes a discount cut deeper than the limit, unless the user or the supervisor who approves
/// may go beyond it. A change of quantity can do that as well as a change of discount. Undo and redo only go back to
/// what was allowed before. An approval that was needed is journaled (JET 130, fiscal.md 1.5).
pub fn check_discounts(
    cx: &mut Mutation<'_, '_>,
    before: &Cart,
    after: &Cart,
    change: &Change,
) -> Result<()> {
    if !after.has_discounts() || matches!(change, Change::Undo | Change::Redo) {
        return Ok(());
    }
    let right = Permission::DiscountBeyondLimit;
    if cx.caller.user()?.role.allows(right) || !after.cuts_deeper(before, discount_limit(cx)?)? {
        return Ok(());
    }
    let supervisor = cx.caller.approved_by.map(|id| settings::user(cx.db(), id)).transpose()?.flatten();
    if !supervisor.is_some_and(|s| s.role.allows(right)) {
        let fault = Fault::refused(FaultCode::PermissionDenied);
        return Err(fault.with("permission", "discount_beyond_limit").into());
    }
    cx.lent.push((right, String::new()));
    Ok(())
}
