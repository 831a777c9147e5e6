//! Another copy of the database, compared with this one: what it can give back, and where the two have gone apart.

use std::path::Path;

use api::types::{RestoreCandidate, RestoreFound, RestoreSource};
use api::{Fault, FaultCode};
use domain::ids::WorkstationId;
use store::tables::books::{self, LogIdentity};
use store::tables::{fiscal as chains, ops};
use store::{Db, ReadOnlyStore};

use crate::context::{Context, Query};
use crate::error::{Result, refuse};

/// Opens a file that must be a copy of this very database.
pub fn open(cx: &impl Context, path: &str) -> Result<ReadOnlyStore> {
    let path = Path::new(path.trim());
    let unreadable = |detail: String| Fault::refused(FaultCode::RestoreUnreadable).with("detail", detail);
    if !path.is_file() || path == cx.shared().store.path() {
        return Err(unreadable(path.display().to_string()).into());
    }
    let copy = ReadOnlyStore::open(path).map_err(|error| unreadable(error.to_string()))?;
    let theirs = copy.read(books::log_identity).map_err(|error| unreadable(error.to_string()))?;
    let ours = books::log_identity(cx.db())?;
    if (theirs.account, theirs.dv) != (ours.account, ours.dv) {
        return refuse(FaultCode::RestoreOther);
    }
    Ok(copy)
}

/// What a file could give back.
pub fn examine(cx: &Query<'_>, request: &RestoreSource) -> Result<RestoreFound> {
    let copy = open(cx, &request.path)?;
    let mut workstations = Vec::new();
    for terminal in chains::terminals(cx.db)? {
        workstations.push(candidate(cx, &copy, terminal)?);
    }
    let operations = operations(&copy, &books::log_identity(cx.db)?)?;
    Ok(RestoreFound { complete: operations > 0, operations, workstations })
}

/// How many operations the copy has behind ours; 0 unless its log holds ours from beginning to end.
pub fn operations(copy: &ReadOnlyStore, ours: &LogIdentity) -> Result<u32> {
    let continues = |db: Db<'_>| -> Result<u32> {
        let theirs = books::log_identity(db)?;
        let same = ours.dseq == 0
            || ops::after(db, ours.dseq - 1, 1)?
                .first()
                .is_some_and(|op| op.dseq == ours.dseq && op.hash == ours.head);
        let more = theirs.dseq.saturating_sub(ours.dseq);
        Ok(if same { u32::try_from(more).unwrap_or(0) } else { 0 })
    };
    copy.read(continues)
}

fn candidate(cx: &impl Context, copy: &ReadOnlyStore, terminal: WorkstationId) -> Result<RestoreCandidate> {
    let code = cx.find_workstation(terminal)?.code;
    let found = books::last_seq(cx.db(), terminal)?;
    let incident = cx.shared().books.incident(terminal).and_then(|incident| incident.anchor);
    let offered = copy.read(|db| Ok::<_, crate::error::Error>(books::last_seq(db, terminal)?))?;
    Ok(RestoreCandidate {
        workstation_id: terminal,
        code,
        found,
        anchored: incident.map_or(found, |anchor| anchor.global_seq),
        offered,
        conflict: conflict(cx, copy, terminal, found.min(offered))?,
    })
}

/// The first place at which the two hold different records. Each link is made of the one before, so places are equal up
/// to the first that is not, and it is found by halving.
pub fn conflict(
    cx: &impl Context,
    copy: &ReadOnlyStore,
    terminal: WorkstationId,
    common: i64,
) -> Result<Option<i64>> {
    let differs = |place: i64| -> Result<bool> {
        let ours = books::link_at(cx.db(), terminal, place)?;
        let theirs = copy.read(|db| Ok::<_, crate::error::Error>(books::link_at(db, terminal, place)?))?;
        // Inside a gap there is nothing to compare.
        Ok(ours.zip(theirs).is_some_and(|(ours, theirs)| ours != theirs))
    };
    if common == 0 || !differs(common)? {
        return Ok(None);
    }
    let (mut same, mut other) = (0, common);
    while other - same > 1 {
        let middle = same + (other - same) / 2;
        if differs(middle)? { other = middle } else { same = middle }
    }
    Ok(Some(other))
}
