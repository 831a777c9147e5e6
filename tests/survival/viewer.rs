//! What the archive viewer says of files that are not what was written: damaged, cut, mixed, or changed by somebody who knows the format.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use api::FaultCode;
use api::types::{ArchiveOpen, ArchiveOpened, IntegrityVerdict};
use domain::permission::Role;
use testkit::{TestShop, Till};

use crate::archives::written;
use crate::closings::{NEXT_MS, year_end};
use crate::shop::{assert_sound, beside_others};

/// Damaged files that are opened.
const ROUNDS: u64 = 120;

/// Packs an archive again in its own form of ZIP, with a text in one of its files replaced.
const PACK: &str = r"
import sys, zipfile
source, target, member, old, new = sys.argv[1:]
with zipfile.ZipFile(source) as archive:
    files = [(name, archive.read(name)) for name in archive.namelist()]
with zipfile.ZipFile(target, 'w') as archive:
    for name, content in files:
        if name == member:
            assert old.encode() in content, (member, old)
            content = content.replace(old.encode(), new.encode(), 1)
        info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, 0o100644 << 16, 3
        archive.writestr(info, content)
";

/// Member, what stands in it, and what is put in its place.
const CHANGES: [[&str; 3]; 8] = [
    ["records/TICKET.ndjson", "\"ts_utc\":\"2", "\"ts_utc\":\"x"],
    ["records/TICKET.ndjson", "\"payload\":\"{", "\"payload\":\"["],
    ["records/TICKET.ndjson", "\"kind\":\"VENTE\"", "\"kind\":\"\u{202e}\u{1f4a3}\""],
    ["records/JET.ndjson", "\"kind\":\"", "\"kind\":\"99999999999999999999"],
    ["records/JET.ndjson", "\"sig\":\"", "\"sig\":\"\u{e9}"],
    ["records/GT.ndjson", "\"global_seq\":", "\"global_seq\":9000000000"],
    ["manifest.json", "\"last_seq\":", "\"last_seq\":-"],
    ["manifest.json", "\"format\":\"comptoir", "\"format\":\"../../comptoir"],
];

/// A small generator (xorshift): the same rounds each time.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % limit.max(1)
    }
}

/// An archive with something done to it.
fn damaged(random: &mut Random, whole: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    let at = random.below(bytes.len());
    match random.below(5) {
        0 => (0..=random.below(20)).for_each(|_| {
            let at = random.below(whole.len());
            bytes[at] ^= 1 << random.below(8);
        }),
        1 => bytes.truncate(at),
        2 => drop(bytes.splice(at..at, other[..random.below(200)].iter().copied())),
        3 => drop(bytes.drain(at..(at + random.below(200)).min(whole.len()))),
        _ => {
            bytes.truncate(at);
            bytes.extend_from_slice(&other[random.below(other.len())..]);
        }
    }
    bytes
}

/// What the viewer says of an archive; none when it says that there is no file that it can read.
fn opened(till: &Till, number: &str) -> Option<ArchiveOpened> {
    let (number, language) = (number.to_owned(), "fr".to_owned());
    let open = ArchiveOpen { number, chain: None, kind: None, after: 0, limit: 200, language };
    match till.client.call("archive_open", open) {
        Ok(opened) => Some(opened),
        Err(fault) => {
            assert_eq!(fault.code, FaultCode::ArchiveFileMissing, "{fault:?}");
            None
        }
    }
}

/// Puts a file in place of an archive, each time as one of another second.
fn put(path: &Path, bytes: &[u8], round: u64) {
    std::fs::write(path, bytes).unwrap();
    let file = std::fs::File::options().write(true).open(path).unwrap();
    file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(round)).unwrap();
}

fn changed(source: &Path, target: &Path, [member, old, new]: [&str; 3]) {
    let mut pack = Command::new("python3");
    let run = pack.args(["-c", PACK]).args([source, target]).args([member, old, new]).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

/// The shop after the end of its year, with a manager and the files of its archives written.
fn archived() -> (TestShop, Till) {
    let shop = TestShop::of(&year_end(&["C01"]), NEXT_MS);
    let manager = shop.signed_in(Role::Manager, 7);
    shop.app().start_workers().unwrap();
    written(&manager);
    (shop, manager)
}

/// FISC-03: whatever lies in place of an archive, the viewer opens it as damaged, or not at all; what it takes for sound holds the very
/// records that were written. It looks again when the file has changed since.
#[test]
fn whatever_lies_in_place_of_an_archive_is_opened_as_what_it_is() {
    let _beside = beside_others();
    let (shop, manager) = archived();
    let rows = written(&manager).rows;
    let paths: Vec<_> =
        rows.iter().map(|row| shop.folder().join("archives").join(row.file.as_ref().unwrap())).collect();
    let (whole, other) = (std::fs::read(&paths[0]).unwrap(), std::fs::read(&paths[1]).unwrap());
    let sound = opened(&manager, &rows[0].number).unwrap();
    assert_eq!(sound.verdict, Some(IntegrityVerdict::Sound), "{:?}", sound.findings);
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let mut refused = 0;
    for round in 1..=ROUNDS {
        put(&paths[0], &damaged(&mut random, &whole, &other), round);
        match opened(&manager, &rows[0].number) {
            Some(found) if found.verdict == Some(IntegrityVerdict::Broken) => {}
            Some(found) => assert_eq!(found.rows, sound.rows, "round {round}"),
            None => refused += 1,
        }
    }
    assert!(refused > 20, "{refused}");
    for (change, round) in CHANGES.into_iter().zip(ROUNDS + 1..) {
        put(&paths[0], &whole, round);
        let target = shop.folder().join("changed.zip");
        changed(&paths[0], &target, change);
        put(&paths[0], &std::fs::read(target).unwrap(), round);
        let found = opened(&manager, &rows[0].number).unwrap();
        assert_eq!(found.verdict, Some(IntegrityVerdict::Broken), "{change:?}");
        assert!(!found.findings.is_empty() && !found.rows.is_empty(), "{change:?}");
    }
    put(&paths[0], &whole, 0);
    assert_eq!(opened(&manager, &rows[0].number).unwrap().rows, sound.rows);
    assert_sound(&shop);
}
