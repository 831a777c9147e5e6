//! Bytes to text: which encoding a file without any label is in.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// The text without its byte order mark, and the encoding that it was in. `None` for binary content.
///
/// A byte order mark decides; otherwise valid UTF-8 is UTF-8, and the rest is what `chardetng` finds likely in
/// a French file, in practice Windows-1252. DOS code pages are not recognised.
pub(crate) fn decode(bytes: &[u8]) -> Option<(String, &'static Encoding)> {
    let encoding = Encoding::for_bom(bytes).map_or_else(|| guess(bytes), |(encoding, _)| encoding);
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    (!text.contains('\0')).then(|| (text.into_owned(), encoding))
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"fr"), Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(bytes: &[u8]) -> (String, &'static str) {
        let (text, encoding) = decode(bytes).unwrap();
        (text, encoding.name())
    }

    #[test]
    fn utf_8_is_read_with_and_without_a_byte_order_mark() {
        assert_eq!(named("Crème brûlée".as_bytes()), ("Crème brûlée".to_owned(), "UTF-8"));
        assert_eq!(named("\u{feff}Crème".as_bytes()), ("Crème".to_owned(), "UTF-8"));
    }

    #[test]
    fn windows_1252_is_recognised_by_its_accents_and_euro_sign() {
        assert_eq!(
            named(b"D\xe9signation;Prix\nCr\xe8me br\xfbl\xe9e;3,50 \x80\nB\x9cuf;1,00 \x80\n"),
            ("Désignation;Prix\nCrème brûlée;3,50 €\nBœuf;1,00 €\n".to_owned(), "windows-1252")
        );
    }

    #[test]
    fn a_single_accent_in_a_short_file_is_enough() {
        for (bytes, text) in [
            (b"Caf\xe9;1,50\n".as_slice(), "Café;1,50\n"),
            (b"Ma\xefs", "Maïs"),
            (b"B\xfbche de No\xebl;28", "Bûche de Noël;28"),
            (b"For\xeat-Noire", "Forêt-Noire"),
            (b"P\xe2t\xe9 en cro\xfbte", "Pâté en croûte"),
            (b"\xcele flottante", "Île flottante"),
            (b"\xc9clair \xe0 la vanille", "Éclair à la vanille"),
            (b"Gla\xe7on", "Glaçon"),
            (b"\x8cufs;3,20 \x80", "Œufs;3,20 €"),
            (b"Pain d\x92\xe9peautre", "Pain d’épeautre"),
            (b"1,20 \x80\n2,40 \x80\n", "1,20 €\n2,40 €\n"),
        ] {
            assert_eq!(named(bytes), (text.to_owned(), "windows-1252"));
        }
    }

    #[test]
    fn utf_16_of_the_excel_unicode_text_export_is_read() {
        let mut bytes = vec![0xff, 0xfe];
        bytes.extend("Thé\t1,20".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(named(&bytes), ("Thé\t1,20".to_owned(), "UTF-16LE"));
    }

    #[test]
    fn binary_content_is_not_text() {
        assert!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").is_none());
    }
}
