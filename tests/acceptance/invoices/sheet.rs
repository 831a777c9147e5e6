//! The invoice on A4: it repeats what was signed, and leaves the program as an original once.

use api::FaultCode;
use api::types::{
    CatalogueLists, DocumentRef, Empty, FeeTypeSave, FeeTypeView, FileContent, InvoiceIssued, MailJobState,
    SaleAddFee, SaleDone, SaleValidate, SessionView, ShiftRef, ShiftReport,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::ids::DocumentId;
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::permission::Role;
use domain::tax::ExemptionGround;
use testkit::{TestShop, Till};

use super::{address, choose, issue, save, shop_with_customer, validation};
use crate::fiscal_chain::assert_sound;
use crate::mail::{attachment, send, sold, wait_for};
use crate::replay::assert_replays;
use crate::world::{Unchanged, open, read_pdf, wait_until_printed, with_printer};

/// Puts an invoice out as a file.
fn file(till: &Till, document_id: DocumentId) -> FileContent {
    till.ask("invoice_file", DocumentRef { document_id })
}

/// Its text, the pages apart.
fn pages(file: &FileContent) -> Vec<String> {
    let text = read_pdf(&STANDARD.decode(&file.base64).unwrap());
    let words = |page: &str| page.split_whitespace().collect::<Vec<_>>().join(" ");
    text.trim_end_matches('\u{c}').split('\u{c}').map(words).collect()
}

fn text(file: &FileContent) -> String {
    pages(file).join(" ")
}

/// An amount below a thousand euros, as it is printed.
fn euros(amount: Money) -> String {
    assert!((0..100_000).contains(&amount.0));
    format!("{},{:02}", amount.0 / 100, amount.0 % 100)
}

/// Records of signed duplicates, files and letters that left, and papers that came out.
fn outputs(shop: &TestShop) -> (usize, usize, usize) {
    let tables = shop.snapshot();
    let duplicates = tables["fiscal_record"].iter().filter(|r| r.contains("|DUPLICATA|")).count();
    (duplicates, tables["document_sent"].len(), tables["document_print"].len())
}

/// Sells one article to a customer with an address, and makes its invoice.
fn invoiced(till: &Till, customer: domain::ids::CustomerId) -> DocumentId {
    save(till, customer, address);
    till.scan("CENTVINGT");
    choose(till, customer);
    let done: SaleDone = till.ask("invoice_validate", validation(till, PaymentKind::Cash));
    done.invoice.unwrap().document_id
}

/// Fiscal.md 2.4: the A4 page of a business's unpaid invoice states both parties, each line before tax, every rate, the totals
/// as they were signed, what is owed and by when, and the sentences of the law.
#[test]
fn an_invoice_on_a4_says_what_was_signed() {
    let (shop, till, customer) = shop_with_customer("Hôtel Bellevue");
    save(&till, customer, |f| {
        address(f);
        f.professional = true;
        f.siret = "732 829 320 00074".into();
    });
    till.scan_units("CENTVINGT", 2);
    till.scan("1001");
    choose(&till, customer);
    let unpaid = SaleValidate { payment: None, leave_unpaid: true, print: false, seen: None };
    let sold: SaleDone = till.ask("sale_validate", unpaid);
    let issued: InvoiceIssued = till.ask("invoice_issue", issue(sold.document_id));
    let signed = open(&till, sold.document_id);
    assert_eq!(signed.taxes.len(), 2, "two rates");

    let made = file(&till, issued.invoice.document_id);
    assert_eq!((made.name.as_str(), made.mime.as_str()), ("FA-C01-26-000001.pdf", "application/pdf"));
    let text = text(&made);
    let mut wanted: Vec<String> = [
        "FACTURE",
        "N° FA-C01-26-000001",
        "Facturé à",
        "Hôtel Bellevue",
        "8 quai Rambaud",
        "69002 Lyon",
        "SIRET 73282932000074",
        "Date de la vente 21/11/2026",
        "À payer avant le 21/12/2026",
        "Article CENTVINGT 2 100,00 20 % 120,00 240,00",
        "Pas d’escompte pour paiement anticipé",
        "Pénalités de retard",
        "Indemnité forfaitaire pour frais de recouvrement : 40 €",
        "Vente - Original",
        "Impression n° 1",
        "Logiciel Comptoir",
        "Page 1/1",
    ]
    .map(str::to_owned)
    .to_vec();
    wanted.push(format!("Ticket n° {}", sold.number));
    for tax in &signed.taxes {
        let [base, amount] = [tax.base, tax.amount].map(euros);
        wanted.push(format!("{} {base} {amount}", tax.name));
    }
    wanted.push(format!("Total TTC {} €", euros(signed.row.total)));
    wanted.push(format!("À payer avant le 21/12/2026 {} €", euros(signed.row.total)));
    for part in wanted {
        assert!(text.contains(&part), "{part} in\n{text}");
    }
    let extract = till.preview(issued.invoice.document_id).lines;
    let extract = extract.iter().find_map(|line| line.text.split("Sign. ").nth(1)).unwrap();
    assert!(text.contains(&format!("Sign. {}", extract.trim())), "the seal of the paper");
    assert_sound(&shop);
    assert_replays(&shop);
}

/// TAX-03: what bears no VAT says why, on A4 as on the narrow paper; what was paid is named and nothing is left.
#[test]
fn an_exemption_says_why_on_a4() {
    let (_shop, till, customer) = shop_with_customer("Weinhaus Kern");
    save(&till, customer, |f| {
        address(f);
        f.country = "de".into();
        f.vat_number = "DE123456789".into();
        f.exemption = Some(ExemptionGround::IntraEu);
    });
    till.scan("CENTVINGT");
    choose(&till, customer);
    let done: SaleDone = till.ask("invoice_validate", validation(&till, PaymentKind::Cash));
    let text = text(&file(&till, done.invoice.unwrap().document_id));
    let mention = "article 262 ter I du CGI";
    for part in
        [mention, "N° TVA DE123456789", "Total TTC 100,00 €", "Payé : Espèces 100,00", "Reste à payer 0,00 €"]
    {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    assert_eq!(text.matches(mention).count(), 1, "a ground is stated once");
}

/// A hundred lines go on from page to page, each of them once, and the totals are those of the sale.
#[test]
fn a_hundred_lines_stand_once_each() {
    let (shop, till, customer) = shop_with_customer("Martin");
    let manager = shop.till(Role::Manager, "C02");
    let lists: CatalogueLists = manager.ask("catalogue_lists", Empty {});
    let tax = lists.tax_categories.iter().find(|t| t.name == "TVA 20 %").unwrap();
    let fee = FeeTypeSave {
        id: None,
        name: "Prestation".into(),
        tax_category_id: tax.id,
        amount: Some(Money(1_20)),
        active: true,
    };
    let fee: FeeTypeView = manager.ask("fee_type_save", fee);
    save(&till, customer, address);
    for n in 1..=100 {
        let label = format!("Prestation-{n:03}");
        let _: api::types::SaleView =
            till.ask("sale_add_fee", SaleAddFee { fee_type_id: fee.id, label, amount: None });
    }
    choose(&till, customer);
    let done: SaleDone = till.ask("invoice_validate", validation(&till, PaymentKind::Cash));
    let pages = pages(&file(&till, done.invoice.unwrap().document_id));
    assert!(pages.len() > 1);
    for n in 1..=100 {
        let found: usize = pages.iter().map(|page| page.matches(&format!("Prestation-{n:03}")).count()).sum();
        assert_eq!(found, 1, "line {n}");
    }
    for (n, page) in pages.iter().enumerate() {
        assert!(page.contains("Désignation") && page.contains(&format!("Page {}/{}", n + 1, pages.len())));
        assert_eq!(page.contains("Total TTC 120,00 €"), n + 1 == pages.len(), "{page}");
    }
}

/// R-11, PRT-11, D-29: the first file is the original; every further output, file, paper or letter, is a duplicate with its signed
/// record. Files are counted with the letters, not with the papers, and the same key puts out one file.
#[test]
fn a_file_is_an_output_like_a_paper() {
    let (shop, till, customer) = shop_with_customer("Martin");
    let printer = with_printer(&shop, "C01");
    let invoice = invoiced(&till, customer);
    let _ = till.preview(invoice);
    assert_eq!(outputs(&shop), (0, 0, 0), "looking at it is no output");

    let (request, key) = (DocumentRef { document_id: invoice }, api::IdempotencyKey(uuid::Uuid::now_v7()));
    let first: FileContent = till.client.call_with_key("invoice_file", &request, key).unwrap();
    let again: FileContent = till.client.call_with_key("invoice_file", &request, key).unwrap();
    assert_eq!(first.base64, again.base64);
    assert_eq!(outputs(&shop), (0, 1, 0), "the original");
    assert!(!text(&first).contains("DUPLICATA"));

    let second = file(&till, invoice);
    assert_eq!(second.name, "FA-C01-26-000001-duplicata-1.pdf");
    let said = text(&second);
    assert!(said.contains("DUPLICATA n° 1") && said.contains("Vente - Duplicata"), "{said}");
    assert_eq!(outputs(&shop), (1, 2, 0));
    till.print(invoice);
    wait_until_printed(&till);
    let papers = printer.jobs();
    let paper = papers.iter().find(|job| job.text.contains("FACTURE")).unwrap();
    assert!(paper.text.contains("DUPLICATA n° 2"), "{}", paper.text);
    assert!(text(&file(&till, invoice)).contains("DUPLICATA n° 3"));
    assert_eq!(outputs(&shop), (3, 3, 1));
    // What the shift counts is papers: the one that was printed is a duplicate, though it is the first paper.
    let shift: ShiftReport = till.ask("shift_report", ShiftRef { shift_id: None });
    assert_eq!(shift.duplicates, 1);
    assert_sound(&shop);
    assert_replays(&shop);
}

/// PRT-13: the letter of an invoice has the A4 page, and speaks of an invoice; that of a ticket keeps the narrow one.
#[test]
fn a_letter_carries_the_invoice_on_a4() {
    let (shop, till, server, ticket) = sold();
    let customer = crate::world::new_customer(&till, "Martin").id;
    save(&till, customer, address);
    let named = api::types::InvoiceIssue { customer_id: Some(customer), ..issue(ticket) };
    let issued: InvoiceIssued = till.ask("invoice_issue", named);
    for document in [issued.invoice.document_id, ticket] {
        wait_for(&till, &send(&till, document), MailJobState::Sent);
    }
    let letters = server.letters();
    let [invoice, receipt] = [0, 1].map(|n| read_pdf(&attachment(&letters[n].content)));
    assert!(invoice.contains("Facturé à") && invoice.contains("Page 1/1"), "{invoice}");
    assert!(!receipt.contains("Page 1/1") && receipt.contains("TOTAL TTC"), "{receipt}");
    let after = text(&file(&till, issued.invoice.document_id));
    assert!(after.contains("DUPLICATA n° 1"), "the letter was the original:\n{after}");
    assert_eq!(outputs(&shop), (1, 3, 0));
}

/// A ticket has no A4 page, an unknown document none either: both are refused and nothing leaves.
#[test]
fn only_an_invoice_has_an_a4_page() {
    let (shop, till, _) = shop_with_customer("Martin");
    let sold = till.cash_sale(&["CENTVINGT"]);
    let unchanged = Unchanged::from_now(&shop);
    let of = |document_id| DocumentRef { document_id };
    unchanged.refuses(FaultCode::NotAnInvoice, || till.refused("invoice_file", of(sold.document_id)));
    let unknown = DocumentId(uuid::Uuid::from_u128(1));
    unchanged.refuses(FaultCode::DocumentNotFound, || till.refused("invoice_file", of(unknown)));
}

/// FISC-07, R-13: the A4 page of an invoice of training says on each page that it is none.
#[test]
fn a_page_of_training_says_so() {
    let (shop, till, customer) = shop_with_customer("Martin");
    save(&till, customer, address);
    let session: SessionView = till.ask("training_enter", Empty {});
    let school = Till { session, ..till };
    school.open_shift(100_00);
    let sold = school.cash_sale(&["1001"]);
    let named = api::types::InvoiceIssue { customer_id: Some(customer), ..issue(sold.document_id) };
    let issued: InvoiceIssued = school.ask("invoice_issue", named);
    let said = text(&file(&school, issued.invoice.document_id));
    assert!(said.starts_with("ÉCOLE — FACTICE — SIMULATION"), "{said}");
    assert_eq!(outputs(&shop), (0, 0, 0), "nothing of it is in the shop");
}
