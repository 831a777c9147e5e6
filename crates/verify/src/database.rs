//! The report of a database file, or a copy of one. The file is neither migrated nor written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use domain::ids::WorkstationId;
use fiscal::verify::{TrustedKey, TrustedKeys, Verifier};
use store::tables::{archives as archived, fiscal as chains};
use store::{Db, Inspection};

use crate::from_archive::of_record;
use crate::report::{Finding, Report, Subject, Terminal, Trust};
use crate::words::sentence;
use crate::{Options, anchors, threads};

/// Records read and examined at once.
const PAGE: u32 = 64;

/// Records of one chain and kind: how many, and the sum of their totals in minor units.
type Operation = (String, String, u64, i64);

/// Verifies every record of every workstation.
pub(crate) fn verify(path: &Path, options: &Options) -> Report {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut report = Report::new(Subject::Database, name);
    let done = Inspection::open(path).and_then(|file| file.read(|db| all(db, options, &mut report)));
    if let Err(error) = done {
        report.extend([unreadable(options, &error)]);
    }
    report
}

fn unreadable(options: &Options, error: &store::Error) -> Finding {
    Finding {
        file: String::new(),
        terminal: String::new(),
        position: None,
        chain: None,
        number: String::new(),
        warning: false,
        code: "unreadable".to_owned(),
        text: sentence("unreadable", options.language).to_owned(),
        detail: error.to_string(),
    }
}

fn all(db: Db<'_>, options: &Options, report: &mut Report) -> store::Result<()> {
    let named = anchors::read(options.anchors.as_deref());
    for (terminal, code) in chains::terminal_codes(db)? {
        let keys = keys(db, terminal)?;
        trust(&keys, options, report);
        let anchor = named.for_terminal(terminal, &keys);
        if let Some(bad) = anchor.as_ref().err() {
            report.extend([anchors::finding(bad, &code, options.language)]);
        }
        let mut verifier = Verifier::new(keys.clone());
        let operations = records(db, terminal, &mut verifier)?;
        let end = match anchor {
            Ok(Some(anchor)) => anchor.heads(),
            _ => chains::state(db, terminal)?.heads,
        };
        let found = verifier.finish(Some(&end));
        report.extend(found.findings.iter().map(|finding| of_record(finding, &code, options.language)));
        report.terminals.push(Terminal {
            code,
            archive: None,
            period: None,
            range: (i64::from(found.records > 0), found.heads.global_seq),
            records: found.records,
            operations,
            perpetual: found.perpetual.map(|p| (p.real.0, p.abs.0)),
            keys: keys.all().iter().map(|key| key.key_id().to_owned()).collect(),
            verdict: found.verdict().into(),
        });
    }
    Ok(())
}

/// Verifies the records of a workstation, and counts them by chain and kind.
fn records(db: Db<'_>, terminal: WorkstationId, verifier: &mut Verifier) -> store::Result<Vec<Operation>> {
    let mut operations: BTreeMap<_, (u64, i64)> = BTreeMap::new();
    let (mut after, mut failed) = (0, None);
    let next = || {
        let page = chains::records(db, terminal, after, PAGE).map_err(|error| failed = Some(error)).ok()?;
        after = page.last()?.global_seq;
        for record in &page {
            let (count, sum) = operations.entry((record.chain.as_str(), record.kind.clone())).or_default();
            *count += 1;
            *sum = sum.saturating_add(record.ttc_cents.0);
        }
        Some(page)
    };
    verifier.push_pages(next, threads());
    let operation = |((chain, kind), (count, sum))| (str::to_owned(chain), kind, count, sum);
    failed.map_or_else(|| Ok(operations.into_iter().map(operation).collect()), Err)
}

fn keys(db: Db<'_>, terminal: WorkstationId) -> store::Result<TrustedKeys> {
    let key = |row: archived::KeyRow| {
        let key =
            TrustedKey::new(&row.spki, row.valid_from).map_err(|e| store::Error::Fiscal(e.to_string()))?;
        Ok(match (row.prev_key_id, row.prev_key_sig) {
            (Some(by), Some(sig)) => key.countersigned(&by, &sig),
            _ => key,
        })
    };
    let keys: store::Result<Vec<_>> = archived::keys(db, terminal)?.into_iter().map(key).collect();
    Ok(TrustedKeys::new(terminal, keys?))
}

fn trust(keys: &TrustedKeys, options: &Options, report: &mut Report) {
    if options.trusted.is_empty() {
        return;
    }
    let named: BTreeSet<String> = keys
        .all()
        .iter()
        .filter(|key| archive::check::is_named(key, &options.trusted))
        .map(|key| key.key_id().to_owned())
        .collect();
    let unproven = keys.unproven(&named);
    if unproven.is_empty() && report.trust == Trust::NotAsked {
        report.trust = Trust::Trusted;
    }
    for key in unproven {
        report.trust = Trust::Untrusted;
        let finding = unreadable(options, &store::Error::Fiscal(key.key_id().to_owned()));
        let text = sentence("file_untrusted", options.language).to_owned();
        report.extend([Finding { code: "file_untrusted".to_owned(), text, ..finding }]);
    }
}
