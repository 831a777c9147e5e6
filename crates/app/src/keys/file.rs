//! Keys in files, for computers without a keyring: mode 0600, encrypted under a key made of the machine's id and
//! a salt. That keeps a copied data folder from signing elsewhere; it does not stop who can read as this user.

use std::io::{Error, ErrorKind, Result, Write as _};
use std::path::{Path, PathBuf};

use domain::ids::WorkstationId;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom as _, SystemRandom};
use sha2::{Digest as _, Sha256};

use super::KeyStore;
use crate::crash_points::CrashPoint;
use crate::instance::may_write;

const SALT: usize = 16;

/// Keys in a folder.
pub struct FileKeys {
    folder: PathBuf,
}

impl FileKeys {
    /// Keys in `folder`, which is made when the first key is saved.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_path_buf() }
    }

    fn path(&self, terminal: WorkstationId) -> PathBuf {
        self.folder.join(format!("{terminal}.key"))
    }

    /// Takes a key away: it is kept elsewhere now.
    pub fn forget(&self, terminal: WorkstationId) -> Result<()> {
        remove(&self.path(terminal))
    }

    fn secret_path(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.secret"))
    }

    /// Written beside and renamed: a crash leaves the old file or the new one.
    fn write_over(&self, path: &Path, sealed: &[u8]) -> Result<()> {
        let beside = path.with_extension("new");
        remove(&beside)?;
        self.write(&beside, sealed)?;
        CrashPoint::SecretBeside.reached();
        std::fs::rename(&beside, path)
    }

    /// Writes a file that was not there, for this user alone.
    fn write(&self, path: &Path, sealed: &[u8]) -> Result<()> {
        std::fs::create_dir_all(&self.folder)?;
        let mut file = private_file(path)?;
        file.write_all(sealed)?;
        file.sync_all()
    }
}

impl KeyStore for FileKeys {
    fn check(&self) -> Result<()> {
        match std::fs::read_dir(&self.folder) {
            Err(e) if e.kind() == ErrorKind::NotFound => Ok(()),
            files => files?.try_for_each(|file| may_write(&file?.path())),
        }
    }

    fn load(&self, terminal: WorkstationId) -> Result<Option<Vec<u8>>> {
        let sealed = match std::fs::read(self.path(terminal)) {
            Ok(bytes) => bytes,
            Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(e),
        };
        open(&sealed, terminal.0.as_bytes()).map(Some)
    }

    fn save(&self, terminal: WorkstationId, pkcs8: &[u8]) -> Result<()> {
        self.write(&self.path(terminal), &seal(pkcs8, terminal.0.as_bytes())?)
    }

    fn replace(&self, terminal: WorkstationId, pkcs8: &[u8]) -> Result<()> {
        self.write_over(&self.path(terminal), &seal(pkcs8, terminal.0.as_bytes())?)
    }

    fn secret(&self, name: &str) -> Result<Option<Vec<u8>>> {
        match std::fs::read(self.secret_path(name)) {
            Ok(sealed) => open(&sealed, name.as_bytes()).map(Some),
            Err(e) if e.kind() == ErrorKind::NotFound => Ok(None),
            Err(e) => Err(e),
        }
    }

    fn keep_secret(&self, name: &str, secret: &[u8]) -> Result<()> {
        self.write_over(&self.secret_path(name), &seal(secret, name.as_bytes())?)
    }

    fn forget_secret(&self, name: &str) -> Result<()> {
        remove(&self.secret_path(name))
    }

    fn is_weak(&self) -> bool {
        true
    }
}

/// Removes a file; that there is none is no failure.
fn remove(path: &Path) -> Result<()> {
    match std::fs::remove_file(path) {
        Err(e) if e.kind() != ErrorKind::NotFound => Err(e),
        _ => Ok(()),
    }
}

