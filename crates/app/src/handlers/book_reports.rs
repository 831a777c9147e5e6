//! What the books say of a period (ACC-03), and corrections of customers' balances (ACC-01, COR-15).

use std::collections::BTreeMap;

use accounting::{Nature, Plan, shares};
use api::types::{
    AccountingPeriod, AccountingReport, BalanceCorrection, BalanceSide, CustomerAccount, FileContent,
    ReceiptRow, TaxBaseRow,
};
use api::{Fault, FaultCode, Topic};
use domain::money::{Money, Rate};
use fiscal::JetEvent;
use store::Op;
use store::op::{AccountSide, BalanceCorrected};
use store::tables::books_of_day::{self, ReceiptSum};
use store::tables::{accounts, customers};

use super::accounts::account;
use super::cash::reason;
use crate::bookkeeping::{Days, of_day, plan, supply};
use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::fiscal_book::Book;
use crate::views;

/// Turnover, tax bases, receipts and accounts of a period: each figure is one of its own.
pub fn accounting_report(cx: &Query<'_>, request: AccountingPeriod) -> Result<AccountingReport> {
    report(cx, &Days::of(&request, cx.country()?)?)
}

fn report(cx: &Query<'_>, days: &Days) -> Result<AccountingReport> {
    let plan = plan(cx)?;
    let mut sums = Sums::default();
    for day in days.iter() {
        for ticket in of_day(cx, &day)?.tills.iter().flat_map(|till| &till.tickets) {
            sums.tickets += 1;
            let side = if ticket.total < Money::ZERO { &mut sums.returned } else { &mut sums.sold };
            *side += ticket.net.abs();
            sums.tax += ticket.total - ticket.net;
            sums.add_bases(&plan, ticket)?;
        }
    }
    let receipts = books_of_day::receipts(cx.db, days.from_ms, days.to_ms)?;
    let (owed, owing) = books_of_day::outstanding(cx.db, AccountSide::Due, days.to_ms)?;
    let (credit, with_credit) = books_of_day::outstanding(cx.db, AccountSide::Credit, days.to_ms)?;
    let net = sums.sold - sums.returned;
    Ok(AccountingReport {
        tickets: sums.tickets,
        sold: sums.sold,
        returned: sums.returned,
        net,
        tax: sums.tax,
        total: net + sums.tax,
        taxes: sums.bases(),
        received: receipts.iter().map(|r| r.amount).sum(),
        receipts: receipts.into_iter().map(receipt).collect(),
        owed: -owed,
        owing,
        credit,
        with_credit,
    })
}

fn receipt(r: ReceiptSum) -> ReceiptRow {
    ReceiptRow { method_id: r.method, name: r.name, count: r.count, amount: r.amount }
}

/// What is added up over the tickets of a period.
#[derive(Default)]
struct Sums {
    tickets: u32,
    sold: Money,
    returned: Money,
    tax: Money,
    bases: BTreeMap<(String, Rate, Nature), (Money, Money)>,
}

impl Sums {
    /// Every tax of a part has the whole part as its base: in Québec there are two.
    fn add_bases(&mut self, plan: &Plan, ticket: &accounting::TicketFact) -> Result<()> {
        for share in shares(ticket)? {
            let nature = plan.nature_of(share.family);
            let mut add = |name: &str, rate, tax| {
                let row = self.bases.entry((name.to_owned(), rate, nature)).or_default();
                row.0 += share.net;
                row.1 += tax;
            };
            if share.taxes.is_empty() {
                add("", Rate(0), Money::ZERO);
            }
            share.taxes.iter().for_each(|(code, rate, tax)| add(code, *rate, *tax));
        }
        Ok(())
    }

    fn bases(&self) -> Vec<TaxBaseRow> {
        let row = |((name, rate, nature), (base, tax)): (&(String, Rate, Nature), &(Money, Money))| {
            TaxBaseRow { name: name.clone(), rate: *rate, nature: supply(*nature), base: *base, tax: *tax }
        };
        self.bases.iter().map(row).collect()
    }
}

