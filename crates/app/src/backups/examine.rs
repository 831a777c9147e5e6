//! Reading through a copy: is it whole, do its signatures hold, what is in it.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use api::types::BackupPhase;
use domain::ids::WorkstationId;
use fiscal::Chain;
use fiscal::verify::{Severity, Verdict};
use store::Db;
use store::backup::Candidate;
use store::tables::copies::{self, About, Content};
use store::tables::{fiscal as chains, settings};

use super::desk::Desk;
use crate::error::{Error, Result};
use crate::verify::{last_records, verify_chains_beside};
use crate::views;

/// Longest pause after a page of records: half of a core is left to the till.
const PAUSE: Duration = Duration::from_millis(200);

/// How the reading of a copy ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing is wrong.
    Sound,
    /// Somebody stopped it.
    GivenUp,
    /// The file is damaged.
    Damaged(String),
    /// A signed record does not verify: workstation and position.
    Broken(String),
}

/// Reads every page of a copy, with pauses.
pub fn pages(copy: &mut Candidate, desk: &Arc<Desk>) -> Result<Reading> {
    desk.report(BackupPhase::Checking, 0, 0);
    let watch = Arc::clone(desk);
    match copy.check(move || watch.goes_on()) {
        Ok(true) => Ok(Reading::Sound),
        Ok(false) => Ok(Reading::GivenUp),
        Err(store::Error::Corrupt(detail)) => Ok(Reading::Damaged(detail)),
        Err(error) => Err(error.into()),
    }
}

/// Verifies the end of every chain: what a backup that was just made must show.
pub fn tails(copy: &Candidate) -> Result<Reading> {
    let defects = copy.read(last_records)?;
    let first = defects.first().map(|found| Reading::Broken(format!("{} {}", found.code, found.position)));
    Ok(first.unwrap_or(Reading::Sound))
}

/// Verifies every record of every workstation, with pauses.
pub fn chains(copy: &Candidate, desk: &Desk) -> Result<Reading> {
    let total = copy.read(heads)?.iter().map(|head| head.position).sum::<i64>();
    let mut started = Instant::now();
    let watch = |done: u64| {
        std::thread::sleep(started.elapsed().min(PAUSE));
        started = Instant::now();
        desk.report(BackupPhase::Verifying, u32::try_from(done).unwrap_or(u32::MAX), count(total))
    };
    let Some(reports) = copy.read(|db| verify_chains_beside(db, watch))? else { return Ok(Reading::GivenUp) };
    for (terminal, report) in reports {
        if report.verdict() == Verdict::Broken {
            let first = report.findings.iter().find(|found| found.defect.severity() == Severity::Error);
            let position = first.map_or(0, |found| found.position.global_seq);
            let code = copy.read(|db| code_of(db, terminal))?;
            return Ok(Reading::Broken(format!("{code} {position}")));
        }
    }
    Ok(Reading::Sound)
}

/// Where the chains of a workstation end.
#[derive(Clone, Debug)]
pub struct Head {
    /// The workstation.
    pub terminal: WorkstationId,
    /// Position of the last record.
    pub position: i64,
    /// Its link.
    pub link: String,
    /// How far tickets are numbered.
    pub tickets: i64,
}

/// The heads of every workstation.
pub fn heads(db: Db<'_>) -> Result<Vec<Head>> {
    let head = |terminal| {
        let heads = chains::state(db, terminal)?.heads;
        let tickets = heads.head(Chain::Ticket).seq;
        Ok(Head { terminal, position: heads.global_seq, link: heads.link_global, tickets })
    };
    chains::terminals(db)?.into_iter().map(head).collect()
}

/// The code of a workstation, for a person.
pub fn code_of(db: Db<'_>, terminal: WorkstationId) -> Result<String> {
    Ok(settings::workstation(db, terminal)?.map_or_else(|| terminal.to_string(), |row| row.code))
}

/// What is in a copy.
#[derive(Clone, Debug)]
pub struct Inside {
    /// Which database it is.
    pub about: About,
    /// Name of the shop; empty without one.
    pub shop: String,
    /// Where the chains end.
    pub heads: Vec<Head>,
    /// What they come to.
    pub content: Content,
    /// The newest ticket.
    pub last_ticket: Option<(String, i64)>,
}

/// Counts what is in a database.
pub fn inside(db: Db<'_>) -> Result<Inside> {
    let heads = heads(db)?;
    let mut content = Content::default();
    for head in &heads {
        content = content.and(copies::content(db, head.terminal, head.position)?);
    }
    Ok(Inside {
        about: copies::about(db)?,
        shop: views::app_shop_tile(db)?.map(|tile| tile.name).unwrap_or_default(),
        heads,
        content,
        last_ticket: copies::last_ticket(db)?,
    })
}

/// Opens a copy; one of an older program is brought up to date first, so it must be a copy of a copy. Says whether that was
/// done.
pub fn open_scratch(path: &Path) -> Result<(Candidate, bool)> {
    let older = Candidate::open(path)?.is_older()?;
    if older {
        Candidate::prepare(path)?;
    }
    Ok((Candidate::open(path)?, older))
}

/// A count as it crosses the border.
pub fn count(n: i64) -> u32 {
    u32::try_from(n).unwrap_or(if n < 0 { 0 } else { u32::MAX })
}

/// What the store says of a file that is no good copy; other failures are failures.
pub fn unfit(error: Error) -> Result<Reading> {
    match error {
        Error::Store(store::Error::Corrupt(detail)) => Ok(Reading::Damaged(detail)),
        Error::Store(
            error @ (store::Error::Foreign | store::Error::TooNew { .. } | store::Error::Migration(_)),
        ) => Ok(Reading::Damaged(error.to_string())),
        other => Err(other),
    }
}
