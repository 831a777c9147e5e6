//! Tickets of both schemas: discounts and fees of `ticket/2`, and `ticket/1` before it in the same history.

use domain::money::{Money, Rate};
use fiscal::verify::{Defect, TicketFigure};
use fiscal::{Chain, Operation, Payload, TicketPayload};

use crate::common::samples::{self, bread_and_book};
use crate::common::till::Till;

/// What discounts, their shares and fees must be: each change is signed properly and still found.
#[test]
fn a_signed_ticket_whose_discounts_do_not_add_up_is_found() {
    type Change = fn(&mut TicketPayload);
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
        let mut till = Till::open();
        let header = till.header(Chain::Ticket);
        let mut ticket = samples::discounted_ticket(header);
        change(&mut ticket);
        till.put(ticket.clone());
        till.grand_total_of(&ticket);
        let expected: Vec<Defect> = figures.iter().map(|f| Defect::Ticket(*f)).collect();
        let found: Vec<Defect> = till.verify().findings.into_iter().map(|f| f.defect).collect();
        assert_eq!(found, expected);
    }
}

/// A till that was updated goes on in the same chains: both schemas verify, one after the other.
#[test]
fn tickets_of_both_schemas_verify_in_one_history() {
    let mut till = Till::open();
    let header = till.header(Chain::Ticket);
    let ticket = samples::ticket(till.mode, header, Operation::Vente, &bread_and_book());
    let mut old = serde_json::to_value(Payload::from(ticket.clone())).unwrap();
    old["s"] = "ticket/1".into();
    let fields = old.as_object_mut().unwrap();
    for name in ["service", "discount", "discounts"] {
        fields.remove(name).unwrap();
    }
    for line in fields["lines"].as_array_mut().unwrap() {
        for name in ["fee", "amount", "discount", "share"] {
            line.as_object_mut().unwrap().remove(name).unwrap();
        }
    }
    till.put(serde_json::from_value::<Payload>(old).unwrap());
    till.grand_total_of(&ticket);
    assert!(till.records[2].payload.contains("ticket/1"));
    till.ticket(Operation::Vente, &bread_and_book());
    assert_eq!(till.verify().findings, []);
}
