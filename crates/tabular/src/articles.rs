//! Articles read from a table: which column is what, and which values cannot be taken over.
//!
//! Propose a [`Mapping`] with [`propose_mapping`], let the user correct it, then [`read_articles`]. Nothing is
//! guessed about single values: a row with a value that has two readings is rejected, with its line.

use std::collections::BTreeMap;

use domain::money::{Money, Quantity, Rate};
use serde::{Deserialize, Serialize};

use crate::number::DecimalMark;

mod mapping;
mod read;
mod values;

pub(crate) use mapping::knows;
pub use mapping::propose_mapping;
pub use read::{LABEL_MAX, NAME_MAX, read_articles};

/// What a column of an article list can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ArticleField {
    /// EAN-8, UPC-A, EAN-13 or GTIN-14.
    Barcode,
    /// The shop's own code.
    Code,
    /// The name on tiles and tickets. Required.
    Name,
    /// Department («rayon»).
    Department,
    /// Price of one unit. Required.
    Price,
    /// VAT or sales tax rate.
    Tax,
    /// Unit of sale: piece, kg, …
    Unit,
    /// Quantity on hand.
    Stock,
}

impl ArticleField {
    /// Every field, in the order in which a mapping screen lists them.
    pub const ALL: [Self; 8] = [
        Self::Barcode,
        Self::Code,
        Self::Name,
        Self::Department,
        Self::Price,
        Self::Tax,
        Self::Unit,
        Self::Stock,
    ];
    /// Fields without which no row can be read.
    pub const REQUIRED: [Self; 2] = [Self::Name, Self::Price];
}

/// Which column (from 0) holds which field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mapping {
    /// At most one column per field. Fields that are absent are not read.
    pub columns: BTreeMap<ArticleField, usize>,
}

/// An article as the file states it, every value checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleRow {
    /// Line in the file.
    pub line: u32,
    /// With a valid check digit, in the stored form (a UPC-A as EAN-13).
    pub barcode: Option<String>,
    /// The shop's own code.
    pub code: Option<String>,
    /// White space collapsed, never empty.
    pub name: String,
    /// Department name as written.
    pub department: Option<String>,
    /// Price in minor units, never negative. Whether it contains tax is for the importer to ask.
    pub price: Money,
    /// Tax rate, when the column is mapped and the cell is not empty.
    pub rate: Option<Rate>,
    /// Unit as written.
    pub unit: Option<String>,
    /// Quantity on hand, may be negative.
    pub stock: Option<Quantity>,
}

/// Why a value keeps its row out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Reason {
    /// The name is empty or its column is not mapped.
    MissingName,
    /// The price is empty or its column is not mapped.
    MissingPrice,
    /// Not a number.
    BadNumber,
    /// A number such as `1,250` in a column where nothing tells whether the mark is decimal.
    AmbiguousNumber,
    /// More decimals than a quantity can hold (four).
    TooManyDecimals,
    /// Below zero.
    NegativePrice,
    /// Above [`Money::MAX`].
    PriceTooLarge,
    /// Beyond [`Quantity::MAX`] in either direction.
    QuantityTooLarge,
    /// The last digit does not follow from the others.
    EanCheckDigit {
        /// The digit in the file.
        found: u8,
        /// The digit computed from the others.
        expected: u8,
    },
    /// Neither 8, 12, 13 nor 14 digits; a spreadsheet has often dropped leading zeros.
    EanLength {
        /// How many digits there are.
        digits: usize,
    },
    /// A character that is not a digit.
    EanNotDigits,
    /// Written like `3,76E+12`: a spreadsheet has replaced the last digits for good.
    EanRounded,
    /// Not a percentage between 0 and 100 with at most three decimals.
    UnknownTaxFormat,
    /// An earlier accepted row has the same bar code.
    DuplicateBarcode {
        /// Line of that row.
        first_line: u32,
    },
    /// An earlier accepted row has the same code.
    DuplicateCode {
        /// Line of that row.
        first_line: u32,
    },
    /// Text longer than the article file holds.
    TooLong {
        /// Characters allowed.
        max: usize,
    },
    /// Text that holds what looks like the number of a payment card.
    CardNumber,
    /// Content to the right of the last column of the header: usually an unquoted delimiter within a value,
    /// which moves everything after it one column on.
    ExtraCells {
        /// Cells in the row.
        found: usize,
        /// Columns of the header.
        expected: usize,
    },
}

/// A value of an article list that keeps its row out.
pub type Rejection = crate::cells::Rejection<ArticleField, Reason>;

/// A price with more than two decimals, taken over rounded half away from zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundedPrice {
    /// Line in the file.
    pub line: u32,
    /// The cell as written.
    pub value: String,
    /// What it became.
    pub price: Money,
}

/// A whole file read through a mapping. Every row of the table is either in `rows` or has rejections.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleSheet {
    /// Rows that can be taken over, in file order.
    pub rows: Vec<ArticleRow>,
    /// Everything that is wrong with the other rows, in file order.
    pub rejected: Vec<Rejection>,
    /// Accepted rows whose price had to be rounded.
    pub rounded: Vec<RoundedPrice>,
    /// The decimal mark of the price column, when its values or the format tell.
    pub price_mark: Option<DecimalMark>,
}
