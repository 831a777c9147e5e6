//! The slip that names a workstation's signing key (fiscal.md 7.4): kept in a folder, it says which key to trust when the
//! computer is gone.

use super::common::{LocalDateTime, Software};
use super::common_layout::{DOUBLE, SINGLE};
use crate::layout::{Line, Paper, Receipt};
use crate::words::Words;

/// Hexadecimal pairs of a fingerprint on one line, colons between them.
const PAIRS: usize = 8;

/// Everything that the slip shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySlip {
    /// Trading name of the shop.
    pub trade_name: String,
    /// Registration of the shop (SIRET, TPS).
    pub registration: String,
    /// Code and name of the workstation.
    pub workstation: String,
    /// Number of the record that announces the key (JET 260 or 960).
    pub announced_by: String,
    /// Name of the key in the records.
    pub key_id: String,
    /// SHA-256 of the public key, in hexadecimal pairs.
    pub fingerprint: String,
    /// When the slip was asked for, shop time.
    pub printed_at: LocalDateTime,
    /// The program.
    pub software: Software,
}

impl KeySlip {
    /// Places the slip on paper in the language of `words`.
    #[must_use]
    pub fn lay_out(&self, words: &Words, paper: Paper) -> Receipt {
        let key = &words.key;
        let mut lines = vec![
            Line::heading(key.title),
            Line::centred(&self.trade_name),
            Line::centred(&self.registration),
            SINGLE,
            Line::left(words.labelled(words.sale.workstation, &self.workstation)),
            Line::left(words.labelled(key.announced_by, &self.announced_by)),
            Line::left(words.labelled(key.key, &self.key_id)),
            Line::left(words.labelled(key.fingerprint, "")),
        ];
        let pairs: Vec<&str> = self.fingerprint.split(':').collect();
        lines.extend(pairs.chunks(PAIRS).map(|line| Line::centred(line.join(":")).bold()));
        lines.push(SINGLE);
        lines.push(Line::left(words.numbers.date_time(self.printed_at)));
        lines.push(Line::left(format!("{} {}", self.software.name, self.software.version)));
        lines.push(DOUBLE);
        lines.push(Line::left(key.keep));
        Receipt::lay_out(&lines, paper)
    }
}
