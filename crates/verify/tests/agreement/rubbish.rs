//! Whatever is fed to the reader of archives, it answers: no panic, no run without end, no memory for what a header promises.
//!
//! The rounds are counted, and drawn from a seed: each run feeds the same. What changes bytes without the key must be found, unless every
//! file unpacks to what it was; what is listed and signed again with the key must be answered.

use std::path::Path;
use std::time::{Duration, Instant};

use archive::ArchiveReader;
use fiscal::CanonicalJson;
use serde_json::{Value, json};
use verify::{Language, Options, Verdict, page, text, verify};

use crate::book::{Book, key_id};
use crate::parts::Parts;

/// Archives whose bytes are changed.
const CONTAINERS: usize = 1_000;
/// Archives that are changed, listed and signed again.
const SIGNED: usize = 100;
/// No archive of these sizes takes longer, on a computer that does much else.
const PATIENCE: Duration = Duration::from_secs(20);
/// The process never holds more than this, with all other tests at work in it.
const MEMORY: u64 = 1 << 30;

/// Places of numbers in the headers before a file, in the directory and at the end: offset, bytes.
const LOCAL: [(usize, usize); 10] =
    [(4, 2), (6, 2), (8, 2), (10, 2), (12, 2), (14, 4), (18, 4), (22, 4), (26, 2), (28, 2)];
const CENTRAL: [(usize, usize); 14] = [
    (6, 2),
    (8, 2),
    (10, 2),
    (12, 2),
    (14, 2),
    (16, 4),
    (20, 4),
    (24, 4),
    (28, 2),
    (30, 2),
    (32, 2),
    (34, 2),
    (36, 2),
    (42, 4),
];
const END: [(usize, usize); 7] = [(4, 2), (6, 2), (8, 2), (10, 2), (12, 4), (16, 4), (20, 2)];

/// A small generator (xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() >> 8).unwrap() % limit.max(1)
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// Where a header of this kind begins.
fn places(bytes: &[u8], signature: [u8; 4]) -> Vec<usize> {
    bytes.windows(4).enumerate().filter(|(_, four)| *four == signature).map(|(at, _)| at).collect()
}

/// A number such as a header should not hold, in place of another.
fn put(random: &mut Random, bytes: &mut [u8], at: usize, width: usize) {
    let field = &mut bytes[at..at + width];
    let old = field.iter().rev().fold(0_u64, |n, byte| (n << 8) | u64::from(*byte));
    let top = (1_u64 << (8 * width)) - 1;
    let choice = [0, 1, top, top >> 1, old.wrapping_add(1), old.wrapping_sub(1), old * 2, random.next()];
    field.copy_from_slice(&random.of(&choice).to_le_bytes()[..width]);
}

/// A header with another number; or a file whose two headers lie alike.
fn headers(random: &mut Random, bytes: &mut [u8]) {
    let local = places(bytes, *b"PK\x03\x04");
    let central = places(bytes, *b"PK\x01\x02");
    let entry = random.below(local.len().min(central.len()));
    match random.below(4) {
        0 => {
            let (offset, width) = *random.of(&LOCAL);
            put(random, bytes, local[entry] + offset, width);
        }
        1 => {
            let (offset, width) = *random.of(&CENTRAL);
            put(random, bytes, central[entry] + offset, width);
        }
        2 => {
            let (offset, width) = *random.of(&END);
            put(random, bytes, places(bytes, *b"PK\x05\x06")[0] + offset, width);
        }
        _ => {
            // Sum, packed and unpacked length.
            let (offset, width) = *random.of(&[(14, 4), (18, 4), (22, 4)]);
            put(random, bytes, local[entry] + offset, width);
            let (from, to) = (local[entry] + offset, central[entry] + offset + 2);
            bytes.copy_within(from..from + width, to);
        }
    }
}

/// An archive with its bytes changed.
fn container(random: &mut Random, whole: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    let at = random.below(bytes.len());
    match random.below(7) {
        0 => (0..=random.below(40)).for_each(|_| {
            let at = random.below(whole.len());
            bytes[at] ^= 1 << random.below(8);
        }),
        1 => bytes.truncate(at),
        2 => {
            let length = random.below(300);
            let put: Vec<u8> = (0..length).map(|_| random.next().to_le_bytes()[0]).collect();
            bytes.splice(at..at, put);
        }
        3 => drop(bytes.drain(at..(at + random.below(300)).min(whole.len()))),
        4 => {
            bytes.truncate(at);
            bytes.extend_from_slice(&other[random.below(other.len())..]);
        }
        5 => {
            let from = random.below(other.len());
            let length = random.below(2_000).min(other.len() - from).min(bytes.len() - at);
            bytes[at..at + length].copy_from_slice(&other[from..from + length]);
        }
        _ => headers(random, &mut bytes),
    }
    bytes
}

/// Every place of a value.
fn pointers(value: &Value, here: &str, into: &mut Vec<String>) {
    into.push(here.to_owned());
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| pointers(field, &format!("{here}/{name}"), into));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, item)| pointers(item, &format!("{here}/{n}"), into));
        }
        _ => {}
    }
}

