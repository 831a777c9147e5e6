//! Writing a planned import: all rows in one transaction, or none.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use api::types::{ImportColumn, ImportFile};
use api::{Event, ImportPhase, Topic};
use domain::ids::{ArticleId, DepartmentId};
use domain::money::{Quantity, UnitPrice};
use domain::text::fold;
use fiscal::JetEvent;
use serde_json::{Value, json};
use store::op::{StockMove, StockSet};
use store::tables::articles;
use store::tables::master::{Fields, set};
use store::{MasterEntity, Op, Stamp};

use super::plan::Planned;
use super::{Import, Plan, read_file};
use crate::context::{Caller, Context as _, Mutation};
use crate::error::{Error, Result};
use crate::shared::Shared;

/// Rows between two progress events, and between two looks at the cancel button.
const STEP: u32 = 250;

/// Runs an import on a thread of its own.
pub fn start(
    shared: &Arc<Shared>,
    import: Arc<Import>,
    caller: Caller,
    file: ImportFile,
    mapping: Vec<ImportColumn>,
) {
    let (shared, failed) = (Arc::clone(shared), Arc::clone(&import));
    let again = Arc::clone(&shared);
    let body = move || {
        let result = run(&shared, &import, caller, &file, &mapping);
        finish(&shared, &import, result);
    };
    if let Err(error) = std::thread::Builder::new().name("import".to_owned()).spawn(body) {
        finish(&again, &failed, Err(store::Error::from(error).into()));
    }
}

fn finish(shared: &Arc<Shared>, import: &Import, result: Result<()>) {
    let (phase, fault) = match result {
        Ok(()) => (ImportPhase::Done, None),
        Err(Error::Cancelled) => (ImportPhase::Cancelled, None),
        Err(error) => {
            let trace = shared.new_id(shared.clock.now_ms()).simple().to_string();
            (ImportPhase::Failed, Some(error.into_fault("import", &trace)))
        }
    };
    let status = import.update(|s| {
        s.phase = phase;
        s.fault = fault;
        if phase != ImportPhase::Done {
            (s.done, s.created, s.updated) = (0, 0, 0);
        }
    });
    shared.send(&Event::Import {
        import_id: status.import_id,
        phase,
        done: status.done,
        total: status.total,
    });
    if phase == ImportPhase::Done {
        let topics = vec![Topic::Catalogue, Topic::Stock, Topic::Shop];
        shared.send(&Event::Changed { topics, workstation: None, client: None });
    }
}

fn run(
    shared: &Arc<Shared>,
    import: &Arc<Import>,
    caller: Caller,
    file: &ImportFile,
    mapping: &[ImportColumn],
) -> Result<()> {
    let table = read_file(file)?;
    let stamp = Stamp { now_ms: shared.clock.now_ms(), actor: caller.actor() };
    let (job_shared, job_import, columns) = (Arc::clone(shared), Arc::clone(import), mapping.to_vec());
    let name = file.name.clone();
    shared.store.write(stamp, move |tx| {
        // Planned inside the transaction: the catalogue cannot change between the plan and the writing.
        let plan = Plan::of(tx.db(), tx.now_ms(), table, Some(&columns))?;
        let mut cx = Mutation::new(tx, &caller, &job_shared);
        write(&mut cx, &job_import, &plan, &name)
    })
}

fn write(cx: &mut Mutation<'_, '_>, import: &Import, plan: &Plan, file: &str) -> Result<()> {
    let total = u32::try_from(plan.planned.len()).unwrap_or(u32::MAX);
    let rejected = u32::try_from(plan.rejected_rows()).unwrap_or(u32::MAX);
    import.update(|s| (s.total, s.rejected) = (total, rejected));
    let departments = create_departments(cx, plan)?;
    let mut next_code = articles::greatest_code(cx.db())? + 1;
    let mut used: BTreeSet<String> = plan.planned.iter().filter_map(|p| p.row.code.clone()).collect();
    let mut moves = Vec::new();
    let mut levels: HashMap<ArticleId, Quantity> = HashMap::new();
    for (n, planned) in (1u32..).zip(&plan.planned) {
        let code = match (&planned.row.code, planned.existing) {
            (None, None) => Some(fresh_code(&mut next_code, &mut used)),
            (code, _) => code.clone(),
        };
        let id = write_article(cx, planned, code, &departments)?;
        if let Some(stock) = planned.row.stock {
            // Several rows may name one article by its bar codes: the last one states the level.
            let before = levels.insert(id, stock).map_or_else(|| articles::on_hand(cx.db(), id), Ok)?;
            let delta = Quantity(stock.0 - before.0);
            moves.push(StockMove { article: id, quantity: delta });
        }
        if n % STEP == 0 || n == total {
            progress(cx, import, n)?;
        }
        count(import, planned);
    }
    if !moves.is_empty() {
        cx.emit(Op::StockSet(StockSet { moves, reason: "import".to_owned() }))?;
    }
    journal(cx, file, total)
}

