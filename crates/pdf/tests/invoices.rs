//! Invoices on A4, read by programs that nobody here wrote (Poppler).

#![cfg(test)]

mod common;

use std::sync::Arc;

use common::{read, through};
use documents::format::NumberStyle;
use documents::ticket::*;
use documents::{Picture, Words};
use domain::country::{Country, PriceMode};
use domain::money::{Money, Quantity, Rate, UnitPrice};
use domain::payment::PaymentKind;
use domain::tax::{AppliedTax, TaxableLine, document_totals, price_before};
use pdf::{About, invoice};

const ABOUT: About<'_> =
    About { title: "FACTURE FA-C01-26-000041", author: "Épicerie du Port", language: "fr" };

fn tax(rate: i64) -> AppliedTax {
    let name = format!("TVA {}", NumberStyle::FrenchFrance.rate(Rate(rate), 0));
    AppliedTax { code: name.clone(), name, letter: String::new(), rate: Rate(rate) }
}

fn line(name: &str, quantity: Quantity, cents: i64, rate: i64) -> TicketLine {
    let (tax, unit_price) = (tax(rate), UnitPrice::from_money(Money(cents)));
    let net = price_before(std::slice::from_ref(&tax), unit_price).unwrap();
    TicketLine {
        name: name.to_owned(),
        quantity,
        unit: None,
        unit_price,
        amount: unit_price.times(quantity).unwrap(),
        discount: None,
        net: Some(NetPrice { unit_price: net, taxes: vec![(tax.name, tax.rate)] }),
        tax_letters: String::new(),
        eco_contribution: None,
        guarantee: None,
        details: Vec::new(),
    }
}

/// A grocer's invoice to a hotel, on account.
fn sold(lines: Vec<TicketLine>) -> SaleTicket {
    let rates: Vec<AppliedTax> = lines.iter().map(|l| tax(l.net.as_ref().unwrap().taxes[0].1.0)).collect();
    let given = |line: &TicketLine| line.discount.as_ref().map_or(Money::ZERO, |d| d.amount);
    let taxable: Vec<TaxableLine<'_>> = lines
        .iter()
        .zip(&rates)
        .map(|(line, tax)| TaxableLine { total: line.amount - given(line), taxes: std::slice::from_ref(tax) })
        .collect();
    let totals = document_totals(PriceMode::TaxInclusive, &taxable).unwrap();
    let at = LocalDateTime { year: 2026, month: 11, day: 22, hour: 9, minute: 3, second: 7 };
    SaleTicket {
        logo: None,
        country: Country::France,
        invoice: Some(InvoicePart {
            ticket: "C01-00000012".to_owned(),
            supplied_on: "21/11/2026".to_owned(),
            due_on: Some("21/12/2026".to_owned()),
        }),
        before_tax: false,
        seller: SellerIdentity {
            trade_name: "Épicerie du Port".to_owned(),
            legal_name: "Comptoir des Brumes SARL".to_owned(),
            address: vec!["3 quai des Brumes".to_owned(), "44000 Nantes".to_owned()],
            registrations: vec![
                Registration::Siret("73282932000074".to_owned()),
                Registration::Naf("4711B".to_owned()),
                Registration::Vat("FR44732829320".to_owned()),
            ],
            ..SellerIdentity::default()
        },
        number: "FA-C01-26-000041".to_owned(),
        issued_at: at,
        workstation: "C01".to_owned(),
        shift: None,
        sold_by: "Ana Le Goff".to_owned(),
        customer: Some(TicketCustomer {
            name: "Hôtel Bellevue".to_owned(),
            details: ["8 quai Rambaud", "69002 Lyon", "SIRET 81234567800012", "N° TVA FR12812345678"]
                .map(str::to_owned)
                .to_vec(),
        }),
        operation: Operation::Sale,
        service: None,
        linked: None,
        article_count: 5,
        line_count: u32::try_from(lines.len()).unwrap(),
        lines,
        discount: None,
        payments: vec![payment(PaymentKind::OnAccount, "Pas de règlement", totals.total.0)],
        totals,
        note: String::new(),
        mentions: [
            "SARL au capital de 8 000 €, RCS Nantes 732 829 320",
            "Pas d’escompte pour paiement anticipé",
            "Pénalités de retard : trois fois le taux d’intérêt légal",
            "Indemnité forfaitaire pour frais de recouvrement : 40 €",
        ]
        .map(str::to_owned)
        .to_vec(),
        print: PrintNumber::Original,
        seal: Some(Seal { signature_extract: "9F3A".to_owned() }),
        software: Software {
            name: "Comptoir".to_owned(),
            version: "1.0.0".to_owned(),
            fiscal_version: "F.4".to_owned(),
            attestation: "Attestation individuelle".to_owned(),
        },
        footer: Vec::new(),
    }
}

