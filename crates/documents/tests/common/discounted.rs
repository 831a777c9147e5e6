//! Tickets with discounts, fees and a way of service.

use documents::ticket::*;
use domain::cart::ServiceMode;
use domain::country::PriceMode;
use domain::money::{Money, Rate};
use domain::payment::PaymentKind;
use domain::tax::{TaxableLine, document_totals};

use super::{french_sale, line, payment, quebec_sale, tax, tenth};

/// The bakery's ticket eaten on site: a line and the ticket are discounted for a reason, packing is charged.
pub fn discounted_sale() -> SaleTicket {
    let (a, b) = (tax("TVA10", "TVA 10 %", "C", 10_000), tax("TVA20", "TVA 20 %", "B", 20_000));
    let tart = TicketLine {
        discount: Some(LineDiscount { reason: "Article abîmé".into(), ..tenth(180) }),
        ..line("Tarte citron 6 pers.", 1, 1_800, "C")
    };
    let taxable = [
        TaxableLine { total: Money(1_850), taxes: std::slice::from_ref(&a) },
        TaxableLine { total: Money(150), taxes: std::slice::from_ref(&b) },
    ];
    SaleTicket {
        lines: vec![line("Croissant pur beurre", 3, 110, "C"), tart, line("Emballage", 1, 150, "B")],
        service: Some(ServiceMode::OnSite),
        article_count: 4,
        discount: Some(LineDiscount {
            rate: None,
            amount: Money(100),
            reason: "Geste commercial pour un client très fidèle".into(),
        }),
        totals: document_totals(PriceMode::TaxInclusive, &taxable).unwrap(),
        payments: vec![payment(PaymentKind::Cash, "Espèces", 2_000, 2_000)],
        ..french_sale()
    }
}

/// The grocer's invoice with a discount on all of it, to go.
pub fn discounted_invoice() -> SaleTicket {
    let taxes = [tax("TPS", "TPS 5 %", "F", 5_000), tax("TVQ", "TVQ 9,975 %", "P", 9_975)];
    let taxable =
        [TaxableLine { total: Money(2_468), taxes: &[] }, TaxableLine { total: Money(2_907), taxes: &taxes }];
    let discount =
        LineDiscount { rate: Some(Rate(5_000)), amount: Money(283), reason: "Client fidèle".into() };
    let totals = document_totals(PriceMode::TaxExclusive, &taxable).unwrap();
    SaleTicket {
        service: Some(ServiceMode::Takeaway),
        discount: Some(discount),
        payments: vec![payment(PaymentKind::CardStandalone, "Carte", totals.total.0, totals.total.0)],
        totals,
        ..quebec_sale()
    }
}
