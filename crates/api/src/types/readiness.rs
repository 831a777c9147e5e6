//! What is missing before the shop may sell (fiscal.md 1.10).

contract! {
    /// What keeps the shop from selling.
    #[derive(Copy, Eq, PartialOrd, Ord)]
    pub enum SaleNeed {
        /// Legal name of the company.
        LegalName,
        /// Street, postcode or city.
        Address,
        /// SIRET (France).
        Siret,
        /// APE code (France).
        Ape,
        /// VAT number (France).
        VatNumber,
        /// TPS registration (Québec).
        TpsNumber,
        /// TVQ registration (Québec).
        TvqNumber,
        /// A tax rate that holds today.
        TaxRates,
        /// The workstation's journal (JET 260).
        Journal,
        /// The workstation's signing key.
        SigningKey,
        /// Records that verify.
        Records,
        /// A clock that is not behind the last record.
        ClockBehind,
        /// A word of a person on the date, after a long time.
        ClockAhead,
        /// Closings of past months and years, which wait for the word on the date.
        Closings,
        /// A day that is not closed yet.
        OpenDay,
    }

    /// What the shop needs before it sells. Without the session's workstation, of all of them.
    pub struct SaleReadiness {
        /// What is missing, in the order in which to see to it; empty when sales may start.
        pub missing: Vec<SaleNeed>,
        /// The clock, UTC milliseconds.
        pub now_ms: i64,
        /// When the clock was last known to be right, while it is in doubt.
        pub last_ms: Option<i64>,
        /// By how many seconds the clock is behind, while it is.
        pub behind_s: Option<i64>,
    }
}
