//! How the cash slip and the test page are placed.

use super::cash::{CashDirection, CashSlip};
use super::common_layout::{DOUBLE, SINGLE};
use super::test_page::TestPage;
use crate::layout::{Line, Paper, Receipt};
use crate::words::Words;

impl CashSlip {
    /// Places the slip on paper in the language of `words`.
    #[must_use]
    pub fn lay_out(&self, words: &Words, paper: Paper) -> Receipt {
        let (slip, sale) = (&words.slip, &words.sale);
        let mut lines = Vec::new();
        lines.push(Line::heading(match self.direction {
            CashDirection::In => slip.cash_in,
            CashDirection::Out => slip.cash_out,
        }));
        lines.push(Line::centred(&self.trade_name));
        lines.push(SINGLE);
        let number = format!("{} {}", slip.number, self.number);
        lines.push(Line::pair(number, words.numbers.date_time(self.moved_at)));
        let shift = self.shift.as_ref().map(|s| format!("  {} {s}", sale.shift)).unwrap_or_default();
        let place = format!("{} {}{shift}", sale.workstation, self.workstation);
        lines.push(Line::pair(place, words.labelled(slip.operator, &self.operator)));
        lines.push(SINGLE);
        let amount = words.numbers.with_currency(self.amount, self.country);
        lines.push(Line::Total { label: slip.amount.to_owned(), amount });
        lines.push(DOUBLE);
        lines.push(Line::left(words.labelled(slip.reason, &self.reason)));
        if !self.note.is_empty() {
            lines.push(Line::left(words.labelled(slip.note, &self.note)));
        }
        lines.push(Line::Feed(2));
        lines.push(Line::left(words.labelled(slip.signature, "____________________")));
        Receipt::lay_out(&lines, paper)
    }
}

/// Every accented letter of French, and the signs that go wrong when the code page is not the printer's.
const LETTERS: [&str; 2] = ["àâäçéèêëîïôöùûüÿ ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ", "€ £ $ ° ² « » Œ œ ’ – …"];

impl TestPage {
    /// Places the page on paper in the language of `words`.
    #[must_use]
    pub fn lay_out(&self, words: &Words, paper: Paper) -> Receipt {
        let slip = &words.slip;
        let columns = paper.columns.count();
        let ruler: String = "1234567890".chars().cycle().take(columns).collect();
        let mut lines = vec![
            Line::heading(slip.test_title),
            Line::centred(format!("{} {}", self.software.name, self.software.version)),
            SINGLE,
            Line::left(words.labelled(slip.test_printer, &self.printer)),
            Line::left(words.labelled(slip.test_address, &self.address)),
            Line::left(words.numbers.date_time(self.requested_at)),
            Line::left(words.labelled(slip.test_width, &columns.to_string())),
            Line::left(ruler),
        ];
        lines.extend(LETTERS.map(Line::left));
        lines.extend([
            Line::left(slip.test_bold).bold(),
            Line::Total { label: words.sale.total.to_owned(), amount: words.numbers.amount(SAMPLE) },
            DOUBLE,
            Line::Feed(1),
            Line::Barcode("TEST-0001234".to_owned()),
            Line::Feed(1),
            Line::Qr(format!("{} {}", self.software.name, self.software.version)),
        ]);
        Receipt::lay_out(&lines, paper)
    }
}

/// The amount on the test page: shows the decimal sign and the grouping.
const SAMPLE: domain::money::Money = domain::money::Money(123_450);
