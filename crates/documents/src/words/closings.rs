//! Words of the closings of days, months and fiscal years.

/// Words of the closings.
#[expect(missing_docs, reason = "each field is named after the words it holds")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosingWords {
    pub day: &'static str,
    pub month: &'static str,
    pub year: &'static str,
    pub period: &'static str,
    pub first_sale: &'static str,
    pub closed: &'static str,
    pub by: &'static str,
    pub by_program: &'static str,
    pub tickets: &'static str,
    pub perpetual_real: &'static str,
    pub perpetual_abs: &'static str,
    pub anomaly: &'static str,
}

pub(super) const FRENCH: ClosingWords = ClosingWords {
    day: "CLÔTURE JOURNALIÈRE",
    month: "CLÔTURE MENSUELLE",
    year: "CLÔTURE ANNUELLE",
    period: "Période",
    first_sale: "Première vente",
    closed: "Clôturé",
    by: "Par",
    by_program: "le logiciel",
    tickets: "Tickets",
    perpetual_real: "Perpétuel réel",
    perpetual_abs: "Perpétuel absolu",
    anomaly: "ANOMALIE CONSTATÉE À LA CLÔTURE",
};

pub(super) const ENGLISH: ClosingWords = ClosingWords {
    day: "DAILY CLOSING",
    month: "MONTHLY CLOSING",
    year: "YEARLY CLOSING",
    period: "Period",
    first_sale: "First sale",
    closed: "Closed",
    by: "By",
    by_program: "the program",
    tickets: "Tickets",
    perpetual_real: "Perpetual, net",
    perpetual_abs: "Perpetual, absolute",
    anomaly: "A DEFECT WAS KNOWN AT CLOSING",
};
