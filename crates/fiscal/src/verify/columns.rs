//! One record against itself: hash, canonical form, and columns that repeat the payload.

use super::defect::Defect;
use super::figure::Column;
use super::finding::Findings;
use crate::canonical::sha256;
use crate::layout::vat_json;
use crate::{CanonicalJson, Draft, FiscalRecord, Payload};

/// Checks a record and returns its content, if it can be read.
pub(super) fn check(record: &FiscalRecord, findings: &mut Findings) -> Option<(Payload, Draft)> {
    findings.require(sha256(&record.payload) == record.payload_sha256, || Defect::PayloadHash);
    let Some((payload, draft, is_canonical)) = read(&record.payload) else {
        findings.add(Defect::UnreadablePayload);
        return None;
    };
    findings.require(is_canonical, || Defect::NotCanonical);
    compare(record, &draft, findings);
    Some((payload, draft))
}

/// The payload of a text, the draft of it, and whether the text is canonical.
fn read(text: &str) -> Option<(Payload, Draft, bool)> {
    let (payload, is_canonical) = match Payload::of_canonical(text) {
        Some(payload) => (payload, true),
        None => {
            let payload: Payload = serde_json::from_str(text).ok()?;
            let canonical = CanonicalJson::of(&payload).ok()?;
            (payload, canonical.as_str() == text)
        }
    };
    let draft = Draft::derive(&payload).ok()?;
    Some((payload, draft, is_canonical))
}

fn compare(stored: &FiscalRecord, draft: &Draft, findings: &mut Findings) {
    let chain = draft.fields.chain();
    let columns = [
        (Column::TerminalId, stored.terminal_id == draft.terminal_id.to_string()),
        (Column::Chain, stored.chain == chain),
        (Column::DocNo, stored.doc_no == draft.doc_no),
        (Column::Kind, stored.kind == draft.kind),
        (Column::TsUtc, stored.ts_utc == draft.at.ts_utc),
        (Column::TsLocal, stored.ts_local == draft.at.ts_local),
        (Column::UtcOffset, stored.utc_off_min == draft.at.utc_off_min),
        (Column::OperatorId, stored.operator_id == draft.operator_id),
        (Column::Total, stored.ttc_cents == draft.total),
        (Column::Vat, stored.vat_json == vat_json(&draft.vat)),
        (Column::Layout, stored.layout == chain.layout()),
        (Column::SwVersion, stored.sw_version == draft.software.version),
        (Column::FiscalVersion, stored.fiscal_version == draft.software.fiscal_version),
    ];
    for (column, _) in columns.into_iter().filter(|(_, equal)| !equal) {
        findings.add(Defect::Column(column));
    }
}
