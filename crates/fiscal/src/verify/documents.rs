//! Numbers of documents, and what refers to a document: invoices, cancellations, returns, settlements, duplicates.

use std::collections::HashMap;

use domain::money::Money;

use super::defect::Defect;
use super::finding::Findings;
use super::mirror::figures;
use crate::{
    Anchor, Chain, DocumentClass, DuplicatePayload, Operation, Payload, SettlementPayload, TerminalHeads,
    TicketPayload,
};

/// A document that this workstation made.
#[derive(Debug, Default)]
struct Document {
    /// How often it was reprinted here.
    reprints: i64,
    sold: Option<Sold>,
}

/// A sale that later documents may refer to.
#[derive(Debug)]
struct Sold {
    total: Money,
    figures: u64,
    invoiced: bool,
    returned: bool,
    cancelled: bool,
}

/// What is known of the documents so far.
#[derive(Debug)]
pub(super) struct Documents {
    /// False after a resume: every document may lie before.
    whole: bool,
    /// Chains with declared gaps, and for tickets, whose number is their place, the last missing numbers.
    lost: HashMap<Chain, Vec<(i64, i64)>>,
    /// The first number of a chain or series that begins behind a declared gap: not 1. None: it is not known.
    first: HashMap<Chain, Option<i64>>,
    /// The last number of each chain; of invoices, the last of each series: theirs begin again with each year.
    last_number: HashMap<(Chain, String), String>,
    known: HashMap<(Chain, String), Document>,
}

impl Documents {
    pub(super) fn from_genesis() -> Self {
        Self {
            whole: true,
            lost: HashMap::new(),
            first: HashMap::new(),
            last_number: HashMap::new(),
            known: HashMap::new(),
        }
    }

    pub(super) fn resumed() -> Self {
        Self { whole: false, ..Self::from_genesis() }
    }

    /// Numbers of one chain rise by one under one prefix, from 1. Invoices have a prefix, so a series, for
    /// each year; the other chains never restart.
    pub(super) fn check_number(&mut self, payload: &Payload, findings: &mut Findings) {
        let chain = payload.chain();
        let number = &payload.header().number;
        if matches!(chain, Chain::Ticket | Chain::Facture) {
            self.known.entry((chain, number.clone())).or_default();
        }
        let after = self.last_number.insert((chain, series(chain, number)), number.clone());
        let sound = match &after {
            Some(last) => follows(last, number),
            None => !self.whole || self.begins(chain, number),
        };
        findings.require(sound, || Defect::DocumentNumber { after });
    }

    /// A chain or series begins with 1, or where a gap left it.
    fn begins(&self, chain: Chain, number: &str) -> bool {
        let expected = self.first.get(&chain).copied().unwrap_or(Some(1));
        split(number).is_some_and(|(_, n)| expected.is_none_or(|expected| n == expected))
    }

    /// An invoice repeats the total of a sale that has no invoice yet (fiscal.md 1.4); a cancellation mirrors a sale
    /// that was neither cancelled nor returned; a return is of a sale that was not cancelled.
    pub(super) fn check_origin(&mut self, p: &TicketPayload, findings: &mut Findings) {
        let number = p.origin.as_ref().map(|o| o.number.clone()).unwrap_or_default();
        let missing_is_sound = p.origin.is_some() && self.may_lie_elsewhere(p, &number);
        let sold = self.known.get_mut(&(Chain::Ticket, number.clone())).and_then(|d| d.sold.as_mut());
        match (p.class, p.operation) {
            (DocumentClass::FactureDeTicket, operation) => {
                let repeats =
                    |s: &mut Sold| s.total == p.totals.total && !std::mem::replace(&mut s.invoiced, true);
                let sound = operation == Operation::Vente && sold.map_or(missing_is_sound, repeats);
                findings.require(sound, || Defect::InvoicedTicket { number });
            }
            (DocumentClass::Ticket, Operation::Vente) => self.sold(p),
            (DocumentClass::Ticket, Operation::Annulation) => {
                let mirrors = |s: &mut Sold| {
                    let first = !s.returned && !std::mem::replace(&mut s.cancelled, true);
                    first && s.figures == figures(p, true)
                };
                let sound = sold.map_or(missing_is_sound, mirrors);
                findings.require(sound, || Defect::Cancellation { number });
            }
            (DocumentClass::Ticket, Operation::Retour) => {
                let sound = match sold {
                    Some(sold) => {
                        sold.returned = true;
                        !sold.cancelled
                    }
                    None => p.origin.is_none() || missing_is_sound,
                };
                findings.require(sound, || Defect::Cancellation { number });
            }
        }
    }

