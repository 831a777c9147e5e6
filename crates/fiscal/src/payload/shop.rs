//! The parties of a document, as they were on that day.

use domain::ids::{CustomerId, ShiftId};
use domain::tax::ExemptionGround;
use serde::{Deserialize, Serialize};

/// The shop that issues the document: on every document, never a reference (fiscal.md 1.2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShopSnapshot {
    /// Legal name («raison sociale»).
    pub legal_name: String,
    /// Trading name («enseigne»).
    pub trading_name: Option<String>,
    /// Street and complements, top to bottom.
    pub address_lines: Vec<String>,
    /// Postcode.
    pub postcode: String,
    /// City.
    pub city: String,
    /// ISO 3166-1 alpha-2 code.
    pub country: String,
    /// SIRET (France).
    pub siret: Option<String>,
    /// NAF or APE code (France).
    pub naf: Option<String>,
    /// VAT id (France).
    pub vat_id: Option<String>,
    /// TPS number (Québec).
    pub tps_no: Option<String>,
    /// TVQ number (Québec).
    pub tvq_no: Option<String>,
}

/// The customer of a document. A receipt needs the name alone; an invoice also the address, and the numbers of a
/// professional (fiscal.md 2.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuyerSnapshot {
    /// The customer.
    pub id: CustomerId,
    /// The name.
    pub name: String,
    /// Street and complements of the billing address, top to bottom.
    pub address_lines: Vec<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// City.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<String>,
    /// SIREN, nine digits.
    pub siren: Option<String>,
    /// SIRET, fourteen digits.
    pub siret: Option<String>,
    /// Intra-EU VAT number.
    pub vat_id: Option<String>,
}

impl BuyerSnapshot {
    /// A customer of whom the document states the name only.
    #[must_use]
    pub const fn named(id: CustomerId, name: String) -> Self {
        Self {
            id,
            name,
            address_lines: Vec::new(),
            postcode: None,
            city: None,
            country: None,
            siren: None,
            siret: None,
            vat_id: None,
        }
    }
}

/// Why a line or a document bears no VAT: the ground, and the sentence that is printed for it (TAX-03). The
/// sentence is kept because references of the law change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// The ground.
    pub ground: ExemptionGround,
    /// The sentence, as printed.
    pub mention: String,
}

/// The shift («quart») in which a document was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShiftRef {
    /// The shift.
    pub id: ShiftId,
    /// Its number.
    pub number: i64,
}
