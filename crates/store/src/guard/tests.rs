//! What the guard and the triggers refuse on the writer's own connection.

use rusqlite::Connection;

use super::*;
use crate::connection::open_writer;
use crate::error::Error;
use crate::migrate::migrate;

/// A guarded connection to a new database.
fn guarded() -> (tempfile::TempDir, Connection, ReducerToken) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("comptoir.db");
    let mut conn = open_writer(&path).unwrap();
    migrate(&mut conn, &path, 0).unwrap();
    let token = ReducerToken::default();
    install(&mut conn, &token).unwrap();
    (dir, conn, token)
}

/// Prepares a statement: the guard judges there.
fn judged(conn: &Connection, sql: &str) -> Result<()> {
    Ok(conn.prepare(sql).map(drop)?)
}

fn assert_refused(conn: &Connection, sql: &str) {
    let outcome = judged(conn, sql);
    assert!(matches!(outcome, Err(Error::Guard(_))), "{sql}: {outcome:?}");
}

fn columns(conn: &Connection, table: &str) -> Vec<String> {
    let mut statement = conn.prepare("SELECT name FROM pragma_table_info(?1)").unwrap();
    let names = statement.query_map([table], |row| row.get(0)).unwrap();
    names.collect::<rusqlite::Result<_>>().unwrap()
}

fn update_of_each_column(conn: &Connection, table: &str) -> Vec<String> {
    columns(conn, table).iter().map(|c| format!("UPDATE {table} SET {c} = {c}")).collect()
}

#[test]
fn replicated_tables_are_written_by_the_reducer_alone() {
    let (_dir, conn, token) = guarded();
    for table in REPLICATED {
        let insert = format!("INSERT INTO {table} DEFAULT VALUES");
        assert_refused(&conn, &insert);
        assert_refused(&conn, &format!("DELETE FROM {table}"));
        assert_refused(&conn, &format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}"));
        update_of_each_column(&conn, table).iter().for_each(|sql| assert_refused(&conn, sql));
        token.with(|| judged(&conn, &insert)).unwrap();
        assert_refused(&conn, &insert);
    }
}

#[test]
fn not_even_the_reducer_changes_or_deletes_facts() {
    let (_dir, conn, token) = guarded();
    for table in FACTS {
        token.with(|| assert_refused(&conn, &format!("DELETE FROM {table}")));
        for (sql, column) in update_of_each_column(&conn, table).iter().zip(columns(&conn, table)) {
            // What the authority of a synced account fills in later.
            let later = *table == "op" && matches!(column.as_str(), "sseq" | "eff" | "payload");
            if !later {
                token.with(|| assert_refused(&conn, sql));
            }
        }
    }
    token.with(|| assert_refused(&conn, "DELETE FROM shift"));
}

#[test]
fn a_replacing_insert_does_not_slip_past_the_delete_triggers() {
    let (_dir, conn, token) = guarded();
    let rows = [
        ("payment", "(x'01', x'02', x'03', x'04', 'cash', 'n', 1, 1, 0, 0, NULL, NULL, NULL)"),
        ("stock_movement", "(1, 1, 0, x'01', 5, NULL, 'r', 0)"),
        ("fiscal_total", "('t', 1, 'TICKET', 'd', 1, 1, 1)"),
        ("op", "(1, 1, 1, 1, 1, 1, 1, NULL, NULL, x'00', x'00', NULL, '{}', NULL, NULL, 0)"),
    ];
    for (table, row) in rows {
        let run = |verb: &str| token.with(|| conn.execute(&format!("{verb} INTO {table} VALUES {row}"), []));
        run("INSERT").unwrap();
        let replaced = run("INSERT OR REPLACE").map_err(Error::from);
        assert!(matches!(replaced, Err(Error::Guard(_))), "{table}: {replaced:?}");
    }
}

#[test]
fn the_schema_and_the_safety_of_the_connection_stand() {
    let (dir, conn, token) = guarded();
    let other = dir.path().join("other.db");
    let attach = format!("ATTACH '{}' AS other", other.display());
    let statements = [
        "CREATE TABLE t (a)",
        "DROP TABLE document",
        "DROP TRIGGER document_no_del",
        "ALTER TABLE document ADD COLUMN a",
        "CREATE TRIGGER t AFTER INSERT ON op BEGIN SELECT 1; END",
        "CREATE INDEX i ON op (kind)",
        "CREATE VIEW v AS SELECT 1",
        "PRAGMA writable_schema = ON",
        "PRAGMA recursive_triggers = OFF",
        "PRAGMA synchronous = OFF",
        attach.as_str(),
    ];
    for sql in statements {
        assert_refused(&conn, sql);
        token.with(|| assert_refused(&conn, sql));
    }
    assert!(!other.exists());
}

#[test]
fn a_closed_shift_is_frozen_for_the_reducer_too() {
    let (_dir, conn, token) = guarded();
    token.with(|| {
        let open = "INSERT INTO shift (id, number, workstation_id, opened_by, opened_ms, opening_float, open_count, open_note)
                    VALUES (x'01', 1, x'02', x'03', 0, 0, '[]', '')";
        conn.execute(open, []).unwrap();
        conn.execute("UPDATE shift SET tickets = 1", []).unwrap();
        conn.execute("UPDATE shift SET closed_ms = 1", []).unwrap();
        let late = conn.execute("UPDATE shift SET tickets = 2", []).map_err(Error::from);
        assert!(matches!(late, Err(Error::Guard(_))), "{late:?}");
    });
}

/// Every table is either replicated, or known to belong to this device, or derived in the reducer.
#[test]
fn no_table_is_forgotten() {
    let (_dir, conn, _token) = guarded();
    let here = [
        "anchored",
        "archive_copy",
        "archive_file",
        "archive_folder",
        "archive_request",
        "article_barcode",
        "article_search",
        "backup_drill",
        "backup_run",
        "backup_settings",
        "cart",
        "cart_change",
        "computer",
        "customer_search",
        "first_run",
        "fiscal_conflict",
        "idempotency",
        "integrity_defect",
        "integrity_run",
        "mail_job",
        "mail_server",
        "op",
        "pin_attempt",
        "print_job",
        "refinery_schema_history",
        "restored_terminal",
        "sale_done",
        "self",
        "timing",
        "training_session",
        "training_source",
        "workstation_run",
    ];
    let sql =
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '*_search_*' ORDER BY name";
    let mut statement = conn.prepare(sql).unwrap();
    let names = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let names: Vec<String> = names.collect::<rusqlite::Result<_>>().unwrap();
    let unknown: Vec<&String> =
        names.iter().filter(|n| !REPLICATED.contains(&n.as_str()) && !here.contains(&n.as_str())).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}
