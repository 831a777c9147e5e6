//! Customers' files and accounts (CUS-04, CUS-05).

use api::types::{AccountEntryView, CreditAdd, CustomerAccount, CustomerFile, CustomerRef};
use api::{FaultCode, Topic};
use domain::ids::{CashMovementId, CustomerId, MethodId, RepresentativeId};
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::registration;
use fiscal::JetEvent;
use serde_json::json;
use store::op::{AccountCredited, Advance};
use store::tables::accounts::{self, EntryRow};
use store::tables::customers::{self, CustomerRow};
use store::tables::master::{Fields, set};
use store::tables::settings::{MethodRow, WorkstationRow};
use store::tables::{sellers, shifts};
use store::{MasterEntity, Op};

use super::cash::reason;
use super::price_lists::check_list;
use crate::closings::open_day;
use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::fiscal_book::Book;
use crate::printing::queue;
use crate::text::{optional, required};
use crate::views::methods_of;

/// Movements shown at most.
const ENTRIES: u32 = 200;

/// What a customer owes and may spend, and the movements behind it.
pub fn customer_account(cx: &Query<'_>, request: CustomerRef) -> Result<CustomerAccount> {
    account(cx, request.customer_id)
}

/// The account of a customer.
pub(super) fn account(cx: &impl Context, id: CustomerId) -> Result<CustomerAccount> {
    let balance = accounts::balance(cx.db(), id)?;
    let entries = accounts::entries(cx.db(), id, ENTRIES)?;
    let entry = |e: EntryRow| AccountEntryView {
        at_ms: e.at_ms,
        document_id: e.document,
        label: e.label,
        amount: e.amount,
        correction: e.correction,
    };
    Ok(CustomerAccount {
        file: file(customer(cx, id)?),
        owed: balance.owed,
        credit: balance.credit,
        entries: entries.into_iter().map(entry).collect(),
    })
}

fn customer(cx: &impl Context, id: CustomerId) -> Result<CustomerRow> {
    customers::by_id(cx.db(), id)?.ok_or_else(|| refusal(FaultCode::CustomerNotFound))
}

/// The file of a customer.
pub(super) fn file(row: CustomerRow) -> CustomerFile {
    CustomerFile {
        id: row.id,
        code: row.code,
        name: row.name,
        phone: row.phone,
        email: row.email,
        address: row.address,
        postcode: row.postcode,
        city: row.city,
        language: row.language,
        representative_id: row.representative,
        country: row.country,
        professional: row.professional,
        siren: row.siren,
        siret: row.siret,
        vat_number: row.vat_number,
        neq: row.neq,
        note: row.note,
        before_tax: row.before_tax,
        exemption: row.exemption,
        price_list_id: row.price_list,
        blocked: row.blocked,
        active: row.active,
    }
}

/// Changes a customer's file. The number was given at creation and stays.
pub fn customer_save(cx: &mut Mutation<'_, '_>, request: CustomerFile) -> Result<CustomerFile> {
    customer(cx, request.id)?;
    request.price_list_id.map(|id| check_list(cx, id)).transpose()?;
    check_representative(cx, request.representative_id)?;
    let mut fields: Fields = vec![
        ("name", json!(required("name", &request.name, 80)?)),
        ("phone", json!(optional("phone", &request.phone, 30)?)),
        ("email", json!(optional("email", &request.email, 120)?)),
        ("address", json!(optional("address", &request.address, 120)?)),
        ("postcode", json!(optional("postcode", &request.postcode, 12)?)),
        ("city", json!(optional("city", &request.city, 60)?)),
        ("note", json!(optional("note", &request.note, 500)?)),
        ("language", json!(request.language)),
        ("representative_id", json!(request.representative_id)),
        ("professional", json!(i64::from(request.professional))),
        ("before_tax", json!(i64::from(request.before_tax))),
        ("exemption", json!(request.exemption)),
        ("price_list_id", json!(request.price_list_id)),
        ("blocked", json!(i64::from(request.blocked))),
        ("active", json!(i64::from(request.active))),
    ];
    fields.extend(business_numbers(&request)?);
    set(cx.tx, MasterEntity::Customer, request.id.0, fields)?;
    cx.touch(&[Topic::Customers, Topic::Sale]);
    Ok(file(customer(cx, request.id)?))
}