/// Salt, nonce and what they seal; `about` binds it to what it is for.
fn seal(plain: &[u8], about: &[u8]) -> Result<Vec<u8>> {
    let mut sealed = vec![0u8; SALT + NONCE_LEN];
    SystemRandom::new().fill(&mut sealed).map_err(|_| Error::other("no random numbers"))?;
    let (salt, nonce) = sealed.split_at(SALT);
    let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| Error::other("nonce"))?;
    let mut body = plain.to_vec();
    cipher(salt)?
        .seal_in_place_append_tag(nonce, Aad::from(about), &mut body)
        .map_err(|_| Error::other("encryption"))?;
    sealed.extend(body);
    Ok(sealed)
}

fn open(sealed: &[u8], about: &[u8]) -> Result<Vec<u8>> {
    let damaged = || Error::new(ErrorKind::InvalidData, "key file is damaged or of another computer");
    let (salt, rest) = sealed.split_at_checked(SALT).ok_or_else(damaged)?;
    let (nonce, body) = rest.split_at_checked(NONCE_LEN).ok_or_else(damaged)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| damaged())?;
    let mut body = body.to_vec();
    let plain = cipher(salt)?.open_in_place(nonce, Aad::from(about), &mut body).map_err(|_| damaged())?;
    Ok(plain.to_vec())
}

fn cipher(salt: &[u8]) -> Result<LessSafeKey> {
    let mut hash = Sha256::new();
    hash.update(b"comptoir key file 1");
    hash.update(machine_id());
    hash.update(salt);
    let key = UnboundKey::new(&CHACHA20_POLY1305, &hash.finalize()).map_err(|_| Error::other("cipher"))?;
    Ok(LessSafeKey::new(key))
}

/// The id that the operating system gave this computer; empty where it gives none.
fn machine_id() -> Vec<u8> {
    ["/etc/machine-id", "/var/lib/dbus/machine-id"]
        .iter()
        .find_map(|p| std::fs::read(p).ok())
        .unwrap_or_default()
}

#[cfg(unix)]
fn private_file(path: &Path) -> Result<std::fs::File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn private_file(path: &Path) -> Result<std::fs::File> {
    std::fs::OpenOptions::new().write(true).create_new(true).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_comes_back_and_a_damaged_or_foreign_file_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let keys = FileKeys::new(&dir.path().join("keys"));
        let (a, b) = (WorkstationId(uuid::Uuid::from_u128(1)), WorkstationId(uuid::Uuid::from_u128(2)));
        assert!(keys.load(a).unwrap().is_none());
        keys.save(a, b"secret").unwrap();
        assert_eq!(keys.load(a).unwrap().unwrap(), b"secret");
        assert!(!std::fs::read(keys.path(a)).unwrap().windows(6).any(|w| w == b"secret"), "not in clear");
        assert!(keys.save(a, b"other").is_err(), "a key is never overwritten");
        keys.replace(a, b"second secret").unwrap();
        assert_eq!(keys.load(a).unwrap().unwrap(), b"second secret", "but by a rotation");
        std::fs::copy(keys.path(a), keys.path(b)).unwrap();
        assert!(keys.load(b).is_err(), "a key moved to another workstation does not open");
        let mut bytes = std::fs::read(keys.path(a)).unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        std::fs::write(keys.path(a), bytes).unwrap();
        assert!(keys.load(a).is_err());
    }

    #[test]
    fn a_secret_can_be_replaced_and_does_not_lie_in_clear() {
        let dir = tempfile::tempdir().unwrap();
        let keys = FileKeys::new(&dir.path().join("keys"));
        assert!(keys.secret("mail").unwrap().is_none());
        keys.keep_secret("mail", b"first password").unwrap();
        keys.keep_secret("mail", b"second password").unwrap();
        assert_eq!(keys.secret("mail").unwrap().unwrap(), b"second password");
        let bytes = std::fs::read(keys.secret_path("mail")).unwrap();
        assert!(!bytes.windows(6).any(|w| w == b"second"), "not in clear");
        keys.forget_secret("mail").unwrap();
        keys.forget_secret("mail").unwrap();
        assert!(keys.secret("mail").unwrap().is_none());
    }
}
