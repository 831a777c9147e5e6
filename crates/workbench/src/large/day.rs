//! A business day: what happens at which workstation, in the order of the clock.

use std::collections::{HashMap, VecDeque};

use api::Fault;
use api::types::{
    CashMove, DocumentCancel, PaymentAdd, Refund, ReturnLine, ReturnValidate, ShiftClose, ShiftOpen,
};
use app::bulk::{Basket, BasketLine, Bulk, Recorded};
use domain::cart::{CartArticle, Discount, Reduction};
use domain::ids::{DocumentId, UserId, WorkstationId};
use domain::money::{Money, Quantity, Rate};

use super::chance::Chance;
use super::plan::Plan;
use super::setup::Cast;
use crate::articles::ean;

/// Cash in each drawer in the morning.
const FLOAT: Money = Money(15_000);
/// The doors are open from 8:30 to 19:30.
const OPENING_S: i64 = 8 * 3_600 + 1_800;
const OPEN_FOR_S: i64 = 11 * 3_600;
/// What may come back is among this many last sales.
const REMEMBERED: usize = 3_000;
const REASONS: [&str; 3] = ["Geste commercial", "Client fidèle", "Date courte"];

/// What the past comes to, as it is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Tickets, corrections included.
    pub documents: i64,
    /// Returns.
    pub returns: i64,
    /// Cancellations.
    pub cancellations: i64,
    /// Turnover.
    pub revenue: Money,
}

/// The shop while its past is made.
pub struct Past {
    plan: Plan,
    cast: Cast,
    chance: Chance,
    known: HashMap<usize, CartArticle>,
    recent: VecDeque<DocumentId>,
    /// What it comes to so far.
    pub totals: Totals,
}

impl Past {
    /// Before the first day.
    pub fn new(plan: Plan, cast: Cast) -> Self {
        Self {
            plan,
            cast,
            chance: Chance::new(plan.seed),
            known: HashMap::new(),
            recent: VecDeque::new(),
            totals: Totals::default(),
        }
    }

