//! How a use case ends when it does not succeed, and what of it crosses the border.

use std::io::{self, ErrorKind};

use api::{Fault, FaultCode, Retry};
use domain::cart::CartError;
use domain::money::Overflow;

/// A use case that did not succeed. Its transaction is rolled back: nothing has changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule refuses it.
    #[error("refused: {}", .0.code.as_str())]
    Refused(Fault),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// A record could not be sealed.
    #[error("seal: {0}")]
    Seal(#[from] fiscal::SealError),
    /// A person stopped it.
    #[error("cancelled")]
    Cancelled,
    /// The program contradicts itself.
    #[error("bug: {0}")]
    Bug(String),
}

/// Result of a use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A refusal without parameters.
pub fn refuse<T>(code: FaultCode) -> Result<T> {
    Err(refusal(code))
}

/// A refusal without parameters, as an error.
#[must_use]
pub fn refusal(code: FaultCode) -> Error {
    Error::Refused(Fault::refused(code))
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::Refused(fault)
    }
}

impl From<Overflow> for Error {
    fn from(_: Overflow) -> Self {
        refusal(FaultCode::AmountOutOfRange)
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Bug(error.to_string())
    }
}

impl From<CartError> for Error {
    fn from(error: CartError) -> Self {
        let code = match error {
            CartError::LineNotFound => FaultCode::LineNotFound,
            CartError::WrongLine => FaultCode::LineWrongKind,
            CartError::QuantityOutOfRange => FaultCode::QuantityOutOfRange,
            CartError::QuantityNotWhole => FaultCode::QuantityNotWhole,
            CartError::TooManyLines => FaultCode::TooManyLines,
            CartError::Labelled => FaultCode::LineLabelled,
            CartError::NoteTooLong { max } => {
                let max = i64::try_from(max).unwrap_or(i64::MAX);
                return Self::Refused(
                    Fault::refused(FaultCode::FieldTooLong).with("field", "note").with("max", max),
                );
            }
            CartError::DiscountOutOfRange => FaultCode::DiscountOutOfRange,
            CartError::FeeNotPositive | CartError::ExchangeOutOfRange => FaultCode::AmountOutOfRange,
            CartError::BearsTax => FaultCode::LineBearsTax,
            CartError::NothingToUndo => FaultCode::NothingToUndo,
            CartError::PaidBeyondTotal => FaultCode::PaidBeyondTotal,
            CartError::TenderNotFound => FaultCode::TenderNotFound,
            CartError::OverPayment { due } => {
                return Self::Refused(Fault::refused(FaultCode::OverPayment).with("due", due.0));
            }
            CartError::NoSuchCoin { step } => {
                return Self::Refused(Fault::refused(FaultCode::NoSuchCoin).with("step", step.0));
            }
            CartError::TenderNotPositive => FaultCode::TenderNotPositive,
            CartError::Overflow(_) => FaultCode::AmountOutOfRange,
        };
        refusal(code)
    }
}

impl Error {
    /// What crosses the border. The cause is logged here, once, under the trace that the fault carries.
    #[must_use]
    pub fn into_fault(self, command: &str, trace: &str) -> Fault {
        let fault = match &self {
            Self::Refused(fault) => return fault.clone(),
            Self::Store(error) => store_fault(error, trace),
            Self::Seal(fiscal::SealError::Signer(_)) => {
                Fault::failed(FaultCode::SigningKeyMissing, Retry::Never)
            }
            Self::Seal(_) | Self::Bug(_) | Self::Cancelled => Fault::bug(trace.to_owned()),
        };
        tracing::error!(command, trace, error = %self, "command failed");
        Fault { trace: Some(trace.to_owned()), ..fault }
    }
}

/// The fault of a store failure.
#[must_use]
pub fn store_fault(error: &store::Error, trace: &str) -> Fault {
    use store::Error as E;
    match error {
        E::Busy => Fault::failed(FaultCode::DatabaseBusy, Retry::Now),
        E::DiskFull => Fault::failed(FaultCode::DiskFull, Retry::Now),
        E::ReadOnly => Fault::failed(FaultCode::DiskReadOnly, Retry::Now),
        E::DiskFailed(_) => Fault::failed(FaultCode::DiskFailed, Retry::Now),
        E::Migration(_) => Fault::failed(FaultCode::DatabaseForeign, Retry::Never),
        E::Corrupt(_) => Fault::failed(FaultCode::DatabaseCorrupt, Retry::Never),
        E::TooNew { found, known } => {
            Fault::failed(FaultCode::DatabaseNewer, Retry::Never).with("found", *found).with("known", *known)
        }
        E::Stopped => Fault::failed(FaultCode::Stopping, Retry::AfterReconnect),
        E::Io(error) => file_fault(error).unwrap_or_else(|| Fault::bug(trace.to_owned())),
        _ => Fault::bug(trace.to_owned()),
    }
}

/// The fault of a file that the system does not let the program write; none for any other failure.
fn file_fault(error: &io::Error) -> Option<Fault> {
    let code = match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => FaultCode::DiskReadOnly,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => FaultCode::DiskFull,
        _ => return None,
    };
    Some(Fault::failed(code, Retry::Now))
}
