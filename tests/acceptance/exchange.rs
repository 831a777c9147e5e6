//! Exchange: articles brought back that pay for the sale in progress (RET-01, C-13).

mod free;
mod random;
mod refusals;
mod waiting;

use api::types::{Empty, ExchangeStart, ExchangeValidate, Refund, ReturnLine, SaleDone, SaleView};
use domain::ids::DocumentId;
use domain::money::{Money, Quantity};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till};

use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::{open, text_of};

/// A French shop with articles of 12.00 («DOUZE»), 20.00 and 30.00 €, and somebody who may refund at C01 with an open
/// shift and 100.00 € in the drawer.
fn lead_with_shift() -> (TestShop, Till) {
    let shop = TestShop::france();
    stock_up(&shop, "TVA 20 %");
    let till = shop.till(Role::LeadCashier, "C01");
    till.open_shift(100_00);
    (shop, till)
}

fn stock_up(shop: &TestShop, tax: &str) {
    let manager = shop.till(Role::Manager, "C02");
    for (code, cents) in [("DOUZE", 12_00), ("VINGT", 20_00), ("TRENTE", 30_00)] {
        manager.new_article(code, cents, tax);
    }
}

/// So many units of each line, by position, back to stock.
fn taken(lines: &[(u32, i64)]) -> Vec<ReturnLine> {
    let line =
        |(n, units): &(u32, i64)| ReturnLine { n: *n, quantity: Quantity::units(*units), restock: true };
    lines.iter().map(line).collect()
}

fn bringing(document_id: DocumentId, lines: &[(u32, i64)]) -> ExchangeStart {
    ExchangeStart { document_id, lines: taken(lines), reason: "taille".to_owned() }
}

fn start(till: &Till, document: DocumentId, lines: &[(u32, i64)]) -> SaleView {
    till.ask("exchange_start", bringing(document, lines))
}

fn refund(till: &Till, kind: PaymentKind) -> Refund {
    Refund { method_id: till.method(kind), card_last4: None }
}

/// The last step of an exchange in which nothing is left to pay.
const fn giving_back(refund: Option<Refund>) -> ExchangeValidate {
    ExchangeValidate { refund, print: false, seen: None }
}

/// Return tickets in all shifts.
fn returns(shop: &TestShop) -> u32 {
    let answer = &testkit::raw::sql(&shop.database(), &["SELECT sum(returns) FROM shift"])[0];
    serde_json::from_str::<Vec<[u32; 1]>>(answer).unwrap()[0][0]
}

/// RET-01: a returned article of 20 pays for one of 30. Two tickets that name each other, 10 in cash, stock and VAT of
/// both, and nothing in the shift's methods but the cash.
#[test]
fn an_article_pays_for_another_and_the_rest_is_paid() {
    let (shop, till) = lead_with_shift();
    till.scan_units("VINGT", 2);
    let sold = till.cash_sale(&["1703"]);
    let stock = till.article("1703").stock;
    till.scan("TRENTE");
    let view = start(&till, sold.document_id, &[(1, 1), (2, 1)]);
    let pending = view.exchange.unwrap();
    assert_eq!((pending.number, pending.articles), (Some(sold.number.clone()), 2));
    assert_eq!(pending.lines.len(), 2);
    assert_eq!(
        (pending.total, pending.credit, pending.give_back),
        (sold.total - Money(20_00), pending.total, None)
    );
    assert_eq!(view.due, Money(30_00) - pending.total);
    assert_eq!(view.quick_cash[0], view.due, "one tap pays the difference");

    let before = till.report();
    let done = till.cash_sale(&[]);
    let back = done.exchange.clone().unwrap();
    assert_eq!((back.total, back.exchanged, back.given_back), (pending.total, pending.total, Money(0)));
    assert_eq!(follows(&back.number), done.number, "the return is the ticket before");
    let tenders: Vec<_> = done.tenders.iter().map(|t| (t.kind, t.amount)).collect();
    let rest = Money(30_00) - pending.total;
    assert_eq!(tenders, [(PaymentKind::Exchange, pending.total), (PaymentKind::Cash, rest)]);
    assert_eq!(till.sale().exchange, None);

    let report = till.report();
    assert_eq!(report.expected_cash, before.expected_cash + rest);
    assert_eq!(report.total, before.total + rest, "turnover: what was bought less what came back");
    assert_eq!((report.shift.tickets, returns(&shop)), (2, 1));
    let kinds: Vec<_> = report.methods.iter().map(|m| m.kind).collect();
    assert_eq!(kinds, [PaymentKind::Cash], "an exchange brings nothing in");
    assert!(stock.is_some(), "managed in stock");
    assert_eq!(till.article("1703").stock, stock.map(|q| Quantity(q.0 + Quantity::ONE.0)));
    both_name_each_other(&till, &done);
    assert_sound(&shop);
    assert_replays(&shop);
}

