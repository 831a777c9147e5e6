//! Importing articles and customers from CSV, XLSX and ODS.

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

    /// What a file holds.
    #[derive(Copy, Eq, Hash)]
    pub enum ImportKind {
        /// Articles.
        Articles,
        /// Customers.
        Customers,
    }

    /// What becomes of a row whose article or customer exists already; chosen once for the file (ux.md 6.2).
    #[derive(Copy, Eq, Hash)]
    pub enum ImportExisting {
        /// It is changed to what the row says; cells that are empty change nothing.
        Update,
        /// The row is skipped.
        Skip,
    }

    /// What a column can be. The fields of articles come first, then those of customers; a code and a name have both.
    #[derive(Copy, Eq, Hash)]
    pub enum ImportField {
        /// EAN, UPC or other bar code.
        Barcode,
        /// Internal code of an article, number of a customer.
        Code,
        /// Designation of an article, name of a customer.
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
        /// First name, which goes before the name.
        FirstName,
        /// Name of a business, which takes the place of the person's name.
        Company,
        /// Street address.
        Address,
        /// Postcode.
        Postcode,
        /// City.
        City,
        /// Country.
        Country,
        /// Phone.
        Phone,
        /// E-mail address.
        Email,
        /// SIREN; a SIRET is understood too.
        Siren,
        /// SIRET; a SIREN is understood too.
        Siret,
        /// VAT number.
        VatNumber,
        /// «Numéro d'entreprise du Québec».
        Neq,
        /// A free note.
        Note,
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
        /// What the file holds.
        pub kind: ImportKind,
        /// What becomes of rows that are known.
        pub existing: ImportExisting,
        /// The file.
        pub file: ImportFile,
        /// The mapping; none to have one proposed.
        pub mapping: Option<Vec<ImportColumn>>,
    }

    /// Imports the accepted rows, all or none.
    pub struct ImportStart {
        /// What the file holds.
        pub kind: ImportKind,
        /// What becomes of rows that are known.
        pub existing: ImportExisting,
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
        /// Articles or customers created.
        pub created: u32,
        /// Articles or customers changed.
        pub updated: u32,
        /// Rows skipped, because theirs exists.
        pub skipped: u32,
        /// Rows left out.
        pub rejected: u32,
        /// Why it failed.
        pub fault: Option<crate::Fault>,
    }
}
