//! How the slip of a corrected payment method is placed.

use super::common_layout::SINGLE;
use super::correction::CorrectionSlip;
use crate::layout::{Line, Paper, Receipt};
use crate::words::Words;

impl CorrectionSlip {
    /// Places the slip on paper in the language of `words`.
    #[must_use]
    pub fn lay_out(&self, words: &Words, paper: Paper) -> Receipt {
        let slip = &words.correction;
        let amount = |money| words.numbers.with_currency(money, self.country);
        let mut lines = vec![
            Line::heading(slip.title),
            Line::centred(&self.trade_name),
            SINGLE,
            Line::pair(
                format!("{} {}", words.sale.ticket, self.ticket),
                words.numbers.date_time(self.corrected_at),
            ),
            Line::pair(
                format!("{} {}", words.sale.workstation, self.workstation),
                words.labelled(words.slip.operator, &self.operator),
            ),
            SINGLE,
        ];
        let legs = [(slip.taken_back, &self.from, -self.amount), (slip.put, &self.to, self.amount)];
        for (n, (label, method, money)) in legs.into_iter().enumerate() {
            lines.push(Line::item(words.labelled(label, method), amount(money)).bold());
            let seal = self.seals.as_ref().map(|seals| seals[n].signature_extract.as_str());
            let seal = seal.map(|extract| format!("{} {extract}", words.trace.signature)).unwrap_or_default();
            lines.push(Line::pair(format!("  {}", self.numbers[n]), seal));
        }
        lines.extend([
            SINGLE,
            Line::left(words.labelled(words.slip.reason, &self.reason)),
            Line::left(slip.ticket_stays),
        ]);
        self.software.push(self.country, words, &mut lines);
        lines.push(Line::Feed(2));
        lines.push(Line::left(words.labelled(words.slip.signature, "____________________")));
        Receipt::lay_out(&lines, paper)
    }
}
