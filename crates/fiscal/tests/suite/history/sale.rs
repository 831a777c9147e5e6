//! Tickets of every kind, and what is made from them.

use domain::country::PriceMode;
use domain::ids::MethodId;
use domain::money::{Money, Quantity};
use domain::payment::{EXCHANGE_METHOD, EXCHANGE_NAME, PaymentKind};
use fiscal::{
    Chain, DuplicatePayload, DuplicatedDocument, GrandTotalPayload, Header, JetEvent, Operation, Origin,
    PaymentSnapshot, Scope, TicketLine, TicketPayload, TicketTotals, VatRow, document_number, invoice_series,
};

use super::Shop;
use super::shop::Sold;
use crate::common::samples::{self, Item};

/// The ways to pay.
pub const METHODS: [(u128, PaymentKind, &str); 3] = [
    (401, PaymentKind::Cash, "Espèces"),
    (402, PaymentKind::CardStandalone, "Carte"),
    (403, PaymentKind::Cheque, "Chèque"),
];

/// A payment of exactly an amount.
pub fn payment(way: usize, amount: Money) -> PaymentSnapshot {
    let (id, kind, name) = METHODS[way];
    PaymentSnapshot {
        id: samples::uuid(400).into(),
        method: MethodId(samples::uuid(id)),
        kind,
        name: name.into(),
        amount,
        received: amount,
        change: Money::ZERO,
        rounding: Money::ZERO,
        card_last4: None,
        reference: None,
        nature: None,
    }
}

impl Shop {
    pub fn sale(&mut self) {
        let header = self.header(Chain::Ticket);
        let items = self.basket();
        let mut ticket = self.made(header, Operation::Vente, &items);
        if self.chance.one_in(4) {
            ticket =
                TicketPayload { business_day: self.today(), ..samples::discounted_ticket(ticket.header) };
        }
        let way = self.chance.below(METHODS.len());
        ticket.payments = vec![payment(way, ticket.totals.total)];
        self.seal_ticket(ticket);
    }

    fn basket(&mut self) -> Vec<Item> {
        let rates = [samples::vat("TVA20", "A", 20_000), samples::vat("TVA55", "B", 5_500)];
        (0..1 + self.chance.below(3))
            .map(|_| {
                let price = 100_000 * i64::try_from(1 + self.chance.below(300)).unwrap();
                let quantity = 10_000 * i64::try_from(1 + self.chance.below(3)).unwrap();
                (price, quantity, vec![rates[self.chance.below(2)].clone()])
            })
            .collect()
    }

    fn made(&self, header: Header, operation: Operation, items: &[Item]) -> TicketPayload {
        let ticket = samples::ticket(PriceMode::TaxInclusive, header, operation, items);
        TicketPayload { business_day: self.today(), ..ticket }
    }

    /// A ticket and its grand total.
    pub fn seal_ticket(&mut self, ticket: TicketPayload) {
        self.put(ticket.clone());
        self.db.perpetual = self.db.perpetual.after(ticket.totals.total).unwrap();
        let header = self.header(Chain::Gt);
        self.put(GrandTotalPayload {
            header,
            scope: Scope::Ticket,
            period_key: ticket.business_day.clone(),
            document: Some(ticket.header.number.clone()),
            vat: ticket.vat.clone(),
            period_total: ticket.totals.total,
            perpetual: self.db.perpetual,
            detail: None,
        });
        self.db.sold.push(Sold { ticket, reprints: 0, invoiced: false, corrected: false });
    }

    /// A sale that may be returned or cancelled.
    fn correctable(&mut self) -> Option<TicketPayload> {
        let free = |s: &&mut Sold| !s.corrected && s.ticket.operation == Operation::Vente && s.plain();
        let mut free: Vec<_> = self.db.sold.iter_mut().filter(free).collect();
        let chosen = free.len().checked_sub(1)?;
        let sold = &mut free[self.chance.below(chosen + 1)];
        sold.corrected = true;
        Some(sold.ticket.clone())
    }

