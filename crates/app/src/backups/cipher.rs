//! Backups under a passphrase: ordinary files of `age`, which its own program opens as well.

use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, scrypt};

/// How files of age begin.
const MAGIC: &[u8] = b"age-encryption.org/";

/// Why a file does not open.
#[derive(Debug, thiserror::Error)]
pub enum CipherError {
    /// The passphrase is another one.
    #[error("passphrase")]
    Passphrase,
    /// The file is damaged, or not of this kind.
    #[error("damaged: {0}")]
    Damaged(String),
    /// The disk fails.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// True for a file of age.
pub fn is_sealed(path: &Path) -> io::Result<bool> {
    let mut head = Vec::new();
    std::fs::File::open(path)?.take(MAGIC.len() as u64).read_to_end(&mut head)?;
    Ok(head == MAGIC)
}

/// A writer that encrypts into `to`; [`age::stream::StreamWriter::finish`] ends it.
pub fn seal<W: Write>(to: W, passphrase: &str) -> io::Result<age::stream::StreamWriter<W>> {
    Encryptor::with_user_passphrase(SecretString::from(passphrase.to_owned())).wrap_output(to)
}

/// A reader of what a file of age contains.
pub fn open<R: Read>(from: R, passphrase: &str) -> Result<impl Read, CipherError> {
    let decryptor = Decryptor::new(BufReader::new(from)).map_err(cipher_error)?;
    let identity = scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
    decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(cipher_error)
}

fn cipher_error(error: DecryptError) -> CipherError {
    match error {
        DecryptError::Io(error) => CipherError::Io(error),
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            CipherError::Passphrase
        }
        other => CipherError::Damaged(other.to_string()),
    }
}
