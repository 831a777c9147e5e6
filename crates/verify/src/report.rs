//! The report, whatever was verified. Its JSON form is for programs: names in it do not change.

use serde::Serialize;

/// The outcome; the numbers are the exit codes of `comptoir-verify`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing found.
    Sound = 0,
    /// Only warnings.
    Warnings = 1,
    /// At least one error, or nothing could be verified.
    Broken = 2,
}

impl From<fiscal::verify::Verdict> for Verdict {
    fn from(verdict: fiscal::verify::Verdict) -> Self {
        match verdict {
            fiscal::verify::Verdict::Sound => Self::Sound,
            fiscal::verify::Verdict::Warnings => Self::Warnings,
            fiscal::verify::Verdict::Broken => Self::Broken,
        }
    }
}

/// What was verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// An archive.
    Archive,
    /// A database.
    Database,
    /// The records of the running program.
    Program,
}

/// Whether the keys are known to be the shop's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// No fingerprint was given: compare those in the report with the ones that the shop noted.
    NotAsked,
    /// Every key is one of those given, or signed by one.
    Trusted,
    /// At least one is not.
    Untrusted,
}

/// What was verified of a workstation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Terminal {
    /// Its code.
    pub code: String,
    /// Type and number of the archive («J», «AR-T1-00000001»); none for a whole book.
    pub archive: Option<(String, String)>,
    /// First and last day, where they are stated.
    pub period: Option<(String, String)>,
    /// First and last position.
    pub range: (i64, i64),
    /// Records verified.
    pub records: u64,
    /// Records by chain and kind: chain, kind, count, sum of totals in minor units.
    pub operations: Vec<(String, String, u64, i64)>,
    /// Perpetual totals at the end in minor units: real and absolute.
    pub perpetual: Option<(i64, i64)>,
    /// Keys: name, SHA-256 of the public key in hexadecimal where it is known.
    pub keys: Vec<String>,
    /// The outcome for this workstation.
    pub verdict: Verdict,
}

/// A defect and its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The file in an archive; empty for a record.
    pub file: String,
    /// Code of the workstation; empty for a file.
    pub terminal: String,
    /// `global_seq` as the record states it; none for a file.
    pub position: Option<i64>,
    /// The chain of the record.
    pub chain: Option<String>,
    /// Its number.
    pub number: String,
    /// Only a warning.
    pub warning: bool,
    /// Stable name of the defect.
    pub code: String,
    /// The same in words.
    pub text: String,
    /// Figures, for a technician.
    pub detail: String,
}

/// What else was checked, in words; it is no part of the verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub title: String,
    /// Sentences.
    pub lines: Vec<String>,
}

/// The report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Version of this form.
    pub format: &'static str,
    /// What was verified.
    pub subject: Subject,
    /// Name of the file, without its folder.
    pub name: String,
    /// The program that verified.
    pub program: String,
    /// The outcome.
    pub verdict: Verdict,
    /// Whether the keys are known.
    pub trust: Trust,
    /// Workstation by workstation.
    pub terminals: Vec<Terminal>,
    /// What was found.
    pub findings: Vec<Finding>,
    /// How many findings there are beyond those listed.
    pub more: u64,
    /// What else was checked; only on the page.
    #[serde(skip)]
    pub notes: Vec<Note>,
}

/// Findings that are listed.
const LISTED: usize = 2_000;

impl Report {
    /// A report without anything in it yet.
    #[must_use]
    pub fn new(subject: Subject, name: String) -> Self {
        Self {
            format: "comptoir-verification/1",
            subject,
            name,
            program: format!("comptoir-verify {} ({})", env!("CARGO_PKG_VERSION"), fiscal::FISCAL_VERSION),
            verdict: Verdict::Sound,
            trust: Trust::NotAsked,
            terminals: Vec::new(),
            findings: Vec::new(),
            more: 0,
            notes: Vec::new(),
        }
    }

    /// Adds findings.
    pub fn extend(&mut self, findings: impl IntoIterator<Item = Finding>) {
        for finding in findings {
            let verdict = if finding.warning { Verdict::Warnings } else { Verdict::Broken };
            self.verdict = self.verdict.max(verdict);
            if self.findings.len() < LISTED {
                self.findings.push(finding);
            } else {
                self.more += 1;
            }
        }
    }

    /// The report as JSON.
    ///
    /// # Errors
    /// Never in practice: every value has a JSON form.
    pub fn json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self)
    }
}
