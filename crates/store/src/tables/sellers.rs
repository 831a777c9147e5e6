//! Representatives with what they sold, and couriers.

use domain::ids::{CourierId, RepresentativeId};
use domain::money::{Money, Rate};
use rusqlite::Row;

use super::settings::{flag, text};
use super::{all, one};
use crate::error::Result;
use crate::reader::Db;

/// A representative.
#[derive(Clone, Debug)]
pub struct RepresentativeRow {
    /// The representative.
    pub id: RepresentativeId,
    /// Name.
    pub name: String,
    /// Commission on sales before taxes.
    pub rate: Rate,
    /// May be linked to customers.
    pub active: bool,
    /// Customers linked to them.
    pub customers: u32,
}

const REPRESENTATIVE: &str = "SELECT id, name, coalesce(commission_rate, 0), active,
  (SELECT count(*) FROM customer c WHERE c.representative_id = r.id) FROM representative r";

fn representative(r: &Row<'_>) -> rusqlite::Result<RepresentativeRow> {
    Ok(RepresentativeRow {
        id: RepresentativeId(r.get(0)?),
        name: text(r, 1)?,
        rate: Rate(r.get(2)?),
        active: flag(r, 3)?,
        customers: r.get(4)?,
    })
}

/// Every representative, by name.
pub fn representatives(db: Db<'_>) -> Result<Vec<RepresentativeRow>> {
    all(db.0, &format!("{REPRESENTATIVE} ORDER BY name, id"), [], representative)
}

/// A representative.
pub fn representative_by_id(db: Db<'_>, id: RepresentativeId) -> Result<Option<RepresentativeRow>> {
    one(db.0, &format!("{REPRESENTATIVE} WHERE id = ?1"), [id.0], representative)
}

/// What the customers of a representative bought and gave back between two business days, before taxes. Both are
/// positive. A sale counts for the representative that its customer has now.
pub fn sold_and_returned(
    db: Db<'_>,
    representative: RepresentativeId,
    from_day: &str,
    to_day: &str,
) -> Result<(Money, Money)> {
    let sql = "SELECT coalesce(sum(d.net) FILTER (WHERE d.operation = 'VENTE'), 0), coalesce(-sum(d.net) FILTER (WHERE d.operation <> 'VENTE'), 0)
        FROM customer c JOIN document d ON d.customer_id = c.id
        WHERE c.representative_id = ?1 AND d.kind = 'ticket' AND d.business_day BETWEEN ?2 AND ?3";
    let sums =
        one(db.0, sql, (representative.0, from_day, to_day), |r| Ok((Money(r.get(0)?), Money(r.get(1)?))))?;
    Ok(sums.unwrap_or_default())
}

/// A courier.
#[derive(Clone, Debug)]
pub struct CourierRow {
    /// The courier.
    pub id: CourierId,
    /// Name.
    pub name: String,
    /// May be chosen.
    pub active: bool,
}

/// Every courier, by name.
pub fn couriers(db: Db<'_>) -> Result<Vec<CourierRow>> {
    all(db.0, "SELECT id, name, active FROM courier ORDER BY name, id", [], |r| {
        Ok(CourierRow { id: CourierId(r.get(0)?), name: text(r, 1)?, active: flag(r, 2)? })
    })
}
