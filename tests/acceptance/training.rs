//! FISC-07, R-13: training mode («mode école»). A second shop beside the real one, in which nothing is real.

mod entering;
mod rescue;

use std::collections::BTreeMap;
use std::path::Path;

use api::types::{
    CashMove, Empty, JournalList, JournalPage, JournalRow, PrintJobView, PrintQueue, SaleDone, SaleValidate,
    SessionView, ShiftRef, ShiftView, TicketPreview,
};
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::permission::Role;
use fiscal::verify::Verdict;
use store::{Db, Store};
use testkit::{TestShop, Till, differences, snapshot};

use crate::world::{cashier_with_shift, with_printer};

/// Takes a session into training.
fn into_training(till: Till) -> Till {
    let session: SessionView = till.ask("training_enter", Empty {});
    assert!(session.training.is_some(), "the window is told");
    Till { session, ..till }
}

/// The database of training.
fn school(shop: &TestShop) -> Store {
    shop.app().training_store().unwrap()
}

/// Every record of a database verifies.
fn assert_chains_are_sound(store: &Store) {
    let verify = |db: Db<'_>| app::verify_chains(db).map_err(|e| store::Error::Fiscal(e.to_string()));
    let reports = store.read(verify).unwrap();
    assert!(!reports.is_empty());
    for (terminal, report) in reports {
        assert_eq!(report.verdict(), Verdict::Sound, "{terminal}: {:?}", report.findings);
    }
}

/// The real journal's events of training, the oldest first: code, who, information.
fn journaled(shop: &TestShop) -> Vec<(u16, String, String)> {
    let list =
        JournalList { workstation_id: None, code: None, from_day: None, to_day: None, offset: 0, limit: 200 };
    let rows = shop.signed_in(Role::Manager, 77).ask::<JournalPage>("journal_list", list).rows;
    let event = |row: JournalRow| (row.code, row.operator.unwrap_or_default(), row.info);
    rows.into_iter().rev().map(event).filter(|(code, _, _)| [920, 921].contains(code)).collect()
}

/// The files of a folder that are not of training, by name, but the real database itself.
fn other_files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        // Anchors follow the records of the shop, and backups its database.
        let follows = ["anchors", "sauvegardes"].contains(&name.as_str()) || name.contains("anchor");
        if follows {
            continue;
        }
        if path.is_dir() {
            found.extend(other_files(&path));
        } else if !name.starts_with("ecole.") && !name.starts_with("comptoir.db") {
            found.insert(name, std::fs::read(&path).unwrap());
        }
    }
    found
}

/// A whole day in training: shift, sale with ticket, duplicate, cash movement, X report, closing.
fn day_in_training(till: &Till) -> SaleDone {
    till.open_shift(100_00);
    till.scan("1001");
    let payment = Some(till.payment(PaymentKind::Cash, None));
    let validate = SaleValidate { payment, leave_unpaid: false, print: true, seen: None };
    let done: SaleDone = till.ask("sale_validate", validate);
    till.print(done.document_id);
    let out = CashMove { amount: Money(-5_00), reason: "timbres".to_owned(), print: true };
    let _: ShiftView = till.ask("cash_move", out);
    let _: PrintJobView = till.ask("shift_report_print", ShiftRef { shift_id: None });
    till.close_shift(96_30, "");
    done
}

