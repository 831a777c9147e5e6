//! Whether a database still holds what its anchors say. Costs the same after ten years as after a day.

use api::types::AnchorState;
use domain::ids::WorkstationId;
use fiscal::Anchor;
use store::Db;
use store::tables::books::{self, GapRow};
use store::tables::fiscal as chains;

use super::media::{Held, Media, Medium};
use crate::error::Result;

/// What an anchor says of a database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Where the anchor is kept.
    pub medium: Medium,
    /// What it says.
    pub state: AnchorState,
    /// The anchor, once its signature was verified.
    pub anchor: Option<Anchor>,
}

/// What all anchors say of the books of one workstation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TerminalStanding {
    /// The workstation.
    pub terminal: WorkstationId,
    /// The last record that the database holds.
    pub last_seq: i64,
    /// Each anchor.
    pub anchors: Vec<Standing>,
    /// The furthest position that is known to have existed and is not in the database; the counters of the database
    /// itself count as one.
    pub missing: Option<Anchor>,
}

impl TerminalStanding {
    /// The anchor that the database contradicts, if there is one.
    pub fn contradicted(&self) -> Option<&Anchor> {
        let found = self.anchors.iter().find(|one| one.state == AnchorState::Contradicts);
        found.and_then(|one| one.anchor.as_ref())
    }
}

/// Compares the books of a workstation in a database (the shop's, or a copy that somebody wants to put back) with its
/// anchors. `keys` are public keys (SPKI) that are trusted beside those of the database: an older copy does not know
/// the key of a later rotation.
pub fn standing(
    db: Db<'_>,
    media: &Media,
    terminal: WorkstationId,
    mut keys: Vec<Vec<u8>>,
) -> Result<TerminalStanding> {
    keys.extend(books::keys(db, terminal)?.into_iter().map(|key| key.spki));
    let (last_seq, gaps) = (books::last_seq(db, terminal)?, books::gaps(db, terminal)?);
    let mut anchors = Vec::new();
    for medium in Medium::ALL {
        let (state, anchor) = match media.read(medium, terminal) {
            Held::Nothing => (AnchorState::Absent, None),
            Held::Anchor(signed) if signed.anchor.terminal_id == terminal && signed.verifies(&keys) => {
                (state_of(db, &signed.anchor, last_seq, &gaps)?, Some(signed.anchor))
            }
            Held::Anchor(_) | Held::Unreadable => (AnchorState::Untrusted, None),
        };
        anchors.push(Standing { medium, state, anchor });
    }
    let ahead = anchors.iter().filter(|one| one.state == AnchorState::Ahead);
    let known = ahead.filter_map(|one| one.anchor.clone()).chain(counted_ahead(db, terminal, last_seq)?);
    let missing = known.max_by_key(|anchor| anchor.global_seq);
    Ok(TerminalStanding { terminal, last_seq, anchors, missing })
}

fn state_of(db: Db<'_>, anchor: &Anchor, last_seq: i64, gaps: &[GapRow]) -> Result<AnchorState> {
    let place = anchor.global_seq;
    // What was declared missing is not asked for again.
    if gaps.iter().any(|gap| (gap.from_seq..=gap.to_seq).contains(&place)) {
        return Ok(AnchorState::Holds);
    }
    let link = books::link_at(db, anchor.terminal_id, place)?;
    Ok(match link {
        Some(link) if link == anchor.link_global => AnchorState::Holds,
        None if last_seq < place => AnchorState::Ahead,
        _ => AnchorState::Contradicts,
    })
}

/// Records were cut off and the counters forgotten: they then know more than the records.
fn counted_ahead(db: Db<'_>, terminal: WorkstationId, last_seq: i64) -> Result<Option<Anchor>> {
    let state = chains::state(db, terminal)?;
    let gap_end = books::gaps(db, terminal)?.last().map_or(0, |gap| gap.to_seq);
    if state.heads.global_seq <= last_seq.max(gap_end) {
        return Ok(None);
    }
    super::current(db, terminal)
}
