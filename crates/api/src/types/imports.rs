//! Importing articles from CSV, XLSX and ODS.

use uuid::Uuid;

use crate::event::ImportPhase;

contract! {
    /// A file as the window read it.
    pub struct ImportFile {
        /// File name: its ending tells the format.
        pub name: String,
        /// Content, base64 (standard alphabet).
        pub content: String,
    }

    /// What a column can be.
    #[derive(Copy, Eq, Hash)]
    pub enum ImportField {
        /// EAN, UPC or other bar code.
        Barcode,
        /// Internal code.
        Code,
        /// Designation.
        Name,
        /// Department.
        Department,
        /// Price in the shop's price mode.
        Price,
        /// Tax rate in percent.
        Tax,
        /// Unit of sale.
        Unit,
        /// Stock on hand.
        Stock,
    }

    /// Which column holds which field.
    #[derive(Copy, Eq)]
    pub struct ImportColumn {
        /// Column number, from 0.
        pub column: u32,
        /// Its field.
        pub field: ImportField,
    }

    /// Reads a file and says what an import would do. Writes nothing.
    pub struct ImportAnalyse {
        /// The file.
        pub file: ImportFile,
        /// The mapping; none to have one proposed.
        pub mapping: Option<Vec<ImportColumn>>,
    }

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
        /// Articles that would be created.
        pub created: u32,
        /// Articles that would be changed (same bar code or code).
        pub updated: u32,
        /// Departments that would be created.
        pub new_departments: Vec<String>,
        /// The first rows as they would be stored.
        pub sample: Vec<ImportRow>,
        /// Every rejected row.
        pub rejected: Vec<ImportRejection>,
    }

    /// A row as it would be stored.
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
        /// No designation.
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

    /// Imports the accepted rows, all or none.
    pub struct ImportStart {
        /// The file.
        pub file: ImportFile,
        /// The mapping.
        pub mapping: Vec<ImportColumn>,
    }

    /// Names an import.
    pub struct ImportRef {
        /// The import.
        pub import_id: Uuid,
    }

    /// Where an import stands.
    pub struct ImportStatus {
        /// The import.
        pub import_id: Uuid,
        /// Where it stands.
        pub phase: ImportPhase,
        /// Rows written.
        pub done: u32,
        /// Rows to write.
        pub total: u32,
        /// Articles created.
        pub created: u32,
        /// Articles changed.
        pub updated: u32,
        /// Rows left out.
        pub rejected: u32,
        /// Why it failed.
        pub fault: Option<crate::Fault>,
    }
}
