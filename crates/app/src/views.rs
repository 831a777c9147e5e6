//! From rows to the types of the contract, where several commands answer the same thing.

mod closings;
mod setup;
mod shift;

use api::types::{
    ArticleView, CustomerView, DocumentRow, FileContent, PaymentMethodView, PrintPolicy, PrinterSettings,
    SaleSeller, TaxRow,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
pub use closings::{closing, closing_detail, closing_overview, closing_rules, stored_scope};
use domain::ids::UserId;
use serde::de::DeserializeOwned;
pub use setup::{app_shop_tile, missing_steps, shop_tile, user_tile, workstation_view};
pub use shift::{average, method_total, report, shift_row, shift_view};
use store::Db;
use store::tables::catalogue::TaxCategoryRow;
use store::tables::settings::{self, MethodRow, WorkstationRow};
use store::tables::shifts::TaxTotalRow;
use store::tables::{articles, customers, documents};

use crate::error::{Error, Result};
use crate::sale::{Offers, stored_prices};

/// A payment method.
pub fn method(row: &MethodRow) -> PaymentMethodView {
    let MethodRow { id, kind, name, letter, natures } = row.clone();
    PaymentMethodView { id, kind, name, letter, natures }
}

/// The methods that a workstation takes, in its order.
pub fn methods_of(db: Db<'_>, workstation: &WorkstationRow) -> Result<Vec<MethodRow>> {
    let all = settings::methods(db)?;
    Ok(workstation.methods.iter().filter_map(|id| all.iter().find(|m| m.id == *id).cloned()).collect())
}

/// A stored contract value.
pub fn stored<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|e| Error::Bug(format!("stored value {text}: {e}")))
}

/// The printer of a workstation.
pub fn printer_of(workstation: &WorkstationRow) -> Result<Option<PrinterSettings>> {
    workstation.printer.as_deref().map(stored).transpose()
}

/// When a workstation prints.
pub fn print_policy_of(workstation: &WorkstationRow) -> Result<PrintPolicy> {
    stored(&format!("{:?}", workstation.print_policy))
}

/// An article with the names of its tax category and department.
pub fn article(
    row: articles::ArticleRow,
    offers: &Offers,
    taxes: &[TaxCategoryRow],
    departments: &[(domain::ids::DepartmentId, String)],
) -> ArticleView {
    let tax_category_name =
        taxes.iter().find(|t| t.id == row.tax_category).map(|t| t.name.clone()).unwrap_or_default();
    let department_name =
        row.department.and_then(|id| departments.iter().find(|d| d.0 == id).map(|d| d.1.clone()));
    let (unit_price, next_price) = (offers.price(&row), offers.next_price(&row));
    let list_prices = stored_prices(&row);
    ArticleView {
        id: row.id,
        code: row.code,
        name: row.name,
        unit: row.unit,
        unit_price,
        list_prices,
        next_price,
        tax_category_id: row.tax_category,
        tax_category_name,
        on_site_tax_category_id: row.on_site_tax_category,
        delivered_tax_category_id: row.delivered_tax_category,
        department_id: row.department,
        department_name,
        barcodes: row.barcodes,
        stock: row.stocked.then_some(row.on_hand),
        durable: row.durable,
        active: row.active,
    }
}

/// A customer.
pub fn customer(row: customers::CustomerRow) -> CustomerView {
    let customers::CustomerRow { id, code, name, phone, email, city, .. } = row;
    CustomerView { id, code, name, phone, email, city }
}

/// A row of a tax table.
pub fn tax_row(row: TaxTotalRow) -> TaxRow {
    let TaxTotalRow { name, letter, rate, base, amount, gross } = row;
    TaxRow { name, letter, rate, base, amount, gross }
}

/// Name of a user, for lists.
pub fn user_name(db: Db<'_>, id: UserId) -> Result<String> {
    Ok(settings::user(db, id)?.map(|u| u.name).unwrap_or_default())
}

/// A document in a list.
pub fn document(db: Db<'_>, row: documents::DocumentRow) -> Result<DocumentRow> {
    let workstation = settings::workstation(db, row.workstation)?.map(|w| w.name).unwrap_or_default();
    Ok(DocumentRow {
        id: row.id,
        number: row.number,
        at_ms: row.at_ms,
        workstation,
        user: user_name(db, row.user)?,
        customer: row.customer,
        total: row.total,
        methods: row.methods,
        prints: row.prints,
    })
}

/// Who may be chosen as seller.
pub fn sellers(db: Db<'_>) -> Result<Vec<SaleSeller>> {
    Ok(settings::sellers(db)?.into_iter().map(|(id, name)| SaleSeller { id, name }).collect())
}

/// A file as an answer.
pub fn file(name: String, mime: &str, bytes: &[u8]) -> FileContent {
    FileContent { name, mime: mime.to_owned(), base64: STANDARD.encode(bytes) }
}
