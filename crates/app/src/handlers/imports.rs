//! Importing articles.

use api::types::{ImportAnalyse, ImportPreview, ImportRef, ImportStart, ImportStatus};
use api::{FaultCode, ImportPhase};

use crate::context::{Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::import::{self, Order, Plan, check_mapping, read_file};

/// Says what an import would do; writes nothing.
pub fn import_analyse(cx: &Query<'_>, request: ImportAnalyse) -> Result<ImportPreview> {
    let ImportAnalyse { kind, existing, file, mapping } = request;
    let plan = Plan::of(cx.db, cx.now_ms, read_file(&file)?, &Order { kind, existing, mapping })?;
    Ok(plan.preview())
}

/// Starts an import; it goes on beside the program and reports by events.
pub fn import_start(cx: &mut Mutation<'_, '_>, request: ImportStart) -> Result<ImportStatus> {
    let ImportStart { kind, existing, file, mapping } = request;
    check_mapping(kind, &mapping)?;
    let status = ImportStatus {
        import_id: cx.new_id(),
        phase: ImportPhase::Running,
        done: 0,
        total: 0,
        created: 0,
        updated: 0,
        skipped: 0,
        rejected: 0,
        fault: None,
    };
    if cx.shared.imports.is_running() {
        return refuse(FaultCode::ImportRunning);
    }
    let (caller, begun) = (cx.caller.clone(), status.clone());
    cx.after.push(Box::new(move |shared| {
        let import = shared.imports.begin(begun);
        let order = Order { kind, existing, mapping: Some(mapping) };
        import::start(shared, import, caller, file, order);
    }));
    Ok(status)
}

/// Where an import stands.
pub fn import_status(cx: &Query<'_>, request: ImportRef) -> Result<ImportStatus> {
    let import =
        cx.shared.imports.find(request.import_id).ok_or_else(|| refusal(FaultCode::ImportNotFound))?;
    Ok(import.status())
}

/// Asks an import to stop: nothing of it will have been written. It changes nothing in the database and must not wait
/// for it: a mutation would stand in line behind the very transaction that it is to stop.
pub fn import_cancel(cx: &Query<'_>, request: ImportRef) -> Result<ImportStatus> {
    let import =
        cx.shared.imports.find(request.import_id).ok_or_else(|| refusal(FaultCode::ImportNotFound))?;
    import.cancel();
    Ok(import.status())
}
