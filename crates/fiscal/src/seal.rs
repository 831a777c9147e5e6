//! Sealing: the step from a draft to a signed, chained record. A pure function of draft, heads and key.

use domain::money::Overflow;
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use crate::signing::{Signer, SignerError, encode_signature};
use crate::{CanonicalError, Chain, Draft, FiscalRecord, JetEvent, TerminalHeads};

/// Why a draft was not sealed.
#[derive(Debug, Error)]
pub enum SealError {
    /// The key did not sign.
    #[error(transparent)]
    Signer(#[from] SignerError),
    /// The payload has no canonical form.
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
    /// A sequence number or a total does not fit.
    #[error(transparent)]
    Overflow(#[from] Overflow),
    /// The first record of a workstation must be event 260.
    #[error("journal not initialised")]
    NotInitialised,
    /// The draft names another workstation than the heads.
    #[error("draft of another workstation")]
    WrongTerminal,
}

/// Signs a draft and chains it after `heads` (fiscal.md 7.2). The caller then calls
/// [`TerminalHeads::advance`] and stores record and heads in one transaction.
pub fn seal<S: Signer + ?Sized>(
    draft: &Draft,
    heads: &TerminalHeads,
    signer: &S,
) -> Result<FiscalRecord, SealError> {
    if draft.terminal_id != heads.terminal_id {
        return Err(SealError::WrongTerminal);
    }
    if heads.global_seq == 0 && !draft.is_event(JetEvent::JournalInitialised) {
        return Err(SealError::NotInitialised);
    }
    let head = heads.head(draft.fields.chain());
    let chain_seq = head.seq.checked_add(1).ok_or(Overflow)?;
    let global_seq = heads.global_seq.checked_add(1).ok_or(Overflow)?;
    let mut record = draft.record();
    let data = draft.fields.data(&record.payload_sha256, &head.sig);
    record.sig = encode_signature(&signer.sign(data.as_bytes())?);
    record.key_id = signer.key_id();
    record.global_seq = global_seq;
    record.chain_seq = chain_seq;
    record.prev_sig = head.sig;
    record.prev_global.clone_from(&heads.link_global);
    record.link_global = link(&record);
    Ok(record)
}

/// The link of a record in the global chain, from its own columns (fiscal.md 7.2).
pub(crate) fn link(record: &FiscalRecord) -> String {
    let chain: Chain = record.chain;
    let input = format!(
        "{}|{}|{}|{chain}|{}|{}",
        record.prev_global, record.terminal_id, record.global_seq, record.chain_seq, record.sig
    );
    hex(&Sha256::digest(input.as_bytes()))
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from(if nibble < 10 { b'0' + nibble } else { b'a' - 10 + nibble });
    let mut text = String::with_capacity(bytes.len().saturating_mul(2));
    text.extend(bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(digit));
    text
}