fn payment(kind: PaymentKind, label: &str, amount: i64) -> TicketPayment {
    TicketPayment {
        kind,
        label: label.to_owned(),
        amount: Money(amount),
        received: Money(amount),
        change: Money::ZERO,
        rounding: Money::ZERO,
        card_last4: (kind == PaymentKind::CardStandalone).then(|| "4242".to_owned()),
        reference: None,
    }
}

fn short() -> SaleTicket {
    let cheese =
        TicketLine { unit: Some("kg".to_owned()), ..line("Comté 24 mois", Quantity(12_340), 3_290, 5_500) };
    let kettle = TicketLine {
        guarantee: Some("Garantie légale : 2 ans".to_owned()),
        eco_contribution: Some(Money(30)),
        ..line("Bouilloire 1,7 L", Quantity::ONE, 3_990, 20_000)
    };
    sold(vec![line("Croissant pur beurre", Quantity::units(12), 110, 5_500), cheese, kettle])
}

fn discounted() -> SaleTicket {
    let given = |cents, reason: &str| LineDiscount {
        rate: Some(Rate(10_000)),
        amount: Money(cents),
        reason: reason.to_owned(),
    };
    let long = "Machine à expresso automatique avec broyeur à grains intégré, réservoir de 1,8 litre et mousseur de lait, inox brossé";
    let machine = TicketLine {
        discount: Some(given(8_999, "Client fidèle")),
        details: vec!["N° de série 4711-0815-2342".to_owned()],
        ..line(long, Quantity::ONE, 89_990, 20_000)
    };
    let word = line(&"Donaudampfschifffahrtselektrizitäten".repeat(3), Quantity::units(250), 1, 20_000);
    let sale = sold(vec![machine, word, line("Café de spécialité", Quantity::units(3), 1_290, 5_500)]);
    SaleTicket {
        discount: Some(LineDiscount {
            rate: None,
            amount: Money(500),
            reason: "Geste commercial".to_owned(),
        }),
        payments: vec![
            payment(PaymentKind::CardStandalone, "Carte", 60_000),
            payment(PaymentKind::OnAccount, "Compte", 25_111),
        ],
        note: "Livrer à la réception avant dix heures.".to_owned(),
        ..sale
    }
}

fn long(lines: usize) -> SaleTicket {
    let of = |n: usize| {
        let rate = if n.is_multiple_of(3) { 20_000 } else { 5_500 };
        line(&format!("Article-{n:03}"), Quantity::ONE, 100 + i64::try_from(n).unwrap(), rate)
    };
    sold((1..=lines).map(of).collect())
}

fn logo() -> Arc<Picture> {
    let shades = (0..480 * 160).map(|at: u32| u8::try_from(at % 480 * 255 / 480).unwrap()).collect();
    Arc::new(Picture::new(480, 160, shades).unwrap())
}

fn file(ticket: &SaleTicket, words: &Words) -> Vec<u8> {
    invoice(&ticket.sheet(words), ABOUT).unwrap()
}

/// For who wants to look at them: `INVOICES=/tmp/pages cargo test -p pdf`.
fn keep(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("INVOICES") {
        std::fs::write(std::path::Path::new(&folder).join(name), bytes).unwrap();
    }
}

