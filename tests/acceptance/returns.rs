//! RET: returns, refunds and cancellations.

use api::types::{
    CreditAdd, CustomerAccount, CustomerRef, DiscountInput, DocumentCancel, DocumentDetail,
    DocumentOperation, DocumentRef, FreeReturn, FreeReturnCheck, FreeReturnLine, Refund, ReturnCheck,
    ReturnChecked, ReturnLine, ReturnValidate, SaleDone, SaleSetCustomer, SaleSetDiscount, SaleValidate,
    SaleView,
};
use api::{Fault, FaultCode};
use domain::cart::Reduction;
use domain::ids::DocumentId;
use domain::money::{Money, Quantity, Rate};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till};

use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::{Random, approval, new_customer, refuses};

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

/// RET-01: a discounted ticket returned article by article gives back exactly what was paid, tax by tax.
#[test]
fn the_price_really_paid_comes_back() {
    for shop in [TestShop::france(), TestShop::quebec()] {
        let till = shop.till(Role::Manager, "C01");
        till.open_shift(500_00);
        let mut random = Random::new(7);
        for _ in 0..6 {
            let sale = discounted_sale(&till, &mut random);
            let mut given = Money(0);
            for n in returned_units(&till, sale.document_id, &mut random) {
                let request = returning(&till, sale.document_id, &[(n, 1)], PaymentKind::CardStandalone);
                let done: SaleDone = till.ask("return_validate", request);
                given += -done.total;
                assert!(done.total <= Money(0) && given <= sale.total, "{given:?} of {:?}", sale.total);
            }
            assert_eq!(given, sale.total, "to the cent");
            let again = returning(&till, sale.document_id, &[(1, 1)], PaymentKind::Cash);
            assert_eq!(till.refused("return_validate", again).code, FaultCode::ReturnExceedsSold);
        }
        let report = till.report();
        assert_eq!((report.total, report.net), (Money(0), Money(0)));
        assert!(report.taxes.iter().all(|t| (t.base, t.amount, t.gross) == (Money(0), Money(0), Money(0))));
        assert_sound(&shop);
        assert_replays(&shop);
    }
}

/// A sale of some articles, some of them several times, with a discount on the whole.
fn discounted_sale(till: &Till, random: &mut Random) -> SaleDone {
    let articles: Vec<String> = {
        let search =
            api::types::CatalogueSearch { text: String::new(), department_id: None, offset: 0, limit: 60 };
        let page: api::types::ArticlePage = till.ask("catalogue_search", search);
        page.rows.into_iter().filter(|a| domain::cart::is_sold_by_piece(&a.unit)).map(|a| a.code).collect()
    };
    for _ in 0..=random.below(4) {
        let code = &articles[usize::try_from(random.below(articles.len() as u64)).unwrap()];
        till.scan_units(code, 1 + i64::try_from(random.below(4)).unwrap());
    }
    let rate = Rate(1_000 + i64::try_from(random.below(60_000)).unwrap());
    let discount =
        Some(DiscountInput { reduction: Reduction::Percent { rate }, reason: "soldes".to_owned() });
    let _: SaleView = till.ask("sale_set_discount", SaleSetDiscount { discount });
    till.pay(PaymentKind::CardStandalone, None);
    till.validate()
}

/// Each unit of each line of a sale once, by position, in some order.
fn returned_units(till: &Till, document: DocumentId, random: &mut Random) -> Vec<u32> {
    let mut units = Vec::new();
    for line in open(till, document).lines {
        for _ in 0..line.returnable.0 / Quantity::ONE.0 {
            let at = usize::try_from(random.below(units.len() as u64 + 1)).unwrap();
            units.insert(at, line.n);
        }
    }
    units
}

/// RET-02: without the ticket a plain seller is refused; with the right and a reason the article comes back at the
/// price of today, and a supervisor may approve it on the spot.
#[test]
fn without_ticket_a_right_and_a_reason_are_needed() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    till.open_shift(100_00);
    let article = till.article("2101");
    let line = FreeReturnLine { article_id: article.id, quantity: Quantity::ONE, restock: true };
    let request = FreeReturn {
        lines: vec![line],
        customer_id: None,
        reason: "ticket perdu".to_owned(),
        refund: refund(&till, PaymentKind::Cash),
        print: false,
    };
    let question = FreeReturnCheck { lines: request.lines.clone(), customer_id: None };
    let price = article.unit_price.times(Quantity::ONE).unwrap();
    let checked: ReturnChecked = till.ask("return_free_check", question);
    assert_eq!(
        (checked.total, checked.due, checked.total_in_cash),
        (price, price, price),
        "anybody who sells may ask"
    );
    let fault = refuses(&shop, FaultCode::PermissionDenied, || till.refused("return_free", &request));
    assert_eq!(fault.params["permission"], "refund_freely");
    let lead = till.approved_by(approval(&shop, Role::LeadCashier));
    let fault = lead.call::<SaleDone>("return_free", &request).unwrap_err();
    assert_eq!(fault.code, FaultCode::PermissionDenied, "a lead cashier may not either");
    let manager = till.approved_by(approval(&shop, Role::Manager));
    let silent = FreeReturn { reason: String::new(), ..request.clone() };
    refuses(&shop, FaultCode::ReasonRequired, || {
        manager.call::<SaleDone>("return_free", silent).unwrap_err()
    });
    let nothing = FreeReturn { lines: Vec::new(), ..request.clone() };
    refuses(&shop, FaultCode::NothingToReturn, || {
        manager.call::<SaleDone>("return_free", nothing).unwrap_err()
    });
    let done: SaleDone = manager.call("return_free", &request).unwrap();
    assert_eq!(done.total, -price);
    assert_eq!(till.article("2101").stock, article.stock.map(|q| Quantity(q.0 + Quantity::ONE.0)));
    let detail = open(&till, done.document_id);
    assert_eq!((detail.origin, detail.cancellable), (None, false));
    let correct = cancelling(done.document_id);
    let lead = shop.till(Role::LeadCashier, "C01");
    refuses(&shop, FaultCode::DocumentNotASale, || lead.refused("document_cancel", correct));
    assert_sound(&shop);
    assert_replays(&shop);
}

