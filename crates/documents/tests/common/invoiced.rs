//! Invoices made from tickets.

use documents::format::NumberStyle;
use documents::ticket::*;
use domain::country::PriceMode;
use domain::money::{Money, Rate, UnitPrice};
use domain::payment::PaymentKind;
use domain::tax::{TaxableLine, document_totals};

use super::{french_sale, line, payment, tax};

/// A unit price without VAT, and the VAT.
pub fn net(unit_price: i64, rate: i64) -> NetPrice {
    let name = format!("TVA {}", NumberStyle::FrenchFrance.rate(Rate(rate), 0));
    NetPrice { unit_price: UnitPrice(unit_price), taxes: vec![(name, Rate(rate))] }
}

/// The bakery's ticket as an invoice for a hotel, left unpaid.
pub fn invoice() -> SaleTicket {
    let detailed = |sold: TicketLine, net: NetPrice| TicketLine { net: Some(net), ..sold };
    let sale = french_sale();
    let nets = [net(1_042_654, 5_500), net(17_061_611, 5_500), net(33_250_000, 20_000)];
    SaleTicket {
        number: "FA-C01-26-000041".into(),
        invoice: Some(InvoicePart {
            ticket: sale.number.clone(),
            supplied_on: "20/11/2026".into(),
            due_on: Some("20/12/2026".into()),
        }),
        customer: Some(TicketCustomer {
            name: "Hôtel Bellevue".into(),
            details: vec!["8 quai Rambaud".into(), "69002 Lyon".into(), "SIRET 73282932000074".into()],
        }),
        lines: sale.lines.iter().cloned().zip(nets).map(|(sold, net)| detailed(sold, net)).collect(),
        payments: vec![payment(PaymentKind::OnAccount, "Pas de règlement", 5_940, 5_940)],
        mentions: vec![
            "SARL au capital de 8 000 €".into(),
            "Indemnité forfaitaire pour frais de recouvrement : 40 €".into(),
        ],
        ..sale
    }
}

/// The same house with prices before tax, and postage that bears none.
pub fn invoice_before_tax() -> SaleTicket {
    let (a, z) = (tax("TVA55", "TVA 5,5 %", "A", 5_500), tax("TVA0", "TVA 0 %", "Z", 0));
    let taxable = [
        TaxableLine { total: Money(10_000), taxes: std::slice::from_ref(&a) },
        TaxableLine { total: Money(850), taxes: std::slice::from_ref(&z) },
    ];
    SaleTicket {
        before_tax: true,
        lines: vec![line("Croissant pur beurre", 100, 100, "A"), line("Port", 1, 850, "Z")],
        article_count: 100,
        line_count: 2,
        totals: document_totals(PriceMode::TaxExclusive, &taxable).unwrap(),
        payments: vec![payment(PaymentKind::CardStandalone, "Carte bancaire", 11_400, 11_400)],
        mentions: vec!["Débours, article 267 II-2° du CGI".into()],
        ..invoice()
    }
}
