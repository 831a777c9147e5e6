//! Sentences that the law wants on an invoice, as dated data (fiscal.md 2.4, D9).
//!
//! Not here: what the shop says of itself, the ground of an exemption (`tax`), and the nature of the operation, which
//! joins the mentions of small businesses on 2027-09-01.

/// A sentence, the first day on which it is printed, and to whom.
struct Sentence {
    from: &'static str,
    /// Only to a professional.
    business: bool,
    text: &'static str,
}

/// The sentences in force, in their order. A change of the law is a new row.
const SENTENCES: [Sentence; 3] = [
    // C. com. L441-9: the conditions of a discount for early payment, or that there is none.
    Sentence { from: "2008-08-06", business: true, text: "Pas d’escompte pour paiement anticipé" },
    // C. com. L441-10 II: the rate of late penalties.
    Sentence {
        from: "2008-08-06",
        business: true,
        text: "Pénalités de retard : trois fois le taux d’intérêt légal",
    },
    // C. com. D441-5: the lump sum for the cost of recovery.
    Sentence {
        from: "2013-01-01",
        business: true,
        text: "Indemnité forfaitaire pour frais de recouvrement : 40 €",
    },
];

/// The sentences of an invoice for a supply of the given day (an ISO date), to a professional or a consumer.
pub fn sentences(day: &str, professional: bool) -> impl Iterator<Item = &'static str> {
    SENTENCES.iter().filter(move |s| s.from <= day && (professional || !s.business)).map(|s| s.text)
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn a_professional_is_told_of_penalties_and_a_consumer_is_not() {
        assert_eq!(sentences("2026-11-22", true).count(), 3);
        assert_eq!(sentences("2012-12-31", true).count(), 2, "no lump sum yet");
        assert_eq!(sentences("2026-11-22", false).count(), 0);
    }
}
