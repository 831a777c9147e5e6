//! The first run (S-01): what is asked before a shop exists, the sample shop, and the steps from the new shop to its
//! first sale. What is entered is in the database at once, by the same commands as everywhere else; all that is kept
//! of the wizard itself is the step at which it goes on.

use api::types::{
    CountryProfile, CountryRef, CountryTax, Empty, FirstRunCheck, FirstRunItem, FirstRunMove, FirstRunStep,
    FirstRunView, RegistrationCheck, RegistrationChecked, RegistrationProblem, SampleUser,
};
use api::{FaultCode, Topic};
use domain::country::Country;
use domain::registration;
use serde_json::json;
use store::MasterEntity;
use store::tables::master::set;
use store::tables::settings::{self, ShopRow};
use store::tables::{articles, catalogue, documents, local};

use super::shop::{categories, create, taxes};
use super::users::save as save_user;
use super::workstations::workstation_save;
use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::samples::SampleShop;
use crate::views::{self, stored};

/// What follows from a country. Needs no shop.
pub fn country_profile(_: &Query<'_>, request: CountryRef) -> Result<CountryProfile> {
    let country = request.country;
    let tax = |t: &super::shop::TaxData| CountryTax {
        name: t.name.to_owned(),
        letter: t.letter.to_owned(),
        rate: t.rate,
        since: t.since.to_owned(),
    };
    Ok(CountryProfile {
        country,
        currency: country.currency().to_owned(),
        time_zone: country.time_zone().to_owned(),
        price_mode: country.price_mode(),
        cash_step: country.cash_step(),
        denominations: country.denominations().to_vec(),
        taxes: taxes(country).iter().map(tax).collect(),
        categories: categories(country).into_iter().map(|(name, _)| name.to_owned()).collect(),
    })
}

/// Whether registration numbers are well formed, while they are being typed.
pub fn registration_check(_: &Query<'_>, request: RegistrationCheck) -> Result<RegistrationChecked> {
    let siret = registration::siret(&request.siret);
    let siren = siret.as_deref().and_then(registration::siren).map(str::to_owned);
    let vat_number = siren.as_deref().and_then(registration::french_vat_number);
    let wrong = |(_, typed, parse, _): &Check<'_>| !typed.trim().is_empty() && parse(typed).is_none();
    let problem = |(field, _, _, code): Check<'_>| RegistrationProblem { field: field.to_owned(), code };
    let problems = number_checks(&request).into_iter().filter(wrong).map(problem).collect();
    Ok(RegistrationChecked { siren, vat_number, problems })
}

/// A field, what was typed into it, how it is read, and the reason when it cannot be.
type Check<'a> = (&'static str, &'a str, fn(&str) -> Option<String>, FaultCode);

fn number_checks(request: &RegistrationCheck) -> Vec<Check<'_>> {
    let RegistrationCheck { country, siret, vat_number, neq, tps_number, tvq_number } = request;
    match country {
        Country::France => vec![
            ("siret", siret, registration::siret, FaultCode::SiretInvalid),
            ("vat_number", vat_number, registration::vat_number, FaultCode::VatNumberInvalid),
        ],
        Country::Quebec => vec![
            ("neq", neq, registration::neq, FaultCode::NeqInvalid),
            ("tps_number", tps_number, registration::tps_number, FaultCode::TpsNumberInvalid),
            ("tvq_number", tvq_number, registration::tvq_number, FaultCode::TvqNumberInvalid),
        ],
    }
}

/// Creates the sample shop of a country: all of it in one transaction, and only where there is no shop.
pub fn shop_create_sample(cx: &mut Mutation<'_, '_>, request: CountryRef) -> Result<Empty> {
    if settings::shop(cx.db())?.is_some() {
        return refuse(FaultCode::ShopExists);
    }
    let samples = cx.shared.samples.get().ok_or_else(|| refusal(FaultCode::SampleMissing))?;
    let SampleShop { create: shop, users, workstations, catalogue } = samples.shop(request.country);
    create(cx, &shop)?;
    for user in users {
        save_user(cx, &user)?;
    }
    let layout = catalogue(cx.tx)?;
    let shop = cx.shop()?;
    set(cx.tx, MasterEntity::Shop, shop.id, vec![("sample", json!(1))])?;
    let first = settings::workstations(cx.db())?.into_iter().next();
    let first = first.ok_or_else(|| refusal(FaultCode::WorkstationNotFound))?;
    let policy = views::print_policy_of(&first)?;
    for (code, name) in workstations {
        let save = api::types::WorkstationSave {
            id: (code == first.code).then_some(first.id),
            code,
            name,
            layout_id: Some(layout),
            default_customer_id: None,
            method_ids: first.methods.clone(),
            printer: None,
            print_policy: policy,
            customer_display: false,
            active: true,
        };
        workstation_save(cx, save)?;
    }
    cx.touch(&[Topic::Shop, Topic::Catalogue]);
    Ok(Empty {})
}

