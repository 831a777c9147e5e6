//! Invoices («Facture») at the till: whose file they need, what they say, and that they count nothing twice.

mod prices;
mod sheet;
mod write_off;

use api::types::{
    ArticlePage, BuyerField, CustomerAccount, CustomerFile, CustomerRef, DocumentOperation, Empty,
    InvoiceCheck, InvoiceChecked, InvoiceIssue, InvoiceIssued, InvoiceValidate, PrintQueue, Refund,
    ReturnLine, ReturnValidate, SaleDone, SaleReadiness, SaleSetCustomer, SaleValidate, SaleView,
};
use api::{FaultCode, types::PrintJobKind};
use domain::ids::{CustomerId, DocumentId};
use domain::money::{Money, Quantity};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till};

use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::{
    Unchanged, cashier_with_shift, new_customer, open, refuses, text_of, wait_until_printed, with_printer,
};

/// A French shop with an article of 120.00 € at 20 % («CENTVINGT»), a cashier at C01, a customer with a name alone.
fn shop_with_customer(name: &str) -> (TestShop, Till, CustomerId) {
    let (shop, till) = cashier_with_shift();
    shop.till(Role::Manager, "C02").new_article("CENTVINGT", 120_00, "TVA 20 %");
    let customer = new_customer(&till, name).id;
    (shop, till, customer)
}

fn file(till: &Till, customer_id: CustomerId) -> CustomerFile {
    till.ask::<CustomerAccount>("customer_account", CustomerRef { customer_id }).file
}

/// Changes a customer's file.
fn save(till: &Till, customer: CustomerId, change: impl FnOnce(&mut CustomerFile)) -> CustomerFile {
    let mut changed = file(till, customer);
    change(&mut changed);
    till.ask("customer_save", changed)
}

fn address(file: &mut CustomerFile) {
    (file.address, file.postcode, file.city) = ("8 quai Rambaud".into(), "69002".into(), "Lyon".into());
}

fn choose(till: &Till, customer_id: CustomerId) -> SaleView {
    till.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(customer_id) })
}

fn validation(till: &Till, kind: PaymentKind) -> InvoiceValidate {
    let payment = Some(till.payment(kind, None));
    InvoiceValidate { sale: SaleValidate { payment, leave_unpaid: false, print: false, seen: None } }
}

fn issue(document_id: DocumentId) -> InvoiceIssue {
    InvoiceIssue { document_id, customer_id: None, print: false }
}

