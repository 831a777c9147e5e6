//! Signatures: ECDSA P-256 with SHA-256, r‖s, base64url (fiscal.md D1), and the keys that verify them.
//!
//! Private keys stay behind [`Signer`]; this module only holds public ones. Low S is not required (fiscal.md
//! 7.2): the twin (r, −s) of a signature also verifies, but signs the same DATA, and the next record and the
//! global link hold the text of the one that was stored.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

/// Length of r‖s.
pub const SIGNATURE_BYTES: usize = 64;
/// Length of an uncompressed P-256 point.
pub const POINT_BYTES: usize = 65;
/// The algorithm's name in `fiscal_key.alg`.
pub const ALGORITHM: &str = "ES256-P1363";

/// DER of `SubjectPublicKeyInfo` for a P-256 key, up to the point itself (RFC 5480, section 2.1.1).
const SPKI_PREFIX: [u8; 26] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86,
    0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];

/// Why a record could not be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SignerError {
    /// The key store is locked, absent, or no longer has the key.
    #[error("signing key unavailable")]
    KeyUnavailable,
    /// The cryptographic library refused.
    #[error("signature refused")]
    Refused,
}

/// The key of a workstation.
pub trait Signer {
    /// Signs DATA: ECDSA P-256 over SHA-256, r‖s. The nonce may be random or derived.
    fn sign(&self, data: &[u8]) -> Result<[u8; SIGNATURE_BYTES], SignerError>;
    /// The public key as `SubjectPublicKeyInfo` DER.
    fn spki(&self) -> &[u8];
    /// The key's name in the records.
    fn key_id(&self) -> String {
        key_id(self.spki())
    }
}

/// A public key or a signature text that is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum VerifyError {
    /// Neither an uncompressed P-256 point nor its SPKI.
    #[error("not a P-256 public key")]
    Key,
    /// Not 64 bytes in base64url without padding.
    #[error("not a signature")]
    Encoding,
    /// A signature, but not of this data under this key.
    #[error("signature does not verify")]
    Mismatch,
}

/// The name of a key: base64url(SHA-256(SPKI)), first 22 characters (fiscal.md 7.1).
#[must_use]
pub fn key_id(spki: &[u8]) -> String {
    let mut id = URL_SAFE_NO_PAD.encode(Sha256::digest(spki));
    id.truncate(22);
    id
}

/// The SPKI of an uncompressed P-256 point (`04 ‖ x ‖ y`).
pub fn spki_from_point(point: &[u8]) -> Result<Vec<u8>, VerifyError> {
    Ok([&SPKI_PREFIX[..], point_of(point)?].concat())
}

/// The uncompressed point of a key given as point or SPKI.
fn point_of(key: &[u8]) -> Result<&[u8], VerifyError> {
    let point = key.strip_prefix(&SPKI_PREFIX).unwrap_or(key);
    if point.len() == POINT_BYTES && point.first() == Some(&4) { Ok(point) } else { Err(VerifyError::Key) }
}

/// The text of a signature as stored, chained and printed.
#[must_use]
pub fn encode_signature(signature: &[u8; SIGNATURE_BYTES]) -> String {
    URL_SAFE_NO_PAD.encode(signature)
}

/// Checks the signature text of `data` under a key given as SPKI or uncompressed point.
pub fn verify_signature(key: &[u8], data: &[u8], signature: &str) -> Result<(), VerifyError> {
    let point = point_of(key)?;
    let raw = URL_SAFE_NO_PAD.decode(signature).map_err(|_| VerifyError::Encoding)?;
    if raw.len() != SIGNATURE_BYTES {
        return Err(VerifyError::Encoding);
    }
    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point)
        .verify(data, &raw)
        .map_err(|_| VerifyError::Mismatch)
}

/// The extract printed on tickets and invoices: characters 3, 7, 13 and 19 of the signature. Empty for a
/// text that is too short to be a signature.
#[must_use]
pub fn extract(signature: &str) -> String {
    let at = |position: usize| signature.chars().nth(position - 1);
    [3, 7, 13, 19].into_iter().map(at).collect::<Option<String>>().unwrap_or_default()
}
