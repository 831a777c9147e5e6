//! Writing the file of an archive: into a scratch file beside it, synced, renamed. The records are verified as they pass;
//! a defect is journaled and the archive marked, and it is written all the same (fiscal.md 1.9).

use std::fs::File;
use std::io::{BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use archive::{Act, ArchiveError, Archiver, PublicKey, Start};
use domain::ids::WorkstationId;
use fiscal::signing::VerifyError;
use fiscal::verify::{Severity, TrustedKey, TrustedKeys, Verifier};
use fiscal::{ArchivePayload, FiscalRecord};
use sha2::{Digest as _, Sha256};
use store::tables::archives::{self as rows, FileRow};
use store::tables::fiscal as chains;

use super::worker::stamp;
use super::{BREATH, PAGE, file_name, folder, next_try, payload, problem, scratch, sync_folder};
use crate::books;
use crate::crash_points::CrashPoint;
use crate::error::{Error, Result};
use crate::keys;
use crate::shared::Shared;

/// A file that was written.
struct Written {
    name: String,
    bytes: i64,
    sha256: String,
    findings: i64,
}

/// Why a file was not written.
enum Failure {
    /// The disk, the key, or the size: tried again.
    Problem(&'static str),
    /// The program stops, or the database failed.
    Other(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Other(error)
    }
}
impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        Self::Other(error.into())
    }
}
impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Problem(problem(&error))
    }
}
impl From<ArchiveError> for Failure {
    fn from(error: ArchiveError) -> Self {
        match error {
            ArchiveError::Io(error) => error.into(),
            ArchiveError::TooLarge => Self::Problem("too_large"),
            ArchiveError::Signer(_) => Self::Problem("key"),
            other => Self::Other(Error::Bug(other.to_string())),
        }
    }
}

/// Writes the files that are due. True when one was tried.
pub(super) fn write_due(shared: &Arc<Shared>) -> Result<bool> {
    let now_ms = shared.clock.now_ms();
    let due = shared.store.read(|db| Ok::<_, Error>(rows::files_due(db, now_ms)?))?;
    let tried = !due.is_empty();
    for (number, row) in due {
        if shared.is_stopping() {
            break;
        }
        let after = match write(shared, &number) {
            Ok(written) => ready(written),
            Err(Failure::Other(Error::Cancelled)) => break,
            Err(Failure::Other(error)) => {
                tracing::error!(%error, %number, "archive");
                failed(row, "file", now_ms)
            }
            Err(Failure::Problem(problem)) => failed(row, problem, now_ms),
        };
        shared.store.write(stamp(shared), move |tx| Ok::<_, Error>(rows::set_file(tx, &number, &after)?))?;
        CrashPoint::ArchiveKnown.reached();
    }
    Ok(tried)
}

fn ready(written: Written) -> FileRow {
    FileRow {
        state: "ready".to_owned(),
        findings: written.findings,
        name: Some(written.name),
        bytes: Some(written.bytes),
        sha256: Some(written.sha256),
        ..FileRow::default()
    }
}

fn failed(row: FileRow, problem: &str, now_ms: i64) -> FileRow {
    FileRow {
        state: "failed".to_owned(),
        problem: Some(problem.to_owned()),
        attempts: row.attempts.saturating_add(1),
        next_ms: next_try(now_ms, row.attempts),
        ..row
    }
}

fn write(shared: &Arc<Shared>, number: &str) -> Result<Written, Failure> {
    let record = shared.store.read(|db| Ok::<_, Error>(rows::act(db, number)?))?;
    let record = record.ok_or_else(|| Error::Bug(format!("archive {number}")))?;
    let payload = payload(&record)?;
    let name = file_name(&record, &payload);
    let path = folder(&shared.store).join(&name);
    let parent = path.parent().map(Path::to_path_buf).unwrap_or_default();
    std::fs::create_dir_all(&parent)?;
    let findings = pack(shared, &record, &payload, &path)?;
    let (bytes, sha256) = measure(&path)?;
    // Forward slashes on every system: the name is shown and kept.
    let name = name.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
    Ok(Written { name, bytes, sha256, findings })
}

