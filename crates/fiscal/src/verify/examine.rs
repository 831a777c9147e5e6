//! One record by itself: what needs no look at its neighbours, so that records can be examined on any thread.
//!
//! Reading the payload, its canonical form, the columns, the signature and the arithmetic of a ticket are nearly all
//! of the work. What is left, [`super::Verifier`] does in the order of the records.

use super::defect::Defect;
use super::finding::{Findings, Position};
use super::keys::TrustedKeys;
use super::{columns, ticket};
use crate::seal::link;
use crate::signing::verify_signature;
use crate::{DeclaredGap, Draft, FiscalRecord, Payload};

/// A record that was examined.
pub(super) struct Examined<'r> {
    pub record: &'r FiscalRecord,
    /// Whether the link follows from the columns.
    pub linked: bool,
    /// What it says; none when it cannot be read.
    pub content: Option<(Payload, Draft)>,
    /// What is wrong with the record itself.
    pub defects: Vec<Defect>,
}

impl<'r> Examined<'r> {
    pub fn new(record: &'r FiscalRecord, keys: &TrustedKeys) -> Self {
        let mut findings = Findings::default();
        findings.at(Position::of(record));
        let content = columns::check(record, &mut findings);
        if let Some((payload, draft)) = &content {
            signature(record, draft, keys, &mut findings);
            findings.require(draft.at.unix_seconds().is_ok(), || Defect::Stamp);
            if let Some(p) = payload.ticket() {
                ticket::check(&p, &mut findings);
            }
        }
        let linked = record.link_global == link(record);
        Self { record, linked, content, defects: findings.into_defects() }
    }

    /// The gap that it declares, if it is such a record and is signed.
    pub fn gap(&self) -> Option<&DeclaredGap> {
        let signed = |defect: &Defect| matches!(defect, Defect::Signature | Defect::UnknownKey);
        match &self.content {
            Some((Payload::Jet(event), _)) if !self.defects.iter().any(signed) => event.gap.as_deref(),
            _ => None,
        }
    }
}

fn signature(record: &FiscalRecord, draft: &Draft, keys: &TrustedKeys, findings: &mut Findings) {
    let Some(key) = keys.get(&record.key_id) else {
        findings.add(Defect::UnknownKey);
        return;
    };
    let in_force = keys.at(record.global_seq).is_some_and(|k| k.key_id() == record.key_id);
    findings.require(in_force, || Defect::KeyNotInForce);
    let data = draft.fields.data(&record.payload_sha256, &record.prev_sig);
    let verified = verify_signature(key.spki(), data.as_bytes(), &record.sig).is_ok();
    findings.require(verified, || Defect::Signature);
}
