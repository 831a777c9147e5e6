//! The books of the shop: keys, anchors, what has to be decided, and the verification of everything (fiscal.md 7.4 to 7.8).

use api::FaultCode;
use api::types::{
    BooksHealth, Empty, GapDeclare, IntegrityProgress, KeyReplace, PrintJobView, ReportLanguage,
    RestoreFound, RestoreSource, TableReport, WorkstationRef,
};
use documents::ticket::KeySlip;
use store::tables::books as rows;

use crate::context::{Context as _, Mutation, Query};
use crate::error::{Result, refusal};
use crate::printing::queue;
use crate::{books, integrity, keys, views};

/// Keys, anchors and incidents of every workstation.
pub fn books_health(cx: &Query<'_>, _: Empty) -> Result<BooksHealth> {
    books::health(cx)
}

/// What another copy of the database could give back.
pub fn restore_examine(cx: &Query<'_>, request: RestoreSource) -> Result<RestoreFound> {
    books::examine(cx, &request)
}

/// Fetches missing records from another copy.
pub fn restore_fetch(cx: &mut Mutation<'_, '_>, request: RestoreSource) -> Result<BooksHealth> {
    books::fetch(cx, &request)
}

/// Declares missing records lost.
pub fn gap_declare(cx: &mut Mutation<'_, '_>, request: GapDeclare) -> Result<BooksHealth> {
    books::declare_gap(cx, &request)
}

/// Gives a workstation a new key, countersigned by the old one.
pub fn key_rotate(cx: &mut Mutation<'_, '_>, request: WorkstationRef) -> Result<BooksHealth> {
    keys::rotate(cx, &request)
}

/// Gives a workstation a new key in place of a lost one.
pub fn key_replace(cx: &mut Mutation<'_, '_>, request: KeyReplace) -> Result<BooksHealth> {
    keys::replace(cx, &request)
}

/// Prints the slip that names the key of a workstation, at that workstation.
pub fn key_slip_print(cx: &mut Mutation<'_, '_>, request: WorkstationRef) -> Result<PrintJobView> {
    let row = cx.find_workstation(request.workstation_id)?;
    let (shop, country) = (cx.shop()?, cx.country()?);
    let key = rows::keys(cx.db(), row.id)?.pop().ok_or_else(|| refusal(FaultCode::WorkstationNotFound))?;
    let announced = rows::record_at(cx.db(), row.id, key.valid_from)?;
    let registration = [shop.text("siret"), shop.text("tps_number")];
    let slip = KeySlip {
        trade_name: views::shop_tile(&shop).name,
        registration: registration.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_owned(),
        workstation: format!("{} {}", row.code, row.name),
        announced_by: announced.map(|record| record.doc_no).unwrap_or_default(),
        fingerprint: keys::fingerprint(&key.spki),
        key_id: key.key_id,
        printed_at: cx.local_now()?.printed(),
        software: queue::program(cx.db(), country)?,
    };
    queue::key_slip(cx, &row, &slip)
}

/// Takes note of the defects of a workstation.
pub fn integrity_acknowledge(cx: &mut Mutation<'_, '_>, request: WorkstationRef) -> Result<BooksHealth> {
    books::acknowledge(cx, &request)
}

/// The verification that runs, or the last one.
pub fn integrity_progress(cx: &Query<'_>, request: Empty) -> Result<IntegrityProgress> {
    integrity::progress(cx, request)
}

/// Verifies everything, beside the work.
pub fn integrity_start(cx: &mut Mutation<'_, '_>, request: Empty) -> Result<IntegrityProgress> {
    integrity::begin(cx, request)
}

/// Stops the verification that runs.
pub fn integrity_cancel(cx: &mut Mutation<'_, '_>, request: Empty) -> Result<Empty> {
    integrity::cancel(cx, request)
}

/// What the last check of the tables found, in words.
pub fn integrity_tables(cx: &Query<'_>, request: ReportLanguage) -> Result<TableReport> {
    integrity::table_report(cx, &request)
}
