//! Which crate may use which: ours from a table, and the external ones that only one crate may know.

use cargo_metadata::{DependencyKind, MetadataCommand, Package};

use crate::Failure;
use crate::process::{cargo, output, root};

/// What a crate of ours may use in the product. A crate that is not listed here is refused.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("xtask", &[]),
    ("accounting", &["domain"]),
    ("fiscal", &["domain"]),
    ("api", &["domain"]),
    ("devices", &["domain"]),
    ("documents", &["domain"]),
    ("tabular", &["domain"]),
    ("mail", &[]),
    ("pdf", &["documents"]),
    ("archive", &["domain", "fiscal"]),
    ("store", &["domain", "fiscal"]),
    // What verifies a database file reads it through the store, which opens it without writing or migrating.
    ("verify", &["archive", "domain", "fiscal", "store"]),
    (
        "app",
        &[
            "accounting",
            "api",
            "archive",
            "devices",
            "documents",
            "domain",
            "fiscal",
            "mail",
            "pdf",
            "store",
            "tabular",
            "verify",
        ],
    ),
    ("demo", &["api", "app", "domain", "store"]),
    ("hwsim", &["documents"]),
    ("devhost", &["api", "app", "demo", "domain"]),
    ("comptoir", &["api", "app", "demo", "domain"]),
    ("testkit", &["api", "app", "demo", "domain", "store"]),
    ("faultdisk", &[]),
    (
        "workbench",
        &["api", "app", "archive", "demo", "domain", "fiscal", "store", "tabular", "testkit", "verify"],
    ),
    ("acceptance", &[]),
];

/// What tests may use besides. The acceptance tests look at the whole from outside.
const TESTS_MAY_USE: &[(&str, &[&str])] = &[
    (
        "acceptance",
        &[
            "api",
            "app",
            "archive",
            "demo",
            "domain",
            "faultdisk",
            "fiscal",
            "hwsim",
            "store",
            "testkit",
            "verify",
        ],
    ),
    ("app", &["hwsim", "testkit"]),
    ("demo", &["testkit"]),
    ("devhost", &["testkit"]),
    ("devices", &["documents", "hwsim"]),
    ("documents", &["hwsim"]),
    ("mail", &["hwsim"]),
];

/// External crates and the only crate of ours that may use them. A name that ends in `*` is a prefix.
const OWNED: &[(&str, &str)] = &[
    ("tauri*", "comptoir"),
    ("rusqlite", "store"),
    ("libsqlite3-sys", "faultdisk"),
    ("refinery*", "store"),
    ("axum*", "devhost"),
    ("calamine", "tabular"),
    ("keyring*", "comptoir"),
    ("krilla*", "pdf"),
    ("lettre*", "mail"),
    ("cargo_metadata", "xtask"),
];

/// What only a desktop has: none of it may be compiled into a phone's program.
const DESKTOP_ONLY: &[&str] = &["gtk", "webkit2gtk", "zbus", "serialport", "tauri-plugin-single-instance"];

const PHONE: &str = "aarch64-linux-android";

/// Dependencies that the tables do not allow.
pub fn findings() -> Result<Vec<String>, Failure> {
    let metadata = MetadataCommand::new()
        .current_dir(root())
        .no_deps()
        .exec()
        .map_err(|error| format!("cargo metadata: {error}"))?;
    let ours: Vec<&str> = metadata.packages.iter().map(|package| package.name.as_str()).collect();
    Ok(metadata.packages.iter().flat_map(|package| package_findings(package, &ours)).collect())
}

fn package_findings(package: &Package, ours: &[&str]) -> Vec<String> {
    let name = package.name.as_str();
    if !MAY_USE.iter().any(|(listed, _)| *listed == name) {
        return vec![format!(
            "crate {name} is not in the table of directions (crates/xtask/src/check/directions.rs)"
        )];
    }
    let refused = package.dependencies.iter().filter_map(|dependency| {
        let other = dependency.name.as_str();
        let in_tests = dependency.kind == DependencyKind::Development;
        let allowed = if ours.contains(&other) {
            listed(MAY_USE, name).contains(&other)
                || (in_tests && listed(TESTS_MAY_USE, name).contains(&other))
        } else {
            OWNED.iter().all(|(owned, owner)| !matches(owned, other) || *owner == name)
        };
        (!allowed).then(|| format!("crate {name} must not use {other}"))
    });
    refused.collect()
}

fn listed(table: &[(&str, &'static [&'static str])], name: &str) -> &'static [&'static str] {
    table.iter().find(|(listed, _)| *listed == name).map_or(&[], |(_, uses)| uses)
}

fn matches(pattern: &str, name: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == name, |prefix| name.starts_with(prefix))
}

/// Desktop crates that the shell would carry onto a phone.
pub fn on_phones() -> Result<Vec<String>, Failure> {
    let arguments =
        ["tree", "--package", "comptoir", "--target", PHONE, "--edges", "normal", "--prefix", "none"];
    let tree = output(cargo().args(arguments).args(["--format", "{lib}", "--quiet"]))?;
    let carried = |name: &&&str| tree.lines().any(|line| line == name.replace('-', "_"));
    Ok(DESKTOP_ONLY.iter().filter(carried).map(|name| format!("{name} is compiled for {PHONE}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_name_only_crates_that_exist() {
        let metadata = MetadataCommand::new().current_dir(root()).no_deps().exec().unwrap();
        let ours: Vec<_> = metadata.packages.iter().map(|package| package.name.as_str()).collect();
        for (name, uses) in MAY_USE.iter().chain(TESTS_MAY_USE) {
            for other in std::iter::once(name).chain(*uses) {
                assert!(ours.contains(other), "{other} does not exist");
            }
        }
    }

    #[test]
    fn a_direction_against_the_table_is_found() {
        let metadata = MetadataCommand::new().current_dir(root()).no_deps().exec().unwrap();
        let mut fiscal = metadata.packages.iter().find(|package| package.name == "fiscal").unwrap().clone();
        let app = metadata.packages.iter().find(|package| package.name == "app").unwrap();
        let uses_store = app.dependencies.iter().find(|dependency| dependency.name == "store").unwrap();
        fiscal.dependencies.push(uses_store.clone());
        assert_eq!(
            package_findings(&fiscal, &["domain", "fiscal", "store"]),
            ["crate fiscal must not use store"]
        );
    }
}