/// The same as a table for spreadsheets: French heads, as the accountant reads them.
pub fn accounting_report_file(cx: &Query<'_>, request: AccountingPeriod) -> Result<FileContent> {
    let days = Days::of(&request, cx.country()?)?;
    let r = report(cx, &days)?;
    let mut rows: Vec<[String; 4]> = Vec::new();
    let mut add = |part: &str, what: &str, base: Option<Money>, sum: Money| {
        rows.push([part.to_owned(), what.to_owned(), base.map(amount).unwrap_or_default(), amount(sum)]);
    };
    add("Chiffre d’affaires", "Ventes HT", None, r.sold);
    add("Chiffre d’affaires", "Retours et annulations HT", None, -r.returned);
    add("Chiffre d’affaires", "Net HT", None, r.net);
    add("Chiffre d’affaires", "Taxes", None, r.tax);
    add("Chiffre d’affaires", "Net TTC", None, r.total);
    for t in &r.taxes {
        let nature = if t.nature == api::types::SupplyNature::Goods { "biens" } else { "services" };
        let name = if t.name.is_empty() { "Hors taxes" } else { &t.name };
        add("Base des taxes", &format!("{name} {} % {nature}", decimal(t.rate)), Some(t.base), t.tax);
    }
    r.receipts.iter().for_each(|m| add("Encaissements", &m.name, None, m.amount));
    add("Encaissements", "Ensemble", None, r.received);
    add("Comptes clients", "Dû par les clients", None, r.owed);
    add("Comptes clients", "Crédits des clients", None, r.credit);
    let bytes = accounting::table(&["Partie", "Libellé", "Base", "Montant"], rows.into_iter().map(Vec::from));
    Ok(views::file(format!("etats-{}-{}.csv", days.from, days.to), "text/csv;charset=utf-8", &bytes))
}

fn amount(money: Money) -> String {
    let sign = if money.0 < 0 { "-" } else { "" };
    let cents = money.0.unsigned_abs();
    format!("{sign}{},{:02}", cents / 100, cents % 100)
}

fn decimal(rate: Rate) -> String {
    format!("{},{:03}", rate.0 / 1_000, rate.0 % 1_000)
}

/// Corrects what a customer owes or may spend, with a reason, as an entry of its own («COR»). It is no turnover, so the
/// journal says so (JET 910, fiscal.md 1.4). A correction brings a figure to zero at most: what goes beyond is another matter.
pub fn balance_correct(cx: &mut Mutation<'_, '_>, request: BalanceCorrection) -> Result<CustomerAccount> {
    let customer = customers::by_id(cx.db(), request.customer_id)?;
    let customer = customer.ok_or_else(|| refusal(FaultCode::CustomerNotFound))?;
    let why = reason(&request.reason)?;
    let amount = request.amount.checked()?;
    if amount.is_zero() {
        return refuse(FaultCode::AmountOutOfRange);
    }
    let balance = accounts::balance(cx.db(), request.customer_id)?;
    let (side, after, available) = match request.side {
        BalanceSide::Due => (AccountSide::Due, balance.owed - amount, balance.owed),
        BalanceSide::Credit => (AccountSide::Credit, balance.credit + amount, balance.credit),
    };
    if after < Money::ZERO {
        return Err(Fault::refused(FaultCode::BalanceCorrectionBeyond).with("available", available.0).into());
    }
    let workstation = cx.workstation_row()?;
    let info = format!("correction de solde {} {} {} : {why}", customer.code, side.as_str(), amount.0);
    let record = Book::open(cx, &workstation)?.journal(JetEvent::NonTurnoverAmount, info)?;
    let corrected = BalanceCorrected { customer: request.customer_id, amount, side, reason: why, record };
    cx.emit(Op::BalanceCorrected(Box::new(corrected)))?;
    cx.touch(&[Topic::Customers, Topic::Sale, Topic::Accounting]);
    account(cx, request.customer_id)
}
