//! Texts that people, other programs and enemies put into names and settings.

use proptest::prelude::*;

/// Bytes with which ESC/POS commands begin, and what some of them do.
const COMMANDS: [&str; 8] = [
    "\u{1b}@",
    "\u{1b}p\u{0}\u{19}\u{fa}",
    "\u{1d}V\u{0}",
    "\u{1d}(k\u{3}\u{0}1Q0",
    "\u{1c}p\u{1}\u{0}",
    "\u{10}\u{14}\u{1}\u{0}\u{1}",
    "\u{9b}31m\u{85}",
    "\n\r\n\u{c}\u{b}\u{7f}",
];

/// The edges of the planes and of the gap that surrogates leave, and what a lone surrogate becomes on its way in.
const EDGES: &str =
    "\u{d7ff}\u{e000}\u{f8ff}\u{fdd0}\u{fffd}\u{fffe}\u{ffff}\u{10000}\u{1f4a3}\u{1ffff}\u{10ffff}";

/// Right to left, with marks and overrides; emoji of many characters; wide and decomposed ones.
const SCRIPTS: [&str; 6] = [
    "שָׁלוֹם עליكم مرحبا",
    "\u{202e}évil\u{202c}\u{2067}abc\u{2069}\u{200f}",
    "👩‍👩‍👧‍👦🏳️‍🌈🇫🇷👍🏽",
    "ｆｕｌｌ　ｗｉｄｔｈ ㍿ ﷽",
    "Z\u{300}\u{301}\u{302}\u{303}\u{489}\u{20dd}",
    "ŒuﬁŁĳǆ½①™\u{ad}\u{a0}\u{2028}\u{2029}\u{feff}",
];

/// Hostile.
pub fn hostile_text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => any::<String>(),
        4 => "\\PC{0,200}",
        4 => "[\\x00-\\x1f\\x7f\\x1b\\x1d@V!pE]{0,20}",
        4 => prop::collection::vec(prop::sample::select(&COMMANDS[..]), 1..6).prop_map(|parts| parts.concat()),
        4 => prop::collection::vec(prop::sample::select(&SCRIPTS[..]), 1..4).prop_map(|parts| parts.join(" ")),
        2 => Just(EDGES.to_owned()),
        2 => any::<Vec<u16>>().prop_map(|units| String::from_utf16_lossy(&units)),
        2 => Just("anticonstitutionnellement".repeat(40)),
        2 => Just(" ".repeat(300)),
    ]
}

/// The same, and now and then ten thousand characters.
pub fn hostile_text_of_any_length() -> impl Strategy<Value = String> {
    prop_oneof![
        60 => hostile_text(),
        1 => any::<char>().prop_map(|c| String::from_iter([c; 10_000])),
        1 => prop::sample::select(&COMMANDS[..]).prop_map(|part| part.repeat(10_000 / part.len())),
    ]
}
