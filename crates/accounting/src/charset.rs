//! ISO 8859-15, the character set that the rule names for the text file (fiscal.md 5.1, LPF art. A47 A-1).

/// A text in ISO 8859-15. Typographic signs that it lacks become their plain forms, anything else «?».
#[must_use]
pub fn latin9(text: &str) -> Vec<u8> {
    text.chars().map(byte).collect()
}

fn byte(c: char) -> u8 {
    match c {
        '€' => 0xA4,
        'Š' => 0xA6,
        'š' => 0xA8,
        'Ž' => 0xB4,
        'ž' => 0xB8,
        'Œ' => 0xBC,
        'œ' => 0xBD,
        'Ÿ' => 0xBE,
        '’' | '‘' | '¨' | '´' => b'\'',
        '“' | '”' => b'"',
        '–' | '—' | '‑' => b'-',
        '\u{202f}' => 0xA0,
        '¤' | '¦' | '¸' | '¼' | '½' | '¾' => b'?',
        other => u8::try_from(u32::from(other)).unwrap_or(b'?'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_texts_pass_and_typographic_signs_become_plain() {
        assert_eq!(latin9("Cœur – l’été à 2 €"), b"C\xBDur - l'\xE9t\xE9 \xE0 2 \xA4");
        assert_eq!(latin9("寿"), b"?");
    }
}