/// Who works in the sample shop, with their PINs. Nobody where the shop is a real one.
pub fn sample_users(cx: &Query<'_>, _: Empty) -> Result<Vec<SampleUser>> {
    let sample = settings::shop(cx.db)?.filter(|shop| shop.sample);
    let Some((shop, samples)) = sample.zip(cx.shared.samples.get()) else { return Ok(Vec::new()) };
    Ok(samples.users(shop.country))
}

/// Where the first run stands.
pub fn first_run(cx: &Query<'_>, _: Empty) -> Result<FirstRunView> {
    view(cx)
}

/// Goes to a step; the program will open there.
pub fn first_run_move(cx: &mut Mutation<'_, '_>, request: FirstRunMove) -> Result<FirstRunView> {
    running(cx)?;
    note(cx, request.step)?;
    cx.touch(&[Topic::Shop]);
    view(cx)
}

/// Ends the first run, for good.
pub fn first_run_finish(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<FirstRunView> {
    running(cx)?;
    if view(cx)?.checks.iter().any(|check| check.required && !check.done) {
        return refuse(FaultCode::FirstRunIncomplete);
    }
    local::set_first_run_step(cx.tx, None)?;
    cx.touch(&[Topic::Shop]);
    view(cx)
}

/// The first step after the shop was made.
pub fn begin(cx: &mut Mutation<'_, '_>) -> Result<()> {
    note(cx, FirstRunStep::Articles)
}

fn note(cx: &mut Mutation<'_, '_>, step: FirstRunStep) -> Result<()> {
    Ok(local::set_first_run_step(cx.tx, Some(&serde_json::to_string(&step)?))?)
}

fn running(cx: &impl Context) -> Result<()> {
    match local::first_run_step(cx.db())? {
        Some(_) => Ok(()),
        None => refuse(FaultCode::FirstRunOver),
    }
}

fn view(cx: &impl Context) -> Result<FirstRunView> {
    let db = cx.db();
    let users = settings::users(db)?.iter().filter(|user| user.active).count();
    Ok(FirstRunView {
        step: local::first_run_step(db)?.as_deref().map(stored).transpose()?,
        checks: checks(cx)?,
        articles: u32::try_from(articles::count(db)?).unwrap_or(u32::MAX),
        users: u32::try_from(users).unwrap_or(u32::MAX),
    })
}

/// Company, taxes and one workstation are needed to sell (ux.md 6.1, step 8); the rest is told.
fn checks(cx: &impl Context) -> Result<Vec<FirstRunCheck>> {
    let db = cx.db();
    let taxes = catalogue::tax_categories(db, &cx.local_now()?.day())?;
    let active: Vec<_> = settings::workstations(db)?.into_iter().filter(|w| w.active).collect();
    let mut enrolled = false;
    for workstation in &active {
        enrolled |= documents::is_enrolled(db, workstation.id)?;
    }
    let users = settings::users(db)?.iter().filter(|user| user.active).count();
    let check = |item, done, required| FirstRunCheck { item, done, required };
    Ok(vec![
        check(FirstRunItem::Company, is_registered(&cx.shop()?), true),
        check(FirstRunItem::Taxes, !taxes.is_empty(), true),
        check(FirstRunItem::Workstation, enrolled, true),
        check(FirstRunItem::Articles, articles::count(db)? > 0, false),
        check(FirstRunItem::Layout, active.iter().any(|w| w.layout.is_some()), false),
        check(FirstRunItem::Printer, active.iter().any(|w| w.printer.is_some()), false),
        check(FirstRunItem::Users, users > 1, false),
    ])
}

fn is_registered(shop: &ShopRow) -> bool {
    let numbers: &[&str] = match shop.country {
        Country::France => &["siret", "vat_number"],
        Country::Quebec => &["tps_number", "tvq_number"],
    };
    !shop.text("legal_name").is_empty() && numbers.iter().all(|number| !shop.text(number).is_empty())
}
