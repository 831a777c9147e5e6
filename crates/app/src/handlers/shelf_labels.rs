//! «Étiquettes à corriger»: shelf labels that a customer showed to be lower than the till.

use api::types::{Empty, ShelfLabelSettle, ShelfLabelView};
use api::{FaultCode, Topic};
use store::Op;
use store::op::LabelSettled;
use store::tables::shelf_labels::{self, LabelRow};
use store::tables::{articles, settings};

use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal};
use crate::views;

/// How long a corrected label stays on the list, so that it can be taken back: a week.
const KEPT_MS: i64 = 7 * 24 * 3_600_000;

/// Wrong labels, oldest first, then those that were corrected in the last week.
pub fn shelf_label_list(cx: &Query<'_>, _: Empty) -> Result<Vec<ShelfLabelView>> {
    list(cx)
}

/// A label was corrected, or was not after all. Every report of that price on that label goes with it.
pub fn shelf_label_settle(
    cx: &mut Mutation<'_, '_>,
    request: ShelfLabelSettle,
) -> Result<Vec<ShelfLabelView>> {
    let row = shelf_labels::by_id(cx.db(), request.shelf_label_id)?;
    let row = row.ok_or_else(|| refusal(FaultCode::ShelfLabelNotFound))?;
    let by = request.done.then_some(cx.caller.user()?.id);
    if row.done.is_none() == request.done {
        for id in shelf_labels::reports_of(cx.db(), &row)? {
            cx.emit(Op::LabelSettled(LabelSettled { id, by }))?;
        }
        cx.touch(&[Topic::Stock, Topic::Sale]);
    }
    list(cx)
}

fn list(cx: &impl Context) -> Result<Vec<ShelfLabelView>> {
    let rows = shelf_labels::list(cx.db(), cx.now_ms() - KEPT_MS)?;
    rows.into_iter().map(|row| view(cx, row)).collect()
}

fn view(cx: &impl Context, row: LabelRow) -> Result<ShelfLabelView> {
    let article = articles::by_id(cx.db(), row.article)?;
    let article = article.ok_or_else(|| refusal(FaultCode::ArticleNotFound))?;
    let done_by = row.done.map(|(by, _)| views::user_name(cx.db(), by)).transpose()?;
    Ok(ShelfLabelView {
        id: row.id,
        article_id: row.article,
        code: article.code,
        name: article.name,
        labelled: row.labelled,
        scanned: row.scanned,
        price: article.unit_price,
        times: row.times,
        indemnity: row.indemnity,
        exclusion: row.exclusion,
        at_ms: row.at_ms,
        user: views::user_name(cx.db(), row.user)?,
        workstation: settings::workstation(cx.db(), row.workstation)?.map(|w| w.name).unwrap_or_default(),
        done_ms: row.done.map(|(_, ms)| ms),
        done_by,
    })
}
