//! Rules that read labels with a price or a weight.

use domain::ids::EmbeddedRuleId;

use super::all;
use super::settings::{flag, text};
use crate::error::Result;
use crate::reader::Db;

/// A rule, as stored.
#[derive(Clone, Debug)]
pub struct EmbeddedRuleRow {
    /// The rule.
    pub id: EmbeddedRuleId,
    /// The pattern («02IIIIIPPPPPC»).
    pub pattern: String,
    /// Decimals of its figure.
    pub decimals: u32,
    /// Labels are read by it.
    pub active: bool,
}

/// Every rule, in the order in which they are tried.
pub fn rules(db: Db<'_>) -> Result<Vec<EmbeddedRuleRow>> {
    let sql =
        "SELECT id, pattern, coalesce(decimals, 0), active FROM embedded_rule ORDER BY position, pattern, id";
    all(db.0, sql, [], |r| {
        Ok(EmbeddedRuleRow {
            id: EmbeddedRuleId(r.get(0)?),
            pattern: text(r, 1)?,
            decimals: r.get(2)?,
            active: flag(r, 3)?,
        })
    })
}
