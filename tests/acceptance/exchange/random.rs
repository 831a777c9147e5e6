//! Random days of sales, returns and exchanges: money, VAT and chains always agree.

use std::collections::BTreeMap;

use api::types::{
    ArticlePage, CatalogueSearch, DiscountInput, DocumentDetail, ReturnLine, ReturnValidate, SaleDone,
    SaleSetDiscount, SaleView, ShiftReport,
};
use domain::cart::{Reduction, is_sold_by_piece};
use domain::ids::DocumentId;
use domain::money::{Money, Quantity, Rate};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till};

use super::{giving_back, open, refund, taken};
use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::Random;

/// Steps of a day.
const STEPS: u64 = 45;

/// Base and tax of each rate.
type Taxes = BTreeMap<i64, (i64, i64)>;

struct Day {
    till: Till,
    random: Random,
    articles: Vec<String>,
    /// Sales of which something may come back.
    sales: Vec<DocumentId>,
    /// What the drawer must hold.
    drawer: Money,
    /// What cards brought in and gave back.
    cards: Money,
    taxes: Taxes,
    exchanges: usize,
}

/// RET-01: over a day of sales, returns and exchanges in both countries, the drawer and the cards hold what changed
/// hands, the tax table of the shift is that of its tickets, no sale gives back more than was paid, the chains verify
/// and the log rebuilds every row.
#[test]
fn whatever_is_exchanged_money_and_taxes_agree() {
    for (seed, shop) in [(11, TestShop::france()), (12, TestShop::quebec())] {
        let till = shop.till(Role::Manager, "C01");
        till.open_shift(1_000_00);
        let mut day = Day::new(till, Random::new(seed));
        for _ in 0..STEPS {
            day.step();
        }
        assert!(day.exchanges > 10, "{} exchanges", day.exchanges);
        let report = day.till.report();
        assert_eq!(report.expected_cash, day.drawer);
        let cards = report.methods.iter().find(|m| m.kind == PaymentKind::CardStandalone);
        assert_eq!(cards.map_or(Money(0), |m| m.total), day.cards);
        assert!(report.methods.iter().all(|m| m.kind != PaymentKind::Exchange));
        assert_eq!(taxes_of(&report), day.taxes);
        assert_eq!(
            report.total + report.rounding,
            day.drawer - Money(1_000_00) + day.cards,
            "what was earned"
        );
        assert_sound(&shop);
        assert_replays(&shop);
    }
}

fn taxes_of(report: &ShiftReport) -> Taxes {
    report.taxes.iter().map(|t| (t.rate.0, (t.base.0, t.amount.0))).collect()
}