fn follows(number: &str) -> String {
    let (prefix, n) = number.split_at(number.len() - 8);
    format!("{prefix}{:08}", n.parse::<u32>().unwrap() + 1)
}

fn both_name_each_other(till: &Till, done: &SaleDone) {
    let back = done.exchange.as_ref().unwrap();
    let (sale, returned) = (open(till, done.document_id), open(till, back.document_id));
    assert_eq!(sale.exchange.map(|d| d.id), Some(back.document_id));
    assert_eq!(returned.exchange.map(|d| d.id), Some(done.document_id));
    assert!(!sale.cancellable && !returned.cancellable);
    for (document, other) in [(done.document_id, &back.number), (back.document_id, &done.number)] {
        let paper = text_of(till, document);
        assert!(paper.contains("Échange") && paper.contains(other.as_str()), "{paper}");
    }
}

/// RET-01: an article of 30 brought back for one of 12 gives 18 by the method chosen; for one of 30, one key finishes.
#[test]
fn what_is_left_of_the_articles_is_given_back() {
    let (shop, till) = lead_with_shift();
    till.scan_units("TRENTE", 3);
    let sold = till.cash_sale(&[]).document_id;
    let drawer = till.report().expected_cash;

    till.scan("DOUZE");
    let view = start(&till, sold, &[(1, 1)]);
    assert_eq!((view.due, view.quick_cash.len()), (Money(-18_00), 0));
    let back = view.exchange.unwrap().give_back.unwrap();
    assert_eq!((back.amount, back.in_cash, back.drawer_short), (Money(18_00), Money(18_00), false));
    let kinds: Vec<_> = back.methods.iter().map(|m| m.kind).collect();
    assert_eq!(kinds, [PaymentKind::Cash, PaymentKind::CardStandalone], "no credit without customer");
    let done: SaleDone = till.ask("exchange_validate", giving_back(Some(refund(&till, PaymentKind::Cash))));
    let back = done.exchange.clone().unwrap();
    assert_eq!((back.exchanged, back.given_back, done.change), (Money(12_00), Money(18_00), Money(0)));
    assert_eq!(till.report().expected_cash, drawer - Money(18_00));
    let returned = open(&till, back.document_id);
    let paid: Vec<_> = returned.payments.iter().map(|p| (p.kind, p.amount)).collect();
    assert_eq!(paid, [(PaymentKind::Exchange, Money(-12_00)), (PaymentKind::Cash, Money(-18_00))]);

    till.scan("DOUZE");
    start(&till, sold, &[(1, 1)]);
    let mut card = refund(&till, PaymentKind::CardStandalone);
    card.card_last4 = Some("4242".to_owned());
    let done: SaleDone = till.ask("exchange_validate", giving_back(Some(card)));
    assert_eq!(done.exchange.unwrap().refunds[0].detail, "•••• 4242");

    till.scan("TRENTE");
    let view = start(&till, sold, &[(1, 1)]);
    let back = view.exchange.unwrap().give_back.unwrap();
    assert_eq!((view.due, back.amount, back.methods.len()), (Money(0), Money(0), 0));
    let done: SaleDone = till.ask("exchange_validate", giving_back(None));
    assert_eq!(done.tenders.len(), 1, "the exchange alone");
    assert_eq!(till.report().expected_cash, drawer - Money(18_00), "no money moved");
    assert_sound(&shop);
    assert_replays(&shop);
}

/// RET-01: what was bought in an exchange is bought: it may come back in turn, and pay for something else again.
#[test]
fn an_exchanged_article_may_be_exchanged_again() {
    let (shop, till) = lead_with_shift();
    let mut last = till.cash_sale(&["DOUZE"]).document_id;
    for code in ["VINGT", "TRENTE", "VINGT"] {
        till.scan(code);
        let view = start(&till, last, &[(1, 1)]);
        let refund = (view.due < Money(0)).then(|| refund(&till, PaymentKind::Cash));
        let done: SaleDone = match refund {
            Some(_) => till.ask("exchange_validate", giving_back(refund)),
            None => till.cash_sale(&[]),
        };
        last = done.document_id;
    }
    let report = till.report();
    assert_eq!((report.total, report.expected_cash), (Money(20_00), Money(120_00)), "he keeps one of 20");
    assert_sound(&shop);
}

