//! Nothing that was validated is erased (FISC-02), and a ticket says what became of it (fiscal.md 1.6).

use api::types::{
    CustomerFile, DocumentCancel, DocumentDetail, Empty, PaymentCorrect, PaymentCorrection, Refund,
    ReturnLine, ReturnValidate, SaleDone, SaleSetCustomer, SaleView, TicketPreview,
};
use domain::ids::DocumentId;
use domain::money::Quantity;
use domain::payment::PaymentKind;
use domain::permission::Role;
use serde_json::{Value, json};
use testkit::{TestShop, Till};

use crate::fiscal_chain::assert_sound;
use crate::world::{new_customer, open, wait_until_printed, with_printer};

fn lead_with_shift() -> (TestShop, Till) {
    let shop = TestShop::france();
    let till = shop.till(Role::LeadCashier, "C01");
    till.open_shift(100_00);
    (shop, till)
}

fn cancel(till: &Till, document_id: DocumentId) -> SaleDone {
    let request = DocumentCancel { document_id, reason: "erreur".to_owned(), print: false };
    till.ask("document_cancel", request)
}

fn take_back(till: &Till, document_id: DocumentId) -> SaleDone {
    let line = ReturnLine { n: 1, quantity: Quantity::units(1), restock: true };
    let refund = Refund { method_id: till.method(PaymentKind::Cash), card_last4: None };
    let (reason, lines) = ("taille".to_owned(), vec![line]);
    till.ask("return_validate", ReturnValidate { document_id, lines, reason, refund, print: false })
}

fn correct(till: &Till, document_id: DocumentId) {
    let asked: Value = till.ask("payment_correction_check", json!({ "document_id": document_id }));
    let payment_id = serde_json::from_value(asked["payments"][0]["payment_id"].clone()).unwrap();
    let request = PaymentCorrect {
        document_id,
        payment_id,
        amount: None,
        method_id: till.method(PaymentKind::CardStandalone),
        card_last4: None,
        reference: None,
        nature: None,
        reason: "mauvaise touche".to_owned(),
        print: false,
    };
    let _: PaymentCorrection = till.ask("payment_correct", request);
}

/// What can be done to a validated ticket that takes something of it back.
type Undoing = fn(&Till, DocumentId);

/// FISC-02: given any button that deletes, cancels, gives back or corrects on a validated document, then the original is
/// still there: its row, lines, taxes, payments, and its paper but for the line that says what became of it.
#[test]
fn every_button_leaves_the_original_readable() {
    let buttons: [(&str, Undoing); 4] = [
        ("Annuler le ticket", |till, id| drop(cancel(till, id))),
        ("Retour d’articles", |till, id| drop(take_back(till, id))),
        ("Corriger le règlement", correct),
        ("Échanger, puis retirer l’échange", |till, id| {
            let lines = json!([{ "n": 1, "quantity": Quantity::units(1), "restock": true }]);
            let _: Value =
                till.ask("exchange_start", json!({ "document_id": id, "lines": lines, "reason": "r" }));
            let _: Value = till.ask("exchange_remove", Empty {});
        }),
    ];
    for (button, press) in buttons {
        let (shop, till) = lead_with_shift();
        let id = till.cash_sale(&["1001", "2108"]).document_id;
        let (before, paper) = (open(&till, id), till.preview(id));
        press(&till, id);
        let after = open(&till, id);
        let facts = |d: &DocumentDetail| (d.row.clone(), d.operation, d.taxes.clone(), d.payments.clone());
        assert_eq!(facts(&after), facts(&before), "{button}");
        let lines = |d: &DocumentDetail| {
            d.lines.iter().map(|l| (l.n, l.name.clone(), l.quantity, l.total)).collect::<Vec<_>>()
        };
        assert_eq!(lines(&after), lines(&before), "{button}");
        let text = |p: &TicketPreview| p.lines.iter().map(|l| l.text.clone()).collect::<Vec<_>>();
        // Above it there may be a line that says what became of it.
        assert!(text(&till.preview(id)).ends_with(&text(&paper)), "{button}");
        assert_sound(&shop);
    }
}

