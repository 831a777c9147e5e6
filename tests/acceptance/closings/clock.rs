//! The clock before closings (fiscal.md 7.7), and what is missing before the shop may sell (1.10).

use api::FaultCode;
use api::types::{Empty, SaleNeed, SaleReadiness};
use domain::permission::Role;
use testkit::{TestShop, raw};

use super::{cash, periods};
use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::{cashier_with_shift, refuses};

fn jet(shop: &TestShop, code: u16) -> i64 {
    let query = format!("SELECT count(*) FROM fiscal_record WHERE chain = 'JET' AND kind = '{code}'");
    let answer: Vec<[i64; 1]> =
        serde_json::from_str(&raw::sql(&shop.database(), &[query.as_str()])[0]).unwrap();
    answer[0][0]
}

/// A clock that is two years ahead closes no month before a person has confirmed the date; set right again, the shop sells on in the month
/// that it would have closed.
#[test]
fn a_wrong_year_closes_no_month() {
    let (shop, till) = cashier_with_shift();
    till.cash_sale(&["1001"]);
    shop.clock.advance_days(730);
    till.scan("1001");
    refuses(&shop, FaultCode::ClockUnconfirmed, || till.refused("sale_validate", cash(&till)));
    let ready: SaleReadiness = till.ask("sale_readiness", Empty {});
    assert_eq!(ready.missing, [SaleNeed::ClockAhead, SaleNeed::Closings]);
    assert_eq!(ready.now_ms - ready.last_ms.unwrap(), 730 * 86_400_000);
    shop.clock.advance_days(-730);
    let _: api::types::SaleDone = till.ask("sale_validate", cash(&till));
    assert_eq!(periods(&shop.till(Role::Manager, "C02"), "C01"), Vec::<String>::new());
    assert_sound(&shop);
}

/// Who confirms the date is in the journal (JET 930), and the months before are closed in the same step.
#[test]
fn a_confirmed_date_is_journaled() {
    let (shop, till) = cashier_with_shift();
    till.cash_sale(&["1001"]);
    shop.clock.advance_days(30);
    let lead = shop.till(Role::LeadCashier, "C02");
    let ready: SaleReadiness = lead.ask("clock_confirm", Empty {});
    assert_eq!((ready.missing.len(), jet(&shop, 930)), (0, 1));
    assert_eq!(periods(&lead, "C01"), ["2026-11-21", "2026-11"]);
    let _: SaleReadiness = lead.ask("clock_confirm", Empty {});
    assert_eq!(jet(&shop, 930), 1, "a clock that is not in doubt needs no word");
    assert_replays(&shop);
}

/// A clock behind the last record refuses until a manager accepts it (JET 931); then signing goes on, and the verifier finds nothing
/// broken.
#[test]
fn a_manager_accepts_a_clock_that_is_behind() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C02");
    shop.clock.advance_s(7_200);
    till.cash_sale(&["1001"]);
    shop.clock.advance_s(-3_600);
    till.scan("1001");
    refuses(&shop, FaultCode::ClockBehind, || till.refused("sale_validate", cash(&till)));
    let ready: SaleReadiness = till.ask("sale_readiness", Empty {});
    assert_eq!((ready.missing.as_slice(), ready.behind_s), (&[SaleNeed::ClockBehind][..], Some(3_600)));
    refuses(&shop, FaultCode::PermissionDenied, || till.refused("clock_accept", Empty {}));
    let ready: SaleReadiness = manager.ask("clock_accept", Empty {});
    assert_eq!((ready.behind_s, jet(&shop, 931)), (None, 1));
    let _: api::types::SaleDone = till.ask("sale_validate", cash(&till));
    assert_replays(&shop);
}

/// Without what the law wants on a ticket nothing is sold: the refusal names the first thing missing, the list names all.
#[test]
fn an_incomplete_identity_keeps_the_shop_from_selling() {
    let (shop, till) = cashier_with_shift();
    assert_eq!(till.ask::<SaleReadiness>("sale_readiness", Empty {}).missing, []);
    drop(till);
    let shop = shop.reopened_after(|database| {
        let answers = raw::sql(database, &["UPDATE shop SET siret = '', naf = '', postcode = ' '"]);
        assert_eq!(answers, ["ok"]);
    });
    let till = shop.till(Role::Cashier, "C01");
    let ready: SaleReadiness = till.ask("sale_readiness", Empty {});
    assert_eq!(ready.missing, [SaleNeed::Address, SaleNeed::Siret, SaleNeed::Ape]);
    till.scan("1001");
    let fault = refuses(&shop, FaultCode::SaleNotReady, || till.refused("sale_validate", cash(&till)));
    assert_eq!(fault.params["missing"], "address");
}

/// A workstation whose key is gone cannot sell, and the list says so before anybody tries.
#[test]
fn a_missing_key_is_named_before_the_sale() {
    let (shop, till) = cashier_with_shift();
    drop(till);
    let shop = shop.reopened_after(|database| {
        std::fs::remove_dir_all(database.parent().unwrap().join("keys")).unwrap();
    });
    let manager = shop.signed_in(Role::Manager, 7);
    let ready: SaleReadiness = manager.ask("sale_readiness", Empty {});
    assert!(ready.missing.contains(&SaleNeed::SigningKey), "{ready:?}");
}
