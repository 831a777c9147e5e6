//! Prices before tax («HT») and what bears no VAT at all.

use api::FaultCode;
use api::types::{
    CatalogueLists, Empty, FeeTypeSave, FeeTypeView, PaymentBlock, Refund, ReturnLine, ReturnValidate,
    SaleAddFee, SaleDone, SaleExempt, SaleExemptLine, SaleSetCustomer, SaleValidate, SaleView,
};
use domain::country::PriceMode;
use domain::money::{Money, Quantity, UnitPrice};
use domain::payment::PaymentKind;
use domain::permission::Role;
use domain::tax::ExemptionGround;

use super::{address, choose, save, shop_with_customer, text_of, validation};
use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::{approval, refuses};

/// TAX-04, CFG-10: for a customer with «Facturation Hors Taxes» prices and totals are before tax, and VAT is charged.
/// Choosing and clearing the customer switches the open sale at once; what was sold so comes back to the cent.
#[test]
fn a_sale_before_tax_charges_vat() {
    let (shop, till, customer) = shop_with_customer("Hôtel Bellevue");
    save(&till, customer, |f| {
        address(f);
        f.professional = true;
        f.siren = "732829320".into();
        f.before_tax = true;
    });
    let shelf = till.scan("CENTVINGT");
    assert_eq!((shelf.price_mode, shelf.total), (PriceMode::TaxInclusive, Money(120_00)));
    let view = choose(&till, customer);
    assert_eq!(view.price_mode, PriceMode::TaxExclusive);
    assert_eq!(view.lines[0].unit_price, UnitPrice(100_000_000));
    assert_eq!(view.lines[0].total, Money(100_00));
    assert_eq!((view.net, view.taxes[0].amount, view.total), (Money(100_00), Money(20_00), Money(120_00)));
    let cleared: SaleView = till.ask("sale_set_customer", SaleSetCustomer { customer_id: None });
    assert_eq!((cleared.price_mode, cleared.lines[0].total), (PriceMode::TaxInclusive, Money(120_00)));
    choose(&till, customer);

    let done: SaleDone = till.ask("invoice_validate", validation(&till, PaymentKind::CardStandalone));
    assert_eq!(done.total, Money(120_00));
    let text = text_of(&till, done.invoice.unwrap().document_id);
    for part in ["Prix hors taxes", "TOTAL HT 100,00", "TVA 20 % 20,00", "120,00", "SIREN 732829320"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let lead = shop.till(Role::LeadCashier, "C01");
    let refund = Refund { method_id: lead.method(PaymentKind::CardStandalone), card_last4: None };
    let lines = vec![ReturnLine { n: 1, quantity: Quantity::ONE, restock: true }];
    let back = ReturnValidate {
        document_id: done.document_id,
        lines,
        reason: "taille".into(),
        refund,
        print: false,
    };
    let returned: SaleDone = lead.ask("return_validate", back);
    assert_eq!(returned.total, Money(-120_00));
    assert_sound(&shop);
    assert_replays(&shop);
}

/// TAX-03: «Port» at 0 % waits for its legal ground, which is chosen and printed; a line that bears VAT needs none.
#[test]
fn a_fee_without_vat_says_why() {
    let (shop, till, _) = shop_with_customer("Martin");
    let manager = shop.till(Role::Manager, "C02");
    let lists: CatalogueLists = manager.ask("catalogue_lists", Empty {});
    let tax =
        lists.tax_categories.iter().find(|t| t.name.contains("0 %") && t.name.starts_with("TVA 0")).unwrap();
    let port = FeeTypeSave {
        id: None,
        name: "Port débours".into(),
        tax_category_id: tax.id,
        amount: Some(Money(8_50)),
        active: true,
    };
    let port: FeeTypeView = manager.ask("fee_type_save", port);
    till.scan("CENTVINGT");
    let add = SaleAddFee { fee_type_id: port.id, label: String::new(), amount: None };
    let view: SaleView = till.ask("sale_add_fee", add);
    assert_eq!(view.blocked, Some(PaymentBlock::Exemption));
    let (article, fee) = (view.lines[0].id, view.lines[1].id);
    assert!(view.lines[1].untaxed && !view.lines[0].untaxed);
    let ground = Some(ExemptionGround::Disbursement);
    let pay = SaleValidate {
        payment: Some(till.payment(PaymentKind::Cash, None)),
        leave_unpaid: false,
        print: false,
        seen: None,
    };
    let fault = refuses(&shop, FaultCode::ExemptionRequired, || till.refused("sale_validate", pay));
    assert_eq!(fault.params["name"], "Port débours");
    refuses(&shop, FaultCode::LineBearsTax, || {
        till.refused("sale_exempt_line", SaleExemptLine { line_id: article, ground })
    });
    let view: SaleView = till.ask("sale_exempt_line", SaleExemptLine { line_id: fee, ground });
    assert_eq!((view.blocked, view.lines[1].exemption), (None, ground));
    till.pay(PaymentKind::Cash, None);
    let done = till.validate();
    assert!(text_of(&till, done.document_id).contains("Débours, article 267 II-2° du CGI"));
    assert_sound(&shop);
    assert_replays(&shop);
}

/// TAX-03, TAX-04: an exemption is a regime of the customer, or of the document with a right of its own; it is signed
/// with its ground, and a supply to another member state names the customer's VAT number.
#[test]
fn a_regime_takes_the_vat_away() {
    let (shop, till, customer) = shop_with_customer("Weinhaus Kern");
    till.scan("CENTVINGT");
    save(&till, customer, |f| {
        address(f);
        f.country = "de".into();
        f.exemption = Some(ExemptionGround::IntraEu);
    });
    let view = choose(&till, customer);
    assert_eq!((view.exemption, view.total), (Some(ExemptionGround::IntraEu), Money(100_00)));
    let request = || validation(&till, PaymentKind::Cash);
    refuses(&shop, FaultCode::BuyerIncomplete, || till.refused("invoice_validate", request()));
    save(&till, customer, |f| f.vat_number = "DE123456789".into());
    let done: SaleDone = till.ask("invoice_validate", request());
    let text = text_of(&till, done.invoice.unwrap().document_id);
    for part in ["69002 Lyon DE", "N° TVA DE123456789", "article 262 ter I du CGI"] {
        assert!(text.contains(part), "{part} in {text}");
    }

    till.scan("CENTVINGT");
    let export = || SaleExempt { ground: Some(ExemptionGround::Export) };
    let fault = refuses(&shop, FaultCode::PermissionDenied, || till.refused("sale_exempt", export()));
    assert_eq!(fault.params["permission"], "exempt_from_tax");
    let client = till.approved_by(approval(&shop, Role::LeadCashier));
    let view: SaleView = client.call("sale_exempt", export()).unwrap();
    assert_eq!((view.total, view.taxes[0].amount), (Money(100_00), Money::ZERO));
    till.pay(PaymentKind::Cash, None);
    assert!(text_of(&till, till.validate().document_id).contains("article 262 I du CGI"));
    assert_sound(&shop);
    assert_replays(&shop);
}