/// What no manifest and no record holds.
fn hostile(random: &mut Random) -> Value {
    let deep = (0..100).fold(json!(0), |inner, _| json!([inner]));
    let texts =
        ["", "\0", "../../etc/passwd", "2026-02-30", "9999-99-99T99:99:99Z", "\u{202e}\u{10ffff}", "AAAA"];
    let numbers = [i64::MIN, -9_007_199_254_740_991, -1, 0, 1, 9_007_199_254_740_991, i64::MAX];
    match random.below(8) {
        0 => Value::Null,
        1 => json!(u64::MAX),
        2 => json!(1e300),
        3 => json!("9".repeat(10_000)),
        4 => deep,
        5 => json!({}),
        6 => json!(random.of(&texts)),
        _ => json!(random.of(&numbers)),
    }
}

/// A JSON text with one value another, gone, or there twice; canonical where that is possible.
fn edited(random: &mut Random, source: &[u8]) -> Vec<u8> {
    let Ok(mut value) = serde_json::from_slice::<Value>(source) else { return source.to_vec() };
    let mut all = Vec::new();
    pointers(&value, "", &mut all);
    let place = random.of(&all).clone();
    let (parent, name) = place.rsplit_once('/').unwrap_or(("", ""));
    match (value.pointer_mut(parent), random.below(3)) {
        (Some(Value::Object(fields)), 0) => drop(fields.remove(name)),
        (Some(Value::Array(items)), 0) => items.extend(items.first().cloned()),
        (Some(Value::Array(items)), 1) => items.reverse(),
        _ => *value.pointer_mut(&place).unwrap() = hostile(random),
    }
    let canonical = CanonicalJson::of(&value).map(|json| json.as_str().as_bytes().to_vec());
    canonical.unwrap_or_else(|_| serde_json::to_vec(&value).unwrap())
}

/// An archive changed by somebody who has the key: every hash and the signature are right.
fn signed(random: &mut Random, whole: &Parts, other: &Parts) -> Vec<u8> {
    let mut parts = whole.clone();
    let file = random.below(parts.files.len());
    match random.below(4) {
        0 | 1 => {
            let manifest = parts.file("manifest.json");
            *manifest = edited(random, manifest);
            return parts.signed().packed();
        }
        2 => {
            let records: Vec<usize> =
                (0..parts.files.len()).filter(|n| parts.files[*n].0.ends_with("json")).collect();
            let content = &mut parts.files[*random.of(&records)].1;
            let mut lines: Vec<Vec<u8>> =
                content.split_inclusive(|b| *b == b'\n').map(<[u8]>::to_vec).collect();
            if lines.is_empty() {
                lines.push(Vec::new());
            }
            let line = random.below(lines.len());
            lines[line] = edited(random, &lines[line]);
            *content = lines.concat();
        }
        _ => {
            let (name, content) = random.of(&other.files).clone();
            parts.files[file].1.clone_from(&content);
            if random.below(2) == 0 {
                parts.files.push((format!("{name}.{file}"), content));
            }
        }
    }
    if serde_json::from_slice::<archive::Manifest>(parts.file("manifest.json")).is_err() {
        return parts.signed().packed();
    }
    parts.listed().signed().packed()
}

/// Reads a file in every way that the programs do.
fn answers(path: &Path, bytes: &[u8], what: &str) -> Verdict {
    std::fs::write(path, bytes).unwrap();
    let started = Instant::now();
    let options = Options { trusted: vec![key_id()], ..Options::default() };
    let report = verify(path, &options);
    let shown = text(&report, Language::Fr).len() + page(&report, Language::En).len();
    assert!(shown > 0 && serde_json::to_string(&report).is_ok());
    if let Ok(reader) = ArchiveReader::open(path) {
        let _ = reader.manifest();
        // Every line is at least a byte of a file that is no longer than the limits of the format allow.
        assert!(reader.lines().map_or(0, Iterator::count) < 100_000, "{what}");
    }
    assert!(started.elapsed() < PATIENCE, "{what}: {:?}", started.elapsed());
    report.verdict
}

/// The most that this process ever held, in bytes; none where the system does not tell.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()? * 1024)
}

/// FISC-03: bytes flipped, cut, inserted, taken out, of two archives mixed, headers that lie.
#[test]
fn a_changed_container_is_found_or_holds_what_it_held() {
    let (whole, other) = (Book::two_days().second_day(), Book::two_days().whole());
    let files = Parts::of(&whole).files;
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.zip");
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let mut passed = 0;
    for round in 0..CONTAINERS {
        let bytes = container(&mut random, &whole, &other);
        let verdict = answers(&path, &bytes, &format!("round {round}"));
        if verdict != Verdict::Broken {
            assert!(Parts::of(&bytes).files == files, "round {round}: {verdict:?}");
            passed += 1;
        }
    }
    assert!(passed < CONTAINERS / 10, "{passed} of {CONTAINERS}");
    assert!(peak().is_none_or(|peak| peak < MEMORY), "{:?} bytes", peak());
}

/// The same by somebody who has the key, so that nothing stops the reader at the door.
#[test]
fn an_archive_that_was_changed_and_signed_again_is_answered() {
    let (whole, other) = (Parts::of(&Book::two_days().second_day()), Parts::of(&Book::two_days().whole()));
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.zip");
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let broken = (0..SIGNED)
        .filter(|round| {
            let bytes = signed(&mut random, &whole, &other);
            answers(&path, &bytes, &format!("round {round}")) == Verdict::Broken
        })
        .count();
    assert!(broken > SIGNED / 2, "{broken} of {SIGNED}");
    assert!(peak().is_none_or(|peak| peak < MEMORY), "{:?} bytes", peak());
}
