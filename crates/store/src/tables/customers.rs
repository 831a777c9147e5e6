//! Customers.

use domain::ids::{CustomerId, PriceListId, RepresentativeId};
use domain::language::Language;
use domain::tax::ExemptionGround;
use domain::text::fold;
use rusqlite::Row;

use super::settings::{flag, text};
use super::{all, one};
use crate::error::Result;
use crate::reader::Db;

/// A customer.
#[derive(Clone, Debug)]
pub struct CustomerRow {
    /// The customer.
    pub id: CustomerId,
    /// Customer number.
    pub code: String,
    /// Name.
    pub name: String,
    /// Phone.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// City.
    pub city: String,
    /// Street address.
    pub address: String,
    /// Postcode.
    pub postcode: String,
    /// Language of their papers.
    pub language: Language,
    /// Who looks after them.
    pub representative: Option<RepresentativeId>,
    /// Country; empty for the shop's.
    pub country: String,
    /// A business.
    pub professional: bool,
    /// SIREN.
    pub siren: String,
    /// SIRET.
    pub siret: String,
    /// Intra-EU VAT number.
    pub vat_number: String,
    /// «Numéro d'entreprise du Québec».
    pub neq: String,
    /// What people should know of them.
    pub note: String,
    /// Prices and totals before tax.
    pub before_tax: bool,
    /// Why nothing that they buy bears VAT.
    pub exemption: Option<ExemptionGround>,
    /// The price list whose prices they pay.
    pub price_list: Option<PriceListId>,
    /// No sale to this customer.
    pub blocked: bool,
    /// May be chosen.
    pub active: bool,
}

const CUSTOMER: &str = "SELECT id, code, name, phone, email, city, address, postcode, professional, blocked, active, price_list_id, language, representative_id,
  country, siren, siret, vat_number, before_tax, exemption, neq, note FROM customer";

fn customer_row(r: &Row<'_>) -> rusqlite::Result<CustomerRow> {
    Ok(CustomerRow {
        id: CustomerId(r.get(0)?),
        code: text(r, 1)?,
        name: text(r, 2)?,
        phone: text(r, 3)?,
        email: text(r, 4)?,
        city: text(r, 5)?,
        address: text(r, 6)?,
        postcode: text(r, 7)?,
        professional: flag(r, 8)?,
        blocked: flag(r, 9)?,
        active: flag(r, 10)?,
        price_list: r.get::<_, Option<uuid::Uuid>>(11)?.map(PriceListId),
        language: Language::of(&text(r, 12)?),
        representative: r.get::<_, Option<_>>(13)?.map(RepresentativeId),
        country: text(r, 14)?,
        siren: text(r, 15)?,
        siret: text(r, 16)?,
        vat_number: text(r, 17)?,
        before_tax: flag(r, 18)?,
        exemption: ground(r, 19)?,
        neq: text(r, 20)?,
        note: text(r, 21)?,
    })
}

/// A ground by its stored name; none for none.
fn ground(r: &Row<'_>, column: usize) -> rusqlite::Result<Option<ExemptionGround>> {
    let name: Option<String> = r.get(column)?;
    Ok(name.and_then(|name| ExemptionGround::ALL.into_iter().find(|g| g.as_str() == name)))
}

/// A customer.
pub fn by_id(db: Db<'_>, id: CustomerId) -> Result<Option<CustomerRow>> {
    one(db.0, &format!("{CUSTOMER} WHERE id = ?1"), [id.0], customer_row)
}

/// Number and e-mail address of every customer: what an import compares a file with.
pub fn keys(db: Db<'_>) -> Result<Vec<(CustomerId, String, String)>> {
    let sql = "SELECT id, code, email FROM customer ORDER BY n";
    all(db.0, sql, [], |r| Ok((CustomerId(r.get(0)?), text(r, 1)?, text(r, 2)?)))
}

/// The greatest customer number in use («C000123» → 123). A longer one, which only a file can have brought, does not
/// count: there would be no next one.
pub fn greatest_number(db: Db<'_>) -> Result<i64> {
    let sql = "SELECT CAST(substr(code, 2) AS INTEGER) FROM customer WHERE code GLOB 'C[0-9]*'
        AND CAST(substr(code, 2) AS INTEGER) < 1000000000000 ORDER BY CAST(substr(code, 2) AS INTEGER) DESC LIMIT 1";
    Ok(one(db.0, sql, [], |r| r.get(0))?.unwrap_or(0))
}

/// Active customers whose name, phone or number holds every word; the most recent ones for an empty query.
pub fn search(db: Db<'_>, query: &str, limit: u32) -> Result<Vec<CustomerRow>> {
    let folded = fold(query);
    let longest = folded.split(' ').max_by_key(|w| w.chars().count()).unwrap_or_default();
    if folded.is_empty() {
        return all(
            db.0,
            &format!("{CUSTOMER} WHERE active = 1 ORDER BY n DESC LIMIT ?1"),
            [limit],
            customer_row,
        );
    }
    let holds = |c: &CustomerRow| {
        let digits: String = c.phone.chars().filter(char::is_ascii_digit).collect();
        let text = format!("{} {digits} {}", fold(&c.name), fold(&c.code));
        folded.split(' ').all(|word| text.contains(word))
    };
    let rows = if longest.chars().count() < 3 {
        let sql = format!(
            "{CUSTOMER} WHERE active = 1 AND (name_fold LIKE ?1 || '%' OR name_fold LIKE '% ' || ?1 || '%') ORDER BY name_fold LIMIT ?2"
        );
        all(db.0, &sql, (longest, limit * 4), customer_row)?
    } else {
        let grams: Vec<char> = longest.chars().collect();
        let grams: Vec<String> =
            grams.windows(3).map(|g| format!("\"{}\"", g.iter().collect::<String>())).collect();
        let sql = format!(
            "{CUSTOMER} WHERE active = 1 AND n IN (SELECT rowid FROM customer_search WHERE customer_search MATCH ?1 LIMIT 2000) ORDER BY name_fold LIMIT ?2"
        );
        all(db.0, &sql, (grams.join(" AND "), limit * 20), customer_row)?
    };
    Ok(rows.into_iter().filter(holds).take(limit as usize).collect())
}
