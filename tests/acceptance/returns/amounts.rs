//! What comes back of discounted, unpaid and rounded sales, to the cent.

use api::FaultCode;
use api::types::{
    CustomerAccount, CustomerRef, DiscountInput, ReturnCheck, ReturnChecked, SaleDone, SaleSetCustomer,
    SaleSetDiscount, SaleValidate, SaleView,
};
use domain::cart::Reduction;
use domain::ids::DocumentId;
use domain::money::{Money, Quantity, Rate};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till};

use super::{lead_with_shift, open, returning, taken};
use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::{Random, new_customer};

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
