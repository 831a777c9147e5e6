//! From the values of an invoice to the texts of its A4 page. They are the values that its narrow paper prints.

use domain::money::Money;
use domain::payment::PaymentKind;

use super::invoice_sheet::{Alignment, Amount, Column, Fact, InvoiceSheet, Party, SheetRow, SheetTable};
use super::sale::{LineDiscount, SaleTicket, TicketLine, TicketPayment};
use super::sale_layout::by_rate;
use crate::words::Words;

/// Holds an amount and its sign together.
const NO_BREAK: char = '\u{a0}';

impl SaleTicket {
    /// The invoice as the texts of its A4 page, in the language of `words`. Invoices are French: amounts are euros.
    #[must_use]
    pub fn sheet(&self, words: &Words) -> InvoiceSheet {
        let sheet = &words.sheet;
        InvoiceSheet {
            logo: self.logo.clone(),
            notices: self.linked.iter().map(|linked| linked.text(words)).collect(),
            watermark: Vec::new(),
            title: words.invoice.title.to_owned(),
            number: format!("{} {}", sheet.invoice_no, self.number),
            copy: self.print.banner(words),
            seller: self.seller_party(words),
            buyer: self.customer.as_ref().map(|buyer| Party {
                heading: sheet.billed_to.to_owned(),
                name: buyer.name.clone(),
                lines: buyer.details.clone(),
            }),
            facts: self.facts(words),
            currency: sheet.amounts_in_euros.to_owned(),
            lines: self.lines_table(words),
            taxes_title: sheet.tax_summary.to_owned(),
            taxes: self.taxes_table(words),
            totals: self.sums(words),
            mentions_title: sheet.conditions.to_owned(),
            mentions: self.all_mentions(words),
            trace: self.trace(words),
            foot: self.foot(words),
            page: sheet.page.to_owned(),
        }
    }

    fn seller_party(&self, words: &Words) -> Party {
        let seller = &self.seller;
        let legal = [&seller.legal_name].into_iter().filter(|name| **name != seller.trade_name);
        let phone = (!seller.phone.is_empty()).then(|| format!("{} {}", words.sale.phone, seller.phone));
        let mut lines: Vec<String> = legal.chain(&seller.address).cloned().chain(phone).collect();
        lines.push(seller.legal_form.clone());
        lines.extend(seller.registrations.iter().map(|number| number.text(words)));
        lines.retain(|line| !line.is_empty());
        Party { heading: String::new(), name: seller.trade_name.clone(), lines }
    }

    fn foot(&self, words: &Words) -> String {
        let seller = &self.seller;
        let name = if seller.legal_name.is_empty() { &seller.trade_name } else { &seller.legal_name };
        let numbers = seller.registrations.iter().map(|number| number.text(words));
        std::iter::once(name.clone()).chain(numbers).collect::<Vec<_>>().join(" · ")
    }

    /// Dates and references, those that are known.
    fn facts(&self, words: &Words) -> Vec<Fact> {
        let (sheet, invoice) = (&words.sheet, self.invoice.as_ref());
        let service = self.service_name(words).map(str::to_owned);
        let all = [
            (sheet.date, Some(words.numbers.date_time(self.issued_at))),
            (words.invoice.supplied_on, invoice.map(|i| i.supplied_on.clone())),
            (words.invoice.due_on, invoice.and_then(|i| i.due_on.clone())),
            (words.invoice.of_ticket, invoice.map(|i| i.ticket.clone())),
            (words.sale.sold_by, Some(self.sold_by.clone())),
            (words.sale.workstation, Some(self.workstation.clone())),
            (sheet.service, service),
        ];
        let known = all.into_iter().filter_map(|(label, text)| Some((label, text?)));
        let fact = |(label, text): (&str, String)| Fact { label: label.to_owned(), text };
        known.filter(|(_, text)| !text.is_empty()).map(fact).collect()
    }

    /// What was sold. A unit price before tax stands on each line; the total of a line is in the shop's price mode, as it was
    /// signed, and so is its discount.
    fn lines_table(&self, words: &Words) -> SheetTable {
        let (sheet, decimal) = (&words.sheet, Alignment::Decimal(words.numbers.decimal()));
        let shown = Shown {
            unit: self.lines.iter().any(|line| line.unit.is_some()),
            gross: !self.before_tax,
            discount: self.lines.iter().any(|line| line.discount.is_some()),
        };
        let total = if shown.gross { sheet.total_gross } else { sheet.total_net };
        let columns = [
            (true, sheet.designation, Alignment::Left),
            (true, sheet.quantity, decimal),
            (shown.unit, sheet.unit, Alignment::Left),
            (true, sheet.unit_net, decimal),
            (true, sheet.rate, Alignment::Right),
            (shown.gross, sheet.unit_gross, decimal),
            (shown.discount, sheet.discount, Alignment::Right),
            (true, total, Alignment::Right),
        ];
        let columns: Vec<Column> = columns
            .into_iter()
            .filter(|(shown, ..)| *shown)
            .map(|(_, title, alignment)| Column { title: title.to_owned(), alignment })
            .collect();
        let mut rows: Vec<SheetRow> = self.lines.iter().map(|line| line.row(shown, words)).collect();
        rows.extend(self.discount.as_ref().map(|given| given.row(columns.len(), words)));
        SheetTable { columns, rows }
    }

