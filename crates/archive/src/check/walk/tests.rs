//! How far the walk reads ahead, on archives that were made to fill the memory.

use std::fs::File;
use std::num::NonZeroUsize;

use fiscal::CanonicalJson;
use zip::ZipWriter;

use super::*;
use crate::directory;
use crate::format::records_file;
use crate::spool::Spool;

/// Bytes of a long line.
const LONG: usize = 96 << 10;

/// A line of the file of a chain: a record that nobody signed.
fn line(chain: Chain, global_seq: i64, payload: usize) -> Vec<u8> {
    let empty = r#"{"chain":"JET","chain_seq":1,"doc_no":"","fiscal_version":"","global_seq":1,"key_id":"","kind":"","layout":"","link_global":"",
        "operator_id":"","payload":"","payload_sha256":"","prev_global":"","prev_sig":"","sig":"","sw_version":"","terminal_id":"","ts_local":"",
        "ts_utc":"","ttc_cents":0,"utc_off_min":0,"vat_json":""}"#;
    let empty: FiscalRecord = serde_json::from_str(empty).unwrap();
    let payload = noise().into_iter().cycle().take(payload).collect();
    let record = FiscalRecord { chain, global_seq, payload, ..empty };
    format!("{}\n", CanonicalJson::of(&record).unwrap().as_str()).into_bytes()
}

/// Letters that cannot be packed: a file that unpacks to very much more than it is would be refused as such.
fn noise() -> Vec<char> {
    let mut state = 1_u32;
    let mut letter = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'A' + (state >> 27) as u8)
    };
    (0..64 << 10).map(|_| letter()).collect()
}

/// The files of two chains, in a folder that is gone with the first value.
fn chain_files(files: [(Chain, Vec<u8>); 2]) -> (tempfile::TempDir, Vec<ChainFile>) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("archive.zip");
    let mut zip = ZipWriter::new(File::create(&path).unwrap());
    for (chain, content) in files {
        let packed = Spool::whole(records_file(chain), &content, dir.path()).unwrap();
        packed.copy_into(&mut zip).unwrap();
    }
    zip.finish().unwrap();
    let entries = directory::read(&mut File::open(&path).unwrap()).unwrap();
    let files = ChainFile::open_all(&path, &entries).unwrap();
    (dir, files)
}

/// A walk, and the most bytes of one chain that it held at a time.
struct Watched<'a, 'o> {
    walk: Walk<'a, 'o>,
    peak: usize,
}

impl Ordered for Watched<'_, '_> {
    type Job = Unread;
    type Done = Block;

    fn next(&mut self) -> Option<Unread> {
        let next = self.walk.next();
        let held = self.walk.chains.iter().map(|chain| {
            let ready: usize = chain.ready.iter().map(|(_, bytes)| bytes).sum();
            assert!(chain.bytes >= ready, "what is examined counts as well");
            chain.bytes
        });
        self.peak = held.max().unwrap_or(0).max(self.peak);
        next
    }

    fn take(&mut self, block: Block) -> bool {
        self.walk.take(block)
    }
}

/// Walks over two chains; the records that came, the lines that were none, and the peak.
fn walked(files: [(Chain, Vec<u8>); 2], threads: usize) -> (u64, usize, usize) {
    let (_dir, files) = chain_files(files);
    let terminal = serde_json::from_str(r#""00000000-0000-0000-0000-000000000000""#).unwrap();
    let keys = TrustedKeys::new(terminal, Vec::new());
    let walked = Walked {
        verifier: Verifier::new(keys.clone()),
        tables: TABLES.iter().map(|_| Sha256::new()).collect(),
        operations: BTreeMap::new(),
        schemas: BTreeSet::new(),
        first: None,
        records: 0,
    };
    let threads = NonZeroUsize::new(threads).unwrap();
    let options = Options { trusted: &[], threads, goes_on: &|_| true };
    let mut report = ArchiveReport::default();
    let chains = files.into_iter().map(OfChain::new).collect();
    let walk = Walk { walked, chains, most: BLOCK * BLOCKS, options: &options, report: &mut report };
    let mut watched = Watched { walk, peak: 0 };
    in_order(&mut watched, threads, |lines| examine(&lines, &keys));
    let Watched { walk, peak } = watched;
    assert!(walk.chains.iter().all(|chain| chain.file.is_over() && chain.waiting() == 0 && chain.bytes == 0));
    let records = walk.walked.records;
    (records, report.files.len(), peak)
}

/// Lines that wait for those of another chain hold a bounded number of bytes, however long they are; all of them are taken.
#[test]
fn long_lines_that_wait_are_bounded_in_bytes() {
    let tickets: Vec<u8> = (0..40).flat_map(|n| line(Chain::Ticket, 1_000 + n, LONG)).collect();
    let events: Vec<u8> = (0..200).flat_map(|n| line(Chain::Jet, 1 + n, 10)).collect();
    assert!(tickets.len() > 3 * WAITING_BYTES);
    for threads in [1, 3] {
        let files = [(Chain::Ticket, tickets.clone()), (Chain::Jet, events.clone())];
        let (records, unreadable, peak) = walked(files, threads);
        assert_eq!((records, unreadable), (240, 0), "{threads} threads");
        // The last block was begun below the bound, and its last line just before the block was full.
        assert!(peak < WAITING_BYTES + BLOCK_BYTES + 2 * LONG, "{peak} bytes at {threads} threads");
        assert!(peak > LONG, "something waited");
    }
}

/// Two chains whose lines are longer than the bound come in turns: each may be read when nothing of it waits.
#[test]
fn lines_beyond_the_bound_come_one_by_one() {
    let long = WAITING_BYTES + (1 << 10);
    let of =
        |chain, first: i64| (0..2_i64).flat_map(|n| line(chain, first + 2 * n, long)).collect::<Vec<u8>>();
    let files = [(Chain::Ticket, of(Chain::Ticket, 1)), (Chain::Jet, of(Chain::Jet, 2))];
    let (records, unreadable, peak) = walked(files, 2);
    assert_eq!((records, unreadable), (4, 0));
    assert!(peak < 2 * long, "{peak} bytes");
}
