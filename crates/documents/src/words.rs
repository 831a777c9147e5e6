//! The fixed words of the tickets, per language.

/// The fixed words of the tickets in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {}
