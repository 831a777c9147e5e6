//! Why the cart refuses a change.

use thiserror::Error;

use crate::money::{Money, Overflow};

/// Why a change of the cart is refused. A refused change leaves the cart as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CartError {
    /// No line has this id.
    #[error("no such line")]
    LineNotFound,
    /// The line stands for an unknown code and has no article yet, or the reverse.
    #[error("line is of the wrong kind")]
    WrongLine,
    /// Zero, negative or beyond [`Quantity::MAX`].
    #[error("quantity out of range")]
    QuantityOutOfRange,
    /// A fraction of an article sold by the piece.
    #[error("quantity must be whole")]
    QuantityNotWhole,
    /// A packet holds what its label says.
    #[error("quantity is printed on the label")]
    Labelled,
    /// The cart has as many lines as it may have.
    #[error("too many lines")]
    TooManyLines,
    /// The note is longer than `max` characters.
    #[error("note longer than {max} characters")]
    NoteTooLong {
        /// How many it may have.
        max: usize,
    },
    /// A discount of nothing, of less than nothing, or of more than there is.
    #[error("discount out of range")]
    DiscountOutOfRange,
    /// Nothing is exchanged, or more than the articles are worth.
    #[error("exchange out of range")]
    ExchangeOutOfRange,
    /// A line that bears a tax has no ground for bearing none.
    #[error("the line bears a tax")]
    BearsTax,
    /// A fee of nothing or less.
    #[error("fee must be positive")]
    FeeNotPositive,
    /// Nothing to undo or redo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// Lines cannot change below what has been paid.
    #[error("payments exceed the new total")]
    PaidBeyondTotal,
    /// No entered payment has this id.
    #[error("no such payment")]
    TenderNotFound,
    /// A payment exceeds what is due and gives no change (PAY-09).
    #[error("over-payment, due {due:?}")]
    OverPayment {
        /// What is due.
        due: Money,
    },
    /// Cash that no coins of the country make up.
    #[error("cash must be a multiple of {step:?}")]
    NoSuchCoin {
        /// The smallest coin.
        step: Money,
    },
    /// A payment of nothing, or a negative one.
    #[error("payment must be positive")]
    TenderNotPositive,
    /// An amount does not fit.
    #[error(transparent)]
    Overflow(#[from] Overflow),
}
