//! The records of one closing, in their order (fiscal.md 6).

use domain::ids::{ClosingId, UserId};
use fiscal::{ArchivePayload, ArchiveType, Chain, GrandTotalPayload, JetEvent, Scope};
use store::Op;
use store::op::PeriodClosed;
use store::tables::closings;
use store::tables::settings::WorkstationRow;

use super::Due;
use super::period::{Sums, sums};
use crate::context::{Context, Mutation};
use crate::error::Result;
use crate::fiscal_book::Book;
use crate::shared::lock;

/// Seals a period: JET 330, its grand total, JET 50 or 60, its archive, JET 20 or 30. The count of the drawer (JET 170) belongs to
/// the shift. `user`: who asked for it; the program signs by itself otherwise.
pub fn seal(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    due: &Due,
    user: Option<UserId>,
) -> Result<()> {
    let opened = Book::open(cx, workstation)?;
    let mut book = if user.is_some() { opened } else { opened.unattended() };
    let sums = sums(cx.db(), due)?;
    let (closed, archived) = events(due.scope);
    let period = format!("{} {}", due.scope.as_str(), due.key);
    let what = format!("{period} n° {}, total {}", sums.detail.number, sums.total.0);
    let records = vec![
        book.journal(JetEvent::ClosingStarted, period)?,
        book.seal(&grand_total(&book, due, &sums).into())?,
        book.journal(closed, what.clone())?,
        book.seal(&archive(cx, &book, due, sums)?.into())?,
        book.journal(archived, what)?,
    ];
    let id = ClosingId(cx.new_id());
    let closed = PeriodClosed { id, from: due.from.clone(), to: due.to.clone(), user, records };
    cx.emit(Op::PeriodClosed(Box::new(closed)))?;
    cx.touch(&[api::Topic::Closings]);
    Ok(())
}

fn grand_total(book: &Book, due: &Due, sums: &Sums) -> GrandTotalPayload {
    GrandTotalPayload {
        header: book.header(Chain::Gt),
        scope: due.scope,
        period_key: due.key.clone(),
        document: None,
        vat: sums.vat.clone(),
        period_total: sums.total,
        perpetual: book.perpetual(),
        detail: Some(sums.detail.clone()),
    }
}

/// The archive holds the records since the last one of its kind up to the closing itself: together those of one kind hold them all.
fn archive(cx: &Mutation<'_, '_>, book: &Book, due: &Due, sums: Sums) -> Result<ArchivePayload> {
    let (last_seq, link_global) = book.head();
    let first_seq = closings::last(cx.db(), due.terminal, due.scope)?.map_or(1, |last| last.last_seq + 1);
    let missing = closings::declared_missing(cx.db(), due.terminal, first_seq, last_seq)?;
    Ok(ArchivePayload {
        header: book.header(Chain::Archive),
        archive_type: match due.scope {
            Scope::Ticket | Scope::Jour => ArchiveType::J,
            Scope::Mois => ArchiveType::M,
            Scope::Exercice => ArchiveType::E,
        },
        period_from: due.from.clone(),
        period_to: due.to.clone(),
        first_seq,
        last_seq,
        link_global,
        records: last_seq - first_seq + 1 - missing,
        vat: sums.vat,
        total: sums.total,
        perpetual: book.perpetual(),
        anomaly: is_damaged(cx),
    })
}

const fn events(scope: Scope) -> (JetEvent, JetEvent) {
    match scope {
        Scope::Exercice => (JetEvent::YearClosed, JetEvent::YearArchiveCreated),
        Scope::Ticket | Scope::Jour | Scope::Mois => (JetEvent::PeriodClosed, JetEvent::ArchiveCreated),
    }
}

/// A defect was found at the start or since: the archive is made all the same, and says so (fiscal.md 1.9).
fn is_damaged(cx: &Mutation<'_, '_>) -> bool {
    lock(&cx.shared.alerts).iter().any(|alert| alert.code == api::FaultCode::FiscalChainBroken)
}