/// FISC-07: given training mode, when a sale is made, real turnover is unchanged: every table, total and file of the shop is
/// as it was, but for the two events in the journal that say who trained and when; nothing reaches the printer or
/// the drawer.
#[test]
fn a_day_in_training_leaves_the_shop_as_it_was() {
    let (shop, seller) = cashier_with_shift();
    let printer = with_printer(&shop, "C01");
    seller.cash_sale(&["1001", "2108"]);
    let real = shop.signed_in(Role::Cashier, 4_711);
    let workstation_id = seller.workstation().id;
    let trainee: SessionView = real.ask("workstation_enter", api::types::WorkstationRef { workstation_id });
    let trainee = Till { session: trainee, ..real };
    crate::world::wait_until_printed(&seller);
    let (jobs, pulses) = (printer.jobs().len(), printer.drawer_pulses());
    let report = seller.report();
    let (before, files) = (shop.snapshot_except(&["backup_run"]), other_files(shop.folder()));

    let trainee = into_training(trainee);
    day_in_training(&trainee);
    trainee.client.clone().sign_out().unwrap();

    let expected = ["fiscal_counter", "fiscal_record", "idempotency", "op", "self"];
    let changed = differences(&before, &shop.snapshot_except(&["backup_run"]));
    let elsewhere: Vec<&String> = changed
        .iter()
        .filter(|row| !expected.iter().any(|table| row.starts_with(&format!("{table} "))))
        .collect();
    assert!(elsewhere.is_empty(), "{elsewhere:#?}");
    let records: Vec<&String> = changed.iter().filter(|row| row.starts_with("fiscal_record ")).collect();
    let events = |code: &str| records.iter().filter(|r| r.contains("|JET|") && r.contains(code)).count();
    assert_eq!((records.len(), events("|920|"), events("|921|")), (2, 1, 1), "{records:#?}");
    assert_eq!(changed.iter().filter(|row| row.starts_with("op + ")).count(), 2);
    assert_eq!(seller.report(), report, "turnover, drawer and counts of the open shift");

    let now = other_files(shop.folder());
    assert!(files.iter().all(|(name, bytes)| now.get(name) == Some(bytes)), "a file of the shop changed");
    let name = trainee.session.user.name;
    assert_eq!(journaled(&shop), [(920, name.clone(), name.clone()), (921, name.clone(), name)]);
    seller.cash_sale(&["1001"]);
    crate::world::wait_until_printed(&seller);
    assert_eq!(printer.jobs().len(), jobs + 1, "only the drawer of the real sale");
    assert_eq!(printer.drawer_pulses(), pulses + 1);
    assert_chains_are_sound(shop.app().store());
    assert_chains_are_sound(&school(&shop));
}

fn text(preview: &TicketPreview) -> Vec<&str> {
    preview.lines.iter().map(|line| line.text.trim()).collect()
}

fn assert_marked(lines: &[&str]) {
    let (head, foot) = (&lines[..2], &lines[lines.len() - 2..]);
    for end in [head, foot] {
        assert!(
            end[0].contains("ÉCOLE") && end[1].contains("FACTICE") && end[1].contains("SIMULATION"),
            "{lines:#?}"
        );
    }
}

/// FISC-07: the print says «ÉCOLE» and «FACTICE — SIMULATION», at its head and at its foot: ticket, duplicate, report, slip and
/// test page, on the screen and in the bytes that a printer would have got; its numbers begin with `ECOLE-`.
#[test]
fn every_paper_of_training_says_so() {
    let shop = TestShop::france();
    let _printer = with_printer(&shop, "C01");
    let trainee = into_training(shop.till(Role::LeadCashier, "C01"));
    let done = day_in_training(&trainee);
    assert!(done.number.starts_with("ECOLE-C01-"), "{}", done.number);
    assert_marked(&text(&trainee.preview(done.document_id)));
    let workstation_id = trainee.workstation().id;
    let _: PrintJobView = trainee.ask("printer_test", api::types::WorkstationRef { workstation_id });

    let queue: PrintQueue = trainee.ask("print_queue", Empty {});
    assert!(queue.waiting.is_empty(), "nothing waits for a printer");
    let states: Vec<_> = queue.recent.iter().map(|j| (j.problem.as_deref(), j.attempts)).collect();
    assert!(states.len() > 5 && states.iter().all(|s| *s == (Some("simulated"), 0)), "{states:?}");
    let hex = |word: &str| word.bytes().map(|b| format!("{b:02x}")).collect::<String>();
    let jobs = snapshot(&school(&shop), &[]).remove("print_job").unwrap();
    let papers: Vec<&String> = jobs.iter().filter(|row| !row.contains("|drawer|")).collect();
    assert!(papers.len() > 4, "ticket, duplicate, slip, X, Z, test page");
    for word in ["COLE", "FACTICE", "SIMULATION"] {
        let marks = |row: &&String| row.matches(&hex(word)).count();
        assert!(papers.iter().all(|row| marks(row) >= 2), "{word}");
    }
    let real = shop.till(Role::LeadCashier, "C02");
    real.open_shift(0);
    let real_paper = real.preview(real.cash_sale(&["1001"]).document_id);
    assert!(
        text(&real_paper).iter().all(|line| !line.contains("FACTICE")),
        "a real paper says nothing of it"
    );
}

