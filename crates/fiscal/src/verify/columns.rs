//! One record against itself: hash, canonical form, and columns that repeat the payload.

use super::defect::Defect;
use super::figure::Column;
use super::finding::Findings;
use crate::canonical::sha256;
use crate::{CanonicalJson, Draft, FiscalRecord, Payload};

/// Checks a record and returns its content, if it can be read.
pub(super) fn check(record: &FiscalRecord, findings: &mut Findings) -> Option<(Payload, Draft)> {
    findings.require(sha256(&record.payload) == record.payload_sha256, || Defect::PayloadHash);
    let Some((payload, draft)) = read(&record.payload) else {
        findings.add(Defect::UnreadablePayload);
        return None;
    };
    findings.require(draft.payload.as_str() == record.payload, || Defect::NotCanonical);
    compare(record, &draft.columns(), findings);
    Some((payload, draft))
}

fn read(text: &str) -> Option<(Payload, Draft)> {
    let (payload, canonical) = Payload::of_canonical(text).or_else(|| {
        let payload: Payload = serde_json::from_str(text).ok()?;
        let canonical = CanonicalJson::of(&payload).ok()?;
        Some((payload, canonical))
    })?;
    let draft = Draft::derive(&payload, canonical).ok()?;
    Some((payload, draft))
}

fn compare(stored: &FiscalRecord, derived: &FiscalRecord, findings: &mut Findings) {
    let columns = [
        (Column::TerminalId, stored.terminal_id == derived.terminal_id),
        (Column::Chain, stored.chain == derived.chain),
        (Column::DocNo, stored.doc_no == derived.doc_no),
        (Column::Kind, stored.kind == derived.kind),
        (Column::TsUtc, stored.ts_utc == derived.ts_utc),
        (Column::TsLocal, stored.ts_local == derived.ts_local),
        (Column::UtcOffset, stored.utc_off_min == derived.utc_off_min),
        (Column::OperatorId, stored.operator_id == derived.operator_id),
        (Column::Total, stored.ttc_cents == derived.ttc_cents),
        (Column::Vat, stored.vat_json == derived.vat_json),
        (Column::Layout, stored.layout == derived.layout),
        (Column::SwVersion, stored.sw_version == derived.sw_version),
        (Column::FiscalVersion, stored.fiscal_version == derived.fiscal_version),
    ];
    for (column, _) in columns.into_iter().filter(|(_, equal)| !equal) {
        findings.add(Defect::Column(column));
    }
}
