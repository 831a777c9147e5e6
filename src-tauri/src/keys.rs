//! Signing keys in the key ring of the operating system, in files where it has none.
//!
//! A till without a desktop session (a kiosk, a remote login) has no key ring. It must still be able to sign, so the
//! files are a documented second choice, and [`KeyStore::is_weak`] tells the diagnostics.

use std::io::{Error, ErrorKind, Result};
use std::path::Path;

use app::{FileKeys, KeyStore};
use domain::ids::WorkstationId;

/// The name under which the key ring shows our keys.
const SERVICE: &str = "app.comptoir.till";

/// Keys in the key ring, or in `FileKeys`.
pub struct RingKeys {
    files: FileKeys,
}

impl RingKeys {
    /// Uses `folder` where the key ring cannot be used.
    pub fn new(folder: &Path) -> Self {
        Self { files: FileKeys::new(folder) }
    }
}

impl KeyStore for RingKeys {
    fn check(&self) -> Result<()> {
        self.files.check()
    }

    fn load(&self, terminal: WorkstationId) -> Result<Option<Vec<u8>>> {
        if let Some(key) = self.files.load(terminal)? {
            return Ok(Some(key));
        }
        match entry(terminal)?.get_secret() {
            Ok(key) => Ok(Some(key)),
            Err(keyring::Error::NoEntry) => Ok(None),
            Err(error) => Err(Error::other(error)),
        }
    }

    fn save(&self, terminal: WorkstationId, pkcs8: &[u8]) -> Result<()> {
        if self.load(terminal).is_ok_and(|key| key.is_some()) {
            return Err(Error::from(ErrorKind::AlreadyExists));
        }
        let kept = entry(terminal).and_then(|entry| entry.set_secret(pkcs8).map_err(Error::other));
        kept.or_else(|error| {
            tracing::warn!(%error, "no key ring: the signing key is kept in a file");
            self.files.save(terminal, pkcs8)
        })
    }

    fn replace(&self, terminal: WorkstationId, pkcs8: &[u8]) -> Result<()> {
        let kept = entry(terminal).and_then(|entry| entry.set_secret(pkcs8).map_err(Error::other));
        match kept {
            Ok(()) => self.files.forget(terminal),
            Err(error) => {
                tracing::warn!(%error, "no key ring: the signing key is kept in a file");
                self.files.replace(terminal, pkcs8)
            }
        }
    }

    fn secret(&self, name: &str) -> Result<Option<Vec<u8>>> {
        if let Some(secret) = self.files.secret(name)? {
            return Ok(Some(secret));
        }
        let Some(entry) = kept_as(name)? else { return Ok(None) };
        match entry.get_secret() {
            Ok(secret) => Ok(Some(secret)),
            Err(keyring::Error::NoEntry) => Ok(None),
            Err(error) => Err(Error::other(error)),
        }
    }

    fn keep_secret(&self, name: &str, secret: &[u8]) -> Result<()> {
        let kept = named(name).and_then(|entry| entry.set_secret(secret).map_err(Error::other));
        match kept {
            Ok(()) => self.files.forget_secret(name),
            Err(error) => {
                tracing::warn!(%error, "no key ring: the secret is kept in a file");
                self.files.keep_secret(name, secret)
            }
        }
    }

    fn forget_secret(&self, name: &str) -> Result<()> {
        self.files.forget_secret(name)?;
        let Some(entry) = kept_as(name)? else { return Ok(()) };
        match entry.delete_credential() {
            Ok(()) | Err(keyring::Error::NoEntry) => Ok(()),
            Err(error) => Err(Error::other(error)),
        }
    }

    fn is_weak(&self) -> bool {
        keyring::Entry::store_status().is_err()
    }
}

fn entry(terminal: WorkstationId) -> Result<keyring::Entry> {
    named(&terminal.to_string())
}

fn named(name: &str) -> Result<keyring::Entry> {
    keyring::Entry::new(SERVICE, name).map_err(Error::other)
}

/// Where the key ring keeps a secret; none where this start found no key ring: what one of another start may keep cannot be known
/// now, so a passphrase reads as not set and is asked for again. A signing key has no such answer: one that is not found must not
/// be taken for lost.
fn kept_as(name: &str) -> Result<Option<keyring::Entry>> {
    match keyring::Entry::new(SERVICE, name) {
        Ok(entry) => Ok(Some(entry)),
        Err(keyring::Error::NoDefaultStore) => Ok(None),
        Err(error) => Err(Error::other(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_lies_in_a_file_is_found_whether_or_not_there_is_a_key_ring() {
        let folder = tempfile::tempdir().unwrap();
        let terminal = WorkstationId(uuid::Uuid::now_v7());
        FileKeys::new(folder.path()).save(terminal, b"key").unwrap();
        let keys = RingKeys::new(folder.path());
        assert_eq!(keys.load(terminal).unwrap().as_deref(), Some(b"key".as_slice()));
        assert!(keys.save(terminal, b"other").is_err(), "a key is never overwritten");
    }
    /// A till without a key ring makes its backups, which ask for a passphrase first.
    #[test]
    fn a_secret_that_nobody_kept_is_none_whether_or_not_there_is_a_key_ring() {
        let folder = tempfile::tempdir().unwrap();
        let keys = RingKeys::new(folder.path());
        let name = format!("test-{}", uuid::Uuid::now_v7());
        assert_eq!(keys.secret(&name).unwrap(), None);
        keys.keep_secret(&name, b"secret").unwrap();
        assert_eq!(keys.secret(&name).unwrap().as_deref(), Some(b"secret".as_slice()));
        keys.forget_secret(&name).unwrap();
        assert_eq!(keys.secret(&name).unwrap(), None);
        keys.forget_secret(&name).unwrap();
    }
}
