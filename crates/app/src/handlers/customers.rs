//! Customers, as far as the till needs them.

use api::types::{CustomerCreate, CustomerRef, CustomerSearch, CustomerView, DocumentRow};
use api::{FaultCode, Topic};
use domain::ids::CustomerId;
use serde_json::json;
use store::MasterEntity;
use store::tables::master::{Fields, set};
use store::tables::{customers, documents};

use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal};
use crate::text::{optional, required};
use crate::views;

/// Finds customers.
pub fn customer_search(cx: &Query<'_>, request: CustomerSearch) -> Result<Vec<CustomerView>> {
    let rows = customers::search(cx.db, &request.text, request.limit.clamp(1, 100))?;
    Ok(rows.into_iter().map(views::customer).collect())
}

/// Creates a customer; only the name is required (SAL-12).
pub fn customer_create(cx: &mut Mutation<'_, '_>, request: CustomerCreate) -> Result<CustomerView> {
    let number = customers::greatest_number(cx.db())? + 1;
    let fields: Fields = vec![
        ("code", json!(format!("C{number:06}"))),
        ("name", json!(required("name", &request.name, 80)?)),
        ("phone", json!(optional("phone", &request.phone, 30)?)),
        ("email", json!(optional("email", &request.email, 120)?)),
        ("city", json!(optional("city", &request.city, 60)?)),
        ("active", json!(1)),
    ];
    let id = cx.new_id();
    set(cx.tx, MasterEntity::Customer, id, fields)?;
    cx.touch(&[Topic::Customers]);
    let row =
        customers::by_id(cx.db(), CustomerId(id))?.ok_or_else(|| refusal(FaultCode::CustomerNotFound))?;
    Ok(views::customer(row))
}

/// The last documents of a customer (SHF-11).
pub fn customer_documents(cx: &Query<'_>, request: CustomerRef) -> Result<Vec<DocumentRow>> {
    customers::by_id(cx.db, request.customer_id)?.ok_or_else(|| refusal(FaultCode::CustomerNotFound))?;
    let rows = documents::of_customer(cx.db, request.customer_id, 100)?;
    rows.into_iter().map(|row| views::document(cx.db, row)).collect()
}
