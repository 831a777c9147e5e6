//! Writing an archive: records in, one after the other; a signed ZIP out.

use std::collections::BTreeMap;
use std::io::{Seek, Write};
use std::path::{Path, PathBuf};

use fiscal::signing::{ALGORITHM, encode_signature};
use fiscal::{ArchivePayload, CanonicalJson, Chain, FiscalRecord, Payload, Signer};
use jiff::ToSpan as _;
use jiff::civil::Date;
use zip::ZipWriter;

use crate::error::ArchiveError;
use crate::format::{ACT, FORMAT, MANIFEST, MAX_MONTHS, README, SIGNATURE, key_file, records_file};
use crate::manifest::{KeyEntry, Manifest, Period, Range, SealText, Start};
use crate::spool::{Packed, Spool};
use crate::tables::{TABLES, Table};
use crate::{SCHEMAS, pem, readme};

/// A public key of the workstation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    /// `SubjectPublicKeyInfo`, DER.
    pub spki: Vec<u8>,
    /// First position that it signs.
    pub valid_from: i64,
    /// The key before it, and that key's signature of this one's SPKI, where they are known.
    pub previous: Option<(String, Option<String>)>,
}

/// What an archive is made of besides its records.
#[derive(Clone, Copy, Debug)]
pub struct Act<'a> {
    /// The record that seals it: of the chain ARCHIVE, made after the last record in it.
    pub record: &'a FiscalRecord,
    /// Where the chains stood before the first record.
    pub start: &'a Start,
    /// The keys of the workstation.
    pub keys: &'a [PublicKey],
    /// Defects that the verification before found.
    pub findings: u64,
}

/// An archive that is being written.
pub struct Archiver {
    scratch: PathBuf,
    records: BTreeMap<Chain, Spool>,
    counts: BTreeMap<Chain, u64>,
    tables: Vec<(&'static Table, Spool)>,
    last: Option<(i64, String)>,
    first: Option<i64>,
}

impl Archiver {
    /// Begins. Scratch files without a name are made in `scratch`: the folder of the archive, so that a full disk is noticed
    /// where it matters.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn begin(scratch: &Path) -> Result<Self, ArchiveError> {
        let mut records = BTreeMap::new();
        for chain in Chain::ALL {
            records.insert(chain, Spool::begin(records_file(chain), scratch)?);
        }
        let mut tables = Vec::with_capacity(TABLES.len());
        for table in TABLES {
            let mut spool = Spool::begin(table.file, scratch)?;
            spool.add(table.head().as_bytes())?;
            tables.push((table, spool));
        }
        let counts = Chain::ALL.into_iter().map(|chain| (chain, 0)).collect();
        Ok(Self { scratch: scratch.to_path_buf(), records, counts, tables, last: None, first: None })
    }

    /// Takes the next record, in the order of `global_seq`.
    ///
    /// # Errors
    /// When the disk is full, or the record is beyond what the format holds.
    pub fn push(&mut self, record: &FiscalRecord) -> Result<(), ArchiveError> {
        let line = CanonicalJson::of(record)?;
        if let Some(spool) = self.records.get_mut(&record.chain) {
            spool.add(line.as_str().as_bytes())?;
            spool.add(b"\n")?;
        }
        *self.counts.entry(record.chain).or_default() += 1;
        if self.tables.iter().any(|(table, _)| table.chains.contains(&record.chain)) {
            let source = crate::tables::Source::of(record);
            for (table, spool) in &mut self.tables {
                spool.add(table.rows(&source).as_bytes())?;
            }
        }
        self.first.get_or_insert(record.global_seq);
        self.last = Some((record.global_seq, record.link_global.clone()));
        Ok(())
    }

    /// Ends the archive: seals it with the workstation's key and writes it to `out`.
    ///
    /// # Errors
    /// When the sealing record covers more than twelve months or other records than those given, when the key does not
    /// sign, or the disk is full.
    pub fn finish<W: Write + Seek, S: Signer + ?Sized>(
        self,
        act: Act<'_>,
        signer: &S,
        out: W,
    ) -> Result<Manifest, ArchiveError> {
        let payload = payload(act.record)?;
        not_too_long(&payload)?;
        let range = self.range(&payload)?;
        let scratch = self.scratch.clone();
        let mut packed = vec![
            Spool::whole(README, readme::text().as_bytes(), &scratch)?,
            Spool::whole(ACT, CanonicalJson::of(act.record)?.as_str().as_bytes(), &scratch)?,
        ];
        for (name, text) in SCHEMAS {
            packed.push(Spool::whole(*name, text.as_bytes(), &scratch)?);
        }
        for key in act.keys {
            let id = fiscal::key_id(&key.spki);
            packed.push(Spool::whole(key_file(&id), pem::encode(&key.spki).as_bytes(), &scratch)?);
        }
        let spools = self.records.into_values().chain(self.tables.into_iter().map(|(_, spool)| spool));
        for spool in spools {
            packed.push(spool.finish()?);
        }
        packed.sort_by(|a, b| a.entry.name.cmp(&b.entry.name));
        let manifest = manifest(act, &payload, range, self.counts, &packed);
        write(&scratch, &manifest, packed, signer, out)?;
        Ok(manifest)
    }

