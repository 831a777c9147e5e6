//! Invoices on A4, read by programs that nobody here wrote (Poppler).

#![cfg(test)]

mod common;

use std::sync::Arc;

use common::{read, through};
use documents::Picture;
use documents::ticket::{Alignment, Amount, Column, Fact, InvoiceSheet, Party, SheetRow, SheetTable};
use pdf::{About, invoice};

const ABOUT: About<'_> =
    About { title: "FACTURE FA-C01-26-000041", author: "Épicerie du Port", language: "fr" };

fn texts<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).to_vec()
}

fn row<const N: usize>(cells: [&str; N], notes: &[&str]) -> SheetRow {
    SheetRow { cells: texts(cells), notes: notes.iter().map(|note| (*note).to_owned()).collect() }
}

fn column(title: &str, alignment: Alignment) -> Column {
    Column { title: title.to_owned(), alignment }
}

fn amount(label: &str, amount: &str, strong: bool) -> Amount {
    Amount { label: label.to_owned(), amount: amount.to_owned(), strong }
}

/// A grocer's invoice to a hotel, on account.
fn sheet(rows: Vec<SheetRow>) -> InvoiceSheet {
    use Alignment::{Decimal, Left, Right};
    let facts = [
        ("Date de la facture", "22/11/2026"),
        ("À payer avant le", "21/12/2026"),
        ("Vendeur", "Ana Le Goff"),
    ];
    InvoiceSheet {
        logo: None,
        notices: Vec::new(),
        watermark: Vec::new(),
        title: "FACTURE".to_owned(),
        number: "N° FA-C01-26-000041".to_owned(),
        copy: None,
        seller: Party {
            heading: String::new(),
            name: "Épicerie du Port".to_owned(),
            lines: texts(["3 quai des Brumes", "44000 Nantes", "SIRET 73282932000074"]),
        },
        buyer: Some(Party {
            heading: "Facturé à".to_owned(),
            name: "Hôtel Bellevue".to_owned(),
            lines: texts(["8 quai Rambaud", "69002 Lyon", "N° TVA FR12812345678"]),
        }),
        facts: facts.map(|(label, text)| Fact { label: label.to_owned(), text: text.to_owned() }).to_vec(),
        currency: "Montants en euros".to_owned(),
        lines: SheetTable {
            columns: vec![
                column("Désignation", Left),
                column("Qté", Decimal(',')),
                column("PU HT", Decimal(',')),
                column("TVA", Right),
                column("Remise", Right),
                column("Total TTC", Right),
            ],
            rows,
        },
        taxes_title: "Détail de la TVA".to_owned(),
        taxes: SheetTable {
            columns: vec![column("Taux", Left), column("Base HT", Right), column("TVA", Right)],
            rows: vec![row(["TVA 20 %", "33,25", "6,65"], &[]), row(["Total", "33,25", "6,65"], &[])],
        },
        totals: vec![
            amount("Total HT", "33,25", false),
            amount("Total TTC", "39,90 €", true),
            amount("À payer avant le 21/12/2026", "39,90 €", true),
        ],
        mentions_title: "Mentions et conditions".to_owned(),
        mentions: texts([
            "SARL au capital de 8 000 €",
            "Indemnité forfaitaire pour frais de recouvrement : 40 €",
        ]),
        trace: texts(["Vente - Original", "Impression n° 1", "Sign. 9F3A"]),
        foot: "Comptoir des Brumes SARL · SIRET 73282932000074".to_owned(),
        page: "Page".to_owned(),
    }
}

fn numbered(count: usize) -> InvoiceSheet {
    let of = |n: usize| row([&format!("Article-{n:03}"), "1", "0,833333", "20 %", "", "1,00"], &[]);
    sheet((1..=count).map(of).collect())
}

/// The file; for who wants to look at it also in a folder: `INVOICES=/tmp/pages cargo test -p pdf`.
fn file(name: &str, sheet: &InvoiceSheet) -> Vec<u8> {
    let bytes = invoice(sheet, ABOUT).unwrap();
    if let Some(folder) = std::env::var_os("INVOICES") {
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.pdf")), &bytes).unwrap();
    }
    bytes
}

/// Words of a text, one after the other.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a text in the order of the alphabet, without the dots that join texts.
fn sorted(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split_whitespace().filter(|word| *word != "·").collect();
    words.sort_unstable();
    words
}

/// Every text of an invoice of one page.
fn texts_of(sheet: &InvoiceSheet) -> String {
    let party =
        |party: &Party| [vec![party.heading.clone(), party.name.clone()], party.lines.clone()].concat();
    let table = |table: &SheetTable| {
        let heads = table.columns.iter().map(|column| column.title.clone());
        let rows = table.rows.iter().flat_map(|row| row.cells.iter().chain(&row.notes).cloned());
        heads.chain(rows).collect::<Vec<_>>()
    };
    let facts = sheet.facts.iter().flat_map(|fact| [fact.label.clone(), fact.text.clone()]);
    let totals = sheet.totals.iter().flat_map(|sum| [sum.label.clone(), sum.amount.clone()]);
    let [title, number, currency] = [&sheet.title, &sheet.number, &sheet.currency].map(Clone::clone);
    let heads = vec![title, number, currency, sheet.taxes_title.clone(), sheet.mentions_title.clone()];
    [
        heads,
        party(&sheet.seller),
        sheet.buyer.iter().flat_map(party).collect(),
        facts.chain(totals).collect(),
        table(&sheet.lines),
        table(&sheet.taxes),
        sheet.mentions.clone(),
        sheet.trace.clone(),
        vec![sheet.foot.clone(), format!("{} 1/1", sheet.page)],
    ]
    .concat()
    .join(" ")
}

