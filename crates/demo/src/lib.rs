//! The sample shops: what they consist of, and the creation of one in an empty database.
//!
//! Identity, users and workstations go through the commands that a person would use; the catalogue, which has
//! hundreds of records, is written in one transaction. Ids follow from the codes, so the same shop always has the
//! same ones.

pub mod content;
mod master;

use api::types::{
    AppStatus, Empty, PaymentMethodView, PrintPolicy, ShopCreate, ShopIdentity, UserSave, UserTile, UserView,
    WorkstationSave, WorkstationView,
};
use api::{Fault, FaultCode};
use app::{App, Client};
use content::{Company, ShopContent, User};
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

    /// What the shop consists of.
    #[must_use]
    pub fn content(self) -> ShopContent {
        match self {
            Self::France => content::france(),
            Self::Quebec => content::quebec(),
        }
    }
}

/// Creates a sample shop with two workstations. Does nothing when the database already holds a shop.
pub fn create(app: &App, sample: Sample) -> Result<(), Fault> {
    let mut client = Client::new(app.clone(), ComputerId(Uuid::nil()));
    let status: AppStatus = client.call("app_status", Empty {})?;
    if status.shop.is_some() {
        return Ok(());
    }
    let content = sample.content();
    let owner = content
        .users
        .iter()
        .find(|u| u.role == Role::Manager)
        .ok_or_else(|| Fault::refused(FaultCode::UserNotFound))?;
    let _: Empty = client.call("shop_create", shop(&content, owner))?;
    let tiles: Vec<UserTile> = client.call("sign_in_users", Empty {})?;
    let manager = tiles.first().ok_or_else(|| Fault::refused(FaultCode::UserNotFound))?;
    client.sign_in(manager.id, owner.pin)?;
    for user in content.users.iter().filter(|u| u.name != owner.name) {
        let _: UserView = client.call("user_save", new_user(user))?;
    }
    let layout = master::write(app, &content)?;
    set_up_workstations(&client, layout)?;
    client.sign_out()
}

fn shop(content: &ShopContent, owner: &User) -> ShopCreate {
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
        },
        manager_name: text(owner.name),
        manager_pin: text(owner.pin),
        workstation_name: "Caisse 01".to_owned(),
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

/// Gives the first workstation its layout, and adds a second one.
fn set_up_workstations(client: &Client, layout: domain::ids::LayoutId) -> Result<(), Fault> {
    let existing: Vec<WorkstationView> = client.call("workstation_list", Empty {})?;
    let methods: Vec<PaymentMethodView> = client.call("payment_method_list", Empty {})?;
    let policy = existing.first().map_or(PrintPolicy::OnRequest, |w| w.print_policy);
    for (code, name) in [("C01", "Caisse 01"), ("C02", "Caisse 02")] {
        let save = WorkstationSave {
            id: existing.iter().find(|w| w.code == code).map(|w| w.id),
            code: code.to_owned(),
            name: name.to_owned(),
            layout_id: Some(layout),
            default_customer_id: None,
            method_ids: methods.iter().map(|m| m.id).collect(),
            printer: None,
            print_policy: policy,
            active: true,
        };
        let _: WorkstationView = client.call("workstation_save", save)?;
    }
    Ok(())
}
