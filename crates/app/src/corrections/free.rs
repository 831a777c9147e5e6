//! Articles taken back without their ticket, at the lowest price that they may have cost today (RET-02).

use api::FaultCode;
use api::types::FreeReturnLine;
use domain::cart::{CartArticle, ServiceMode};
use domain::ids::LineId;
use domain::money::{Money, Quantity};
use domain::tax::{DocumentTotals, TaxableLine, document_totals};
use fiscal::{TaxSnapshot, TicketLine};
use store::op::StockMove;
use store::tables::articles;

use super::back_to_stock;
use crate::context::Context;
use crate::error::{Result, refusal, refuse};
use crate::sale::{cart_article, lowest_price};

/// What comes back.
pub struct Returned {
    /// The lines, negative.
    pub lines: Vec<TicketLine>,
    /// What goes back to stock.
    pub stock: Vec<StockMove>,
    /// What it gives back, positive.
    pub totals: DocumentTotals,
}

/// Prices what is brought back as if it were sold now. `line_id` names each line; those of a question have none.
pub fn take_freely(
    cx: &impl Context,
    wanted: &[FreeReturnLine],
    mut line_id: impl FnMut() -> LineId,
) -> Result<Returned> {
    if wanted.is_empty() {
        return refuse(FaultCode::NothingToReturn);
    }
    let (mut lines, mut stock, mut taxed) = (Vec::new(), Vec::new(), Vec::new());
    for (n, want) in (1..).zip(wanted) {
        let row = articles::by_id(cx.db(), want.article_id)?;
        let article = row.ok_or_else(|| refusal(FaultCode::ArticleNotFound))?;
        let mut article = cart_article(cx, article, ServiceMode::default())?;
        article.unit_price = lowest_price(&article)?;
        let line = free_line(n, line_id(), &article, want.quantity)?;
        stock.extend(back_to_stock(&line).filter(|_| want.restock));
        taxed.push((-line.total, article.taxes));
        lines.push(line);
    }
    let taxable: Vec<_> = taxed.iter().map(|(total, taxes)| TaxableLine { total: *total, taxes }).collect();
    Ok(Returned { lines, stock, totals: document_totals(cx.country()?.price_mode(), &taxable)? })
}

fn free_line(n: i64, line: LineId, article: &CartArticle, quantity: Quantity) -> Result<TicketLine> {
    if quantity <= Quantity(0) || quantity > Quantity::MAX {
        return refuse(FaultCode::QuantityOutOfRange);
    }
    if article.is_sold_by_piece() && !quantity.is_whole() {
        return refuse(FaultCode::QuantityNotWhole);
    }
    let quantity = Quantity(-quantity.0);
    let amount = article.unit_price.times(quantity)?;
    Ok(TicketLine {
        n,
        line,
        article: Some(article.id),
        fee: None,
        code: article.code.clone(),
        label: article.name.clone(),
        note: None,
        quantity,
        unit: article.unit.clone(),
        unit_price: article.unit_price,
        set_amount: false,
        taxes: article.taxes.iter().map(TaxSnapshot::from).collect(),
        exemption: None,
        amount,
        discount: None,
        share: Money::ZERO,
        total: amount,
        stocked: article.stocked,
        department: article.department,
    })
}
