//! The database file: schema, upgrades, guards against strangers, sums that must agree.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use api::{Fault, FaultCode};
use app::App;
use store::tables::{master, ops};
use store::{Actor, Db, MasterEntity, Stamp};
use testkit::{FakeClock, START_MS, TestShop, golden, raw};
use uuid::Uuid;

use crate::scenario;
use crate::world::cashier_with_shift;

fn try_open(folder: &Path) -> Result<App, Fault> {
    App::open(testkit::options(folder, Arc::new(FakeClock::new(START_MS))))
}

/// The schema is what was reviewed: a change shows as a difference to read.
#[test]
fn the_schema_is_the_reviewed_one() {
    let shop = TestShop::empty();
    let schema = shop.app().store().read(|db: Db<'_>| ops::schema(db)).unwrap();
    let text: String = schema.into_iter().map(|sql| sql + ";\n").collect();
    golden(&Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/schema.sql"), &text);
}

/// A database of a newer program is refused with its versions, and not a byte of it changes.
#[test]
fn a_newer_database_is_refused_untouched() {
    let files = TestShop::france().files().unpack();
    let database = files.path().join("comptoir.db");
    let newer = "INSERT INTO refinery_schema_history VALUES (99, 'future', '2030-01-01T00:00:00Z', '0')";
    assert_eq!(raw::sql(&database, &["PRAGMA wal_checkpoint(TRUNCATE)", newer])[1], "ok");
    let before = std::fs::read(&database).unwrap();
    let fault = try_open(files.path()).err().unwrap();
    assert_eq!(fault.code, FaultCode::DatabaseNewer);
    assert_eq!(fault.params["found"], 99);
    assert_eq!(fault.params["known"], store::known_version());
    assert!(before == std::fs::read(&database).unwrap(), "the file is as it was");
}

/// The database of another program is refused and keeps its content.
#[test]
fn a_foreign_database_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let database = dir.path().join("comptoir.db");
    let made =
        raw::sql(&database, &["CREATE TABLE recipes (name TEXT)", "INSERT INTO recipes VALUES ('flan')"]);
    assert_eq!(made, ["ok", "ok"]);
    assert_eq!(try_open(dir.path()).err().map(|fault| fault.code), Some(FaultCode::DatabaseForeign));
    let content = raw::sql(&database, &["SELECT name FROM sqlite_master", "SELECT * FROM recipes"]);
    assert_eq!(content, [r#"[["recipes"]]"#, r#"[["flan"]]"#]);
}

/// A damaged file is refused as such, never repaired behind one's back.
#[test]
fn a_damaged_file_is_refused() {
    let files = TestShop::france().files().unpack();
    let database = files.path().join("comptoir.db");
    let _ = raw::sql(&database, &["PRAGMA wal_checkpoint(TRUNCATE)"]);
    let mut bytes = std::fs::read(&database).unwrap();
    bytes[8192..16384].fill(0xA5);
    std::fs::write(&database, bytes).unwrap();
    assert_eq!(try_open(files.path()).err().unwrap().code, FaultCode::DatabaseCorrupt);
}

/// The statements of all migrations of versions that `wanted` takes, one by one, comments apart.
fn migrations(wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations/sqlite");
    let files = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path());
    let files = files.filter(|f| f.extension().is_some_and(|e| e == "sql"));
    let mut statements = Vec::new();
    for file in files.filter(|f| wanted(&f.file_name().unwrap().to_string_lossy())) {
        let mut statement = String::new();
        for line in std::fs::read_to_string(file).unwrap().lines() {
            statement += line.split("--").next().unwrap().trim_end();
            statement += "\n";
            let end = if statement.trim_start().starts_with("CREATE TRIGGER") { "END;" } else { ";" };
            if statement.trim_end().ends_with(end) {
                statements.push(std::mem::take(&mut statement).trim().to_owned());
            }
        }
    }
    statements
}

/// The name of what a statement creates, if it creates something of this kind.
fn created<'a>(statement: &'a str, kind: &str) -> Option<&'a str> {
    let what = statement.strip_prefix("CREATE ")?;
    let what = what.strip_prefix("UNIQUE ").unwrap_or(what).strip_prefix(kind)?;
    what.trim_start().split([' ', '(', '\n']).next()
}

