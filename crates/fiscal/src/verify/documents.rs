//! Numbers of documents, and duplicates against their originals.

use std::collections::HashMap;

use super::finding::{Defect, Findings};
use crate::{Chain, DuplicatePayload, Payload};

/// What is known of the documents so far.
#[derive(Debug)]
pub(super) struct Documents {
    whole: bool,
    last_number: HashMap<Chain, String>,
    /// Duplicates of each document made or reprinted here.
    reprints: HashMap<(Chain, String), i64>,
}

impl Documents {
    pub(super) fn from_genesis() -> Self {
        Self { whole: true, last_number: HashMap::new(), reprints: HashMap::new() }
    }

    pub(super) fn resumed() -> Self {
        Self { whole: false, ..Self::from_genesis() }
    }

    /// Numbers of one chain rise by one under one prefix, from 1. These chains never restart.
    pub(super) fn check_number(&mut self, payload: &Payload, findings: &mut Findings) {
        let chain = match payload {
            Payload::Ticket(_) | Payload::TicketV1(_) => Chain::Ticket,
            Payload::GrandTotal(_) => Chain::Gt,
            Payload::Jet(_) => Chain::Jet,
            Payload::Duplicate(_) => Chain::Duplicata,
        };
        let number = &payload.header().number;
        if chain == Chain::Ticket {
            self.reprints.entry((chain, number.clone())).or_insert(0);
        }
        let after = self.last_number.insert(chain, number.clone());
        let sound = match &after {
            Some(last) => follows(last, number),
            None => !self.whole || split(number).is_some_and(|(_, n)| n == 1),
        };
        findings.require(sound, || Defect::DocumentNumber { after });
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
