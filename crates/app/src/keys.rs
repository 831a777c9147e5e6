//! Signing keys of workstations (fiscal.md 7.4): made here, never leaving this computer, never in the database.

mod file;
mod rotation;
mod settle;

use std::sync::Arc;

use domain::ids::WorkstationId;
pub use file::FileKeys;
use fiscal::signing::{SIGNATURE_BYTES, spki_from_point};
use fiscal::{Signer, SignerError};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
pub use rotation::{new_if_lost, replace, rotate};
pub use settle::{in_force, settle};
use sha2::{Digest as _, Sha256};

use store::tables::settings::ShopRow;

use crate::error::{Error, Result};
use crate::shared::{Shared, lock};

/// Where private keys are kept.
pub trait KeyStore: Send + Sync {
    /// Fails when what is kept in files cannot be read and written by this user: such a key is there, and must not be taken for lost.
    /// Asked before a shop is opened.
    fn check(&self) -> std::io::Result<()>;
    /// The key of a workstation, PKCS#8.
    fn load(&self, terminal: WorkstationId) -> std::io::Result<Option<Vec<u8>>>;
    /// Keeps the key of a workstation that has none.
    fn save(&self, terminal: WorkstationId, pkcs8: &[u8]) -> std::io::Result<()>;
    /// Keeps the key of a workstation in place of the one there was: at any moment one of the two is there.
    fn replace(&self, terminal: WorkstationId, pkcs8: &[u8]) -> std::io::Result<()>;
    /// A secret of this computer by its name («mail»).
    fn secret(&self, name: &str) -> std::io::Result<Option<Vec<u8>>>;
    /// Keeps a secret of this computer, in place of the one there was.
    fn keep_secret(&self, name: &str, secret: &[u8]) -> std::io::Result<()>;
    /// Takes a secret away; that there is none is no failure.
    fn forget_secret(&self, name: &str) -> std::io::Result<()>;
    /// True when the keys are only as safe as the files of this computer («faible» in diagnostics).
    fn is_weak(&self) -> bool;
}

/// A workstation's key, ready to sign.
pub struct TerminalKey {
    pair: EcdsaKeyPair,
    random: SystemRandom,
    spki: Vec<u8>,
    id: String,
}

impl TerminalKey {
    /// Reads a PKCS#8 key.
    pub fn from_pkcs8(pkcs8: &[u8]) -> Result<Self, SignerError> {
        let random = SystemRandom::new();
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8, &random)
            .map_err(|_| SignerError::KeyUnavailable)?;
        let spki = spki_from_point(pair.public_key().as_ref()).map_err(|_| SignerError::KeyUnavailable)?;
        let id = fiscal::key_id(&spki);
        Ok(Self { pair, random, spki, id })
    }
}

impl Signer for TerminalKey {
    fn sign(&self, data: &[u8]) -> Result<[u8; SIGNATURE_BYTES], SignerError> {
        let signature = self.pair.sign(&self.random, data).map_err(|_| SignerError::Refused)?;
        signature.as_ref().try_into().map_err(|_| SignerError::Refused)
    }
    fn spki(&self) -> &[u8] {
        &self.spki
    }
    fn key_id(&self) -> String {
        self.id.clone()
    }
}

/// The key of an enrolled workstation.
pub fn of_terminal(shared: &Shared, terminal: WorkstationId) -> Result<Arc<TerminalKey>> {
    if let Some(key) = lock(&shared.keys).get(&terminal) {
        return Ok(Arc::clone(key));
    }
    let stored = shared.key_store.load(terminal).map_err(|error| {
        tracing::error!(%terminal, %error, "signing key cannot be read");
        SignerError::KeyUnavailable
    });
    let pkcs8 = stored
        .map_err(fiscal::SealError::from)?
        .ok_or(fiscal::SealError::Signer(SignerError::KeyUnavailable))?;
    let key = Arc::new(TerminalKey::from_pkcs8(&pkcs8).map_err(fiscal::SealError::from)?);
    lock(&shared.keys).insert(terminal, Arc::clone(&key));
    Ok(key)
}

/// The public key (SPKI) of the key that this computer has for a workstation.
pub fn public_key(shared: &Shared, terminal: WorkstationId) -> Option<Vec<u8>> {
    of_terminal(shared, terminal).ok().map(|key| key.spki().to_vec())
}

/// SHA-256 of a public key in hexadecimal pairs: what people compare.
#[must_use]
pub fn fingerprint(spki: &[u8]) -> String {
    let pairs: Vec<String> = Sha256::digest(spki).iter().map(|byte| format!("{byte:02X}")).collect();
    pairs.join(":")
}

/// A key that was just made and is kept nowhere yet.
pub struct NewKey {
    /// The private key.
    pub pkcs8: Vec<u8>,
    /// Ready to sign.
    pub key: Arc<TerminalKey>,
    /// Its self-signed certificate, PEM.
    pub certificate: String,
}

/// Makes a key.
pub fn generate(subject: &str) -> Result<NewKey> {
    let random = SystemRandom::new();
    let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random)
        .map_err(|_| Error::Bug("no random numbers".to_owned()))?;
    let certificate = certificate(pkcs8.as_ref(), subject).map_err(|e| Error::Bug(e.to_string()))?;
    let key = Arc::new(TerminalKey::from_pkcs8(pkcs8.as_ref()).map_err(fiscal::SealError::from)?);
    Ok(NewKey { pkcs8: pkcs8.as_ref().to_vec(), key, certificate })
}

/// Makes and keeps the key of a new workstation; returns it with its self-signed certificate (PEM).
pub fn create(shared: &Shared, terminal: WorkstationId, subject: &str) -> Result<(Arc<TerminalKey>, String)> {
    let NewKey { pkcs8, key, certificate } = generate(subject)?;
    shared.key_store.save(terminal, &pkcs8).map_err(store::Error::from)?;
    lock(&shared.keys).insert(terminal, Arc::clone(&key));
    Ok((key, certificate))
}

/// Whom a certificate names: the registration of the shop and the code of the workstation (fiscal.md 7.1).
pub fn subject(shop: &ShopRow, code: &str) -> String {
    let registration =
        if shop.text("siret").is_empty() { shop.text("tps_number") } else { shop.text("siret") };
    format!("{registration}/{code}")
}

/// NF525 accepts self-signed certificates (fiscal.md D1).
fn certificate(pkcs8: &[u8], subject: &str) -> Result<String, rcgen::Error> {
    let pair = rcgen::KeyPair::try_from(pkcs8)?;
    let mut params = rcgen::CertificateParams::new(Vec::new())?;
    params.distinguished_name = rcgen::DistinguishedName::new();
    params.distinguished_name.push(rcgen::DnType::CommonName, subject);
    Ok(params.self_signed(&pair)?.pem())
}