fn count(import: &Import, planned: &Planned) {
    import.update(|s| match planned.existing {
        Some(_) => s.updated += 1,
        None => s.created += 1,
    });
}

fn progress(cx: &Mutation<'_, '_>, import: &Import, done: u32) -> Result<()> {
    if import.is_cancelled() || cx.shared.is_stopping() {
        return Err(Error::Cancelled);
    }
    let status = import.update(|s| s.done = done);
    let (import_id, total) = (status.import_id, status.total);
    cx.shared.send(&Event::Import { import_id, phase: ImportPhase::Running, done, total });
    Ok(())
}

fn fresh_code(next: &mut i64, used: &mut BTreeSet<String>) -> String {
    loop {
        let code = next.to_string();
        *next += 1;
        if used.insert(code.clone()) {
            return code;
        }
    }
}

fn create_departments(cx: &mut Mutation<'_, '_>, plan: &Plan) -> Result<HashMap<String, DepartmentId>> {
    let mut departments = plan.departments.clone();
    for name in &plan.new_departments {
        let id = DepartmentId(cx.new_id());
        let position = i64::try_from(departments.len()).unwrap_or(0);
        set(
            cx.tx,
            MasterEntity::Department,
            id.0,
            vec![("name", json!(name)), ("position", json!(position))],
        )?;
        departments.insert(fold(name), id);
    }
    Ok(departments)
}

/// Writes what the file states; fields it has no column for keep their value.
fn write_article(
    cx: &mut Mutation<'_, '_>,
    planned: &Planned,
    code: Option<String>,
    departments: &HashMap<String, DepartmentId>,
) -> Result<ArticleId> {
    let row = &planned.row;
    let mut fields: Fields = vec![
        ("name", json!(row.name)),
        ("unit_price", json!(UnitPrice::from_money(row.price))),
        ("tax_category_id", json!(planned.tax_category)),
    ];
    fields.extend(code.map(|code| ("code", json!(code))));
    fields.extend(
        row.department
            .as_ref()
            .and_then(|d| departments.get(&fold(d)))
            .map(|id| ("department_id", json!(id))),
    );
    if row.unit.is_some() || planned.existing.is_none() {
        fields.push(("unit", json!(row.unit.as_deref().unwrap_or("pièce"))));
    }
    if let Some(barcode) = &row.barcode {
        let mut codes = match planned.existing {
            Some(id) => articles::by_id(cx.db(), id)?.map(|a| a.barcodes).unwrap_or_default(),
            None => Vec::new(),
        };
        if !codes.contains(barcode) {
            codes.push(barcode.clone());
        }
        fields.push(("barcodes", Value::String(serde_json::to_string(&codes)?)));
    }
    if planned.existing.is_none() {
        fields.extend([
            ("stocked", json!(i64::from(row.stock.is_some()))),
            ("durable", json!(0)),
            ("active", json!(1)),
        ]);
    } else {
        // An article that comes with a new price is on sale again.
        fields.push(("active", json!(1)));
        fields.extend(row.stock.map(|_| ("stocked", json!(1))));
    }
    fields.extend(superseded(cx, planned.existing)?);
    let id = planned.existing.unwrap_or_else(|| ArticleId(cx.new_id()));
    set(cx.tx, MasterEntity::Article, id.0, fields)?;
    Ok(id)
}

/// A planned price that has taken effect gives way to the price of the file; one to come stays planned.
fn superseded(cx: &Mutation<'_, '_>, existing: Option<ArticleId>) -> Result<Fields> {
    let row = existing.map(|id| articles::by_id(cx.db(), id)).transpose()?.flatten();
    let Some((_, from)) = row.and_then(|row| row.next_price) else { return Ok(Vec::new()) };
    if from > cx.local_now()?.day() {
        return Ok(Vec::new());
    }
    Ok(vec![("next_price", Value::Null), ("next_price_from", Value::Null)])
}

/// JET 140.
fn journal(cx: &mut Mutation<'_, '_>, file: &str, articles: u32) -> Result<()> {
    crate::journal::note(cx, JetEvent::DataImported, format!("{file}: {articles} articles"))
}
