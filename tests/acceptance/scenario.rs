//! A day of work at two workstations that makes every kind of operation at least once.

use std::sync::OnceLock;

use api::types::{
    ArticleSave, ArticleView, CashMove, CustomerRef, DocumentRow, DrawerOpen, Empty, LayoutGenerate,
    LayoutSummary, MissingAdd, MissingRef, MissingView, PrintJobView, SaleDone, SaleResolveCode,
    SaleSetCustomer, SaleSetNote, SaleSetSeller, SaleValidate, SaleView, ShiftRef, ShiftReport, ShiftView,
    UserSave, UserView, WorkstationSave, WorkstationView,
};
use app::Clock as _;
use domain::money::{Money, Quantity, UnitPrice};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{Files, TestShop, Till};

use crate::layouts::import_articles;
use crate::world::{new_customer, wait_until_printed, with_printer};

/// A French shop after a day of work. The day is worked once and copied.
pub fn finished_day() -> TestShop {
    static WORKED: OnceLock<(Files, i64)> = OnceLock::new();
    let (files, now_ms) = WORKED.get_or_init(|| {
        let shop = TestShop::france();
        day(&shop, |_| {});
        (shop.files(), shop.clock.now_ms())
    });
    TestShop::of(files, *now_ms)
}

/// Works a day at a French shop; `after` is called with the name of each step.
pub fn day(shop: &TestShop, mut after: impl FnMut(&str)) {
    let _printer = with_printer(shop, "C01");
    after("set up the printer");
    let (cashier, manager) = (shop.till(Role::Cashier, "C01"), shop.till(Role::Manager, "C02"));
    after("enter");
    master_data(&manager, &mut after);
    cashier.open_shift(100_00);
    after("open C01");
    manager.open_shift(50_00);
    after("open C02");
    sales(shop, &cashier, &manager, &mut after);
    cash(shop, &cashier, &mut after);
    prints(shop, &cashier, &mut after);
    close(&cashier, &manager, &mut after);
}

fn master_data(manager: &Till, after: &mut impl FnMut(&str)) {
    let article = manager.new_article("NEUF", 12_34, "TVA 10 %");
    after("create an article");
    let dearer = ArticleSave { unit_price: UnitPrice(13_5000_00), ..Till::article_save(&article) };
    let _: ArticleView = manager.ask("article_save", dearer);
    after("change its price");
    crate::promotions::prices_of_a_day(manager, &article, after);
    import_articles(
        manager,
        "code;nom;rayon;prix;tva;stock\n9001;Sirop;Sirops;4,20;5,5;12\n1001;Baguette;Pains;1,35;5,5;\n",
    );
    after("import");
    let _: LayoutSummary = manager.ask("layout_generate", LayoutGenerate { name: "Rayons".to_owned() });
    after("make a layout");
    let user = UserSave {
        id: None,
        name: "Zoé".to_owned(),
        role: Role::Cashier,
        is_seller: true,
        active: true,
        pin: Some("5678".to_owned()),
    };
    let _: UserView = manager.ask("user_save", user);
    after("create a user");
    let third = WorkstationSave {
        id: None,
        code: "C03".to_owned(),
        name: "Caisse 03".to_owned(),
        ..Till::save_of(&manager.workstation())
    };
    let _: WorkstationView = manager.ask("workstation_save", third);
    after("enrol a workstation");
}

fn pay(till: &Till, kind: PaymentKind, amount: Option<i64>) -> SaleDone {
    let payment = Some(till.payment(kind, amount));
    till.ask("sale_validate", SaleValidate { payment, leave_unpaid: false, print: false, seen: None })
}

fn sales(shop: &TestShop, cashier: &Till, manager: &Till, after: &mut impl FnMut(&str)) {
    for (n, codes) in [&["1001", "1801", "2108"][..], &["2101"], &["1013", "9001"]].iter().enumerate() {
        shop.clock.advance_s(60);
        cashier.cash_sale(codes);
        after(&format!("cash sale {n}"));
        manager.cash_sale(codes);
        after(&format!("cash sale {n} at C02"));
    }
    cashier.scan("NEUF");
    after("scan");
    pay(cashier, PaymentKind::Cash, Some(20_00));
    after("change");
    cashier.scan_units("2101", 4);
    let card = api::types::PaymentAdd {
        card_last4: Some("4455".to_owned()),
        ..cashier.payment(PaymentKind::CardStandalone, Some(100_00))
    };
    let _: SaleView = cashier.ask("payment_add", card);
    cashier.pay(PaymentKind::Cheque, Some(40_00));
    pay(cashier, PaymentKind::Cash, None);
    after("three methods");
    let voucher = api::types::PaymentAdd {
        nature: Some("Titre-restaurant".to_owned()),
        ..cashier.payment(PaymentKind::Other, None)
    };
    cashier.scan("1801");
    let request = SaleValidate { payment: Some(voucher), leave_unpaid: false, print: false, seen: None };
    let _: SaleDone = cashier.ask("sale_validate", request);
    after("other");
    priced_sale(shop, cashier, after);
    crate::returns::corrections_of_a_day(shop, cashier, after);
    odd_sales(cashier, after);
}

