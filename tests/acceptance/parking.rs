//! Sales put aside and recalled (C-14).

use api::FaultCode;
use api::types::{
    ArticleView, Empty, ParkedRef, ParkedSale, PaymentRemove, SalePark, SaleSetCustomer, SaleView,
    ShiftCheck, ShiftChecked,
};
use domain::ids::CartId;
use domain::money::{Money, UnitPrice};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till, raw};
use uuid::Uuid;

use crate::world::{cashier_with_shift, new_customer, refuses};

fn park(till: &Till, label: &str) -> SaleView {
    till.ask("sale_park", SalePark { label: label.to_owned() })
}

fn parked(till: &Till) -> Vec<ParkedSale> {
    till.ask("parked_sales", Empty {})
}

fn recall(till: &Till, cart_id: CartId) -> SaleView {
    till.ask("sale_recall", ParkedRef { cart_id })
}

fn totals(rows: &[ParkedSale]) -> Vec<(&str, Money)> {
    rows.iter().map(|p| (p.label.as_str(), p.total)).collect()
}

/// A parked sale leaves the screen free, is listed for the whole shop with all that tells it from others, and
/// comes back at another workstation with its journal: undo still takes back what was done before.
#[test]
fn a_parked_sale_comes_back_anywhere_with_its_undo() {
    let (shop, till) = cashier_with_shift();
    let customer = new_customer(&till, "Durand");
    till.scan("1001");
    let _: SaleView = till.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(customer.id) });
    let before = till.scan_units("1101", 2);
    let empty = park(&till, " sac rouge ");
    assert_eq!((empty.lines.len(), empty.parked, empty.total), (0, 1, Money(0)));
    shop.clock.advance_s(60);
    till.scan("2108");
    assert_eq!(park(&till, "").parked, 2);

    let rows = parked(&till);
    assert_eq!(totals(&rows), [("sac rouge", before.total), ("", Money(5_90))], "oldest first");
    let first = &rows[0];
    assert_eq!((first.articles, first.customer.as_deref()), (3, Some("Durand")));
    assert_eq!((&first.user, &first.workstation), (&till.session.user.name, &till.workstation().name));
    assert_eq!(rows[1].at_ms - first.at_ms, 60_000);

    let other = shop.till(Role::Manager, "C02");
    assert_eq!(parked(&other), rows, "the list is the shop's");
    assert_eq!(other.sale().parked, 2);
    let back = recall(&other, first.cart_id);
    assert_eq!((back.cart_id, back.parked, back.total), (before.cart_id, 1, before.total));
    assert_eq!((back.lines, back.seller, back.revision), (before.lines, before.seller, before.revision));
    let undone: SaleView = other.ask("sale_undo", Empty {});
    assert_eq!(undone.total, Money(1_30));
    assert_eq!(till.sale().lines.len(), 0, "the till that parked it has a free screen");
    other.open_shift(0);
    assert_eq!(other.cash_sale(&[]).total, Money(1_30));
}

/// What cannot be parked or recalled is refused, and nothing changes.
#[test]
fn what_cannot_be_parked_or_recalled_is_refused() {
    let (shop, till) = cashier_with_shift();
    let ask = || SalePark { label: String::new() };
    refuses(&shop, FaultCode::CartEmpty, || till.refused("sale_park", ask()));
    till.scan("2101");
    refuses(&shop, FaultCode::FieldTooLong, || till.refused("sale_park", SalePark { label: "x".repeat(61) }));
    let tender_id = till.pay(PaymentKind::Cash, Some(5_00)).tenders[0].id;
    refuses(&shop, FaultCode::PaidBeyondTotal, || till.refused("sale_park", ask()));
    let _: SaleView = till.ask("payment_remove", PaymentRemove { tender_id });
    park(&till, "");
    let cart_id = parked(&till)[0].cart_id;
    till.scan("1001");
    let fault =
        refuses(&shop, FaultCode::CartInProgress, || till.refused("sale_recall", ParkedRef { cart_id }));
    assert_eq!(fault.params["workstation"], till.workstation().name.as_str());
    let (open, unknown) = (till.sale().cart_id, CartId(Uuid::from_u128(7)));
    for (command, cart_id) in [("sale_recall", open), ("parked_discard", open), ("sale_recall", unknown)] {
        refuses(&shop, FaultCode::ParkedNotFound, || till.refused(command, ParkedRef { cart_id }));
    }
}

