//! Parts that several tickets share: who sells, when, which copy, which seal.

/// A date and time on the shop's wall clock, already split: documents know no time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalDateTime {
    /// Year, four digits.
    pub year: i16,
    /// Month, 1–12.
    pub month: u8,
    /// Day of the month, 1–31.
    pub day: u8,
    /// Hour, 0–23.
    pub hour: u8,
    /// Minute, 0–59.
    pub minute: u8,
    /// Second, 0–59.
    pub second: u8,
}

/// A registration number of the seller, printed with its name in the ticket's country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Registration {
    /// France: establishment number, «SIRET».
    Siret(String),
    /// France: activity code, «NAF/APE».
    Naf(String),
    /// European Union: VAT identification, «TVA».
    Vat(String),
    /// Canada: federal registration, «TPS» / GST (`123456789 RT0001`).
    Gst(String),
    /// Québec: provincial registration, «TVQ» / QST (`1234567890 TQ0001`).
    Qst(String),
    /// Québec: enterprise number, «NEQ».
    Neq(String),
}

/// The shop as it was when the document was recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SellerIdentity {
    /// The name on the shop front; head of the ticket.
    pub trade_name: String,
    /// The registered name, printed when it differs from the trade name.
    pub legal_name: String,
    /// Legal form («SARL»), printed before the registrations; empty when there is none.
    pub legal_form: String,
    /// Street, then postcode and town, one line each.
    pub address: Vec<String>,
    /// Registration numbers, in printing order.
    pub registrations: Vec<Registration>,
    /// Telephone; empty when not printed.
    pub phone: String,
}

/// Which print of a document this is (PRT-02, PRT-11, fiscal.md R-11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintNumber {
    /// «Impression n° 1»: the first successful print.
    Original,
    /// «DUPLICATA n° 1 - Impression n° 2»: every later one.
    Duplicate {
        /// Number of the duplicate, from 1.
        number: u32,
        /// Number of the print, from 2.
        print: u32,
    },
    /// A copy that never counts as a print: the on-screen preview.
    Preview,
}

/// The fiscal signature of a document, as far as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The extract of the signature (4 characters, fiscal.md R-04).
    pub signature_extract: String,
}

/// The program, as the ticket names it (fiscal.md R-01).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Software {
    /// Name.
    pub name: String,
    /// Version of the program.
    pub version: String,
    /// Fiscal version («F.1»); empty outside France.
    pub fiscal_version: String,
    /// Certificate, or the number of the individual attestation («Attestation individuelle 2026-001»); empty
    /// outside France.
    pub attestation: String,
}
