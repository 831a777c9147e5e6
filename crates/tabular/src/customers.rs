//! Customers read from a table: which column is what, and which values cannot be taken over.
//!
//! Propose a [`CustomerMapping`] with [`propose_mapping`], let the user correct it, then [`read_customers`]. The numbers
//! of a business are checked as its file checks them. What depends on the shop (its country, the customers that it
//! has) is for the importer to check.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

mod countries;
mod mapping;
mod read;
mod values;

pub(crate) use mapping::knows;
pub use mapping::propose_mapping;
pub use read::read_customers;

/// What a column of a customer list can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerField {
    /// The number of the customer.
    Code,
    /// Family name, or the whole name. Required where there is no company.
    Name,
    /// First name, which goes before the name.
    FirstName,
    /// Name of a business. Where a row has one, it is the name.
    Company,
    /// Street and number.
    Address,
    /// Postcode.
    Postcode,
    /// City.
    City,
    /// Country, by name or code.
    Country,
    /// Phone.
    Phone,
    /// E-mail address.
    Email,
    /// SIRET; a SIREN is understood too.
    Siret,
    /// SIREN; a SIRET is understood too.
    Siren,
    /// VAT number of a member state.
    VatNumber,
    /// «Numéro d'entreprise du Québec».
    Neq,
    /// A free note.
    Note,
}

impl CustomerField {
    /// Every field, in the order in which a mapping screen lists them.
    pub const ALL: [Self; 15] = [
        Self::Code,
        Self::Name,
        Self::FirstName,
        Self::Company,
        Self::Address,
        Self::Postcode,
        Self::City,
        Self::Country,
        Self::Phone,
        Self::Email,
        Self::Siret,
        Self::Siren,
        Self::VatNumber,
        Self::Neq,
        Self::Note,
    ];
}

/// Which column (from 0) holds which field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CustomerMapping {
    /// At most one column per field. Fields that are absent are not read.
    pub columns: BTreeMap<CustomerField, usize>,
}

/// A customer as the file states it, every value checked. What the file leaves empty is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerRow {
    /// Line in the file.
    pub line: u32,
    /// The number of the customer.
    pub code: Option<String>,
    /// The company, or first name and name. Never empty.
    pub name: String,
    /// A business: it has a company or a number of one.
    pub professional: bool,
    /// Street and number.
    pub address: Option<String>,
    /// Postcode as written.
    pub postcode: Option<String>,
    /// City.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Phone as written.
    pub phone: Option<String>,
    /// E-mail address as written.
    pub email: Option<String>,
    /// Nine digits with a right key.
    pub siren: Option<String>,
    /// Fourteen digits with a right key.
    pub siret: Option<String>,
    /// In capitals, without spaces.
    pub vat_number: Option<String>,
    /// Ten digits.
    pub neq: Option<String>,
    /// A free note.
    pub note: Option<String>,
}

impl CustomerRow {
    /// The e-mail address as addresses are compared.
    #[must_use]
    pub fn email_key(&self) -> Option<String> {
        self.email.as_deref().map(str::to_lowercase)
    }
}

/// Why a value keeps its row out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum CustomerReason {
    /// Neither a name nor a company.
    MissingName,
    /// Text longer than the customer's file holds.
    TooLong {
        /// Characters allowed.
        max: usize,
    },
    /// Text that holds what looks like the number of a payment card.
    CardNumber,
    /// Written like `3,36E+10`: a spreadsheet has replaced the last digits for good.
    Rounded,
    /// Not an e-mail address.
    BadEmail,
    /// No known country.
    BadCountry,
    /// Neither a SIRET nor a SIREN: another length, or a wrong key.
    BadBusinessNumber,
    /// The SIRET is of another business than the SIREN.
    SirenMismatch,
    /// Not the VAT number of a member state, or a wrong French key.
    BadVatNumber,
    /// Not the ten digits of a business of Québec.
    BadNeq,
    /// An earlier accepted row has the same code.
    DuplicateCode {
        /// Line of that row.
        first_line: u32,
    },
    /// An earlier accepted row has the same e-mail address.
    DuplicateEmail {
        /// Line of that row.
        first_line: u32,
    },
    /// Content to the right of the last column of the header.
    ExtraCells,
}

/// A value of a customer list that keeps its row out.
pub type CustomerRejection = crate::cells::Rejection<CustomerField, CustomerReason>;

/// A whole file read through a mapping. Every row of the table is either in `rows` or has rejections.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerSheet {
    /// Rows that can be taken over, in file order.
    pub rows: Vec<CustomerRow>,
    /// Everything that is wrong with the other rows, in file order.
    pub rejected: Vec<CustomerRejection>,
}