/// what is signed in training is signed with a key of its own, in a series and as a workstation of its own, and is kept.
#[test]
fn training_has_keys_and_series_of_its_own() {
    let shop = TestShop::france();
    let _printer = with_printer(&shop, "C01");
    let trainee = into_training(shop.till(Role::Cashier, "C01"));
    day_in_training(&trainee);
    let (real, training) = (shop.snapshot(), snapshot(&school(&shop), &[]));
    let column = |tables: &testkit::Tables, table: &str, n: usize| -> Vec<String> {
        tables[table].iter().map(|row| row.split('|').nth(n).unwrap().to_owned()).collect()
    };
    for (table, n) in
        [("fiscal_terminal", 0), ("fiscal_terminal", 1), ("fiscal_key", 0), ("fiscal_record", 4)]
    {
        let (ours, theirs) = (column(&real, table, n), column(&training, table, n));
        assert!(!ours.is_empty() && !theirs.is_empty());
        assert!(ours.iter().all(|value| !theirs.contains(value)), "{table} {n}: {ours:?} {theirs:?}");
    }
    assert!(column(&training, "fiscal_terminal", 1).iter().all(|code| code.starts_with("ECOLE-")));
    assert!(column(&training, "fiscal_terminal", 4).iter().all(|flag| flag == "1"));
    assert!(column(&real, "fiscal_terminal", 4).iter().all(|flag| flag == "0"));
    crate::replay::assert_store_replays(&school(&shop));
}

/// Two tills at once, one in training and one selling: each finds its own world, and neither waits for or disturbs the other.
#[test]
fn one_trains_while_another_sells() {
    let shop = TestShop::france();
    let heard = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let notices = std::sync::Arc::clone(&heard);
    let seller = shop.till(Role::LeadCashier, "C01");
    seller.open_shift(100_00);
    let trainee = into_training(shop.till(Role::Cashier, "C01"));
    trainee.open_shift(50_00);
    shop.app().subscribe(Box::new(move |notice| {
        if let api::Event::Changed { workstation, .. } = &notice.event {
            notices.lock().unwrap().push((notice.training, *workstation));
        }
    }));
    std::thread::scope(|scope| {
        for till in [&seller, &trainee] {
            scope.spawn(move || (0..10).for_each(|_| drop(till.cash_sale(&["1001"]))));
        }
    });
    assert_eq!(seller.report().shift.tickets, 10);
    assert_eq!(trainee.report().shift.tickets, 10);
    assert_eq!(shop.snapshot()["document"].len(), 10);
    assert_eq!(snapshot(&school(&shop), &[])["document"].len(), 10);
    let (ours, theirs) = (seller.workstation().id, trainee.workstation().id);
    assert_ne!(ours, theirs);
    let heard = heard.lock().unwrap();
    assert!(heard.contains(&(false, Some(ours))) && heard.contains(&(true, Some(theirs))));
    assert!(!heard.contains(&(true, Some(ours))) && !heard.contains(&(false, Some(theirs))));
    assert_chains_are_sound(shop.app().store());
    assert_chains_are_sound(&school(&shop));
}
