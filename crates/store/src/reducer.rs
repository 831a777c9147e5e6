//! The effect of operations: the only code that writes replicated tables.
//!
//! It reads nothing but the operation and the database, so a device that replays the same operations in the same
//! order has the same rows. It decides no rule: an operation is what a use case has already allowed.

mod account;
mod accounting;
mod books;
mod closing;
mod fiscal;
mod master;
mod missing;
mod sale;
mod sale_lines;
mod settlements;
mod shelf_labels;
mod shift;
mod stock;
mod trading_day;

pub(crate) use fiscal::{GLOBAL, PERPETUAL};
pub(crate) use master::{clock_of, clocks};
use rusqlite::Connection;
pub(crate) use sale::kind_name;

use crate::error::Result;
use crate::op::Op;

/// Where an operation stands in its log.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub dv: i64,
    pub dseq: i64,
    pub hlc: i64,
    pub at_ms: i64,
}

/// Writes the effect of an operation.
pub fn apply(conn: &Connection, op: &Op, place: Place) -> Result<()> {
    match op {
        Op::Master(set) => master::apply(conn, set, place),
        Op::TerminalEnrolled(enrolled) => fiscal::enrol(conn, enrolled),
        Op::FiscalRecorded(records) => records.iter().try_for_each(|r| fiscal::insert(conn, r)),
        Op::ShiftOpened(opened) => shift::open(conn, opened, place),
        Op::ShiftClosed(closed) => shift::close(conn, closed, place),
        Op::CashMoved(moved) => shift::move_cash(conn, moved, place),
        Op::SaleSealed(sale) => sale::seal(conn, sale, place),
        Op::SaleAbandoned(abandoned) => sale::abandon(conn, abandoned),
        Op::InvoiceIssued(invoice) => sale::invoice(conn, invoice, place),
        Op::PaymentCorrected(corrected) => settlements::correct(conn, corrected, place),
        Op::DocumentPrinted(print) => sale::printed(conn, print, place),
        Op::DocumentSent(sent) => sale::sent(conn, sent, place),
        Op::MissingDeclared(declared) => missing::declare(conn, declared, place),
        Op::MissingSettled(settled) => missing::settle(conn, *settled, place),
        Op::LabelReported(report) => shelf_labels::report(conn, report, place),
        Op::LabelSettled(settled) => shelf_labels::settle(conn, *settled, place),
        Op::StockSet(set) => stock::apply(conn, &set.moves, None, &set.reason, place),
        Op::AccountCredited(credit) => account::credit(conn, credit, place),
        Op::AccountingExported(batch) => accounting::export(conn, batch, place),
        Op::EReportComputed(report) => accounting::report(conn, report, place),
        Op::BalanceCorrected(correction) => accounting::correct_balance(conn, correction, place),
        Op::KeyChanged(change) => books::change_key(conn, change),
        Op::GapDeclared(gap) => books::declare_gap(conn, gap),
        Op::PeriodClosed(closed) => closing::close(conn, closed, place),
        Op::ClockAccepted(accepted) => closing::accept_clock(conn, accepted, place),
    }
}
