//! How a shift report is placed (ux.md 4.3).

use domain::money::Money;

use super::common_layout::SINGLE;
use super::sale_layout::tax_table;
use super::shift::{CountedAmount, DrawerReport, ShiftReportKind, ShiftTicket, ZFiscal};
use crate::layout::{Line, Paper, Receipt};
use crate::words::Words;

impl ShiftTicket {
    /// Places the report on paper in the language of `words`.
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
        if let Some(drawer) = &self.drawer {
            drawer.push(words, &mut lines);
            lines.push(SINGLE);
        }
        self.push_events(words, &mut lines);
        self.push_foot(words, &mut lines);
        Receipt::lay_out(&lines, paper)
    }

    fn push_head(&self, words: &Words, out: &mut Vec<Line>) {
        let shift = &words.shift;
        if let Some(print) = self.print {
            print.push_banner(words, out);
        }
        let workstation = format!("{} {}", words.sale.workstation, self.workstation);
        let (title, number) = match &self.kind {
            ShiftReportKind::X => (shift.x_title, format!("{} {}", words.sale.shift, self.shift)),
            ShiftReportKind::Z { number, .. } => (shift.z_title, format!("{} {number}", shift.z_no)),
        };
        out.push(Line::heading(title));
        out.push(Line::heading(&self.trade_name));
        out.push(Line::pair(number, workstation));
        self.push_times(words, out);
        out.push(SINGLE);
    }

    fn push_times(&self, words: &Words, out: &mut Vec<Line>) {
        let (shift, numbers) = (&words.shift, words.numbers);
        let opened = format!("{:<6} {}", shift.opened, numbers.date_time(self.opened_at));
        out.push(Line::pair(opened, &self.opened_by));
        match self.closed_at {
            Some(at) => {
                let closed = format!("{:<6} {}", shift.closed, numbers.date_time(at));
                out.push(Line::pair(closed, self.closed_by.as_deref().unwrap_or_default()));
            }
            None => out.push(Line::left(shift.still_open)),
        }
        let reported = format!("{:<6} {}", shift.printed, numbers.date_time(self.reported_at));
        out.push(Line::left(reported));
        if let Some(manager) = &self.approved_by {
            out.push(Line::left(words.labelled(shift.approved_by, manager)));
        }
    }

    fn push_turnover(&self, words: &Words, out: &mut Vec<Line>) {
        let (shift, numbers) = (&words.shift, words.numbers);
        let counted = |label: &str, unit: &str, value: CountedAmount| {
            let count = numbers.count(value.count);
            Line::item(format!("{label} ({count}{unit})"), numbers.amount(value.amount))
        };
        out.push(counted(shift.sales, &format!(" {}", shift.tickets), self.sales));
        out.push(counted(shift.returns, "", self.returns));
        out.push(counted(shift.discounts, "", self.discounts));
        out.push(Line::item(shift.turnover, numbers.amount(self.turnover)).bold());
        if let Some(average) = self.average_basket {
            out.push(Line::item(shift.average_basket, numbers.amount(average)));
        }
        out.push(SINGLE);
    }

    fn push_payments(&self, words: &Words, out: &mut Vec<Line>) {
        out.push(Line::left(words.shift.payments).bold());
        for method in &self.payments {
            let label = format!("  {} ({})", method.label, words.numbers.count(method.count));
            out.push(Line::item(label, words.numbers.amount(method.amount)));
        }
        if !self.corrections.is_empty() {
            out.push(Line::left(words.correction.of_shift).bold());
        }
        for moved in &self.corrections {
            let label = format!("  {} : {} > {}", moved.ticket, moved.from, moved.to);
            out.push(Line::item(label, words.numbers.amount(moved.amount)));
        }
        out.push(SINGLE);
    }

    fn push_events(&self, words: &Words, out: &mut Vec<Line>) {
        let (shift, numbers) = (&words.shift, words.numbers);
        let events = [
            (shift.cancellations, self.events.cancellations),
            (shift.drawer_openings, self.events.drawer_openings),
            (shift.duplicates, self.events.duplicates),
        ];
        out.extend(events.map(|(label, count)| Line::item(label, numbers.count(count))));
    }

    fn push_foot(&self, words: &Words, out: &mut Vec<Line>) {
        if let ShiftReportKind::Z { fiscal: Some(fiscal), .. } = &self.kind {
            fiscal.push(words, out);
        }
        if !self.note.is_empty() {
            out.push(SINGLE);
            out.push(Line::left(words.labelled(words.shift.note, &self.note)));
        }
        if let Some(print) = self.print {
            out.push(SINGLE);
            out.push(Line::left(print.text(words)));
        }
        self.software.push(self.country, words, out);
    }
}

impl ZFiscal {
    fn push(&self, words: &Words, out: &mut Vec<Line>) {
        let (shift, numbers) = (&words.shift, words.numbers);
        out.push(SINGLE);
        out.push(Line::item(shift.period_total, numbers.amount(self.period_total)));
        out.push(Line::item(shift.perpetual_total, numbers.amount(self.perpetual_total)));
        let tickets = [(shift.first_ticket, &self.first_ticket), (shift.last_ticket, &self.last_ticket)];
        for (label, number) in tickets {
            if let Some(number) = number {
                out.push(Line::pair(label, number));
            }
        }
        out.push(Line::pair(shift.signature_extract, &self.seal.signature_extract));
    }
}

impl DrawerReport {
    fn push(&self, words: &Words, out: &mut Vec<Line>) {
        let shift = &words.shift;
        let amount =
            |label: &str, value: Money| Line::item(format!("  {label}"), words.numbers.amount(value));
        out.push(Line::left(shift.drawer).bold());
        out.push(amount(shift.opening_float, self.opening_float));
        out.push(amount(shift.cash_sales, self.receipts));
        out.push(amount(shift.cash_refunds, -self.refunds));
        out.push(amount(shift.cash_in, self.cash_in));
        out.push(amount(shift.cash_out, -self.cash_out));
        if !self.corrected.is_zero() {
            out.push(amount(words.correction.of_drawer, self.corrected));
        }
        out.push(amount(shift.expected, self.expected));
        out.extend(self.counted.map(|m| amount(shift.counted, m)));
        out.extend(self.difference.map(|m| amount(shift.difference, m).bold()));
        out.extend(self.to_bank.map(|m| amount(shift.to_bank, m)));
        out.extend(self.left.map(|m| amount(shift.left, m)));
    }
}
