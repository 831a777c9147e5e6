//! Every fault has a text in both languages.

use std::collections::BTreeSet;

use crate::Failure;
use crate::files::{read, sources};
use crate::process::root;

const FAULTS: &str = "crates/api/src/fault/codes.rs";
const LANGUAGES: [&str; 2] = ["fr", "en"];

/// Codes without a message `fault-<code>`.
pub fn findings() -> Result<Vec<String>, Failure> {
    let codes = codes(&read(&root().join(FAULTS))?);
    if codes.is_empty() {
        return Err(format!("no fault code found in {FAULTS}"));
    }
    let mut findings = Vec::new();
    for language in LANGUAGES {
        let folder = format!("ui/src/locales/{language}/");
        let messages: BTreeSet<String> = sources(&[".ftl"])?
            .iter()
            .filter(|s| s.path.starts_with(&folder))
            .flat_map(|s| ids(&s.text))
            .collect();
        let missing = codes.iter().map(|code| message(code)).filter(|id| !messages.contains(id));
        findings.extend(missing.map(|id| format!("{folder}: no message {id}")));
    }
    Ok(findings)
}

/// The texts of the list `fault_codes!`: `Name = "code",`.
fn codes(source: &str) -> Vec<String> {
    let list =
        source.split("\nfault_codes! {").nth(1).and_then(|rest| rest.split("\n}").next()).unwrap_or_default();
    let quoted = list
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .filter_map(|line| line.split('"').nth(1));
    quoted.map(str::to_owned).collect()
}

fn message(code: &str) -> String {
    format!("fault-{}", code.replace('_', "-"))
}

fn ids(ftl: &str) -> Vec<String> {
    let messages = ftl.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
    messages.filter_map(|line| line.split_once('=')).map(|(id, _)| id.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_messages_are_read() {
        let list = "macro_rules! fault_codes {}\nfault_codes! {\n    /// A \"quoted\" doc.\n    CartEmpty = \"cart_empty\",\n}\n";
        assert_eq!(codes(list), ["cart_empty"]);
        assert_eq!(ids("# note\nfault-cart-empty = Panier vide\n    .hint = x\n"), [message("cart_empty")]);
    }
}