    /// The range that the sealing record states, if it is the one that was given.
    fn range(&self, payload: &ArchivePayload) -> Result<Range, ArchiveError> {
        let (last, link) = self.last.clone().ok_or(ArchiveError::Act("no record"))?;
        let records: u64 = self.counts.values().sum();
        // A declared gap may lie before the first record that is there.
        let fits = self.first.is_some_and(|first| first >= payload.first_seq)
            && last == payload.last_seq
            && link == payload.link_global
            && u64::try_from(payload.records) == Ok(records);
        if !fits {
            return Err(ArchiveError::Act("range"));
        }
        Ok(Range { first_seq: payload.first_seq, last_seq: payload.last_seq, link_global: link })
    }
}

fn payload(record: &FiscalRecord) -> Result<ArchivePayload, ArchiveError> {
    match serde_json::from_str(&record.payload) {
        Ok(Payload::Archive(payload)) => Ok(*payload),
        _ => Err(ArchiveError::Act("payload")),
    }
}

fn not_too_long(payload: &ArchivePayload) -> Result<(), ArchiveError> {
    let day = |text: &str| text.parse::<Date>().map_err(|_| ArchiveError::Act("period"));
    let (from, to) = (day(&payload.period_from)?, day(&payload.period_to)?);
    let end = from.checked_add(MAX_MONTHS.months()).map_err(|_| ArchiveError::Act("period"))?;
    if from > to {
        return Err(ArchiveError::Act("period"));
    }
    if to < end { Ok(()) } else { Err(ArchiveError::TooLong) }
}

fn manifest(
    act: Act<'_>,
    payload: &ArchivePayload,
    range: Range,
    counts: BTreeMap<Chain, u64>,
    packed: &[Packed],
) -> Manifest {
    let keys = act.keys.iter().map(|key| {
        let key_id = fiscal::key_id(&key.spki);
        let (prev_key_id, prev_key_sig) = match key.previous.clone() {
            Some((id, sig)) => (Some(id), sig),
            None => (None, None),
        };
        KeyEntry { file: key_file(&key_id), key_id, valid_from: key.valid_from, prev_key_id, prev_key_sig }
    });
    Manifest {
        format: FORMAT.to_owned(),
        kind: act.record.kind.clone(),
        number: act.record.doc_no.clone(),
        terminal: payload.header.terminal.clone(),
        period: Period { from: payload.period_from.clone(), to: payload.period_to.clone() },
        range,
        start: act.start.clone(),
        counts,
        keys: keys.collect(),
        anomaly: payload.anomaly || act.findings > 0,
        findings: act.findings,
        software: payload.header.software.clone(),
        created: act.record.ts_utc.clone(),
        files: packed.iter().map(|file| file.entry.clone()).collect(),
    }
}

/// The manifest first, so that a person who lists the archive sees it first.
fn write<W: Write + Seek, S: Signer + ?Sized>(
    scratch: &Path,
    manifest: &Manifest,
    packed: Vec<Packed>,
    signer: &S,
    out: W,
) -> Result<(), ArchiveError> {
    let text = CanonicalJson::of(manifest)?;
    let sig = encode_signature(&signer.sign(text.as_str().as_bytes())?);
    let seal = SealText { alg: ALGORITHM.to_owned(), key_id: signer.key_id(), sig };
    let seal = CanonicalJson::of(&seal)?;
    let mut zip = ZipWriter::new(out);
    Spool::whole(MANIFEST, text.as_str().as_bytes(), scratch)?.copy_into(&mut zip)?;
    Spool::whole(SIGNATURE, seal.as_str().as_bytes(), scratch)?.copy_into(&mut zip)?;
    for file in packed {
        file.copy_into(&mut zip)?;
    }
    zip.finish()?.flush()?;
    Ok(())
}
