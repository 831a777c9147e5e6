//! Tickets compared with golden files, line by line. `UPDATE_GOLDEN=1` writes them anew.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::path::Path;

use common::discounted::*;
use common::invoiced::*;
use common::*;
use documents::ticket::{
    CorrectionSlip, DrawerReport, LinkedTicket, Operation, PaymentMoved, PrintNumber, SaleTicket, Seal,
    ShiftTicket, SpeedReceipt, SpeedRow, TestPage, TimedStep,
};
use documents::{Charset, Columns, Paper, Receipt, Words};
use domain::country::Country;
use domain::money::{Money, Quantity};

const WIDE: Paper = Paper { columns: Columns::C48, charset: Charset::Pc858 };
const NARROW: Paper = Paper { columns: Columns::C32, charset: Charset::Pc858 };

fn check(name: &str, receipt: &Receipt) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    let text = receipt.text();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(text == expected, "{name} differs from its golden file; it now is\n{text}");
}

fn duplicate() -> SaleTicket {
    SaleTicket { print: PrintNumber::Duplicate { number: 2, print: 3 }, ..french_sale() }
}

#[test]
fn french_tickets() {
    let words = Words::french();
    check("sale-fr-48.txt", &french_sale().lay_out(&words, WIDE));
    check("sale-fr-32.txt", &french_sale().lay_out(&words, NARROW));
}

#[test]
fn quebec_tickets() {
    let words = Words::french_canada();
    check("sale-qc-48.txt", &quebec_sale().lay_out(&words, WIDE));
    check("sale-qc-32.txt", &quebec_sale().lay_out(&words, NARROW));
    check("sale-qc-en-48.txt", &quebec_sale().lay_out(&Words::english(), WIDE));
}

#[test]
fn discounts_fees_and_service() {
    check("discounts-fr-48.txt", &discounted_sale().lay_out(&Words::french(), WIDE));
    check("discounts-fr-32.txt", &discounted_sale().lay_out(&Words::french(), NARROW));
    check("discounts-qc-48.txt", &discounted_invoice().lay_out(&Words::french_canada(), WIDE));
    check("discounts-qc-en-32.txt", &discounted_invoice().lay_out(&Words::english(), NARROW));
}

#[test]
fn invoices() {
    check("invoice-fr-48.txt", &invoice().lay_out(&Words::french(), WIDE));
    check("invoice-fr-32.txt", &invoice().lay_out(&Words::french(), NARROW));
    check("invoice-before-tax-fr-48.txt", &invoice_before_tax().lay_out(&Words::french(), WIDE));
}

/// The French sample sale, taken back whole.
fn reversed(operation: Operation, linked: LinkedTicket) -> SaleTicket {
    let mut ticket = SaleTicket { operation, linked: Some(linked), ..french_sale() };
    for line in &mut ticket.lines {
        (line.quantity, line.amount) = (Quantity(-line.quantity.0), -line.amount);
        if let Some(discount) = &mut line.discount {
            discount.amount = -discount.amount;
        }
    }
    if let Some(discount) = &mut ticket.discount {
        discount.amount = -discount.amount;
    }
    let totals = &mut ticket.totals;
    (totals.net, totals.tax, totals.total) = (-totals.net, -totals.tax, -totals.total);
    for row in &mut totals.taxes {
        (row.base, row.amount, row.gross) = (-row.base, -row.amount, -row.gross);
    }
    for payment in &mut ticket.payments {
        (payment.amount, payment.received, payment.change) = (-payment.amount, -payment.amount, Money::ZERO);
    }
    ticket.note = "Article défectueux".to_owned();
    ticket
}

#[test]
fn corrections() {
    let returned = reversed(Operation::Return, LinkedTicket::Modifies("C01-00000041".to_owned()));
    check("return-fr-48.txt", &returned.lay_out(&Words::french(), WIDE));
    check("return-fr-32.txt", &returned.lay_out(&Words::french(), NARROW));
    let cancelled = reversed(Operation::Cancellation, LinkedTicket::Cancels("C01-00000041".to_owned()));
    check("cancellation-fr-48.txt", &cancelled.lay_out(&Words::french(), WIDE));
}

