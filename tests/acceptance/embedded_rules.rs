//! The rules that read labels: what can be stored, who may, and what a test of a code answers.

use api::FaultCode;
use api::types::{
    EmbeddedOutcome, EmbeddedRuleOrder, EmbeddedRuleSave, EmbeddedRuleView, EmbeddedTest, EmbeddedTested,
    Empty,
};
use domain::embedded::EmbeddedKind;
use domain::money::{Money, Quantity};
use domain::permission::Role;
use testkit::{TestShop, Till, raw};

use crate::embedded_codes::{by_weight, with_check};
use crate::replay::assert_replays;
use crate::world::{cashier_with_shift, refuses};

fn rules(till: &Till) -> Vec<EmbeddedRuleView> {
    till.ask("embedded_rule_list", Empty {})
}

fn new_rule(pattern: &str, decimals: u32) -> EmbeddedRuleSave {
    EmbeddedRuleSave { id: None, pattern: pattern.to_owned(), decimals, active: true }
}

fn test(till: &Till, code: &str, rule: Option<EmbeddedRuleSave>) -> EmbeddedTested {
    till.ask("embedded_test", EmbeddedTest { code: code.to_owned(), rule })
}

/// What a French shop starts with is the table of hardware.md §2.5.
#[test]
fn a_new_shop_reads_the_usual_labels() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    let read: Vec<_> = rules(&till).into_iter().map(|r| (r.pattern, r.kind, r.decimals, r.active)).collect();
    let price = |pattern: &str| (pattern.to_owned(), EmbeddedKind::Price, 2, true);
    let weight = ("21IIIIIWWWWWC".to_owned(), EmbeddedKind::Weight, 3, true);
    assert_eq!(read, [price("02IIIIIPPPPPC"), weight, price("23IIIIIPPPPPC")]);
}

/// A shop of an older version has the tables, and no rule: it gets those of its country when the program starts, once.
#[test]
fn an_older_shop_reads_them_too() {
    let shop = TestShop::quebec();
    let older = shop.reopened_after(|database| {
        let _ = raw::sql(database, &["DELETE FROM embedded_rule"]);
    });
    let till = older.till(Role::Cashier, "C01");
    let read: Vec<_> = rules(&till).into_iter().map(|r| r.pattern).collect();
    assert_eq!(read, ["02IIIIIVPPPPC"]);
    let again = older.killed_and_reopened();
    assert_eq!(rules(&again.till(Role::Cashier, "C01")).len(), 1);
}

#[test]
fn a_rule_that_could_not_be_read_is_refused() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    let cases = [
        ("02IIIII", 2, "form"),
        ("30IIIIIPPPPPC", 2, "prefix"),
        ("02PPPPPPPPPPC", 2, "item"),
        ("02IIIIIIIIIIC", 2, "figure"),
        ("02IIIIVPPPPPP", 2, "verifier"),
        ("02IIIIIPPPPPP", 2, "check"),
        ("02IIIIIPPPPPC", 3, "decimals"),
    ];
    for (pattern, decimals, part) in cases {
        let save = || manager.refused("embedded_rule_save", new_rule(pattern, decimals));
        let fault = refuses(&shop, FaultCode::EmbeddedPatternInvalid, save);
        assert_eq!(fault.params["part"], part, "{pattern}");
    }
    let taken = || manager.refused("embedded_rule_save", new_rule("02iiiiipppppc", 2));
    refuses(&shop, FaultCode::EmbeddedPatternTaken, taken);
    let cashier = shop.till(Role::Cashier, "C02");
    let save = || cashier.refused("embedded_rule_save", new_rule("24IIIIIPPPPPC", 2));
    refuses(&shop, FaultCode::PermissionDenied, save);
}

/// Of two rules that read a label, the first whose item is an article holds; a rule put to sleep reads nothing.
#[test]
fn rules_are_tried_in_their_order() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C02");
    by_weight(&manager, "1234", 10_00);
    by_weight(&manager, "12345", 10_00);
    let _: EmbeddedRuleView = manager.ask("embedded_rule_save", new_rule("28IIIIIWWWWWC", 3));
    let short: EmbeddedRuleView = manager.ask("embedded_rule_save", new_rule("28IIIIWWWWWWC", 3));
    let code = with_check("281234500250");
    assert_eq!(till.scan(&code).lines[0].code, "12345");
    let mut ids: Vec<_> = rules(&till).into_iter().map(|r| r.id).collect();
    let incomplete = EmbeddedRuleOrder { ids: ids[1..].to_vec() };
    refuses(&shop, FaultCode::EmbeddedRuleNotFound, || manager.refused("embedded_rule_order", &incomplete));
    ids.rotate_right(1);
    let ordered: Vec<EmbeddedRuleView> = manager.ask("embedded_rule_order", EmbeddedRuleOrder { ids });
    assert_eq!(ordered[0].id, short.id);
    let view = till.scan(&code);
    assert_eq!((view.lines[1].code.as_str(), view.lines[1].quantity), ("1234", Quantity(5_002_500)));
    for rule in ordered {
        let EmbeddedRuleView { id, pattern, decimals, .. } = rule;
        let asleep = EmbeddedRuleSave { id: Some(id), pattern, decimals, active: false };
        let _: EmbeddedRuleView = manager.ask("embedded_rule_save", asleep);
    }
    assert!(!till.scan(&code).lines[2].known);
    assert_replays(&shop);
}

/// Every answer that the test of a code can give, from the rules of the shop and from one being written.
#[test]
fn a_code_can_be_tried() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    by_weight(&manager, "98765", 20_00);
    let outcome = |code: &str| test(&manager, code, None).outcome;
    let read = test(&manager, "0298765012509", None);
    let label = read.label.unwrap();
    assert_eq!((read.outcome, read.item.as_deref()), (EmbeddedOutcome::Labelled, Some("98765")));
    assert_eq!((label.quantity, label.amount), (Quantity(6_250), Money(12_50)));
    assert_eq!(read.pattern.as_deref(), Some("02IIIIIPPPPPC"));
    assert_eq!(outcome("3760999017041"), EmbeddedOutcome::Exact);
    assert_eq!(outcome(&with_check("029876500000")), EmbeddedOutcome::Asks);
    assert_eq!(outcome(&with_check("025555501250")), EmbeddedOutcome::NoArticle);
    assert_eq!(outcome("4006381333931"), EmbeddedOutcome::NoRule);
    assert_eq!(outcome("12"), EmbeddedOutcome::NotEan);
    let misread = test(&manager, "0298765012508", None);
    assert_eq!((misread.outcome, misread.expected_digit), (EmbeddedOutcome::CheckDigit, Some(9)));
    let draft = Some(new_rule("29IIIIIVPPPPC", 2));
    let wrong = test(&manager, &with_check("299876582875"), draft.clone());
    assert_eq!((wrong.outcome, wrong.expected_digit), (EmbeddedOutcome::Verifier, Some(9)));
    let right = test(&manager, &with_check("299876592875"), draft);
    assert_eq!(right.label.unwrap().amount, Money(28_75));
    assert_eq!(outcome(&with_check("299876592875")), EmbeddedOutcome::NoRule, "it is not stored");
    let unfinished = EmbeddedTest { code: "1".to_owned(), rule: Some(new_rule("29", 2)) };
    let refused = || manager.refused("embedded_test", &unfinished);
    refuses(&shop, FaultCode::EmbeddedPatternInvalid, refused);
}
