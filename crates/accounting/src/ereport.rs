//! E-reporting of sales to consumers (flux 10.3, fiscal.md 4.3, R-21): per day, currency, category and rate.
//!
//! A pure function of signed tickets by their own date. An invoice made from a ticket is coded B7, «already reported», so
//! its ticket stays counted; it is no ticket and does not come here. No margin scheme exists in the program: `TMA1` is
//! never produced.

use std::collections::{BTreeMap, BTreeSet};

use domain::money::{Money, Overflow, Rate};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::csv::table;
use crate::facts::{Nature, TicketFact};
use crate::journal::amount;
use crate::plan::{Plan, percent};
use crate::share::{Share, shares};

/// Category of a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Category {
    /// Goods that bear VAT.
    #[serde(rename = "TLB1")]
    Goods,
    /// Services that bear VAT.
    #[serde(rename = "TPS1")]
    Services,
    /// What bears no VAT in France.
    #[serde(rename = "TNT1")]
    Untaxed,
    /// Margin schemes.
    #[serde(rename = "TMA1")]
    Margin,
}

impl Category {
    /// The code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Goods => "TLB1",
            Self::Services => "TPS1",
            Self::Untaxed => "TNT1",
            Self::Margin => "TMA1",
        }
    }

    /// The category of a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Goods, Self::Services, Self::Untaxed, Self::Margin].into_iter().find(|c| c.as_str() == code)
    }
}

/// A line of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportLine {
    /// «2026-11-21».
    pub day: String,
    /// The category.
    pub category: Category,
    /// The rate; zero for what bears none.
    pub rate: Rate,
    /// Tickets that have a part in it: sales, returns and cancellations.
    pub transactions: u32,
    /// Without VAT.
    pub net: Money,
    /// VAT.
    pub tax: Money,
}

/// The lines of a day. `tickets` are all signed tickets of that day.
pub fn aggregate<'a>(
    plan: &Plan,
    day: &str,
    tickets: impl Iterator<Item = &'a TicketFact>,
) -> Result<Vec<ReportLine>, Overflow> {
    let mut rows: BTreeMap<(Category, Rate), (u32, Money, Money)> = BTreeMap::new();
    for ticket in tickets {
        let mut counted = BTreeSet::new();
        for share in shares(ticket)? {
            let key = key(plan, &share);
            let row = rows.entry(key).or_default();
            row.0 += u32::from(counted.insert(key));
            row.1 += share.net;
            row.2 += share.tax();
        }
    }
    let line = |((category, rate), (transactions, net, tax))| ReportLine {
        day: day.to_owned(),
        category,
        rate,
        transactions,
        net,
        tax,
    };
    Ok(rows.into_iter().map(line).collect())
}

fn key(plan: &Plan, share: &Share) -> (Category, Rate) {
    let rate = Rate(share.taxes.iter().map(|(_, rate, _)| rate.0).sum());
    let category = match (rate, plan.nature_of(share.family)) {
        (Rate(0), _) => Category::Untaxed,
        (_, Nature::Goods) => Category::Goods,
        (_, Nature::Services) => Category::Services,
    };
    (category, rate)
}

/// What a report says of itself.
#[derive(Clone, Copy, Debug)]
pub struct ReportHead<'a> {
    /// SIREN of the shop.
    pub siren: &'a str,
    /// «IN» for the first report of a period, «RE» for one that replaces it.
    pub kind: &'a str,
    /// First day.
    pub from: &'a str,
    /// Last day.
    pub to: &'a str,
    /// ISO 4217 code.
    pub currency: &'a str,
}

/// A report as CSV.
#[must_use]
pub fn report_csv(head: ReportHead<'_>, lines: &[ReportLine]) -> Vec<u8> {
    let columns = ["SIREN", "Type", "Jour", "Devise", "Catégorie", "Taux", "Transactions", "Total HT", "TVA"];
    let row = |l: &ReportLine| {
        vec![
            head.siren.to_owned(),
            head.kind.to_owned(),
            l.day.clone(),
            head.currency.to_owned(),
            l.category.as_str().to_owned(),
            percent(l.rate),
            l.transactions.to_string(),
            amount(l.net),
            amount(l.tax),
        ]
    };
    table(&columns, lines.iter().map(row))
}

/// A report as JSON: amounts are decimal texts, so that no reader rounds them.
#[must_use]
pub fn report_json(head: ReportHead<'_>, lines: &[ReportLine]) -> Vec<u8> {
    let point = |money: Money| amount(money).replace(',', ".");
    let line = |l: &ReportLine| {
        json!({
            "date": l.day, "currency": head.currency, "category": l.category.as_str(),
            "vat_rate": percent(l.rate).replace(',', "."), "transactions": l.transactions,
            "taxable_amount": point(l.net), "vat_amount": point(l.tax),
        })
    };
    let report = json!({
        "flow": "10.3", "siren": head.siren, "type": head.kind,
        "period": { "from": head.from, "to": head.to },
        "transactions": lines.iter().map(line).collect::<Vec<_>>(),
    });
    format!("{report:#}\n").into_bytes()
}
