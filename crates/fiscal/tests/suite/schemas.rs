//! Tickets of every schema: what `ticket/2` added, what `ticket/3` added, and the older ones in the same history.

use domain::money::{Money, Rate};
use fiscal::verify::{Defect, TicketFigure};
use fiscal::{Chain, Header, Operation, Payload, TicketPayload, invoice_number};
use serde_json::Value;

use crate::common::samples::{self, bread_and_book};
use crate::common::till::Till;

type Change = fn(&mut TicketPayload);

/// What the verifier says of a ticket that was changed and then signed properly.
fn found(made: impl Fn(Header) -> TicketPayload, change: Change) -> Vec<Defect> {
    let mut till = Till::open();
    let mut ticket = made(till.header(Chain::Ticket));
    change(&mut ticket);
    till.put(ticket.clone());
    till.grand_total_of(&ticket);
    till.verify().findings.into_iter().map(|f| f.defect).collect()
}

/// What discounts, their shares and fees must be: each change is signed properly and still found.
#[test]
fn a_signed_ticket_whose_discounts_do_not_add_up_is_found() {
    let line = |n| TicketFigure::LineTotal { n };
    let off = |t: &mut TicketPayload| t.lines[0].discount.as_mut().unwrap().amount += Money(1);
    let changes: [(Change, &[TicketFigure]); 6] = [
        (|_| (), &[]),
        (off, &[line(1), TicketFigure::Discounts]),
        (|t| t.discounts += Money(1), &[TicketFigure::Discounts]),
        (|t| t.discount = None, &[TicketFigure::Discounts]),
        (|t| t.lines[2].article = t.lines[1].article, &[line(3)]),
        (|t| t.discount.as_mut().unwrap().rate = Some(Rate(10_000)), &[TicketFigure::Discounts]),
    ];
    for (change, figures) in changes {
        let expected: Vec<Defect> = figures.iter().map(|f| Defect::Ticket(*f)).collect();
        assert_eq!(found(samples::discounted_ticket, change), expected);
    }
}

/// What an amount from a label and a ground of exemption must be.
#[test]
fn a_signed_ticket_whose_exemptions_or_set_amounts_are_wrong_is_found() {
    let line = |n| TicketFigure::LineTotal { n };
    let changes: [(Change, &[TicketFigure]); 7] = [
        (|_| (), &[]),
        (|t| t.lines[0].set_amount = false, &[line(1)]),
        (|t| t.lines[0].quantity.0 *= -1, &[line(1)]),
        (|t| t.lines[0].exemption = t.lines[1].exemption.clone(), &[TicketFigure::Exemption]),
        (|t| t.exemption = t.lines[1].exemption.take(), &[TicketFigure::Exemption]),
        (|t| t.exemption = t.lines[1].exemption.clone(), &[TicketFigure::Exemption]),
        (
            |t| t.lines[1].taxes[0].rate = Rate(20_000),
            &[TicketFigure::Exemption, TicketFigure::Vat, TicketFigure::Totals],
        ),
    ];
    for (change, figures) in changes {
        let expected: Vec<Defect> = figures.iter().map(|f| Defect::Ticket(*f)).collect();
        assert_eq!(found(samples::exempt_ticket, change), expected);
    }
}

/// An invoice names a sale, repeats its total, and is the only one of it; a new year begins a new series.
#[test]
fn an_invoice_is_made_once_from_a_sale_that_exists() {
    let mut till = Till::open();
    let sold = till.ticket(Operation::Vente, &bread_and_book());
    let other = till.ticket(Operation::Vente, &bread_and_book());
    till.invoice(&sold);
    let header = till.header(Chain::Facture);
    let next_year = invoice_number("T1", "2027-01-02", 1);
    assert_eq!(next_year, "FA-T1-27-000001");
    let sound = samples::invoice_of(&other, Header { number: next_year, ..header });
    let before = till.heads.clone();
    let records = till.records.len();
    let changes: [(Change, Option<&str>); 6] = [
        (|_| (), None),
        (|i| i.origin.as_mut().unwrap().number = "T1-00000001".into(), Some("T1-00000001")),
        (|i| i.origin.as_mut().unwrap().number = "T1-00000009".into(), Some("T1-00000009")),
        (|i| i.origin = None, Some("")),
        (|i| i.operation = Operation::Annulation, Some("T1-00000002")),
        (|i| i.header.number = "FA-T1-26-000003".into(), Some("FA-T1-26-000001")),
    ];
    for (change, named) in changes {
        till.records.truncate(records);
        till.heads = before.clone();
        let mut invoice = sound.clone();
        change(&mut invoice);
        till.put(invoice);
        let found: Vec<_> = till.verify().findings.into_iter().map(|f| f.defect).collect();
        let expected = named.map(|number| match number.strip_prefix("FA-") {
            Some(_) => Defect::DocumentNumber { after: Some(number.to_owned()) },
            None => Defect::InvoicedTicket { number: number.to_owned() },
        });
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>());
    }
}

fn remove(object: &mut Value, names: &[&str]) {
    for name in names {
        object.as_object_mut().unwrap().remove(*name).unwrap();
    }
}

/// The ticket as an older version of the program signed it.
fn older(ticket: &TicketPayload, schema: &str) -> Payload {
    let mut old = serde_json::to_value(Payload::from(ticket.clone())).unwrap();
    old["s"] = schema.into();
    remove(&mut old, &["class", "supplied_on", "due_on", "language", "exemption", "mentions"]);
    let buyer = ["address_lines", "postcode", "city", "country", "siren", "siret", "vat_id"];
    remove(&mut old["customer"], &buyer);
    let first = schema == "ticket/1";
    if first {
        remove(&mut old, &["service", "discount", "discounts"]);
    }
    for line in old["lines"].as_array_mut().unwrap() {
        remove(line, &["note", "set_amount", "exemption"]);
        if first {
            remove(line, &["fee", "amount", "discount", "share"]);
        }
    }
    serde_json::from_value(old).unwrap()
}

/// A till that was updated twice goes on in the same chains: all schemas verify, one after the other.
#[test]
fn tickets_of_all_schemas_verify_in_one_history() {
    let mut till = Till::open();
    for schema in ["ticket/1", "ticket/2"] {
        let header = till.header(Chain::Ticket);
        let ticket = samples::ticket(till.mode, header, Operation::Vente, &bread_and_book());
        till.put(older(&ticket, schema));
        assert!(till.records.last().unwrap().payload.contains(schema));
        till.grand_total_of(&ticket);
    }
    let sold = till.ticket(Operation::Vente, &bread_and_book());
    till.invoice(&sold);
    assert_eq!(till.verify().findings, []);
}
