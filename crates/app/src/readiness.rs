//! What is missing before the shop may sell (fiscal.md 1.10): asked by the screens before, and by the till with each document.
//!
//! The identity is looked at with every document because it is signed into each; the rest is refused where it is needed, and
//! only shown from here.

use api::types::{IncidentKind, SaleNeed, SaleReadiness};
use api::{Fault, FaultCode};
use domain::country::Country;
use store::tables::settings::{self, ShopRow, WorkstationRow};
use store::tables::{catalogue, closings, documents};

use crate::closings::clock;
use crate::context::Context;
use crate::error::Result;
use crate::keys;

/// What is missing: at the session's workstation, or at any where the session has none.
pub fn readiness(cx: &impl Context) -> Result<SaleReadiness> {
    let shop = cx.shop()?;
    let places = match cx.caller().workstation {
        Some(id) => vec![cx.find_workstation(id)?],
        None => settings::workstations(cx.db())?.into_iter().filter(|w| w.active).collect(),
    };
    let mut missing = of_shop(&shop);
    if catalogue::tax_categories(cx.db(), &cx.local_now()?.day())?.iter().all(|c| c.taxes.is_empty()) {
        missing.push(SaleNeed::TaxRates);
    }
    for workstation in &places {
        missing.extend(of_workstation(cx, workstation)?);
    }
    let here = |id| places.iter().any(|w| w.id == id);
    let behind_s = clock::behind(cx)?.into_iter().filter(|(w, _)| here(w.id)).map(|(_, s)| s).max();
    let last_ms = clock::doubtful(cx)?.into_iter().filter(|(w, _)| here(w.id)).map(|(_, ms)| ms).min();
    missing.extend(behind_s.map(|_| SaleNeed::ClockBehind));
    // What is due is closed with the first sale; it is missing only while the clock keeps it from being made.
    missing.extend(last_ms.into_iter().flat_map(|_| [SaleNeed::ClockAhead, SaleNeed::Closings]));
    missing.sort_unstable();
    missing.dedup();
    Ok(SaleReadiness { missing, now_ms: cx.now_ms(), last_ms, behind_s })
}

/// Refuses to sell for a shop whose documents would lack what the law wants on them; names the first thing missing.
pub fn check_identity(shop: &ShopRow) -> Result<()> {
    match of_shop(shop).first() {
        None => Ok(()),
        Some(need) => {
            let need = serde_json::to_value(need)?;
            Err(Fault::refused(FaultCode::SaleNotReady).with("missing", need).into())
        }
    }
}

fn of_shop(shop: &ShopRow) -> Vec<SaleNeed> {
    let lacks = |column: &str| shop.text(column).trim().is_empty();
    let address = ["address", "postcode", "city"].into_iter().any(lacks);
    let mut missing = vec![(SaleNeed::LegalName, lacks("legal_name")), (SaleNeed::Address, address)];
    missing.extend(match shop.country {
        Country::France => vec![
            (SaleNeed::Siret, lacks("siret")),
            (SaleNeed::Ape, lacks("naf")),
            (SaleNeed::VatNumber, lacks("vat_number")),
        ],
        Country::Quebec => {
            vec![(SaleNeed::TpsNumber, lacks("tps_number")), (SaleNeed::TvqNumber, lacks("tvq_number"))]
        }
    });
    missing.into_iter().filter(|(_, lacking)| *lacking).map(|(need, _)| need).collect()
}

fn of_workstation(cx: &impl Context, workstation: &WorkstationRow) -> Result<Vec<SaleNeed>> {
    if !documents::is_enrolled(cx.db(), workstation.id)? {
        return Ok(vec![SaleNeed::Journal]);
    }
    let mut missing = of_books(cx, workstation);
    let closed = closings::open_periods(cx.db(), workstation.id)?.last_closed_day;
    if closed.is_some_and(|day| cx.local_now().is_ok_and(|now| now.day() <= day)) {
        missing.push(SaleNeed::OpenDay);
    }
    Ok(missing)
}

/// What a manager has to decide about the books, or to take note of.
fn of_books(cx: &impl Context, workstation: &WorkstationRow) -> Vec<SaleNeed> {
    let books = &cx.shared().books;
    let stopped = books.stopped_by(workstation.id).map(|incident| match incident.kind {
        IncidentKind::KeyMissing | IncidentKind::KeyForeign => SaleNeed::SigningKey,
        IncidentKind::RecordsMissing | IncidentKind::RecordsForked => SaleNeed::Records,
    });
    let keyless = keys::of_terminal(cx.shared(), workstation.id).is_err().then_some(SaleNeed::SigningKey);
    let unacknowledged = books.allow_selling(workstation.id).is_err().then_some(SaleNeed::Records);
    stopped.into_iter().chain(keyless).chain(unacknowledged).collect()
}