/// Brings a database back to the schema of version 1 with all the rows that it could hold: each table is built anew.
fn back_to_version_1(database: &Path) {
    let (first, all) = (migrations(|f| f.starts_with("V1__")), migrations(|_| true));
    let names =
        |kind: &str| all.iter().filter_map(|s| created(s, kind).map(str::to_owned)).collect::<Vec<_>>();
    let mut back = vec!["PRAGMA legacy_alter_table = ON".to_owned()];
    back.extend(names("TRIGGER").iter().map(|name| format!("DROP TRIGGER IF EXISTS {name}")));
    back.extend(names("INDEX").iter().map(|name| format!("DROP INDEX IF EXISTS {name}")));
    let tables: Vec<&String> = first.iter().filter(|s| created(s, "TABLE").is_some()).collect();
    for (statement, columns) in tables.iter().zip(columns_of(&tables)) {
        let (table, columns) = (created(statement, "TABLE").unwrap(), columns.join(", "));
        back.push(format!("ALTER TABLE {table} RENAME TO before"));
        back.push((*statement).clone());
        back.push(format!("INSERT INTO {table} ({columns}) SELECT {columns} FROM before"));
        back.push("DROP TABLE before".to_owned());
    }
    let kept: Vec<&str> = tables.iter().filter_map(|s| created(s, "TABLE")).collect();
    let later = names("TABLE").into_iter().filter(|name| !kept.contains(&name.as_str()));
    back.extend(later.map(|name| format!("DROP TABLE IF EXISTS {name}")));
    back.extend(first.iter().filter(|s| created(s, "TRIGGER").or(created(s, "INDEX")).is_some()).cloned());
    back.push("DELETE FROM refinery_schema_history WHERE version > 1".to_owned());
    let statements: Vec<&str> = back.iter().map(String::as_str).collect();
    for (statement, answer) in back.iter().zip(raw::sql(database, &statements)) {
        assert_eq!(answer, "ok", "{statement}");
    }
}

/// The columns that the tables of these statements have.
fn columns_of(tables: &[&String]) -> Vec<Vec<String>> {
    let dir = tempfile::tempdir().unwrap();
    let names =
        |s: &&String| format!("SELECT name FROM pragma_table_info('{}')", created(s, "TABLE").unwrap());
    let queries: Vec<String> = tables.iter().map(names).collect();
    let statements = tables.iter().map(|s| s.as_str()).chain(queries.iter().map(String::as_str));
    let answers = raw::sql(&dir.path().join("columns.db"), &statements.collect::<Vec<_>>());
    let columns = |answer: &String| {
        let names: Vec<[String; 1]> = serde_json::from_str(answer).unwrap();
        names.into_iter().map(|[name]| name).collect()
    };
    answers[tables.len()..].iter().map(columns).collect()
}

/// Before an upgrade the old database is copied beside itself, whole and at its old version.
#[test]
fn an_upgrade_makes_a_backup_first() {
    let (shop, till) = cashier_with_shift();
    till.cash_sale(&["1001", "2108"]);
    let files = shop.files().unpack();
    let database = files.path().join("comptoir.db");
    back_to_version_1(&database);
    drop(try_open(files.path()).unwrap());
    let lines = "SELECT count(*), sum(total), sum(amount), sum(discount + share) FROM document_line";
    assert_eq!(raw::sql(&database, &[lines]), ["[[2, 720, 720, 0]]"]);
    let version = "SELECT max(version), (SELECT count(*) FROM article) FROM refinery_schema_history";
    let known = store::known_version();
    assert_eq!(raw::sql(&database, &[version]), [format!("[[{known}, 300]]")]);
    let is_backup =
        |path: &PathBuf| path.to_string_lossy().ends_with(&format!(".schema-1.{START_MS}.backup"));
    let entries = std::fs::read_dir(files.path()).unwrap().map(|f| f.unwrap().path());
    let backups: Vec<PathBuf> = entries.filter(is_backup).collect();
    assert_eq!(backups.len(), 1);
    assert_eq!(raw::sql(&backups[0], &[version]), ["[[1, 300]]"]);
    drop(try_open(files.path()).unwrap());
    assert_eq!(
        std::fs::read_dir(files.path()).unwrap().filter(|f| is_backup(&f.as_ref().unwrap().path())).count(),
        1
    );
}

