//! «Pourquoi ma caisse est-elle fausse ?»: gathers what happened in a shift and names the tickets to look at.
//!
//! The rules are in [`domain::drawer`]; nothing is written, and no cause is stored: they are asked for again while
//! the count changes. A count by denomination says more than its sum: which note may have been counted twice.

use api::types::{DocumentRow, DrawerAnswer, DrawerCause, DrawerQuestion};
use api::{Fault, FaultCode};
use domain::drawer::{Cause, DrawerFacts, likely_causes};
use domain::ids::DocumentId;
use store::tables::shifts::{self, ShiftRow};
use store::tables::{documents, drawer};

use super::shifts::{check_count, readable_shift};
use crate::context::{Context, Query};
use crate::error::{Result, refusal};
use crate::views;

/// What may explain a count: of a shift that is being closed, or of one that was. None when the drawer is right.
/// A shift of another workstation needs the right to see reports, as its report does.
pub fn drawer_causes(cx: &Query<'_>, request: DrawerQuestion) -> Result<DrawerAnswer> {
    let shift = readable_shift(cx, request.shift_id)?;
    let facts = facts(cx, &shift, request)?;
    let causes = likely_causes(&facts).into_iter().map(|cause| view(cx, cause)).collect::<Result<_>>()?;
    Ok(DrawerAnswer { difference: facts.difference(), causes })
}

fn facts(cx: &Query<'_>, shift: &ShiftRow, question: DrawerQuestion) -> Result<DrawerFacts> {
    let closed = shift.closing.as_ref();
    let required = || Fault::refused(FaultCode::FieldRequired).with("field", "counted");
    let counted = question.counted.or(closed.map(|c| c.counted)).ok_or_else(required)?;
    check_count(cx.country()?, &question.count, counted)?;
    let recorded = closed.filter(|c| c.counted == counted).map(|c| c.count.clone());
    let count = if question.count.is_empty() { recorded.unwrap_or_default() } else { question.count };
    let moved = shifts::movements(cx.db, shift.id)?.into_iter().map(|m| m.amount);
    Ok(DrawerFacts {
        country: cx.country()?,
        opening_float: shift.flow.opening_float,
        expected: closed.map_or_else(|| shift.flow.expected(), |c| c.expected),
        counted,
        count,
        tickets: drawer::tickets(cx.db, shift.id)?,
        movements: moved.filter(|amount| !amount.is_zero()).collect(),
    })
}

fn view(cx: &Query<'_>, cause: Cause) -> Result<DrawerCause> {
    let Cause { kind, amount, instead_of, documents, likelihood } = cause;
    let documents = documents.into_iter().map(|id| document(cx, id)).collect::<Result<_>>()?;
    Ok(DrawerCause { kind, amount, instead_of, likelihood, documents })
}

fn document(cx: &Query<'_>, id: DocumentId) -> Result<DocumentRow> {
    let row = documents::by_id(cx.db, id)?.ok_or_else(|| refusal(FaultCode::DocumentNotFound))?;
    views::document(cx.db, row)
}
