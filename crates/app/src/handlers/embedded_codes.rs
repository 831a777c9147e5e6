//! Rules that read labels of scales and packers: a price or a weight inside an EAN-13 (hardware.md §2.5).

use std::collections::BTreeSet;

use api::types::{
    EmbeddedArticle, EmbeddedOutcome, EmbeddedRuleOrder, EmbeddedRuleSave, EmbeddedRuleView, EmbeddedTest,
    EmbeddedTested, Empty,
};
use api::{Fault, FaultCode, Topic};
use domain::barcode::{self, EanError};
use domain::embedded::{EmbeddedRule, Pattern, PatternError, ReadError};
use domain::ids::EmbeddedRuleId;
use domain::money::UnitPrice;
use fiscal::JetEvent;
use serde_json::json;
use store::MasterEntity;
use store::tables::articles::{self, ArticleRow};
use store::tables::embedded_codes::{self, EmbeddedRuleRow};
use store::tables::master::{Fields, set};

use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::journal::{note, yes};
use crate::sale::packet::{Packet, embedded_rules, rule};
use crate::text::required;

/// Longest code that a scanner may send.
const MAX_CODE: usize = 80;

/// The rules, in the order in which they are tried.
pub fn embedded_rule_list(cx: &Query<'_>, _: Empty) -> Result<Vec<EmbeddedRuleView>> {
    views(cx)
}

/// Creates or changes a rule. Lines already scanned stay as they are.
pub fn embedded_rule_save(cx: &mut Mutation<'_, '_>, request: EmbeddedRuleSave) -> Result<EmbeddedRuleView> {
    let sound = parse(&request)?;
    let existing = embedded_codes::rules(cx.db())?;
    let pattern = sound.pattern().as_str();
    if existing.iter().any(|other| other.pattern == pattern && Some(other.id) != request.id) {
        return refuse(FaultCode::EmbeddedPatternTaken);
    }
    let id = match request.id {
        Some(id) if existing.iter().any(|r| r.id == id) => id,
        Some(_) => return refuse(FaultCode::EmbeddedRuleNotFound),
        None => EmbeddedRuleId(cx.new_id()),
    };
    let mut fields: Fields = vec![
        ("pattern", json!(pattern)),
        ("decimals", json!(request.decimals)),
        ("active", json!(i64::from(request.active))),
    ];
    if request.id.is_none() {
        fields.push(("position", json!(existing.len())));
    }
    set(cx.tx, MasterEntity::EmbeddedRule, id.0, fields)?;
    let info = format!(
        "règle d'étiquette {pattern}, {} décimales, active : {}",
        request.decimals,
        yes(request.active)
    );
    note(cx, JetEvent::ParameterChanged, info)?;
    cx.touch(&[Topic::Catalogue]);
    views(cx)?.into_iter().find(|r| r.id == id).ok_or_else(|| refusal(FaultCode::EmbeddedRuleNotFound))
}

/// Puts the rules into an order: the first that reads a label and knows its item wins.
pub fn embedded_rule_order(
    cx: &mut Mutation<'_, '_>,
    request: EmbeddedRuleOrder,
) -> Result<Vec<EmbeddedRuleView>> {
    let existing: BTreeSet<_> = embedded_codes::rules(cx.db())?.into_iter().map(|r| r.id).collect();
    let wanted: BTreeSet<_> = request.ids.iter().copied().collect();
    if wanted != existing || request.ids.len() != existing.len() {
        return refuse(FaultCode::EmbeddedRuleNotFound);
    }
    for (position, id) in request.ids.iter().enumerate() {
        set(cx.tx, MasterEntity::EmbeddedRule, id.0, vec![("position", json!(position))])?;
    }
    note(cx, JetEvent::ParameterChanged, "règles d'étiquettes : ordre changé")?;
    cx.touch(&[Topic::Catalogue]);
    views(cx)
}

/// What the till would make of a code, step by step.
pub fn embedded_test(cx: &Query<'_>, request: EmbeddedTest) -> Result<EmbeddedTested> {
    let rules = match &request.rule {
        Some(draft) => vec![parse(draft)?],
        None => embedded_rules(cx)?,
    };
    let code = barcode::normalise(&required("code", &request.code, MAX_CODE)?);
    if let Some(row) = articles::by_code(cx.db(), &code)? {
        let unit_price = row.price_on(&cx.local_now()?.day());
        let article = Some(article_view(row, unit_price));
        return Ok(EmbeddedTested { article, ..outcome(EmbeddedOutcome::Exact) });
    }
    let mut best = outcome(EmbeddedOutcome::NoRule);
    for rule in &rules {
        let tested = test(cx, rule, &code)?;
        if rank(tested.outcome) > rank(best.outcome) {
            best = tested;
        }
    }
    Ok(best)
}

