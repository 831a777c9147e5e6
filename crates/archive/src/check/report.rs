//! What checking an archive found, as data. Sentences are made where they are shown.

use std::collections::BTreeMap;

use domain::money::Money;
use fiscal::Chain;
use fiscal::verify::{Finding, Report, Severity, Verdict};

use crate::error::{ArchiveError, Damage};
use crate::manifest::Manifest;

/// Findings about files that are listed. A file that is damaged throughout would fill the memory otherwise.
const MOST: usize = 1_000;

/// What is wrong with a file of an archive, or with the archive itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileDefect {
    /// The archive or the file cannot be read.
    Unreadable,
    /// The container is not as the format wants it.
    Container(Damage),
    /// The manifest is missing, not canonical, or not of this format.
    Manifest,
    /// The manifest has inner contradictions: its start and its range, its lists.
    Inconsistent,
    /// `SIGNATURE` is missing or not of its form.
    SealForm,
    /// The archive is signed with a key that is not in it.
    SealKey,
    /// The signature is not of this manifest.
    Seal,
    /// The manifest names it, but it is not there.
    Missing,
    /// It is there, but the manifest does not name it.
    Unexpected,
    /// Its size or its hash is not that of the manifest.
    Altered,
    /// A public key is not the one it is named after.
    Key,
    /// The key is none of those that are trusted, nor signed by one.
    Untrusted {
        /// Its name.
        key_id: String,
    },
    /// A line is no record.
    Line {
        /// The line, from 1.
        line: u64,
    },
    /// A table does not say what the records say.
    Table,
    /// The records are not those that the manifest states.
    Range,
    /// The counts per chain are not those of the manifest.
    Counts,
    /// The sealing record is not one, or does not verify.
    Act,
    /// The sealing record states another archive than this one.
    ActDiffers,
    /// The sealing record's sums are not those of the records.
    ActSums,
    /// The records did not verify when the archive was made, and it says so. A warning: what is wrong with the records is
    /// found with them.
    Anomaly,
}

impl FileDefect {
    /// How bad it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Anomaly => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// A defect and the file it is in; an empty name is the archive itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFinding {
    /// The file.
    pub file: String,
    /// What.
    pub defect: FileDefect,
}

/// Whether the keys are known to be the shop's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trust {
    /// No fingerprint was given to compare with.
    #[default]
    NotAsked,
    /// Every key is one of those given, or signed by one.
    Trusted,
    /// At least one is not.
    Untrusted,
}

/// Records of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Operation {
    /// How many.
    pub count: u64,
    /// The sum of their totals, taxes included.
    pub amount: Money,
}

/// The outcome of a check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArchiveReport {
    /// The manifest, if the check came to the records.
    pub manifest: Option<Manifest>,
    /// What was found in the records.
    pub records: Option<Report>,
    /// Records by chain and kind.
    pub operations: BTreeMap<(Chain, String), Operation>,
    /// What was found in the sealing record.
    pub act: Vec<Finding>,
    /// What was found in the files.
    pub files: Vec<FileFinding>,
    /// Whether the keys are known.
    pub trust: Trust,
    /// True when it was ended early: then nothing is proven.
    pub cancelled: bool,
    /// Name, size and hash of each file, as the manifest states them.
    pub(super) stated: Vec<(String, u64, String)>,
}

impl ArchiveReport {
    /// The outcome in one word.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let files = self.files.iter().map(|f| f.defect.severity());
        let act = self.act.iter().map(|f| f.defect.severity());
        let worst = match files.chain(act).max() {
            None => Verdict::Sound,
            Some(Severity::Warning) => Verdict::Warnings,
            Some(Severity::Error) => Verdict::Broken,
        };
        let records = match &self.records {
            Some(report) => report.verdict(),
            None if self.cancelled => Verdict::Warnings,
            None => Verdict::Broken,
        };
        worst.max(records)
    }

    pub(super) fn add(&mut self, file: &str, defect: FileDefect) {
        if self.files.len() < MOST {
            self.files.push(FileFinding { file: file.to_owned(), defect });
        }
    }

    pub(super) fn require(&mut self, sound: bool, file: &str, defect: impl FnOnce() -> FileDefect) {
        if !sound {
            self.add(file, defect());
        }
    }

    pub(super) fn unreadable(&mut self, file: &str, error: &ArchiveError) {
        let defect = match error {
            ArchiveError::Damaged(damage) => FileDefect::Container(*damage),
            _ => FileDefect::Unreadable,
        };
        self.add(file, defect);
    }
}
