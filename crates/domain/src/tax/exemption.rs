//! Legal grounds on which a supply bears no VAT (TAX-03), and the sentence that each wants on the document.
//!
//! The sentences are dated data (fiscal.md D9): the law moved from the CGI to the CIBS on 2026-09-01, and references to
//! the CGI are accepted on documents until 2027-12-31. It is no price basis: see `PriceMode` for that (TAX-04).

use serde::{Deserialize, Serialize};

/// Why a line or a document bears no VAT. The names are signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(export_to = "domain.ts"))]
pub enum ExemptionGround {
    /// Export out of the European Union (CGI 262 I).
    Export,
    /// Supply to a professional of another member state, who has a VAT number (CGI 262 ter I).
    IntraEu,
    /// An activity that the law exempts: care, teaching, insurance and the like (CGI 261 to 261 E).
    Exempt,
    /// The shop is under the threshold («franchise en base», CGI 293 B).
    Franchise,
    /// Paid in the customer's name and charged as paid («débours», CGI 267 II-2°).
    Disbursement,
}

/// A sentence and the first day on which it is printed.
struct Sentence {
    ground: ExemptionGround,
    from: &'static str,
    text: &'static str,
}

/// The sentences in force, oldest first. A change of the law is a new row.
const SENTENCES: [Sentence; 5] = [
    Sentence {
        ground: ExemptionGround::Export,
        from: "2023-01-01",
        text: "Exonération de TVA, article 262 I du CGI",
    },
    Sentence {
        ground: ExemptionGround::IntraEu,
        from: "2023-01-01",
        text: "Exonération de TVA, article 262 ter I du CGI",
    },
    Sentence {
        ground: ExemptionGround::Exempt,
        from: "2023-01-01",
        text: "Exonération de TVA, article 261 du CGI",
    },
    Sentence {
        ground: ExemptionGround::Franchise,
        from: "2023-01-01",
        text: "TVA non applicable, article 293 B du CGI",
    },
    Sentence {
        ground: ExemptionGround::Disbursement,
        from: "2023-01-01",
        text: "Débours, article 267 II-2° du CGI",
    },
];

impl ExemptionGround {
    /// All grounds, in the order of the list on the screen.
    pub const ALL: [Self; 5] =
        [Self::Export, Self::IntraEu, Self::Exempt, Self::Franchise, Self::Disbursement];

    /// The sentence that the law wants on a document of the given day (an ISO date).
    #[must_use]
    pub fn mention(self, day: &str) -> &'static str {
        let of_ground = || SENTENCES.iter().filter(|s| s.ground == self);
        of_ground().rfind(|s| s.from <= day).or_else(|| of_ground().next()).map_or("", |s| s.text)
    }

    /// The stored and signed name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Export => "export",
            Self::IntraEu => "intra_eu",
            Self::Exempt => "exempt",
            Self::Franchise => "franchise",
            Self::Disbursement => "disbursement",
        }
    }

    /// True where the customer's intra-EU VAT number must stand on the document.
    #[must_use]
    pub const fn needs_vat_id(self) -> bool {
        matches!(self, Self::IntraEu)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ground_has_its_sentence_on_every_day() {
        for ground in ExemptionGround::ALL {
            for day in ["1999-12-31", "2026-11-22", "2031-01-01"] {
                assert!(ground.mention(day).contains("CGI"), "{ground:?} on {day}");
            }
        }
        assert_eq!(
            ExemptionGround::Franchise.mention("2026-11-22"),
            "TVA non applicable, article 293 B du CGI"
        );
    }
}
