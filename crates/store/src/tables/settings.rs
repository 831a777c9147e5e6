//! The shop, its users, workstations and payment methods.

use domain::country::Country;
use domain::ids::{CustomerId, LayoutId, MethodId, UserId, WorkstationId};
use domain::money::{Money, Rate};
use domain::payment::PaymentKind;
use domain::permission::Role;
use rusqlite::Row;
use rusqlite::types::Type;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::{all, one};
use crate::error::Result;
use crate::reader::Db;
use crate::reducer::kind_name;

/// The shop.
#[derive(Clone, Debug)]
pub struct ShopRow {
    /// Identity.
    pub id: Uuid,
    /// Country.
    pub country: Country,
    /// The texts of the identity, in the order of [`SHOP_TEXTS`].
    pub texts: Vec<String>,
    /// A sample shop.
    pub sample: bool,
}

/// The text columns of the shop.
pub const SHOP_TEXTS: [&str; 14] = [
    "legal_name",
    "trading_name",
    "legal_form",
    "address",
    "postcode",
    "city",
    "siret",
    "naf",
    "vat_number",
    "tps_number",
    "tvq_number",
    "phone",
    "neq",
    "certificate",
];

impl ShopRow {
    /// A text by its column; empty when it is not set.
    #[must_use]
    pub fn text(&self, column: &str) -> &str {
        let at = SHOP_TEXTS.iter().position(|c| *c == column);
        at.and_then(|i| self.texts.get(i)).map_or("", String::as_str)
    }
}

/// The shop, once created.
pub fn shop(db: Db<'_>) -> Result<Option<ShopRow>> {
    let sql = format!("SELECT id, country, sample, {} FROM shop LIMIT 1", SHOP_TEXTS.join(", "));
    one(db.0, &sql, [], |r| {
        let texts = (0..SHOP_TEXTS.len()).map(|i| Ok(r.get::<_, Option<String>>(i + 3)?.unwrap_or_default()));
        Ok(ShopRow {
            id: r.get(0)?,
            country: named(r, 1)?,
            sample: flag(r, 2)?,
            texts: texts.collect::<rusqlite::Result<_>>()?,
        })
    })
}

/// The shop's country alone: asked for by every change of a cart.
pub fn country(db: Db<'_>) -> Result<Option<Country>> {
    one(db.0, "SELECT country FROM shop LIMIT 1", [], |r| named(r, 0))
}

/// The shop's logo, a PNG in base64.
pub fn logo(db: Db<'_>) -> Result<Option<String>> {
    Ok(one(db.0, "SELECT logo FROM shop LIMIT 1", [], |r| r.get(0))?.flatten())
}

/// How the till of the shop behaves; none where nobody chose.
#[derive(Clone, Debug, Default)]
pub struct OptionsRow {
    /// Ask how a sale is served.
    pub service_modes: Option<bool>,
    /// Greatest discount that a cashier gives without approval.
    pub discount_limit: Option<Rate>,
    /// Greatest difference that a cashier gives up without approval.
    pub write_off_limit: Option<Money>,
    /// The law on accurate pricing binds the shop.
    pub price_accuracy: Option<bool>,
    /// Reasons offered for discounts.
    pub discount_reasons: Option<Vec<String>>,
    /// Reasons offered for returns.
    pub return_reasons: Option<Vec<String>>,
}

/// The options of the shop.
pub fn options(db: Db<'_>) -> Result<OptionsRow> {
    let sql = "SELECT service_modes, discount_limit, discount_reasons, return_reasons, write_off_limit, price_accuracy FROM shop LIMIT 1";
    let row = one(db.0, sql, [], |r| {
        Ok(OptionsRow {
            service_modes: r.get::<_, Option<i64>>(0)?.map(|n| n != 0),
            discount_limit: r.get::<_, Option<i64>>(1)?.map(Rate),
            discount_reasons: json(r, 2)?,
            return_reasons: json(r, 3)?,
            write_off_limit: r.get::<_, Option<i64>>(4)?.map(Money),
            price_accuracy: r.get::<_, Option<i64>>(5)?.map(|n| n != 0),
        })
    })?;
    Ok(row.unwrap_or_default())
}

/// When days are closed, and when the fiscal year begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClosingRules {
    /// Local hour after which the day before is closed; none where nobody chose.
    pub hour: Option<i8>,
    /// First month of the fiscal year, 1 to 12; none where nobody chose.
    pub year_start: Option<i8>,
}

/// When days are closed, and when the fiscal year begins.
pub fn closing_rules(db: Db<'_>) -> Result<ClosingRules> {
    let sql = "SELECT closing_hour, year_start FROM shop LIMIT 1";
    let rules = one(db.0, sql, [], |r| Ok(ClosingRules { hour: r.get(0)?, year_start: r.get(1)? }))?;
    Ok(rules.unwrap_or_default())
}

/// Whether the till asks how a sale is served: looked at by every view of a sale, so it is read alone.
pub fn asks_service(db: Db<'_>) -> Result<bool> {
    Ok(one(db.0, "SELECT service_modes FROM shop LIMIT 1", [], |r| flag(r, 0))?.unwrap_or_default())
}

/// A user.
#[derive(Clone, Debug)]
pub struct UserRow {
    /// The user.
    pub id: UserId,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Argon2id hash of the PIN.
    pub pin_hash: String,
    /// Sells under their own name.
    pub is_seller: bool,
    /// May sign in.
    pub active: bool,
}

const USER: &str = "SELECT id, name, role, pin_hash, is_seller, active FROM user";

