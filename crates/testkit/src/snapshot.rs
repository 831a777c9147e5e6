//! The whole database as text, to prove that a refusal changed nothing, or that two databases are the same.

use std::collections::BTreeMap;

use store::{Db, REPLICATED, Store, tables::ops};

/// The rows of tables by table name, each row as text, sorted.
pub type Tables = BTreeMap<String, Vec<String>>;

/// Every table of the schema but the search indexes, which SQLite derives.
///
/// # Panics
/// When the database cannot be read.
#[must_use]
pub fn table_names(store: &Store) -> Vec<String> {
    let schema = store.read(|db: Db<'_>| ops::schema(db)).unwrap();
    let name = |sql: &String| {
        let rest = sql.strip_prefix("CREATE TABLE ")?;
        Some(rest.split([' ', '(']).next()?.trim_matches('"').to_owned())
    };
    schema.iter().filter_map(name).collect()
}

/// All tables but the named ones.
///
/// # Panics
/// When the database cannot be read.
#[must_use]
pub fn snapshot(store: &Store, except: &[&str]) -> Tables {
    let names: Vec<String> =
        table_names(store).into_iter().filter(|name| !except.contains(&name.as_str())).collect();
    dump(store, &names)
}

/// The tables that a replay of the operations must reproduce.
///
/// # Panics
/// When the database cannot be read.
#[must_use]
pub fn replicated(store: &Store) -> Tables {
    let names: Vec<String> = REPLICATED.iter().map(|name| (*name).to_owned()).collect();
    dump(store, &names)
}

fn dump(store: &Store, names: &[String]) -> Tables {
    store
        .read(|db: Db<'_>| {
            let table = |name: &String| Ok::<_, store::Error>((name.clone(), ops::dump(db, name)?));
            names.iter().map(table).collect()
        })
        .unwrap()
}

/// What differs between two snapshots, row by row: «table - row» before, «table + row» after.
#[must_use]
pub fn differences(before: &Tables, after: &Tables) -> Vec<String> {
    let none = Vec::new();
    let names: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let mut found = Vec::new();
    for name in names {
        let (old, new) = (before.get(name).unwrap_or(&none), after.get(name).unwrap_or(&none));
        found.extend(
            old.iter().filter(|row| new.binary_search(row).is_err()).map(|r| format!("{name} - {r}")),
        );
        found.extend(
            new.iter().filter(|row| old.binary_search(row).is_err()).map(|r| format!("{name} + {r}")),
        );
    }
    found
}