/// Packs the records into a scratch file and puts it in its place. Returns the number of defects found.
fn pack(
    shared: &Arc<Shared>,
    record: &FiscalRecord,
    payload: &ArchivePayload,
    path: &PathBuf,
) -> Result<i64, Failure> {
    let terminal = payload.header.terminal.id;
    let parent = path.parent().map(Path::to_path_buf).unwrap_or_default();
    let signer = keys::of_terminal(shared, terminal).map_err(|_| Failure::Problem("key"))?;
    let (start, keys) = shared.store.read(|db| {
        let state = chains::state_at(db, terminal, payload.first_seq - 1)?;
        Ok::<_, Error>((Start::after(state.heads, state.perpetual), public_keys(db, terminal)?))
    })?;
    let mut archiver = Archiver::begin(&parent)?;
    let mut verifier = verifier(terminal, &start, &keys)?;
    let mut after = payload.first_seq - 1;
    while after < payload.last_seq {
        let page = shared.store.read(|db| Ok::<_, Error>(chains::records(db, terminal, after, PAGE)?))?;
        let Some(last) = page.last() else { break };
        after = last.global_seq;
        for record in page.iter().filter(|record| record.global_seq <= payload.last_seq) {
            verifier.push(record);
            archiver.push(record)?;
        }
        if shared.is_stopping() {
            return Err(Error::Cancelled.into());
        }
        std::thread::sleep(BREATH);
    }
    let defects: Vec<(i64, String)> = verifier
        .finish(None)
        .findings
        .iter()
        .filter(|finding| finding.defect.severity() == Severity::Error)
        .map(|finding| (finding.position.global_seq, finding.defect.code().to_owned()))
        .collect();
    let findings = defects.len() as u64;
    if !defects.is_empty() {
        books::note_defects(shared, terminal, defects)?;
        books::journal_defects(shared, terminal);
    }
    let scratch = scratch::file(&parent)?;
    let act = Act { record, start: &start, keys: &keys, findings };
    let mut out = BufWriter::new(scratch.as_file());
    archiver.finish(act, signer.as_ref(), &mut out)?;
    out.flush()?;
    drop(out);
    scratch.as_file().sync_all()?;
    CrashPoint::ArchivePacked.reached();
    scratch.persist(path).map_err(|error| error.error)?;
    sync_folder(&parent)?;
    CrashPoint::ArchiveNamed.reached();
    Ok(i64::try_from(findings).unwrap_or(i64::MAX))
}

pub(super) fn public_keys(db: store::Db<'_>, terminal: WorkstationId) -> Result<Vec<PublicKey>> {
    let key = |row: rows::KeyRow| PublicKey {
        spki: row.spki,
        valid_from: row.valid_from,
        previous: row.prev_key_id.map(|id| (id, row.prev_key_sig)),
    };
    Ok(rows::keys(db, terminal)?.into_iter().map(key).collect())
}

/// A verification of the records of an archive, from where it starts.
pub(super) fn verifier(terminal: WorkstationId, start: &Start, keys: &[PublicKey]) -> Result<Verifier> {
    let keys = keys.iter().map(|key| {
        let trusted = TrustedKey::new(&key.spki, key.valid_from)?;
        Ok::<_, VerifyError>(match &key.previous {
            Some((by, Some(sig))) => trusted.countersigned(by, sig),
            _ => trusted,
        })
    });
    let keys = keys
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| Error::Store(store::Error::Fiscal(error.to_string())))?;
    let keys = TrustedKeys::new(terminal, keys);
    Ok(match start.global_seq {
        0 => Verifier::new(keys),
        _ => Verifier::resume(start.heads(terminal), keys, Some(start.perpetual)),
    })
}

/// Size and SHA-256 of a file.
pub(super) fn measure(path: &Path) -> std::io::Result<(i64, String)> {
    let (mut file, mut hash, mut bytes) = (File::open(path)?, Sha256::new(), 0_i64);
    let mut part = vec![0; 64 << 10];
    loop {
        let count = file.read(&mut part)?;
        if count == 0 {
            break;
        }
        hash.update(part.get(..count).unwrap_or_default());
        bytes = bytes.saturating_add(i64::try_from(count).unwrap_or(i64::MAX));
    }
    let text = hash.finalize().iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
    Ok((bytes, text))
}
