//! Frozen lines: an entry as it was exported, and the journals as tables.

use domain::money::Money;

use crate::csv::table;

/// A line of an exported entry with everything that its file says: nothing is looked up again (fiscal.md 5.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenLine {
    /// Number of the entry, continuous over all exports of the shop.
    pub entry: u32,
    /// Code of the journal.
    pub journal: String,
    /// Name of the journal.
    pub journal_label: String,
    /// «2026-11-21».
    pub day: String,
    /// What proves it.
    pub piece: String,
    /// Number of the account.
    pub account: String,
    /// Name of the account.
    pub account_label: String,
    /// Number of the customer; empty for none.
    pub auxiliary: String,
    /// Name of the customer; empty for none.
    pub auxiliary_label: String,
    /// What it is.
    pub label: String,
    /// Debit.
    pub debit: Money,
    /// Credit.
    pub credit: Money,
}

/// «1234,56»: an amount with a decimal comma and no other sign between figures.
pub(crate) fn amount(money: Money) -> String {
    let sign = if money.0 < 0 { "-" } else { "" };
    let cents = money.0.unsigned_abs();
    format!("{sign}{},{:02}", cents / 100, cents % 100)
}

/// The lines of a journal as CSV, UTF-8 with a mark, semicolons: what accounting programs import.
#[must_use]
pub fn journal_csv(lines: &[FrozenLine]) -> Vec<u8> {
    let head = [
        "Journal",
        "Écriture",
        "Date",
        "Pièce",
        "Compte",
        "Intitulé",
        "Auxiliaire",
        "Client",
        "Libellé",
        "Débit",
        "Crédit",
    ];
    let row = |l: &FrozenLine| {
        vec![
            l.journal.clone(),
            l.entry.to_string(),
            l.day.split('-').rev().collect::<Vec<_>>().join("/"),
            l.piece.clone(),
            l.account.clone(),
            l.account_label.clone(),
            l.auxiliary.clone(),
            l.auxiliary_label.clone(),
            l.label.clone(),
            amount(l.debit),
            amount(l.credit),
        ]
    };
    table(&head, lines.iter().map(row))
}
