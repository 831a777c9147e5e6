//! One record by itself: what needs no look at its neighbours, so that records can be examined on any thread.
//!
//! Reading the payload, its canonical form, the columns, the signature and the arithmetic of a ticket are nearly all
//! of the work. What is left, [`super::Verifier::take`] does in the order of the records.

use std::borrow::Cow;

use super::defect::Defect;
use super::finding::{Findings, Position};
use super::keys::TrustedKeys;
use super::{columns, ticket};
use crate::seal::link;
use crate::signing::verify_signature;
use crate::{DeclaredGap, Draft, FiscalRecord, JetEvent, Payload};

/// A record that was examined by itself.
#[derive(Debug)]
pub struct Examined<'r> {
    record: Cow<'r, FiscalRecord>,
    /// Whether the link follows from the columns.
    pub(super) linked: bool,
    /// What it says; none when it cannot be read.
    pub(super) payload: Option<Payload>,
    /// Its moment, in seconds since 1970-01-01 UTC; none when it states none.
    pub(super) utc: Option<i64>,
    /// What is wrong with the record itself.
    pub(super) defects: Vec<Defect>,
}

impl TrustedKeys {
    /// Examines a record of the workstation by itself. What it says against the others is left to
    /// [`super::Verifier::take`].
    #[must_use]
    pub fn examine(&self, record: FiscalRecord) -> Examined<'static> {
        Examined::new(Cow::Owned(record), self)
    }
}

impl<'r> Examined<'r> {
    pub(super) fn new(record: Cow<'r, FiscalRecord>, keys: &TrustedKeys) -> Self {
        let mut findings = Findings::default();
        findings.at(Position::of(&record));
        let (mut said, mut utc) = (None, None);
        if let Some((payload, draft)) = columns::check(&record, &mut findings) {
            signature(&record, &draft, keys, &mut findings);
            utc = draft.at.unix_seconds().ok();
            findings.require(utc.is_some(), || Defect::Stamp);
            if let Some(p) = payload.ticket() {
                ticket::check(&p, &mut findings);
            }
            said = Some(payload);
        }
        let linked = record.link_global == link(&record);
        Self { record, linked, payload: said, utc, defects: findings.into_defects() }
    }

    /// Without the text of the payload, which was read and is not asked for again: memory is given back fastest by the
    /// thread that asked for it.
    #[must_use]
    pub fn without_text(mut self) -> Self {
        if let Cow::Owned(record) = &mut self.record {
            record.payload = String::new();
        }
        self
    }

    /// The record.
    #[must_use]
    pub fn record(&self) -> &FiscalRecord {
        &self.record
    }

    /// The gap that it declares, if it is such a record and is signed.
    pub(super) fn gap(&self) -> Option<&DeclaredGap> {
        let signed = |defect: &Defect| matches!(defect, Defect::Signature | Defect::UnknownKey);
        match &self.payload {
            Some(Payload::Jet(event)) if !self.defects.iter().any(signed) => event.gap.as_deref(),
            _ => None,
        }
    }

    /// True when it is this technical event.
    pub(super) fn is_event(&self, event: JetEvent) -> bool {
        match &self.payload {
            Some(Payload::Jet(p)) => p.code == event.code(),
            Some(Payload::JetV1(p)) => p.code == event.code(),
            _ => false,
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
