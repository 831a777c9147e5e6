//! Articles that come back, priced and checked, before it is known how they are paid for.

use api::types::{FreeReturnLine, Refund, ReturnLine};
use domain::ids::{CustomerId, LineId};
use domain::money::Money;
use domain::tax::{DocumentTotals, TaxAmount};
use fiscal::{BuyerSnapshot, Operation, PaymentSnapshot, TicketTotals, VatRow};
use store::tables::settings::WorkstationRow;

use super::refund::Exchanged;
use super::{
    Correction, Giving, Returned, Sold, back_to_stock, corrected_line, refund_due, refund_payments,
    returned_line, take_freely,
};
use crate::context::{Context, Mutation};
use crate::error::Result;

/// Articles that come back, with or without their ticket.
pub struct TakenBack<'a> {
    /// The sale; none without ticket.
    pub origin: Option<&'a Sold>,
    /// The customer.
    pub customer: Option<BuyerSnapshot>,
    /// Why.
    pub reason: String,
    /// What is given back of their price: the rest was never paid.
    pub due: Money,
    /// The lines, and what they are worth.
    pub returned: Returned,
    /// The supervisor who approved it at another moment than this one.
    pub approved_by: Option<String>,
}

impl<'a> TakenBack<'a> {
    /// Takes lines of a ticket back (RET-01): never more than was sold, over all returns.
    pub fn against(cx: &impl Context, sold: &'a Sold, lines: &[ReturnLine], reason: String) -> Result<Self> {
        let taxes = sold.taxes();
        let taken = sold.take(&taxes, lines)?;
        let due = refund_due(cx, sold, taken.totals.total)?;
        let (mut lines, mut stock) = (Vec::new(), Vec::new());
        for (n, (line, part, restock)) in (1..).zip(&taken.lines) {
            let returned = returned_line(n, line, part, sold.ticket.discount.as_ref())?;
            stock.extend(back_to_stock(&returned).filter(|_| *restock));
            lines.push(returned);
        }
        let returned = Returned { lines, stock, totals: taken.totals };
        let customer = sold.ticket.customer.clone();
        Ok(Self { origin: Some(sold), customer, reason, due, returned, approved_by: None })
    }

    /// Takes articles back without their ticket (RET-02), at the price of today.
    pub fn freely(
        cx: &Mutation<'_, '_>,
        lines: &[FreeReturnLine],
        customer: Option<BuyerSnapshot>,
        reason: String,
    ) -> Result<Self> {
        let returned = take_freely(cx, lines, || LineId(cx.new_id()))?;
        let due = returned.totals.total;
        Ok(Self { origin: None, customer, reason, due, returned, approved_by: None })
    }

    /// Gives back a part of a line's price («Exactitude des prix»): no article comes back.
    pub fn corrected(
        cx: &impl Context,
        sold: &'a Sold,
        n: u32,
        amount: Money,
        reason: String,
    ) -> Result<Self> {
        let line = sold.line(n)?;
        let totals = sold.correct(line, amount)?;
        let due = refund_due(cx, sold, totals.total)?;
        let lines = vec![corrected_line(line, amount, &reason)];
        let returned = Returned { lines, stock: Vec::new(), totals };
        let customer = sold.ticket.customer.clone();
        Ok(Self { origin: Some(sold), customer, reason, due, returned, approved_by: None })
    }

    /// What the articles are worth with taxes, positive.
    pub const fn total(&self) -> Money {
        self.returned.totals.total
    }

    /// The customer to whose account a credit may go.
    pub fn customer_id(&self) -> Option<CustomerId> {
        self.customer.as_ref().map(|c| c.id)
    }

    /// The payments of the return: what was owed, what another sale takes over, and the rest by the method chosen.
    pub fn payments(
        &self,
        cx: &Mutation<'_, '_>,
        workstation: &WorkstationRow,
        exchanged: Option<Exchanged>,
        refund: Option<&Refund>,
    ) -> Result<Vec<PaymentSnapshot>> {
        let unpaid = self.total() - self.due;
        let written_off =
            self.origin.map_or(Money::ZERO, |sold| sold.written_off().max(Money::ZERO).min(unpaid));
        let (total, due, customer) = (self.total(), self.due, self.customer_id());
        let giving = Giving { total, due, written_off, exchanged, customer };
        refund_payments(cx, workstation, giving, refund)
    }

    /// The ticket to seal.
    pub fn correction(self, payments: Vec<PaymentSnapshot>) -> Correction<'a> {
        let (vat, totals) = negative(&self.returned.totals);
        Correction {
            operation: Operation::Retour,
            origin: self.origin,
            customer: self.customer,
            reason: self.reason,
            approved_by: self.approved_by,
            lines: self.returned.lines,
            discount: None,
            vat,
            totals,
            payments,
            stock: self.returned.stock,
        }
    }
}

fn negative(totals: &DocumentTotals) -> (Vec<VatRow>, TicketTotals) {
    let row = |row: &TaxAmount| mirrored_row(&VatRow::from(row));
    let vat = totals.taxes.iter().map(row).collect();
    (vat, TicketTotals { net: -totals.net, tax: -totals.tax, total: -totals.total })
}

/// A row of the tax table, given back.
pub fn mirrored_row(row: &VatRow) -> VatRow {
    VatRow { base: -row.base, tax: -row.tax, gross: -row.gross, ..row.clone() }
}
