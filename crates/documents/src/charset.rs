//! Code pages of receipt printers, and text made fit for them (hardware.md 1.4).
//!
//! A printer that gets a byte outside its page prints rubbish, and one that gets a control byte inside a name
//! obeys it. So text is cleaned once, before layout: what leaves [`Charset::clean`] holds only characters that
//! [`Charset::encode`] sends as one byte each, none below a space, each one column wide.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Upper half of CP858, from 0x80: CP850 with `€` at 0xD5. The soft hyphen (0xF0) and the no-break space (0xFF)
/// stand here so that positions are right; cleaning never leaves either in a text.
const PC858: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
                     └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// Windows-1252 from 0x80 to 0x9F, with a no-break space at the five unused places; above, it is Latin-1.
const WPC1252: &str = "€\u{a0}‚ƒ„…†‡ˆ‰Š‹Œ\u{a0}Ž\u{a0}\u{a0}‘’“”•–—˜™š›œ\u{a0}žŸ";

/// What is printed for a character that the page has no likeness of.
pub const REPLACEMENT: char = '?';

/// A code page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Charset {
    /// CP858: CP850 with the euro sign. `ESC t 19` on Epson printers.
    #[default]
    Pc858,
    /// Windows-1252: also has `Œ œ ’ – …`. `ESC t 16` on Epson printers.
    Wpc1252,
}

impl Charset {
    /// The number of the page in `ESC t n`, as Epson and most others count.
    #[must_use]
    pub const fn escpos_number(self) -> u8 {
        match self {
            Self::Pc858 => 19,
            Self::Wpc1252 => 16,
        }
    }

    /// The byte of a character, or none when the page does not have it. Control characters have none.
    #[must_use]
    pub fn encode(self, c: char) -> Option<u8> {
        match c {
            ' '..='~' => u8::try_from(c).ok(),
            '\u{a0}' | '\u{ad}' => None,
            _ => self.upper_half(c),
        }
    }

    fn upper_half(self, c: char) -> Option<u8> {
        let (table, first) = match self {
            Self::Pc858 => (PC858, 0x80),
            Self::Wpc1252 if ('\u{a1}'..='\u{ff}').contains(&c) => return u8::try_from(u32::from(c)).ok(),
            Self::Wpc1252 => (WPC1252, 0x80),
        };
        let place = table.chars().position(|t| t == c)?;
        u8::try_from(first + place).ok()
    }

    /// The character of a byte, or none for a control byte or an unused place.
    #[must_use]
    pub fn decode(self, byte: u8) -> Option<char> {
        let c = match (self, byte) {
            (_, 0x20..=0x7e) => char::from(byte),
            (_, 0x00..=0x1f | 0x7f) => return None,
            (Self::Wpc1252, 0xa0..) => char::from(byte),
            (Self::Wpc1252, _) => WPC1252.chars().nth(usize::from(byte - 0x80))?,
            (Self::Pc858, _) => PC858.chars().nth(usize::from(byte - 0x80))?,
        };
        (c != '\u{a0}' && c != '\u{ad}').then_some(c)
    }

    /// The text as this page can print it: composed (NFC), every kind of space as a space, what the page lacks
    /// as its nearest likeness or [`REPLACEMENT`], control and invisible characters gone.
    #[must_use]
    pub fn clean(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.nfc() {
            if c.is_whitespace() || c.is_control() {
                out.push(' ');
            } else if self.encode(c).is_some() {
                out.push(c);
            } else if !is_invisible(c) {
                self.push_likeness(c, &mut out);
            }
        }
        out
    }

    fn push_likeness(self, c: char, out: &mut String) {
        if let Some(plain) = transliteration(c) {
            out.push_str(plain);
            return;
        }
        let mut found = false;
        decompose_compatible(c, |part| {
            if self.encode(part).is_some() {
                out.push(part);
                found = true;
            }
        });
        if !found {
            out.push(REPLACEMENT);
        }
    }
}

/// Joiners, direction marks, variation selectors and combining marks that NFC could not merge: no width.
fn is_invisible(c: char) -> bool {
    is_combining_mark(c)
        || matches!(c, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Plain likenesses of the characters that French and English texts use and a page may lack.
const fn transliteration(c: char) -> Option<&'static str> {
    Some(match c {
        '’' | '‘' | '‚' | '‛' | 'ʼ' | '′' => "'",
        '“' | '”' | '„' | '″' => "\"",
        '‹' => "<",
        '›' => ">",
        '–' | '—' | '‐' | '‑' | '‒' | '―' | '−' => "-",
        '…' => "...",
        'Œ' => "OE",
        'œ' => "oe",
        '•' | '‣' | '●' => "*",
        '→' => "->",
        '←' => "<-",
        '≤' => "<=",
        '≥' => ">=",
        '€' => "EUR",
        'Ł' => "L",
        'ł' => "l",
        'Đ' => "D",
        'đ' => "d",
        'ı' => "i",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_decodes_to_the_character_that_encodes_to_it() {
        for charset in [Charset::Pc858, Charset::Wpc1252] {
            for byte in 0..=255u8 {
                if let Some(c) = charset.decode(byte) {
                    assert_eq!(charset.encode(c), Some(byte), "{charset:?} {c}");
                }
            }
            assert!((0x20..0x7f).all(|b| charset.decode(b).is_some()));
        }
    }

    #[test]
    fn the_euro_and_french_letters_have_their_published_places() {
        let bytes = |charset: Charset, text: &str| -> Vec<Option<u8>> {
            text.chars().map(|c| charset.encode(c)).collect()
        };
        assert_eq!(bytes(Charset::Pc858, "€éèàç"), [0xD5, 0x82, 0x8A, 0x85, 0x87].map(Some));
        assert_eq!(bytes(Charset::Pc858, "°■²"), [0xF8, 0xFE, 0xFD].map(Some));
        assert_eq!(bytes(Charset::Wpc1252, "€éŒœ’"), [0x80, 0xE9, 0x8C, 0x9C, 0x92].map(Some));
        assert_eq!(Charset::Pc858.encode('Œ'), None);
        assert_eq!(Charset::Pc858.encode('\u{1b}'), None);
    }

    #[test]
    fn what_the_page_lacks_is_printed_as_its_likeness() {
        let clean = |t| Charset::Pc858.clean(t);
        assert_eq!(clean("1\u{202f}234,50\u{a0}€"), "1 234,50 €");
        assert_eq!(clean("L’Œuf d’été… – cœur"), "L'OEuf d'été... - coeur");
        assert_eq!(clean("e\u{301}te\u{301}"), "été", "decomposed accents are composed");
        assert_eq!(clean("Dvořák Łódź"), "Dvorák Lódz");
        assert_eq!(clean("ﬁn ½ ①"), "fin ½ 1");
        assert_eq!(Charset::Wpc1252.clean("L’Œuf…"), "L’Œuf…", "this page has them");
    }

    #[test]
    fn commands_and_marks_inside_a_name_cannot_reach_the_printer() {
        assert_eq!(Charset::Pc858.clean("a\u{1b}@b\u{1d}V\0c"), "a @b V c");
        assert_eq!(Charset::Pc858.clean("\u{202e}abc\u{200d}\u{feff}"), "abc");
        assert_eq!(Charset::Pc858.clean("👍 שלום"), "? ????");
    }
}
