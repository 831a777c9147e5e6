//! Whether a workstation may write into its books, and what has to be decided first (fiscal.md 7.7).
//!
//! What was found at start is kept here while the program runs: it is found again at the next start, because it is read
//! from the database, the keys and the anchors, and nothing else.

mod copy;
mod decide;
mod defects;
mod fetch;
mod find;
mod view;

use std::collections::{BTreeMap, HashMap};
use std::sync::Mutex;

use api::types::IncidentKind;
use api::{Fault, FaultCode};
use domain::ids::WorkstationId;
use fiscal::Anchor;

pub use copy::examine;
pub use decide::declare_gap;
pub use defects::{ANCHOR_DEFECTS, acknowledge, journal_defects, note_defects};
pub use fetch::fetch;
pub use find::find;
pub use view::{health, renewed, settled};

use crate::anchors::Media;
use crate::error::Result;
use crate::shared::{Bell, lock};

/// What stops a workstation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// What.
    pub kind: IncidentKind,
    /// The last record that the database holds.
    pub found: i64,
    /// What is known of the last record that existed; none where only the key is in question.
    pub anchor: Option<Anchor>,
}

/// The books of the running program.
#[derive(Default)]
pub struct Books {
    /// Where anchors are kept; none in training.
    pub media: Option<Media>,
    /// Wakes the worker that writes anchors.
    pub bell: Bell,
    /// Positions of the anchors that were written in this run.
    pub written: Mutex<HashMap<WorkstationId, i64>>,
    incidents: Mutex<BTreeMap<WorkstationId, Incident>>,
    /// Workstations with a defect that no manager knows of, and its place.
    unacknowledged: Mutex<BTreeMap<WorkstationId, i64>>,
    /// Workstations that anchors named at the start and the database did not know.
    unknown: Mutex<Vec<WorkstationId>>,
}

impl Books {
    /// Books with anchors.
    pub fn anchored(media: Media) -> Self {
        Self { media: Some(media), ..Self::default() }
    }

    /// What stops a workstation.
    pub fn incident(&self, terminal: WorkstationId) -> Option<Incident> {
        lock(&self.incidents).get(&terminal).cloned()
    }

    /// What stops workstations, all of them.
    pub fn incidents(&self) -> BTreeMap<WorkstationId, Incident> {
        lock(&self.incidents).clone()
    }

    /// True while the database does not hold what was anchored: the anchors are then evidence.
    pub fn in_question(&self, terminal: WorkstationId) -> bool {
        self.incident(terminal).is_some_and(|incident| incident.anchor.is_some())
    }

    /// Sets or lifts what stops a workstation.
    pub fn set_incident(&self, terminal: WorkstationId, incident: Option<Incident>) {
        let mut incidents = lock(&self.incidents);
        match incident {
            Some(incident) => incidents.insert(terminal, incident),
            None => incidents.remove(&terminal),
        };
    }

    /// Sets or lifts the defect of a workstation that no manager knows of.
    pub fn set_unacknowledged(&self, terminal: WorkstationId, position: Option<i64>) {
        let mut unacknowledged = lock(&self.unacknowledged);
        match position {
            Some(position) => unacknowledged.insert(terminal, position),
            None => unacknowledged.remove(&terminal),
        };
    }

    /// Sets the workstations that anchors name and the database has never heard of: it was deleted, or replaced by another.
    pub fn set_unknown(&self, terminals: Vec<WorkstationId>) {
        *lock(&self.unknown) = terminals;
    }

    /// How many workstations are still unknown to a database that knows `known`, and still named by the file of anchors.
    pub fn unknown(&self, known: &[WorkstationId]) -> usize {
        let unknown = lock(&self.unknown);
        let Some(media) = self.media.as_ref().filter(|_| !unknown.is_empty()) else { return 0 };
        let named = media.named();
        unknown.iter().filter(|one| named.contains(one) && !known.contains(one)).count()
    }

    /// What keeps a workstation from writing: its own incident, or missing records anywhere. These stop every workstation
    /// of the database: what one of them writes now would stand between the records and their return.
    pub fn stopped_by(&self, terminal: WorkstationId) -> Option<Incident> {
        let incidents = lock(&self.incidents);
        let missing = incidents.values().find(|one| one.kind == IncidentKind::RecordsMissing);
        missing.or_else(|| incidents.get(&terminal)).cloned()
    }

    /// Refuses to write anything into the books of a workstation that has something to decide.
    pub fn allow_writing(&self, terminal: WorkstationId) -> Result<()> {
        self.stopped_by(terminal).map_or(Ok(()), |incident| Err(incident.fault().into()))
    }

    /// Refuses to sell at a workstation whose books have a defect that no manager has taken note of.
    pub fn allow_selling(&self, terminal: WorkstationId) -> Result<()> {
        lock(&self.unacknowledged).get(&terminal).map_or(Ok(()), |position| {
            Err(Fault::refused(FaultCode::IntegrityUnacknowledged).with("position", *position).into())
        })
    }
}

impl Incident {
    /// What a person is told who tries to write.
    pub fn fault(&self) -> Fault {
        let code = match self.kind {
            IncidentKind::RecordsMissing => FaultCode::RecordsMissing,
            IncidentKind::RecordsForked => FaultCode::RecordsForked,
            IncidentKind::KeyMissing => FaultCode::SigningKeyMissing,
            IncidentKind::KeyForeign => FaultCode::SigningKeyForeign,
        };
        let anchored = self.anchor.as_ref().map_or(self.found, |anchor| anchor.global_seq);
        Fault::refused(code).with("found", self.found).with("anchored", anchored)
    }
}
