//! The accounts of the shop: what it chose, the uses that it has, and what may be chosen.

use std::collections::BTreeMap;

use accounting::{Account, AccountKey, Nature, Plan, PlanRow};
use api::types::{AccountGroup, AccountRow, AccountSave, AccountingPlan, SupplyNature};
use api::{Fault, FaultCode};
use domain::country::Country;
use domain::payment::PaymentKind;
use serde_json::json;
use store::MasterEntity;
use store::tables::master::set;
use store::tables::{accounting as stored, catalogue, settings};

use crate::context::{Context, Mutation};
use crate::error::{Error, Result};
use crate::text::optional;

/// Longest name of an account.
const MAX_LABEL: usize = 60;

/// The accounts in force.
pub fn plan(cx: &impl Context) -> Result<Plan> {
    let text = stored::chosen(cx.db())?.unwrap_or_else(|| "{}".to_owned());
    let rows: BTreeMap<String, PlanRow> = serde_json::from_str(&text)?;
    let chosen = rows.into_iter().map(|(key, row)| Ok((key_of(&key)?, row))).collect::<Result<_>>()?;
    Ok(Plan::new(cx.country()?, chosen))
}

fn key_of(text: &str) -> Result<AccountKey> {
    AccountKey::parse(text)
        .map_err(|_| Fault::refused(FaultCode::AccountInvalid).with("account", text.to_owned()).into())
}

/// A use that the shop has.
struct Use {
    key: AccountKey,
    group: AccountGroup,
    name: String,
    fallback: Account,
}

/// One row for each use of an account that the shop has.
pub fn rows(cx: &impl Context) -> Result<AccountingPlan> {
    let plan = plan(cx)?;
    let uses = uses(cx, &plan)?;
    Ok(AccountingPlan { rows: uses.into_iter().map(|of| row(&plan, of)).collect() })
}

fn row(plan: &Plan, of: Use) -> AccountRow {
    let chosen = plan.chosen().get(&of.key).and_then(|row| row.account.clone());
    let is_chosen = chosen.is_some();
    let Account { number: account, label } = chosen.unwrap_or_else(|| of.fallback.clone());
    let by_nature = matches!(of.key, AccountKey::Department(_) | AccountKey::Fee(_));
    AccountRow {
        nature: by_nature.then(|| supply(plan.nature(&of.key))),
        key: of.key.to_string(),
        group: of.group,
        name: of.name,
        account,
        label,
        chosen: is_chosen,
        default_account: of.fallback.number,
        default_label: of.fallback.label,
    }
}

/// How the contract names a nature.
pub const fn supply(nature: Nature) -> SupplyNature {
    match nature {
        Nature::Goods => SupplyNature::Goods,
        Nature::Services => SupplyNature::Services,
    }
}

fn uses(cx: &impl Context, plan: &Plan) -> Result<Vec<Use>> {
    let mut uses: Vec<Use> =
        AccountKey::plain().filter(|key| *key != AccountKey::Taxes).map(|k| plain(plan, k)).collect();
    for w in settings::workstations(cx.db())?.into_iter().filter(|w| w.active) {
        uses.push(named(
            plan,
            AccountKey::Till(w.id),
            AccountGroup::Money,
            format!("{} – {}", w.code, w.name),
        ));
    }
    for m in settings::methods(cx.db())?.into_iter().filter(|m| has_own_account(m.kind)) {
        let fallback = plan.money_default(m.kind);
        uses.push(Use { key: AccountKey::Method(m.id), group: AccountGroup::Money, name: m.name, fallback });
    }
    for d in catalogue::departments(cx.db())? {
        uses.push(named(plan, AccountKey::Department(d.id), AccountGroup::Sales, d.name));
    }
    for f in catalogue::fee_types(cx.db())?.into_iter().filter(|f| f.active) {
        uses.push(named(plan, AccountKey::Fee(f.id), AccountGroup::Sales, f.name));
    }
    let taxes = catalogue::tax_categories(cx.db(), &cx.local_now()?.day())?;
    let taxes: BTreeMap<_, _> =
        taxes.into_iter().flat_map(|c| c.taxes).map(|t| (t.code.clone(), t)).collect();
    for (code, tax) in taxes {
        let fallback = plan.tax_default(&code, tax.rate);
        uses.push(Use { key: AccountKey::Tax(code), group: AccountGroup::Taxes, name: tax.name, fallback });
    }
    uses.sort_by_key(|of| of.group as u8);
    Ok(uses)
}

