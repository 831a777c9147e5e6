//! Files that nobody meant: good lists of articles and customers with bytes bent, through the commands. A random walk
//! with a fixed seed, so that a failure comes again; `FUZZ_SECONDS` makes it longer.

use std::time::{Duration, Instant};

use api::types::{ImportColumn, ImportExisting, ImportKind, ImportStatus};
use api::{FaultCode, ImportPhase};
use testkit::{Tables, TestShop, Till, differences};

use super::workbooks::{List, csv, ods, packed, unpacked, xlsx};
use super::{BESIDE, Wish, ended, office};
use crate::replay::assert_replays;
use crate::world::Random;

/// How long it goes on, by default.
const SECONDS: u64 = 3;
/// No single file may take longer, in a debug build on a busy computer.
const SLOW: Duration = Duration::from_secs(5);

const ARTICLES: List<'_> = &[
    &["ean", "code", "designation", "rayon", "prix ttc", "tva", "unite", "stock"],
    &["3017620422003", "F1", "Pâte du quai", "Épicerie", "4.95", "5.5", "pièce", "12"],
    &["3760999010011", "F2", "Baguette", "Pains", "1.40", "5.5", "pièce", "-3"],
    &["", "F3", "Bougie", "Maison", "12.50", "20", "", "0.25"],
];
const CUSTOMERS: List<'_> = &[
    &["code", "nom", "prenom", "adresse", "cp", "ville", "pays", "tel", "email", "siret", "tva"],
    &["F1", "Martin", "Anne", "1 rue Haute", "33000", "Bordeaux", "FR", "0556000001", "a@b.fr", "", ""],
    &["F2", "Hermine", "", "", "69002", "Lyon", "", "", "", "73282932000074", "FR44732829320"],
    &["", "Le Goff", "Yann", "", "29200", "Brest", "France", "0612345678", "y@legoff.fr", "", ""],
];
/// What a spreadsheet, another till or somebody's hand puts where it does not belong.
const ODD: [&[u8]; 14] = [
    b"\0",
    b"\"",
    b";",
    b"\r",
    b"\n\n",
    b"\t",
    b"\xff\xfe",
    b"\xe9",
    b"1E308",
    b"-99999999999999999999",
    b"sep=;\r\n",
    b"r=\"XFD1048576\"",
    b"table:number-rows-repeated=\"9999999\"",
    b"<!ENTITY a \"b\">",
];

/// A good file of each kind and format.
fn good_files() -> Vec<(Wish, bool)> {
    let kinds = [(ImportKind::Articles, ARTICLES), (ImportKind::Customers, CUSTOMERS)];
    let files = kinds.into_iter().flat_map(|(kind, list)| {
        [
            (Wish::new(kind, "f.csv", csv(list)), false),
            (Wish::new(kind, "f.xlsx", xlsx(list)), true),
            (Wish::new(kind, "f.ods", ods(list)), true),
        ]
    });
    files.collect()
}

/// One change of some bytes: a bit, a run lost, doubled or moved, an odd text put in.
fn bend(chance: &mut Random, bytes: &mut Vec<u8>) {
    if bytes.is_empty() {
        return;
    }
    let mut place = |limit: usize| usize::try_from(chance.below(limit.max(1) as u64)).unwrap();
    let at = place(bytes.len());
    let end = (at + 1 + place(24)).min(bytes.len());
    match place(6) {
        0 => bytes[at] ^= 1 << place(8),
        1 => bytes[at] = u8::try_from(place(256)).unwrap(),
        2 => drop(bytes.drain(at..end)),
        3 => bytes.truncate(at),
        4 => {
            let run = bytes[at..end].to_vec();
            let to = place(bytes.len());
            bytes.splice(to..to, run.repeat(1 + place(20)));
        }
        _ => drop(bytes.splice(at..at, ODD[place(ODD.len())].iter().copied())),
    }
}

