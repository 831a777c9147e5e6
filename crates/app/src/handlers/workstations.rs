//! Workstations: list, settings, choice, and the fiscal enrolment of new ones.

use std::sync::Arc;

use api::types::{
    Empty, PaymentMethodView, PrintPolicy, PrinterConnection, PrinterSettings, SessionView, WorkstationRef,
    WorkstationSave, WorkstationView,
};
use api::{Fault, FaultCode, Topic};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::country::Country;
use domain::ids::{MethodId, WorkstationId};
use fiscal::{JetEvent, Signer as _, signing};
use serde_json::{Value, json};
use store::op::{FiscalKeyRow, TerminalEnrolled};
use store::tables::master::{Fields, set};
use store::tables::settings::{self, WorkstationRow};
use store::tables::{catalogue, customers, documents, local, runs};
use store::{MasterEntity, Op};

use super::session::{journal_sign_in, session_view};
use super::workstation_changes;
use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::fiscal_book::Book;
use crate::sessions::SessionEffect;
use crate::text::{optional, required};
use crate::{keys, views};

/// All workstations.
pub fn workstation_list(cx: &Query<'_>, _: Empty) -> Result<Vec<WorkstationView>> {
    settings::workstations(cx.db)?.iter().map(|w| views::workstation_view(cx, w)).collect()
}

/// The payment methods that workstations choose from.
pub fn payment_method_list(cx: &Query<'_>, _: Empty) -> Result<Vec<PaymentMethodView>> {
    Ok(settings::methods(cx.db)?.iter().map(views::method).collect())
}

/// Moves the session to a workstation, which becomes the computer's default (SHF-04).
pub fn workstation_enter(cx: &mut Mutation<'_, '_>, request: WorkstationRef) -> Result<SessionView> {
    let row = active(cx, request.workstation_id)?;
    if let Some(computer) = cx.caller.computer {
        local::set_default_workstation(cx.tx, computer, row.id)?;
    }
    journal_sign_in(cx, row.id, JetEvent::TerminalStarted)?;
    cx.session = Some(SessionEffect::Enter(row.id, cx.caller.computer));
    cx.touch(&[Topic::Sessions]);
    let user = cx.caller.user()?.clone();
    session_view(cx, &user, Some(row.id))
}

/// Changes the computer's default without leaving the current workstation (SHF-06).
pub fn workstation_set_default(cx: &mut Mutation<'_, '_>, request: WorkstationRef) -> Result<Empty> {
    let row = active(cx, request.workstation_id)?;
    let computer =
        cx.caller.computer.ok_or_else(|| Fault::refused(FaultCode::BadRequest).with("detail", "computer"))?;
    local::set_default_workstation(cx.tx, computer, row.id)?;
    cx.touch(&[Topic::Workstations]);
    Ok(Empty {})
}

fn active(cx: &impl Context, id: WorkstationId) -> Result<WorkstationRow> {
    let row = cx.find_workstation(id)?;
    if row.active { Ok(row) } else { refuse(FaultCode::WorkstationNotFound) }
}

/// Creates or changes a workstation.
pub fn workstation_save(cx: &mut Mutation<'_, '_>, request: WorkstationSave) -> Result<WorkstationView> {
    let code = check_code(cx, &request)?;
    let name = required("name", &request.name, 40)?;
    check_references(cx, &request)?;
    let printer = request.printer.as_ref().map(check_printer).transpose()?;
    let before = request.id.map(|id| cx.find_workstation(id)).transpose()?;
    let id = match &before {
        Some(before) => before.id,
        None => enrol(
            cx,
            &NewWorkstation {
                code: &code,
                name: &name,
                methods: Vec::new(),
                print_policy: request.print_policy,
            },
        )?,
    };
    let fields: Fields = vec![
        ("code", json!(code)),
        ("name", json!(name)),
        ("layout_id", json!(request.layout_id)),
        ("default_customer_id", json!(request.default_customer_id)),
        ("methods", Value::String(serde_json::to_string(&request.method_ids)?)),
        (
            "printer",
            printer.map(|p| serde_json::to_string(&p)).transpose()?.map_or(Value::Null, Value::String),
        ),
        ("print_policy", json!(request.print_policy)),
        ("customer_display", json!(i64::from(request.customer_display))),
        ("active", json!(i64::from(request.active))),
    ];
    set(cx.tx, MasterEntity::Workstation, id.0, fields)?;
    cx.touch(&[Topic::Workstations, Topic::Sale, Topic::Printing]);
    let row = cx.find_workstation(id)?;
    if let Some(before) = before {
        workstation_changes::journal(cx, &before, &row)?;
    }
    views::workstation_view(cx, &row)
}

