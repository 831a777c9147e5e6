//! A till for tests: it signs with the deterministic golden key and makes the records that a real one would.

pub mod samples;
pub mod till;

use fiscal::signing::{SIGNATURE_BYTES, spki_from_point};
use fiscal::verify::{TrustedKey, TrustedKeys};
use fiscal::{Signer, SignerError};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use sha2::{Digest as _, Sha256};

/// Signs as RFC 6979 says, so that signatures can be compared to the character.
pub struct DeterministicSigner {
    key: SigningKey,
    spki: Vec<u8>,
}

impl DeterministicSigner {
    /// The key whose secret is SHA-256 of `seed` (fiscal.md 7.3).
    pub fn from_seed(seed: &str) -> Self {
        let key = SigningKey::from_bytes(&Sha256::digest(seed.as_bytes())).unwrap();
        let point = key.verifying_key().to_encoded_point(false);
        let spki = spki_from_point(point.as_bytes()).unwrap();
        Self { key, spki }
    }

    pub fn golden() -> Self {
        Self::from_seed("fiscal-test-key-1")
    }

    pub fn key(&self) -> &SigningKey {
        &self.key
    }

    /// This key alone, from the first record on.
    pub fn trusted(&self) -> TrustedKeys {
        TrustedKeys::new(samples::terminal().id, vec![TrustedKey::new(&self.spki, 1).unwrap()])
    }
}

impl Signer for DeterministicSigner {
    fn sign(&self, data: &[u8]) -> Result<[u8; SIGNATURE_BYTES], SignerError> {
        let signature: Signature = self.key.sign(data);
        Ok(signature.to_bytes().into())
    }

    fn spki(&self) -> &[u8] {
        &self.spki
    }
}
