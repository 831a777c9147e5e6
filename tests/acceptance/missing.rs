//! What customers ask for: prices, and articles that the shop does not have.

use api::FaultCode;
use api::types::{ArticleView, Empty, MissingAdd, MissingRef, MissingView, PriceCheck, PriceChecked};
use domain::ids::{ArticleId, CustomerId, MissingId};
use domain::money::Quantity;
use domain::permission::Role;
use testkit::{Till, raw};
use uuid::Uuid;

use crate::world::{Unchanged, cashier_with_shift, new_customer, refuses};

fn list(till: &Till) -> Vec<MissingView> {
    till.ask("missing_list", Empty {})
}

fn asked_for(article_id: Option<ArticleId>, text: &str) -> MissingAdd {
    MissingAdd { article_id, text: text.to_owned(), quantity: Quantity::ONE, customer_id: None }
}

/// SAL-22, CFG-19: article X is out of stock and «Manquants» is pressed on X: X is on the list of missing articles,
/// for every workstation, with who asked for how much, until somebody settles it.
#[test]
fn a_missing_article_is_on_the_list() {
    let (shop, till) = cashier_with_shift();
    let article = till.article("2102");
    till.scan_units("2102", 10);
    till.cash_sale(&[]);
    assert_eq!(till.article("2102").stock, Some(Quantity(0)), "out of stock");
    let customer = new_customer(&till, "Durand");
    let request = MissingAdd {
        quantity: Quantity::units(2),
        customer_id: Some(customer.id),
        ..asked_for(Some(article.id), "")
    };
    let added: MissingView = till.ask("missing_add", request);
    assert_eq!((&added.text, added.article_id), (&article.name, Some(article.id)));
    assert_eq!((added.quantity, added.customer.as_deref()), (Quantity::units(2), Some("Durand")));
    assert_eq!(added.user, till.session.user.name);
    shop.clock.advance_s(60);
    let other = shop.till(Role::Manager, "C02");
    let words: MissingView = other.ask("missing_add", asked_for(None, "thé fumé"));
    assert_eq!((words.article_id, words.at_ms - added.at_ms), (None, 60_000));
    assert_eq!(list(&till), [added.clone(), words.clone()]);
    assert_eq!(till.article("2102").stock, Some(Quantity(0)), "nothing moved");

    let left: Vec<MissingView> = other.ask("missing_settle", MissingRef { missing_id: added.id });
    assert_eq!(left, std::slice::from_ref(&words));
    let again = MissingRef { missing_id: added.id };
    refuses(&shop, FaultCode::MissingNotFound, || till.refused("missing_settle", again));
    assert_eq!(list(&shop.killed_and_reopened().till(Role::Cashier, "C01")), [words]);
}

/// A declaration needs something to look for, in a quantity that exists, for a customer who exists.
#[test]
fn a_declaration_that_says_nothing_is_refused() {
    let (shop, till) = cashier_with_shift();
    let nothing = Unchanged::from_now(&shop);
    let refused = |code, request: MissingAdd| {
        nothing.refuses(code, || till.refused("missing_add", request));
    };
    let article = till.article("1001").id;
    refused(FaultCode::FieldRequired, asked_for(None, "  "));
    refused(FaultCode::FieldTooLong, asked_for(None, &"x".repeat(121)));
    refused(FaultCode::ArticleNotFound, asked_for(Some(ArticleId(Uuid::from_u128(7))), "thé"));
    let stranger = Some(CustomerId(Uuid::from_u128(7)));
    refused(FaultCode::CustomerNotFound, MissingAdd { customer_id: stranger, ..asked_for(None, "thé") });
    for quantity in [Quantity(0), Quantity(-10_000), Quantity(Quantity::MAX.0 + 1)] {
        refused(FaultCode::QuantityOutOfRange, MissingAdd { quantity, ..asked_for(Some(article), "") });
    }
    let half = MissingAdd { quantity: Quantity(5_000), ..asked_for(Some(article), "") };
    refused(FaultCode::QuantityNotWhole, half);
    let unknown = MissingRef { missing_id: MissingId(Uuid::from_u128(7)) };
    nothing.refuses(FaultCode::MissingNotFound, || till.refused("missing_settle", unknown));
}

/// «Prix ?»: the article of a code or bar code with its price; nothing is added and nothing is written.
#[test]
fn a_price_check_writes_nothing() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C02");
    till.scan("1001");
    let coded = till.article("2102");
    let check = |code: &str| -> Option<ArticleView> {
        let answer: PriceChecked = till.ask("price_check", PriceCheck { code: code.to_owned() });
        answer.article
    };
    let before = shop.snapshot();
    assert_eq!(check("2102"), Some(coded.clone()));
    let barcode = coded.barcodes.first().cloned().unwrap();
    assert_eq!(check(&barcode), Some(coded.clone()));
    assert_eq!(check("4000000000000"), None);
    assert_eq!(shop.snapshot(), before);
    assert_eq!(till.sale().lines.len(), 1);
    let retired = api::types::ArticleSave { active: false, ..Till::article_save(&coded) };
    let _: ArticleView = manager.ask("article_save", retired);
    assert_eq!(check("2102"), None, "what is no longer sold has no price");
    refuses(&shop, FaultCode::FieldRequired, || till.refused("price_check", PriceCheck { code: " ".into() }));
}

/// A declaration is a fact: another program that opens the file can neither change nor erase it, nor settle it twice.
#[test]
fn a_declaration_withstands_a_foreign_program() {
    let (shop, till) = cashier_with_shift();
    let added: MissingView = till.ask("missing_add", asked_for(None, "thé fumé"));
    let _: Vec<MissingView> = till.ask("missing_settle", MissingRef { missing_id: added.id });
    let statements = [
        ("DELETE FROM missing_article", "immutable"),
        ("UPDATE missing_article SET quantity = 1", "missing_article: "),
        ("UPDATE missing_article SET settled_ms = 1", "settled"),
        ("INSERT OR REPLACE INTO missing_article SELECT * FROM missing_article", "duplicate"),
    ];
    let answers = raw::sql(&shop.database(), &statements.map(|(sql, _)| sql));
    for ((sql, why), answer) in statements.iter().zip(answers) {
        assert!(answer.contains(why), "{sql}: {answer}");
    }
}
