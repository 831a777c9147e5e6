//! Why an archive was not written, or cannot be read.

use thiserror::Error;

/// Why an archive was not written, or cannot be read.
#[derive(Debug, Error)]
pub enum ArchiveError {
    /// The disk or the file.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The file is not of the one form that an archive has.
    #[error("damaged: {0:?}")]
    Damaged(Damage),
    /// More than twelve months (fiscal.md 1.9).
    #[error("an archive covers twelve months at most")]
    TooLong,
    /// A part or the whole would not fit into the format.
    #[error("larger than an archive can be")]
    TooLarge,
    /// The record that is to seal the archive is not of the chain of archives, or does not fit the records given.
    #[error("the sealing record does not fit: {0}")]
    Act(&'static str),
    /// No canonical form.
    #[error(transparent)]
    Canonical(#[from] fiscal::CanonicalError),
    /// The key did not sign.
    #[error(transparent)]
    Signer(#[from] fiscal::SignerError),
    /// The compressor refused.
    #[error(transparent)]
    Zip(zip::result::ZipError),
}

impl From<zip::result::ZipError> for ArchiveError {
    fn from(error: zip::result::ZipError) -> Self {
        match error {
            zip::result::ZipError::Io(error) => Self::Io(error),
            other => Self::Zip(other),
        }
    }
}

/// What of the container is not as it must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The end record: missing, with a comment, or of another form.
    End,
    /// The central directory.
    Directory,
    /// The header before a file differs from the directory.
    Header,
    /// Bytes between, before or behind the files.
    Layout,
    /// A name that no archive has, or one twice.
    Name,
    /// It would unpack to far more than records can.
    Ratio,
    /// A file does not unpack to what its header says.
    Content,
}

impl From<Damage> for ArchiveError {
    fn from(damage: Damage) -> Self {
        Self::Damaged(damage)
    }
}