#[test]
fn duplicates() {
    check("duplicate-fr-48.txt", &duplicate().lay_out(&Words::french(), WIDE));
    check("duplicate-fr-32.txt", &duplicate().lay_out(&Words::french(), NARROW));
}

#[test]
fn shift_reports() {
    let words = Words::french();
    check("z-fr-48.txt", &z_report().lay_out(&words, WIDE));
    check("z-fr-32.txt", &z_report().lay_out(&words, NARROW));
    check("x-fr-48.txt", &x_report().lay_out(&words, WIDE));
}

/// Figures of each size, and steps that were never measured.
fn speed_receipt() -> SpeedReceipt {
    let row = |step, count, us: Option<u32>| SpeedRow {
        step,
        count,
        p50_us: us,
        p95_us: us.map(|us| us * 2),
        p99_us: us.map(|us| us * 3),
        worst_us: us.map(|us| us * 40),
        target_p50_us: 20_000,
        target_p99_us: 50_000,
    };
    let TestPage { requested_at, software, .. } = test_page();
    SpeedReceipt {
        trade_name: "Boulangerie-traiteur du Port".to_owned(),
        workstation: "C01 Caisse 01".to_owned(),
        since: Some(requested_at),
        printed_at: requested_at,
        software,
        rows: vec![
            row(TimedStep::ScanToLine, 12_345, Some(12_340)),
            row(TimedStep::Seal, 1_234, Some(4_060)),
            row(TimedStep::Print, 0, None),
            row(TimedStep::ArticleSearch, 1, Some(90)),
            row(TimedStep::DocumentSearch, 7, Some(123_456)),
        ],
    }
}

#[test]
fn speed_receipts() {
    check("speed-fr-48.txt", &speed_receipt().lay_out(&Words::french(), WIDE));
    check("speed-qc-en-32.txt", &speed_receipt().lay_out(&Words::english(), NARROW));
}

/// A card that was cash, corrected.
fn correction_slip() -> CorrectionSlip {
    let seal = |extract: &str| Seal { signature_extract: extract.to_owned() };
    let TestPage { requested_at, software, .. } = test_page();
    CorrectionSlip {
        country: Country::France,
        trade_name: "Boulangerie-traiteur du Port".to_owned(),
        numbers: ["REGLEMENT-C01-00000001".to_owned(), "REGLEMENT-C01-00000002".to_owned()],
        corrected_at: requested_at,
        workstation: "Caisse 01".to_owned(),
        ticket: "C01-00000041".to_owned(),
        from: "Carte bancaire".to_owned(),
        to: "Espèces".to_owned(),
        amount: Money(2_050),
        reason: "Mauvaise touche".to_owned(),
        operator: "Ana".to_owned(),
        seals: Some([seal("aB3d"), seal("Ef6h")]),
        software,
    }
}

/// A shift with a corrected payment says so, in its payments and in its drawer.
#[test]
fn a_shift_with_a_correction() {
    let moved = PaymentMoved {
        ticket: "C01-00000041".to_owned(),
        from: "Carte".to_owned(),
        to: "Espèces".to_owned(),
        amount: Money(2_050),
    };
    let drawer = x_report().drawer.map(|d| DrawerReport { corrected: Money(2_050), ..d });
    let report = ShiftTicket { corrections: vec![moved], drawer, ..x_report() };
    check("x-corrected-fr-48.txt", &report.lay_out(&Words::french(), WIDE));
}

#[test]
fn slips() {
    check("cash-out-fr-48.txt", &cash_slip().lay_out(&Words::french(), WIDE));
    check("correction-fr-48.txt", &correction_slip().lay_out(&Words::french(), WIDE));
    check("correction-qc-en-32.txt", &correction_slip().lay_out(&Words::english(), NARROW));
    check("test-page-fr-32.txt", &test_page().lay_out(&Words::french(), NARROW));
}