/// Words of a text, one after the other.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn an_invoice_says_who_what_and_how_much() {
    let bytes = file(&short(), &Words::french());
    keep("short.pdf", &bytes);
    let text = words(&read(&bytes));
    for wanted in [
        "FACTURE",
        "N° FA-C01-26-000041",
        "Épicerie du Port",
        "SIRET 73282932000074",
        "Hôtel Bellevue",
        "Date de la facture 22/11/2026",
        "Date de la vente 21/11/2026",
        "À payer avant le 21/12/2026",
        "Désignation Qté Unité PU HT TVA PU TTC Total TTC",
        "Comté 24 mois 1,234 kg 31,184834 5,5 % 32,90 40,60",
        "Garantie légale : 2 ans",
        "TVA 5,5 % 51,00 2,80 53,80",
        "Total 84,25 9,45 93,70",
        "Total TTC 93,70 €",
        "À payer avant le 21/12/2026 93,70 €",
        "Indemnité forfaitaire pour frais de recouvrement : 40 €",
        "Sign. 9F3A",
        "Logiciel Comptoir v1.0.0 (F.4)",
        "Page 1/1",
    ] {
        assert!(text.contains(wanted), "{wanted} in\n{text}");
    }
    assert!(!text.contains("DUPLICATA") && !text.contains("Remise"), "{text}");
}

#[test]
fn discounts_and_long_names_find_their_room() {
    let sale = SaleTicket { logo: Some(logo()), ..discounted() };
    let bytes = file(&sale, &Words::french());
    keep("discounts.pdf", &bytes);
    let text = words(&read(&bytes));
    for wanted in [
        "PU TTC Remise Total TTC",
        "899,90 -89,99 809,91",
        "Remise 10 % : Client fidèle",
        "Remise sur le ticket : Geste commercial -5,00",
        "Payé : Carte **** 4242 600,00",
        "251,11 €",
        "Note : Livrer à la réception avant dix heures.",
    ] {
        assert!(text.contains(wanted), "{wanted} in\n{text}");
    }
    assert!(words(&through("pdfimages", &["-list", "-"], &bytes)).contains(" 480 160 "), "the logo");
}

/// A hundred lines: each once, under a heading on every page, the totals on the last one with rows above them.
#[test]
fn a_long_invoice_goes_on_from_page_to_page() {
    for lines in (14..24).chain([1, 2, 60, 100]) {
        let bytes = file(&long(lines), &Words::french());
        keep(&format!("long-{lines}.pdf"), &bytes);
        let text = read(&bytes);
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

#[test]
fn a_duplicate_and_a_paper_that_is_none_say_so_on_every_page() {
    let sale = SaleTicket {
        print: PrintNumber::Duplicate { number: 2, print: 3 },
        linked: Some(LinkedTicket::TicketCancelledBy("C01-00000013".to_owned())),
        ..long(60)
    };
    let sheet = sale.sheet(&Words::french()).watermarked(&["ÉCOLE", "FACTICE — SIMULATION"]);
    let bytes = invoice(&sheet, ABOUT).unwrap();
    keep("duplicate.pdf", &bytes);
    for page in read(&bytes).trim_end_matches('\u{c}').split('\u{c}') {
        let text = words(page);
        assert!(text.contains("DUPLICATA n° 2"), "{text}");
        assert!(text.contains("ÉCOLE — FACTICE — SIMULATION"), "{text}");
    }
    let real = words(&read(&file(&sale, &Words::french())));
    let first = "Le ticket de cette facture est annulé par le ticket n° C01-00000013";
    assert!(real.starts_with(first) && real.contains("Impression n° 3"), "{real}");
}

#[test]
fn a_customer_may_read_it_in_english_and_before_tax() {
    let bytes = file(&short(), &Words::english_france());
    keep("english.pdf", &bytes);
    let text = words(&read(&bytes));
    for wanted in ["INVOICE", "Billed to", "Total incl. VAT 93,70 €", "Payable by 21/12/2026 93,70 €"] {
        assert!(text.contains(wanted), "{wanted} in\n{text}");
    }
    let net = SaleTicket { before_tax: true, ..short() };
    let text = words(&read(&file(&net, &Words::french())));
    assert!(text.contains("PU HT TVA Total HT") && !text.contains("PU TTC"), "{text}");
}

#[test]
fn the_same_invoice_gives_the_same_bytes() {
    assert_eq!(file(&discounted(), &Words::french()), file(&discounted(), &Words::french()));
}
