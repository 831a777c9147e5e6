//! Whole files, from bytes to articles and tickets: encodings, delimiters, workbooks, limits, garbage.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod workbooks;

use domain::money::{Money, Quantity, Rate};
use proptest::prelude::*;
use tabular::articles::{ArticleField, ArticleSheet, Mapping, Reason, propose_mapping, read_articles};
use tabular::number::DecimalMark;
use tabular::tickets::{self, LocalDateTime, TicketReason, read_tickets};
use tabular::{Format, Limits, ReadError, Table, read};

fn table(bytes: &[u8]) -> Table {
    read(bytes, &Limits::default()).unwrap()
}

fn articles_of(bytes: &[u8]) -> ArticleSheet {
    let table = table(bytes);
    read_articles(&table, &propose_mapping(table.header.as_ref().unwrap()))
}

fn csv_format(table: &Table) -> (&str, char) {
    match &table.format {
        Format::Csv { encoding, delimiter } => (encoding, *delimiter),
        other => panic!("{other:?}"),
    }
}

/// Lines, fields as written and reasons of the rejections.
fn reasons(sheet: &ArticleSheet) -> Vec<(u32, &str, Reason)> {
    sheet.rejected.iter().map(|r| (r.line, r.value.as_str(), r.reason.clone())).collect()
}

#[test]
fn a_windows_1252_export_with_semicolons_and_decimal_commas_is_read() {
    let file = b"Code-barres;D\xe9signation;Rayon;Prix TTC;TVA;Stock\r\n\
        3760000000017;Cr\xe8me br\xfbl\xe9e;P\xe2tisseries;3,50 \x80;5,5 %;12\r\n\
        ;\"Pain \"\"maison\"\"; bio\nau levain\";Pains;1 234,50;5,5;0,125\r\n\
        96385074;B\x9cuf;Traiteur;1,2;10;-3\r\n";
    let table = table(file);
    assert_eq!(csv_format(&table), ("windows-1252", ';'));
    let sheet = articles_of(file);
    assert_eq!(sheet.rejected, []);
    let [creme, pain, boeuf] = sheet.rows.as_slice() else { panic!("{:?}", sheet.rows) };
    assert_eq!((creme.line, creme.name.as_str(), creme.price), (2, "Crème brûlée", Money(350)));
    assert_eq!((creme.rate, creme.stock), (Some(Rate(5_500)), Some(Quantity::units(12))));
    assert_eq!((pain.line, pain.name.as_str()), (3, "Pain \"maison\"; bio au levain"));
    assert_eq!(
        (pain.barcode.as_ref(), pain.price, pain.stock),
        (None, Money(123_450), Some(Quantity(1_250)))
    );
    assert_eq!(
        (boeuf.line, boeuf.name.as_str(), boeuf.price),
        (5, "Bœuf", Money(120)),
        "after the line break"
    );
}

#[test]
fn utf_8_files_with_each_delimiter_give_the_same_articles() {
    let of = |delimiter: &str, mark: &str| {
        ["\u{feff}Libellé;Prix;TVA", "Éclair;2#40;5#5", "Thé;1#10;5#5"]
            .join("\n")
            .replace(';', delimiter)
            .replace('#', mark)
    };
    let expected = articles_of(of(";", ",").as_bytes());
    assert_eq!(expected.rows.len(), 2);
    for (delimiter, mark) in [("\t", ","), (",", "."), ("|", ","), (";", ".")] {
        let file = of(delimiter, mark);
        assert_eq!(csv_format(&table(file.as_bytes())), ("UTF-8", delimiter.chars().next().unwrap()));
        assert_eq!(articles_of(file.as_bytes()).rows, expected.rows, "delimiter {delimiter:?}");
    }
}

