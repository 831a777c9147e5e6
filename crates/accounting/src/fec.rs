//! The FEC layout («fichier des écritures comptables», LPF art. A47 A-1; fiscal.md 5.1).
//!
//! What comes out is an import file for the accountant's program: the legal FEC is that program's. Entries are drafts until
//! it validates them, so `ValidDate` is empty. The text is in ISO 8859-15, which the rule names, rather than UTF-8, which is
//! only tolerated.

use crate::charset::latin9;
use crate::journal::{FrozenLine, amount};

/// The eighteen columns, in their order.
pub const FEC_COLUMNS: [&str; 18] = [
    "JournalCode",
    "JournalLib",
    "EcritureNum",
    "EcritureDate",
    "CompteNum",
    "CompteLib",
    "CompAuxNum",
    "CompAuxLib",
    "PieceRef",
    "PieceDate",
    "EcritureLib",
    "Debit",
    "Credit",
    "EcritureLet",
    "DateLet",
    "ValidDate",
    "Montantdevise",
    "Idevise",
];

/// The bytes of the file: tabs, decimal commas, dates AAAAMMJJ, lines in the order of their entries.
#[must_use]
pub fn fec(lines: &[FrozenLine]) -> Vec<u8> {
    let mut text = FEC_COLUMNS.join("\t");
    text.push_str("\r\n");
    for line in lines {
        text.push_str(&row(line).join("\t"));
        text.push_str("\r\n");
    }
    latin9(&text)
}

fn row(l: &FrozenLine) -> [String; 18] {
    let day = l.day.replace('-', "");
    let none = String::new;
    [
        field(&l.journal),
        field(&l.journal_label),
        l.entry.to_string(),
        day.clone(),
        field(&l.account),
        field(&l.account_label),
        field(&l.auxiliary),
        field(&l.auxiliary_label),
        field(&l.piece),
        day,
        field(&l.label),
        amount(l.debit),
        amount(l.credit),
        none(),
        none(),
        none(),
        none(),
        none(),
    ]
}

/// A text without what would end its field.
fn field(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || c == '|' { ' ' } else { c }).collect()
}

/// «{SIREN}FEC{AAAAMMJJ}.txt», with the last day of the batch.
#[must_use]
pub fn fec_name(siren: &str, last_day: &str) -> String {
    format!("{siren}FEC{}.txt", last_day.replace('-', ""))
}
