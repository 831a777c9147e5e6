//! How the speed receipt is placed.

use domain::money::Money;

use super::common_layout::{DOUBLE, SINGLE};
use super::speed::{SpeedReceipt, SpeedRow, TimedStep};
use crate::layout::{Line, Paper, Receipt};
use crate::words::Words;

impl SpeedReceipt {
    /// Places the receipt on paper in the language of `words`.
    #[must_use]
    pub fn lay_out(&self, words: &Words, paper: Paper) -> Receipt {
        let speed = &words.speed;
        let mut lines = vec![
            Line::heading(speed.title),
            Line::centred(&self.trade_name),
            Line::centred(format!("{} {}", self.software.name, self.software.version)),
            SINGLE,
            Line::left(words.labelled(words.sale.workstation, &self.workstation)),
            Line::left(words.numbers.date_time(self.printed_at)),
        ];
        let since = self.since.map(|day| words.numbers.date(day));
        lines.extend(since.map(|day| Line::left(words.labelled(speed.since, &day))));
        for row in &self.rows {
            lines.push(SINGLE);
            push_row(words, row, &mut lines);
        }
        lines.push(DOUBLE);
        Receipt::lay_out(&lines, paper)
    }
}

fn push_row(words: &Words, row: &SpeedRow, lines: &mut Vec<Line>) {
    let speed = &words.speed;
    let step = match row.step {
        TimedStep::ScanToLine => speed.scan_to_line,
        TimedStep::Seal => speed.seal,
        TimedStep::Print => speed.print,
        TimedStep::ArticleSearch => speed.article_search,
        TimedStep::DocumentSearch => speed.document_search,
    };
    lines.push(Line::pair(step, row.count.to_string()).bold());
    let aims = |us| format!(" ({} {})", speed.target, ms(words, us));
    let measured = [
        ("p50", row.p50_us, aims(row.target_p50_us)),
        ("p95", row.p95_us, String::new()),
        ("p99", row.p99_us, aims(row.target_p99_us)),
        (speed.worst, row.worst_us, String::new()),
    ];
    for (name, us, aim) in measured {
        if let Some(us) = us {
            lines.push(Line::pair(format!("{name}{aim}"), ms(words, us)));
        }
    }
}

/// Milliseconds with two decimals, written as amounts are.
fn ms(words: &Words, us: u32) -> String {
    format!("{} ms", words.numbers.amount(Money(i64::from(us / 10))))
}
