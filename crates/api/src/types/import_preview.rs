//! What an import would do: counts, the first rows, every row that cannot be read.

use super::{ImportColumn, ImportField};

contract! {
    /// What an import would do.
    pub struct ImportPreview {
        /// «CSV», «XLSX», «ODS».
        pub format: String,
        /// Character encoding of a CSV file.
        pub encoding: Option<String>,
        /// Delimiter of a CSV file.
        pub delimiter: Option<String>,
        /// Decimal sign found in the price column.
        pub decimal: Option<String>,
        /// Column names.
        pub header: Vec<String>,
        /// The mapping used.
        pub mapping: Vec<ImportColumn>,
        /// Required fields that no column holds yet.
        pub missing_fields: Vec<ImportField>,
        /// Data rows in the file.
        pub rows: u32,
        /// Articles or customers that would be created.
        pub created: u32,
        /// Those that would be changed: an article of the same bar code or code, a customer of the same code or e-mail.
        pub updated: u32,
        /// Rows that would be skipped, because theirs exists.
        pub skipped: u32,
        /// Departments that would be created.
        pub new_departments: Vec<String>,
        /// The first rows as they would be stored.
        pub sample: ImportSample,
        /// Every rejected row.
        pub rejected: Vec<ImportRejection>,
    }

    /// The first rows of a file as they would be stored.
    #[serde(tag = "kind")]
    pub enum ImportSample {
        /// Articles.
        Articles {
            /// In the order of the file.
            rows: Vec<ImportRow>,
        },
        /// Customers.
        Customers {
            /// In the order of the file.
            rows: Vec<ImportCustomer>,
        },
    }

    /// A customer as the file states it; empty where it states nothing.
    pub struct ImportCustomer {
        /// Line in the file.
        pub line: u32,
        /// Customer number.
        pub code: String,
        /// Name.
        pub name: String,
        /// Street address.
        pub address: String,
        /// Postcode.
        pub postcode: String,
        /// City.
        pub city: String,
        /// Country, ISO 3166-1 alpha-2; empty for the shop's.
        pub country: String,
        /// Phone.
        pub phone: String,
        /// E-mail address.
        pub email: String,
        /// SIRET, SIREN or NEQ.
        pub business_number: String,
        /// VAT number.
        pub vat_number: String,
    }

    /// An article as it would be stored.
    pub struct ImportRow {
        /// Line in the file.
        pub line: u32,
        /// Bar code.
        pub barcode: String,
        /// Internal code.
        pub code: String,
        /// Designation.
        pub name: String,
        /// Department.
        pub department: String,
        /// Price in minor units.
        pub price: domain::money::Money,
        /// Tax category that fits the rate.
        pub tax_category: String,
    }

    /// Why a row is left out.
    #[derive(Copy, Eq)]
    pub enum ImportReason {
        /// No designation, or no name.
        MissingName,
        /// No price.
        MissingPrice,
        /// Not a number.
        BadNumber,
        /// A number whose decimal sign cannot be told.
        AmbiguousNumber,
        /// More decimals than a quantity holds.
        TooManyDecimals,
        /// A negative price.
        Negative,
        /// Too large.
        TooLarge,
        /// The check digit of the bar code is wrong.
        EanCheckDigit,
        /// The bar code has a wrong number of digits.
        EanLength,
        /// The bar code holds something else than digits.
        EanNotDigits,
        /// A spreadsheet has replaced the last digits of the bar code.
        EanRounded,
        /// The tax rate is none of the shop's.
        UnknownTax,
        /// The bar code is on an earlier line.
        DuplicateBarcode,
        /// The code is on an earlier line.
        DuplicateCode,
        /// The e-mail address is on an earlier line.
        DuplicateEmail,
        /// An earlier line is about the same customer.
        SameCustomer,
        /// The code is one customer's and the e-mail address another's, or the address is that of several.
        AmbiguousCustomer,
        /// Not an e-mail address.
        BadEmail,
        /// Not a country.
        BadCountry,
        /// Not the five digits of a French postcode; a spreadsheet has often dropped the first one.
        BadPostcode,
        /// A spreadsheet has replaced the last digits.
        Rounded,
        /// The number of the business has another form or a wrong key.
        BadBusinessNumber,
        /// The SIRET is of another business than the SIREN.
        SirenMismatch,
        /// The VAT number has another form or a wrong key.
        BadVatNumber,
        /// Not the number of a business of Québec.
        BadNeq,
        /// What looks like the number of a payment card, which nothing may keep (PAY-26).
        CardNumber,
        /// A text is too long.
        TooLong,
        /// More cells than the header has columns.
        ExtraCells,
    }

    /// A row that is left out.
    pub struct ImportRejection {
        /// Line in the file.
        pub line: u32,
        /// Name of the column.
        pub column: String,
        /// What it held.
        pub value: String,
        /// Why.
        pub reason: ImportReason,
        /// Line of the first occurrence, for duplicates.
        pub first_line: Option<u32>,
    }
}