/// Every text that the invoice was given stands on its page, and none but the number of the page besides. A figure stays beside
/// its label.
#[test]
fn every_text_of_an_invoice_can_be_read_in_the_file() {
    let shades = (0..480 * 160).map(|at: u32| u8::try_from(at % 480 * 255 / 480).unwrap()).collect();
    let logo = Some(Arc::new(Picture::new(480, 160, shades).unwrap()));
    let rows = vec![
        row(["Comté 24 mois", "1,234", "31,184834", "5,5 %", "", "40,60"], &["Affiné en cave"]),
        row(
            ["Bouilloire 1,7 L", "12", "33,25", "20 %", "-39,90", "438,90"],
            &["Remise 10 % : Client fidèle"],
        ),
    ];
    let sheet = InvoiceSheet { logo, ..sheet(rows) };
    let bytes = file("short", &sheet);
    let text = words(&read(&bytes));
    assert_eq!(sorted(&text), sorted(&texts_of(&sheet)));
    for wanted in [
        "FACTURE",
        "N° FA-C01-26-000041",
        "Date de la facture 22/11/2026",
        "Désignation Qté PU HT TVA Remise Total TTC",
        "Comté 24 mois 1,234 31,184834 5,5 % 40,60 Affiné en cave",
        "Bouilloire 1,7 L 12 33,25 20 % -39,90 438,90",
        "À payer avant le 21/12/2026 39,90 €",
        "Vente - Original · Impression n° 1 · Sign. 9F3A",
        "Page 1/1",
    ] {
        assert!(text.contains(wanted), "{wanted} in\n{text}");
    }
    assert!(words(&through("pdfimages", &["-list", "-"], &bytes)).contains(" 480 160 "), "the logo");
}

/// A name that is wider than its column breaks, between letters where it has no space, and never reaches the figures.
#[test]
fn long_names_keep_to_their_column() {
    let long = "Machine à expresso automatique avec broyeur à grains intégré, réservoir de 1,8 litre et mousseur de lait";
    let word = "Donaudampfschifffahrtselektrizitäten".repeat(3);
    let rows = vec![
        row([long, "1", "749,916667", "20 %", "-89,99", "809,91"], &[long]),
        row([&word, "250", "0,008333", "20 %", "", "2,50"], &[]),
    ];
    let bytes = file("names", &sheet(rows));
    let text = words(&read(&bytes));
    assert!(text.contains("1 749,916667 20 % -89,99 809,91"), "{text}");
    assert!(text.contains("250 0,008333 20 % 2,50"), "{text}");
    let plain = through("pdftotext", &["-raw", "-", "-"], &bytes);
    let joined: String = plain.split_whitespace().collect();
    assert!(joined.contains(&word), "{plain}");
}

/// However many lines there are: each stands once, under a heading on every page, and the totals are on the last page with rows
/// above them.
#[test]
fn a_long_invoice_goes_on_from_page_to_page() {
    for lines in (15..27).chain([1, 2, 60, 100]) {
        let text = read(&file(&format!("long-{lines}"), &numbered(lines)));
        let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
        for n in 1..=lines {
            assert_eq!(text.matches(&format!("Article-{n:03}")).count(), 1, "line {n} of {lines}");
        }
        for (n, page) in pages.iter().enumerate() {
            assert!(words(page).contains(&format!("Page {}/{}", n + 1, pages.len())), "{page}");
            assert!(page.contains("Désignation") && page.contains("Article-"), "page {n} of {lines}\n{page}");
            assert_eq!(page.contains("Détail de la TVA"), n + 1 == pages.len(), "{page}");
        }
        assert!(pages.len() <= 1 + lines.div_ceil(20), "{lines} lines are {} pages", pages.len());
    }
}

/// Text that runs across a page is read letter by letter.
fn single_letters(text: &str) -> usize {
    let single = |word: &&str| word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    text.split(' ').filter(single).count()
}

#[test]
fn a_duplicate_and_a_paper_that_is_none_say_so_on_every_page() {
    let first = "Le ticket de cette facture est annulé par le ticket n° C01-00000013";
    let copy = Some("DUPLICATA n° 2".to_owned());
    let real = InvoiceSheet { copy, notices: texts([first]), ..numbered(60) };
    let text = words(&read(&file("duplicate", &real)));
    assert!(text.starts_with(first) && single_letters(&text) < 10, "{text}");
    let marked = file("training", &real.watermarked(&["ÉCOLE", "FACTICE — SIMULATION"]));
    for page in read(&marked).trim_end_matches('\u{c}').split('\u{c}') {
        let text = words(page);
        assert!(text.contains("DUPLICATA n° 2"), "{text}");
        assert!(text.contains("ÉCOLE — FACTICE — SIMULATION"), "above the page: {text}");
        assert!(single_letters(&text) > 10, "and across it: {text}");
    }
}

#[test]
fn the_same_invoice_gives_the_same_bytes() {
    assert_eq!(file("one", &numbered(40)), file("two", &numbered(40)));
}
