//! Importing articles.

use api::types::{ImportAnalyse, ImportPreview, ImportRef, ImportStart, ImportStatus};
use api::{Fault, FaultCode, ImportPhase};

use crate::context::{Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::import::{self, Plan, preview, read_file};

/// Says what an import would do; writes nothing.
pub fn import_analyse(cx: &Query<'_>, request: ImportAnalyse) -> Result<ImportPreview> {
    let table = read_file(&request.file)?;
    Ok(preview(&Plan::of(cx.db, cx.now_ms, table, request.mapping.as_deref())?))
}

/// Starts an import; it goes on beside the program and reports by events.
pub fn import_start(cx: &mut Mutation<'_, '_>, request: ImportStart) -> Result<ImportStatus> {
    for required in [api::types::ImportField::Name, api::types::ImportField::Price] {
        if !request.mapping.iter().any(|c| c.field == required) {
            let field = serde_json::to_value(required)?;
            return Err(Fault::refused(FaultCode::ImportMapping).with("field", field).into());
        }
    }
    let status = ImportStatus {
        import_id: cx.new_id(),
        phase: ImportPhase::Running,
        done: 0,
        total: 0,
        created: 0,
        updated: 0,
        rejected: 0,
        fault: None,
    };
    if cx.shared.imports.is_running() {
        return refuse(FaultCode::ImportRunning);
    }
    let (caller, begun) = (cx.caller.clone(), status.clone());
    cx.after.push(Box::new(move |shared| {
        let import = shared.imports.begin(begun);
        import::start(shared, import, caller, request.file, request.mapping);
    }));
    Ok(status)
}

/// Where an import stands.
pub fn import_status(cx: &Query<'_>, request: ImportRef) -> Result<ImportStatus> {
    let import =
        cx.shared.imports.find(request.import_id).ok_or_else(|| refusal(FaultCode::ImportNotFound))?;
    Ok(import.status())
}

/// Asks an import to stop: nothing of it will have been written.
pub fn import_cancel(cx: &mut Mutation<'_, '_>, request: ImportRef) -> Result<ImportStatus> {
    let import =
        cx.shared.imports.find(request.import_id).ok_or_else(|| refusal(FaultCode::ImportNotFound))?;
    import.cancel();
    Ok(import.status())
}
