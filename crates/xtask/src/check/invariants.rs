//! Sentences of ARCHITECTURE.md that can be checked by reading the sources.

use super::at;
use super::code::{is_test, product, words};
use crate::files::Source;

/// `domain` and `fiscal` are told the time, given randomness, and never read a file.
const IMPURE: &[&str] =
    &["SystemTime", "Instant", "File", "OpenOptions", "thread_rng", "SystemRandom", "OsRng"];
const PURE_CRATES: &[&str] = &["crates/accounting/src/", "crates/domain/src/", "crates/fiscal/src/"];

/// No float holds money, a quantity or a rate.
const FLOATS: &[&str] = &["f32", "f64"];
/// What serde asks of every serializer, those included that refuse them.
const REFUSED_FLOATS: &str = "fn serialize_f";
const EXACT_CRATES: &[&str] = &[
    "crates/accounting/src/",
    "crates/domain/src/",
    "crates/fiscal/src/",
    "crates/store/src/",
    "crates/app/src/",
    "crates/api/src/",
    "crates/documents/src/",
];

const SHELL: &str = "src-tauri/src/";
/// Every door from a page to the program, sorted: what the display may ask, the till's calls, keeping a file, opening that
/// display.
const TAURI_COMMANDS: [&str; 5] = ["display", "restart", "rpc", "save_file", "show_display"];
const PLATFORM: &str = "ui/src/platform/";

/// Words that say nothing about what a type is.
const VAGUE: &[&str] = &["Manager", "Helper", "Helpers", "Util", "Utils"];

/// Findings in Rust sources.
pub fn rust(sources: &[Source]) -> Vec<String> {
    let mut findings = Vec::new();
    let mut commands = Vec::new();
    for source in sources.iter().filter(|source| !is_test(&source.path)) {
        let code = product(&source.text);
        if lies_in(source, PURE_CRATES) {
            findings.extend(forbidden(source, &code, IMPURE, "reads a clock, a random source or a file"));
            let asked = code.lines().enumerate().filter(|(_, line)| line.contains("::now("));
            findings
                .extend(asked.map(|(at_line, _)| at(source, at_line + 1, "the time is a parameter here")));
        }
        if lies_in(source, EXACT_CRATES) {
            findings.extend(forbidden(source, &code, FLOATS, "is not exact: use a scaled integer"));
        }
        if source.path.starts_with(SHELL) {
            commands.extend(tauri_commands(&code));
        }
    }
    commands.sort_unstable();
    // A phone's takes the place of a computer's.
    commands.dedup();
    if commands != TAURI_COMMANDS {
        findings.push(format!("{SHELL} declares the Tauri commands {commands:?}, not {TAURI_COMMANDS:?}"));
    }
    findings
}

/// The functions that a page may call.
fn tauri_commands(code: &str) -> Vec<String> {
    let declared = code.split("#[tauri::command").skip(1);
    let name = |rest: &str| {
        let (_, from) = rest.split_once("fn ")?;
        from.split(['(', '<']).next().map(str::to_owned)
    };
    declared.filter_map(name).collect()
}

/// Findings in TypeScript and Svelte sources.
pub fn script(sources: &[Source]) -> Vec<String> {
    let outside = sources.iter().filter(|s| s.path.starts_with("ui/src/") && !s.path.starts_with(PLATFORM));
    outside
        .flat_map(|source| {
            let lines = source.text.lines().enumerate().filter(|(_, line)| line.contains("@tauri-apps/"));
            lines.map(|(at_line, _)| at(source, at_line + 1, &format!("only {PLATFORM} knows Tauri")))
        })
        .collect()
}

/// Types and files with a name that says nothing.
pub fn names<'a>(sources: impl Iterator<Item = &'a Source>) -> Vec<String> {
    sources
        .flat_map(|source| file_name(source).into_iter().chain(type_names(source)).collect::<Vec<_>>())
        .collect()
}

fn file_name(source: &Source) -> Option<String> {
    let file = source.path.rsplit('/').next().unwrap_or_default();
    let vague = words(file).any(|word| VAGUE.iter().any(|vague| vague.eq_ignore_ascii_case(word)));
    vague.then(|| format!("{}: name the file for what it holds", source.path))
}

fn type_names(source: &Source) -> Vec<String> {
    const DECLARE: &[&str] = &["struct", "enum", "trait", "class", "interface", "type"];
    let code = if source.path.ends_with(".rs") { product(&source.text) } else { source.text.clone() };
    let mut findings = Vec::new();
    for (at_line, line) in code.lines().enumerate() {
        let mut words = words(line).skip_while(|word| !DECLARE.contains(word)).skip(1);
        if let Some(name) = words.next().filter(|name| VAGUE.iter().any(|vague| name.ends_with(vague))) {
            findings.push(at(source, at_line + 1, &format!("{name}: name the type for what it is")));
        }
    }
    findings
}

fn forbidden(source: &Source, code: &str, list: &[&str], why: &str) -> Vec<String> {
    let lines = code.lines().enumerate();
    lines
        .flat_map(|(at_line, line)| {
            let found = words(line).filter(|word| list.contains(word) && !line.contains(REFUSED_FLOATS));
            found.map(move |word| at(source, at_line + 1, &format!("{word} {why}"))).collect::<Vec<_>>()
        })
        .collect()
}

fn lies_in(source: &Source, folders: &[&str]) -> bool {
    folders.iter().any(|folder| source.path.starts_with(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, text: &str) -> Source {
        Source { path: path.into(), text: text.into() }
    }

    #[test]
    fn a_clock_or_a_float_in_the_rules_is_found_where_it_stands() {
        let shell = source(
            "src-tauri/src/rpc.rs",
            "#[tauri::command]\nfn rpc() {}\n#[tauri::command]\nfn display() {}\n#[tauri::command]\nfn show_display() {}\n#[tauri::command]\nfn save_file() {}\n#[tauri::command]\nfn restart() {}",
        );
        let bad = source(
            "crates/domain/src/tax.rs",
            "// f64 here is a comment\nlet x: f64 = 1.0;\nlet t: Instant;\nTimestamp::now();",
        );
        let fine = source("crates/devices/src/tcp.rs", "let x = Instant::now();");
        let found = rust(&[shell, bad, fine]);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found.iter().any(|f| f.starts_with("crates/domain/src/tax.rs:2: f64")));
        assert!(found.iter().any(|f| f.starts_with("crates/domain/src/tax.rs:3: Instant")));
        assert!(found.iter().any(|f| f.starts_with("crates/domain/src/tax.rs:4: the time")));
    }

    #[test]
    fn another_tauri_command_is_found() {
        let two = source(
            "src-tauri/src/rpc.rs",
            "#[tauri::command]\nfn a() {}\n#[tauri::command(async)]\nfn b() {}",
        );
        assert_eq!(rust(&[two]).len(), 1);
    }

    #[test]
    fn tauri_outside_the_platform_folder_and_vague_names_are_found() {
        let import = "import { invoke } from '@tauri-apps/api/core';";
        let sources = [source("ui/src/shell/a.ts", import), source("ui/src/platform/tauri.ts", import)];
        assert_eq!(script(&sources).len(), 1);
        let vague = [
            source("crates/app/src/a.rs", "pub struct SaleManager;\nenum Role { Manager }"),
            source("ui/src/lib/utils.ts", ""),
        ];
        assert_eq!(names(vague.iter()).len(), 2);
    }
}
