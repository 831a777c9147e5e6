//! Archives: how fast the signed records of 100,000 tickets become files, and how fast a file and the database it came from
//! are verified, beside what hashes and signatures alone cost in the same run.

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use api::types::{
    ArchiveCreate, ArchiveKind, ArchiveList, ArchivePage, ArchiveState, ArchiveView, ArchiveWaiting,
};
use app::{Client, Clock, ManualClock};
use domain::ids::WorkstationId;
use fiscal::signing::verify_signature;
use fiscal::{Draft, Payload};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use store::tables::{audit, fiscal as chains};
use verify::{Options, Report, Verdict};

use super::figures::Figures;
use crate::{Failure, fault, shop};

/// Records whose signatures are verified alone.
const SAMPLE: u32 = 4_000;
/// Bytes hashed at once: about a ticket.
const HASHED: usize = 2_048;
const HASHES: u32 = 100_000;
/// Longest wait for the worker that writes archives.
const PATIENCE: Duration = Duration::from_secs(600);
/// When the archives are made: 2026-11-27, 08:00 UTC, after all days of the shop.
const NOW_MS: i64 = 1_795_766_400_000;
/// The period of the archive on demand.
const PERIOD: (&str, &str) = ("2026-11-01", "2026-11-26");

/// What the processor does with nothing around it, on one core.
struct Raw {
    signatures_per_s: f64,
    hashed_mb_per_s: f64,
}

/// `archive` and `verification` of a shop that has sold and closed its days.
pub fn measure(dir: &Path, figures: &mut Figures) -> Result<(), Failure> {
    let clock = Arc::new(ManualClock::new(NOW_MS));
    let mut client = shop::open(dir, Arc::clone(&clock) as Arc<dyn Clock>)?;
    let _ = shop::sign_in(&mut client, shop::SAMPLE_PIN)?;
    let store = client.app().store();
    let tickets: i64 = store.read(audit::operations)?.iter().map(|(_, count)| count).sum();
    let raw = raw(&client)?;
    let database = store.path().to_path_buf();
    client.app().start_workers().map_err(fault)?;
    let _daily = ready(&client, None)?;
    let (seconds, made) = archived(&client)?;
    // As an orderly stop leaves it: beside a write-ahead log the verifier would first copy the file.
    client.app().close();
    drop(client);
    figures.value(
        "archive",
        json!({
            "tickets": tickets, "records": made.records, "bytes": made.bytes, "seconds": rounded(seconds),
            "tickets_per_s": (f64::from(i32::try_from(tickets)?) / seconds).round(),
            "raw_signatures_per_s": raw.signatures_per_s.round(), "raw_sha256_mb_per_s": raw.hashed_mb_per_s.round(),
        }),
    );
    let file = dir.join("archives").join(made.file.ok_or("the archive has no file")?);
    figures.value("verification_archive", verified(&file, &raw)?);
    figures.value("verification_database", verified(&database, &raw)?);
    Ok(())
}

/// Has everything archived, and waits until the file is written.
fn archived(client: &Client) -> Result<(f64, ArchiveView), Failure> {
    let (from_day, to_day) = (PERIOD.0.to_owned(), PERIOD.1.to_owned());
    let workstation_id = Some(workstation(client)?);
    let started = Instant::now();
    let request = ArchiveCreate { from_day, to_day, workstation_id };
    let _: Vec<ArchiveWaiting> = client.call("archive_create", request).map_err(fault)?;
    let made = ready(client, Some(ArchiveKind::Period))?;
    Ok((started.elapsed().as_secs_f64(), made))
}

fn workstation(client: &Client) -> Result<WorkstationId, Failure> {
    Ok(*client.app().store().read(chains::terminals)?.first().ok_or("no workstation signs")?)
}

/// Waits until every archive of a kind is written, and returns the newest.
fn ready(client: &Client, kind: Option<ArchiveKind>) -> Result<ArchiveView, Failure> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let list = ArchiveList { workstation_id: None, kind, offset: 0, limit: 200 };
        let page: ArchivePage = client.call("archive_list", list).map_err(fault)?;
        let written = page.rows.iter().all(|row| row.state == ArchiveState::Ready);
        if let (true, true, Some(newest)) = (page.waiting.is_empty(), written, page.rows.into_iter().next()) {
            return Ok(newest);
        }
        if Instant::now() > deadline {
            return Err("no archive is made".into());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Signatures of the shop's own records, and hashes.
fn raw(client: &Client) -> Result<Raw, Failure> {
    let store = client.app().store();
    let terminal = workstation(client)?;
    let records = store.read(|db| chains::records(db, terminal, 0, SAMPLE))?;
    let (key, _) = store.read(|db| chains::keys(db, terminal))?.into_iter().next().ok_or("no key")?;
    let mut signed = Vec::new();
    for record in &records {
        let payload: Payload = serde_json::from_str(&record.payload)?;
        let draft = Draft::of(&payload).map_err(|error| error.to_string())?;
        signed.push((draft.fields.data(&record.payload_sha256, &record.prev_sig), &record.sig));
    }
    let started = Instant::now();
    for (data, sig) in &signed {
        verify_signature(&key, data.as_bytes(), sig).map_err(|error| error.to_string())?;
    }
    let signatures_per_s = f64::from(u32::try_from(signed.len())?) / started.elapsed().as_secs_f64();
    let block = vec![0x5A_u8; HASHED];
    let started = Instant::now();
    for _ in 0..HASHES {
        black_box(Sha256::digest(black_box(&block)));
    }
    let megabytes = f64::from(HASHES) * f64::from(u32::try_from(HASHED)?) / 1e6;
    Ok(Raw { signatures_per_s, hashed_mb_per_s: megabytes / started.elapsed().as_secs_f64() })
}

/// Records per second of a whole verification with every core, and its share of the raw rate of as many cores.
fn verified(path: &Path, raw: &Raw) -> Result<serde_json::Value, Failure> {
    let cores = std::thread::available_parallelism()?.get();
    let started = Instant::now();
    let report: Report = verify::verify(path, &Options::default());
    let seconds = started.elapsed().as_secs_f64();
    if report.verdict != Verdict::Sound {
        return Err(verify::text(&report, verify::Language::default()).into());
    }
    let records: u64 = report.terminals.iter().map(|terminal| terminal.records).sum();
    let per_s = f64::from(u32::try_from(records)?) / seconds;
    let limit = raw.signatures_per_s * f64::from(u32::try_from(cores)?);
    Ok(json!({
        "records": records, "seconds": rounded(seconds), "records_per_s": per_s.round(), "cores": cores,
        "share_of_raw_signatures": rounded(per_s / limit),
    }))
}

fn rounded(figure: f64) -> f64 {
    (figure * 100.0).round() / 100.0
}
