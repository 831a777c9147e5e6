//! How the paper of a closing is placed.

use super::closing::{ClosedPeriod, ClosingTicket};
use super::common_layout::SINGLE;
use super::sale_layout::tax_table;
use super::shift::CountedAmount;
use crate::layout::{Line, Paper, Receipt};
use crate::words::Words;

impl ClosingTicket {
    /// Places the closing on paper in the language of `words`.
    #[must_use]
    pub fn lay_out(&self, words: &Words, paper: Paper) -> Receipt {
        let mut lines = Vec::new();
        self.push_head(words, &mut lines);
        self.push_turnover(words, &mut lines);
        if !self.taxes.is_empty() {
            lines.push(tax_table(&self.taxes, None, words));
            lines.push(SINGLE);
        }
        self.push_payments(words, &mut lines);
        self.push_totals(words, &mut lines);
        self.software.push(self.country, words, &mut lines);
        Receipt::lay_out(&lines, paper)
    }

    fn push_head(&self, words: &Words, out: &mut Vec<Line>) {
        let (closing, numbers) = (&words.closing, words.numbers);
        let title = match self.period {
            ClosedPeriod::Day => closing.day,
            ClosedPeriod::Month => closing.month,
            ClosedPeriod::Year => closing.year,
        };
        out.push(Line::heading(title));
        self.seller.push(words, out);
        let workstation = format!("{} {}", words.sale.workstation, self.workstation);
        out.push(Line::pair(format!("{} {}", words.shift.z_no, self.number), workstation));
        let (from, to) = (numbers.date(self.from), numbers.date(self.to));
        let period = if from == to { from } else { format!("{from} - {to}") };
        out.push(Line::pair(closing.period, period));
        let opened = self.opened_at.map(|at| numbers.date_time(at));
        out.extend(opened.map(|at| Line::pair(closing.first_sale, at)));
        out.push(Line::pair(closing.closed, numbers.date_time(self.closed_at)));
        out.push(Line::pair(closing.by, self.closed_by.as_deref().unwrap_or(closing.by_program)));
        out.push(Line::pair(words.shift.printed, numbers.date_time(self.printed_at)));
        out.push(SINGLE);
    }

    fn push_turnover(&self, words: &Words, out: &mut Vec<Line>) {
        let (shift, numbers) = (&words.shift, words.numbers);
        let counted = |label: &str, value: CountedAmount| {
            Line::item(format!("{label} ({})", numbers.count(value.count)), numbers.amount(value.amount))
        };
        out.push(Line::item(words.closing.tickets, numbers.count(self.tickets)));
        for (label, number) in
            [(shift.first_ticket, &self.first_ticket), (shift.last_ticket, &self.last_ticket)]
        {
            out.extend(number.as_ref().map(|number| Line::pair(label, number)));
        }
        out.push(counted(shift.sales, self.sales));
        out.push(counted(shift.returns, self.returns));
        out.push(counted(shift.cancellations, self.cancellations));
        out.push(counted(shift.discounts, self.discounts));
        out.push(Line::item(shift.turnover, numbers.amount(self.total)).bold());
        out.push(SINGLE);
    }

    fn push_payments(&self, words: &Words, out: &mut Vec<Line>) {
        out.push(Line::left(words.shift.payments).bold());
        for method in &self.payments {
            let label = format!("  {} ({})", method.label, words.numbers.count(method.count));
            out.push(Line::item(label, words.numbers.amount(method.amount)));
        }
        out.push(SINGLE);
    }

    fn push_totals(&self, words: &Words, out: &mut Vec<Line>) {
        let (shift, closing, numbers) = (&words.shift, &words.closing, words.numbers);
        out.push(Line::item(shift.duplicates, numbers.count(self.duplicates)));
        out.push(Line::item(shift.drawer_openings, numbers.count(self.drawer_openings)));
        out.push(SINGLE);
        out.push(Line::item(shift.period_total, numbers.amount(self.total)).bold());
        out.push(Line::item(closing.perpetual_real, numbers.amount(self.perpetual_real)));
        out.push(Line::item(closing.perpetual_abs, numbers.amount(self.perpetual_abs)));
        out.push(Line::pair(shift.signature_extract, &self.seal.signature_extract));
        if self.anomaly {
            out.push(Line::left(closing.anomaly).bold());
        }
        out.push(SINGLE);
    }
}
