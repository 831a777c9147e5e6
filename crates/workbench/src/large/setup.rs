//! The shop before its first day: the sample shop, two more workstations, the catalogue, the customers.

use api::types::{
    CustomerCreate, Empty, ImportStatus, PaymentMethodView, UserTile, WorkstationSave, WorkstationView,
};
use app::Client;
use domain::ids::{CustomerId, UserId, WorkstationId};
use domain::payment::PaymentKind;

use super::plan::Plan;
use crate::{Failure, articles, fault, shop};

const FIRST: [&str; 20] = [
    "Camille", "Léa", "Manon", "Chloé", "Inès", "Jade", "Louise", "Zoé", "Anaïs", "Élise", "Hugo", "Lucas",
    "Jules", "Adam", "Noé", "Théo", "Maël", "Rémi", "Gaël", "Loïc",
];
const LAST: [&str; 25] = [
    "Martin", "Bernard", "Dubois", "Thomas", "Robert", "Richard", "Petit", "Durand", "Leroy", "Moreau",
    "Simon", "Laurent", "Lefebvre", "Michel", "Garcia", "David", "Bertrand", "Roux", "Vincent", "Fournier",
    "Morel", "Girard", "André", "Mercier", "Lefèvre",
];
const CITIES: [&str; 8] =
    ["Bordeaux", "Pessac", "Mérignac", "Talence", "Bègles", "Cenon", "Lormont", "Gradignan"];

/// Customers made in one transaction.
const CUSTOMERS_AT_ONCE: usize = 2_000;

/// Who and what takes part in the shop's past.
#[derive(Clone, Debug)]
pub struct Cast {
    /// Workstations by code.
    pub workstations: Vec<WorkstationId>,
    /// Users by name.
    pub users: Vec<UserId>,
    /// Customers in the order of their numbers.
    pub customers: Vec<CustomerId>,
    /// Cash.
    pub cash: PaymentMethodView,
    /// Card.
    pub card: PaymentMethodView,
}

/// Makes the shop in an empty database.
pub fn found(client: &mut Client, plan: &Plan) -> Result<Cast, Failure> {
    demo::create(client.app(), demo::Sample::France).map_err(fault)?;
    let manager = shop::sign_in(client, shop::SAMPLE_PIN)?.user.id;
    let (_, _): (_, ImportStatus) =
        shop::import(client, "articles.csv", articles::file(plan.articles).as_bytes())?;
    let workstations = workstations(client)?;
    let users: Vec<UserTile> = client.call("sign_in_users", Empty {}).map_err(fault)?;
    let first = *workstations.first().ok_or("no workstation")?;
    let customers = customers(client, plan, manager, first)?;
    Ok(Cast {
        workstations,
        users: users.into_iter().map(|u| u.id).collect(),
        customers,
        cash: shop::method(client, PaymentKind::Cash)?,
        card: shop::method(client, PaymentKind::CardStandalone)?,
    })
}

/// The workstations of the sample shop, and two like its first.
fn workstations(client: &Client) -> Result<Vec<WorkstationId>, Failure> {
    let known: Vec<WorkstationView> = client.call("workstation_list", Empty {}).map_err(fault)?;
    let first = known.first().ok_or("no workstation")?.clone();
    let mut ids: Vec<WorkstationId> = known.iter().map(|w| w.id).collect();
    for n in known.len() + 1..=4 {
        let save = WorkstationSave {
            id: None,
            code: format!("C{n:02}"),
            name: format!("Caisse {n:02}"),
            layout_id: first.layout_id,
            default_customer_id: None,
            method_ids: first.methods.iter().map(|m| m.id).collect(),
            printer: None,
            print_policy: first.print_policy,
            customer_display: first.customer_display,
            active: true,
        };
        let saved: WorkstationView = client.call("workstation_save", save).map_err(fault)?;
        ids.push(saved.id);
    }
    Ok(ids)
}

fn customers(
    client: &Client,
    plan: &Plan,
    manager: UserId,
    workstation: WorkstationId,
) -> Result<Vec<CustomerId>, Failure> {
    let mut ids = Vec::with_capacity(plan.customers);
    for from in (0..plan.customers).step_by(CUSTOMERS_AT_ONCE) {
        let until = (from + CUSTOMERS_AT_ONCE).min(plan.customers);
        let now_ms = client.app().now_ms();
        let made = client.app().bulk(move |bulk| {
            bulk.at(now_ms, manager, workstation)?;
            (from..until).map(|n| Ok(bulk.create_customer(customer(n))?.id)).collect::<Result<Vec<_>, _>>()
        });
        ids.extend(made.map_err(fault)?);
    }
    Ok(ids)
}

fn customer(n: usize) -> CustomerCreate {
    let of = |list: &[&str], at: usize| list.get(at % list.len()).copied().unwrap_or_default().to_owned();
    CustomerCreate {
        name: format!("{} {} {}", of(&LAST, n), of(&FIRST, n / LAST.len()), n / (LAST.len() * FIRST.len())),
        phone: format!("06{:08}", (n * 7_919 + 10_000_019) % 100_000_000),
        email: String::new(),
        city: of(&CITIES, n),
    }
}
