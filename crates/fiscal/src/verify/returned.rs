//! Taxes of a return against its ticket.
//!
//! A sale may come back in pieces, and the pieces must sum to what was paid, tax by tax. So the taxes of a return
//! are the difference between two states of the sale (`domain::refund`), not those of its own lines: each may
//! differ from them by what rounding left, a cent, and everything else must be exact.

use domain::country::PriceMode;
use domain::money::Money;

use crate::{TicketPayload, TicketTotals, VatRow};

/// What the rounding of two states can differ by.
const CENT: Money = Money(1);

/// The tax table: the rates of the lines, each within a cent, gross exact where prices contain the tax and the base
/// exact where they do not.
pub(super) fn vat(ticket: &TicketPayload, again: &[VatRow]) -> bool {
    let same_tax = |a: &VatRow, b: &VatRow| {
        (&a.code, &a.name, &a.letter, a.rate) == (&b.code, &b.name, &b.letter, b.rate)
    };
    let exact = |a: &VatRow, b: &VatRow| match ticket.price_mode {
        PriceMode::TaxInclusive => a.gross == b.gross,
        PriceMode::TaxExclusive => a.base == b.base,
    };
    let sound = |(row, again): (&VatRow, &VatRow)| {
        same_tax(row, again)
            && exact(row, again)
            && row.gross == row.base + row.tax
            && (row.tax - again.tax).abs() <= CENT
    };
    ticket.vat.len() == again.len() && ticket.vat.iter().zip(again).all(sound)
}

/// The totals: those of the tax table, and exactly what the lines come to.
pub(super) fn totals(ticket: &TicketPayload, again: TicketTotals) -> bool {
    let TicketTotals { net, tax, total } = ticket.totals;
    let of_lines = match ticket.price_mode {
        PriceMode::TaxInclusive => total == again.total,
        PriceMode::TaxExclusive => net == again.net,
    };
    of_lines && net + tax == total && tax == ticket.vat.iter().map(|row| row.tax).sum()
}
