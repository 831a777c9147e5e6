//! Text as people type it: folded for search, so that «creme» finds «Crème brûlée».

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents or ligatures, punctuation as single spaces: the form in which names are
/// indexed and queries are compared. `fold("Œufs  d’été!") == "oeufs d ete"`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    for c in plain {
        if !c.is_alphanumeric() {
            gap = true;
            continue;
        }
        if gap && !out.is_empty() {
            out.push(' ');
        }
        gap = false;
        match c {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            'ø' => out.push('o'),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_case_ligatures_and_punctuation_do_not_matter() {
        assert_eq!(fold("Œufs  d’été!"), "oeufs d ete");
        assert_eq!(fold("CRÈME Brûlée"), "creme brulee");
        assert_eq!(fold("  ½ l — Côtes-du-Rhône "), "1 2 l cotes du rhone");
    }
}
