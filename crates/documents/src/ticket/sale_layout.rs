//! How a sale ticket is placed (ux.md 4.3).

use domain::cart::ServiceMode;
use domain::country::Country;
use domain::payment::PaymentKind;
use domain::tax::TaxAmount;

use super::common_layout::{DOUBLE, SINGLE};
use super::sale::{LineDiscount, LinkedTicket, Operation, SaleTicket, TicketPayment};
use crate::layout::{Line, Paper, Receipt};
use crate::words::Words;

impl SaleTicket {
    /// Places the ticket on paper in the language of `words`.
    #[must_use]
    pub fn lay_out(&self, words: &Words, paper: Paper) -> Receipt {
        let mut lines: Vec<Line> = self.logo.iter().cloned().map(Line::Picture).collect();
        let letters = self.lines.iter().map(|l| l.tax_letters.chars().count()).max().unwrap_or(0);
        self.push_head(words, &mut lines);
        for line in &self.lines {
            line.push(self.country, letters, words, &mut lines);
        }
        lines.push(SINGLE);
        match self.country {
            Country::France => self.push_french_totals(words, &mut lines),
            Country::Quebec => self.push_quebec_totals(words, &mut lines),
        }
        self.push_foot(words, &mut lines);
        Receipt::lay_out(&lines, paper)
    }

    fn push_head(&self, words: &Words, out: &mut Vec<Line>) {
        let sale = &words.sale;
        if let Some(linked) = &self.linked {
            out.push(Line::heading(linked.text(words)));
        }
        if self.operation != Operation::Sale {
            out.push(Line::heading(self.operation_name(words).to_uppercase()));
        }
        if self.invoice.is_some() {
            out.push(Line::heading(words.invoice.title));
        }
        self.print.push_banner(words, out);
        self.seller.push(words, out);
        out.push(SINGLE);
        let kind = if self.invoice.is_some() { words.invoice.number } else { sale.ticket };
        out.push(Line::pair(format!("{kind} {}", self.number), words.numbers.date_time(self.issued_at)));
        self.push_invoice(words, out);
        let shift = self.shift.as_ref().map(|s| format!("  {} {s}", sale.shift)).unwrap_or_default();
        let place = format!("{} {}{shift}", sale.workstation, self.workstation);
        out.push(Line::pair(place, words.labelled(sale.sold_by, &self.sold_by)));
        self.push_customer(words, out);
        out.push(SINGLE);
    }

    /// The ticket behind an invoice, the day of the sale, the day by which it must be paid.
    fn push_invoice(&self, words: &Words, out: &mut Vec<Line>) {
        let Some(invoice) = &self.invoice else { return };
        let (ticket, day) =
            (&invoice.ticket, words.labelled(words.invoice.supplied_on, &invoice.supplied_on));
        out.push(Line::pair(format!("{} {ticket}", words.invoice.of_ticket), day));
        if let Some(due) = &invoice.due_on {
            out.push(Line::left(format!("{} {due}", words.invoice.due_on)));
        }
    }

    /// The customer, the type of operation and the way of service. Québec prints neither a walk-in customer nor a plain sale.
    fn push_customer(&self, words: &Words, out: &mut Vec<Line>) {
        let french = self.country == Country::France;
        let name = self.customer.as_ref().map(|c| c.name.as_str());
        let customer = match name.or(french.then_some(words.sale.walk_in)) {
            Some(name) => words.labelled(words.sale.customer, name),
            None => String::new(),
        };
        let status = [self.operation_name(words), self.print.status(words)];
        let status: Vec<&str> = status.into_iter().filter(|s| !s.is_empty()).collect();
        let shown = french || self.operation != Operation::Sale;
        let status = if shown { status.join(" - ") } else { String::new() };
        if !(customer.is_empty() && status.is_empty()) {
            out.push(Line::pair(customer, status));
        }
        for detail in self.customer.iter().flat_map(|c| &c.details) {
            out.push(Line::left(format!("  {detail}")));
        }
        out.extend(self.service_name(words).map(Line::left));
    }

