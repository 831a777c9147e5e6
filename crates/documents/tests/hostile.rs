//! Whatever people type into names, the paper stays in order.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::discounted::*;
use common::texts::hostile_text;
use common::*;
use documents::ticket::*;
use documents::{Charset, Columns, EncodeOptions, LaidLine, Paper, Receipt, Words};
use domain::money::{Money, Quantity, UnitPrice};
use proptest::prelude::*;

const CHARSETS: [Charset; 2] = [Charset::Pc858, Charset::Wpc1252];

fn papers() -> impl Iterator<Item = Paper> {
    let widths = [Columns::C48, Columns::C32];
    widths.into_iter().flat_map(|columns| CHARSETS.map(|charset| Paper { columns, charset }))
}

/// Every line fits; every character has a byte of its own that is no command.
fn assert_in_order(receipt: &Receipt) {
    let (columns, charset) = (receipt.paper.columns.count(), receipt.paper.charset);
    for line in &receipt.lines {
        let LaidLine::Text { text, size, .. } = line else { continue };
        let width = text.chars().count() * size.width();
        assert!(width <= columns, "{width} columns: {text:?}");
        for c in text.chars() {
            let byte = charset.encode(c);
            assert!(
                byte.is_some_and(|b| b >= 0x20 && b != 0x7F),
                "{c:?} is {byte:?} in {charset:?}: {text:?}"
            );
        }
    }
}

/// What is sent, without the commands that the encoder itself writes for these lines.
fn assert_bytes_follow_the_lines(receipt: &Receipt) {
    let text_only: Vec<LaidLine> = receipt
        .lines
        .iter()
        .filter_map(|l| match l {
            LaidLine::Text { text, .. } => {
                Some(LaidLine::Text { text: text.clone(), bold: false, size: Default::default() })
            }
            _ => None,
        })
        .collect();
    let expected: Vec<u8> = text_only
        .iter()
        .flat_map(|l| match l {
            LaidLine::Text { text, .. } => text
                .chars()
                .map(|c| receipt.paper.charset.encode(c).unwrap())
                .chain([b'\n'])
                .collect::<Vec<u8>>(),
            _ => unreachable!(),
        })
        .collect();
    let bytes = Receipt { paper: receipt.paper, lines: text_only }.escpos(EncodeOptions::default());
    assert_eq!(&bytes[5..bytes.len() - 4], expected, "text and line feeds, nothing else");
}

fn hostile_line() -> impl Strategy<Value = TicketLine> {
    let max = Money::MAX.0;
    let texts = (hostile_text(), hostile_text(), hostile_text(), prop::option::of(hostile_text()));
    (texts, -max..=max, any::<i64>(), any::<i64>()).prop_map(|((name, letters, detail, unit), m, q, p)| {
        TicketLine {
            name,
            tax_letters: letters,
            details: vec![detail.clone()],
            guarantee: Some(detail.clone()),
            unit,
            amount: Money(m),
            quantity: Quantity(q),
            unit_price: UnitPrice(p),
            discount: Some(LineDiscount { rate: None, amount: Money(m), reason: detail }),
            ..line("", 1, 100, "")
        }
    })
}

fn hostile_sale() -> impl Strategy<Value = SaleTicket> {
    let texts = prop::collection::vec(hostile_text(), 8);
    (texts, prop::collection::vec(hostile_line(), 0..4), any::<bool>(), any::<u32>()).prop_map(
        |(t, lines, quebec, n)| {
            let base = if quebec { quebec_sale() } else { french_sale() };
            SaleTicket {
                lines,
                number: t[0].clone(),
                workstation: t[1].clone(),
                sold_by: t[2].clone(),
                customer: Some(TicketCustomer { name: t[3].clone(), details: vec![t[4].clone()] }),
                note: t[5].clone(),
                footer: vec![t[7].clone()],
                print: PrintNumber::Duplicate { number: n, print: n },
                article_count: n,
                linked: Some(LinkedTicket::Cancels(t[1].clone())),
                ..base
            }
        },
    )
}

fn languages() -> [Words; 3] {
    [Words::french(), Words::french_canada(), Words::english()]
}

#[test]
fn every_sample_fits_every_paper_in_every_language() {
    for (words, paper) in languages().iter().flat_map(|w| papers().map(move |p| (w, p))) {
        for sale in [french_sale(), quebec_sale(), discounted_sale(), discounted_invoice()] {
            assert_in_order(&sale.lay_out(words, paper));
        }
        assert_in_order(&x_report().lay_out(words, paper));
        assert_in_order(&z_report().lay_out(words, paper));
        assert_in_order(&cash_slip().lay_out(words, paper));
        assert_in_order(&test_page().lay_out(words, paper));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_sale_can_break_the_paper(sale in hostile_sale()) {
        for (words, paper) in languages().iter().flat_map(|w| papers().map(move |p| (w, p))) {
            let receipt = sale.lay_out(words, paper);
            assert_in_order(&receipt);
            assert_bytes_follow_the_lines(&receipt);
        }
    }

    #[test]
    fn no_report_can_break_the_paper(a in hostile_text(), b in hostile_text(), m in -Money::MAX.0..=Money::MAX.0) {
        let report = ShiftTicket {
            trade_name: a.clone(),
            opened_by: b.clone(),
            note: a.clone(),
            payments: vec![MethodTotal { label: b.clone(), count: u32::MAX, amount: Money(m) }],
            turnover: Money(m),
            ..z_report()
        };
        let slip = CashSlip { reason: a, operator: b, amount: Money(m), ..cash_slip() };
        for paper in papers() {
            assert_in_order(&report.lay_out(&Words::french(), paper));
            assert_in_order(&slip.lay_out(&Words::french(), paper));
        }
    }

    #[test]
    fn cleaned_text_is_stable(text in hostile_text()) {
        for charset in CHARSETS {
            let clean = charset.clean(&text);
            prop_assert_eq!(charset.clean(&clean), clean);
        }
    }
}