fn user_row(r: &Row<'_>) -> rusqlite::Result<UserRow> {
    Ok(UserRow {
        id: UserId(r.get(0)?),
        name: text(r, 1)?,
        role: named(r, 2)?,
        pin_hash: text(r, 3)?,
        is_seller: flag(r, 4)?,
        active: flag(r, 5)?,
    })
}

/// All users by name.
pub fn users(db: Db<'_>) -> Result<Vec<UserRow>> {
    all(db.0, &format!("{USER} ORDER BY name, id"), [], user_row)
}

/// Active users who sell under their own name: id and name, by name.
pub fn sellers(db: Db<'_>) -> Result<Vec<(UserId, String)>> {
    let sql = "SELECT id, name FROM user WHERE active = 1 AND is_seller = 1 ORDER BY name, id";
    all(db.0, sql, [], |r| Ok((UserId(r.get(0)?), text(r, 1)?)))
}

/// A user.
pub fn user(db: Db<'_>, id: UserId) -> Result<Option<UserRow>> {
    one(db.0, &format!("{USER} WHERE id = ?1"), [id.0], user_row)
}

/// A payment method.
#[derive(Clone, Debug)]
pub struct MethodRow {
    /// The method.
    pub id: MethodId,
    /// What it is.
    pub kind: PaymentKind,
    /// Name.
    pub name: String,
    /// Key on the payment screen.
    pub letter: String,
    /// Natures of an «Autre» method.
    pub natures: Vec<String>,
}

/// Active payment methods in order.
pub fn methods(db: Db<'_>) -> Result<Vec<MethodRow>> {
    all(
        db.0,
        "SELECT id, kind, name, letter, natures FROM payment_method WHERE active = 1 ORDER BY position, id",
        [],
        |r| {
            Ok(MethodRow {
                id: MethodId(r.get(0)?),
                kind: named(r, 1)?,
                name: text(r, 2)?,
                letter: text(r, 3)?,
                natures: json(r, 4)?,
            })
        },
    )
}

/// True when the shop has a method of this kind, used or not.
pub fn has_method(db: Db<'_>, kind: PaymentKind) -> Result<bool> {
    let sql = "SELECT 1 FROM payment_method WHERE kind = ?1 LIMIT 1";
    Ok(one(db.0, sql, [kind_name(kind)], |_| Ok(()))?.is_some())
}

/// A workstation. Settings of its printer are JSON of the contract, opaque here.
#[derive(Clone, Debug)]
pub struct WorkstationRow {
    /// The workstation.
    pub id: WorkstationId,
    /// Code in document numbers.
    pub code: String,
    /// Name.
    pub name: String,
    /// Its layout.
    pub layout: Option<LayoutId>,
    /// Its default customer.
    pub default_customer: Option<CustomerId>,
    /// The methods it takes, in order.
    pub methods: Vec<MethodId>,
    /// Its printer, as JSON.
    pub printer: Option<String>,
    /// When it prints, as the contract names it.
    pub print_policy: String,
    /// May be used.
    pub active: bool,
    /// Customers have a display of their own.
    pub customer_display: bool,
}

const WORKSTATION: &str = "SELECT id, code, name, layout_id, default_customer_id, methods, printer, print_policy, active, customer_display FROM workstation";

fn workstation_row(r: &Row<'_>) -> rusqlite::Result<WorkstationRow> {
    Ok(WorkstationRow {
        id: WorkstationId(r.get(0)?),
        code: text(r, 1)?,
        name: text(r, 2)?,
        layout: r.get::<_, Option<Uuid>>(3)?.map(LayoutId),
        default_customer: r.get::<_, Option<Uuid>>(4)?.map(CustomerId),
        methods: json(r, 5)?,
        printer: r.get(6)?,
        print_policy: text(r, 7)?,
        active: flag(r, 8)?,
        customer_display: flag(r, 9)?,
    })
}

/// All workstations by code.
pub fn workstations(db: Db<'_>) -> Result<Vec<WorkstationRow>> {
    all(db.0, &format!("{WORKSTATION} ORDER BY code, id"), [], workstation_row)
}

/// A workstation.
pub fn workstation(db: Db<'_>, id: WorkstationId) -> Result<Option<WorkstationRow>> {
    one(db.0, &format!("{WORKSTATION} WHERE id = ?1"), [id.0], workstation_row)
}

/// A text column that may be null.
pub(super) fn text(r: &Row<'_>, at: usize) -> rusqlite::Result<String> {
    Ok(r.get::<_, Option<String>>(at)?.unwrap_or_default())
}

/// An integer column read as a truth value; null is false.
pub(super) fn flag(r: &Row<'_>, at: usize) -> rusqlite::Result<bool> {
    Ok(r.get::<_, Option<i64>>(at)?.unwrap_or_default() != 0)
}

/// A column that holds the serialised name of an enum.
pub(super) fn named<T: DeserializeOwned>(r: &Row<'_>, at: usize) -> rusqlite::Result<T> {
    let name = text(r, at)?;
    serde_json::from_value(serde_json::Value::String(name))
        .map_err(|e| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(e)))
}

/// A column that holds a JSON list; null is the empty list.
pub(super) fn json<T: DeserializeOwned + Default>(r: &Row<'_>, at: usize) -> rusqlite::Result<T> {
    match r.get::<_, Option<String>>(at)? {
        None => Ok(T::default()),
        Some(text) => serde_json::from_str(&text)
            .map_err(|e| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(e))),
    }
}
