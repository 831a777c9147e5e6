//! The shop, its users and workstations as windows see them.

use api::types::{SetupStep, ShopTile, UserTile, WorkstationView};
use store::Db;
use store::tables::settings::{self, ShopRow, UserRow, WorkstationRow};
use store::tables::{articles, catalogue, customers, local, shifts};

use super::{method, methods_of, print_policy_of, printer_of, shift_view};
use crate::context::Context;
use crate::error::Result;
use crate::text::initials;

/// The shop.
pub fn shop_tile(shop: &ShopRow) -> ShopTile {
    let trading = shop.text("trading_name");
    ShopTile {
        name: if trading.is_empty() { shop.text("legal_name") } else { trading }.to_owned(),
        country: shop.country,
        currency: shop.country.currency().to_owned(),
        locale: shop.country.locale().to_owned(),
        time_zone: shop.country.time_zone().to_owned(),
        price_mode: shop.country.price_mode(),
        sample: shop.sample,
    }
}

/// The shop, once created.
pub fn app_shop_tile(db: Db<'_>) -> Result<Option<ShopTile>> {
    Ok(settings::shop(db)?.as_ref().map(shop_tile))
}

/// What sales still need (SHF-01, SEL-01).
pub fn missing_steps(db: Db<'_>) -> Result<Vec<SetupStep>> {
    let workstations = settings::workstations(db)?;
    let mut missing = Vec::new();
    if articles::count(db)? == 0 {
        missing.push(SetupStep::Articles);
    }
    if catalogue::layouts(db)?.is_empty() {
        missing.push(SetupStep::Layout);
    }
    if !workstations.iter().any(|w| w.active && w.layout.is_some()) {
        missing.push(SetupStep::Workstation);
    }
    if settings::sellers(db)?.is_empty() {
        missing.push(SetupStep::Seller);
    }
    Ok(missing)
}

/// A user as shown at sign-in.
pub fn user_tile(db: Db<'_>, user: &UserRow, now_ms: i64) -> Result<UserTile> {
    let wait_ms = local::pin_attempts(db, user.id)?.locked_until_ms - now_ms;
    Ok(UserTile {
        id: user.id,
        name: user.name.clone(),
        initials: initials(&user.name),
        role: user.role,
        locked_seconds: u32::try_from((wait_ms + 999) / 1000).unwrap_or(0),
    })
}

/// A workstation with what its ids stand for.
pub fn workstation_view(cx: &impl Context, row: &WorkstationRow) -> Result<WorkstationView> {
    let db = cx.db();
    let layout = row.layout.map(|id| catalogue::layout(db, id)).transpose()?.flatten();
    let customer = row.default_customer.map(|id| customers::by_id(db, id)).transpose()?.flatten();
    let shift = shifts::open(db, row.id)?.map(|s| shift_view(db, &s)).transpose()?;
    let here = cx.caller().computer.map(|c| local::default_workstation(db, c)).transpose()?.flatten();
    Ok(WorkstationView {
        id: row.id,
        code: row.code.clone(),
        name: row.name.clone(),
        layout_id: row.layout,
        layout_name: layout.map(|l| l.name),
        default_customer_id: row.default_customer,
        default_customer_name: customer.map(|c| c.name),
        methods: methods_of(db, row)?.iter().map(method).collect(),
        printer: printer_of(row)?,
        print_policy: print_policy_of(row)?,
        customer_display: row.customer_display,
        active: row.active,
        shift,
        is_default_here: here == Some(row.id),
    })
}
