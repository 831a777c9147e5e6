//! Numbers of documents, invoices against the tickets they are made from, and duplicates against their originals.

use std::collections::HashMap;

use domain::money::Money;

use super::finding::{Defect, Findings};
use crate::{Chain, DocumentClass, DuplicatePayload, Operation, Payload, TicketPayload};

/// A ticket that an invoice may be made from.
#[derive(Debug)]
struct Sold {
    total: Money,
    invoiced: bool,
}

/// What is known of the documents so far.
#[derive(Debug)]
pub(super) struct Documents {
    whole: bool,
    /// The last number of each chain; of invoices, the last of each series: theirs begin again with each year.
    last_number: HashMap<(Chain, String), String>,
    /// Duplicates of each document made or reprinted here.
    reprints: HashMap<(Chain, String), i64>,
    sold: HashMap<String, Sold>,
}

impl Documents {
    pub(super) fn from_genesis() -> Self {
        Self { whole: true, last_number: HashMap::new(), reprints: HashMap::new(), sold: HashMap::new() }
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
            self.reprints.entry((chain, number.clone())).or_insert(0);
        }
        let series = match chain {
            Chain::Facture => split(number).map_or("", |(prefix, _)| prefix).to_owned(),
            _ => String::new(),
        };
        let after = self.last_number.insert((chain, series), number.clone());
        let sound = match &after {
            Some(last) => follows(last, number),
            None => !self.whole || split(number).is_some_and(|(_, n)| n == 1),
        };
        findings.require(sound, || Defect::DocumentNumber { after });
    }

    /// An invoice repeats the total of a sale that has no invoice yet (fiscal.md 1.4).
    pub(super) fn check_origin(&mut self, p: &TicketPayload, findings: &mut Findings) {
        if p.class == DocumentClass::Ticket {
            if p.operation == Operation::Vente {
                let sold = Sold { total: p.totals.total, invoiced: false };
                self.sold.insert(p.header.number.clone(), sold);
            }
            return;
        }
        let number = p.origin.as_ref().map(|o| o.number.clone()).unwrap_or_default();
        let sold = self.sold.get_mut(&number);
        // A ticket of another workstation, or from before a resume, cannot be seen here.
        let own = number.starts_with(&format!("{}-", p.header.terminal.code));
        let known = sold.is_some() || (p.origin.is_some() && !(self.whole && own));
        let sound = p.operation == Operation::Vente
            && known
            && sold.is_none_or(|s| s.total == p.totals.total && !std::mem::replace(&mut s.invoiced, true));
        findings.require(sound, || Defect::InvoicedTicket { number });
    }

    /// A duplicate refers to a document of this workstation (or to another's, which cannot be seen here) and
    /// takes the next reprint number.
    pub(super) fn check_duplicate(&mut self, p: &DuplicatePayload, findings: &mut Findings) {
        let own = p.original_terminal == p.header.terminal.id;
        let key = (p.document_type.chain(), p.original_number.clone());
        let count = self.reprints.get(&key).copied();
        findings.require(!self.whole || !own || count.is_some(), || Defect::UnknownOriginal {
            number: p.original_number.clone(),
        });
        if count.is_some() || self.whole {
            let expected = count.unwrap_or(0).saturating_add(1);
            findings.require(p.reprint_number == expected, || Defect::ReprintNumber { expected });
        }
        self.reprints.insert(key, p.reprint_number);
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