/// 1 to 6 letters or digits, not used by another; frozen by enrolment, because records carry it from then on.
fn check_code(cx: &impl Context, request: &WorkstationSave) -> Result<String> {
    let code = required("code", &request.code, 6)?.to_uppercase();
    if !code.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Err(Fault::refused(FaultCode::BadRequest).with("detail", "code").into());
    }
    let all = settings::workstations(cx.db())?;
    if all.iter().any(|w| w.code == code && Some(w.id) != request.id) {
        return Err(Fault::refused(FaultCode::WorkstationCodeTaken).with("code", code).into());
    }
    let current = all.iter().find(|w| Some(w.id) == request.id);
    if current.is_some_and(|w| w.code != code) && request.id.is_some_and(|id| is_enrolled(cx, id)) {
        return refuse(FaultCode::WorkstationCodeInUse);
    }
    Ok(code)
}

fn is_enrolled(cx: &impl Context, id: WorkstationId) -> bool {
    documents::is_enrolled(cx.db(), id).unwrap_or(true)
}

fn check_references(cx: &impl Context, request: &WorkstationSave) -> Result<()> {
    let db = cx.db();
    if let Some(id) = request.layout_id {
        catalogue::layout(db, id)?.ok_or_else(|| refusal(FaultCode::LayoutNotFound))?;
    }
    if let Some(id) = request.default_customer_id {
        customers::by_id(db, id)?.ok_or_else(|| refusal(FaultCode::CustomerNotFound))?;
    }
    let known = settings::methods(db)?;
    if request.method_ids.is_empty() || !request.method_ids.iter().all(|id| known.iter().any(|m| m.id == *id))
    {
        return refuse(FaultCode::MethodNotFound);
    }
    Ok(())
}

fn check_printer(printer: &PrinterSettings) -> Result<PrinterSettings> {
    let invalid = |detail: &str| Fault::refused(FaultCode::PrinterInvalid).with("detail", detail);
    if !matches!(printer.columns, 32 | 48) {
        return Err(invalid("columns").into());
    }
    match &printer.connection {
        PrinterConnection::Tcp { host, port } if optional("host", host, 255)?.is_empty() || *port == 0 => {
            Err(invalid("host").into())
        }
        PrinterConnection::File { path } if !may_print_to(path) => Err(invalid("path").into()),
        _ => Ok(printer.clone()),
    }
}

/// A device, or a file that can be nothing but print data: a setting must not be able to write into any file.
fn may_print_to(path: &str) -> bool {
    let device = ["/dev/", r"\\.\", "LPT", "COM"].iter().any(|prefix| path.starts_with(prefix));
    let climbs = path.split(['/', '\\']).any(|part| part == "..");
    !climbs && (device || path.to_ascii_lowercase().ends_with(".prn"))
}

/// What a new workstation starts with.
pub struct NewWorkstation<'a> {
    /// Code in its document numbers.
    pub code: &'a str,
    /// Name.
    pub name: &'a str,
    /// Methods it takes.
    pub methods: Vec<MethodId>,
    /// When it prints.
    pub print_policy: PrintPolicy,
}

/// Makes a workstation with its signing key and its first record, JET 260: no sale before it (R-05).
pub fn enrol(cx: &mut Mutation<'_, '_>, new: &NewWorkstation<'_>) -> Result<WorkstationId> {
    let id = WorkstationId(cx.new_id());
    let fields: Fields = vec![
        ("code", json!(new.code)),
        ("name", json!(new.name)),
        ("methods", Value::String(serde_json::to_string(&new.methods)?)),
        ("print_policy", json!(new.print_policy)),
        ("active", json!(1)),
    ];
    set(cx.tx, MasterEntity::Workstation, id.0, fields)?;
    enrol_terminal(cx, id, new.code)?;
    Ok(id)
}

/// Gives a workstation its signing key and its first record, JET 260.
pub fn enrol_terminal(cx: &mut Mutation<'_, '_>, id: WorkstationId, code: &str) -> Result<()> {
    let shop = cx.shop()?;
    let (key, cert_pem) = keys::create(cx.shared, id, &keys::subject(&shop, code))?;
    let mut book = Book::with_key(cx, id, code, Arc::clone(&key))?;
    let enrolled_at = book.at().ts_utc.clone();
    let record = book.journal(JetEvent::JournalInitialised, format!("{code} {}", key.key_id()))?;
    let key = FiscalKeyRow {
        key_id: key.key_id(),
        alg: signing::ALGORITHM.to_owned(),
        spki: STANDARD.encode(key.spki()),
        cert_pem,
        valid_from_seq: record.global_seq,
    };
    let country = match shop.country {
        Country::France => "FR",
        Country::Quebec => "CA",
    };
    let enrolled = TerminalEnrolled {
        terminal_id: id,
        code: code.to_owned(),
        store_id: shop.id.to_string(),
        country: country.to_owned(),
        enrolled_at,
        key,
        record,
        training: cx.shared.is_training(),
    };
    cx.emit(Op::TerminalEnrolled(Box::new(enrolled)))?;
    Ok(runs::start(cx.tx, id)?)
}