/// A cart without lines does not stand in the way of a recall, and a finished sale leaves the screen for good.
#[test]
fn a_recall_takes_the_place_of_an_empty_cart() {
    let (_shop, till) = cashier_with_shift();
    till.scan("2101");
    park(&till, "");
    let cart_id = parked(&till)[0].cart_id;
    till.cash_sale(&["1001"]);
    let line = till.scan("1001").lines[0].id;
    let _: SaleView = till.ask("sale_remove_line", api::types::SaleLineRef { line_id: line });
    assert_eq!(recall(&till, cart_id).cart_id, cart_id);
    let again = park(&till, "encore");
    assert!(again.done.is_none(), "the sale before does not come back");
    assert_eq!(parked(&till).len(), 1);
}

/// Two tills recall the same parked sale at the same moment: exactly one gets it, the other keeps an empty screen.
#[test]
fn two_tills_cannot_recall_the_same_sale() {
    let shop = TestShop::france();
    let tills = ["C01", "C02"].map(|code| shop.till(Role::Cashier, code));
    for _ in 0..20 {
        tills[0].scan("1001");
        park(&tills[0], "");
        let cart_id = parked(&tills[0])[0].cart_id;
        let outcomes = std::thread::scope(|scope| {
            let threads = tills.each_ref().map(|till| {
                scope.spawn(move || till.client.call::<SaleView>("sale_recall", ParkedRef { cart_id }))
            });
            threads.map(|t| t.join().unwrap())
        });
        let lost: Vec<FaultCode> = outcomes.iter().filter_map(|o| o.as_ref().err()).map(|f| f.code).collect();
        assert_eq!(lost, [FaultCode::ParkedNotFound]);
        let lines = tills.each_ref().map(|till| till.sale().lines.len());
        assert_eq!((lines.iter().sum::<usize>(), parked(&tills[0]).len()), (1, 0));
        for till in tills.iter().filter(|till| !till.sale().lines.is_empty()) {
            let _: SaleView = till.ask("sale_abandon", Empty {});
        }
    }
}

/// Giving a parked sale up leaves the trace that every abandoned sale leaves (JET 320) and counts on the shift.
#[test]
fn a_discarded_sale_leaves_a_trace() {
    let (shop, till) = cashier_with_shift();
    till.scan("2101");
    let total = park(&till, "").total;
    assert_eq!(total, Money(0));
    till.scan("1001");
    park(&till, "");
    let rows = parked(&till);
    let left: Vec<ParkedSale> = till.ask("parked_discard", ParkedRef { cart_id: rows[0].cart_id });
    assert_eq!(left, rows[1..]);
    assert_eq!((till.sale().parked, till.report().abandoned), (1, 1));
    let query =
        "SELECT json_extract(payload, '$.info') FROM fiscal_record WHERE chain = 'JET' AND kind = '320'";
    let info = format!(r#"[["1 lignes, total {}"]]"#, rows[0].total.0);
    assert_eq!(raw::sql(&shop.database(), &[query]), [info]);
}

/// A killed program finds its parked sales again, and a price that changed meanwhile does not reach them.
#[test]
fn parked_sales_survive_a_crash_and_keep_their_prices() {
    let (shop, till) = cashier_with_shift();
    till.scan("1001");
    park(&till, "demain");
    let rows = parked(&till);
    let kept = shop.killed_and_reopened();
    kept.clock.advance_s(86_400);
    let manager = kept.till(Role::Manager, "C01");
    assert_eq!(parked(&manager), rows);
    let article = manager.article("1001");
    let dearer = api::types::ArticleSave {
        unit_price: UnitPrice::from_money(Money(9_99)),
        ..Till::article_save(&article)
    };
    let _: ArticleView = manager.ask("article_save", dearer);
    assert_eq!(recall(&manager, rows[0].cart_id).total, rows[0].total);
    assert_eq!(manager.cash_sale(&[]).total, Money(1_30));
}

/// Parked sales do not keep a shift open: they are nobody's drawer.
#[test]
fn parked_sales_do_not_keep_a_shift_open() {
    let (_shop, till) = cashier_with_shift();
    till.scan("1001");
    park(&till, "");
    let check = ShiftCheck { shift_id: None, counted_cash: Money(100_00) };
    let checked: ShiftChecked = till.ask("shift_check", check);
    assert_eq!((checked.difference, checked.parked), (Money(0), 1), "the closing window tells of them");
    till.close_shift(100_00, "");
    assert_eq!(parked(&till).len(), 1);
}
