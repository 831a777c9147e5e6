//! The return that waits on the sale: undone, removed, parked, killed.

use api::types::{Empty, ParkedRef, ParkedSale, SalePark, SaleView};
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::permission::Role;

use super::{lead_with_shift, returns, start};
use crate::fiscal_chain::assert_sound;

/// C-13: the cart stays open. The return is a step of it: undo takes it off and redo puts it back, a killed program
/// comes back to it, it may be removed, and nothing of all that is a document.
#[test]
fn a_waiting_return_is_part_of_the_cart() {
    let (shop, till) = lead_with_shift();
    let sold = till.cash_sale(&["VINGT"]).document_id;
    let documents = shop.snapshot()["document"].len();
    till.scan("TRENTE");
    let view = start(&till, sold, &[(1, 1)]);
    assert_eq!(view.due, Money(10_00));
    let undone: SaleView = till.ask("sale_undo", Empty {});
    assert_eq!((undone.exchange, undone.due, undone.lines.len()), (None, Money(30_00), 1));
    let redone: SaleView = till.ask("sale_redo", Empty {});
    assert_eq!((&redone.exchange, redone.due), (&view.exchange, view.due));
    till.scan("DOUZE");

    let revived = shop.killed_and_reopened();
    let again = revived.till(Role::LeadCashier, "C01");
    let back = again.sale();
    assert_eq!((&back.exchange, back.due, back.lines.len()), (&view.exchange, Money(22_00), 2));
    assert_eq!(again.cash_sale(&[]).exchange.unwrap().exchanged, Money(20_00));
    assert_sound(&revived);

    let removed: SaleView = till.ask("exchange_remove", Empty {});
    assert_eq!((removed.exchange, removed.due), (None, Money(42_00)));
    assert_eq!(shop.snapshot()["document"].len(), documents);
    till.cash_sale(&[]);
    assert_sound(&shop);
}

/// A sale is parked with the return that waits on it, even before anything was scanned, and the workstation that
/// recalls it seals both.
#[test]
fn a_parked_sale_keeps_its_return() {
    let (shop, till) = lead_with_shift();
    let sold = till.cash_sale(&["VINGT"]).document_id;
    let waiting = start(&till, sold, &[(1, 1)]);
    assert_eq!(waiting.due, Money(-20_00), "nothing is bought yet");
    let parked: SaleView = till.ask("sale_park", SalePark { label: "échange".to_owned() });
    assert_eq!((parked.exchange, parked.parked), (None, 1));

    let other = shop.till(Role::Cashier, "C02");
    other.open_shift(50_00);
    let rows: Vec<ParkedSale> = other.ask("parked_sales", Empty {});
    let back: SaleView = other.ask("sale_recall", ParkedRef { cart_id: rows[0].cart_id });
    assert_eq!(back.exchange, waiting.exchange);
    other.scan("TRENTE");
    let done = other.cash_sale(&[]);
    assert_eq!(done.exchange.unwrap().total, Money(20_00), "approved where it was put on the sale");
    assert_eq!(other.report().expected_cash, Money(60_00));
    assert_eq!((till.report().total, other.report().total), (Money(20_00), Money(10_00)));
    assert_sound(&shop);
}

/// A sale that is given up leaves the articles where they are: with the customer.
#[test]
fn an_abandoned_sale_drops_its_return() {
    let (shop, till) = lead_with_shift();
    let sold = till.cash_sale(&["VINGT"]).document_id;
    start(&till, sold, &[(1, 1)]);
    till.scan("DOUZE");
    let empty: SaleView = till.ask("sale_abandon", Empty {});
    assert_eq!((empty.exchange, empty.lines.len()), (None, 0));
    assert_eq!(returns(&shop), 0);
    till.scan("VINGT");
    start(&till, sold, &[(1, 1)]);
    till.scan("DOUZE");
    till.pay(PaymentKind::CardStandalone, None);
    assert_eq!(till.validate().exchange.unwrap().exchanged, Money(20_00));
    assert_sound(&shop);
}