/// FISC-02: what was validated cannot be changed or erased, not even by another program that opens the file:
/// the triggers refuse every row.
#[test]
fn facts_withstand_a_foreign_program() {
    let (shop, till) = cashier_with_shift();
    till.cash_sale(&["2101"]);
    let before = shop.snapshot();
    let facts = [
        "op",
        "cash_movement",
        "document",
        "document_line",
        "document_tax",
        "payment",
        "stock_movement",
        "fiscal_terminal",
        "fiscal_key",
        "fiscal_record",
        "fiscal_total",
    ];
    for table in facts.iter().filter(|t| !before[**t].is_empty()) {
        let statements = [format!("DELETE FROM {table}"), first_column_update(&shop, table)];
        for answer in raw::sql(&shop.database(), &statements.each_ref().map(String::as_str)) {
            assert!(answer.contains("immutable"), "{table}: {answer}");
        }
    }
    for table in ["op", "fiscal_terminal", "fiscal_key", "fiscal_record", "fiscal_total"] {
        let replace = format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}");
        let answer = &raw::sql(&shop.database(), &[&replace])[0];
        assert!(answer.contains("duplicate"), "{table}: {answer}");
    }
    assert_eq!(shop.snapshot(), before);
}

fn first_column_update(shop: &TestShop, table: &str) -> String {
    let column = &raw::sql(&shop.database(), &[&format!("SELECT name FROM pragma_table_info('{table}')")])[0];
    let names: Vec<[String; 1]> = serde_json::from_str(column).unwrap();
    format!("UPDATE {table} SET {0} = {0}", names[0][0])
}

