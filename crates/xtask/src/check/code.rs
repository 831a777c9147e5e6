//! Rust source reduced to what runs in the product: comments, string contents and test code replaced by blanks.
//!
//! Not a parser: it knows just enough of the lexical grammar for the word searches of `invariants`.

use std::ops::Range;

/// The text with comments, string contents and items under `#[cfg(test)]` blanked; line numbers stay.
pub fn product(text: &str) -> String {
    let code = without_comments(text, false);
    blanked(&code, &tests_in(&code))
}

/// What the product does: the text without comments, tests and layout, but with what its strings say.
pub fn meaning(text: &str) -> String {
    let tests = tests_in(&without_comments(text, false));
    let code: Vec<char> = blanked(&without_comments(text, true), &tests).chars().collect();
    let is_word =
        |at: Option<usize>| at.and_then(|at| code.get(at)).is_some_and(|c| c.is_alphanumeric() || *c == '_');
    let mut out = String::with_capacity(code.len());
    let mut last = None;
    for (at, c) in code.iter().enumerate().filter(|(_, c)| !c.is_whitespace()) {
        // Space parts two words and is layout everywhere else.
        let parted = last.is_some_and(|last: usize| last + 1 < at) && is_word(last) && is_word(Some(at));
        out.extend(parted.then_some(' '));
        out.push(*c);
        last = Some(at);
    }
    out
}

/// Whether a file holds tests only, by its place.
pub fn is_test(path: &str) -> bool {
    path.starts_with("tests/")
        || path.contains("/tests/")
        || path.contains("/examples/")
        || path.ends_with("/tests.rs")
        || path.ends_with("_tests.rs")
}

/// Words (identifiers) of a line.
pub fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Code,
    LineComment,
    BlockComment(usize),
    Text,
    RawText(usize),
}

/// Comments are blanked, and what strings say too unless `strings` are kept: then a space in one is shown as a sign.
fn without_comments(text: &str, strings: bool) -> String {
    let in_text = |state: State| matches!(state, State::Text | State::RawText(_));
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut state = State::Code;
    let mut at = 0;
    while at < chars.len() {
        let (next, width) = step(state, &chars, at);
        for &c in &chars[at..(at + width).min(chars.len())] {
            let quoted = strings && (in_text(state) || in_text(next));
            let kept = c == '\n' || (state == State::Code && next == State::Code) || quoted;
            out.push(match c {
                ' ' if quoted => '␠',
                _ if kept => c,
                _ => ' ',
            });
        }
        state = next;
        at += width;
    }
    out
}

/// The state after the character at `at`, and how many characters that consumes.
fn step(state: State, chars: &[char], at: usize) -> (State, usize) {
    let starts = |pattern: &str| pattern.chars().enumerate().all(|(i, c)| chars.get(at + i) == Some(&c));
    let hashes = |from: usize| chars[from.min(chars.len())..].iter().take_while(|&&c| c == '#').count();
    match state {
        State::Code if starts("//") => (State::LineComment, 2),
        State::Code if starts("/*") => (State::BlockComment(1), 2),
        State::Code if starts("r#") || starts("r\"") => {
            let count = hashes(at + 1);
            if chars.get(at + 1 + count) == Some(&'"') {
                (State::RawText(count), count + 2)
            } else {
                (state, 1)
            }
        }
        State::Code if starts("\"") => (State::Text, 1),
        State::Code if starts("'\"'") => (state, 3),
        State::Code if starts("'\\") => (state, 4),
        State::LineComment if starts("\n") => (State::Code, 1),
        State::BlockComment(depth) if starts("/*") => (State::BlockComment(depth + 1), 2),
        State::BlockComment(1) if starts("*/") => (State::Code, 2),
        State::BlockComment(depth) if starts("*/") => (State::BlockComment(depth - 1), 2),
        State::Text if starts("\\") => (state, 2),
        State::Text if starts("\"") => (State::Code, 1),
        State::RawText(count) if starts("\"") && hashes(at + 1) >= count => (State::Code, count + 1),
        _ => (state, 1),
    }
}

/// The items that follow `#[cfg(test)]`, each up to its `;` or to the brace that closes its body, as ranges of characters.
fn tests_in(code: &str) -> Vec<Range<usize>> {
    const MARK: &str = "#[cfg(test)]";
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = code[from..].find(MARK).map(|at| from + at) {
        let end = start + item_end(&code[start..]);
        let first = code[..start].chars().count();
        found.push(first..first + code[start..end].chars().count());
        from = end;
    }
    found
}

fn blanked(code: &str, ranges: &[Range<usize>]) -> String {
    let hidden = |at: usize| ranges.iter().any(|range| range.contains(&at));
    let chars = code.chars().enumerate();
    chars.map(|(at, c)| if c != '\n' && hidden(at) { ' ' } else { c }).collect()
}

fn item_end(item: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in item.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth = depth.saturating_sub(1),
            ';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    item.len()
}

#[cfg(test)]
mod tests {
    use super::{meaning, product};

    #[test]
    fn comments_strings_and_tests_are_blanked() {
        let source = "// f64\nlet a = \"f64 \\\" f64\"; /* f64 /* f64 */ f64 */ r#\"f64 \" f64\"#;\nlet keep: u64 = '\"' as u64;\n\
                      #[cfg(test)]\nmod tests { fn f() { let x: f64; } }\nfn g() {}\n#[cfg(test)]\nmod t;\nfn h() {}";
        let kept = product(source);
        assert!(!kept.contains("f64"), "{kept}");
        assert_eq!(kept.lines().count(), source.lines().count());
        assert!(kept.contains("let keep: u64") && kept.contains("fn g()") && kept.contains("fn h()"));
    }

    #[test]
    fn the_meaning_is_without_comments_tests_and_layout_but_with_strings() {
        let said = meaning(
            "/// é doc\npub fn f( )  -> &'static str {\n    \"a  b\" // c\n}\n#[cfg(test)]\nmod tests { fn t() { \"}é\"; } }\nfn g() {}",
        );
        assert_eq!(said, "pub fn f()->&'static str{\"a␠␠b\"}fn g(){}");
    }

    #[test]
    fn code_before_a_lifetime_or_character_stays() {
        let source = "fn f<'a>(x: &'a str) -> char { let q = '\\''; let s = \"x\"; f64 }";
        assert!(product(source).contains("f64"));
    }
}
