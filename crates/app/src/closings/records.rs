//! The records of one closing, in their order (fiscal.md 6).

use domain::ids::{ClosingId, UserId, WorkstationId};
use fiscal::{ArchivePayload, ArchiveType, Chain, GrandTotalPayload, JetEvent, Scope};
use store::op::PeriodClosed;
use store::tables::settings::WorkstationRow;
use store::tables::{closings, integrity};
use store::{Db, Op};

use super::Due;
use super::period::{Sums, sums};
use crate::books::ANCHOR_DEFECTS;
use crate::context::{Context, Mutation};
use crate::crash_points::CrashPoint;
use crate::error::Result;
use crate::fiscal_book::Book;

/// Seals a period: JET 330, its grand total, JET 50 or 60, its archive, JET 20 or 30. The count of the drawer (JET 170) belongs to
/// the shift. `user`: who asked for it; the program signs by itself otherwise.
pub fn seal(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    due: &Due,
    user: Option<UserId>,
) -> Result<()> {
    CrashPoint::ClosingBegun.reached();
    let opened = Book::open(cx, workstation)?;
    let mut book = if user.is_some() { opened } else { opened.unattended() };
    let sums = sums(cx.db(), due)?;
    let (closed, archived) = events(due.scope);
    let period = format!("{} {}", due.scope.as_str(), due.key);
    let what = format!("{period} n° {}, total {}", sums.detail.number, sums.total.0);
    let announced = book.journal(JetEvent::ClosingStarted, period)?;
    CrashPoint::ClosingAnnounced.reached();
    let summed = book.seal(&grand_total(&book, due, &sums).into())?;
    CrashPoint::PeriodSummed.reached();
    let records = vec![
        announced,
        summed,
        book.journal(closed, what.clone())?,
        book.seal(&archive(cx, &book, due, sums)?.into())?,
        book.journal(archived, what)?,
    ];
    CrashPoint::PeriodSealed.reached();
    let id = ClosingId(cx.new_id());
    let closed = PeriodClosed { id, from: due.from.clone(), to: due.to.clone(), user, records };
    cx.emit(Op::PeriodClosed(Box::new(closed)))?;
    CrashPoint::PeriodWritten.reached();
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
        anomaly: is_damaged(cx.db(), due.terminal, first_seq, last_seq)?,
    })
}

const fn events(scope: Scope) -> (JetEvent, JetEvent) {
    match scope {
        Scope::Exercice => (JetEvent::YearClosed, JetEvent::YearArchiveCreated),
        Scope::Ticket | Scope::Jour | Scope::Mois => (JetEvent::PeriodClosed, JetEvent::ArchiveCreated),
    }
}

/// A defect was found among these records: their archive is made all the same, and says so (fiscal.md 1.9), whoever has
/// taken note of it. What is wrong with an anchor is outside of the records.
fn is_damaged(db: Db<'_>, terminal: WorkstationId, first_seq: i64, last_seq: i64) -> Result<bool> {
    let found = integrity::found_between(db, terminal, first_seq, last_seq)?;
    Ok(found.iter().any(|defect| !ANCHOR_DEFECTS.contains(&defect.as_str())))
}
