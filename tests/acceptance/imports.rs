//! Importing articles and customers (ux.md 6.2): files that are good, doubtful and refused.

mod customers;
mod fuzz;
mod refused;
mod workbooks;

use std::time::{Duration, Instant};

use api::types::{
    ImportAnalyse, ImportColumn, ImportCustomer, ImportExisting, ImportFile, ImportKind, ImportPreview,
    ImportReason, ImportRef, ImportSample, ImportStart, ImportStatus,
};
use api::{Fault, ImportPhase};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::permission::Role;
use testkit::{TestShop, Till};

/// What an import writes beside the rows of its file: the answer to its key, and backups that come by themselves.
pub const BESIDE: [&str; 2] = ["idempotency", "backup_run"];

/// A file that somebody wants to import.
#[derive(Clone)]
pub struct Wish {
    pub kind: ImportKind,
    pub existing: ImportExisting,
    pub name: String,
    pub content: Vec<u8>,
}

impl Wish {
    pub fn new(kind: ImportKind, name: &str, content: impl Into<Vec<u8>>) -> Self {
        let (existing, content) = (ImportExisting::Update, content.into());
        Self { kind, existing, name: name.to_owned(), content }
    }

    /// Customers from the text of a CSV file.
    pub fn customers(csv: &str) -> Self {
        Self::new(ImportKind::Customers, "clients.csv", csv)
    }

    fn file(&self) -> ImportFile {
        ImportFile { name: self.name.clone(), content: STANDARD.encode(&self.content) }
    }

    pub fn analysis(&self) -> ImportAnalyse {
        ImportAnalyse { kind: self.kind, existing: self.existing, file: self.file(), mapping: None }
    }

    pub fn order(&self, mapping: Vec<ImportColumn>) -> ImportStart {
        ImportStart { kind: self.kind, existing: self.existing, file: self.file(), mapping }
    }

    pub fn analyse(&self, till: &Till) -> Result<ImportPreview, Fault> {
        till.client.call("import_analyse", self.analysis())
    }

    /// Imports it with the proposed mapping, and waits for the end.
    pub fn import(&self, till: &Till) -> (ImportPreview, ImportStatus) {
        let preview = self.analyse(till).unwrap();
        let begun: ImportStatus = till.ask("import_start", self.order(preview.mapping.clone()));
        (preview, ended(till, &begun))
    }
}

/// How an import ended.
pub fn ended(till: &Till, begun: &ImportStatus) -> ImportStatus {
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        let status: ImportStatus = till.ask("import_status", ImportRef { import_id: begun.import_id });
        if status.phase != ImportPhase::Running {
            return status;
        }
        assert!(Instant::now() < deadline, "an import does not end: {status:?}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// The manager of a French shop, in the office.
fn office() -> (TestShop, Till) {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C02");
    (shop, manager)
}

/// Line, column, value and reason of every rejection.
fn rejections(preview: &ImportPreview) -> Vec<(u32, &str, &str, ImportReason)> {
    preview.rejected.iter().map(|r| (r.line, r.column.as_str(), r.value.as_str(), r.reason)).collect()
}

/// The first rows, of customers.
fn sample(preview: ImportPreview) -> Vec<ImportCustomer> {
    match preview.sample {
        ImportSample::Customers { rows } => rows,
        ImportSample::Articles { rows } => panic!("articles: {rows:?}"),
    }
}
