//! Who may correct a payment, and what cannot be corrected.

use api::FaultCode;
use api::types::{PaymentCorrect, PaymentCorrection, SaleSetCustomer, SaleValidate, SaleView};
use domain::ids::{DocumentId, PaymentId};
use domain::money::Money;
use domain::payment::PaymentKind::{self, CardStandalone, Cash, Other};
use domain::permission::Role;
use testkit::TestShop;
use uuid::Uuid;

use super::{check, lead_with_shift, request, sell, standing};
use crate::jet::events;
use crate::world::{approval, new_customer, refuses};

/// SEC-01: a cashier needs a supervisor on the spot, and the journal says which right was lent (JET 130).
#[test]
fn a_supervisor_approves_on_the_spot() {
    let (shop, lead) = lead_with_shift();
    let cashier = shop.till(Role::Cashier, "C01");
    let id = sell(&cashier, "VINGT", CardStandalone, None).document_id;
    let ask = request(&cashier, id, (CardStandalone, Cash));
    let fault =
        refuses(&shop, FaultCode::PermissionDenied, || cashier.refused("payment_correct", ask.clone()));
    assert_eq!(fault.params["permission"], "correct_payment");
    let supervised = cashier.approved_by(approval(&shop, Role::LeadCashier));
    let made: PaymentCorrection = supervised.call("payment_correct", ask).unwrap();
    assert_eq!(made.user, cashier.session.user.name);
    let lent: Vec<String> = events(&shop, 130).into_iter().map(|e| e.info).collect();
    let said = format!(
        "dérogation «corriger un règlement» (payment_correct), autorisée par {}",
        lead.session.user.name
    );
    assert_eq!(lent, [said]);
}

#[test]
fn what_is_wrong_with_a_request() {
    let (shop, till) = lead_with_shift();
    let id = sell(&till, "VINGT", CardStandalone, None).document_id;
    let good = request(&till, id, (CardStandalone, Cash));
    let wrong = [
        (FaultCode::ReasonRequired, PaymentCorrect { reason: " ".to_owned(), ..good.clone() }),
        (
            FaultCode::DocumentNotFound,
            PaymentCorrect { document_id: DocumentId(Uuid::nil()), ..good.clone() },
        ),
        (FaultCode::PaymentNotFound, PaymentCorrect { payment_id: PaymentId(Uuid::nil()), ..good.clone() }),
        (
            FaultCode::MethodNotOffered,
            PaymentCorrect { method_id: till.method(PaymentKind::Credit), ..good.clone() },
        ),
        (
            FaultCode::PaymentSameMethod,
            PaymentCorrect { method_id: till.method(CardStandalone), ..good.clone() },
        ),
        (FaultCode::NatureRequired, PaymentCorrect { method_id: till.method(Other), ..good.clone() }),
        (FaultCode::AmountOutOfRange, PaymentCorrect { amount: Some(Money(0)), ..good.clone() }),
        (FaultCode::PaymentExceedsStanding, PaymentCorrect { amount: Some(Money(20_01)), ..good.clone() }),
        (
            FaultCode::CardDigitsInvalid,
            PaymentCorrect { card_last4: Some("1234".to_owned()), ..good.clone() },
        ),
    ];
    for (code, ask) in wrong {
        refuses(&shop, code, || till.refused("payment_correct", &ask));
    }
    till.close_shift(100_00, "");
    refuses(&shop, FaultCode::ShiftRequired, || till.refused("payment_correct", good));
}

/// What moved on a customer's account is not corrected, nor is a return.
#[test]
fn accounts_and_returns_keep_their_entries() {
    let (shop, till) = lead_with_shift();
    let manager = shop.till(Role::Manager, "C02");
    let customer = new_customer(&manager, "Jeanne Rivière").id;
    till.scan("VINGT");
    let _: SaleView = till.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(customer) });
    let payment = Some(till.payment(CardStandalone, Some(5_00)));
    let done: api::types::SaleDone =
        till.ask("sale_validate", SaleValidate { payment, leave_unpaid: true, print: false, seen: None });
    let stands = check(&till, done.document_id).payments;
    let correctable: Vec<(PaymentKind, bool)> = stands.iter().map(|p| (p.kind, p.correctable)).collect();
    assert_eq!(correctable, [(CardStandalone, true), (PaymentKind::OnAccount, false)]);
    let owed = PaymentCorrect {
        payment_id: standing(&till, done.document_id, PaymentKind::OnAccount).payment_id,
        ..request(&till, done.document_id, (CardStandalone, Cash))
    };
    refuses(&shop, FaultCode::PaymentNotCorrectable, || till.refused("payment_correct", owed));

    let sold = sell(&till, "DOUZE", CardStandalone, None).document_id;
    let ask = request(&till, sold, (CardStandalone, Cash));
    let cancel = api::types::DocumentCancel { document_id: sold, reason: "r".to_owned(), print: false };
    let reversed: api::types::SaleDone = till.ask("document_cancel", cancel);
    let of_return = PaymentCorrect { document_id: reversed.document_id, ..ask };
    refuses(&shop, FaultCode::DocumentNotASale, || till.refused("payment_correct", of_return));
}

/// Training has corrections of its own, which the shop never sees.
#[test]
fn training_corrects_in_its_own_books() {
    let shop = TestShop::france();
    let mut trainee = shop.till(Role::Manager, "C01");
    trainee.session = trainee.ask("training_enter", api::types::Empty {});
    trainee.open_shift(0);
    let id = sell(&trainee, "1001", CardStandalone, None).document_id;
    let before = shop.snapshot();
    let _: PaymentCorrection = trainee.ask("payment_correct", request(&trainee, id, (CardStandalone, Cash)));
    assert_eq!(trainee.report().expected_cash, Money(1_30));
    let changed = testkit::differences(&before, &shop.snapshot());
    assert!(changed.is_empty(), "{changed:#?}");
}
