//! A whole shop in Québec: two taxes with their letters and numbers, prices before tax, cash in five cents, papers in
//! French and, for the customer who asks, in English.

use std::time::Duration;

use api::types::{
    CustomerAccount, CustomerFile, CustomerRef, Refund, ReturnLine, ReturnValidate, SaleDone,
    SaleSetCustomer, SaleValidate, SaleView, TicketPreview,
};
use domain::ids::DocumentId;
use domain::language::Language;
use domain::money::{Money, Quantity};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till};

use crate::world::{new_customer, wait_until_printed, with_printer};

fn manager() -> (TestShop, Till) {
    let shop = TestShop::quebec();
    let till = shop.till(Role::Manager, "C01");
    till.open_shift(1_000_00);
    (shop, till)
}

fn pay(till: &Till, kind: PaymentKind) -> SaleDone {
    let payment = Some(till.payment(kind, None));
    till.ask("sale_validate", SaleValidate { payment, leave_unpaid: false, print: false, seen: None })
}

fn text(preview: &TicketPreview) -> Vec<String> {
    let line = |text: &str| {
        text.replace(['\u{a0}', '\u{202f}'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    preview.lines.iter().map(|l| line(&l.text)).collect()
}

fn holds(lines: &[String], part: &str) -> bool {
    lines.iter().any(|line| line.contains(part))
}

/// Both taxes, one of them, none: letters on the lines, rows in the table, amounts and registration numbers on screen
/// and ticket, TPS before TVQ; lines and subtotal are before tax.
#[test]
fn each_tax_has_its_letter_and_its_row() {
    let (_shop, till) = manager();
    till.new_article("DEUX", 100_00, "TPS + TVQ");
    till.new_article("UNE", 10_00, "TPS");
    till.new_article("ZERO", 5_00, "Détaxé");
    for code in ["DEUX", "UNE", "ZERO"] {
        till.scan(code);
    }
    let view = till.sale();
    let letters: Vec<&str> = view.lines.iter().map(|l| l.tax_letters.as_str()).collect();
    assert_eq!(letters, ["FP", "F", ""]);
    let lines: Vec<Money> = view.lines.iter().map(|l| l.total).collect();
    assert_eq!((lines, view.net), (vec![Money(100_00), Money(10_00), Money(5_00)], Money(115_00)));
    let taxes: Vec<_> = view.taxes.iter().map(|t| (t.rate.0, t.base.0, t.amount.0)).collect();
    // 110 × 5 % and 100 × 9.975 %, half up.
    assert!(taxes.contains(&(5_000, 110_00, 5_50)) && taxes.contains(&(9_975, 100_00, 9_98)), "{taxes:?}");
    assert_eq!(view.total, Money(130_48));
    let done = pay(&till, PaymentKind::CardStandalone);
    let paper = text(&till.preview(done.document_id));
    for part in [
        "TPS 123456789 RT0001",
        "TVQ 1234567890 TQ0001",
        "1 x Article DEUX 100,00 FP",
        "1 x Article UNE 10,00 F",
        "1 x Article ZERO 5,00",
        "Sous-total 115,00",
        "TPS 5 % 5,50",
        "TVQ 9,975 % 9,98",
        "130,48 $",
        "F = TPS P = TVQ",
    ] {
        assert!(holds(&paper, part), "{part}\n{paper:#?}");
    }
    let place = |part: &str| paper.iter().position(|l| l.starts_with(part)).unwrap();
    assert!(place("TPS 5 %") < place("TVQ 9,975 %"));
    assert!(holds(&paper, "Québec G1L 2W9"), "the postcode follows the town: {paper:#?}");
}

/// Cash is rounded to the nearest five cents in every case, on sales and on returns; a card never is. Taxes and the
/// total of the document stay exact (fiscal.md §3).
#[test]
fn every_cent_is_rounded_in_cash_and_none_by_card() {
    let (_shop, till) = manager();
    for (cent, rounded) in [(0, 0), (1, 0), (2, 0), (3, 5), (4, 5), (5, 5), (6, 5), (7, 5), (8, 10), (9, 10)]
    {
        let code = format!("Z{cent}");
        till.new_article(&code, 10_00 + cent, "Détaxé");
        till.scan(&code);
        assert_eq!(till.sale().due_in_cash, Money(10_00 + rounded), "{cent}");
        let done = pay(&till, PaymentKind::Cash);
        assert_eq!((done.total, done.tenders[0].received), (Money(10_00 + cent), Money(10_00 + rounded)));
        assert_eq!(done.tenders[0].rounding, Money(rounded - cent));
        till.scan(&code);
        let by_card = pay(&till, PaymentKind::CardStandalone);
        assert_eq!(
            (by_card.tenders[0].received, by_card.tenders[0].rounding),
            (Money(10_00 + cent), Money(0))
        );
        let back = give_back(&till, done.document_id);
        assert_eq!((back.total, back.tenders[0].received), (Money(-10_00 - cent), Money(-10_00 - rounded)));
        assert_eq!(back.tenders[0].rounding, Money(cent - rounded));
    }
    let report = till.report();
    assert_eq!(
        (report.rounding, report.expected_cash),
        (Money(0), Money(1_000_00)),
        "what was rounded came back"
    );
}

fn give_back(till: &Till, document_id: DocumentId) -> SaleDone {
    let lines = vec![ReturnLine { n: 1, quantity: Quantity::ONE, restock: true }];
    let refund = Refund { method_id: till.method(PaymentKind::Cash), card_last4: None };
    let request =
        ReturnValidate { document_id, lines, reason: "Ne convient pas".into(), refund, print: false };
    till.ask("return_validate", request)
}

/// A customer whose file asks for a language, chosen for the sale in progress.
fn choose(till: &Till, name: &str, language: Language) -> CustomerFile {
    let customer_id = new_customer(till, name).id;
    let account: CustomerAccount = till.ask("customer_account", CustomerRef { customer_id });
    assert_eq!(account.file.language, Language::Fr, "French comes first");
    let file: CustomerFile = till.ask("customer_save", CustomerFile { language, ..account.file });
    assert_eq!(file.language, language);
    let view: SaleView = till.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(customer_id) });
    assert_eq!(view.customer.unwrap().language, language);
    file
}

/// English is for the customer who asks: the ticket, its signed record, its duplicate after the file has changed
/// again, and the return made from it. French stays complete for everybody else.
#[test]
fn papers_are_in_the_language_of_the_customer() {
    let (shop, till) = manager();
    let printer = with_printer(&shop, "C01");
    till.new_article("DEUX", 100_00, "TPS + TVQ");
    till.scan("DEUX");
    let file = choose(&till, "Smith", Language::En);
    let done = pay(&till, PaymentKind::Cash);
    let english = [
        "Invoice C01-",
        "GST 123456789 RT0001",
        "Subtotal 100.00",
        "GST 5% 5.00",
        "QST 9.975% 9.98",
        "$114.98",
    ];
    let words = ["Rounding", "F = GST P = QST", "Served by"];
    let paper = text(&till.preview(done.document_id));
    for part in english.iter().chain(&words) {
        assert!(holds(&paper, part), "{part}\n{paper:#?}");
    }
    for _ in 0..2 {
        till.print(done.document_id);
        wait_until_printed(&till);
    }
    let printed = printer.wait_for_jobs(2, Duration::from_secs(10));
    assert!(
        printed.iter().filter(|job| format!("{:?}", job.items).contains("Subtotal")).count() >= 2,
        "both are English"
    );

    let _: CustomerFile = till.ask("customer_save", CustomerFile { language: Language::Fr, ..file });
    assert!(holds(&text(&till.preview(done.document_id)), "Subtotal 100.00"), "it was signed in English");
    let back = give_back(&till, done.document_id);
    assert!(holds(&text(&till.preview(back.document_id)), "Return on invoice no. C01-"));

    till.scan("DEUX");
    choose(&till, "Tremblay", Language::Fr);
    let french = text(&till.preview(pay(&till, PaymentKind::Cash).document_id));
    for part in ["Facture C01-", "TPS 5 % 5,00", "Arrondissement (comptant)", "Comptant reçu"] {
        assert!(holds(&french, part), "{part}\n{french:#?}");
    }
    till.scan("DEUX");
    let nobody = text(&till.preview(pay(&till, PaymentKind::Cash).document_id));
    assert!(holds(&nobody, "Sous-total 100,00"), "a walk-in is served in French");
}

/// In France too; a ticket stays a ticket, in euros.
#[test]
fn an_english_ticket_in_france_is_no_invoice() {
    let shop = TestShop::france();
    let till = shop.till(Role::Manager, "C01");
    till.open_shift(100_00);
    till.scan("1001");
    choose(&till, "Smith", Language::En);
    let paper = text(&till.preview(pay(&till, PaymentKind::CardStandalone).document_id));
    assert!(holds(&paper, "Ticket C01-") && !holds(&paper, "Invoice"), "{paper:#?}");
    assert!(holds(&paper, "Card 1,30"), "{paper:#?}");
}
