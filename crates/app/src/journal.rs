//! What the journal of technical events (JET, fiscal.md 1.5) says of what people change and allow.
//!
//! Whose journal: that of the workstation of the session. A change made where nobody works at a workstation (the back
//! office) stands in the journal of the first enrolled workstation that can sign, the active ones first, by code.
//! A change that cannot be journaled is refused: nothing that must be told is done in silence.
//!
//! Texts are French, as everything that is signed; amounts are in minor units.

mod rights;

use std::fmt::Display;

use api::FaultCode;
use domain::permission::Permission;
use fiscal::JetEvent;
pub use rights::{right_name, role_name};
use store::Op;
use store::tables::settings::{self, WorkstationRow};
use store::tables::{documents, settings::UserRow};

use crate::context::{Context as _, Mutation};
use crate::error::{Result, refusal};
use crate::fiscal_book::Book;
use crate::keys;

/// Journals an event.
pub fn note(cx: &mut Mutation<'_, '_>, event: JetEvent, info: impl Into<String>) -> Result<()> {
    let workstation = whose(cx)?;
    let record = Book::open(cx, &workstation)?.journal(event, info)?;
    cx.emit(Op::FiscalRecorded(vec![record]))
}

/// The workstation whose journal tells of this call.
fn whose(cx: &Mutation<'_, '_>) -> Result<WorkstationRow> {
    if let Some(own) = cx.caller.workstation {
        return cx.find_workstation(own);
    }
    let mut all = settings::workstations(cx.db())?;
    all.sort_by_key(|w| !w.active);
    let mut first = None;
    for row in all {
        if documents::is_enrolled(cx.db(), row.id)? {
            if keys::of_terminal(cx.shared, row.id).is_ok() {
                return Ok(row);
            }
            first.get_or_insert(row);
        }
    }
    first.ok_or_else(|| refusal(FaultCode::WorkstationNotFound))
}

/// What changed between two states, field by field.
#[derive(Default)]
pub struct Changes(Vec<String>);

impl Changes {
    /// Adds a field, if it changed: «remise sans accord : 10000 → 15000».
    #[must_use]
    pub fn field(mut self, name: &str, before: impl Display, after: impl Display) -> Self {
        let (before, after) = (before.to_string(), after.to_string());
        if before != after {
            let shown = |text: String| if text.is_empty() { "vide".to_owned() } else { text };
            self.0.push(format!("{name} : {} → {}", shown(before), shown(after)));
        }
        self
    }

    /// Adds a field whose value is nobody's business, if it changed («code secret changé»).
    #[must_use]
    pub fn secret(mut self, changed: bool, text: &str) -> Self {
        if changed {
            self.0.push(text.to_owned());
        }
        self
    }

    /// Journals the changes of `subject` as one event; nothing where nothing changed.
    pub fn note(self, cx: &mut Mutation<'_, '_>, event: JetEvent, subject: &str) -> Result<()> {
        if self.0.is_empty() {
            Ok(())
        } else {
            note(cx, event, format!("{subject} : {}", self.0.join(" ; ")))
        }
    }
}

/// «oui» or «non».
#[must_use]
pub const fn yes(value: bool) -> &'static str {
    if value { "oui" } else { "non" }
}

/// JET 130 for each right that a supervisor lent to this call: the right of the command, and those that the use case
/// asked for beyond it. A query lends rights too, but changes nothing and is not journaled.
pub fn overrides(cx: &mut Mutation<'_, '_>, command: &str) -> Result<()> {
    let mut lent = std::mem::take(&mut cx.lent);
    let own = cx.caller.lent.filter(|right| !lent.iter().any(|(other, _)| other == right));
    lent.extend(own.map(|right| (right, String::new())));
    let Some(id) = cx.caller.approved_by.filter(|_| !lent.is_empty()) else { return Ok(()) };
    let supervisor = settings::user(cx.db(), id)?.ok_or_else(|| refusal(FaultCode::UserNotFound))?;
    lent.sort_by_key(|(right, _)| *right);
    for (right, detail) in lent {
        note(cx, JetEvent::RightsChanged, override_info(right, command, &supervisor, &detail))?;
    }
    Ok(())
}

fn override_info(right: Permission, command: &str, supervisor: &UserRow, detail: &str) -> String {
    let detail = if detail.is_empty() { String::new() } else { format!(" : {detail}") };
    format!("dérogation «{}» ({command}), autorisée par {}{detail}", right_name(right), supervisor.name)
}
