//! «À propos»: what the program is, what proves it, and the attestation that a shop signs (FISC-06, R-02, D-58).

use api::types::{About, AboutKey, Attestation, Empty, MaintenanceRecord, PreviewLine, ProofSave};
use api::{FaultCode, Topic};
use documents::attestation::AttestationPage;
use domain::country::Country;
use domain::registration;
use fiscal::{FISCAL_VERSION, JetEvent, key_id};
use serde_json::json;
use store::MasterEntity;
use store::tables::master::set;
use store::tables::settings::ShopRow;
use store::tables::{documents as rows, fiscal as chains, settings};

use crate::VERSION;
use crate::context::{Context, Mutation, Query};
use crate::error::{Error, Result, refuse};
use crate::fiscal_book::Book;
use crate::journal::{self, Changes};
use crate::printing::PROGRAM;
use crate::text::{optional, required};
use crate::views;

/// Program, versions, proof and keys.
pub fn about(cx: &Query<'_>, _: Empty) -> Result<About> {
    view(cx)
}

fn view(cx: &impl Context) -> Result<About> {
    let shop = cx.shop()?;
    Ok(About {
        software: PROGRAM.to_owned(),
        version: VERSION.to_owned(),
        major_root: major_root().to_owned(),
        fiscal_version: FISCAL_VERSION.to_owned(),
        certificate: shop.text("certificate").to_owned(),
        shop: views::shop_tile(&shop).name,
        licence: shop.id.to_string(),
        keys: keys(cx)?,
    })
}

/// `MAJOR` of `MAJOR.MINOR.PATCH`.
fn major_root() -> &'static str {
    VERSION.split('.').next().unwrap_or(VERSION)
}

/// The key in use of every enrolled workstation: the last that it announced.
fn keys(cx: &impl Context) -> Result<Vec<AboutKey>> {
    let mut keys = Vec::new();
    for row in settings::workstations(cx.db())? {
        if !rows::is_enrolled(cx.db(), row.id)? {
            continue;
        }
        let last = chains::keys(cx.db(), row.id)?.into_iter().max_by_key(|(_, from)| *from);
        let fingerprint = last.map(|(spki, _)| key_id(&spki)).unwrap_or_default();
        let here = cx.caller().workstation == Some(row.id);
        keys.push(AboutKey { workstation_id: row.id, code: row.code, name: row.name, fingerprint, here });
    }
    Ok(keys)
}

/// Enters the certificate of the program (D-58). It is printed on every ticket from then on, so it is a parameter of compliance
/// (JET 270).
pub fn proof_save(cx: &mut Mutation<'_, '_>, request: ProofSave) -> Result<About> {
    let shop = cx.shop()?;
    let certificate = optional("certificate", &request.certificate, 40)?;
    set(cx.tx, MasterEntity::Shop, shop.id, vec![("certificate", json!(certificate))])?;
    let changes = Changes::default().field("certificat", shop.text("certificate"), &certificate);
    changes.note(cx, JetEvent::FiscalParameterChanged, "preuve de conformité")?;
    cx.touch(&[Topic::Shop]);
    view(cx)
}

/// The pre-filled attestation. It is French law: no other country has one.
pub fn attestation(cx: &Query<'_>, _: Empty) -> Result<Attestation> {
    let shop = cx.shop()?;
    if shop.country != Country::France {
        return refuse(FaultCode::BadRequest);
    }
    let page = page(cx, &shop)?;
    let lines = page.lines(pdf::SHEET_COLUMNS);
    let title = format!("Attestation {PROGRAM} {VERSION}");
    let about = pdf::About { title: &title, author: shop.text("legal_name"), language: "fr" };
    let file = pdf::sheet(&lines, about).map_err(|error| Error::Bug(error.to_string()))?;
    let shown = lines.into_iter();
    let line = |l: documents::attestation::PageLine| PreviewLine {
        text: l.text,
        bold: l.bold,
        double: false,
        code: None,
        picture: None,
    };
    let name = format!("attestation-{}-{VERSION}-{FISCAL_VERSION}.pdf", page.siren);
    Ok(Attestation { lines: shown.map(line).collect(), file: views::file(name, "application/pdf", &file) })
}

fn page(cx: &Query<'_>, shop: &ShopRow) -> Result<AttestationPage> {
    let day = cx.local_now()?.printed();
    Ok(AttestationPage {
        software: PROGRAM.to_owned(),
        version: VERSION.to_owned(),
        major_root: major_root().to_owned(),
        fiscal_version: FISCAL_VERSION.to_owned(),
        licence: shop.id.to_string(),
        trader: shop.text("legal_name").to_owned(),
        address: vec![
            shop.text("address").to_owned(),
            format!("{} {}", shop.text("postcode"), shop.text("city")),
        ],
        siren: registration::siren(shop.text("siret")).unwrap_or_default().to_owned(),
        day: format!("{:02}/{:02}/{}", day.day, day.month, day.year),
    })
}

/// JET 240: what a technician did. It stands in the journal of the workstation that it is about.
pub fn maintenance_record(cx: &mut Mutation<'_, '_>, request: MaintenanceRecord) -> Result<Empty> {
    let text = required("text", &request.text, 300)?;
    match request.workstation_id {
        None => journal::note(cx, JetEvent::Maintenance, text)?,
        Some(id) => {
            let workstation = cx.find_workstation(id)?;
            let record = Book::open(cx, &workstation)?.journal(JetEvent::Maintenance, text)?;
            cx.emit(store::Op::FiscalRecorded(vec![record]))?;
        }
    }
    cx.touch(&[Topic::Workstations]);
    Ok(Empty {})
}
