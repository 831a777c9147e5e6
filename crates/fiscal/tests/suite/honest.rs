//! No false alarm: what honest shops do verifies, whatever happens to them.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;

use fiscal::Chain;
use fiscal::verify::{Severity, Verdict, Verifier};

use crate::history::honest;

const HISTORIES: u64 = 1_000;

/// What one history had, and what was said of it.
fn checked(seed: u64) -> (usize, BTreeSet<String>) {
    let history = honest(seed, 2 + u32::try_from(seed % 4).unwrap());
    let report = history.verify(&history.records);
    let errors: Vec<_> = report.findings.iter().filter(|f| f.defect.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "history {seed}: {errors:#?}");
    let found: BTreeSet<_> = report.findings.iter().map(|f| f.defect.code()).collect();
    assert_eq!(found, history.warnings, "history {seed}");
    let verdict = if found.is_empty() { Verdict::Sound } else { Verdict::Warnings };
    assert_eq!(report.verdict(), verdict);
    let mut had: BTreeSet<String> = found.into_iter().map(str::to_owned).collect();
    for record in &history.records {
        let known =
            record.chain != Chain::Jet || ["260", "960", "950", "941", "931"].contains(&record.kind.as_str());
        if known {
            had.insert(format!("{} {}", record.chain, record.kind));
        }
    }
    had.insert(history.records[0].fiscal_version.clone());
    (history.records.len(), had)
}

/// FISC-01, BAK-02: 1,000 histories with every kind of record and incident verify without a defect; there are warnings
/// only of what the specification wants to be warned of: gaps that were declared, keys that no key vouches for, a
/// clock that fell behind, an anchor that a crash left behind.
#[test]
fn a_thousand_honest_histories_raise_no_alarm() {
    let half = |from: u64| move || (from..HISTORIES).step_by(2).map(checked).collect::<Vec<_>>();
    let (even, odd) = std::thread::scope(|scope| {
        let (even, odd) = (scope.spawn(half(0)), scope.spawn(half(1)));
        (even.join().unwrap(), odd.join().unwrap())
    });
    let (mut records, mut had) = (0, BTreeMap::<String, u64>::new());
    for (count, kinds) in even.into_iter().chain(odd) {
        records += count;
        kinds.into_iter().for_each(|kind| *had.entry(kind).or_default() += 1);
    }
    println!("{HISTORIES} histories, {records} records, 0 defects; histories that had:");
    had.iter().for_each(|(kind, n)| println!("  {kind:<28} {n:>5}"));
    let wanted = [
        "anchor_behind",
        "clock_behind",
        "gap_declared",
        "key_not_countersigned",
        "JET 950",
        "JET 960",
        "F.3",
        "TICKET VENTE",
        "TICKET RETOUR",
        "TICKET ANNULATION",
        "FACTURE FACTURE_DE_TICKET",
        "DUPLICATA TICKET",
        "REGLEMENT CORRECTION",
        "REGLEMENT SUR_COMPTE",
        "GT JOUR",
        "GT MOIS",
        "GT EXERCICE",
        "ARCHIVE J",
        "ARCHIVE M",
        "ARCHIVE E",
        "ARCHIVE P",
    ];
    for kind in wanted {
        assert!(had.get(kind).is_some_and(|n| *n >= 10), "{kind} is hardly tried");
    }
}

/// Whether records are pushed one by one or examined on threads, the report is the same, good or bad.
#[test]
fn threads_change_nothing_in_a_report() {
    for seed in 0..20 {
        let history = honest(seed, 4);
        let mut damaged = history.records.clone();
        let at = usize::try_from(seed).unwrap() % damaged.len();
        damaged[at].payload = damaged[at].payload.replacen('0', "1", 1);
        damaged.remove(damaged.len() / 2);
        for records in [&history.records, &damaged] {
            let serial = history.verify(records);
            for threads in [1, 2, 3, 7] {
                let mut verifier = Verifier::new(history.keys.clone());
                let mut pages = records.chunks(16).map(<[_]>::to_vec);
                verifier.push_pages(|| pages.next(), NonZeroUsize::new(threads).unwrap());
                assert_eq!(verifier.finish(Some(&history.anchor)), serial, "{threads} threads");
            }
        }
    }
}