#[test]
fn every_wrong_value_is_named_with_its_line_and_keeps_only_its_own_row_out() {
    let sheet = articles_of(
        "ean;code;nom;prix;tva;stock\n\
         3760000000017;A1;Pain;1,20;5,5;1\n\
         3760000000018;A2;Mauvaise clé;1,20;5,5;1\n\
         123;A3;Trop court;1,20;5,5;1\n\
         3,76E+12;A4;Arrondi;1,20;5,5;1\n\
         3760000000017;A5;Doublon;1,20;5,5;1\n\
         ;A1;Même code;1,20;5,5;1\n\
         ;;;;;3\n\
         ;A6;Négatif;-1,20;5,5;1\n\
         ;A7;Cher;999999999999;5,5;1\n\
         ;A8;Texte;gratuit;taux B;beaucoup\n\
         ;A9;Glissé;1;5;1;20\n\
         ;A10;Bon;0,80;20;1\n"
            .as_bytes(),
    );
    assert_eq!(
        reasons(&sheet),
        [
            (3, "3760000000018", Reason::EanCheckDigit { found: 8, expected: 7 }),
            (4, "123", Reason::EanLength { digits: 3 }),
            (5, "3,76E+12", Reason::EanRounded),
            (6, "3760000000017", Reason::DuplicateBarcode { first_line: 2 }),
            (7, "A1", Reason::DuplicateCode { first_line: 2 }),
            (8, "", Reason::MissingName),
            (8, "", Reason::MissingPrice),
            (9, "-1,20", Reason::NegativePrice),
            (10, "999999999999", Reason::PriceTooLarge),
            (11, "gratuit", Reason::BadNumber),
            (11, "taux B", Reason::UnknownTaxFormat),
            (11, "beaucoup", Reason::BadNumber),
            (12, "20", Reason::ExtraCells { found: 7, expected: 6 }),
        ]
    );
    assert_eq!(sheet.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 13]);
    assert_eq!((sheet.rejected_rows(), sheet.duplicates().count()), (10, 2));
}

#[test]
fn a_rejected_row_does_not_make_a_later_good_one_a_duplicate() {
    let sheet = articles_of(b"code;nom;prix\nA1;Pain;\nA1;Pain;1,20\n");
    assert_eq!(reasons(&sheet), [(2, "", Reason::MissingPrice)]);
    assert_eq!(sheet.rows[0].line, 3);
}

#[test]
fn a_number_with_two_readings_is_rejected_unless_the_column_tells() {
    let unclear = articles_of(b"nom\tprix\nBague\t1,250\n");
    assert_eq!(reasons(&unclear), [(2, "1,250", Reason::AmbiguousNumber)]);
    let told = articles_of(b"nom\tprix\nBague\t1,250\nPain\t0,95\n");
    assert_eq!((told.rows[0].price, told.price_mark), (Money(125), Some(DecimalMark::Comma)));
    let other = articles_of(b"nom\tprix\nBague\t1,250\nPain\t0.95\n");
    assert_eq!(other.rows[0].price, Money(125_000));
}

#[test]
fn prices_with_more_decimals_are_rounded_and_said_to_be() {
    let sheet = articles_of(b"nom;prix\nVis;0,0835\nClou;0,10\n");
    assert_eq!(sheet.rows.iter().map(|row| row.price).collect::<Vec<_>>(), [Money(8), Money(10)]);
    let [rounded] = sheet.rounded.as_slice() else { panic!("{:?}", sheet.rounded) };
    assert_eq!((rounded.line, rounded.value.as_str(), rounded.price), (2, "0,0835", Money(8)));
}

#[test]
fn tickets_keep_their_order_and_malformed_rows_are_named() {
    let table = table(
        b"Date,Time,Transaction,Item\n\
        2016-10-30,09:58:11,1,Bread\n\
        2016-10-30,10:05:34,2,Scandinavian\n\
        2016-10-30,10:05:34,2,Scandinavian\n\
        2016-02-30,10:07:57,3,Jam\n\
        2016-10-30,25:00:00,3,Jam\n\
        2016-10-30,10:07:57,,Jam\n\
        2016-10-30,10:07:57,3,\n\
        2016-10-31,10:07:57,1,Jam\n\
        2016-10-30,10:08:41,1,Jam\n",
    );
    let sheet = read_tickets(&table, &tickets::propose_mapping(table.header.as_ref().unwrap()));
    let found: Vec<_> = sheet.tickets.iter().map(|t| (t.line, t.number.as_str(), t.items.clone())).collect();
    assert_eq!(
        found,
        [
            (2, "1", vec!["Bread".to_owned(), "Jam".to_owned()]),
            (3, "2", vec!["Scandinavian".to_owned(), "Scandinavian".to_owned()]),
        ]
    );
    let at = LocalDateTime { year: 2016, month: 10, day: 30, hour: 9, minute: 58, second: 11 };
    assert_eq!(sheet.tickets[0].at, at);
    let rejected: Vec<_> =
        sheet.rejected.iter().map(|r| (r.line, r.column, r.value.as_str(), r.reason)).collect();
    assert_eq!(
        rejected,
        [
            (5, Some(0), "2016-02-30", TicketReason::BadDate),
            (6, Some(1), "25:00:00", TicketReason::BadTime),
            (7, Some(2), "", TicketReason::MissingTransaction),
            (8, Some(3), "", TicketReason::MissingItem),
            (9, Some(0), "2016-10-31", TicketReason::OtherDate),
        ]
    );
}

