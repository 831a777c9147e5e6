//! Accounts of the books, and exports of entries: each day once, frozen, the same for ever (fiscal.md 5, R-22).

use accounting::{Entry, fec, fec_name, journal_csv};
use api::types::{
    AccountingBatch, AccountingBatches, AccountingFileRef, AccountingPeriod, AccountingPlan,
    AccountingPlanSave, AccountingPreview, Empty, EntryLineView, EntryView, FileContent,
};
use api::{Fault, FaultCode, Topic};
use domain::money::Money;
use fiscal::{FiscalRecord, JetEvent};
use jiff::ToSpan as _;
use jiff::civil::Date;
use store::Op;
use store::op::{AccountingExported, BookedLine};
use store::tables::accounting::{self as stored, BatchRow};
use store::tables::books_of_day;

use crate::bookkeeping::{Days, book, check_over, date, freeze, frozen, plan, rows, save, sha256, siren_of};
use crate::context::{Context, Mutation, Query};
use crate::error::{Error, Result, refusal, refuse};
use crate::fiscal_book::Book;
use crate::views;

/// Exports shown at most.
const BATCHES: u32 = 500;
/// Entries that a preview shows at most; its sums are those of all.
const SHOWN: usize = 120;
/// Days that the next export is proposed for at most: a month.
const PROPOSED: i64 = 31;

/// The accounts of the shop.
pub fn accounting_plan(cx: &Query<'_>, _: Empty) -> Result<AccountingPlan> {
    rows(cx)
}

/// Chooses accounts. What was exported stays as it is.
pub fn accounting_plan_save(
    cx: &mut Mutation<'_, '_>,
    request: AccountingPlanSave,
) -> Result<AccountingPlan> {
    save(cx, request.rows)?;
    cx.touch(&[Topic::Accounting]);
    rows(cx)
}

