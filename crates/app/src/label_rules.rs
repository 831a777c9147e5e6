//! The rules for labels that a shop starts with; one made by an older version gets them too.

use domain::country::Country;
use serde_json::json;
use store::tables::master::{Fields, set};
use store::{MasterEntity, Tx};
use uuid::Uuid;

use crate::error::Result;

/// Pattern and decimals. In France what scales are delivered with; in North America the layout of UPC type 2, whose
/// price has a verifier (hardware.md §2.5).
const fn defaults(country: Country) -> &'static [(&'static str, u32)] {
    match country {
        Country::France => &[("02IIIIIPPPPPC", 2), ("21IIIIIWWWWWC", 3), ("23IIIIIPPPPPC", 2)],
        Country::Quebec => &[("02IIIIIVPPPPC", 2)],
    }
}

/// Gives a shop the rules of its country, in use.
pub fn create_default_rules(tx: &mut Tx<'_>, country: Country) -> Result<()> {
    for (position, (pattern, decimals)) in defaults(country).iter().enumerate() {
        let fields: Fields = vec![
            ("pattern", json!(pattern)),
            ("decimals", json!(decimals)),
            ("position", json!(position)),
            ("active", json!(1)),
        ];
        set(tx, MasterEntity::EmbeddedRule, Uuid::now_v7(), fields)?;
    }
    Ok(())
}