    /// One day from `midnight` (UTC milliseconds): each workstation opens, all sell, each closes and counts.
    pub fn day(&mut self, bulk: &mut Bulk<'_, '_>, midnight: i64, tickets: usize) -> Result<(), Fault> {
        let at = |second: i64| midnight + second * 1_000;
        let staff = self.staff();
        for (n, (workstation, user)) in (0..).zip(&staff) {
            bulk.at(at(OPENING_S - 600 + n * 60), *user, *workstation)?;
            if n == 0 {
                bulk.start_day()?;
            }
            bulk.open_shift(ShiftOpen { opening_float: FLOAT, count: Vec::new(), note: String::new() })?;
        }
        let mut seconds: Vec<i64> =
            (0..tickets).map(|_| OPENING_S + self.chance.between(0, OPEN_FOR_S)).collect();
        seconds.sort_unstable();
        for second in seconds {
            // The first workstation sells most, the last is there for rushes.
            let place = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3][self.chance.below(10)] % staff.len();
            let Some((workstation, user)) = staff.get(place) else { continue };
            bulk.at(at(second), *user, *workstation)?;
            self.serve(bulk)?;
        }
        for (n, (workstation, user)) in (0..).zip(&staff) {
            bulk.at(at(OPENING_S + OPEN_FOR_S + 300 + n * 60), *user, *workstation)?;
            self.close(bulk)?;
        }
        Ok(())
    }

    /// Who stands where today.
    fn staff(&mut self) -> Vec<(WorkstationId, UserId)> {
        let first = self.chance.below(self.cast.users.len());
        let users = self.cast.users.iter().cycle().skip(first);
        self.cast.workstations.iter().copied().zip(users.copied()).collect()
    }

    /// A customer: mostly a sale, at times something else besides.
    fn serve(&mut self, bulk: &mut Bulk<'_, '_>) -> Result<(), Fault> {
        let basket = self.basket(bulk)?;
        let sold = bulk.sell(basket)?;
        self.count(sold);
        if self.recent.len() == REMEMBERED {
            self.recent.pop_front();
        }
        match self.chance.below(1_000) {
            0..5 => self.cancel(bulk, sold.document),
            5..17 => self.take_back(bulk, sold.document),
            17..25 => self.move_cash(bulk),
            _ => {
                self.recent.push_back(sold.document);
                Ok(())
            }
        }
    }

    fn count(&mut self, recorded: Recorded) {
        self.totals.documents += 1;
        self.totals.revenue += recorded.total;
    }

    fn basket(&mut self, bulk: &mut Bulk<'_, '_>) -> Result<Basket, Fault> {
        let mut numbers: Vec<usize> = (0..[1, 1, 1, 1, 2, 2, 2, 3, 4, 6][self.chance.below(10)])
            .map(|_| self.article_number())
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut lines = Vec::with_capacity(numbers.len());
        for number in numbers {
            let quantity = Quantity([1, 1, 1, 1, 1, 1, 2, 2, 3, 6][self.chance.below(10)] * Quantity::ONE.0);
            let discount = self.chance.happens(30).then(|| self.discount(10_000));
            lines.push(BasketLine { article: self.article(bulk, number)?, quantity, discount });
        }
        let customer = self.chance.happens(250).then(|| self.chance.below(self.plan.customers));
        let (payment, handed) = self.payment();
        Ok(Basket {
            lines,
            discount: self.chance.happens(20).then(|| self.discount(5_000)),
            customer: customer.and_then(|n| self.cast.customers.get(n).copied()),
            payment,
            handed,
        })
    }

    /// Half of what is sold are the same five hundred articles, one of them in every tenth basket.
    fn article_number(&mut self) -> usize {
        let all = self.plan.articles;
        let reach = match self.chance.below(100) {
            0..4 => 1,
            4..50 => 500,
            50..80 => 20_000,
            _ => all,
        };
        self.chance.below(reach.min(all))
    }

    fn article(&mut self, bulk: &mut Bulk<'_, '_>, number: usize) -> Result<CartArticle, Fault> {
        if let Some(article) = self.known.get(&number) {
            return Ok(article.clone());
        }
        let article = bulk.article(&ean(number))?;
        self.known.insert(number, article.clone());
        Ok(article)
    }

    fn discount(&mut self, rate: i64) -> Discount {
        let reason = self.chance.pick(&REASONS).copied().unwrap_or_default().to_owned();
        Discount { reduction: Reduction::Percent { rate: Rate(rate) }, reason }
    }

    /// A card, mostly with its digits; the exact cash; or a note.
    fn payment(&mut self) -> (PaymentAdd, Option<Money>) {
        let card = self.chance.happens(400);
        let digits = card && self.chance.happens(700);
        let method = if card { &self.cast.card } else { &self.cast.cash };
        let payment = PaymentAdd {
            method_id: method.id,
            amount: None,
            card_last4: digits.then(|| format!("{:04}", self.chance.below(10_000))),
            reference: None,
            nature: None,
        };
        (payment, (!card && self.chance.happens(400)).then_some(Money(1_000)))
    }

    fn cancel(&mut self, bulk: &mut Bulk<'_, '_>, document_id: DocumentId) -> Result<(), Fault> {
        let reason = "Erreur de caisse".to_owned();
        let done = bulk.cancel(DocumentCancel { document_id, reason, print: false })?;
        self.totals.cancellations += 1;
        self.count(Recorded { document: done.document_id, total: done.total });
        Ok(())
    }

    /// One piece of an older sale comes back, and is paid out in cash; `sold` may come back later.
    fn take_back(&mut self, bulk: &mut Bulk<'_, '_>, sold: DocumentId) -> Result<(), Fault> {
        let at = self.chance.below(self.recent.len());
        self.recent.push_back(sold);
        let Some(document_id) = self.recent.swap_remove_back(at) else { return Ok(()) };
        let restock = self.chance.happens(800);
        let done = bulk.take_back(ReturnValidate {
            document_id,
            lines: vec![ReturnLine { n: 1, quantity: Quantity::ONE, restock }],
            reason: "Ne convient pas".to_owned(),
            refund: Refund { method_id: self.cast.cash.id, card_last4: None },
            print: false,
        })?;
        self.totals.returns += 1;
        self.count(Recorded { document: done.document_id, total: done.total });
        Ok(())
    }

    fn move_cash(&mut self, bulk: &mut Bulk<'_, '_>) -> Result<(), Fault> {
        let amount = Money(self.chance.between(5, 50) * 100);
        let reason = "Appoint de monnaie".to_owned();
        bulk.move_cash(CashMove { amount, reason, print: false }).map(|_| ())
    }

    /// Every eighth drawer is wrong by a few euros.
    fn close(&mut self, bulk: &mut Bulk<'_, '_>) -> Result<(), Fault> {
        let difference = if self.chance.happens(125) { self.chance.between(-1_000, 1_000) } else { 0 };
        let expected = bulk.expected_cash()?;
        let close = ShiftClose {
            shift_id: None,
            counted_cash: Money((expected.0 + difference).max(0)),
            count: Vec::new(),
            float_left: Some(FLOAT),
            note: String::new(),
            print: false,
        };
        bulk.close_shift(close).map(|_| ())
    }
}