    /// How it was served.
    pub(super) fn service_name(&self, words: &Words) -> Option<&'static str> {
        self.service.map(|service| match service {
            ServiceMode::OnSite => words.sale.on_site,
            ServiceMode::Takeaway => words.sale.takeaway,
            ServiceMode::Delivered => words.sale.delivered,
        })
    }

    /// The type of operation, as every French document states it.
    pub(super) const fn operation_name(&self, words: &Words) -> &'static str {
        match self.operation {
            Operation::Sale => words.sale.sale,
            Operation::Return => words.sale.return_,
            Operation::Cancellation => words.sale.cancellation,
            Operation::Modification => words.sale.modification,
        }
    }

    fn push_french_totals(&self, words: &Words, out: &mut Vec<Line>) {
        let numbers = words.numbers;
        let articles = words.labelled(words.sale.articles, &numbers.count(self.article_count));
        let count = words.labelled(words.sale.lines, &numbers.count(self.line_count));
        out.push(Line::left(format!("{articles}   {count}")));
        self.push_ticket_discount(words, out);
        if self.before_tax {
            out.push(Line::pair(words.invoice.before_tax, ""));
            out.push(Line::pair(words.invoice.total_net, numbers.amount(self.totals.net)));
            for row in by_rate(&self.totals.taxes) {
                out.push(Line::pair(&row.tax.name, numbers.amount(row.amount)));
            }
        }
        self.push_total(words, out);
        self.push_payments(words, out);
        out.push(SINGLE);
        out.push(tax_table(&self.totals.taxes, Some((&self.totals, words.sale.tax_total)), words));
        out.push(SINGLE);
    }

    /// Subtotal before taxes, each tax, total. Cash rounding is part of the payments: it is no turnover.
    fn push_quebec_totals(&self, words: &Words, out: &mut Vec<Line>) {
        let numbers = words.numbers;
        self.push_ticket_discount(words, out);
        out.push(Line::pair(words.sale.subtotal, numbers.amount(self.totals.net)));
        for row in by_rate(&self.totals.taxes) {
            out.push(Line::pair(&row.tax.name, numbers.amount(row.amount)));
        }
        self.push_total(words, out);
        self.push_payments(words, out);
        out.push(SINGLE);
        let legend: Vec<String> = by_rate(&self.totals.taxes)
            .iter()
            .filter(|row| !row.tax.letter.is_empty())
            .map(|row| format!("{} = {}", row.tax.letter, row.tax.code))
            .collect();
        if !legend.is_empty() {
            out.push(Line::left(legend.join("   ")));
        }
    }

    fn push_ticket_discount(&self, words: &Words, out: &mut Vec<Line>) {
        if let Some(discount) = &self.discount {
            let label = discount.label(words.sale.ticket_discount, words);
            out.push(Line::item(label, words.numbers.amount(-discount.amount)));
        }
    }

    fn push_total(&self, words: &Words, out: &mut Vec<Line>) {
        let amount = words.numbers.with_currency(self.totals.total, self.country);
        out.push(Line::Total { label: words.sale.total.to_owned(), amount });
        out.push(DOUBLE);
    }

    fn push_payments(&self, words: &Words, out: &mut Vec<Line>) {
        for payment in &self.payments {
            payment.push(words, out);
        }
    }

    fn push_foot(&self, words: &Words, out: &mut Vec<Line>) {
        if !self.note.is_empty() {
            out.push(Line::left(words.labelled(words.sale.note, &self.note)));
        }
        out.extend(self.mentions.iter().map(Line::left));
        let seal = self.seal.as_ref();
        let seal = seal.map(|s| format!("{} {}", words.trace.signature, s.signature_extract));
        out.push(Line::pair(self.print.text(words), seal.unwrap_or_default()));
        self.software.push(self.country, words, out);
        out.extend([Line::Feed(1), Line::Barcode(self.number.clone())]);
        if !self.footer.is_empty() {
            out.push(Line::Feed(1));
        }
        out.extend(self.footer.iter().map(Line::centred));
    }
}

