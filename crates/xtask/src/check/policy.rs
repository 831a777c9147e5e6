//! What we depend on: licences, sources, banned crates, two versions of one crate. The policy is `deny.toml`, which
//! `cargo deny` reads too; it knows known vulnerabilities besides, from a database that needs the network.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{Metadata, MetadataCommand, Package};
use serde::Deserialize;
use spdx::{Expression, Licensee, ParseMode};

use crate::Failure;
use crate::process::root;

/// The part of `deny.toml` that is checked here.
#[derive(Deserialize)]
struct Policy {
    licenses: Licences,
    bans: Bans,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<String>,
}

/// What the policy does not allow.
pub fn findings() -> Result<Vec<String>, Failure> {
    let text = std::fs::read_to_string(root().join("deny.toml")).map_err(|e| format!("deny.toml: {e}"))?;
    let policy: Policy = toml::from_str(&text).map_err(|e| format!("deny.toml: {e}"))?;
    let metadata = MetadataCommand::new()
        .current_dir(root())
        .other_options(["--locked".to_owned()])
        .exec()
        .map_err(|error| format!("cargo metadata: {error}"))?;
    let mut findings = Vec::new();
    for package in foreign(&metadata) {
        findings.extend(of_package(&policy, package)?);
    }
    findings.extend(doubles(&metadata));
    Ok(findings)
}

fn foreign(metadata: &Metadata) -> impl Iterator<Item = &Package> {
    metadata.packages.iter().filter(|package| !metadata.workspace_members.contains(&package.id))
}

fn of_package(policy: &Policy, package: &Package) -> Result<Vec<String>, Failure> {
    let name = package.name.as_str();
    let mut findings = Vec::new();
    if policy.bans.deny.iter().any(|banned| banned == name) {
        findings.push(format!("{name} is banned (deny.toml)"));
    }
    if !package.source.as_ref().is_some_and(|source| source.is_crates_io()) {
        findings.push(format!("{name} does not come from crates.io"));
    }
    match &package.license {
        Some(licence) if allowed(policy, licence)? => {}
        Some(licence) => findings.push(format!("{name}: licence {licence} is not in deny.toml")),
        None => findings.push(format!("{name} states no licence")),
    }
    Ok(findings)
}

/// True when the expression can be satisfied by licences of the policy.
fn allowed(policy: &Policy, licence: &str) -> Result<bool, Failure> {
    let known = policy.licenses.allow.iter().map(|name| Licensee::parse(name));
    let known = known.collect::<Result<Vec<_>, _>>().map_err(|e| format!("deny.toml: {e}"))?;
    let expression =
        Expression::parse_mode(licence, ParseMode::LAX).map_err(|e| format!("{licence}: {e}"))?;
    Ok(expression.evaluate(|wanted| known.iter().any(|licensee| licensee.satisfies(wanted))))
}

/// Crates that crates of ours use in two incompatible versions. What others use twice is theirs to mend: `cargo deny` warns
/// of it.
fn doubles(metadata: &Metadata) -> Vec<String> {
    let ours = metadata.workspace_packages();
    let mut wanted: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for dependency in ours.iter().flat_map(|package| &package.dependencies) {
        wanted.entry(dependency.name.as_str()).or_default().insert(dependency.req.to_string());
    }
    let doubled = wanted.into_iter().filter(|(_, versions)| versions.len() > 1);
    doubled
        .map(|(name, versions)| {
            let versions: Vec<_> = versions.into_iter().collect();
            format!("{name} is wanted in versions {}: name it once in the workspace", versions.join(" and "))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> Policy {
        toml::from_str("[licenses]\nallow = [\"MIT\", \"Apache-2.0\"]\n[bans]\ndeny = [\"openssl-sys\"]")
            .unwrap()
    }

    #[test]
    fn what_we_depend_on_keeps_to_the_policy() {
        assert_eq!(findings(), Ok(Vec::new()));
    }

    #[test]
    fn a_licence_is_allowed_when_one_way_to_take_it_is() {
        assert_eq!(allowed(&policy(), "MIT OR GPL-3.0"), Ok(true));
        assert_eq!(allowed(&policy(), "MIT/Apache-2.0"), Ok(true));
        assert_eq!(allowed(&policy(), "MIT AND GPL-3.0-only"), Ok(false));
        assert_eq!(allowed(&policy(), "GPL-3.0-or-later"), Ok(false));
        assert!(allowed(&policy(), "no licence at all").is_err());
    }
}
