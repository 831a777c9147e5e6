//! What a scanned code stands for: an article that carries it, or a packet whose label holds a price or a weight.
//!
//! An article that carries the whole code always wins over a rule: a shop may sell what another shop labelled.

use api::FaultCode;
use api::types::LabelView;
use domain::cart::{Cart, CartArticle, Change, LineBody, ServiceMode};
use domain::embedded::{EmbeddedKind, EmbeddedRule, EmbeddedValue, Label, Pattern, Reading};
use domain::ids::LineId;
use domain::money::{Quantity, UnitPrice};
use store::tables::articles::{self, ArticleRow};
use store::tables::embedded_codes::{self, EmbeddedRuleRow};

use super::cart_article;
use crate::context::Context;
use crate::error::{Error, Result, refusal};

/// What a code stands for.
pub enum Meaning {
    /// An article carries it.
    Article(Box<ArticleRow>),
    /// A packet of an article, with what its label says.
    Packet(Box<Packet>),
    /// Nothing that the shop knows.
    Unknown,
}

/// A packet.
pub struct Packet {
    /// The article.
    pub article: ArticleRow,
    /// Its public price of today.
    pub unit_price: UnitPrice,
    /// The figure on the label.
    pub value: EmbeddedValue,
}

/// What a code means; the code is in the form of [`domain::barcode::normalise`].
pub fn meaning(cx: &impl Context, code: &str) -> Result<Meaning> {
    if let Some(row) = articles::by_code(cx.db(), code)? {
        return Ok(Meaning::Article(Box::new(row)));
    }
    Ok(packet(cx, code)?.map_or(Meaning::Unknown, |packet| Meaning::Packet(Box::new(packet))))
}

/// The packet that a label names: of the first rule that reads it and whose item is an article.
pub fn packet(cx: &impl Context, code: &str) -> Result<Option<Packet>> {
    for rule in embedded_rules(cx)? {
        let Ok(reading) = rule.read(code) else { continue };
        if let Some(packet) = Packet::of(cx, &reading)? {
            return Ok(Some(packet));
        }
    }
    Ok(None)
}

/// The rules in force, in the order in which they are tried.
pub fn embedded_rules(cx: &impl Context) -> Result<Vec<EmbeddedRule>> {
    let rows = embedded_codes::rules(cx.db())?.into_iter().filter(|row| row.active);
    rows.map(|row| rule(&row)).collect()
}

/// A stored rule; only sound ones are stored.
pub fn rule(row: &EmbeddedRuleRow) -> Result<EmbeddedRule> {
    let parsed = Pattern::parse(&row.pattern).and_then(|pattern| EmbeddedRule::new(pattern, row.decimals));
    parsed.map_err(|error| Error::Bug(format!("stored rule {}: {error}", row.pattern)))
}

impl Packet {
    /// The packet of a label that was read; none when no active article has its item as internal code.
    pub fn of(cx: &impl Context, reading: &Reading<'_>) -> Result<Option<Self>> {
        for code in reading.codes() {
            if let Some(article) = articles::by_internal_code(cx.db(), code)? {
                let unit_price = article.price_on(&cx.local_now()?.day());
                return Ok(Some(Self { article, unit_price, value: reading.value }));
            }
        }
        Ok(None)
    }

    /// What the label says of the article; none when that has to be asked.
    #[must_use]
    pub fn label(&self) -> Option<Label> {
        self.value.label(&self.article.unit, self.unit_price)
    }

    /// The same as shown.
    pub fn label_view(&self) -> Result<Option<LabelView>> {
        let view = |label: Label| {
            let amount = label.amount.map_or_else(|| self.unit_price.times(label.quantity), Ok)?;
            Ok(LabelView { kind: label_kind(label), quantity: label.quantity, amount })
        };
        self.label().map(view).transpose()
    }

    /// The packet as a change of the cart: `count` of them, or a pending line when the label leaves a question open.
    pub fn change(
        self,
        cx: &impl Context,
        service: ServiceMode,
        line: LineId,
        code: String,
        count: Quantity,
    ) -> Result<Change> {
        let Some(one) = self.label() else { return Ok(Change::AddUnknown { line, code, quantity: count }) };
        let label = whole_packets(one, count)?;
        Ok(Change::AddLabelled {
            line,
            article: labelled(cart_article(cx, self.article, service)?, label),
            label,
        })
    }
}

/// Says which article a pending code stands for. A label keeps what it says.
pub fn resolve(cx: &impl Context, cart: &Cart, line: LineId, row: ArticleRow) -> Result<Change> {
    let article = cart_article(cx, row, cart.service)?;
    let label = pending_label(cx, cart, line, &article)?;
    Ok(match label {
        Some(label) => Change::ResolveLabelled { line, article: labelled(article, label), label },
        None => Change::ResolveUnknown { line, article },
    })
}

fn pending_label(
    cx: &impl Context,
    cart: &Cart,
    line: LineId,
    article: &CartArticle,
) -> Result<Option<Label>> {
    let Some(pending) = cart.line(line) else { return Ok(None) };
    let LineBody::Unknown { code } = &pending.body else { return Ok(None) };
    let rules = embedded_rules(cx)?;
    let values = rules.iter().filter_map(|rule| rule.read(code).ok()).map(|reading| reading.value);
    let mut labels = values.filter_map(|value| value.label(&article.unit, article.unit_price));
    labels.next().map(|one| whole_packets(one, pending.quantity)).transpose()
}

fn whole_packets(one: Label, count: Quantity) -> Result<Label> {
    one.times(count)?.ok_or_else(|| refusal(FaultCode::QuantityNotWhole))
}

/// A printed price is what the customer pays: neither a price list nor a promotion changes it.
fn labelled(mut article: CartArticle, label: Label) -> CartArticle {
    if label.amount.is_some() {
        article.prices.clear();
        article.promotions.clear();
    }
    article
}

/// What the figure of a label is.
#[must_use]
pub const fn label_kind(label: Label) -> EmbeddedKind {
    match label.amount {
        Some(_) => EmbeddedKind::Price,
        None => EmbeddedKind::Weight,
    }
}