/// A representative who is no longer active keeps the customers that they have.
fn check_representative(cx: &impl Context, id: Option<RepresentativeId>) -> Result<()> {
    let known = id.map(|id| sellers::representative_by_id(cx.db(), id)).transpose()?;
    if known.is_some_and(|row| row.is_none()) { refuse(FaultCode::RepresentativeNotFound) } else { Ok(()) }
}

/// The numbers of a business, as their register writes them; refuses those that have not its form. A SIRET says the SIREN.
fn business_numbers(file: &CustomerFile) -> Result<Fields> {
    let siret = number(&file.siret, registration::siret, FaultCode::SiretInvalid)?;
    let own = registration::siren(&siret).map(str::to_owned);
    let siren = match own {
        Some(siren) => siren,
        None => number(&file.siren, registration::siren_number, FaultCode::SirenInvalid)?,
    };
    let country = optional("country", &file.country, 2)?.to_uppercase();
    let vat_number = number(&file.vat_number, registration::eu_vat_number, FaultCode::VatNumberInvalid)?;
    Ok(vec![
        ("siret", json!(siret)),
        ("siren", json!(siren)),
        ("vat_number", json!(vat_number)),
        ("neq", json!(number(&file.neq, registration::neq, FaultCode::NeqInvalid)?)),
        ("country", json!(country)),
    ])
}

/// A number in the form of its register; empty for none.
fn number(text: &str, form: fn(&str) -> Option<String>, otherwise: FaultCode) -> Result<String> {
    match text.trim() {
        "" => Ok(String::new()),
        typed => form(typed).ok_or_else(|| refusal(otherwise)),
    }
}

/// Puts credit on an account: an advance that is paid now, in an open shift, or a gesture of the shop. It is no
/// turnover, so the journal says so (JET 910, fiscal.md 1.4).
pub fn credit_add(cx: &mut Mutation<'_, '_>, request: CreditAdd) -> Result<CustomerAccount> {
    let row = customer(cx, request.customer_id)?;
    let why = reason(&request.reason)?;
    let amount = request.amount.checked()?;
    if amount <= Money::ZERO {
        return refuse(FaultCode::AmountOutOfRange);
    }
    let workstation = cx.workstation_row()?;
    open_day(cx, &workstation)?;
    let method = request.method_id.map(|id| money_method(cx, &workstation, id)).transpose()?;
    let advance = method.map(|m| advance(cx, &workstation, m, amount)).transpose()?;
    let in_cash = advance.as_ref().is_some_and(|a| a.cash.is_some());
    let how = advance.as_ref().map_or("geste commercial", |a| a.name.as_str());
    let info = format!("crédit {} {} {how} : {why}", row.code, amount.0);
    let record = Book::open(cx, &workstation)?.journal(JetEvent::NonTurnoverAmount, info)?;
    let credited = AccountCredited { customer: request.customer_id, amount, reason: why, advance, record };
    cx.emit(Op::AccountCredited(Box::new(credited)))?;
    if in_cash {
        queue::drawer(cx, &workstation)?;
    }
    cx.touch(&[Topic::Customers, Topic::Shift, Topic::Sale]);
    account(cx, request.customer_id)
}

/// A method of the workstation that brings money in, and needs no more to be said of it.
fn money_method(cx: &impl Context, workstation: &WorkstationRow, id: MethodId) -> Result<MethodRow> {
    let method = methods_of(cx.db(), workstation)?.into_iter().find(|m| m.id == id);
    match method {
        Some(m)
            if matches!(m.kind, PaymentKind::Cash | PaymentKind::CardStandalone | PaymentKind::Cheque) =>
        {
            Ok(m)
        }
        _ => refuse(FaultCode::MethodNotOffered),
    }
}

fn advance(
    cx: &Mutation<'_, '_>,
    workstation: &WorkstationRow,
    method: MethodRow,
    amount: Money,
) -> Result<Advance> {
    let shift = shifts::open(cx.db(), workstation.id)?.ok_or_else(|| refusal(FaultCode::ShiftRequired))?;
    let in_cash = method.kind == PaymentKind::Cash;
    if in_cash && amount.0 % cx.country()?.cash_step().0 != 0 {
        return refuse(FaultCode::AmountOutOfRange);
    }
    Ok(Advance {
        shift: shift.id,
        method: method.id,
        kind: method.kind,
        name: method.name,
        cash: in_cash.then(|| CashMovementId(cx.new_id())),
        user: cx.caller.user()?.id,
    })
}
