//! Payloads of a small shop.

use domain::cart::ServiceMode;
use domain::country::PriceMode;
use domain::ids::{
    ArticleId, CustomerId, DepartmentId, DocumentId, FeeTypeId, LineId, MethodId, PaymentId, ShiftId,
};
use domain::money::{Money, Quantity, Rate, UnitPrice};
use domain::payment::PaymentKind;
use domain::tax::{AppliedTax, ExemptionGround, TaxableLine, document_totals};
use fiscal::{
    BuyerSnapshot, DiscountSnapshot, DocumentClass, Exemption, Header, Operation, Origin, PaymentSnapshot,
    Person, ShiftRef, ShopSnapshot, Software, Stamp, TaxSnapshot, Terminal, TicketLine, TicketPayload,
    TicketTotals, VatRow,
};
use uuid::Uuid;

/// 2026-11-21T08:30:05Z: the time of the golden vectors.
pub const OPENING: i64 = 1_795_249_805;

pub fn uuid(n: u128) -> Uuid {
    Uuid::from_u128(0x0193_4f00_0000_7000_8000_0000_0000_0000 + n)
}

pub fn terminal() -> Terminal {
    Terminal { id: uuid(1).into(), code: "T1".into() }
}

pub fn header(number: String, seconds: i64) -> Header {
    Header {
        number,
        at: Stamp::from_unix(seconds, 60).unwrap(),
        terminal: terminal(),
        operator: Some(Person { id: uuid(2).into(), name: "Zoé Lefèvre".into() }),
        software: Software::current("0.1.0"),
    }
}

pub fn vat(code: &str, letter: &str, rate: i64) -> AppliedTax {
    AppliedTax { code: code.into(), name: format!("Taxe {code}"), letter: letter.into(), rate: Rate(rate) }
}

/// Unit price ×10⁶, quantity ×10⁴, taxes.
pub type Item = (i64, i64, Vec<AppliedTax>);

pub fn bread_and_book() -> Vec<Item> {
    vec![
        (12_500_000, 10_000, vec![vat("TVA20", "A", 20_000)]),
        (5_275_000, 20_000, vec![vat("TVA55", "B", 5_500)]),
    ]
}

fn line(n: usize, (price, quantity, taxes): &Item) -> TicketLine {
    let position = u128::try_from(n).unwrap();
    TicketLine {
        n: i64::try_from(n).unwrap(),
        line: LineId(uuid(100 + position)),
        article: Some(ArticleId(uuid(200 + position))),
        fee: None,
        code: format!("A{n}"),
        label: format!("Crème brûlée, n° {n}"),
        note: None,
        quantity: Quantity(*quantity),
        unit: "pièce".into(),
        unit_price: UnitPrice(*price),
        set_amount: false,
        taxes: taxes.iter().map(TaxSnapshot::from).collect(),
        exemption: None,
        amount: UnitPrice(*price).times(Quantity(*quantity)).unwrap(),
        discount: None,
        share: Money::ZERO,
        total: UnitPrice(*price).times(Quantity(*quantity)).unwrap(),
        stocked: true,
        department: Some(DepartmentId(uuid(300))),
    }
}

pub fn shop() -> ShopSnapshot {
    ShopSnapshot {
        legal_name: "SARL Comptoir, Épices & Cie".into(),
        trading_name: Some("Le Comptoir".into()),
        address_lines: vec!["3 rue de l'Œillet".into()],
        postcode: "69001".into(),
        city: "Lyon".into(),
        country: "FR".into(),
        siret: Some("73282932000074".into()),
        naf: Some("4729Z".into()),
        vat_id: Some("FR44732829320".into()),
        tps_no: None,
        tvq_no: None,
    }
}

fn applied(line: &TicketLine) -> Vec<AppliedTax> {
    let taxes = line.taxes.iter().cloned();
    taxes.map(|t| AppliedTax { code: t.code, name: t.name, letter: t.letter, rate: t.rate }).collect()
}

fn cash(total: Money) -> PaymentSnapshot {
    PaymentSnapshot {
        id: PaymentId(uuid(400)),
        method: MethodId(uuid(401)),
        kind: PaymentKind::Cash,
        name: "Espèces".into(),
        amount: total,
        received: total + Money(500),
        change: Money(500),
        rounding: Money::ZERO,
        card_last4: None,
        reference: None,
        nature: None,
    }
}

/// A ticket whose figures follow from its items.
pub fn ticket(mode: PriceMode, header: Header, operation: Operation, items: &[Item]) -> TicketPayload {
    let lines = (1..).zip(items).map(|(n, item)| line(n, item)).collect();
    ticket_of(mode, header, operation, lines)
}