    fn sold(&mut self, p: &TicketPayload) {
        let sold = Sold {
            total: p.totals.total,
            figures: figures(p, false),
            invoiced: false,
            returned: false,
            cancelled: false,
        };
        self.known.entry((Chain::Ticket, p.header.number.clone())).or_default().sold = Some(sold);
    }

    /// A ticket of another workstation, from before a resume or from a declared gap cannot be seen here.
    fn may_lie_elsewhere(&self, p: &TicketPayload, number: &str) -> bool {
        let own = number.starts_with(&format!("{}-", p.header.terminal.code));
        !self.whole || !own || self.may_be_lost(Chain::Ticket, number)
    }

    /// True when a document with this number may be among the missing records.
    fn may_be_lost(&self, chain: Chain, number: &str) -> bool {
        let Some(ranges) = self.lost.get(&chain) else { return false };
        let n = split(number).map_or(0, |(_, n)| n);
        chain != Chain::Ticket || ranges.iter().any(|(first, last)| (*first..=*last).contains(&n))
    }

    /// A settlement is of a document of this workstation, or of one that cannot be seen here.
    pub(super) fn has_settled(&self, p: &SettlementPayload) -> bool {
        let own = p.original_terminal == p.header.terminal.id;
        let Some(number) = p.document.as_ref().filter(|_| self.whole && own) else { return true };
        [Chain::Ticket, Chain::Facture]
            .into_iter()
            .any(|chain| self.known.contains_key(&(chain, number.clone())) || self.may_be_lost(chain, number))
    }

    /// A duplicate refers to a document of this workstation (or to another's, which cannot be seen here) and
    /// takes the next reprint number.
    pub(super) fn check_duplicate(&mut self, p: &DuplicatePayload, findings: &mut Findings) {
        let own = p.original_terminal == p.header.terminal.id;
        let chain = p.document_type.chain();
        let lost = self.may_be_lost(chain, &p.original_number);
        let gap = self.lost.contains_key(&Chain::Duplicata);
        let key = (chain, p.original_number.clone());
        let count = self.known.get(&key).map(|d| d.reprints);
        findings.require(!self.whole || !own || count.is_some() || lost, || Defect::UnknownOriginal {
            number: p.original_number.clone(),
        });
        if count.is_some() || self.whole {
            let expected = count.unwrap_or(0).saturating_add(1);
            let sound = p.reprint_number == expected || (gap && p.reprint_number > expected);
            findings.require(sound, || Defect::ReprintNumber { expected });
        }
        self.known.entry(key).or_default().reprints = p.reprint_number;
    }

    /// Goes on behind a declared gap: numbers continue where the anchor says.
    pub(super) fn cross(&mut self, before: &TerminalHeads, anchor: &Anchor) {
        for (chain, head) in &anchor.chains {
            let first = before.next_seq(*chain);
            if first > head.seq {
                continue;
            }
            self.lost.entry(*chain).or_default().push((first, head.seq));
            // All but invoices are numbered by their place.
            let known = *chain != Chain::Facture;
            self.first.insert(*chain, known.then(|| head.seq.saturating_add(1)));
            self.last_number.retain(|(c, _), _| c != chain);
        }
        for (series, last) in &anchor.series {
            self.last_number.insert((Chain::Facture, series.clone()), format!("{series}{last:06}"));
        }
    }
}

/// The series that a number belongs to within its chain.
fn series(chain: Chain, number: &str) -> String {
    match chain {
        Chain::Facture => split(number).map_or("", |(prefix, _)| prefix).to_owned(),
        _ => String::new(),
    }
}

/// Prefix and trailing figures of a number.
fn split(number: &str) -> Option<(&str, i64)> {
    let prefix = number.trim_end_matches(|c: char| c.is_ascii_digit());
    Some((prefix, number.get(prefix.len()..)?.parse().ok()?))
}

fn follows(last: &str, number: &str) -> bool {
    match (split(last), split(number)) {
        (Some((prefix, a)), Some((same, b))) => prefix == same && a.checked_add(1) == Some(b),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::follows;

    #[test]
    fn a_number_follows_under_the_same_prefix_only() {
        assert!(follows("T1-00000009", "T1-00000010"));
        assert!(follows("T1-99999999", "T1-100000000"));
        assert!(!follows("T1-00000009", "T1-00000011"));
        assert!(!follows("T1-00000009", "T2-00000010"));
        assert!(!follows("T1-9223372036854775807", "T1-0"));
        assert!(!follows("T1-", "T1-1"));
    }
}
