//! The manifest, its signature, the keys, and every file against its hash.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use fiscal::signing::{ALGORITHM, verify_signature};
use fiscal::verify::{Ordered, TrustedKey, TrustedKeys, in_order};
use fiscal::{Chain, PerpetualTotals, TerminalHeads};
use sha2::{Digest as _, Sha256};

use super::Options;
use super::report::{ArchiveReport, FileDefect, Trust};
use crate::entry::Digest;
use crate::error::ArchiveError;
use crate::format::{ACT, FORMAT, MANIFEST, README, SIGNATURE, key_file, records_file};
use crate::manifest::{Manifest, SealText, Start, parse};
use crate::pem;
use crate::reader::ArchiveReader;
use crate::schemas::SCHEMAS;
use crate::spool::hex;
use crate::tables::TABLES;

/// What the walk over the records needs.
pub(super) struct Opened {
    pub manifest: Manifest,
    pub keys: Vec<TrustedKey>,
}

/// Checks everything but the records; none when there is no manifest to check by.
pub(super) fn check(
    reader: &ArchiveReader,
    options: &Options<'_>,
    report: &mut ArchiveReport,
) -> Result<Option<Opened>, ArchiveError> {
    if !reader.has(MANIFEST) {
        report.add(MANIFEST, FileDefect::Manifest);
        return Ok(None);
    }
    let bytes = reader.small(MANIFEST)?;
    let Some(manifest) = parse::<Manifest>(&bytes).filter(|m| m.format == FORMAT) else {
        report.add(MANIFEST, FileDefect::Manifest);
        return Ok(None);
    };
    report.require(consistent(&manifest), MANIFEST, || FileDefect::Inconsistent);
    let keys = keys(reader, &manifest, report);
    seal(reader, &bytes, &keys, report);
    trust(&manifest, &keys, options.trusted, report);
    listed(reader, &manifest, report);
    if manifest.anomaly {
        report.add("", FileDefect::Anomaly);
    }
    published(&manifest, report);
    report.stated = manifest.files.iter().map(|f| (f.name.clone(), f.size, f.sha256.clone())).collect();
    other_files(reader, &manifest, options.threads, report);
    Ok(Some(Opened { manifest, keys }))
}

/// A schema is the one that was published under its name: another would let pass what it does not describe.
fn published(manifest: &Manifest, report: &mut ArchiveReport) {
    for (name, text) in SCHEMAS {
        let stated = manifest.file(name).map(|file| file.sha256.as_str());
        let sound = stated.is_none_or(|sha256| sha256 == hex(&Sha256::digest(text)));
        report.require(sound, name, || FileDefect::Altered);
    }
}

/// What a manifest that was ever written keeps to.
fn consistent(manifest: &Manifest) -> bool {
    let Manifest { range, start, files, keys, .. } = manifest;
    let rises = |names: Vec<&String>| names.windows(2).all(|w| w[0] < w[1]);
    let genesis = Start::after(TerminalHeads::genesis(manifest.terminal.id), PerpetualTotals::default());
    (start.global_seq > 0 || *start == genesis)
        && range.first_seq == start.global_seq + 1
        && range.last_seq >= range.first_seq
        && rises(files.iter().map(|f| &f.name).collect())
        && keys.windows(2).all(|w| w[0].valid_from < w[1].valid_from)
        && !keys.is_empty()
}

fn keys(reader: &ArchiveReader, manifest: &Manifest, report: &mut ArchiveReport) -> Vec<TrustedKey> {
    let mut keys = Vec::new();
    for entry in &manifest.keys {
        let spki = reader.small(&entry.file).ok().and_then(|pem| pem::decode(&pem));
        let key = spki.and_then(|spki| TrustedKey::new(&spki, entry.valid_from).ok());
        match key.filter(|k| k.key_id() == entry.key_id && entry.file == key_file(&entry.key_id)) {
            Some(key) => keys.push(match (&entry.prev_key_id, &entry.prev_key_sig) {
                (Some(by), Some(sig)) => key.countersigned(by, sig),
                _ => key,
            }),
            None => report.add(&entry.file, FileDefect::Key),
        }
    }
    keys
}

