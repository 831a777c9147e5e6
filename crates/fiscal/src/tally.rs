//! What a period comes to: the sums of a closing and its detail (fiscal.md 1.4), computed from the records.
//!
//! One computation, for the till that closes and for the verifier that checks the closing. Sums wrap instead of
//! failing: the parts are bounded, and one that does wrap is no longer equal to what it is compared with.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use domain::ids::MethodId;
use domain::money::{Money, Rate};

use crate::{
    GrandTotalPayload, MethodTotal, Operation, PaymentSnapshot, PeriodDetail, SettlementPayload, Stamp,
    Tally, TicketPayload, VatRow,
};

/// A period while it is summed. Its default is a period in which nothing happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeriodTally {
    first: Option<(Stamp, String)>,
    last: Option<(Stamp, String)>,
    tickets: i64,
    sales: Tally,
    returns: Tally,
    cancellations: Tally,
    discounts: Tally,
    payments: BTreeMap<MethodId, MethodTotal>,
    duplicates: i64,
    drawer_openings: i64,
    vat: BTreeMap<(Reverse<Rate>, String), VatRow>,
    total: Money,
}

impl PeriodTally {
    /// Adds a ticket, whatever its operation.
    pub fn ticket(&mut self, p: &TicketPayload) {
        let amount = p.totals.total;
        let mark = || (p.header.at.clone(), p.header.number.clone());
        self.first.get_or_insert_with(mark);
        self.last = Some(mark());
        self.tickets += 1;
        let tally = match p.operation {
            Operation::Vente => &mut self.sales,
            Operation::Retour => &mut self.returns,
            Operation::Annulation => &mut self.cancellations,
        };
        add(tally, Tally { count: 1, amount });
        if !p.discounts.is_zero() {
            add(&mut self.discounts, Tally { count: 1, amount: p.discounts });
        }
        p.payments.iter().for_each(|payment| self.payment(payment));
        p.vat.iter().for_each(|row| self.vat_row(row));
        self.total = sum(self.total, amount);
    }

    /// Adds a settlement: it moves payments, never turnover.
    pub fn settlement(&mut self, p: &SettlementPayload) {
        self.payment(&p.payment);
    }

    /// Adds a duplicate.
    pub const fn duplicate(&mut self) {
        self.duplicates = self.duplicates.wrapping_add(1);
    }

    /// Adds an opening of the drawer without a sale.
    pub const fn drawer_opened(&mut self) {
        self.drawer_openings = self.drawer_openings.wrapping_add(1);
    }

    /// The sums of a closing: what a month adds of its days, and a year of its months. A closing without detail
    /// (`gt/1`) adds its totals only.
    #[must_use]
    pub fn of_closing(p: &GrandTotalPayload) -> Self {
        let mut tally = p.detail.as_ref().map(Self::of_detail).unwrap_or_default();
        p.vat.iter().for_each(|row| tally.vat_row(row));
        tally.total = p.period_total;
        tally
    }

    fn of_detail(d: &PeriodDetail) -> Self {
        let mark = |at: &Option<Stamp>, number: &Option<String>| Some((at.clone()?, number.clone()?));
        Self {
            first: mark(&d.opened_at, &d.first_ticket),
            last: mark(&d.last_at, &d.last_ticket),
            tickets: d.tickets,
            sales: d.sales,
            returns: d.returns,
            cancellations: d.cancellations,
            discounts: d.discounts,
            payments: d.payments.iter().map(|m| (m.method, m.clone())).collect(),
            duplicates: d.duplicates,
            drawer_openings: d.drawer_openings,
            ..Self::default()
        }
    }

    /// Adds a later period.
    pub fn merge(&mut self, later: &Self) {
        self.first = self.first.take().or_else(|| later.first.clone());
        self.last = later.last.clone().or_else(|| self.last.take());
        self.tickets = self.tickets.wrapping_add(later.tickets);
        add(&mut self.sales, later.sales);
        add(&mut self.returns, later.returns);
        add(&mut self.cancellations, later.cancellations);
        add(&mut self.discounts, later.discounts);
        later.payments.values().for_each(|m| self.method(m));
        self.duplicates = self.duplicates.wrapping_add(later.duplicates);
        self.drawer_openings = self.drawer_openings.wrapping_add(later.drawer_openings);
        later.vat.values().for_each(|row| self.vat_row(row));
        self.total = sum(self.total, later.total);
    }

    /// How many tickets it has.
    #[must_use]
    pub const fn tickets(&self) -> i64 {
        self.tickets
    }

    /// Turnover, taxes included: the closing's `period_total`.
    #[must_use]
    pub const fn total(&self) -> Money {
        self.total
    }

    /// Tax table, greatest rate first: the closing's `vat`.
    #[must_use]
    pub fn vat(&self) -> Vec<VatRow> {
        self.vat.values().cloned().collect()
    }

    /// The detail of the closing with this number.
    #[must_use]
    pub fn detail(&self, number: i64) -> PeriodDetail {
        let (opened_at, first_ticket) = self.first.clone().unzip();
        let (last_at, last_ticket) = self.last.clone().unzip();
        PeriodDetail {
            number,
            opened_at,
            last_at,
            tickets: self.tickets,
            first_ticket,
            last_ticket,
            sales: self.sales,
            returns: self.returns,
            cancellations: self.cancellations,
            discounts: self.discounts,
            payments: self.payments.values().cloned().collect(),
            duplicates: self.duplicates,
            drawer_openings: self.drawer_openings,
        }
    }

    fn payment(&mut self, p: &PaymentSnapshot) {
        let PaymentSnapshot { method, kind, amount, rounding, .. } = *p;
        self.method(&MethodTotal { method, name: p.name.clone(), kind, count: 1, amount, rounding });
    }

    fn method(&mut self, later: &MethodTotal) {
        let Some(method) = self.payments.get_mut(&later.method) else {
            self.payments.insert(later.method, later.clone());
            return;
        };
        method.name.clone_from(&later.name);
        method.kind = later.kind;
        method.count = method.count.wrapping_add(later.count);
        method.amount = sum(method.amount, later.amount);
        method.rounding = sum(method.rounding, later.rounding);
    }

    fn vat_row(&mut self, later: &VatRow) {
        let key = (Reverse(later.rate), later.code.clone());
        let Some(row) = self.vat.get_mut(&key) else {
            self.vat.insert(key, later.clone());
            return;
        };
        let (base, tax, gross) =
            (sum(row.base, later.base), sum(row.tax, later.tax), sum(row.gross, later.gross));
        *row = VatRow { base, tax, gross, ..later.clone() };
    }
}

const fn add(tally: &mut Tally, more: Tally) {
    tally.count = tally.count.wrapping_add(more.count);
    tally.amount = sum(tally.amount, more.amount);
}

const fn sum(a: Money, b: Money) -> Money {
    Money(a.0.wrapping_add(b.0))
}
