//! The fiscal version changes with the fiscal rules (fiscal.md R-01): it is printed on every ticket and named in the
//! publisher's attestation, so a rule that changes under the same version would make both untrue.
//!
//! `crates/fiscal/RULES.lock` holds the version, and for each source file of the crate the hash of what it does: comments, tests
//! and layout may change freely. Anything else needs a new version, or a sentence that says why the change touches
//! none of the four conditions; the sentence stays in the file until the next version.

use std::path::Path;

use super::code::{is_test, meaning};
use crate::Failure;
use crate::files::{read, sources};
use crate::options;
use crate::process::{output, program, root};

const LOCK: &str = "crates/fiscal/RULES.lock";
const SOURCES: &str = "crates/fiscal/src/";
const VERSION: &str = "pub const FISCAL_VERSION: &str = \"";
const RUN: &str = "`cargo xtask freeze-fiscal`";

/// Rules that changed under the same version, or a version whose rules were not recorded.
pub fn findings() -> Result<Vec<String>, Failure> {
    if !root().join(LOCK).exists() {
        return Ok(vec![format!("{LOCK} is missing: run {RUN}")]);
    }
    Ok(compare(&read(&root().join(LOCK))?, &version()?, &checksums()?))
}

/// Records the rules as they are, if the version was raised or the reason is given why they are the same.
pub fn freeze(arguments: &[String]) -> Result<(), Failure> {
    let mut arguments = arguments.iter();
    let reason = match arguments.next().map(String::as_str) {
        None => None,
        Some("--same-rules") => Some(options::value("--same-rules", &mut arguments)?),
        Some(other) => return Err(format!("unexpected argument «{other}»")),
    };
    let path = root().join(LOCK);
    let old = if path.exists() { Some(read(&path)?) } else { None };
    let new = frozen(old.as_deref(), &version()?, &checksums()?, reason.as_deref())?;
    std::fs::write(path, new).map_err(|error| format!("cannot write {LOCK}: {error}"))
}

/// The text of the lock: version, reasons, and the lines of `sha256sum`.
fn frozen(
    old: Option<&str>,
    version: &str,
    checksums: &str,
    reason: Option<&str>,
) -> Result<String, Failure> {
    let Some(old) = old else { return Ok(format!("version {version}\n{checksums}")) };
    let locked = version_of(old);
    if number(version) > number(locked) {
        return Ok(format!("version {version}\n{checksums}"));
    }
    if version != locked {
        return Err(format!("FISCAL_VERSION fell from {locked} to {version}"));
    }
    if compare(old, version, checksums).is_empty() {
        return Ok(old.to_owned());
    }
    let Some(reason) = reason.map(str::trim).filter(|reason| reason.chars().count() >= 20) else {
        let why = "--same-rules «why it touches none of the four conditions»";
        return Err(format!("the rules changed: raise FISCAL_VERSION, or give {why} in a sentence"));
    };
    let reasons: String = old.lines().filter(|l| l.starts_with("same ")).map(|l| format!("{l}\n")).collect();
    Ok(format!("version {version}\n{reasons}same {reason}\n{checksums}"))
}

fn compare(lock: &str, version: &str, checksums: &str) -> Vec<String> {
    let locked = version_of(lock);
    if number(version) > number(locked) {
        return vec![format!("{LOCK} is of {locked}, the sources are of {version}: run {RUN}")];
    }
    if version != locked {
        return vec![format!("FISCAL_VERSION fell from {locked} to {version}")];
    }
    let (old, new): (Vec<_>, Vec<_>) = (files(lock).collect(), files(checksums).collect());
    let differing = |(hash, file): &(&str, &str), other: &[(&str, &str)]| !other.contains(&(*hash, *file));
    let mut changed: Vec<&str> = old.iter().filter(|f| differing(f, &new)).map(|f| f.1).collect();
    changed.extend(new.iter().filter(|f| differing(f, &old)).map(|f| f.1));
    changed.sort_unstable();
    changed.dedup();
    let say = |file| {
        let or = format!("or run {RUN} --same-rules «why»");
        format!("{SOURCES}{file} changed under {version}: raise FISCAL_VERSION (R-01), {or}")
    };
    changed.into_iter().map(say).collect()
}

fn version_of(lock: &str) -> &str {
    lock.lines().find_map(|line| line.strip_prefix("version ")).unwrap_or_default()
}

/// 4 of «F.4»; 0 for what is no version.
fn number(version: &str) -> u32 {
    version.strip_prefix("F.").and_then(|n| n.parse().ok()).unwrap_or(0)
}

fn files(list: &str) -> impl Iterator<Item = (&str, &str)> {
    list.lines().filter_map(|line| line.split_once("  "))
}

