//! The shops and tickets of ux.md 4.3, as data.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(dead_code, reason = "each test file uses its own part")]

pub mod discounted;
pub mod invoiced;
pub mod stream;
pub mod texts;

use documents::ticket::*;
use domain::country::{Country, PriceMode};
use domain::money::{Money, Quantity, Rate, UnitPrice};
use domain::payment::PaymentKind;
use domain::tax::{AppliedTax, TaxableLine, document_totals};

pub const AT: LocalDateTime =
    LocalDateTime { year: 2026, month: 11, day: 21, hour: 14, minute: 32, second: 7 };

pub fn software() -> Software {
    Software {
        name: "Comptoir".into(),
        version: "1.0.0".into(),
        fiscal_version: "F.1".into(),
        attestation: "Attestation individuelle 2026-001".into(),
    }
}

pub fn tax(code: &str, name: &str, letter: &str, rate: i64) -> AppliedTax {
    AppliedTax { code: code.into(), name: name.into(), letter: letter.into(), rate: Rate(rate) }
}

pub fn line(name: &str, units: i64, price: i64, letters: &str) -> TicketLine {
    let (quantity, unit_price) = (Quantity::units(units), UnitPrice::from_money(Money(price)));
    TicketLine {
        name: name.into(),
        quantity,
        unit: None,
        unit_price,
        amount: unit_price.times(quantity).unwrap(),
        discount: None,
        net: None,
        tax_letters: letters.into(),
        eco_contribution: None,
        guarantee: None,
        details: Vec::new(),
    }
}

pub fn payment(kind: PaymentKind, label: &str, amount: i64, received: i64) -> TicketPayment {
    TicketPayment {
        kind,
        label: label.into(),
        amount: Money(amount),
        received: Money(received),
        change: Money(received - amount),
        rounding: Money::ZERO,
        card_last4: None,
        reference: None,
    }
}

/// The bakery's ticket.
pub fn french_sale() -> SaleTicket {
    let (a, b) = (tax("TVA55", "TVA 5,5 %", "A", 5_500), tax("TVA20", "TVA 20 %", "B", 20_000));
    let tart = TicketLine { discount: Some(tenth(180)), ..line("Tarte citron 6 pers.", 1, 1_800, "A") };
    let kettle = TicketLine {
        eco_contribution: Some(Money(30)),
        guarantee: Some("Garantie légale : 2 ans".into()),
        ..line("Bouilloire 1,7 L", 1, 3_990, "B")
    };
    let taxable = [
        TaxableLine { total: Money(1_950), taxes: std::slice::from_ref(&a) },
        TaxableLine { total: Money(3_990), taxes: std::slice::from_ref(&b) },
    ];
    SaleTicket {
        logo: None,
        country: Country::France,
        invoice: None,
        before_tax: false,
        seller: bakery(),
        number: "C01-2026-0001234".into(),
        issued_at: AT,
        workstation: "01".into(),
        shift: Some("0412".into()),
        sold_by: "Ana".into(),
        customer: None,
        operation: Operation::Sale,
        service: None,
        linked: None,
        lines: vec![line("Croissant pur beurre", 3, 110, "A"), tart, kettle],
        article_count: 5,
        line_count: 3,
        discount: None,
        totals: document_totals(PriceMode::TaxInclusive, &taxable).unwrap(),
        payments: vec![payment(PaymentKind::Cash, "Espèces", 5_940, 6_000)],
        note: String::new(),
        mentions: Vec::new(),
        print: PrintNumber::Original,
        seal: Some(Seal { signature_extract: "9F3A".into() }),
        software: software(),
        footer: vec!["Échange 14 j avec ce ticket".into()],
    }
}

/// A tenth off a line, as an amount in cents.
pub fn tenth(cents: i64) -> LineDiscount {
    LineDiscount { rate: Some(Rate(10_000)), amount: Money(cents), reason: String::new() }
}

fn bakery() -> SellerIdentity {
    SellerIdentity {
        trade_name: "BOULANGERIE DU PORT".into(),
        legal_form: "SARL".into(),
        address: vec!["12 quai des Chartrons".into(), "33000 Bordeaux".into()],
        registrations: vec![
            Registration::Siret("812 345 678 00012".into()),
            Registration::Naf("1071C".into()),
            Registration::Vat("FR12812345678".into()),
        ],
        ..SellerIdentity::default()
    }
}

