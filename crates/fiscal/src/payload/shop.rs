//! The parties of a document, as they were on that day.

use domain::ids::{CustomerId, ShiftId};
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

/// The customer of a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuyerSnapshot {
    /// The customer.
    pub id: CustomerId,
    /// The name.
    pub name: String,
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
