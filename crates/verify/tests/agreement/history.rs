//! Records as the first version of the program made them, five years ago.

use domain::money::Money;
use fiscal::{
    BuyerV1, Chain, GrandTotalV1, JetEvent, JetPayload, JetV1, Operation, Payload, Scope, TicketLineV1,
    TicketPayload, TicketV1,
};

use crate::book::Book;
use crate::common::samples;
use crate::common::till::Till;

const FIVE_YEARS: i64 = 5 * 365 * 86_400;

/// An archive of a day of trade in schemas `jet/1`, `ticket/1` and `gt/1`. There were no closings then.
pub fn five_years_ago() -> Vec<u8> {
    let mut till = Till::bare();
    till.wait(-FIVE_YEARS);
    event(&mut till, JetEvent::JournalInitialised);
    event(&mut till, JetEvent::TerminalStarted);
    for _ in 0..3 {
        let header = till.header(Chain::Ticket);
        let ticket = samples::ticket(till.mode, header, Operation::Vente, &samples::bread_and_book());
        let day = ticket.business_day.clone();
        till.perpetual = till.perpetual.after(ticket.totals.total).unwrap();
        let (number, rows, amount) = (ticket.header.number.clone(), ticket.vat.clone(), ticket.totals.total);
        till.put(Payload::TicketV1(Box::new(first_schema(ticket))));
        let total = grand_total(&mut till, Scope::Ticket, &day, rows, amount);
        till.put(Payload::GrandTotalV1(Box::new(GrandTotalV1 { document: Some(number), ..total })));
    }
    Book { till }.archive(1, |_| {})
}

fn event(till: &mut Till, event: JetEvent) {
    let header = till.header(Chain::Jet);
    let JetPayload { header, code, official_code, label, info, .. } = JetPayload::new(header, event, "T1");
    till.put(Payload::JetV1(Box::new(JetV1 { header, code, official_code, label, info })));
}

fn grand_total(
    till: &mut Till,
    scope: Scope,
    day: &str,
    vat: Vec<fiscal::VatRow>,
    total: Money,
) -> GrandTotalV1 {
    GrandTotalV1 {
        header: till.header(Chain::Gt),
        scope,
        period_key: day.to_owned(),
        document: None,
        vat,
        period_total: total,
        perpetual: till.perpetual,
    }
}

fn first_schema(t: TicketPayload) -> TicketV1 {
    let lines = t.lines.into_iter().map(|l| TicketLineV1 {
        n: l.n,
        line: l.line,
        article: l.article.expect("an article"),
        code: l.code,
        label: l.label,
        quantity: l.quantity,
        unit: l.unit,
        unit_price: l.unit_price,
        taxes: l.taxes,
        total: l.total,
        stocked: l.stocked,
        department: l.department,
    });
    TicketV1 {
        header: t.header,
        document: t.document,
        operation: t.operation,
        business_day: t.business_day,
        shop: t.shop,
        shift: t.shift,
        seller: t.seller,
        customer: t.customer.map(|c| BuyerV1 { id: c.id, name: c.name }),
        origin: t.origin,
        reason: t.reason,
        note: t.note,
        price_mode: t.price_mode,
        currency: t.currency,
        lines: lines.collect(),
        line_count: t.line_count,
        vat: t.vat,
        totals: t.totals,
        payments: t.payments,
        print_number: t.print_number,
    }
}