/// A sale on account that comes back pays for nothing but what was paid of it; the rest is no longer owed.
#[test]
fn what_was_never_paid_pays_for_nothing() {
    let (shop, till) = lead_with_shift();
    let customer = crate::world::new_customer(&till, "Durand");
    till.scan("TRENTE");
    let named = api::types::SaleSetCustomer { customer_id: Some(customer.id) };
    let _: SaleView = till.ask("sale_set_customer", named);
    till.pay(PaymentKind::Cash, Some(10_00));
    let unpaid = api::types::SaleValidate { payment: None, leave_unpaid: true, print: false, seen: None };
    let sold: SaleDone = till.ask("sale_validate", unpaid);

    till.scan("DOUZE");
    let view = start(&till, sold.document_id, &[(1, 1)]);
    let pending = view.exchange.unwrap();
    assert_eq!((pending.total, pending.credit, view.due), (Money(30_00), Money(10_00), Money(2_00)));
    till.cash_sale(&[]);
    let question = api::types::CustomerRef { customer_id: customer.id };
    let account: api::types::CustomerAccount = till.ask("customer_account", question);
    assert_eq!((account.owed, account.credit), (Money(0), Money(0)));
    assert_eq!(till.report().expected_cash, Money(112_00));
    assert_sound(&shop);
    assert_replays(&shop);
}

/// In Québec only the money that moves is rounded: the difference, once, whichever way it goes.
#[test]
fn quebec_rounds_the_difference_only() {
    let shop = TestShop::quebec();
    stock_up(&shop, "TPS + TVQ");
    let till = shop.till(Role::LeadCashier, "C01");
    till.open_shift(100_00);
    let by_card = |code: &str| {
        till.scan(code);
        till.pay(PaymentKind::CardStandalone, None);
        till.validate()
    };
    let (dear, cheap) = (by_card("TRENTE"), by_card("DOUZE"));
    assert_eq!((dear.total, cheap.total), (Money(34_49), Money(13_80)));

    till.scan("DOUZE");
    let view = start(&till, dear.document_id, &[(1, 1)]);
    let back = view.exchange.unwrap().give_back.unwrap();
    assert_eq!((back.amount, back.in_cash), (Money(20_69), Money(20_70)));
    let done: SaleDone = till.ask("exchange_validate", giving_back(Some(refund(&till, PaymentKind::Cash))));
    assert_eq!(done.exchange.unwrap().given_back, Money(20_70));
    assert_eq!(done.tenders[0].rounding, Money(0), "what is exchanged is exact");
    assert_eq!(till.report().expected_cash, Money(79_30));

    till.scan("TRENTE");
    let view = start(&till, cheap.document_id, &[(1, 1)]);
    assert_eq!((view.due, view.due_in_cash), (Money(20_69), Money(20_70)));
    till.cash_sale(&[]);
    let report = till.report();
    assert_eq!((report.expected_cash, report.rounding), (Money(100_00), Money(0)), "there and back");
    assert_sound(&shop);
}

/// A cash refund beyond what the drawer holds, as far as the till knows, is warned of and not refused.
#[test]
fn a_drawer_that_holds_too_little_is_warned_of() {
    let (shop, till) = lead_with_shift();
    let other = shop.till(Role::LeadCashier, "C02");
    other.open_shift(17_99);
    other.scan("TRENTE");
    other.pay(PaymentKind::CardStandalone, None);
    let sold = other.validate().document_id;
    let check = api::types::ReturnCheck { document_id: sold, lines: taken(&[(1, 1)]) };
    let short = |till: &Till| -> bool {
        let checked: api::types::ReturnChecked = till.ask("return_check", &check);
        checked.drawer_short
    };
    assert_eq!((short(&other), short(&till)), (true, false), "17.99 and 100.00 in the drawer, 30.00 to give");
    let back = |view: SaleView| view.exchange.unwrap().give_back.unwrap().drawer_short;
    other.scan("DOUZE");
    assert!(back(start(&other, sold, &[(1, 1)])), "18.00 to give");
    other.ask::<SaleView>("exchange_remove", Empty {});
    other.scan("DOUZE");
    assert!(!back(start(&other, sold, &[(1, 1)])), "6.00 to give");
    let _: SaleDone = other.ask("exchange_validate", giving_back(Some(refund(&other, PaymentKind::Cash))));
    assert_sound(&shop);
}

/// Printed with the sale, both tickets come out, the return first.
#[test]
fn both_tickets_are_printed() {
    let (shop, till) = lead_with_shift();
    let _printer = crate::world::with_printer(&shop, "C01");
    let sold = till.cash_sale(&["TRENTE"]).document_id;
    till.scan("TRENTE");
    start(&till, sold, &[(1, 1)]);
    let wanted = ExchangeValidate { print: true, ..giving_back(None) };
    let done: SaleDone = till.ask("exchange_validate", wanted);
    let jobs = [done.exchange.unwrap().print_job, done.print_job].map(|job| job.unwrap());
    assert!(jobs[0].id < jobs[1].id, "in the order of their numbers");
    crate::world::wait_until_printed(&till);
    for document in [done.document_id, open(&till, done.document_id).exchange.unwrap().id] {
        assert_eq!(open(&till, document).row.prints, 1);
    }
}
