//! A ticket split over what it sold: the signed totals, family by family and rate by rate, to the cent.
//!
//! The signed tax table is the truth; lines say in which proportion families have a part in it. What division leaves over
//! stays on the largest part (fiscal.md R-18), so parts always sum to what was signed.

use domain::ids::{DepartmentId, FeeTypeId};
use domain::money::{Money, Overflow, Rate};
use domain::tax::{AppliedTax, TaxableLine, document_totals};

use crate::facts::{LineFact, TaxFact, TicketFact};

/// What sales are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// Articles of a department; none for those that have no department.
    Department(Option<DepartmentId>),
    /// A kind of fee.
    Fee(FeeTypeId),
}

/// The part of a ticket that one family sold under one set of taxes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The family.
    pub family: Family,
    /// The taxes, by code, with this part's amount of each; none for what bears no tax.
    pub taxes: Vec<(String, Rate, Money)>,
    /// Without taxes.
    pub net: Money,
}

impl Share {
    /// The taxes of this part together.
    #[must_use]
    pub fn tax(&self) -> Money {
        self.taxes.iter().map(|(_, _, amount)| *amount).sum()
    }
}

/// Lines of one set of taxes.
struct Group<'a> {
    taxes: &'a [AppliedTax],
    families: Vec<(Family, Money)>,
    net: Money,
    /// The net is a row of the signed table, so nothing left over is put on it.
    signed: bool,
}

/// The parts of a ticket: they sum to its signed totals without and with taxes.
pub fn shares(ticket: &TicketFact) -> Result<Vec<Share>, Overflow> {
    let mut groups = groups(&ticket.lines);
    set_nets(&mut groups, ticket)?;
    let mut parts = Vec::new();
    for group in &groups {
        let weights: Vec<i64> = group.families.iter().map(|(_, total)| total.0).collect();
        for ((family, _), net) in group.families.iter().zip(allocate(group.net, &weights)) {
            parts.push((group.taxes, Share { family: *family, taxes: Vec::new(), net }));
        }
    }
    if parts.is_empty() && !ticket.net.is_zero() {
        parts.push((&[], Share { family: Family::Department(None), taxes: Vec::new(), net: ticket.net }));
    }
    ticket.taxes.iter().for_each(|row| spread_tax(row, &mut parts));
    Ok(parts.into_iter().map(|(_, share)| share).collect())
}

fn groups(lines: &[LineFact]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for line in lines {
        let family = line.fee.map_or(Family::Department(line.department), Family::Fee);
        let at = groups.iter().position(|g| same_taxes(g.taxes, &line.taxes));
        let at = at.unwrap_or_else(|| {
            groups.push(Group { taxes: &line.taxes, families: Vec::new(), net: Money::ZERO, signed: false });
            groups.len() - 1
        });
        let families = &mut groups[at].families;
        match families.iter_mut().find(|(known, _)| *known == family) {
            Some((_, total)) => *total += line.total,
            None => families.push((family, line.total)),
        }
    }
    groups
}

fn same_taxes(a: &[AppliedTax], b: &[AppliedTax]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.code == b.code && a.rate == b.rate)
}

/// A set of one tax that no other set contains is a row of the signed table. The others are computed as the ticket was,
/// and what a past version rounded otherwise goes to the largest of them.
fn set_nets(groups: &mut [Group<'_>], ticket: &TicketFact) -> Result<(), Overflow> {
    for i in 0..groups.len() {
        let alone = match groups[i].taxes {
            [tax] if groups.iter().filter(|g| g.taxes.iter().any(|t| is_same(t, tax))).count() == 1 => {
                ticket.taxes.iter().find(|row| row.code == tax.code && row.rate == tax.rate)
            }
            _ => None,
        };
        let group = &mut groups[i];
        let total = group.families.iter().map(|(_, total)| *total).sum();
        group.signed = alone.is_some();
        group.net = match alone {
            Some(row) => row.base,
            None => document_totals(ticket.mode, &[TaxableLine { total, taxes: group.taxes }])?.net,
        };
    }
    let left = ticket.net - groups.iter().map(|g| g.net).sum();
    let open = groups.iter().any(|g| !g.signed);
    let largest = groups.iter_mut().filter(|g| !open || !g.signed).max_by_key(|g| g.net.0.abs());
    if let Some(group) = largest {
        group.net += left;
    }
    Ok(())
}

fn is_same(a: &AppliedTax, b: &AppliedTax) -> bool {
    a.code == b.code && a.rate == b.rate
}

fn spread_tax(row: &TaxFact, parts: &mut Vec<(&[AppliedTax], Share)>) {
    let bears = |taxes: &[AppliedTax]| taxes.iter().any(|t| t.code == row.code && t.rate == row.rate);
    let weights: Vec<i64> = parts.iter().filter(|(taxes, _)| bears(taxes)).map(|(_, s)| s.net.0).collect();
    let mut amounts = allocate(row.amount, &weights).into_iter();
    for (taxes, share) in parts.iter_mut() {
        if bears(taxes) {
            share.taxes.push((row.code.clone(), row.rate, amounts.next().unwrap_or_default()));
        }
    }
    if weights.is_empty() {
        // No line bears it: the tax is booked as signed, on its own.
        let taxes = vec![(row.code.clone(), row.rate, row.amount)];
        parts.push((&[], Share { family: Family::Department(None), taxes, net: Money::ZERO }));
    }
}

/// Splits an amount in proportion to weights; what division leaves over goes to the largest weight.
pub(crate) fn allocate(amount: Money, weights: &[i64]) -> Vec<Money> {
    let whole: i128 = weights.iter().map(|w| i128::from(*w)).sum();
    let part = |weight: &i64| {
        let exact = i128::from(amount.0) * i128::from(*weight);
        let part = if whole == 0 { 0 } else { exact / whole };
        Money(i64::try_from(part).unwrap_or_default())
    };
    let mut parts: Vec<Money> = weights.iter().map(part).collect();
    let left = amount - parts.iter().copied().sum();
    let largest = (0..weights.len()).max_by_key(|i| weights[*i].unsigned_abs());
    if let Some(at) = largest {
        parts[at] += left;
    }
    parts
}