/// RET-02: the ticket can be recalled, but taking articles back against it is a right too; a supervisor approves.
#[test]
fn a_cashier_returns_with_approval() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    till.open_shift(100_00);
    let sale = till.cash_sale(&["2101"]).document_id;
    let request = returning(&till, sale, &[(1, 1)], PaymentKind::Cash);
    refuses(&shop, FaultCode::PermissionDenied, || till.refused("return_validate", &request));
    refuses(&shop, FaultCode::PermissionDenied, || till.refused("document_cancel", cancelling(sale)));
    let approved = till.approved_by(approval(&shop, Role::LeadCashier));
    let done: SaleDone = approved.call("return_validate", request).unwrap();
    let by = "SELECT json_extract(payload, '$.by.approved_by') IS NOT NULL FROM op WHERE kind = 60 ORDER BY dseq DESC LIMIT 1";
    assert_eq!(testkit::raw::sql(&shop.database(), &[by]), ["[[1]]"], "the log names who approved");
    assert_eq!(open(&till, done.document_id).row.user, till.session.user.name);
}

/// A cancelled ticket is reversed whole: lines, taxes, each payment, stock; once, and not after a return.
#[test]
fn a_cancellation_reverses_the_ticket() {
    let (shop, till) = lead_with_shift();
    let before = (till.report(), till.article("2101").stock);
    till.scan_units("2101", 2);
    till.scan("1001");
    till.pay(PaymentKind::CardStandalone, Some(5_00));
    let payment = Some(till.payment(PaymentKind::Cash, Some(200_00)));
    let request = SaleValidate { payment, leave_unpaid: false, print: false, seen: None };
    let sale: SaleDone = till.ask("sale_validate", request);
    assert!(sale.change > Money(0));
    assert!(open(&till, sale.document_id).cancellable);
    let done: SaleDone = till.ask("document_cancel", cancelling(sale.document_id));
    assert_eq!(done.total, -sale.total);
    let report = till.report();
    assert_eq!(
        (report.total, report.net, report.expected_cash),
        (Money(0), Money(0), before.0.expected_cash)
    );
    assert!(report.methods.iter().all(|m| m.total == Money(0)) && report.methods.len() == 2);
    assert_eq!(till.article("2101").stock, before.1);
    let paper = text_of(&till, done.document_id);
    assert!(paper.contains("ANNULATION"), "{paper}");
    assert!(paper.contains(&format!("Ce ticket annule le ticket n° {}", sale.number)), "{paper}");
    let origin = text_of(&till, sale.document_id);
    assert!(origin.contains(&format!("Ce ticket est annulé par le ticket n° {}", done.number)), "{origin}");

    let refused = |code, id| refuses(&shop, code, || till.refused("document_cancel", cancelling(id)));
    refused(FaultCode::DocumentCancelled, sale.document_id);
    refused(FaultCode::DocumentNotASale, done.document_id);
    let returning_it = returning(&till, sale.document_id, &[(1, 1)], PaymentKind::Cash);
    refuses(&shop, FaultCode::DocumentCancelled, || till.refused("return_validate", returning_it));
    till.scan_units("1001", 2);
    let other = till.cash_sale(&[]).document_id;
    let _: SaleDone = till.ask("return_validate", returning(&till, other, &[(1, 1)], PaymentKind::Cash));
    refused(FaultCode::DocumentReturned, other);
    assert!(!open(&till, other).cancellable);
    assert_sound(&shop);
    assert_replays(&shop);
}

