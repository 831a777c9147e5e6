//! The options of the shop, with what holds until somebody chooses: one place for the handlers that show them and
//! the use cases that obey them.

use api::types::ShopOptions;
use domain::money::{Money, Rate};
use store::tables::settings;

use crate::context::Context;
use crate::error::Result;

/// Greatest discount without approval, until the shop sets its own.
const DISCOUNT_LIMIT: Rate = Rate(10_000);

/// Greatest difference given up without approval, until the shop sets its own.
const WRITE_OFF_LIMIT: Money = Money(100);

/// Reasons for discounts, until the shop writes its own. Texts of the shop, like names of taxes: French.
const DISCOUNT_REASONS: [&str; 5] =
    ["Geste commercial", "Client fidèle", "Article abîmé", "Date courte", "Personnel"];

/// Reasons for returns and cancellations, until the shop writes its own.
const RETURN_REASONS: [&str; 5] =
    ["Article défectueux", "Ne convient pas", "Erreur de caisse", "Erreur de prix", "Changement d’avis"];

/// The options as they hold now.
pub fn options(cx: &impl Context) -> Result<ShopOptions> {
    let row = settings::options(cx.db())?;
    let texts = |chosen: Option<Vec<String>>, usual: [&str; 5]| {
        chosen.unwrap_or_else(|| usual.map(str::to_owned).to_vec())
    };
    Ok(ShopOptions {
        service_modes: row.service_modes.unwrap_or_default(),
        discount_limit: row.discount_limit.unwrap_or(DISCOUNT_LIMIT),
        write_off_limit: row.write_off_limit.unwrap_or(WRITE_OFF_LIMIT),
        price_accuracy: row.price_accuracy.unwrap_or(true),
        discount_reasons: texts(row.discount_reasons, DISCOUNT_REASONS),
        return_reasons: texts(row.return_reasons, RETURN_REASONS),
    })
}

/// The greatest discount without approval.
pub fn discount_limit(cx: &impl Context) -> Result<Rate> {
    Ok(settings::options(cx.db())?.discount_limit.unwrap_or(DISCOUNT_LIMIT))
}

/// The greatest difference given up without approval.
pub fn write_off_limit(cx: &impl Context) -> Result<Money> {
    Ok(settings::options(cx.db())?.write_off_limit.unwrap_or(WRITE_OFF_LIMIT))
}