fn seal(reader: &ArchiveReader, manifest: &[u8], keys: &[TrustedKey], report: &mut ArchiveReport) {
    let text = reader.small(SIGNATURE).ok().and_then(|bytes| parse::<SealText>(&bytes));
    let Some(seal) = text.filter(|seal| seal.alg == ALGORITHM) else {
        report.add(SIGNATURE, FileDefect::SealForm);
        return;
    };
    match keys.iter().find(|key| key.key_id() == seal.key_id) {
        None => report.add(SIGNATURE, FileDefect::SealKey),
        Some(key) => {
            let verified = verify_signature(key.spki(), manifest, &seal.sig).is_ok();
            report.require(verified, SIGNATURE, || FileDefect::Seal);
        }
    }
}

/// True for a key that is named by its name or its fingerprint (SHA-256 of the SPKI, hexadecimal).
#[must_use]
pub fn is_named(key: &TrustedKey, names: &[String]) -> bool {
    let fingerprint = hex(&Sha256::digest(key.spki()));
    names.iter().any(|name| name == key.key_id() || name.eq_ignore_ascii_case(&fingerprint))
}

/// A key is trusted when it was named, or when a trusted key signed it (fiscal.md 7.4).
fn trust(manifest: &Manifest, keys: &[TrustedKey], named: &[String], report: &mut ArchiveReport) {
    if named.is_empty() {
        return;
    }
    let trusted = keys.iter().filter(|key| is_named(key, named)).map(|key| key.key_id().to_owned());
    let trusted: BTreeSet<String> = trusted.collect();
    let all = TrustedKeys::new(manifest.terminal.id, keys.to_vec());
    report.trust = Trust::Trusted;
    for key in all.unproven(&trusted) {
        report.trust = Trust::Untrusted;
        report.add(&key_file(key.key_id()), FileDefect::Untrusted { key_id: key.key_id().to_owned() });
    }
}

/// The files are those that the manifest names, and its own two.
fn listed(reader: &ArchiveReader, manifest: &Manifest, report: &mut ArchiveReport) {
    let records = Chain::ALL.into_iter().map(records_file);
    let always = [README.to_owned(), ACT.to_owned()].into_iter().chain(records);
    for name in always.chain(TABLES.iter().map(|table| table.file.to_owned())) {
        report.require(manifest.file(&name).is_some(), &name, || FileDefect::Missing);
    }
    for file in &manifest.files {
        report.require(reader.has(&file.name), &file.name, || FileDefect::Missing);
    }
    for name in reader.names().filter(|name| ![MANIFEST, SIGNATURE].contains(name)) {
        report.require(manifest.file(name).is_some(), name, || FileDefect::Unexpected);
    }
}

/// Every file that is not read as records.
fn other_files(
    reader: &ArchiveReader,
    manifest: &Manifest,
    threads: NonZeroUsize,
    report: &mut ArchiveReport,
) {
    let others = manifest.files.iter().map(|file| file.name.as_str());
    let others = others.filter(|name| !name.starts_with("records/") && reader.has(name));
    in_order(&mut Others { names: others, report }, threads, |name| (name, reader.digest(name)));
}

/// Files on their way through the comparison with the manifest.
struct Others<'r, N> {
    names: N,
    report: &'r mut ArchiveReport,
}

impl<'n, N: Iterator<Item = &'n str>> Ordered for Others<'_, N> {
    type Job = &'n str;
    type Done = (&'n str, Result<Digest, ArchiveError>);

    fn next(&mut self) -> Option<Self::Job> {
        self.names.next()
    }

    fn take(&mut self, (name, digest): Self::Done) -> bool {
        compare(name, digest, self.report);
        true
    }
}

/// Compares what a file turned out to be with the manifest.
pub(super) fn compare(name: &str, digest: Result<Digest, ArchiveError>, report: &mut ArchiveReport) {
    match digest {
        Err(error) => report.unreadable(name, &error),
        Ok(digest) => {
            let stated = report.stated.iter().find(|(stated, ..)| stated == name);
            let same = stated.is_none_or(|(_, size, hash)| *size == digest.size && *hash == digest.sha256);
            report.require(same, name, || FileDefect::Altered);
        }
    }
}