/// What an export of a period would freeze. Nothing is written.
pub fn accounting_preview(cx: &Query<'_>, request: AccountingPeriod) -> Result<AccountingPreview> {
    let days = Days::of(&request, cx.country()?)?;
    let booked = book(cx, &plan(cx)?, &days)?;
    let (_, last) = stored::last_numbers(cx.db)?;
    let (debit, credit) = booked.sums();
    let today = cx.local_now()?.day();
    let open_day = days.iter().find(|day| *day >= today);
    let entries = (last + 1..).zip(&booked.entries).take(SHOWN).map(|(n, e)| entry_view(n, e)).collect();
    Ok(AccountingPreview {
        entries,
        count: count(booked.entries.len()),
        debit,
        credit,
        days: count(booked.days.len()),
        open_day,
        exported_day: stored::first_exported(cx.db, &days.from, &days.to)?.map(|(day, _)| day),
    })
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn entry_view(number: u32, entry: &Entry) -> EntryView {
    let view = |l: BookedLine| EntryLineView {
        account: l.account,
        account_label: l.account_label,
        auxiliary: l.auxiliary,
        label: l.label,
        debit: l.debit,
        credit: l.credit,
    };
    let lines: Vec<EntryLineView> =
        freeze(std::slice::from_ref(entry), number).into_iter().map(view).collect();
    EntryView {
        journal: entry.journal.code().to_owned(),
        number,
        day: entry.day.clone(),
        piece: entry.piece.clone(),
        label: entry.label.clone(),
        total: lines.iter().map(|l| l.debit).sum(),
        lines,
    }
}

/// The exports so far, and what the next would take.
pub fn accounting_batches(cx: &Query<'_>, _: Empty) -> Result<AccountingBatches> {
    let batches = stored::batches(cx.db, BATCHES)?;
    let batches = batches.into_iter().map(|row| batch_view(cx, row)).collect::<Result<_>>()?;
    Ok(AccountingBatches { batches, next: next(cx)? })
}

/// From the day behind the last export, or the first day of trade, to yesterday, a month at most.
fn next(cx: &Query<'_>) -> Result<Option<AccountingPeriod>> {
    let first = match stored::last_exported(cx.db)? {
        Some(last) => Some(tomorrow(&date(&last)?)),
        None => books_of_day::first_day(cx.db)?.map(|day| date(&day)).transpose()?,
    };
    let today = date(&cx.local_now()?.day())?;
    let Some(from) = first.filter(|from| *from < today) else { return Ok(None) };
    let to = from.saturating_add((PROPOSED - 1).days()).min(today.saturating_sub(1.day()));
    Ok(Some(AccountingPeriod { from_day: from.to_string(), to_day: to.to_string() }))
}

fn tomorrow(day: &Date) -> Date {
    day.saturating_add(1.day())
}

fn batch_view(cx: &impl Context, row: BatchRow) -> Result<AccountingBatch> {
    Ok(AccountingBatch {
        file_name: fec_name(&row.siren, &row.to_day),
        user: views::user_name(cx.db(), row.user)?,
        id: row.id,
        number: row.number,
        from_day: row.from_day,
        to_day: row.to_day,
        days: row.days,
        entries: row.entries,
        total: row.total,
        journals: row.journals,
        sha256: row.sha256,
        at_ms: row.at_ms,
    })
}

/// Freezes the entries of a period as a batch, and journals it (JET 290, 902). Refuses days that are not over, that were
/// exported before, or that do not balance.
pub fn accounting_export(cx: &mut Mutation<'_, '_>, request: AccountingPeriod) -> Result<AccountingBatch> {
    let days = Days::of(&request, cx.country()?)?;
    check_over(cx, &days)?;
    if let Some((day, _)) = stored::first_exported(cx.db(), &days.from, &days.to)? {
        return Err(Fault::refused(FaultCode::AccountingDayExported).with("day", day).into());
    }
    let booked = book(cx, &plan(cx)?, &days)?;
    if booked.entries.is_empty() {
        return refuse(FaultCode::AccountingNothing);
    }
    let (batch, entry) = stored::last_numbers(cx.db())?;
    let lines = freeze(&booked.entries, entry + 1);
    check_balance(&lines)?;
    let exported = AccountingExported {
        id: cx.new_id(),
        number: batch + 1,
        siren: siren_of(&cx.shop()?),
        sha256: sha256(&fec(&frozen(&lines))),
        user: cx.caller.user()?.id,
        days: booked.days,
        journal: journal(cx, batch + 1, &days, booked.entries.len())?,
        from_day: days.from,
        to_day: days.to,
        lines,
    };
    let id = exported.id;
    cx.emit(Op::AccountingExported(Box::new(exported)))?;
    cx.touch(&[Topic::Accounting]);
    let row = stored::batch(cx.db(), id)?.ok_or_else(|| refusal(FaultCode::AccountingBatchNotFound))?;
    batch_view(cx, row)
}

/// Each entry balances by itself; the last look before it is frozen.
fn check_balance(lines: &[BookedLine]) -> Result<()> {
    for entry in lines.chunk_by(|a, b| a.entry == b.entry) {
        let difference: Money = entry.iter().map(|l| l.debit - l.credit).sum();
        if !difference.is_zero() {
            return Err(Error::Bug(format!("entry of {:?} is wrong by {}", entry.first(), difference.0)));
        }
    }
    Ok(())
}

/// The exchange with the accountant, and the export (fiscal.md 6).
fn journal(cx: &Mutation<'_, '_>, number: u32, days: &Days, entries: usize) -> Result<Vec<FiscalRecord>> {
    let workstation = cx.workstation_row()?;
    let mut book = Book::open(cx, &workstation)?;
    let info = format!("lot {number} du {} au {}, {entries} écritures", days.from, days.to);
    Ok(vec![
        book.journal(JetEvent::AccountantExchange, info.clone())?,
        book.journal(JetEvent::AccountingExported, info)?,
    ])
}

/// A file of a batch, from its frozen lines. It is byte for byte the one of the export: its checksum says so.
pub fn accounting_file(cx: &Query<'_>, request: AccountingFileRef) -> Result<FileContent> {
    let row = stored::batch(cx.db, request.batch_id)?;
    let row = row.ok_or_else(|| refusal(FaultCode::AccountingBatchNotFound))?;
    let lines = frozen(&stored::lines(cx.db, row.id)?);
    let bytes = fec(&lines);
    if sha256(&bytes) != row.sha256 {
        return Err(Fault::refused(FaultCode::AccountingBatchDamaged).with("number", row.number).into());
    }
    let Some(journal) = request.journal else {
        return Ok(views::file(fec_name(&row.siren, &row.to_day), "text/plain;charset=iso-8859-15", &bytes));
    };
    let of_journal: Vec<_> = lines.into_iter().filter(|l| l.journal == journal).collect();
    if of_journal.is_empty() {
        return refuse(FaultCode::AccountingNothing);
    }
    let name = format!("journal-{journal}-{}-{}.csv", row.from_day, row.to_day);
    Ok(views::file(name, "text/csv;charset=utf-8", &journal_csv(&of_journal)))
}
