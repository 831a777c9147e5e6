//! What the shop itself signed, and should not have; and what somebody else signed in its place.

use domain::money::Money;
use fiscal::{Operation, Scope};
use verify::Verdict::{Broken, Sound, Warnings};

use crate::book::{Book, pack};
use crate::common::till::Till;
use crate::common::{DeterministicSigner, samples};
use crate::damages::{Damage, broken};

/// What the shop itself signed, and should not have.
pub fn of_history() -> Vec<Damage> {
    let of = |name, expected, change: fn(&mut Till)| {
        let mut till = crate::common::till::two_days();
        // Into the next month: this one is closed.
        till.wait(10 * 86_400);
        change(&mut till);
        Damage { name, bytes: Book { till }.whole(), expected }
    };
    vec![
        of("one more honest sale", Sound, |till| {
            till.ticket(Operation::Vente, &samples::bread_and_book());
        }),
        of("clock set back", Warnings, |till| {
            till.wait(-3_600);
            till.event(fiscal::JetEvent::TerminalStarted, "");
            till.wait(-3_600);
            till.event(fiscal::JetEvent::TerminalStopped, "");
        }),
        of("a ticket without grand total", Broken, |till| {
            let header = till.header(fiscal::Chain::Ticket);
            let ticket = samples::ticket(till.mode, header, Operation::Vente, &samples::bread_and_book());
            till.put(ticket);
        }),
        of("a ticket whose totals are wrong", Broken, |till| {
            let header = till.header(fiscal::Chain::Ticket);
            let mut ticket = samples::ticket(till.mode, header, Operation::Vente, &samples::bread_and_book());
            ticket.totals.net = Money(ticket.totals.net.0 - 1);
            till.put(ticket.clone());
            till.grand_total_of(&ticket);
        }),
        of("a grand total of another amount", Broken, |till| {
            let ticket = till.ticket(Operation::Vente, &samples::bread_and_book());
            till.perpetual = till.perpetual.after(Money(1)).unwrap();
            till.grand_total_of(&ticket);
        }),
        of("a closing of another total", Broken, |till| {
            let ticket = till.ticket(Operation::Vente, &samples::bread_and_book());
            till.close(
                Scope::Jour,
                &ticket.business_day,
                ticket.vat.clone(),
                Money(ticket.totals.total.0 + 1),
            );
        }),
        of("a sale in a closed day", Broken, |till| {
            let header = till.header(fiscal::Chain::Ticket);
            let mut ticket = samples::ticket(till.mode, header, Operation::Vente, &samples::bread_and_book());
            ticket.business_day = "2026-11-21".to_owned();
            till.put(ticket.clone());
            till.grand_total_of(&ticket);
        }),
        of("a sale in a closed month", Broken, |till| {
            till.wait(-9 * 86_400);
            till.ticket(Operation::Vente, &samples::bread_and_book());
        }),
        of("a duplicate left out", Broken, |till| till.duplicate("T1-00000001", 4)),
        forged(),
    ]
}

/// A record in the middle that somebody signed with another key, all links made good behind it.
fn forged() -> Damage {
    let mut till = crate::common::till::two_days();
    let book = Book { till: crate::common::till::two_days() };
    let act = book.act(1, |_| {});
    let at = till.records.iter().rposition(|r| r.kind == Scope::Exercice.as_str()).unwrap();
    till.records[at].sig = fiscal::signing::encode_signature(
        &fiscal::Signer::sign(&DeterministicSigner::from_seed("another"), b"x").unwrap(),
    );
    broken("a forged signature", pack(&till.records, 1, &act))
}
