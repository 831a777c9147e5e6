//! Creating the shop in an empty database.

use api::types::{Empty, PrintPolicy, ShopCreate, ShopIdentity, ShopView};
use api::{FaultCode, Topic};
use domain::country::Country;
use domain::money::Rate;
use domain::permission::Role;
use domain::registration;
use fiscal::JetEvent;
use serde_json::{Value, json};
use store::MasterEntity;
use store::tables::master::{Fields, set};
use store::tables::settings::{self, SHOP_TEXTS};

use super::first_run;
use super::workstations::{NewWorkstation, enrol};
use crate::context::{Context, Mutation, Query};
use crate::error::{Error, Result, refusal, refuse};
use crate::journal::Changes;
use crate::label_rules::create_default_rules;
use crate::logo::Logo;
use crate::text::{optional, required};
use crate::{pins, views};

/// The shop and what it still needs before it can sell.
pub fn shop_view(cx: &Query<'_>, _: Empty) -> Result<ShopView> {
    view(cx)
}

fn view(cx: &impl Context) -> Result<ShopView> {
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
            neq: text("neq"),
        },
        denominations: shop.country.denominations().to_vec(),
        missing: views::missing_steps(cx.db())?,
    })
}

/// Creates the shop: identity, taxes, payment methods, one manager, one enrolled workstation. The first run goes on
/// from there.
pub fn shop_create(cx: &mut Mutation<'_, '_>, request: ShopCreate) -> Result<Empty> {
    create(cx, &request)?;
    first_run::begin(cx)?;
    Ok(Empty {})
}

/// Creates the shop of a request; refuses a second one.
pub(super) fn create(cx: &mut Mutation<'_, '_>, request: &ShopCreate) -> Result<()> {
    if settings::shop(cx.db())?.is_some() {
        return refuse(FaultCode::ShopExists);
    }
    let identity = identity_fields(request.country, &request.identity)?;
    let manager = required("manager_name", &request.manager_name, 60)?;
    let workstation_name = required("workstation_name", &request.workstation_name, 40)?;
    let pin_hash = pins::hash(&request.manager_pin)?;
    let logo = request.logo.as_ref().map(Logo::choose).transpose()?;
    let mut shop: Fields = vec![("country", json!(request.country)), ("sample", json!(0))];
    shop.extend(identity);
    shop.extend(logo.map(|logo| ("logo", json!(logo.base64()))));
    let id = cx.new_id();
    set(cx.tx, MasterEntity::Shop, id, shop)?;
    create_taxes(cx, request.country)?;
    let methods = create_methods(cx, request.country)?;
    create_default_rules(cx.tx, request.country)?;
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
    Ok(())
}

/// Changes the identity of the shop. It is printed and signed on every document from then on, so each change is
/// journaled (JET 270); documents that exist keep theirs. The country of a shop never changes.
pub fn shop_identity_save(cx: &mut Mutation<'_, '_>, request: ShopIdentity) -> Result<ShopView> {
    let before = cx.shop()?;
    set(cx.tx, MasterEntity::Shop, before.id, identity_fields(before.country, &request)?)?;
    let after = cx.shop()?;
    let mut changes = Changes::default();
    for column in SHOP_TEXTS {
        changes = changes.field(column, before.text(column), after.text(column));
    }
    changes.note(cx, JetEvent::FiscalParameterChanged, "identité de la boutique")?;
    cx.touch(&[Topic::Shop]);
    view(cx)
}

fn identity_fields(country: Country, identity: &ShopIdentity) -> Result<Fields> {
    let numbers = registration_numbers(country, identity)?;
    let own: Fields = vec![
        ("legal_name", json!(required("legal_name", &identity.legal_name, 80)?)),
        ("trading_name", json!(optional("trading_name", &identity.trading_name, 80)?)),
        ("legal_form", json!(optional("legal_form", &identity.legal_form, 80)?)),
        ("address", json!(required("address", &identity.address, 120)?)),
        ("postcode", json!(required("postcode", &identity.postcode, 12)?)),
        ("city", json!(required("city", &identity.city, 60)?)),
        ("naf", json!(optional("naf", &identity.naf, 10)?)),
        ("phone", json!(optional("phone", &identity.phone, 30)?)),
    ];
    Ok(own.into_iter().chain(numbers).collect())
}

