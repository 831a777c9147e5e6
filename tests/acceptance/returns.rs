//! RET: returns, refunds and cancellations.

mod amounts;
mod rights;

use api::FaultCode;
use api::types::{
    CreditAdd, CustomerAccount, DocumentCancel, DocumentDetail, DocumentOperation, DocumentRef,
    ExchangeStart, FreeReturn, FreeReturnLine, Refund, ReturnCheck, ReturnChecked, ReturnLine,
    ReturnValidate, SaleDone, SaleSetCustomer, SaleView,
};
use domain::ids::DocumentId;
use domain::money::{Money, Quantity};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till};

use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::{new_customer, refuses};

/// A French shop, and somebody who may refund at C01 with an open shift and 100.00 € in the drawer.
fn lead_with_shift() -> (TestShop, Till) {
    let shop = TestShop::france();
    let till = shop.till(Role::LeadCashier, "C01");
    till.open_shift(100_00);
    (shop, till)
}

fn refund(till: &Till, kind: PaymentKind) -> Refund {
    Refund { method_id: till.method(kind), card_last4: None }
}

/// So many units of each line, by position, back to stock.
fn taken(lines: &[(u32, i64)]) -> Vec<ReturnLine> {
    let line =
        |(n, units): &(u32, i64)| ReturnLine { n: *n, quantity: Quantity::units(*units), restock: true };
    lines.iter().map(line).collect()
}

fn returning(
    till: &Till,
    document_id: DocumentId,
    lines: &[(u32, i64)],
    kind: PaymentKind,
) -> ReturnValidate {
    let (lines, reason) = (taken(lines), "défectueux".to_owned());
    ReturnValidate { document_id, lines, reason, refund: refund(till, kind), print: false }
}

fn cancelling(document_id: DocumentId) -> DocumentCancel {
    DocumentCancel { document_id, reason: "erreur de caisse".to_owned(), print: false }
}

fn open(till: &Till, document_id: DocumentId) -> DocumentDetail {
    till.ask("document_open", DocumentRef { document_id })
}

/// An advance on an account and a sale that credit pays, then a return, a return without ticket and a cancellation.
pub fn corrections_of_a_day(shop: &TestShop, cashier: &Till, after: &mut impl FnMut(&str)) {
    let manager = shop.till(Role::Manager, "C01");
    let customer = new_customer(cashier, "Martin").id;
    after("create another customer");
    let advance = CreditAdd {
        customer_id: customer,
        amount: Money(200_00),
        method_id: Some(manager.method(PaymentKind::Cash)),
        reason: "avance".to_owned(),
    };
    let _: CustomerAccount = manager.ask("credit_add", advance);
    after("advance");
    let mut sales = Vec::new();
    for _ in 0..2 {
        cashier.scan_units("2101", 3);
        let _: SaleView = cashier.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(customer) });
        cashier.pay(PaymentKind::Credit, Some(50_00));
        sales.push(cashier.cash_sale(&[]).document_id);
        after("sale on credit");
    }
    for kind in [PaymentKind::Credit, PaymentKind::Cash] {
        let _: SaleDone = manager.ask("return_validate", returning(&manager, sales[0], &[(1, 1)], kind));
        after("return");
    }
    let bringing = ExchangeStart {
        document_id: sales[0],
        lines: taken(&[(1, 1)]),
        reason: "une autre couleur".to_owned(),
    };
    let _: SaleView = manager.ask("exchange_start", bringing);
    manager.cash_sale(&["2102"]);
    after("exchange");
    let line =
        FreeReturnLine { article_id: manager.article("1001").id, quantity: Quantity::ONE, restock: false };
    let freely = FreeReturn {
        lines: vec![line],
        customer_id: None,
        reason: "ticket perdu".to_owned(),
        refund: refund(&manager, PaymentKind::Cash),
        print: false,
    };
    let _: SaleDone = manager.ask("return_free", freely);
    after("return without ticket");
    let _: SaleDone = manager.ask("document_cancel", cancelling(sales[1]));
    after("cancellation");
}