/// The grocer's invoice, paid in cash.
pub fn quebec_sale() -> SaleTicket {
    let taxes = [tax("TPS", "TPS 5 %", "F", 5_000), tax("TVQ", "TVQ 9,975 %", "P", 9_975)];
    let board = TicketLine { discount: Some(tenth(340)), ..line("Planche à découper", 1, 3_400, "FP") };
    let taxable =
        [TaxableLine { total: Money(2_598), taxes: &[] }, TaxableLine { total: Money(3_060), taxes: &taxes }];
    SaleTicket {
        logo: None,
        country: Country::Quebec,
        invoice: None,
        before_tax: false,
        seller: SellerIdentity {
            trade_name: "ÉPICERIE LIMOILOU INC.".into(),
            address: vec!["845, 3e Avenue, Québec  G1L 2W9".into()],
            registrations: vec![
                Registration::Gst("123456789 RT0001".into()),
                Registration::Qst("1234567890 TQ0001".into()),
            ],
            ..SellerIdentity::default()
        },
        number: "P02-0004581".into(),
        workstation: "02".into(),
        shift: None,
        sold_by: "Léa".into(),
        lines: vec![line("Sirop d'érable 540 mL", 2, 1_299, ""), board],
        article_count: 3,
        line_count: 2,
        totals: document_totals(PriceMode::TaxExclusive, &taxable).unwrap(),
        payments: vec![TicketPayment {
            change: Money(1_885),
            rounding: Money(-1),
            ..payment(PaymentKind::Cash, "Comptant", 6_116, 8_000)
        }],
        seal: None,
        footer: vec!["Merci de votre visite".into()],
        ..french_sale()
    }
}

/// The bakery's Z report.
pub fn z_report() -> ShiftTicket {
    let row = |tax, base, amount, gross| domain::tax::TaxAmount {
        tax,
        base: Money(base),
        amount: Money(amount),
        gross: Money(gross),
    };
    ShiftTicket {
        country: Country::France,
        kind: ShiftReportKind::Z {
            number: "0412".into(),
            fiscal: Some(ZFiscal {
                period_total: Money(237_740),
                perpetual_total: Money(84_211_635),
                first_ticket: Some("C01-2026-0001093".into()),
                last_ticket: Some("C01-2026-0001234".into()),
                seal: Seal { signature_extract: "4B1C".into() },
            }),
        },
        trade_name: "BOULANGERIE DU PORT".into(),
        workstation: "01".into(),
        shift: "0412".into(),
        opened_at: LocalDateTime { hour: 8, minute: 2, second: 0, ..AT },
        opened_by: "Ana".into(),
        closed_at: Some(LocalDateTime { hour: 19, minute: 31, second: 0, ..AT }),
        closed_by: Some("Ana".into()),
        approved_by: Some("Paul".into()),
        reported_at: LocalDateTime { hour: 19, minute: 31, second: 4, ..AT },
        sales: CountedAmount { count: 142, amount: Money(248_270) },
        returns: CountedAmount { count: 3, amount: Money(-4_120) },
        discounts: CountedAmount { count: 11, amount: Money(-6_410) },
        turnover: Money(237_740),
        average_basket: Some(Money(1_674)),
        taxes: vec![
            row(tax("TVA20", "TVA 20 %", "B", 20_000), 58_317, 11_663, 69_980),
            row(tax("TVA55", "TVA 5,5 %", "A", 5_500), 159_014, 8_746, 167_760),
        ],
        payments: vec![
            MethodTotal { label: "Espèces".into(), count: 96, amount: Money(81_240) },
            MethodTotal { label: "Carte".into(), count: 38, amount: Money(142_100) },
            MethodTotal { label: "Bons et chèques cadeau".into(), count: 8, amount: Money(14_400) },
        ],
        corrections: Vec::new(),
        drawer: Some(DrawerReport {
            opening_float: Money(15_000),
            receipts: Money(81_240),
            refunds: Money::ZERO,
            cash_in: Money(2_000),
            cash_out: Money(3_500),
            corrected: Money::ZERO,
            expected: Money(94_740),
            counted: Some(Money(94_540)),
            difference: Some(Money(-200)),
            to_bank: Some(Money(79_540)),
            left: Some(Money(15_000)),
        }),
        events: ShiftEvents { cancellations: 2, drawer_openings: 1, duplicates: 4 },
        note: "erreur de rendu (Ana)".into(),
        print: Some(PrintNumber::Original),
        software: software(),
    }
}

/// The same shift before it was closed.
pub fn x_report() -> ShiftTicket {
    let closed = z_report();
    ShiftTicket {
        kind: ShiftReportKind::X,
        closed_at: None,
        closed_by: None,
        approved_by: None,
        drawer: closed.drawer.map(|d| DrawerReport {
            counted: None,
            difference: None,
            to_bank: None,
            left: None,
            ..d
        }),
        note: String::new(),
        print: None,
        ..closed
    }
}

pub fn cash_slip() -> CashSlip {
    CashSlip {
        country: Country::France,
        trade_name: "BOULANGERIE DU PORT".into(),
        direction: CashDirection::Out,
        number: "M01-000017".into(),
        moved_at: AT,
        workstation: "01".into(),
        shift: Some("0412".into()),
        amount: Money(3_500),
        reason: "Achat de timbres".into(),
        operator: "Ana".into(),
        note: String::new(),
    }
}

pub fn test_page() -> TestPage {
    TestPage {
        printer: "Imprimante tickets".into(),
        address: "192.168.1.50:9100".into(),
        requested_at: AT,
        software: software(),
    }
}
