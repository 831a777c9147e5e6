//! Creating the shop in an empty database.

use api::types::{Empty, PrintPolicy, ShopCreate, ShopIdentity, ShopView};
use api::{FaultCode, Topic};
use domain::country::Country;
use domain::permission::Role;
use serde_json::{Value, json};
use store::MasterEntity;
use store::tables::master::{Fields, set};
use store::tables::settings;

use super::workstations::{NewWorkstation, enrol};
use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refuse};
use crate::text::{check_siret, optional, required};
use crate::{pins, views};

/// The shop and what it still needs before it can sell.
pub fn shop_view(cx: &Query<'_>, _: Empty) -> Result<ShopView> {
    let shop = cx.shop()?;
    let text = |column: &str| shop.text(column).to_owned();
    Ok(ShopView {
        tile: views::shop_tile(&shop),
        identity: ShopIdentity {
            legal_name: text("legal_name"),
            trading_name: text("trading_name"),
            legal_form: text("legal_form"),
            address: text("address"),
            postcode: text("postcode"),
            city: text("city"),
            siret: text("siret"),
            naf: text("naf"),
            vat_number: text("vat_number"),
            tps_number: text("tps_number"),
            tvq_number: text("tvq_number"),
            phone: text("phone"),
        },
        denominations: shop.country.denominations().to_vec(),
        missing: views::missing_steps(cx.db)?,
    })
}

/// Creates the shop: identity, taxes, payment methods, one manager, one enrolled workstation.
pub fn shop_create(cx: &mut Mutation<'_, '_>, request: ShopCreate) -> Result<Empty> {
    if settings::shop(cx.db())?.is_some() {
        return refuse(FaultCode::ShopExists);
    }
    let identity = identity_fields(request.country, &request.identity)?;
    let manager = required("manager_name", &request.manager_name, 60)?;
    let workstation_name = required("workstation_name", &request.workstation_name, 40)?;
    let pin_hash = pins::hash(&request.manager_pin)?;
    let mut shop: Fields = vec![("country", json!(request.country)), ("sample", json!(0))];
    shop.extend(identity);
    let id = cx.new_id();
    set(cx.tx, MasterEntity::Shop, id, shop)?;
    create_taxes(cx, request.country)?;
    let methods = create_methods(cx, request.country)?;
    let user: Fields = vec![
        ("name", json!(manager)),
        ("role", json!(Role::Manager)),
        ("pin_hash", json!(pin_hash)),
        ("is_seller", json!(1)),
        ("active", json!(1)),
    ];
    let id = cx.new_id();
    set(cx.tx, MasterEntity::User, id, user)?;
    let print_policy = match request.country {
        Country::France => PrintPolicy::OnRequest,
        Country::Quebec => PrintPolicy::Always,
    };
    enrol(cx, &NewWorkstation { code: "C01", name: &workstation_name, methods, print_policy })?;
    cx.touch(&[Topic::Shop, Topic::Users, Topic::Workstations, Topic::Catalogue]);
    Ok(Empty {})
}

fn identity_fields(country: Country, identity: &ShopIdentity) -> Result<Fields> {
    let siret = match country {
        Country::France => check_siret(&identity.siret)?,
        Country::Quebec => optional("siret", &identity.siret, 14)?,
    };
    let vat_number = match country {
        Country::France => required("vat_number", &identity.vat_number, 20)?,
        Country::Quebec => optional("vat_number", &identity.vat_number, 20)?,
    };
    let (tps, tvq) = match country {
        Country::France => (String::new(), String::new()),
        Country::Quebec => (
            required("tps_number", &identity.tps_number, 20)?,
            required("tvq_number", &identity.tvq_number, 20)?,
        ),
    };
    Ok(vec![
        ("legal_name", json!(required("legal_name", &identity.legal_name, 80)?)),
        ("trading_name", json!(optional("trading_name", &identity.trading_name, 80)?)),
        ("legal_form", json!(optional("legal_form", &identity.legal_form, 80)?)),
        ("address", json!(required("address", &identity.address, 120)?)),
        ("postcode", json!(required("postcode", &identity.postcode, 12)?)),
        ("city", json!(required("city", &identity.city, 60)?)),
        ("siret", json!(siret)),
        ("naf", json!(optional("naf", &identity.naf, 10)?)),
        ("vat_number", json!(vat_number)),
        ("tps_number", json!(tps)),
        ("tvq_number", json!(tvq)),
        ("phone", json!(optional("phone", &identity.phone, 30)?)),
    ])
}

/// A tax as data: code, name, letter, and its rate since a day.
type TaxData = (&'static str, &'static str, &'static str, &'static str, i64);

