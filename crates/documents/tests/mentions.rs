//! Mentions that the law or the ledger wants on a ticket.

mod common;

use common::*;
use documents::ticket::{LinkedTicket, Operation, PrintNumber, SaleTicket, ShiftTicket};
use documents::{Columns, LaidLine, Paper, Words};

fn text(sale: &SaleTicket) -> String {
    sale.lay_out(&Words::french(), Paper::default()).text()
}

fn printed(print: PrintNumber) -> String {
    text(&SaleTicket { print, ..french_sale() })
}

/// PRT-02: the third print carries «Impression n° 3»; the first one «Impression n° 1».
#[test]
fn the_print_counter_is_on_the_paper() {
    assert!(printed(PrintNumber::Original).contains("Impression n° 1"));
    assert!(printed(PrintNumber::Duplicate { number: 2, print: 3 }).contains("Impression n° 3"));
    let invoice = SaleTicket { print: PrintNumber::Duplicate { number: 2, print: 3 }, ..quebec_sale() };
    let quebec = invoice.lay_out(&Words::french_canada(), Paper::default()).text();
    assert!(quebec.contains("Copie imprimée n° 3"), "in the words of the place");
    let z = ShiftTicket { print: Some(PrintNumber::Duplicate { number: 2, print: 3 }), ..z_report() };
    assert!(z.lay_out(&Words::french(), Paper::default()).text().contains("Impression n° 3"));
}

/// The paper's part of PRT-11: the copy says «DUPLICATA» with its number, at its head and beside the counter;
/// the first print and the preview do not.
#[test]
fn a_later_print_says_that_it_is_a_duplicate() {
    let copy = printed(PrintNumber::Duplicate { number: 1, print: 2 });
    assert!(copy.lines().next().unwrap().contains("*** DUPLICATA n° 1 ***"), "{copy}");
    assert!(copy.contains("DUPLICATA n° 1 - Impression n° 2"));
    for other in [PrintNumber::Original, PrintNumber::Preview] {
        let text = printed(other).to_uppercase();
        assert!(!text.contains("DUPLICATA"), "{text}");
    }
    assert!(!printed(PrintNumber::Preview).contains("Impression n°"), "a preview has no number");
}

#[test]
fn a_french_ticket_has_every_mention_of_fiscal_1_6() {
    let ticket = text(&french_sale());
    for mention in [
        "Vente",
        "Ticket C01-2026-0001234",
        "Caisse 01",
        "Vendeur : Ana",
        "21/11/2026 14:32:07",
        "BOULANGERIE DU PORT",
        "12 quai des Chartrons",
        "SIRET 812 345 678 00012",
        "NAF 1071C",
        "TVA FR12812345678",
        "3 x Croissant pur beurre",
        "1,10 / unité",
        "Lignes : 3",
        "TOTAL TTC",
        "Espèces reçues",
        "Rendu",
        "Impression n° 1",
        "Sign. 9F3A",
        "Logiciel Comptoir v1.0.0 (F.1)",
        "Attestation individuelle 2026-001",
    ] {
        assert!(ticket.contains(mention), "{mention} is missing from\n{ticket}");
    }
    let row = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let rows: Vec<_> = ticket.lines().map(row).collect();
    for expected in
        ["Taux HT TVA TTC", "A 5,5 % 18,48 1,02 19,50", "B 20,0 % 33,25 6,65 39,90", "Total 51,73 7,67 59,40"]
    {
        assert!(rows.contains(&row(expected)), "{expected} is missing from\n{ticket}");
    }
}

#[test]
fn a_ticket_about_another_ticket_says_so_on_its_first_line() {
    let cases = [
        (LinkedTicket::CancelledBy("C01-7".into()), "Ce ticket est annulé par le ticket n° C01-7"),
        (LinkedTicket::Cancels("C01-5".into()), "Ce ticket annule le ticket n° C01-5"),
        (LinkedTicket::Modifies("C01-5".into()), "Ce ticket modifie le ticket n° C01-5"),
    ];
    for (linked, words) in cases {
        let ticket = SaleTicket { linked: Some(linked), operation: Operation::Cancellation, ..french_sale() };
        let text = text(&ticket);
        assert_eq!(text.lines().next().unwrap().trim(), words);
        assert!(text.contains("Annulation - Original"));
    }
}

/// FISC-07: training output is marked above, below and across, whatever the paper.
#[test]
fn training_output_is_marked_at_head_middle_and_foot() {
    for columns in [Columns::C48, Columns::C32] {
        let receipt = french_sale().lay_out(&Words::french(), Paper { columns, ..Paper::default() });
        let marked = receipt.clone().watermarked(&["ÉCOLE", "FACTICE — SIMULATION"]).text();
        let lines: Vec<_> = marked.lines().collect();
        let marks = |word: &str| (0..lines.len()).filter(|i| lines[*i].contains(word)).collect::<Vec<_>>();
        let (school, simulation) = (marks("ÉCOLE"), marks("SIMULATION"));
        assert!(school.len() >= 3 && school.len() == simulation.len(), "{marked}");
        assert_eq!(
            (school[0], simulation[0], simulation.last()),
            (0, 1, Some(&(lines.len() - 1))),
            "{marked}"
        );
        assert!(school.windows(2).all(|pair| pair[1] - pair[0] <= 22), "no part without a mark: {marked}");
        let unmarked: Vec<_> =
            (0..lines.len()).filter(|i| !school.contains(i) && !simulation.contains(i)).collect();
        let rest: Vec<_> = unmarked.into_iter().map(|i| lines[i]).collect();
        assert_eq!(rest, receipt.text().lines().collect::<Vec<_>>(), "nothing else changes");
    }
}

#[test]
fn only_the_total_is_large() {
    let receipt = french_sale().lay_out(&Words::french(), Paper::default());
    let large: Vec<_> = receipt
        .lines
        .iter()
        .filter_map(|l| match l {
            LaidLine::Text { text, size, .. } if *size != Default::default() => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(large, ["TOTAL TTC      59,40 EUR"]);
}
