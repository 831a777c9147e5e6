//! The sample shops: what they consist of, and the creation of one in an empty database.
//!
//! `app` makes the shop by the code that makes every other, in one transaction; it is told here what is in it. Ids of
//! the catalogue follow from the codes, so the same shop always has the same ones.

pub mod content;
mod master;

use std::sync::Arc;

use api::Fault;
use api::types::{AppStatus, CountryRef, Empty, SampleUser, ShopCreate, ShopIdentity, UserSave};
use app::{App, Client, SampleShop, Samples};
use content::{Company, ShopContent, User};
use domain::country::Country;
use domain::ids::ComputerId;
use domain::permission::Role;
use uuid::Uuid;

/// Which sample shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// «Boulangerie-traiteur du Port», Bordeaux.
    France,
    /// «Épicerie-boutique Limoilou», Québec.
    Quebec,
}

impl Sample {
    /// The value of `--shop`: `fr`, `qc`, or `empty` for none. Refuses anything else with a sentence for the person
    /// at the terminal.
    pub fn from_option(name: &str) -> Result<Option<Self>, String> {
        match name {
            "fr" => Ok(Some(Self::France)),
            "qc" => Ok(Some(Self::Quebec)),
            "empty" => Ok(None),
            _ => Err(format!("--shop is fr, qc or empty, not «{name}»")),
        }
    }

    /// Where it is.
    #[must_use]
    pub const fn country(self) -> Country {
        match self {
            Self::France => Country::France,
            Self::Quebec => Country::Quebec,
        }
    }

    /// What the shop consists of.
    #[must_use]
    pub fn content(self) -> ShopContent {
        content(self.country())
    }
}

/// The sample shops, for a program that offers them to its users.
#[must_use]
pub fn samples() -> Arc<dyn Samples> {
    Arc::new(DemoShops)
}

struct DemoShops;

impl Samples for DemoShops {
    fn shop(&self, country: Country) -> SampleShop {
        let content = content(country);
        SampleShop {
            create: shop(&content),
            users: content.users.iter().skip(1).map(new_user).collect(),
            workstations: WORKSTATIONS.map(|(code, name)| (code.to_owned(), name.to_owned())).to_vec(),
            catalogue: Box::new(move |tx| master::write(tx, &content)),
        }
    }

    fn users(&self, country: Country) -> Vec<SampleUser> {
        let shown =
            |user: User| SampleUser { name: user.name.to_owned(), role: user.role, pin: user.pin.to_owned() };
        content(country).users.into_iter().map(shown).collect()
    }
}

/// Codes and names of the workstations.
const WORKSTATIONS: [(&str, &str); 2] = [("C01", "Caisse 01"), ("C02", "Caisse 02")];

fn content(country: Country) -> ShopContent {
    match country {
        Country::France => content::france(),
        Country::Quebec => content::quebec(),
    }
}

/// Creates a sample shop with two workstations. Does nothing when the database already holds a shop.
pub fn create(app: &App, sample: Sample) -> Result<(), Fault> {
    app.offer_samples(samples());
    let client = Client::new(app.clone(), ComputerId(Uuid::nil()));
    let status: AppStatus = client.call("app_status", Empty {})?;
    if status.shop.is_some() {
        return Ok(());
    }
    let _: Empty = client.call("shop_create_sample", CountryRef { country: sample.country() })?;
    Ok(())
}

fn shop(content: &ShopContent) -> ShopCreate {
    // The owner is the first user; without one the shop would be refused like any other.
    let owner = content.users.first();
    let Company {
        trading_name,
        legal_name,
        legal_form,
        address,
        postcode,
        city,
        phone,
        siret,
        naf,
        vat_number,
        tps_number,
        tvq_number,
        neq,
    } = content.company;
    let text = str::to_owned;
    ShopCreate {
        country: content.country,
        identity: ShopIdentity {
            legal_name: text(legal_name),
            trading_name: text(trading_name),
            legal_form: text(legal_form),
            address: text(address),
            postcode: text(postcode),
            city: text(city),
            siret: text(siret),
            naf: text(naf),
            vat_number: text(vat_number),
            tps_number: text(tps_number),
            tvq_number: text(tvq_number),
            phone: text(phone),
            neq: text(neq),
        },
        manager_name: text(owner.map_or("", |user| user.name)),
        manager_pin: text(owner.map_or("", |user| user.pin)),
        workstation_name: WORKSTATIONS[0].1.to_owned(),
        logo: None,
    }
}

fn new_user(user: &User) -> UserSave {
    UserSave {
        id: None,
        name: user.name.to_owned(),
        role: user.role,
        is_seller: user.role != Role::Technician,
        active: true,
        pin: Some(user.pin.to_owned()),
    }
}
