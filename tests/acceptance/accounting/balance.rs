//! «Correction Solde Client» (ACC-01, COR-15).

use api::FaultCode;
use api::types::{
    AccountingBatch, BalanceCorrection, BalanceSide, CustomerAccount, CustomerRef, SaleDone, SaleValidate,
};
use domain::ids::CustomerId;
use domain::money::Money;
use domain::permission::Role;
use testkit::{TestShop, Till};

use super::{DAY, choose, file_of, period};
use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::{new_customer, refuses};

/// A customer who owes one cent, and somebody who may correct it.
fn one_cent_owed() -> (TestShop, Till, CustomerId) {
    let shop = TestShop::france();
    shop.till(Role::Manager, "C02").new_article("CENT", 1, "TVA 20 %");
    let till = shop.till(Role::LeadCashier, "C01");
    till.open_shift(100_00);
    let customer = new_customer(&till, "Claire Dupré").id;
    choose(&till, customer);
    till.scan("CENT");
    let unpaid = SaleValidate { payment: None, leave_unpaid: true, print: false, seen: None };
    let _: SaleDone = till.ask("sale_validate", unpaid);
    (shop, till, customer)
}

fn correction(customer_id: CustomerId, side: BalanceSide, amount: i64, reason: &str) -> BalanceCorrection {
    BalanceCorrection { customer_id, side, amount: Money(amount), reason: reason.to_owned() }
}

/// ACC-01, COR-15: balance −0.01, corrected: a COR row of 0.01 with its reason exists, the balance is zero, the journal knows, and
/// the books balance.
#[test]
fn a_cent_is_corrected_with_a_reason() {
    let (shop, till, customer) = one_cent_owed();
    let before: CustomerAccount = till.ask("customer_account", CustomerRef { customer_id: customer });
    assert_eq!(before.owed, Money(1));
    let after: CustomerAccount =
        till.ask("balance_correct", correction(customer, BalanceSide::Due, 1, "centime d’arrondi"));
    assert_eq!((after.owed, after.credit), (Money(0), Money(0)));
    let cor = &after.entries[0];
    assert!(cor.correction && cor.document_id.is_none());
    assert_eq!((cor.amount, cor.label.as_str()), (Money(1), "centime d’arrondi"));
    assert!(after.entries[1..].iter().all(|e| !e.correction));
    let journal = &shop.snapshot()["fiscal_record"];
    assert_eq!(journal.iter().filter(|r| r.contains("correction de solde")).count(), 1, "JET 910");
    assert_sound(&shop);
    assert_replays(&shop);
    shop.clock.advance_days(1);
    let manager = shop.till(Role::Manager, "C02");
    let batch: AccountingBatch = manager.ask("accounting_export", period(DAY, DAY));
    assert_eq!(batch.journals, ["CA", "OD"]);
    let csv = String::from_utf8(super::bytes(&file_of(&manager, &batch, Some("OD")))).unwrap();
    assert!(csv.contains("411000") && csv.contains("658000") && csv.contains("0,01"), "{csv}");
}

/// A correction has a reason and a right, and brings a figure to zero at most.
#[test]
fn a_correction_beyond_the_balance_is_refused() {
    let (shop, till, customer) = one_cent_owed();
    let ask = |side, amount, reason: &str| {
        till.refused("balance_correct", correction(customer, side, amount, reason))
    };
    refuses(&shop, FaultCode::ReasonRequired, || ask(BalanceSide::Due, 1, " "));
    refuses(&shop, FaultCode::AmountOutOfRange, || ask(BalanceSide::Due, 0, "r"));
    let fault = refuses(&shop, FaultCode::BalanceCorrectionBeyond, || ask(BalanceSide::Due, 2, "r"));
    assert_eq!(fault.params["available"], 1);
    refuses(&shop, FaultCode::BalanceCorrectionBeyond, || ask(BalanceSide::Credit, -1, "r"));
    let cashier = shop.till(Role::Cashier, "C01");
    refuses(&shop, FaultCode::PermissionDenied, || {
        cashier.refused("balance_correct", correction(customer, BalanceSide::Due, 1, "r"))
    });
    let after: CustomerAccount =
        till.ask("balance_correct", correction(customer, BalanceSide::Credit, 5_00, "geste oublié"));
    assert_eq!((after.owed, after.credit), (Money(1), Money(5_00)), "the two figures stay apart");
}
