//! An archive taken apart, changed, and put together again: as somebody would who knows the format, with or without the key.

use std::io::{Cursor, Read as _, Write as _};

use archive::{FileEntry, Manifest, SealText};
use fiscal::signing::encode_signature;
use fiscal::{CanonicalJson, FiscalRecord, Signer as _};
use sha2::{Digest as _, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::common::DeterministicSigner;

/// The files of an archive, in their order.
#[derive(Clone)]
pub struct Parts {
    pub files: Vec<(String, Vec<u8>)>,
    /// How they are packed.
    pub method: CompressionMethod,
}

impl Parts {
    pub fn of(archive: &[u8]) -> Self {
        let mut zip = ZipArchive::new(Cursor::new(archive)).unwrap();
        let files = (0..zip.len()).map(|n| {
            let mut file = zip.by_index(n).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            (file.name().unwrap().into_owned(), content)
        });
        Self { files: files.collect(), method: CompressionMethod::Deflated }
    }

    pub fn file(&mut self, name: &str) -> &mut Vec<u8> {
        &mut self.files.iter_mut().find(|(n, _)| n == name).unwrap_or_else(|| panic!("{name}")).1
    }

    pub fn remove(&mut self, name: &str) {
        self.files.retain(|(n, _)| n != name);
    }

    /// Changes a file as text.
    pub fn text(&mut self, name: &str, change: impl FnOnce(&mut String)) {
        let mut text = String::from_utf8(self.file(name).clone()).unwrap();
        change(&mut text);
        *self.file(name) = text.into_bytes();
    }

    /// Changes the lines of a file.
    pub fn lines(&mut self, name: &str, change: impl FnOnce(&mut Vec<String>)) {
        self.text(name, |text| {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            change(&mut lines);
            *text = lines.iter().map(|line| format!("{line}\n")).collect();
        });
    }

    /// Changes a record.
    pub fn record(&mut self, name: &str, n: usize, change: impl FnOnce(&mut FiscalRecord)) {
        self.lines(name, |lines| {
            let mut record: FiscalRecord = serde_json::from_str(&lines[n]).unwrap();
            change(&mut record);
            lines[n] = CanonicalJson::of(&record).unwrap().as_str().to_owned();
        });
    }

    pub fn manifest(&mut self, change: impl FnOnce(&mut Manifest)) {
        let mut manifest: Manifest = serde_json::from_slice(self.file("manifest.json")).unwrap();
        change(&mut manifest);
        *self.file("manifest.json") = CanonicalJson::of(&manifest).unwrap().as_str().as_bytes().to_vec();
    }

    /// Makes the manifest list the files as they are.
    pub fn listed(mut self) -> Self {
        let files = self.files.iter().filter(|(name, _)| name != "manifest.json" && name != "SIGNATURE");
        let entry = |(name, content): &(String, Vec<u8>)| FileEntry {
            name: name.clone(),
            size: content.len() as u64,
            sha256: Sha256::digest(content).iter().map(|b| format!("{b:02x}")).collect(),
        };
        let mut entries: Vec<FileEntry> = files.map(entry).collect();
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        entries.dedup_by(|a, b| a.name == b.name);
        self.manifest(|manifest| manifest.files = entries);
        self
    }

    /// Signs the manifest as it is.
    pub fn signed(self) -> Self {
        self.signed_by(&DeterministicSigner::golden())
    }

    pub fn signed_by(mut self, signer: &DeterministicSigner) -> Self {
        let sig = encode_signature(&signer.sign(self.file("manifest.json")).unwrap());
        let seal = SealText { alg: "ES256-P1363".to_owned(), key_id: signer.key_id(), sig };
        *self.file("SIGNATURE") = CanonicalJson::of(&seal).unwrap().as_str().as_bytes().to_vec();
        self
    }

    pub fn packed(&self) -> Vec<u8> {
        let options = SimpleFileOptions::default()
            .compression_method(self.method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let mut packed: Vec<Vec<u8>> = Vec::new();
        for (name, content) in &self.files {
            let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
            zip.start_file(name.as_str(), options).unwrap();
            zip.write_all(content).unwrap();
            packed.push(zip.finish().unwrap().into_inner());
        }
        join(&packed)
    }
}

/// Joins archives of one file each. Written by hand, because a library refuses two files of one name.
fn join(archives: &[Vec<u8>]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for archive in archives {
        let end = archive.len() - 22;
        let start = u32::from_le_bytes(archive[end + 16..end + 20].try_into().unwrap()) as usize;
        let mut entry = archive[start..end].to_vec();
        entry[42..46].copy_from_slice(&u32::try_from(out.len()).unwrap().to_le_bytes());
        directory.extend(entry);
        out.extend(&archive[..start]);
    }
    let (start, count) = (u32::try_from(out.len()).unwrap(), u16::try_from(archives.len()).unwrap());
    let size = u32::try_from(directory.len()).unwrap();
    out.extend(directory);
    out.extend([0x50, 0x4b, 5, 6, 0, 0, 0, 0]);
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(size.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}
