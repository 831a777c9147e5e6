//! Files, mappings and callers that are refused: nothing changes.

use api::types::{
    ImportAnalyse, ImportColumn, ImportExisting, ImportField, ImportKind, ImportRef, ImportStatus,
};
use api::{FaultCode, ImportPhase};
use domain::permission::Role;
use testkit::differences;

use super::{BESIDE, Wish, ended, office};
use crate::world::Unchanged;

/// A file that is no table is refused with its reason, whatever it should hold.
#[test]
fn what_is_no_table_is_refused() {
    let (shop, office) = office();
    let nothing = Unchanged::from_now(&shop);
    let files: [(&str, &[u8], &str); 4] = [
        ("vide.csv", b"", "empty"),
        ("ancien.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "old_excel"),
        ("abime.xlsx", b"PK\x03\x04 and then nothing", "damaged"),
        ("photo.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0", "not_text"),
    ];
    for kind in [ImportKind::Articles, ImportKind::Customers] {
        for (name, content, reason) in files {
            let wish = Wish::new(kind, name, content);
            let fault = nothing.refuses(FaultCode::ImportUnreadable, || wish.analyse(&office).unwrap_err());
            assert_eq!(fault.params["reason"], reason, "{name}");
        }
    }
}

/// A list without names cannot be started, and a field of articles is none of customers.
#[test]
fn a_mapping_that_cannot_be_is_refused() {
    let (shop, office) = office();
    let nothing = Unchanged::from_now(&shop);
    let wish = Wish::customers("tel;ville\n0556000001;Bègles\n");
    let preview = wish.analyse(&office).unwrap();
    assert_eq!((preview.missing_fields.as_slice(), preview.created), ([ImportField::Name].as_slice(), 0));
    let fault = nothing.refuses(FaultCode::ImportMapping, || {
        office.refused("import_start", wish.order(preview.mapping.clone()))
    });
    assert_eq!(fault.params["field"], "name");
    let foreign = vec![
        ImportColumn { column: 0, field: ImportField::Name },
        ImportColumn { column: 1, field: ImportField::Price },
    ];
    nothing.refuses(FaultCode::BadRequest, || office.refused("import_start", wish.order(foreign.clone())));
    let analysis = ImportAnalyse { mapping: Some(foreign), ..wish.analysis() };
    nothing.refuses(FaultCode::BadRequest, || office.refused("import_analyse", analysis));
}

/// Only who may import may look at what an import would do.
#[test]
fn importing_needs_the_right() {
    let (shop, _) = office();
    let cashier = shop.till(Role::Cashier, "C01");
    let nothing = Unchanged::from_now(&shop);
    let wish = Wish::customers("nom\nMartin\n");
    nothing.refuses(FaultCode::PermissionDenied, || cashier.refused("import_analyse", wish.analysis()));
    let column = ImportColumn { column: 0, field: ImportField::Name };
    let order = wish.order(vec![column]);
    nothing.refuses(FaultCode::PermissionDenied, || cashier.refused("import_start", order));
}

/// An import that is stopped while it writes has written nothing; one that runs keeps a second one out.
#[test]
fn an_import_that_is_stopped_leaves_everything_as_it_was() {
    let (shop, office) = office();
    let before = shop.snapshot_except(&BESIDE);
    let rows: String = (0..3_000).map(|n| format!("X{n};Client {n}\n")).collect();
    let mut wish = Wish::customers(&format!("code;nom\n{rows}"));
    wish.existing = ImportExisting::Skip;
    let mapping = wish.analyse(&office).unwrap().mapping;
    let begun: ImportStatus = office.ask("import_start", wish.order(mapping));
    let id = ImportRef { import_id: begun.import_id };
    let stopped: ImportStatus = office.ask("import_cancel", id);
    assert_eq!(stopped.phase, ImportPhase::Running, "stopping does not wait for the writer");
    let status = ended(&office, &begun);
    assert_eq!((status.phase, status.created, status.done), (ImportPhase::Cancelled, 0, 0));
    assert_eq!(differences(&before, &shop.snapshot_except(&BESIDE)), Vec::<String>::new());
}