/// What one rule makes of a code.
fn test(cx: &Query<'_>, rule: &EmbeddedRule, code: &str) -> Result<EmbeddedTested> {
    let pattern = Some(rule.pattern().as_str().to_owned());
    let reading = match rule.read(code) {
        Ok(reading) => reading,
        Err(error) => {
            let (unread, expected) = unread(error);
            return Ok(EmbeddedTested { expected_digit: expected.map(u32::from), ..outcome(unread) });
        }
    };
    let item = Some(reading.item.to_owned());
    let Some(packet) = Packet::of(cx, &reading)? else {
        return Ok(EmbeddedTested { pattern, item, ..outcome(EmbeddedOutcome::NoArticle) });
    };
    let label = packet.label_view()?;
    let read = if label.is_some() { EmbeddedOutcome::Labelled } else { EmbeddedOutcome::Asks };
    let article = Some(article_view(packet.article, packet.unit_price));
    Ok(EmbeddedTested { pattern, item, article, label, ..outcome(read) })
}

const fn unread(error: ReadError) -> (EmbeddedOutcome, Option<u8>) {
    match error {
        ReadError::Ean(EanError::CheckDigit { expected, .. }) => {
            (EmbeddedOutcome::CheckDigit, Some(expected))
        }
        ReadError::Ean(EanError::NotDigits | EanError::Length(_)) => (EmbeddedOutcome::NotEan, None),
        ReadError::Prefix => (EmbeddedOutcome::NoRule, None),
        ReadError::Verifier { expected, .. } => (EmbeddedOutcome::Verifier, Some(expected)),
    }
}

/// Of what several rules make of a code, the most telling is shown; of equals the first. The scan takes the first
/// rule whose item is an article.
const fn rank(outcome: EmbeddedOutcome) -> u8 {
    match outcome {
        EmbeddedOutcome::NoRule => 0,
        EmbeddedOutcome::NotEan | EmbeddedOutcome::CheckDigit => 1,
        EmbeddedOutcome::Verifier => 2,
        EmbeddedOutcome::NoArticle => 3,
        EmbeddedOutcome::Asks | EmbeddedOutcome::Labelled | EmbeddedOutcome::Exact => 4,
    }
}

const fn outcome(outcome: EmbeddedOutcome) -> EmbeddedTested {
    EmbeddedTested { outcome, pattern: None, item: None, article: None, label: None, expected_digit: None }
}

fn article_view(row: ArticleRow, unit_price: UnitPrice) -> EmbeddedArticle {
    let ArticleRow { id, code, name, unit, .. } = row;
    EmbeddedArticle { id, code, name, unit, unit_price }
}

/// The rule of a form; refuses what could not be read.
fn parse(request: &EmbeddedRuleSave) -> Result<EmbeddedRule> {
    let parsed = Pattern::parse(&request.pattern).and_then(|p| EmbeddedRule::new(p, request.decimals));
    let refused = |error| Fault::refused(FaultCode::EmbeddedPatternInvalid).with("part", part(error)).into();
    parsed.map_err(refused)
}

const fn part(error: PatternError) -> &'static str {
    match error {
        PatternError::Form => "form",
        PatternError::Prefix => "prefix",
        PatternError::Item => "item",
        PatternError::Figure => "figure",
        PatternError::Verifier => "verifier",
        PatternError::Check => "check",
        PatternError::Decimals => "decimals",
    }
}

fn views(cx: &impl Context) -> Result<Vec<EmbeddedRuleView>> {
    embedded_codes::rules(cx.db())?.into_iter().map(view).collect()
}

fn view(row: EmbeddedRuleRow) -> Result<EmbeddedRuleView> {
    let kind = rule(&row)?.pattern().kind();
    let EmbeddedRuleRow { id, pattern, decimals, active } = row;
    Ok(EmbeddedRuleView { id, pattern, kind, decimals, active })
}
