//! A key that signs fast: thousands of histories are signed.

use std::sync::Arc;

use fiscal::signing::{SIGNATURE_BYTES, encode_signature, spki_from_point};
use fiscal::{Signer, SignerError};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};

/// A key pair.
#[derive(Clone)]
pub struct RingKey {
    pair: Arc<EcdsaKeyPair>,
    spki: Vec<u8>,
}

impl RingKey {
    pub fn generate() -> Self {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
        let pair =
            EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8.as_ref(), &random).unwrap();
        let spki = spki_from_point(pair.public_key().as_ref()).unwrap();
        Self { pair: Arc::new(pair), spki }
    }

    /// The signature of another key's SPKI, as `fiscal_key.prev_key_sig` holds it.
    pub fn countersign(&self, spki: &[u8]) -> String {
        encode_signature(&self.sign(spki).unwrap())
    }
}

impl Signer for RingKey {
    fn sign(&self, data: &[u8]) -> Result<[u8; SIGNATURE_BYTES], SignerError> {
        let signature = self.pair.sign(&SystemRandom::new(), data).unwrap();
        Ok(signature.as_ref().try_into().unwrap())
    }

    fn spki(&self) -> &[u8] {
        &self.spki
    }
}
