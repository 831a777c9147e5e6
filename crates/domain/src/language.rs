//! The language in which a customer is written to.
//!
//! French comes first and is complete everywhere; English is for the customer who asks for it (in Québec: Charter of
//! the French language, s. 57 and 89). The language of the screens is a matter of the interface alone.

use serde::{Deserialize, Serialize};

/// A language of papers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(export_to = "domain.ts"))]
pub enum Language {
    /// French.
    #[default]
    Fr,
    /// English, on request.
    En,
}

impl Language {
    /// The stored name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language of a stored name; French for anything else.
    #[must_use]
    pub fn of(name: &str) -> Self {
        if name == "en" { Self::En } else { Self::Fr }
    }
}
