//! Representatives with their commissions (SEL-03), and couriers (SEL-04).

use api::types::{
    CommissionPeriod, CommissionReport, CommissionRow, CourierSave, CourierView, Empty, RepresentativeSave,
    RepresentativeView,
};
use api::{Fault, FaultCode, Topic};
use domain::ids::{CourierId, RepresentativeId};
use domain::money::Rate;
use serde_json::json;
use store::MasterEntity;
use store::tables::master::{Fields, set};
use store::tables::sellers::{self, CourierRow, RepresentativeRow};

use crate::clock::start_of_day;
use crate::context::{Context, Mutation, Query};
use crate::error::{Error, Result, refusal, refuse};
use crate::text::required;

/// All of a sale.
const WHOLE: Rate = Rate(100_000);

/// Every representative, by name.
pub fn representative_list(cx: &Query<'_>, _: Empty) -> Result<Vec<RepresentativeView>> {
    Ok(sellers::representatives(cx.db)?.into_iter().map(representative).collect())
}

fn representative(row: RepresentativeRow) -> RepresentativeView {
    let RepresentativeRow { id, name, rate, active, customers } = row;
    RepresentativeView { id, name, commission_rate: rate, customers, active }
}

/// Creates or changes a representative.
pub fn representative_save(
    cx: &mut Mutation<'_, '_>,
    request: RepresentativeSave,
) -> Result<RepresentativeView> {
    if !(Rate(0)..=WHOLE).contains(&request.commission_rate) {
        return refuse(FaultCode::AmountOutOfRange);
    }
    let fields: Fields = vec![
        ("name", json!(required("name", &request.name, 60)?)),
        ("commission_rate", json!(request.commission_rate)),
        ("active", json!(i64::from(request.active))),
    ];
    let id = match request.id {
        Some(id) => find(cx, id)?.id,
        None => RepresentativeId(cx.new_id()),
    };
    set(cx.tx, MasterEntity::Representative, id.0, fields)?;
    cx.touch(&[Topic::Users, Topic::Customers]);
    Ok(representative(find(cx, id)?))
}

fn find(cx: &impl Context, id: RepresentativeId) -> Result<RepresentativeRow> {
    let row = sellers::representative_by_id(cx.db(), id)?;
    row.ok_or_else(|| refusal(FaultCode::RepresentativeNotFound))
}

fn bad_day() -> Error {
    Fault::refused(FaultCode::BadRequest).with("detail", "day").into()
}

/// What the shop owes its representatives for a period: sold before taxes, less returned, times the rate.
pub fn commission_report(cx: &Query<'_>, request: CommissionPeriod) -> Result<CommissionReport> {
    let country = cx.country()?;
    let day = |text: &str| start_of_day(text, country).ok_or_else(bad_day);
    if day(&request.from_day)? > day(&request.to_day)? {
        return Err(bad_day());
    }
    let mut rows = Vec::new();
    for row in sellers::representatives(cx.db)? {
        let (sold, returned) = sellers::sold_and_returned(cx.db, row.id, &request.from_day, &request.to_day)?;
        if !row.active && sold.is_zero() && returned.is_zero() {
            continue;
        }
        let base = sold - returned;
        let RepresentativeRow { id: representative_id, name, rate, .. } = row;
        let commission = rate.of(base)?;
        rows.push(CommissionRow { representative_id, name, rate, sold, returned, base, commission });
    }
    let commission = rows.iter().map(|r| r.commission).sum();
    Ok(CommissionReport { rows, commission })
}

/// Every courier, by name.
pub fn courier_list(cx: &Query<'_>, _: Empty) -> Result<Vec<CourierView>> {
    Ok(sellers::couriers(cx.db)?.into_iter().map(courier).collect())
}

fn courier(row: CourierRow) -> CourierView {
    let CourierRow { id, name, active } = row;
    CourierView { id, name, active }
}

/// Creates or changes a courier.
pub fn courier_save(cx: &mut Mutation<'_, '_>, request: CourierSave) -> Result<CourierView> {
    let name = required("name", &request.name, 60)?;
    let known = sellers::couriers(cx.db())?;
    let id = match request.id {
        Some(id) if known.iter().any(|c| c.id == id) => id,
        Some(_) => return refuse(FaultCode::CourierNotFound),
        None => CourierId(cx.new_id()),
    };
    let fields: Fields = vec![("name", json!(name)), ("active", json!(i64::from(request.active)))];
    set(cx.tx, MasterEntity::Courier, id.0, fields)?;
    cx.touch(&[Topic::Users]);
    let saved = sellers::couriers(cx.db())?.into_iter().find(|c| c.id == id);
    saved.map(courier).ok_or_else(|| refusal(FaultCode::CourierNotFound))
}