/// A ticket as one line of words: long ones are folded on paper.
fn text_of(till: &Till, document: DocumentId) -> String {
    let text: String = till.preview(document).lines.into_iter().map(|l| l.text + "\n").collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// RET-01: a returned article of 20 restocks, reverses turnover and VAT, and gives cash: a ticket of its own that
/// names its origin and says why.
#[test]
fn a_return_restocks_reverses_and_gives_cash() {
    let (shop, till) = lead_with_shift();
    let stock = till.article("2102").stock;
    till.scan_units("2102", 3);
    let sale = till.cash_sale(&[]);
    let price = sale.total.0 / 3;
    let sold = till.report();
    let check = ReturnCheck { document_id: sale.document_id, lines: taken(&[(1, 1)]) };
    let checked: ReturnChecked = till.ask("return_check", check);
    assert_eq!((checked.total, checked.total_in_cash), (Money(price), Money(price)));
    assert_eq!(checked.taxes.iter().map(|t| t.gross).sum::<Money>(), Money(price));
    let kinds: Vec<PaymentKind> = checked.methods.iter().map(|m| m.kind).collect();
    assert_eq!(kinds, [PaymentKind::Cash, PaymentKind::CardStandalone], "no credit without customer");

    let done: SaleDone =
        till.ask("return_validate", returning(&till, sale.document_id, &[(1, 1)], PaymentKind::Cash));
    assert_eq!(done.total, Money(-price));
    assert_eq!(till.article("2102").stock, stock.map(|q| Quantity(q.0 - 2 * Quantity::ONE.0)));
    let report = till.report();
    assert_eq!(report.total, Money(sold.total.0 - price));
    let tax = |r: &api::types::ShiftReport| r.taxes.iter().map(|t| t.amount.0).sum::<i64>();
    assert_eq!(tax(&sold) - tax(&report), checked.taxes.iter().map(|t| t.amount.0).sum::<i64>());
    assert_eq!(report.perpetual_total, report.total, "real: sales less returns");
    assert_eq!(perpetual(&shop), (report.total.0, sold.total.0 + price), "absolute: sales and returns");
    assert_eq!((report.shift.tickets, report.average), (1, sale.total), "a return is no sale");

    let detail = open(&till, done.document_id);
    assert_eq!(detail.operation, DocumentOperation::Return);
    assert_eq!(detail.origin.map(|o| o.number), Some(sale.number.clone()));
    assert_eq!(detail.reason.as_deref(), Some("défectueux"));
    assert_eq!((detail.lines[0].quantity, detail.lines[0].total), (Quantity::units(-1), Money(-price)));
    let paper = text_of(&till, done.document_id);
    assert!(paper.contains("RETOUR") && paper.contains(&sale.number), "{paper}");
    assert!(paper.contains("défectueux") && paper.contains("Espèces rendues"), "{paper}");
    let origin = open(&till, sale.document_id);
    assert_eq!(origin.lines[0].returnable, Quantity::units(2));
    assert_eq!(origin.corrections.len(), 1);
    assert_sound(&shop);
    assert_replays(&shop);
}

/// The perpetual totals of all workstations: real and absolute.
fn perpetual(shop: &TestShop) -> (i64, i64) {
    let sum = |name: &str| format!("SELECT sum(value) FROM fiscal_counter WHERE name = '{name}'");
    let answers = testkit::raw::sql(&shop.database(), &[&sum("gtp_real"), &sum("gtp_abs")]);
    let number = |text: &String| serde_json::from_str::<Vec<[i64; 1]>>(text).unwrap()[0][0];
    (number(&answers[0]), number(&answers[1]))
}

/// RET-01: what does not go back to stock is not counted there; the journal has one event for each line (JET 190).
#[test]
fn a_return_may_stay_out_of_stock() {
    let (shop, till) = lead_with_shift();
    let sale = till.cash_sale(&["2102", "2101"]);
    let before = (till.article("2101").stock, till.article("2102").stock);
    let mut request = returning(&till, sale.document_id, &[(1, 1), (2, 1)], PaymentKind::CardStandalone);
    request.lines[0].restock = false;
    request.refund.card_last4 = Some("4242".to_owned());
    let done: SaleDone = till.ask("return_validate", request);
    assert_eq!(till.article("2102").stock, before.1, "thrown away");
    assert_eq!(till.article("2101").stock, before.0.map(|q| Quantity(q.0 + Quantity::ONE.0)));
    assert_eq!(done.tenders[0].detail, "•••• 4242");
    assert_eq!(till.report().expected_cash, Money(100_00 + sale.total.0), "the drawer is as it was");
    let events = "SELECT count(*) FROM fiscal_record WHERE chain = 'JET' AND kind = '190'";
    assert_eq!(testkit::raw::sql(&shop.database(), &[events]), ["[[2]]"]);
}

/// SHF-23: float 100, cash sales 50, cash refund 20: expected cash is 130, and so says the closing.
#[test]
fn a_cash_refund_lowers_the_expected_cash() {
    let (shop, till) = lead_with_shift();
    let manager = shop.till(Role::Manager, "C02");
    manager.new_article("TRENTE", 30_00, "TVA 20 %");
    manager.new_article("VINGT", 20_00, "TVA 5,5 %");
    let sale = till.cash_sale(&["TRENTE", "VINGT"]);
    let _: SaleDone =
        till.ask("return_validate", returning(&till, sale.document_id, &[(2, 1)], PaymentKind::Cash));
    assert_eq!(till.report().expected_cash, Money(130_00));
    let closed = till.close_shift(130_00, "");
    assert_eq!((closed.expected_cash, closed.difference), (Money(130_00), Some(Money(0))));
    assert_sound(&shop);
}

/// RET-01: never more than was sold, over all returns; nothing, too much, a broken piece, a line that is not there
/// and a line named twice are refused, and nothing changes.
#[test]
fn never_more_than_was_sold() {
    let (shop, till) = lead_with_shift();
    till.scan_units("2101", 3);
    let sale = till.cash_sale(&["1001"]).document_id;
    let _: SaleDone = till.ask("return_validate", returning(&till, sale, &[(1, 2)], PaymentKind::Cash));
    let refused =
        |code, request: ReturnValidate| refuses(&shop, code, || till.refused("return_validate", &request));
    let fault = refused(FaultCode::ReturnExceedsSold, returning(&till, sale, &[(1, 2)], PaymentKind::Cash));
    assert!(fault.params["name"].is_string());
    refused(FaultCode::NothingToReturn, returning(&till, sale, &[], PaymentKind::Cash));
    refused(FaultCode::LineNotFound, returning(&till, sale, &[(3, 1)], PaymentKind::Cash));
    refused(FaultCode::QuantityOutOfRange, returning(&till, sale, &[(1, -1)], PaymentKind::Cash));
    refused(FaultCode::BadRequest, returning(&till, sale, &[(1, 1), (1, 1)], PaymentKind::Cash));
    let mut half = returning(&till, sale, &[(1, 1)], PaymentKind::Cash);
    half.lines[0].quantity = Quantity(5_000);
    refused(FaultCode::QuantityNotWhole, half);
    refused(FaultCode::MethodNotOffered, returning(&till, sale, &[(1, 1)], PaymentKind::Cheque));
    refused(FaultCode::CreditCustomerRequired, returning(&till, sale, &[(1, 1)], PaymentKind::Credit));
    let silent =
        ReturnValidate { reason: " ".to_owned(), ..returning(&till, sale, &[(1, 1)], PaymentKind::Cash) };
    refused(FaultCode::ReasonRequired, silent);
}