/// Mainland France: CGI art. 278 (20 %, since 2014-01-01), 279 (10 %), 278-0 bis (5.5 %), 281 quater (2.1 %).
const FRENCH_TAXES: &[TaxData] = &[
    ("TVA20", "TVA 20 %", "B", "2014-01-01", 20_000),
    ("TVA10", "TVA 10 %", "C", "2014-01-01", 10_000),
    ("TVA55", "TVA 5,5 %", "A", "1982-07-01", 5_500),
    ("TVA21", "TVA 2,1 %", "D", "1989-01-01", 2_100),
    ("TVA0", "TVA 0 %", "Z", "1968-01-01", 0),
];

/// Québec: TPS 5 % since 2008-01-01, TVQ 9.975 % since 2013-01-01.
const QUEBEC_TAXES: &[TaxData] =
    &[("TPS", "TPS 5 %", "F", "2008-01-01", 5_000), ("TVQ", "TVQ 9,975 %", "P", "2013-01-01", 9_975)];

/// Category names and the taxes of each, by code.
const QUEBEC_CATEGORIES: &[(&str, &[&str])] =
    &[("TPS + TVQ", &["TPS", "TVQ"]), ("TPS", &["TPS"]), ("Détaxé", &[])];

fn create_taxes(cx: &mut Mutation<'_, '_>, country: Country) -> Result<()> {
    let taxes = match country {
        Country::France => FRENCH_TAXES,
        Country::Quebec => QUEBEC_TAXES,
    };
    let mut ids = Vec::new();
    for (position, (code, name, letter, since, rate)) in (0i64..).zip(taxes) {
        let (tax, dated) = (cx.new_id(), cx.new_id());
        let fields: Fields = vec![
            ("code", json!(code)),
            ("name", json!(name)),
            ("letter", json!(letter)),
            ("position", json!(position)),
        ];
        set(cx.tx, MasterEntity::Tax, tax, fields)?;
        let fields: Fields =
            vec![("tax_id", json!(tax)), ("valid_from", json!(since)), ("rate", json!(rate))];
        set(cx.tx, MasterEntity::TaxRate, dated, fields)?;
        ids.push((*code, tax));
    }
    let categories: Vec<(&str, Vec<&str>)> = match country {
        Country::France => FRENCH_TAXES.iter().map(|t| (t.1, vec![t.0])).collect(),
        Country::Quebec => QUEBEC_CATEGORIES.iter().map(|(name, taxes)| (*name, taxes.to_vec())).collect(),
    };
    for (position, (name, codes)) in (0i64..).zip(categories) {
        let of: Vec<_> =
            codes.iter().filter_map(|code| ids.iter().find(|(c, _)| c == code).map(|(_, id)| *id)).collect();
        let id = cx.new_id();
        let fields: Fields = vec![
            ("name", json!(name)),
            ("taxes", Value::String(serde_json::to_string(&of)?)),
            ("position", json!(position)),
        ];
        set(cx.tx, MasterEntity::TaxCategory, id, fields)?;
    }
    Ok(())
}

/// The methods of a new shop: kind, French name, letter, natures (PAY-19, as far as they exist; PAY-10).
fn create_methods(cx: &mut Mutation<'_, '_>, country: Country) -> Result<Vec<domain::ids::MethodId>> {
    let (cash, card, natures): (&str, &str, &[&str]) = match country {
        Country::France => (
            "Espèces",
            "Carte bancaire",
            &["Titre-restaurant", "Chèque-vacances", "Virement", "Chèque cadeau tiers"],
        ),
        Country::Quebec => ("Comptant", "Carte", &["Virement Interac", "Carte-cadeau tierce"]),
    };
    let methods = [
        ("cash", cash, "E", [].as_slice()),
        ("card_standalone", card, "C", &[]),
        ("cheque", "Chèque", "Q", &[]),
        ("other", "Autre", "A", natures),
        ("on_account", "Pas de règlement", "R", &[]),
    ];
    let mut ids = Vec::new();
    for (position, (kind, name, letter, natures)) in (0i64..).zip(methods) {
        let id = cx.new_id();
        let fields: Fields = vec![
            ("kind", json!(kind)),
            ("name", json!(name)),
            ("letter", json!(letter)),
            ("natures", Value::String(serde_json::to_string(natures)?)),
            ("position", json!(position)),
            ("active", json!(1)),
        ];
        set(cx.tx, MasterEntity::PaymentMethod, id, fields)?;
        ids.push(id.into());
    }
    Ok(ids)
}