fn version() -> Result<String, Failure> {
    let text = read(&root().join(SOURCES).join("lib.rs"))?;
    let at = text.find(VERSION).ok_or_else(|| format!("{SOURCES}lib.rs names no FISCAL_VERSION"))?;
    Ok(text[at + VERSION.len()..].chars().take_while(|c| *c != '"').collect())
}

/// What each source does, hashed by `sha256sum`: one line per file, by its path under [`SOURCES`].
fn checksums() -> Result<String, Failure> {
    let folder = root().join("target/fiscal-rules");
    let gone = std::fs::remove_dir_all(&folder);
    gone.or_else(|e| if folder.exists() { Err(e) } else { Ok(()) }).map_err(|e| e.to_string())?;
    let mut files: Vec<String> = Vec::new();
    for source in sources(&[".rs"])?.iter().filter(|source| !is_test(&source.path)) {
        let Some(file) = source.path.strip_prefix(SOURCES) else { continue };
        write(&folder.join(file), &meaning(&source.text))?;
        files.push(file.to_owned());
    }
    files.sort();
    output(program("sha256sum").args(files).current_dir(folder))
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let parent = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    parent.and_then(|()| std::fs::write(path, text)).map_err(|e| format!("{}: {e}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::super::code::meaning;
    use super::{compare, frozen};

    const REASON: &str = "Renames a private function; no rule reads its name.";

    /// A list as `sha256sum` writes it; the meaning stands for its hash.
    fn list(source: &str) -> String {
        format!("{}  draft.rs\nbb  lib.rs\n", meaning(source).replace(' ', "␠"))
    }

    fn lock(source: &str) -> String {
        frozen(None, "F.4", &list(source), None).unwrap()
    }

    const RULE: &str =
        "/// Signed.\nfn flag(first: bool) -> &'static str {\n    if first { \"N\" } else { \"O\" }\n}\n";

    /// planted changes of a rule are found, changes of comments, layout and tests are not.
    #[test]
    fn a_changed_rule_needs_a_new_version_and_a_changed_comment_does_not() {
        let lock = lock(RULE);
        let same = [
            RULE.replace("/// Signed.", "/// Field 6 of DATA."),
            RULE.replace("    if first", "    if  first // always\n"),
            format!("{RULE}#[cfg(test)]\nmod tests {{ fn t() {{ assert!(true); }} }}\n"),
        ];
        for source in same {
            assert!(compare(&lock, "F.4", &list(&source)).is_empty(), "{source}");
        }
        let changed = [
            RULE.replace("\"O\"", "\"P\""),
            RULE.replace("if first", "if !first"),
            RULE.replace("\"N\"", "\" N\""),
            format!("{RULE}fn added() {{}}"),
        ];
        for source in changed {
            let found = compare(&lock, "F.4", &list(&source));
            assert_eq!(found.len(), 1, "{source}");
            assert!(found[0].starts_with("crates/fiscal/src/draft.rs changed under F.4"), "{found:?}");
        }
        let removed = list(RULE).lines().skip(1).collect::<String>();
        assert_eq!(compare(&lock, "F.4", &removed).len(), 1, "a removed file");
        assert_eq!(compare(&lock, "F.5", &list(RULE)).len(), 1, "a version that was not recorded");
        assert_eq!(compare(&lock, "F.3", &list(RULE)).len(), 1, "a version never falls");
    }

    /// the lock follows a raised version by itself, and the same version only with a reason, which it keeps.
    #[test]
    fn the_lock_is_rewritten_for_a_new_version_or_for_a_reason() {
        let lock = lock(RULE);
        let changed = list(&RULE.replace("flag", "mark"));
        assert!(frozen(Some(&lock), "F.4", &changed, None).is_err());
        assert!(frozen(Some(&lock), "F.4", &changed, Some("why")).is_err(), "a word is no reason");
        assert!(frozen(Some(&lock), "F.3", &changed, Some(REASON)).is_err());
        let kept = frozen(Some(&lock), "F.4", &changed, Some(REASON)).unwrap();
        assert!(kept.contains(&format!("same {REASON}\n")) && compare(&kept, "F.4", &changed).is_empty());
        let again = frozen(Some(&kept), "F.4", &list(RULE), Some("Takes the renaming back again.")).unwrap();
        assert!(again.contains(REASON) && again.contains("Takes the renaming back"));
        let raised = frozen(Some(&again), "F.5", &changed, None).unwrap();
        assert!(raised.starts_with("version F.5\n") && !raised.contains("same "));
        assert_eq!(frozen(Some(&kept), "F.4", &changed, None).unwrap(), kept, "nothing to do");
    }
}
