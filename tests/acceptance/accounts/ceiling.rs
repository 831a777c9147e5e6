//! Cash within the law.

use api::FaultCode;
use api::types::{CustomerFile, PaymentAdd, SaleView};
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::TestShop;

use super::{account, choose, customer_with_credit};
use crate::world::refuses;

/// PAY-25: a resident who pays 1 500 € in cash is refused, also in two parts; one who proves to live abroad may,
/// up to 15 000 €; a business may not. In Québec there is no ceiling.
#[test]
fn cash_has_a_legal_ceiling() {
    let (shop, till, customer) = customer_with_credit(1_500_00, 0);
    till.scan("PRIX");
    let cash = |cents| till.payment(PaymentKind::Cash, Some(cents));
    let fault = refuses(&shop, FaultCode::CashCeiling, || till.refused("payment_add", cash(1_500_00)));
    assert_eq!(fault.params["ceiling"], 1_000_00);
    till.pay(PaymentKind::Cash, Some(1_000_00));
    refuses(&shop, FaultCode::CashCeiling, || till.refused("payment_add", cash(1)));
    let proof = Some("passeport suisse X0123".to_owned());
    let abroad = PaymentAdd { reference: proof.clone(), ..cash(500_00) };
    choose(&till, customer);
    let file = account(&till, customer).file;
    let _: CustomerFile = till.ask("customer_save", CustomerFile { professional: true, ..file.clone() });
    refuses(&shop, FaultCode::CashCeiling, || till.refused("payment_add", &abroad));
    let _: CustomerFile = till.ask("customer_save", CustomerFile { professional: false, ..file });
    let _: SaleView = till.ask("payment_add", &abroad);
    let done = till.validate();
    assert_eq!((done.total, done.tenders[1].detail.clone()), (Money(1_500_00), proof.clone().unwrap()));
    till.scan_units("PRIX", 11);
    let fault = till.refused("payment_add", PaymentAdd { reference: proof, ..cash(16_500_00) });
    assert_eq!((fault.code, &fault.params["ceiling"]), (FaultCode::CashCeiling, &15_000_00.into()));
    let quebec = TestShop::quebec();
    let till = quebec.till(Role::Manager, "C01");
    till.open_shift(0);
    till.new_article("CHER", 1_500_00, "TPS + TVQ");
    till.scan("CHER");
    assert_eq!(till.pay(PaymentKind::Cash, None).due, Money(0));
}