/// A good file bent in a few places: as bytes or, of a workbook, half of the time in one of the files that it packs.
fn bent(chance: &mut Random, (good, is_workbook): &(Wish, bool)) -> Wish {
    let mut wish = good.clone();
    let changes = 1 + chance.below(4);
    if *is_workbook && chance.below(4) > 0 {
        let mut parts = unpacked(&wish.content);
        let at = usize::try_from(chance.below(parts.len() as u64)).unwrap();
        (0..changes).for_each(|_| bend(chance, &mut parts[at].1));
        wish.content = packed(&parts);
    } else {
        (0..changes).for_each(|_| bend(chance, &mut wish.content));
    }
    if chance.below(3) == 0 {
        wish.existing = ImportExisting::Skip;
    }
    wish
}

/// What came of a file.
enum Outcome {
    Refused,
    Failed,
    Written,
}

/// Analyses and imports a file as the screen does; now and then with columns mixed up, or stopped at once.
fn try_file(chance: &mut Random, office: &Till, wish: &Wish) -> Outcome {
    let preview = match wish.analyse(office) {
        Ok(preview) => preview,
        Err(fault) => {
            assert_eq!(fault.code, FaultCode::ImportUnreadable, "{fault:?}");
            return Outcome::Refused;
        }
    };
    let mut mapping = preview.mapping.clone();
    let mixed = chance.below(4) == 0;
    if mixed {
        mapping = mapping.iter().map(|c| ImportColumn { column: c.column ^ 1, ..*c }).collect();
    }
    let begun: ImportStatus = match office.client.call("import_start", wish.order(mapping)) {
        Ok(begun) => begun,
        Err(fault) => {
            assert_eq!(fault.code, FaultCode::ImportMapping, "{fault:?}");
            return Outcome::Refused;
        }
    };
    let status = ended(office, &begun);
    let fault = status.fault.as_ref().map(|f| f.code);
    assert_ne!(fault, Some(FaultCode::Internal), "{status:?}");
    if status.phase != ImportPhase::Done {
        return Outcome::Failed;
    }
    assert_eq!(status.done, status.created + status.updated, "{status:?}");
    if !mixed {
        let told = (preview.created, preview.updated, preview.skipped);
        assert_eq!((status.created, status.updated, status.skipped), told, "as the preview said");
    }
    Outcome::Written
}

fn assert_unchanged(shop: &TestShop, before: &Tables, wish: &Wish) {
    let changed = differences(before, &shop.snapshot_except(&BESIDE));
    let content = String::from_utf8_lossy(&wish.content);
    assert!(changed.is_empty(), "{} wrote {changed:#?}\n{content}", wish.name);
}

/// ux.md 6.2: no file makes an import panic, hang or write in part, whatever happened to its bytes; a file that is
/// refused leaves every table as it was.
#[test]
fn bent_files_never_panic_hang_or_write_in_part() {
    let (shop, office) = office();
    let good = good_files();
    for (wish, _) in &good {
        let (preview, status) = wish.import(&office);
        assert_eq!((preview.rows, preview.rejected.len()), (3, 0), "{} is good: {preview:?}", wish.name);
        assert_eq!((status.phase, status.done), (ImportPhase::Done, 3));
    }
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|s| s.parse().ok()).unwrap_or(SECONDS);
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut chance = Random::new(0x1A17_0B5E);
    let (mut before, mut counts) = (shop.snapshot_except(&BESIDE), [0_u32; 3]);
    while Instant::now() < end {
        let file = &good[usize::try_from(chance.below(good.len() as u64)).unwrap()];
        let wish = bent(&mut chance, file);
        let began = Instant::now();
        let outcome = try_file(&mut chance, &office, &wish);
        assert!(began.elapsed() < SLOW, "{} took {:?}", wish.name, began.elapsed());
        match outcome {
            Outcome::Refused | Outcome::Failed => assert_unchanged(&shop, &before, &wish),
            Outcome::Written => before = shop.snapshot_except(&BESIDE),
        }
        counts[outcome as usize] += 1;
    }
    assert!(counts[0] > 0 && counts[2] > 0, "refused, failed, written: {counts:?}");
    assert_replays(&shop);
}