    /// Base, tax and sum of each rate, then their totals.
    fn taxes_table(&self, words: &Words) -> SheetTable {
        let (sheet, numbers) = (&words.sheet, words.numbers);
        let titles = [sheet.tax_base, sheet.tax_amount, sheet.tax_gross];
        let right = |title: &str| Column { title: title.to_owned(), alignment: Alignment::Right };
        let first = Column { title: words.sale.tax_rate.to_owned(), alignment: Alignment::Left };
        let row = |label: &str, amounts: [Money; 3]| {
            let amounts = amounts.map(|amount| numbers.amount(amount));
            let cells = std::iter::once(label.to_owned()).chain(amounts).collect();
            SheetRow { cells, notes: Vec::new() }
        };
        let rates = by_rate(&self.totals.taxes);
        let rates = rates.into_iter().map(|t| row(&t.tax.name, [t.base, t.amount, t.gross]));
        let sum = row(words.sale.tax_total, [self.totals.net, self.totals.tax, self.totals.total]);
        SheetTable {
            columns: std::iter::once(first).chain(titles.map(right)).collect(),
            rows: rates.chain([sum]).collect(),
        }
    }

    /// Totals, what was paid and how, and what remains: what was left on the customer's account.
    fn sums(&self, words: &Words) -> Vec<Amount> {
        let sheet = &words.sheet;
        let sum = |label: &str, amount: Money, strong: bool| {
            let number = words.numbers.amount(amount);
            let amount = if strong { format!("{number}{NO_BREAK}€") } else { number };
            Amount { label: label.to_owned(), amount, strong }
        };
        let (owed, paid): (Vec<_>, Vec<_>) =
            self.payments.iter().partition(|payment| payment.kind == PaymentKind::OnAccount);
        let left: Money = owed.iter().map(|payment| payment.amount).sum();
        let due = self.invoice.as_ref().and_then(|invoice| invoice.due_on.as_ref());
        let left_label = match due.filter(|_| !left.is_zero()) {
            Some(day) => format!("{} {day}", words.invoice.due_on),
            None => sheet.left.to_owned(),
        };
        let mut sums = vec![
            sum(sheet.sum_net, self.totals.net, false),
            sum(sheet.tax_total, self.totals.tax, false),
            sum(sheet.sum_gross, self.totals.total, true),
        ];
        sums.extend(paid.into_iter().map(|payment| sum(&payment.settled(words), payment.amount, false)));
        sums.push(sum(&left_label, left, true));
        sums
    }

    fn all_mentions(&self, words: &Words) -> Vec<String> {
        let note = (!self.note.is_empty()).then(|| words.labelled(words.sale.note, &self.note));
        note.into_iter().chain(self.mentions.iter().cloned()).collect()
    }

    fn trace(&self, words: &Words) -> Vec<String> {
        let status = [self.operation_name(words), self.print.status(words)];
        let status: Vec<&str> = status.into_iter().filter(|text| !text.is_empty()).collect();
        let lines = words.labelled(words.sale.lines, &words.numbers.count(self.line_count));
        let seal = self.seal.as_ref();
        let seal = seal.map(|seal| format!("{} {}", words.trace.signature, seal.signature_extract));
        let mut trace = vec![status.join(" - "), lines, self.print.text(words)];
        trace.extend(seal);
        trace.extend([self.software.text(words), self.software.attestation.clone()]);
        trace.retain(|text| !text.is_empty());
        trace
    }
}

/// The columns that not every invoice has.
#[derive(Clone, Copy)]
struct Shown {
    unit: bool,
    gross: bool,
    discount: bool,
}

impl TicketLine {
    fn row(&self, shown: Shown, words: &Words) -> SheetRow {
        let numbers = words.numbers;
        let net = self.net.as_ref();
        let rates = net.iter().flat_map(|net| &net.taxes).map(|(_, rate)| numbers.rate(*rate, 0));
        let given = self.discount.as_ref().map_or(Money::ZERO, |discount| discount.amount);
        let cells = [
            (true, self.name.clone()),
            (true, numbers.quantity(self.quantity)),
            (shown.unit, self.unit.clone().unwrap_or_default()),
            (true, net.map(|net| numbers.unit_price(net.unit_price)).unwrap_or_default()),
            (true, rates.collect::<Vec<_>>().join(" + ")),
            (shown.gross, numbers.unit_price(self.unit_price)),
            (shown.discount, self.discount.as_ref().map(|_| numbers.amount(-given)).unwrap_or_default()),
            (true, numbers.amount(self.amount - given)),
        ];
        let cells = cells.into_iter().filter(|(shown, _)| *shown).map(|(_, text)| text).collect();
        let says = |given: &&LineDiscount| given.rate.is_some() || !given.reason.is_empty();
        let discount = self.discount.as_ref().filter(says);
        let discount = discount.map(|given| given.label(words.sale.discount, words));
        let eco = self
            .eco_contribution
            .map(|eco| format!("{} {}", words.sale.eco_contribution, numbers.amount(eco)));
        let texts = self.guarantee.iter().chain(&self.details).cloned();
        SheetRow { cells, notes: discount.into_iter().chain(eco).chain(texts).collect() }
    }
}

impl LineDiscount {
    /// The discount of the whole sale, under the lines that it is taken from.
    fn row(&self, columns: usize, words: &Words) -> SheetRow {
        let mut cells = vec![String::new(); columns];
        if let [label, .., amount] = cells.as_mut_slice() {
            *label = self.label(words.sale.ticket_discount, words);
            *amount = words.numbers.amount(-self.amount);
        }
        SheetRow { cells, notes: Vec::new() }
    }
}

impl TicketPayment {
    /// «Payé : Carte **** 1234, Réf. 5678».
    fn settled(&self, words: &Words) -> String {
        let method = words.labelled(words.sheet.paid, &self.method());
        match &self.reference {
            Some(reference) => format!("{method}, {} {reference}", words.payment.reference),
            None => method,
        }
    }
}
