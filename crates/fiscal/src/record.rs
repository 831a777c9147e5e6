//! One row of `fiscal_record` (fiscal.md 7.1), as stored.

use domain::money::Money;
use serde::{Deserialize, Serialize};

use crate::Chain;

/// A sealed record. The fields are the columns, unparsed: a damaged column must be representable, so that the
/// verifier can report it with its position. Only [`crate::seal`] makes valid ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FiscalRecord {
    /// Position in the workstation's global chain, from 1, without gap.
    pub global_seq: i64,
    /// The workstation (UUID).
    pub terminal_id: String,
    /// The record type.
    pub chain: Chain,
    /// Position in the chain of this type, from 1, without gap.
    pub chain_seq: i64,
    /// Number of the document, or of the record where it is not a document.
    pub doc_no: String,
    /// VENTE, RETOUR, ANNULATION; the scope of a grand total; the code of an event; the type of a document.
    pub kind: String,
    /// «2026-11-21T08:30:05Z», whole seconds.
    pub ts_utc: String,
    /// «20261121093005», the shop's clock.
    pub ts_local: String,
    /// Local time less UTC, in minutes.
    pub utc_off_min: i64,
    /// The operator (UUID), or empty for what the program does by itself.
    pub operator_id: String,
    /// Total with taxes in minor units; 0 where the type has none.
    pub ttc_cents: Money,
    /// `[["2000",base,vat,ttc],…]`, one row per printed rate, greatest first.
    pub vat_json: String,
    /// Canonical JSON of the complete snapshot (fiscal.md 1.2).
    pub payload: String,
    /// SHA-256 of `payload`, lower-case hexadecimal.
    pub payload_sha256: String,
    /// Layout of DATA, such as `FR1.TICKET`.
    pub layout: String,
    /// Signature of the previous record of the same chain; empty for the first.
    pub prev_sig: String,
    /// Signature of this record: base64url without padding of r‖s, 86 characters.
    pub sig: String,
    /// The key that signed ([`crate::key_id`]).
    pub key_id: String,
    /// Link of the previous record of the workstation; 64 zeros for the first.
    pub prev_global: String,
    /// Link of this record: SHA-256 over its place and signature (fiscal.md 7.2).
    pub link_global: String,
    /// Version of the program.
    pub sw_version: String,
    /// Version of the fiscal rules.
    pub fiscal_version: String,
}