    /// One line of a sale comes back.
    pub fn give_back(&mut self) {
        let Some(sold) = self.correctable() else { return self.sale() };
        let header = self.header(Chain::Ticket);
        let line = &sold.lines[0];
        let taxes = line.taxes.iter().map(|t| samples::vat(&t.code, &t.letter, t.rate.0)).collect();
        let items = [(line.unit_price.0, -line.quantity.0, taxes)];
        let mut ticket = self.made(header, Operation::Retour, &items);
        ticket.origin = Some(Origin { document: sold.document, number: sold.header.number });
        ticket.payments = vec![payment(0, ticket.totals.total)];
        self.event(JetEvent::SaleReversed, "une ligne");
        self.seal_ticket(ticket);
    }

    /// A sale is cancelled by its mirror.
    pub fn cancel(&mut self) {
        let Some(sold) = self.correctable() else { return self.sale() };
        let header = self.header(Chain::Ticket);
        let turned =
            |row: &VatRow| VatRow { base: -row.base, tax: -row.tax, gross: -row.gross, ..row.clone() };
        let line = |line: &TicketLine| TicketLine {
            quantity: Quantity(-line.quantity.0),
            amount: -line.amount,
            total: -line.total,
            ..line.clone()
        };
        let TicketTotals { net, tax, total } = sold.totals;
        self.seal_ticket(TicketPayload {
            header,
            operation: Operation::Annulation,
            business_day: self.today(),
            origin: Some(Origin { document: sold.document, number: sold.header.number.clone() }),
            reason: Some("erreur".into()),
            lines: sold.lines.iter().map(line).collect(),
            vat: sold.vat.iter().map(turned).collect(),
            totals: TicketTotals { net: -net, tax: -tax, total: -total },
            payments: sold
                .payments
                .iter()
                .map(|p| PaymentSnapshot { amount: -p.amount, received: -p.received, ..p.clone() })
                .collect(),
            ..sold
        });
    }

    /// A return that pays for the next sale.
    pub fn exchange(&mut self) {
        let taxes = || vec![samples::vat("TVA20", "A", 20_000)];
        let number = document_number(Chain::Ticket, "T1", self.db.heads.next_seq(Chain::Ticket) + 1);
        let header = self.header(Chain::Ticket);
        let mut back = self.made(header, Operation::Retour, &[(12_500_000, -10_000, taxes())]);
        let swap = |amount: Money, with: &str| PaymentSnapshot {
            method: EXCHANGE_METHOD,
            kind: PaymentKind::Exchange,
            name: EXCHANGE_NAME.into(),
            reference: Some(with.to_owned()),
            ..payment(0, amount)
        };
        back.payments = vec![swap(Money(-1_250), &number)];
        let with = back.header.number.clone();
        self.seal_ticket(back);
        let header = self.header(Chain::Ticket);
        let mut sale = self.made(header, Operation::Vente, &[(15_000_000, 10_000, taxes())]);
        sale.payments = vec![swap(Money(1_250), &with), payment(1, Money(250))];
        self.seal_ticket(sale);
    }

    pub fn duplicate(&mut self) {
        if self.db.sold.is_empty() {
            return self.sale();
        }
        let chosen = self.chance.below(self.db.sold.len());
        let header = self.header(Chain::Duplicata);
        let sold = &mut self.db.sold[chosen];
        sold.reprints += 1;
        let (document, number, reprint_number) =
            (sold.ticket.document, sold.ticket.header.number.clone(), sold.reprints);
        self.put(DuplicatePayload {
            header,
            document_type: DuplicatedDocument::Ticket,
            document,
            original_number: number,
            original_terminal: samples::terminal().id,
            reprint_number,
        });
    }

    pub fn invoice(&mut self) {
        let wanted = |s: &&mut Sold| !s.invoiced && s.ticket.operation == Operation::Vente;
        let Some(sold) = self.db.sold.iter_mut().find(wanted) else { return self.sale() };
        sold.invoiced = true;
        let ticket = sold.ticket.clone();
        let series = invoice_series("T1", &self.today());
        let next = self.db.series.entry(series.clone()).or_default();
        *next += 1;
        let number = format!("{series}{next:06}");
        let header = Header { number, ..self.header(Chain::Facture) };
        let invoice = samples::invoice_of(&ticket, header);
        self.put(TicketPayload { business_day: self.today(), ..invoice });
    }
}

impl Sold {
    /// Without discounts, fees or exchange, so that its lines can come back as they are.
    fn plain(&self) -> bool {
        self.ticket.discounts.is_zero()
            && self.ticket.payments.iter().all(|p| p.kind != PaymentKind::Exchange)
    }
}