#[test]
fn a_date_column_may_hold_the_time() {
    let table = table(b"Date;Ticket;Article\n30/10/2016 9h58;1;Pain\n");
    let sheet = read_tickets(&table, &tickets::propose_mapping(table.header.as_ref().unwrap()));
    assert_eq!((sheet.tickets[0].at.hour, sheet.tickets[0].at.minute), (9, 58));
}

#[test]
fn limits_are_errors_not_shorter_tables() {
    let limits = Limits { bytes: 30, rows: 2, columns: 3, cell_chars: 5 };
    let error = |text: &str| read(text.as_bytes(), &limits).unwrap_err();
    assert_eq!(error(&"x".repeat(31)), ReadError::FileTooLarge { found: 31, max: 30 });
    assert_eq!(error("a;1\nb;2\nc;3\n"), ReadError::TooManyRows { max: 2 });
    assert_eq!(error("a;1\n\nb;2;3;4\n"), ReadError::TooManyColumns { line: 3, max: 3 });
    assert_eq!(error("a;1\nb;234567\n"), ReadError::CellTooLong { line: 2, column: 1, max: 5 });
    let full = read(b"nom;prix\na;1\nb;2\n", &limits).unwrap();
    assert_eq!(full.rows.len(), 2, "the header is not one of the rows");
}

#[test]
fn files_of_other_kinds_are_refused() {
    let refused = |bytes: &[u8]| read(bytes, &Limits::default()).unwrap_err();
    assert_eq!(refused(b""), ReadError::Empty);
    assert_eq!(refused(b"\n;;\n \n"), ReadError::Empty);
    assert_eq!(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"), ReadError::OldExcel);
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), ReadError::NotText);
    assert!(matches!(refused(b"PK\x03\x04 not really"), ReadError::Workbook { .. }));
}

proptest! {
    #[test]
    fn arbitrary_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        read_everything(&bytes);
    }

    #[test]
    fn arbitrary_bytes_after_a_zip_signature_are_read_or_refused(
        bytes in proptest::collection::vec(any::<u8>(), 0..400)
    ) {
        read_everything(&[b"PK\x03\x04".as_slice(), &bytes].concat());
    }

    #[test]
    fn damaged_workbooks_are_read_or_refused(at in any::<prop::sample::Index>(), byte: u8, ods: bool) {
        let mut bytes = if ods { workbooks::ods() } else { workbooks::xlsx() };
        let at = at.index(bytes.len());
        bytes[at] = byte;
        read_everything(&bytes);
    }

    /// Each row of the table is accepted or has rejections, and none is lost.
    #[test]
    fn every_row_is_accounted_for(lines in proptest::collection::vec("[0-9A-C;,. \"-]{0,20}", 0..30)) {
        let file = format!("ean;code;nom;rayon;prix\n{}", lines.join("\n"));
        let table = read(file.as_bytes(), &Limits::default()).unwrap();
        let mapping = Mapping { columns: ArticleField::ALL.into_iter().zip(0..).collect() };
        let sheet = read_articles(&table, &mapping);
        prop_assert_eq!(sheet.rows.len() + sheet.rejected_rows(), table.rows.len());
    }
}

fn read_everything(bytes: &[u8]) {
    if let Ok(table) = read(bytes, &Limits::default()) {
        let header = table.header.clone().unwrap_or_else(|| table.rows[0].clone());
        let articles = read_articles(&table, &propose_mapping(&header));
        assert_eq!(articles.rows.len() + articles.rejected_rows(), table.rows.len());
        let _ = read_tickets(&table, &tickets::propose_mapping(&header));
    }
}