/// CUS-07, D-27: a customer with a name alone gets no «Facture»; the missing fields are asked for, the sale waits
/// where it was, and goes on once they are given.
#[test]
fn an_incomplete_file_is_completed_before_an_invoice() {
    let (shop, till, customer) = shop_with_customer("Martin");
    till.scan("CENTVINGT");
    let before = choose(&till, customer);
    let asked =
        || till.ask::<InvoiceChecked>("invoice_check", InvoiceCheck { document_id: None, customer_id: None });
    assert_eq!(asked().missing, [BuyerField::Address, BuyerField::Postcode, BuyerField::City]);
    let fault = refuses(&shop, FaultCode::BuyerIncomplete, || {
        till.refused("invoice_validate", validation(&till, PaymentKind::Cash))
    });
    assert_eq!(fault.params["fields"], serde_json::json!(["address", "postcode", "city"]));
    assert_eq!(till.sale().lines.len(), before.lines.len(), "the sale waits");

    save(&till, customer, address);
    assert_eq!(asked().missing, []);
    save(&till, customer, |f| f.professional = true);
    assert_eq!(asked().missing, [BuyerField::Siren], "of a business also the SIREN");
    save(&till, customer, |f| f.siret = "732 829 320 00074".into());
    let done: SaleDone = till.ask("invoice_validate", validation(&till, PaymentKind::Cash));
    let invoice = done.invoice.unwrap();
    assert_eq!(invoice.number, "FA-C01-26-000001");
    assert!(!done.invoiceable, "one invoice per ticket");
    let text = text_of(&till, invoice.document_id);
    for part in [
        "FACTURE",
        "Facture n° FA-C01-26-000001",
        &done.number,
        "Martin",
        "8 quai Rambaud",
        "69002 Lyon",
        "SIRET 73282932000074",
        "PU HT 100,00",
        "TVA 20 %",
        "Pas d'escompte pour paiement anticipé",
        "Indemnité forfaitaire",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert_sound(&shop);
    assert_replays(&shop);
}

/// PAY-12: a thermal printer prints the invoice only: asked for before payment, no ticket comes out beside it.
#[test]
fn the_invoice_is_the_only_paper() {
    let (shop, till, customer) = shop_with_customer("Martin");
    let printer = with_printer(&shop, "C01");
    save(&till, customer, address);
    till.scan("CENTVINGT");
    choose(&till, customer);
    let mut request = validation(&till, PaymentKind::CardStandalone);
    request.sale.print = true;
    let done: SaleDone = till.ask("invoice_validate", request);
    let queue: PrintQueue = wait_until_printed(&till);
    assert!(queue.waiting.is_empty());
    let invoice = done.invoice.unwrap();
    assert_eq!(open(&till, invoice.document_id).row.prints, 1);
    assert_eq!(open(&till, done.document_id).row.prints, 0, "the ticket stays unprinted");
    drop(printer);

    // A second print of the invoice is a signed duplicate of a «Facture».
    let again = till.print(invoice.document_id);
    assert_eq!(again.kind, PrintJobKind::Duplicate);
    assert_sound(&shop);
}

/// An invoice is the ticket again: turnover, shift, stock and accounts count the sale once, whenever it is asked for.
#[test]
fn an_invoice_asked_for_later_counts_nothing_twice() {
    let (shop, till, customer) = shop_with_customer("Martin");
    save(&till, customer, address);
    till.scan("CENTVINGT");
    choose(&till, customer);
    till.pay(PaymentKind::Cash, None);
    let sold = till.validate();
    assert!(sold.invoice.is_none() && sold.invoiceable);
    let report = till.report();
    shop.clock.advance_s(3_600);
    let issued: InvoiceIssued = till.ask("invoice_issue", issue(sold.document_id));
    assert_eq!(till.report().total, report.total);
    assert_eq!(till.report().shift.tickets, report.shift.tickets);
    assert_eq!(till.sale().done.unwrap().invoice, Some(issued.invoice.clone()));
    let detail = open(&till, issued.invoice.document_id);
    assert_eq!(detail.operation, DocumentOperation::Invoice);
    assert_eq!(detail.origin.unwrap().number, sold.number);
    assert!(!detail.invoiceable && !detail.cancellable);
    assert_eq!(detail.lines[0].returnable, Quantity(0), "articles come back with the ticket");
    assert!(open(&till, sold.document_id).corrections.is_empty(), "an invoice corrects nothing");

    let twice = || till.refused("invoice_issue", issue(sold.document_id));
    let fault = refuses(&shop, FaultCode::AlreadyInvoiced, twice);
    assert_eq!(fault.params["number"], "FA-C01-26-000001");
    refuses(&shop, FaultCode::DocumentNotASale, || {
        till.refused("invoice_issue", issue(issued.invoice.document_id))
    });
    assert_sound(&shop);
    assert_replays(&shop);
}

/// Numbers are one series per workstation and year; what came back in part, or was sold to nobody, is not billed.
#[test]
fn each_year_has_its_series_and_some_tickets_no_invoice() {
    let (shop, till, customer) = shop_with_customer("Martin");
    save(&till, customer, address);
    let sold = |kind| {
        till.scan_units("CENTVINGT", 2);
        choose(&till, customer);
        till.pay(kind, None);
        till.validate()
    };
    let number = |document| till.ask::<InvoiceIssued>("invoice_issue", issue(document)).invoice.number;
    let (first, second) = (sold(PaymentKind::Cash), sold(PaymentKind::Cash));
    assert_eq!(number(first.document_id), "FA-C01-26-000001");
    assert_eq!(number(second.document_id), "FA-C01-26-000002");
    let returned = sold(PaymentKind::CardStandalone);

    let lead = shop.till(Role::LeadCashier, "C01");
    let refund = Refund { method_id: till.method(PaymentKind::CardStandalone), card_last4: None };
    let lines = vec![ReturnLine { n: 1, quantity: Quantity::ONE, restock: true }];
    let back = ReturnValidate {
        document_id: returned.document_id,
        lines,
        reason: "taille".into(),
        refund,
        print: false,
    };
    let _: SaleDone = lead.ask("return_validate", back);
    refuses(&shop, FaultCode::DocumentReturned, || {
        till.refused("invoice_issue", issue(returned.document_id))
    });

    let anonymous = till.cash_sale(&["CENTVINGT"]);
    refuses(&shop, FaultCode::NamedCustomerRequired, || {
        till.refused("invoice_issue", issue(anonymous.document_id))
    });
    let named = InvoiceIssue { customer_id: Some(customer), ..issue(anonymous.document_id) };
    let issued: InvoiceIssued = till.ask("invoice_issue", named);
    assert_eq!(issued.invoice.number, "FA-C01-26-000003");

    let later = sold(PaymentKind::Cash);
    till.close_shift(till.report().expected_cash.0, "");
    shop.clock.advance_days(60);
    let _: SaleReadiness = shop.signed_in(Role::Manager, 9).ask("clock_confirm", Empty {});
    let till = shop.till(Role::Cashier, "C01");
    till.open_shift(100_00);
    let issued: InvoiceIssued = till.ask("invoice_issue", issue(later.document_id));
    assert_eq!(issued.invoice.number, "FA-C01-27-000001", "a new year, a new series");
    assert!(text_of(&till, issued.invoice.document_id).contains("Date de la vente : 21/11/2026"));
    assert_sound(&shop);
    assert_replays(&shop);
}

/// Numbers of a business are checked, a SIRET says the SIREN, and a VAT number may be of any member state.
#[test]
fn the_numbers_of_a_business_have_their_form() {
    let (shop, till, customer) = shop_with_customer("Hôtel Bellevue");
    let with = |change: fn(&mut CustomerFile)| {
        let mut changed = file(&till, customer);
        change(&mut changed);
        changed
    };
    let unchanged = Unchanged::from_now(&shop);
    type Wrong = (fn(&mut CustomerFile), FaultCode);
    let wrong: [Wrong; 4] = [
        (|f| f.siret = "73282932000075".into(), FaultCode::SiretInvalid),
        (|f| f.siren = "732829321".into(), FaultCode::SirenInvalid),
        (|f| f.vat_number = "FR00732829320".into(), FaultCode::VatNumberInvalid),
        (|f| f.vat_number = "ZZ123456789".into(), FaultCode::VatNumberInvalid),
    ];
    for (change, code) in wrong {
        unchanged.refuses(code, || till.refused("customer_save", with(change)));
    }
    let saved = save(&till, customer, |f| {
        f.siret = "732 829 320 00074".into();
        f.vat_number = "de 123 456 789".into();
        f.before_tax = true;
    });
    assert_eq!((saved.siren.as_str(), saved.vat_number.as_str()), ("732829320", "DE123456789"));
    assert!(file(&till, customer).before_tax);
    assert_replays(&shop);
}

/// In Québec the ticket is the invoice, and the law knows no grounds.
#[test]
fn quebec_has_neither_invoices_nor_grounds() {
    let shop = TestShop::quebec();
    let till = shop.till(Role::LeadCashier, "C01");
    till.open_shift(100_00);
    let customer = new_customer(&till, "Tremblay").id;
    save(&till, customer, |f| f.before_tax = true);
    let sold = till.cash_sale(&[&first_code(&till)]);
    assert!(!sold.invoiceable);
    let unchanged = Unchanged::from_now(&shop);
    unchanged
        .refuses(FaultCode::InvoiceNotOffered, || till.refused("invoice_issue", issue(sold.document_id)));
    let exempt = serde_json::json!({ "ground": "export" });
    unchanged.refuses(FaultCode::ExemptionNotOffered, || till.refused("sale_exempt", exempt));
    till.scan(&first_code(&till));
    let net = till.sale().net;
    assert_eq!(choose(&till, customer).net, net, "all prices are before tax already");
    assert_ne!(net, Money::ZERO);
}

fn first_code(till: &Till) -> String {
    let all = serde_json::json!({ "text": "", "department_id": null, "offset": 0, "limit": 1 });
    let page: ArticlePage = till.ask("catalogue_search", all);
    page.rows.into_iter().next().unwrap().code
}

/// Fiscal.md 1.6: the invoice of a ticket that was cancelled says so on its first line, in its own words.
#[test]
fn an_invoice_of_a_cancelled_ticket_says_so() {
    let (shop, till, customer) = shop_with_customer("Martin");
    save(&till, customer, address);
    till.scan("CENTVINGT");
    choose(&till, customer);
    till.pay(PaymentKind::Cash, None);
    let sold = till.validate();
    let issued: InvoiceIssued = till.ask("invoice_issue", issue(sold.document_id));
    let lead = shop.till(Role::LeadCashier, "C01");
    let cancel = api::types::DocumentCancel {
        document_id: sold.document_id,
        reason: "erreur".to_owned(),
        print: false,
    };
    let cancelling: SaleDone = lead.ask("document_cancel", cancel);
    let said = format!("Le ticket de cette facture est annulé par le ticket n° {}", cancelling.number);
    let paper = text_of(&till, issued.invoice.document_id);
    assert!(paper.starts_with(&said), "{paper}");
}
