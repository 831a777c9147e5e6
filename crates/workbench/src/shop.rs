//! A shop to work on, opened as the till opens it.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use api::ImportPhase;
use api::types::{
    AppStatus, Empty, ImportAnalyse, ImportExisting, ImportFile, ImportKind, ImportPreview, ImportRef,
    ImportStart, ImportStatus, PaymentMethodView, SaleReadiness, SessionView, ShiftOpen, ShiftView, UserTile,
    WorkstationRef, WorkstationView,
};
use app::{App, AppOptions, Client, Clock, FileKeys};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::ids::ComputerId;
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::permission::Role;
use uuid::Uuid;

use crate::{Failure, fault};

/// PIN of the sample shops' manager.
pub const SAMPLE_PIN: &str = "1234";

/// Opens the program on a folder.
pub fn open(data_dir: &Path, clock: Arc<dyn Clock>) -> Result<Client, Failure> {
    let keys = Arc::new(FileKeys::new(&data_dir.join("keys")));
    let anchors = data_dir.join("anchors");
    let options = AppOptions { data_dir: data_dir.to_path_buf(), clock, keys, anchors };
    let app = App::open(options).map_err(fault)?;
    Ok(Client::new(app, ComputerId(Uuid::from_u128(1))))
}

/// True when the database holds a shop.
pub fn exists(client: &Client) -> Result<bool, Failure> {
    let status: AppStatus = client.call("app_status", Empty {}).map_err(fault)?;
    Ok(status.shop.is_some())
}

/// Signs the first manager in at the first workstation.
pub fn sign_in(client: &mut Client, pin: &str) -> Result<SessionView, Failure> {
    let users: Vec<UserTile> = client.call("sign_in_users", Empty {}).map_err(fault)?;
    let manager = users.iter().find(|u| u.role == Role::Manager).ok_or("no manager")?;
    client.sign_in(manager.id, pin).map_err(fault)?;
    let workstations: Vec<WorkstationView> = client.call("workstation_list", Empty {}).map_err(fault)?;
    let first = workstations.first().ok_or("no workstation")?;
    client.call("workstation_enter", WorkstationRef { workstation_id: first.id }).map_err(fault)
}

/// After a long time without a ticket, somebody says that the date is right.
pub fn confirm_date(client: &Client) -> Result<(), Failure> {
    let readiness: SaleReadiness = client.call("sale_readiness", Empty {}).map_err(fault)?;
    if readiness.last_ms.is_some() {
        let _: SaleReadiness = client.call("clock_confirm", Empty {}).map_err(fault)?;
    }
    Ok(())
}

/// Opens the shift with a float.
pub fn open_shift(client: &Client, float: Money) -> Result<ShiftView, Failure> {
    client
        .call("shift_open", ShiftOpen { opening_float: float, count: Vec::new(), note: String::new() })
        .map_err(fault)
}

/// The workstation's payment method of a kind.
pub fn method(client: &Client, kind: PaymentKind) -> Result<PaymentMethodView, Failure> {
    let methods: Vec<PaymentMethodView> = client.call("payment_method_list", Empty {}).map_err(fault)?;
    methods.into_iter().find(|m| m.kind == kind).ok_or_else(|| "no such payment method".into())
}

/// Imports a file of articles with the proposed mapping; waits for the end.
pub fn import(client: &Client, name: &str, content: &[u8]) -> Result<(ImportPreview, ImportStatus), Failure> {
    let file = ImportFile { name: name.to_owned(), content: STANDARD.encode(content) };
    let (kind, existing) = (ImportKind::Articles, ImportExisting::Update);
    let analyse = ImportAnalyse { kind, existing, file: file.clone(), mapping: None };
    let preview: ImportPreview = client.call("import_analyse", analyse).map_err(fault)?;
    let start = ImportStart { kind, existing, file, mapping: preview.mapping.clone() };
    let mut status: ImportStatus = client.call("import_start", start).map_err(fault)?;
    while status.phase == ImportPhase::Running {
        std::thread::sleep(Duration::from_millis(20));
        status = client.call("import_status", ImportRef { import_id: status.import_id }).map_err(fault)?;
    }
    match status.fault.clone() {
        Some(failed) => Err(fault(failed)),
        None => Ok((preview, status)),
    }
}