/// The numbers that the country asks for, as they print; those of other countries stay empty. A business of one
/// person that trades under its own name has no NEQ.
fn registration_numbers(country: Country, identity: &ShopIdentity) -> Result<Fields> {
    let read = |field: &'static str, typed: &str, parse: fn(&str) -> Option<String>, code: FaultCode| {
        let typed = required(field, typed, 30)?;
        let number = parse(&typed).ok_or_else(|| refusal(code))?;
        Ok::<_, Error>((field, json!(number)))
    };
    let ShopIdentity { siret, vat_number, tps_number, tvq_number, neq, .. } = identity;
    let (known, absent): (Fields, &[&str]) = match country {
        Country::France => (
            vec![
                read("siret", siret, registration::siret, FaultCode::SiretInvalid)?,
                read("vat_number", vat_number, registration::vat_number, FaultCode::VatNumberInvalid)?,
            ],
            &["tps_number", "tvq_number", "neq"],
        ),
        Country::Quebec => {
            let mut numbers = vec![
                read("tps_number", tps_number, registration::tps_number, FaultCode::TpsNumberInvalid)?,
                read("tvq_number", tvq_number, registration::tvq_number, FaultCode::TvqNumberInvalid)?,
            ];
            numbers.push(match neq.trim() {
                "" => ("neq", json!("")),
                typed => read("neq", typed, registration::neq, FaultCode::NeqInvalid)?,
            });
            (numbers, &["siret", "vat_number"])
        }
    };
    Ok(known.into_iter().chain(absent.iter().map(|field| (*field, json!("")))).collect())
}

/// A tax as data: code, name, letter, and its rate since a day.
pub(super) struct TaxData {
    /// Code in records.
    pub code: &'static str,
    /// Name on tickets.
    pub name: &'static str,
    /// Letter on ticket lines.
    pub letter: &'static str,
    /// First day of the rate.
    pub since: &'static str,
    /// Rate.
    pub rate: Rate,
}

const fn tax(
    code: &'static str,
    name: &'static str,
    letter: &'static str,
    since: &'static str,
    rate: i64,
) -> TaxData {
    TaxData { code, name, letter, since, rate: Rate(rate) }
}

/// Mainland France: CGI art. 278 (20 %, since 2014-01-01), 279 (10 %), 278-0 bis (5.5 %), 281 quater (2.1 %).
const FRENCH_TAXES: &[TaxData] = &[
    tax("TVA20", "TVA 20 %", "B", "2014-01-01", 20_000),
    tax("TVA10", "TVA 10 %", "C", "2014-01-01", 10_000),
    tax("TVA55", "TVA 5,5 %", "A", "1982-07-01", 5_500),
    tax("TVA21", "TVA 2,1 %", "D", "1989-01-01", 2_100),
    tax("TVA0", "TVA 0 %", "Z", "1968-01-01", 0),
];

/// Québec: TPS 5 % since 2008-01-01, TVQ 9.975 % since 2013-01-01.
const QUEBEC_TAXES: &[TaxData] =
    &[tax("TPS", "TPS 5 %", "F", "2008-01-01", 5_000), tax("TVQ", "TVQ 9,975 %", "P", "2013-01-01", 9_975)];

/// Category names and the taxes of each, by code.
const QUEBEC_CATEGORIES: &[(&str, &[&str])] =
    &[("TPS + TVQ", &["TPS", "TVQ"]), ("TPS", &["TPS"]), ("Détaxé", &[])];

/// The taxes that a shop of a country starts with.
pub(super) const fn taxes(country: Country) -> &'static [TaxData] {
    match country {
        Country::France => FRENCH_TAXES,
        Country::Quebec => QUEBEC_TAXES,
    }
}

/// The tax categories that a shop of a country starts with, and the codes of the taxes of each.
pub(super) fn categories(country: Country) -> Vec<(&'static str, Vec<&'static str>)> {
    match country {
        Country::France => FRENCH_TAXES.iter().map(|t| (t.name, vec![t.code])).collect(),
        Country::Quebec => QUEBEC_CATEGORIES.iter().map(|(name, taxes)| (*name, taxes.to_vec())).collect(),
    }
}

fn create_taxes(cx: &mut Mutation<'_, '_>, country: Country) -> Result<()> {
    let mut ids = Vec::new();
    for (position, data) in (0i64..).zip(taxes(country)) {
        let (id, dated) = (cx.new_id(), cx.new_id());
        let fields: Fields = vec![
            ("code", json!(data.code)),
            ("name", json!(data.name)),
            ("letter", json!(data.letter)),
            ("position", json!(position)),
        ];
        set(cx.tx, MasterEntity::Tax, id, fields)?;
        let fields: Fields =
            vec![("tax_id", json!(id)), ("valid_from", json!(data.since)), ("rate", json!(data.rate))];
        set(cx.tx, MasterEntity::TaxRate, dated, fields)?;
        ids.push((data.code, id));
    }
    for (position, (name, codes)) in (0i64..).zip(categories(country)) {
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
        ("credit", "Crédit", "K", &[]),
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