/// A tenth off the book, 1.00 off the ticket, and a fee, served on site.
pub fn discounted_ticket(header: Header) -> TicketPayload {
    let mut items = bread_and_book();
    items.push((5_000_000, 10_000, vec![vat("TVA20", "A", 20_000)]));
    let mut lines: Vec<_> = (1..).zip(&items).map(|(n, item)| line(n, item)).collect();
    let tenth = DiscountSnapshot { rate: Some(Rate(10_000)), amount: Money(125), reason: "Abîmé".into() };
    lines[0] =
        TicketLine { discount: Some(tenth), share: Money(52), total: Money(1_073), ..lines[0].clone() };
    lines[1] = TicketLine { share: Money(48), total: Money(1_007), ..lines[1].clone() };
    let fee = Some(FeeTypeId(uuid(800)));
    lines[2] = TicketLine { article: None, fee, code: String::new(), stocked: false, ..lines[2].clone() };
    let ticket = ticket_of(PriceMode::TaxInclusive, header, Operation::Vente, lines);
    let discount = DiscountSnapshot { rate: None, amount: Money(100), reason: "Fidélité".into() };
    let discounts = Money(225);
    TicketPayload { service: Some(ServiceMode::OnSite), discount: Some(discount), discounts, ..ticket }
}

/// The invoice that is made from a ticket: the same figures under a number of its own.
pub fn invoice_of(ticket: &TicketPayload, header: Header) -> TicketPayload {
    let origin = Origin { document: ticket.document, number: ticket.header.number.clone() };
    TicketPayload {
        header,
        class: DocumentClass::FactureDeTicket,
        document: DocumentId(uuid(501)),
        supplied_on: Some(ticket.business_day.clone()),
        origin: Some(origin),
        customer: ticket.customer.clone().map(|buyer| BuyerSnapshot {
            address_lines: vec!["12 rue des Tanneurs".into(), "Bâtiment B".into()],
            postcode: Some("69002".into()),
            city: Some("Lyon".into()),
            country: Some("FR".into()),
            siren: Some("732829320".into()),
            siret: Some("73282932000074".into()),
            vat_id: Some("FR44732829320".into()),
            ..buyer
        }),
        language: Some("fr".into()),
        mentions: vec!["Pas d'escompte pour paiement anticipé".into()],
        ..ticket.clone()
    }
}

/// A book whose amount was read from its label, and postage that bears no VAT on a ground of its own.
pub fn exempt_ticket(header: Header) -> TicketPayload {
    let items = [
        (12_500_000, 3_330, vec![vat("TVA20", "A", 20_000)]),
        (5_000_000, 10_000, vec![vat("TVA0", "Z", 0)]),
    ];
    let mut lines: Vec<_> = (1..).zip(&items).map(|(n, item)| line(n, item)).collect();
    let read = Money(417);
    lines[0] = TicketLine {
        set_amount: true,
        note: Some("dédicacé".into()),
        amount: read,
        total: read,
        ..lines[0].clone()
    };
    let ground = ExemptionGround::Disbursement;
    let exemption = Exemption { ground, mention: ground.mention("2026-11-21").into() };
    let fee = Some(FeeTypeId(uuid(800)));
    lines[1] = TicketLine {
        article: None,
        fee,
        code: String::new(),
        stocked: false,
        exemption: Some(exemption),
        ..lines[1].clone()
    };
    ticket_of(PriceMode::TaxInclusive, header, Operation::Vente, lines)
}

fn ticket_of(mode: PriceMode, header: Header, operation: Operation, lines: Vec<TicketLine>) -> TicketPayload {
    let taxes: Vec<Vec<AppliedTax>> = lines.iter().map(applied).collect();
    let taxable: Vec<_> =
        lines.iter().zip(&taxes).map(|(line, taxes)| TaxableLine { total: line.total, taxes }).collect();
    let totals = document_totals(mode, &taxable).unwrap();
    let figures = TicketTotals { net: totals.net, tax: totals.tax, total: totals.total };
    TicketPayload {
        class: DocumentClass::Ticket,
        document: DocumentId(uuid(500)),
        operation,
        business_day: header.at.ts_utc[..10].to_owned(),
        supplied_on: None,
        due_on: None,
        header,
        shop: shop(),
        shift: ShiftRef { id: ShiftId(uuid(600)), number: 7 },
        seller: None,
        customer: Some(BuyerSnapshot::named(CustomerId(uuid(700)), "Anaïs Noël".into())),
        origin: None,
        reason: None,
        note: String::new(),
        language: None,
        service: None,
        price_mode: mode,
        exemption: None,
        currency: "EUR".into(),
        line_count: i64::try_from(lines.len()).unwrap(),
        lines,
        discount: None,
        discounts: Money::ZERO,
        vat: totals.taxes.iter().map(VatRow::from).collect(),
        payments: vec![cash(figures.total)],
        totals: figures,
        mentions: Vec::new(),
        print_number: 0,
    }
}