/// SHF-24: without an open shift nothing is given back, cancelled or taken back freely.
#[test]
fn no_refund_without_a_shift() {
    let (shop, till) = lead_with_shift();
    let sale = till.cash_sale(&["2101"]).document_id;
    let manager = shop.till(Role::Manager, "C02");
    let article_id = till.article("2101").id;
    let line = FreeReturnLine { article_id, quantity: Quantity::ONE, restock: true };
    let freely = FreeReturn {
        lines: vec![line],
        customer_id: None,
        reason: "essai".to_owned(),
        refund: refund(&manager, PaymentKind::Cash),
        print: false,
    };
    let wanted = returning(&manager, sale, &[(1, 1)], PaymentKind::Cash);
    let refused = FaultCode::ShiftRequired;
    refuses(&shop, refused, || manager.refused("return_validate", wanted));
    refuses(&shop, refused, || manager.refused("return_free", freely));
    refuses(&shop, refused, || manager.refused("document_cancel", cancelling(sale)));
}

/// What was never paid is not given back: it is no longer owed. The rest may become credit of the named customer.
#[test]
fn an_unpaid_sale_gives_back_no_money() {
    let (shop, till) = lead_with_shift();
    shop.till(Role::Manager, "C02").new_article("DIX", 10_00, "TVA 20 %");
    let customer = new_customer(&till, "Durand");
    till.scan_units("DIX", 3);
    let _: SaleView = till.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(customer.id) });
    till.pay(PaymentKind::Cash, Some(15_00));
    let unpaid = SaleValidate { payment: None, leave_unpaid: true, print: false, seen: None };
    let sale: SaleDone = till.ask("sale_validate", unpaid);
    assert_eq!(sale.unpaid, Money(15_00));
    let account = || -> (Money, Money) {
        let a: CustomerAccount = till.ask("customer_account", CustomerRef { customer_id: customer.id });
        (a.owed, a.credit)
    };
    assert_eq!(account(), (Money(15_00), Money(0)));
    let step = |kind| -> SaleDone {
        till.ask("return_validate", returning(&till, sale.document_id, &[(1, 1)], kind))
    };
    let drawer = till.report().expected_cash;
    step(PaymentKind::Cash);
    assert_eq!((account(), till.report().expected_cash), ((Money(5_00), Money(0)), drawer));
    step(PaymentKind::Cash);
    assert_eq!((account(), till.report().expected_cash), ((Money(0), Money(0)), drawer - Money(5_00)));
    step(PaymentKind::Credit);
    assert_eq!((account(), till.report().expected_cash), ((Money(0), Money(10_00)), drawer - Money(5_00)));
    assert_sound(&shop);
    assert_replays(&shop);
}

/// Two workstations take back the same articles at the same moment: together never more than was sold.
#[test]
fn two_workstations_cannot_return_the_same_article_twice() {
    const SOLD: i64 = 5;
    let shop = TestShop::france();
    let tills = ["C01", "C02"].map(|code| shop.till(Role::LeadCashier, code));
    tills.iter().for_each(|till| drop(till.open_shift(500_00)));
    tills[0].scan_units("2102", SOLD);
    let sale = tills[0].cash_sale(&[]).document_id;
    let stock = tills[0].article("2102").stock.unwrap();
    let returned: usize = std::thread::scope(|scope| {
        let take_back = |till: &Till| -> usize {
            let attempt = || {
                let request = returning(till, sale, &[(1, 1)], PaymentKind::Cash);
                let answer: Result<SaleDone, Fault> = till.client.call("return_validate", request);
                answer.map_err(|fault| assert_eq!(fault.code, FaultCode::ReturnExceedsSold)).is_ok()
            };
            (0..SOLD).filter(|_| attempt()).count()
        };
        let threads = tills.each_ref().map(|till| scope.spawn(move || take_back(till)));
        threads.into_iter().map(|t| t.join().unwrap()).sum()
    });
    assert_eq!(returned, usize::try_from(SOLD).unwrap());
    assert_eq!(tills[0].article("2102").stock, Some(Quantity(stock.0 + SOLD * Quantity::ONE.0)));
    assert_eq!(open(&tills[0], sale).lines[0].returnable, Quantity(0));
    assert_eq!(tills.iter().map(|t| t.report().total.0).sum::<i64>(), 0);
    assert_sound(&shop);
}

/// In Québec cash is given back in coins that exist, and the rounding is counted beside the turnover.
#[test]
fn quebec_gives_back_rounded_cash() {
    let shop = TestShop::quebec();
    let till = shop.till(Role::LeadCashier, "C01");
    till.open_shift(100_00);
    shop.till(Role::Manager, "C02").new_article("CENT", 1_07, "TPS + TVQ");
    till.scan("CENT");
    till.pay(PaymentKind::CardStandalone, None);
    let sale = till.validate();
    assert_eq!(sale.total, Money(1_23), "1.07 + 0.05 + 0.11");
    let check = ReturnCheck { document_id: sale.document_id, lines: taken(&[(1, 1)]) };
    let checked: ReturnChecked = till.ask("return_check", check);
    assert_eq!((checked.total, checked.total_in_cash), (Money(1_23), Money(1_25)));
    let _: SaleDone =
        till.ask("return_validate", returning(&till, sale.document_id, &[(1, 1)], PaymentKind::Cash));
    let report = till.report();
    assert_eq!((report.total, report.expected_cash, report.rounding), (Money(0), Money(98_75), Money(-2)));
    assert_sound(&shop);
}
