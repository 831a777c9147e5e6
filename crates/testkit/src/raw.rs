//! What a stranger with access to the files could do: SQL on the database without the program's guard.
//!
//! Only `store` knows SQLite, so this is another program: the SQLite module of Python.

use std::path::Path;
use std::process::Command;

/// Runs the statements one by one, each in a transaction of its own, and prints for each «ok», the rows it gave
/// as JSON, or «error: …».
const SCRIPT: &str = r"
import json, sqlite3, sys
conn = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in json.loads(sys.argv[2]):
    try:
        rows = conn.execute(statement).fetchall()
        print(json.dumps([[c.hex() if isinstance(c, bytes) else c for c in r] for r in rows]) if rows else 'ok')
    except sqlite3.Error as error:
        print('error:', error)
conn.close()
";

/// Runs SQL statements on a database file from outside; one answer for each.
///
/// # Panics
/// When there is no Python.
#[must_use]
pub fn sql(database: &Path, statements: &[&str]) -> Vec<String> {
    let list = serde_json::to_string(statements).unwrap();
    let run = Command::new("python3").args(["-c", SCRIPT]).arg(database).arg(list).output().unwrap();
    assert!(run.status.success(), "python: {}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap().lines().map(str::to_owned).collect()
}