/// A kind of fee, then a sale on site with discounts of a line and of the whole, one of them approved, and the fee.
fn priced_sale(shop: &TestShop, cashier: &Till, after: &mut impl FnMut(&str)) {
    let manager = shop.till(Role::Manager, "C01");
    crate::pricing::new_fee_type(&manager, "Consigne", Some(2_00));
    after("create a kind of fee");
    crate::pricing::priced_cart(shop, cashier);
    pay(cashier, PaymentKind::Cash, None);
    after("discounts, fee, on site");
}

/// An unknown code, a customer who owes, another seller, an abandoned order.
fn odd_sales(cashier: &Till, after: &mut impl FnMut(&str)) {
    let line_id = cashier.scan("4000000000000").lines[0].id;
    let article_id = cashier.article("1701").id;
    let _: SaleView = cashier.ask("sale_resolve_code", SaleResolveCode { line_id, article_id });
    let _: SaleView = cashier.ask("sale_undo", Empty {});
    let _: SaleView = cashier.ask("sale_redo", Empty {});
    let customer = new_customer(cashier, "Durand");
    after("create a customer");
    let _: SaleView = cashier.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(customer.id) });
    let _: SaleView = cashier.ask("sale_set_note", SaleSetNote { note: "à livrer".to_owned() });
    let seller_id = cashier.sale().sellers.iter().find(|s| s.id != cashier.session.user.id).map(|s| s.id);
    let _: SaleView = cashier.ask("sale_set_seller", SaleSetSeller { seller_id });
    let unpaid = SaleValidate { payment: None, leave_unpaid: true, print: false, seen: None };
    let _: SaleDone = cashier.ask("sale_validate", unpaid);
    after("on account");
    let history: Vec<DocumentRow> =
        cashier.ask("customer_documents", CustomerRef { customer_id: customer.id });
    assert_eq!(history.len(), 1);
    cashier.scan("1001");
    let _: SaleView = cashier.ask("sale_abandon", Empty {});
    after("abandon");
    wishes(cashier, after);
}

/// Something a customer asked for in vain.
fn wishes(cashier: &Till, after: &mut impl FnMut(&str)) {
    let asked = MissingAdd {
        article_id: None,
        text: "thé fumé".to_owned(),
        quantity: Quantity::ONE,
        customer_id: None,
    };
    let missing: MissingView = cashier.ask("missing_add", asked);
    after("declare a missing article");
    let _: Vec<MissingView> = cashier.ask("missing_settle", MissingRef { missing_id: missing.id });
    after("settle it");
}

fn cash(shop: &TestShop, cashier: &Till, after: &mut impl FnMut(&str)) {
    for (amount, reason) in [(20_00, "monnaie"), (-50_00, "banque")] {
        let _: ShiftView = cashier
            .ask("cash_move", CashMove { amount: Money(amount), reason: reason.to_owned(), print: true });
        after(reason);
    }
    let lead = shop.till(Role::LeadCashier, "C01");
    after("a lead cashier enters");
    let _: Empty = lead.ask("drawer_open", DrawerOpen { reason: "contrôle".to_owned() });
    after("open the drawer");
}

fn prints(shop: &TestShop, cashier: &Till, after: &mut impl FnMut(&str)) {
    let rows: Vec<DocumentRow> = cashier.ask("document_recent", Empty {});
    for n in 1..=3 {
        shop.clock.advance_s(30);
        cashier.print(rows[0].id);
        wait_until_printed(cashier);
        after(&format!("print {n}"));
    }
    let _: PrintJobView = cashier.ask("shift_report_print", ShiftRef { shift_id: None });
    wait_until_printed(cashier);
    after("X report");
}

fn close(cashier: &Till, manager: &Till, after: &mut impl FnMut(&str)) {
    let expected = cashier.report().expected_cash.0;
    cashier.close_shift(expected - 2_00, "manque 2 €");
    after("close C01");
    let closed: ShiftReport = manager.close_shift(manager.report().expected_cash.0, "");
    assert_eq!(closed.difference, Some(Money(0)));
    after("close C02");
    cashier.open_shift(10_00);
    after("open C01 again");
    cashier.cash_sale(&["1001"]);
    after("a sale of the next shift");
}