/// FISC-02: no command deletes a document; what the list of commands calls deleting concerns drafts and settings.
#[test]
fn no_command_deletes_a_document() {
    let deleting: Vec<&str> = api::command_table()
        .iter()
        .map(|c| c.name)
        .filter(|n| {
            n.contains("delete") || n.contains("discard") || n.contains("remove") || n.contains("purge")
        })
        .collect();
    let drafts_and_settings = [
        "layout_delete",
        "logo_remove",
        "promotion_delete",
        "sale_remove_line",
        "parked_discard",
        "payment_remove",
        "exchange_remove",
    ];
    let unknown: Vec<&&str> = deleting.iter().filter(|name| !drafts_and_settings.contains(name)).collect();
    assert!(unknown.is_empty(), "{unknown:?} deletes something: of what is validated nothing may go");
}

/// The first line that has words.
fn first_line(till: &Till, id: DocumentId) -> String {
    let lines = till.preview(id).lines;
    // A long sentence goes on in the next line.
    lines.iter().take(2).map(|l| l.text.trim()).collect::<Vec<_>>().join(" ")
}

/// Fiscal.md 1.6 (NF525 2.3): the first line of a cancelled ticket names the one that cancels it in every later output, that of the
/// cancelling one names the cancelled one, and a return says which ticket it modifies; the mark of a duplicate stays.
#[test]
fn the_first_line_says_what_became_of_a_ticket() {
    let (shop, till) = lead_with_shift();
    let sold = till.cash_sale(&["1001"]);
    assert!(!first_line(&till, sold.document_id).contains("ticket n°"));
    let cancelling = cancel(&till, sold.document_id);
    let said = format!("Ce ticket est annulé par le ticket n° {}", cancelling.number);
    assert!(
        first_line(&till, sold.document_id).starts_with(&said),
        "{}",
        first_line(&till, sold.document_id)
    );
    assert!(
        first_line(&till, cancelling.document_id)
            .starts_with(&format!("Ce ticket annule le ticket n° {}", sold.number))
    );
    let partly = till.cash_sale(&["1001", "2108"]);
    let back = take_back(&till, partly.document_id);
    assert!(
        first_line(&till, back.document_id)
            .starts_with(&format!("Ce ticket modifie le ticket n° {}", partly.number))
    );
    assert!(
        !first_line(&till, partly.document_id).contains("ticket n°"),
        "a return leaves its sale's paper alone"
    );
    assert_sound(&shop);
}

/// The same in English, for a customer who reads it: language is signed with the ticket.
#[test]
fn the_first_line_is_in_the_language_of_the_ticket() {
    let (_shop, till) = lead_with_shift();
    let customer = new_customer(&till, "John Smith");
    let mut file: Value = till.ask("customer_account", json!({ "customer_id": customer.id }));
    let file = file["file"].take();
    let mut save = file;
    save["language"] = json!("en");
    let _: CustomerFile = till.ask("customer_save", save);
    till.scan("1001");
    let _: SaleView = till.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(customer.id) });
    till.pay(PaymentKind::Cash, None);
    let sold = till.validate();
    let cancelling = cancel(&till, sold.document_id);
    assert!(
        first_line(&till, sold.document_id)
            .contains(&format!("This ticket is cancelled by ticket no. {}", cancelling.number))
    );
    assert!(
        first_line(&till, cancelling.document_id)
            .contains(&format!("This ticket cancels ticket no. {}", sold.number))
    );
}

/// A printed duplicate of a cancelled ticket has both marks: what became of it, and that it is a copy.
#[test]
fn a_duplicate_of_a_cancelled_ticket_has_both_marks() {
    let (shop, till) = lead_with_shift();
    let printer = with_printer(&shop, "C01");
    let sold = till.cash_sale(&["1001"]);
    till.print(sold.document_id);
    wait_until_printed(&till);
    let cancelling = cancel(&till, sold.document_id);
    till.print(sold.document_id);
    wait_until_printed(&till);
    let jobs = printer.wait_for_jobs(2, std::time::Duration::from_secs(10));
    let papers: Vec<&str> =
        jobs.iter().map(|j| j.text.as_str()).filter(|t| t.contains("TOTAL TTC")).collect();
    assert!(!papers[0].contains("annulé"), "it was not cancelled yet");
    let copy = papers.last().unwrap();
    let first: String = copy.trim_start().lines().take(3).collect::<Vec<_>>().join(" ");
    assert!(
        first.contains("Ce ticket est annulé par le ticket n°") && first.contains(&cancelling.number),
        "{copy}"
    );
    assert!(copy.contains("DUPLICATA n° 1"), "{copy}");
}