fn plain(plan: &Plan, key: AccountKey) -> Use {
    let group = group_of(&key);
    named(plan, key, group, String::new())
}

fn named(plan: &Plan, key: AccountKey, group: AccountGroup, name: String) -> Use {
    let fallback = plan.fallback(&key);
    Use { key, group, name, fallback }
}

const fn has_own_account(kind: PaymentKind) -> bool {
    matches!(kind, PaymentKind::CardStandalone | PaymentKind::Cheque | PaymentKind::Other)
}

const fn group_of(key: &AccountKey) -> AccountGroup {
    if key.is_sales() {
        return AccountGroup::Sales;
    }
    match key {
        AccountKey::Customers | AccountKey::CustomerCredit => AccountGroup::Customers,
        AccountKey::Taxes | AccountKey::Tax(_) => AccountGroup::Taxes,
        AccountKey::Loss | AccountKey::Gain | AccountKey::Gesture => AccountGroup::Differences,
        _ => AccountGroup::Money,
    }
}

/// Keeps what was chosen. Exports that were made stay as they are.
pub fn save(cx: &mut Mutation<'_, '_>, changes: Vec<AccountSave>) -> Result<()> {
    let plan = plan(cx)?;
    let known: BTreeMap<AccountKey, Use> =
        uses(cx, &plan)?.into_iter().map(|of| (of.key.clone(), of)).collect();
    let mut chosen = plan.chosen().clone();
    for change in changes {
        let key = key_of(&change.key)?;
        let of = known.get(&key).ok_or_else(|| invalid(&change.key))?;
        let row = chosen_row(plan.country(), of, &change)?;
        if row == PlanRow::default() {
            chosen.remove(&key)
        } else {
            chosen.insert(key, row)
        };
    }
    let rows: BTreeMap<String, PlanRow> =
        chosen.into_iter().map(|(key, row)| (key.to_string(), row)).collect();
    let shop = cx.shop()?.id;
    set(cx.tx, MasterEntity::Shop, shop, vec![("accounting", json!(serde_json::to_string(&rows)?))])?;
    Ok(())
}

fn chosen_row(country: Country, of: &Use, change: &AccountSave) -> Result<PlanRow> {
    let nature = change.nature.map(|nature| match nature {
        SupplyNature::Goods => Nature::Goods,
        SupplyNature::Services => Nature::Services,
    });
    let number = change.account.trim().to_uppercase();
    if number.is_empty() {
        return Ok(PlanRow { account: None, nature });
    }
    if !is_account(country, of.group, &number) {
        return Err(invalid(&number));
    }
    let label = optional("label", &change.label, MAX_LABEL)?;
    let label = if label.is_empty() { of.fallback.label.clone() } else { label };
    let account = Account { number, label };
    Ok(PlanRow { account: (account != of.fallback).then_some(account), nature })
}

/// Three to twelve letters and figures; in France of the class that the use belongs to (PCG).
fn is_account(country: Country, group: AccountGroup, number: &str) -> bool {
    let formed = (3..=12).contains(&number.len())
        && number.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase());
    let classes: &[&str] = match (country, group) {
        (Country::Quebec, _) => &[""],
        (_, AccountGroup::Money) => &["5", "46", "47"],
        (_, AccountGroup::Customers) => &["4"],
        (_, AccountGroup::Sales) => &["70", "75"],
        (_, AccountGroup::Taxes) => &["445"],
        (_, AccountGroup::Differences) => &["6", "7"],
    };
    formed && classes.iter().any(|class| number.starts_with(class))
}

fn invalid(account: &str) -> Error {
    Fault::refused(FaultCode::AccountInvalid).with("account", account.to_owned()).into()
}