impl LinkedTicket {
    /// «Ce ticket annule le ticket n° …».
    pub(super) fn text(&self, words: &Words) -> String {
        let (text, number) = match self {
            Self::CancelledBy(number) => (words.sale.cancelled_by, number),
            Self::TicketCancelledBy(number) => (words.invoice.ticket_cancelled, number),
            Self::Cancels(number) => (words.sale.cancels, number),
            Self::Modifies(number) => (words.sale.modifies, number),
            Self::ReturnOf(number) => (words.sale.return_of, number),
        };
        format!("{text} {number}")
    }
}

impl LineDiscount {
    /// «Remise 10 % : Client fidèle».
    pub(super) fn label(&self, word: &str, words: &Words) -> String {
        let label = match self.rate {
            Some(rate) => format!("{word} {}", words.numbers.rate(rate, 0)),
            None => word.to_owned(),
        };
        if self.reason.is_empty() { label } else { words.labelled(&label, &self.reason) }
    }
}

impl TicketPayment {
    /// The method, with what is known of its card.
    pub(super) fn method(&self) -> String {
        match &self.card_last4 {
            Some(last4) => format!("{} **** {last4}", self.label),
            None => self.label.clone(),
        }
    }

    fn push(&self, words: &Words, out: &mut Vec<Line>) {
        let numbers = words.numbers;
        if !self.rounding.is_zero() {
            out.push(Line::pair(words.payment.rounding, numbers.amount(self.rounding)));
            let payable = numbers.amount(self.amount + self.rounding);
            out.push(Line::pair(words.payment.payable_in_cash, payable));
        }
        let label = match self.kind {
            PaymentKind::Cash if self.received.0 < 0 => words.payment.cash_refunded.to_owned(),
            PaymentKind::Cash => words.payment.cash_received.to_owned(),
            _ => self.method(),
        };
        out.push(Line::item(label, numbers.amount(self.received)));
        if let Some(reference) = &self.reference {
            out.push(Line::left(format!("    {} {reference}", words.payment.reference)));
        }
        if !self.change.is_zero() {
            out.push(Line::pair(words.payment.change, numbers.amount(self.change)));
        }
    }
}

/// The rows with the lowest rate first: TPS before TVQ, as Québec prescribes, and 5,5 % before 20 %.
pub(super) fn by_rate(taxes: &[TaxAmount]) -> Vec<&TaxAmount> {
    let mut rows: Vec<&TaxAmount> = taxes.iter().collect();
    rows.sort_by_key(|row| row.tax.rate);
    rows
}

/// Rate, base, tax and gross per rate, then their totals when given.
pub(super) fn tax_table(
    taxes: &[TaxAmount],
    totals: Option<(&domain::tax::DocumentTotals, &str)>,
    words: &Words,
) -> Line {
    let (sale, numbers) = (&words.sale, words.numbers);
    let mut rows = vec![[sale.tax_rate, sale.net, sale.tax, sale.gross].map(str::to_owned).to_vec()];
    for row in by_rate(taxes) {
        let rate = numbers.rate(row.tax.rate, 1);
        rows.push(vec![
            format!("{:<1} {rate:>6}", row.tax.letter),
            numbers.amount(row.base),
            numbers.amount(row.amount),
            numbers.amount(row.gross),
        ]);
    }
    if let Some((totals, label)) = totals {
        let amounts = [totals.net, totals.tax, totals.total].map(|m| numbers.amount(m));
        rows.push(std::iter::once(label.to_owned()).chain(amounts).collect());
    }
    Line::Table(rows)
}