/// Cached sums agree with what they are sums of, after a full day.
#[test]
fn cached_sums_agree() {
    let shop = scenario::finished_day();
    let wrong = [
        "SELECT count(*) FROM stock_level l WHERE on_hand <>
           (SELECT sum(quantity) FROM stock_movement m WHERE m.article_id = l.article_id)",
        "SELECT count(*) FROM stock_movement WHERE article_id NOT IN (SELECT article_id FROM stock_level)",
        "SELECT count(*) FROM shift s WHERE (total, net) <>
           (SELECT coalesce(sum(total), 0), coalesce(sum(net), 0) FROM document WHERE shift_id = s.id)",
        "SELECT count(*) FROM shift s WHERE (tickets, returns, cancellations, returned, cancelled) <>
           (SELECT count(*) FILTER (WHERE operation = 'VENTE'), count(*) FILTER (WHERE operation = 'RETOUR'),
              count(*) FILTER (WHERE operation = 'ANNULATION'), coalesce(-sum(total) FILTER (WHERE operation = 'RETOUR'), 0),
              coalesce(-sum(total) FILTER (WHERE operation = 'ANNULATION'), 0) FROM document WHERE shift_id = s.id)",
        "SELECT count(*) FROM shift s WHERE (cash_receipts, cash_refunds, rounding) <>
           (SELECT coalesce(sum(max(received - change, 0)), 0), coalesce(-sum(min(received - change, 0)), 0),
              coalesce(sum(rounding), 0) FROM payment WHERE shift_id = s.id AND kind = 'cash')",
        "SELECT count(*) FROM shift s WHERE cash_in - cash_out <>
           (SELECT coalesce(sum(amount), 0) FROM cash_movement WHERE shift_id = s.id)",
        "SELECT count(*) FROM shift_method m WHERE (count, total) <>
           (SELECT count(*), sum(collected) FROM
              (SELECT shift_id, method_id, coalesce(nature, '') AS nature, received - change AS collected FROM payment
               UNION ALL SELECT shift_id, method_id, '', amount FROM account_entry WHERE shift_id IS NOT NULL) p
            WHERE p.shift_id = m.shift_id AND p.method_id = m.method_id AND p.nature = m.nature)",
        "SELECT count(*) FROM shift_tax t WHERE (base, amount, gross) <>
           (SELECT sum(x.base), sum(x.amount), sum(x.gross) FROM document_tax x JOIN document d ON d.id = x.document_id
            WHERE d.shift_id = t.shift_id AND x.code = t.code AND x.rate = t.rate)",
        "SELECT count(*) FROM document d WHERE total <> (SELECT sum(gross) FROM document_tax WHERE document_id = d.id)",
        "SELECT count(*) FROM document d WHERE total <> (SELECT sum(total) FROM document_line WHERE document_id = d.id)",
        "SELECT count(*) FROM document d WHERE (discount, discounts) <>
           (SELECT sum(share), sum(share + discount) FROM document_line WHERE document_id = d.id)",
        "SELECT count(*) FROM shift s WHERE (discounted, discounts) <>
           (SELECT coalesce(sum(discounts <> 0), 0), coalesce(sum(discounts), 0) FROM document
            WHERE shift_id = s.id AND operation = 'VENTE')",
        "SELECT count(*) FROM document d WHERE paid <>
           (SELECT sum(amount) FROM payment WHERE document_id = d.id AND kind <> 'on_account')",
        "SELECT count(*) FROM document d WHERE paid - total <>
           (SELECT coalesce(sum(amount), 0) FROM account_entry WHERE document_id = d.id AND side = 'due')",
        "SELECT count(*) FROM document d WHERE
           (SELECT coalesce(sum(amount), 0) FROM payment WHERE document_id = d.id AND kind = 'credit') <>
           (SELECT coalesce(-sum(amount), 0) FROM account_entry WHERE document_id = d.id AND side = 'credit')",
        "SELECT count(*) FROM document_line l JOIN document d ON d.id = l.document_id WHERE l.article_id IS NOT NULL AND NOT EXISTS
           (SELECT 1 FROM document_article a WHERE (a.article_id, a.at_ms, a.document_id) = (l.article_id, d.at_ms, d.id))",
    ];
    for (query, answer) in wrong.iter().zip(raw::sql(&shop.database(), &wrong)) {
        assert_eq!(answer, "[[0]]", "{query}");
    }
    let filled =
        ["SELECT count(*) > 0 FROM shift_method", "SELECT count(DISTINCT side) = 2 FROM account_entry"];
    let corrections = "SELECT count(DISTINCT operation) = 3 FROM document";
    assert_eq!(raw::sql(&shop.database(), &[corrections]), ["[[1]]"]);
    let discounts = "SELECT count(*) > 0 FROM document_line WHERE discount > 0 AND share > 0";
    assert_eq!(raw::sql(&shop.database(), &filled), ["[[1]]", "[[1]]"]);
    assert_eq!(raw::sql(&shop.database(), &[discounts]), ["[[1]]"]);
}

/// A panic inside a transaction rolls it back, and the till sells on: same numbering, same chain.
#[test]
fn a_panic_rolls_back_and_the_till_lives() {
    let (shop, till) = cashier_with_shift();
    let first = till.cash_sale(&["1001"]).number;
    let before = shop.snapshot();
    let stamp = Stamp { now_ms: START_MS, actor: Actor::default() };
    let outcome = shop.app().store().write(stamp, |tx| -> Result<(), store::Error> {
        let name = vec![("name", serde_json::json!("fantôme"))];
        master::set(tx, MasterEntity::Customer, Uuid::now_v7(), name)?;
        panic!("a mistake in a use case");
    });
    assert!(matches!(outcome, Err(store::Error::Panicked(_))), "{outcome:?}");
    assert_eq!(shop.snapshot(), before);
    let second = till.cash_sale(&["1001"]).number;
    assert_ne!(first, second);
    crate::fiscal_chain::assert_sound(&shop);
    crate::concurrency::assert_gapless(&shop);
    let kept = shop.killed_and_reopened();
    assert_eq!(kept.snapshot()["document"].len(), 2);
}