impl Day {
    fn new(till: Till, random: Random) -> Self {
        let search = CatalogueSearch { text: String::new(), department_id: None, offset: 0, limit: 60 };
        let page: ArticlePage = till.ask("catalogue_search", search);
        let articles = page.rows.into_iter().filter(|a| is_sold_by_piece(&a.unit)).map(|a| a.code).collect();
        let (drawer, cards) = (Money(1_000_00), Money(0));
        Self { till, random, articles, sales: Vec::new(), drawer, cards, taxes: Taxes::new(), exchanges: 0 }
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.random.below(limit as u64)).unwrap()
    }

    fn step(&mut self) {
        match self.below(4) {
            0 => self.sell(),
            1 => self.take_back(),
            _ => self.exchange(),
        }
    }

    /// Some articles, now and then with a discount on the whole.
    fn fill(&mut self) {
        for _ in 0..=self.below(3) {
            let at = self.below(self.articles.len());
            let units = 1 + i64::try_from(self.below(3)).unwrap();
            self.till.scan_units(&self.articles[at], units);
        }
        if self.below(2) == 0 {
            let rate = Rate(1_000 + i64::try_from(self.below(40_000)).unwrap());
            let discount =
                Some(DiscountInput { reduction: Reduction::Percent { rate }, reason: "soldes".to_owned() });
            let _: SaleView = self.till.ask("sale_set_discount", SaleSetDiscount { discount });
        }
    }

    fn method(&mut self) -> PaymentKind {
        if self.below(2) == 0 { PaymentKind::Cash } else { PaymentKind::CardStandalone }
    }

    fn sell(&mut self) {
        self.fill();
        let done = self.pay();
        self.count(&done);
    }

    /// Pays what is due, in two parts now and then.
    fn pay(&mut self) -> SaleDone {
        let due = self.till.sale().due.0;
        if due > 200 && self.below(3) == 0 {
            self.till.pay(PaymentKind::CardStandalone, Some(due / 2));
        }
        let kind = self.method();
        if self.till.sale().due > Money(0) {
            self.till.pay(kind, None);
        }
        self.till.validate()
    }

    /// One or two units of a line of a sale, if any is left.
    fn brought(&mut self) -> Option<(DocumentId, Vec<ReturnLine>)> {
        let sale = *self.sales.get(self.random.below(self.sales.len().max(1) as u64) as usize)?;
        let lines = open(&self.till, sale).lines;
        let line = lines.iter().find(|l| l.returnable >= Quantity::ONE)?;
        let units = (line.returnable.0 / Quantity::ONE.0).min(1 + i64::try_from(self.below(2)).unwrap());
        Some((sale, taken(&[(line.n, units)])))
    }

    fn take_back(&mut self) {
        let Some((document_id, lines)) = self.brought() else { return };
        let kind = self.method();
        let refund = refund(&self.till, kind);
        let reason = "défaut".to_owned();
        let request = ReturnValidate { document_id, lines, reason, refund, print: false };
        let done: SaleDone = self.till.ask("return_validate", request);
        self.count(&done);
        self.never_more_than_paid(document_id);
    }

    fn exchange(&mut self) {
        let Some((document_id, lines)) = self.brought() else { return };
        self.fill();
        let request = api::types::ExchangeStart { document_id, lines, reason: "taille".to_owned() };
        let view: SaleView = self.till.ask("exchange_start", request);
        let done = if view.due > Money(0) {
            self.pay()
        } else {
            let kind = self.method();
            let refund = (view.due < Money(0)).then(|| refund(&self.till, kind));
            self.till.ask("exchange_validate", giving_back(refund))
        };
        let back = done.exchange.clone().unwrap();
        let moved = self.count(&done) + self.count_document(back.document_id);
        assert_eq!(done.total - back.total, moved, "both tickets together are what changed hands");
        self.never_more_than_paid(document_id);
        self.exchanges += 1;
    }

    fn count(&mut self, done: &SaleDone) -> Money {
        if done.total > Money(0) {
            self.sales.push(done.document_id);
        }
        self.count_document(done.document_id)
    }

    /// Adds a ticket to what the day must come to; answers what its money settles, cash rounding aside.
    fn count_document(&mut self, document: DocumentId) -> Money {
        let DocumentDetail { payments, taxes, .. } = open(&self.till, document);
        for tax in taxes {
            let sum = self.taxes.entry(tax.rate.0).or_default();
            (sum.0, sum.1) = (sum.0 + tax.base.0, sum.1 + tax.amount.0);
        }
        let mut moved = Money(0);
        for payment in payments.iter().filter(|p| p.kind != PaymentKind::Exchange) {
            let collected = payment.received - payment.change;
            assert_eq!(collected, payment.amount + payment.rounding);
            if payment.kind == PaymentKind::Cash {
                self.drawer += collected;
            } else {
                self.cards += collected;
            }
            moved += payment.amount;
        }
        moved
    }

    /// What came back of a sale, in whatever way, is at most what was paid for it.
    fn never_more_than_paid(&self, sale: DocumentId) {
        let detail = open(&self.till, sale);
        let back: Money = detail.corrections.iter().map(|c| -c.total).sum();
        assert!(back >= Money(0) && back <= detail.row.total, "{back:?} of {:?}", detail.row.total);
    }
}
