//! The texts of an invoice's A4 page, compared with golden files. `UPDATE_GOLDEN=1` writes them anew.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::fmt::Write as _;
use std::path::Path;

use common::invoiced::{invoice, invoice_before_tax, net};
use common::tenth;
use documents::Words;
use documents::ticket::{
    Alignment, InvoiceSheet, LinkedTicket, Party, PrintNumber, SaleTicket, SheetTable, TicketLine,
};
use domain::money::{Money, Quantity};

fn check(name: &str, sheet: &InvoiceSheet) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    let text = outline(sheet);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(text == expected, "{name} differs from its golden file; it now is\n{text}");
}

/// Every text of the page, part by part.
fn outline(sheet: &InvoiceSheet) -> String {
    let mut out = String::new();
    let lines = |texts: &[String]| texts.join("\n");
    writeln!(out, "{}", lines(&sheet.notices)).unwrap();
    writeln!(out, "{}\n{}\n{}\n", sheet.title, sheet.number, sheet.copy.as_deref().unwrap_or("-")).unwrap();
    for Party { heading, name, lines: details } in
        [Some(&sheet.seller), sheet.buyer.as_ref()].into_iter().flatten()
    {
        writeln!(out, "[{heading}] {name}\n{}\n", lines(details)).unwrap();
    }
    for fact in &sheet.facts {
        writeln!(out, "{} = {}", fact.label, fact.text).unwrap();
    }
    writeln!(out, "\n{}\n{}", sheet.currency, table(&sheet.lines)).unwrap();
    writeln!(out, "{}\n{}", sheet.taxes_title, table(&sheet.taxes)).unwrap();
    for sum in &sheet.totals {
        writeln!(out, "{} = {}{}", sum.label, sum.amount, if sum.strong { " !" } else { "" }).unwrap();
    }
    writeln!(out, "\n{}\n{}\n", sheet.mentions_title, lines(&sheet.mentions)).unwrap();
    writeln!(out, "{}\n{}\n{}", lines(&sheet.trace), sheet.foot, sheet.page).unwrap();
    out
}

fn table(table: &SheetTable) -> String {
    let side = |alignment| match alignment {
        Alignment::Left => '<',
        Alignment::Right => '>',
        Alignment::Decimal(sign) => sign,
    };
    let titles = table.columns.iter().map(|c| format!("{}{}", c.title, side(c.alignment)));
    let mut out = titles.collect::<Vec<_>>().join(" | ") + "\n";
    for row in &table.rows {
        assert_eq!(row.cells.len(), table.columns.len(), "a cell for each column");
        writeln!(out, "{}", row.cells.join(" | ")).unwrap();
        row.notes.iter().for_each(|note| writeln!(out, "    {note}").unwrap());
    }
    out
}

#[test]
fn an_invoice_with_prices_that_contain_the_tax() {
    let whole = invoice();
    let cheese = TicketLine {
        unit: Some("kg".to_owned()),
        quantity: Quantity(12_340),
        details: vec!["Affiné 24 mois".to_owned()],
        ..whole.lines[0].clone()
    };
    let lines = [cheese].into_iter().chain(whole.lines.iter().skip(1).cloned()).collect();
    let discount = Some(documents::ticket::LineDiscount { reason: "Geste".to_owned(), ..tenth(100) });
    let invoice = SaleTicket { lines, discount, note: "Livrer avant dix heures".to_owned(), ..whole };
    check("sheet-fr.txt", &invoice.sheet(&Words::french()));
    check("sheet-fr-en.txt", &invoice.sheet(&Words::english_france()));
}

/// A duplicate of an invoice before tax, whose ticket was cancelled.
#[test]
fn an_invoice_before_tax() {
    let sold = invoice_before_tax();
    let nets = [net(1_000_000, 5_500), net(8_500_000, 0)];
    let lines = sold.lines.iter().cloned().zip(nets);
    let lines = lines.map(|(line, net)| TicketLine { net: Some(net), ..line }).collect();
    let invoice = SaleTicket {
        lines,
        print: PrintNumber::Duplicate { number: 2, print: 3 },
        linked: Some(LinkedTicket::TicketCancelledBy("C01-2026-0001240".to_owned())),
        ..sold
    };
    let sheet = invoice.sheet(&Words::french());
    assert_eq!(sheet.totals.last().unwrap().amount, format!("{}\u{a0}€", "0,00"));
    assert_eq!(invoice.payments[0].amount, Money(11_400));
    check("sheet-net-fr.txt", &sheet);
}
