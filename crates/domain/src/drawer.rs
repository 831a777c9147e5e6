//! Why a drawer may be wrong: likely causes of a cash difference, from what happened in the shift.
//!
//! Each kind of mistake has a chance of being made in a day, and a chance of giving exactly this difference when it is
//! made: one ticket in a hundred that fits says much, one pair of tickets in five thousand says little. Their product
//! ranks the causes, so that a rare mistake with a unique trace comes before a common one that anything fits.
//!
//! One mistake is looked for, or two of the same kind ([`CauseKind::TicketPair`]); what leaves no trace that can be
//! compared (a sale that was never rung up, a note lost, the refund of one line that was not recorded) is not guessed.
//! Nothing here blames: the tickets are those to look at first.

mod cash;
mod rank;
mod tickets;
mod typing;

use serde::{Deserialize, Serialize};

use crate::country::Country;
use crate::ids::DocumentId;
use crate::money::Money;
use crate::payment::PaymentKind;
use crate::shift::DenominationCount;

/// The most causes that are named.
pub const MAX_CAUSES: usize = 8;

/// The most tickets that one cause names.
pub const MAX_DOCUMENTS: usize = 12;

/// What happened at a workstation between the opening of a shift and its count.
#[derive(Clone, Debug)]
pub struct DrawerFacts {
    /// Decides coins, notes and rounding.
    pub country: Country,
    /// Cash declared at the opening.
    pub opening_float: Money,
    /// Cash that the drawer had to hold.
    pub expected: Money,
    /// Cash counted.
    pub counted: Money,
    /// The count by denomination; empty when a total was typed.
    pub count: Vec<DenominationCount>,
    /// Tickets and refunds, in the order in which they were made.
    pub tickets: Vec<TicketFact>,
    /// Cash moved without a sale: positive in, negative out; in order.
    pub movements: Vec<Money>,
}

impl DrawerFacts {
    /// Counted less expected: negative when money is missing.
    #[must_use]
    pub fn difference(&self) -> Money {
        self.counted - self.expected
    }
}

/// A ticket with its payments; those of a refund are negative.
#[derive(Clone, Debug)]
pub struct TicketFact {
    /// The document.
    pub id: DocumentId,
    /// How it was paid.
    pub payments: Vec<PaymentFact>,
}

/// A payment as it was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaymentFact {
    /// What it is.
    pub kind: PaymentKind,
    /// What was handed over; negative for a refund.
    pub received: Money,
    /// What was given back.
    pub change: Money,
}

impl PaymentFact {
    /// What went into the drawer or onto the method.
    #[must_use]
    pub fn collected(&self) -> Money {
        self.received - self.change
    }
}

/// A likely cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// What happened.
    pub kind: CauseKind,
    /// What it explains of the difference: all of it.
    pub amount: Money,
    /// The amount that should have been there, where the cause names one.
    pub instead_of: Option<Money>,
    /// The tickets to look at, likeliest first, at most [`MAX_DOCUMENTS`].
    pub documents: Vec<DocumentId>,
    /// Percent of certainty among the causes found.
    pub likelihood: u8,
}

/// The likely causes of a difference, likeliest first, at most [`MAX_CAUSES`]; none when there is no difference.
/// Takes time in proportion to the number of tickets, and gives the same answer for the same facts.
#[must_use]
pub fn likely_causes(facts: &DrawerFacts) -> Vec<Cause> {
    if facts.difference().is_zero() {
        return Vec::new();
    }
    let mut found = rank::Found::default();
    tickets::look(facts, &mut found);
    typing::look(facts, &mut found);
    cash::look(facts, &mut found);
    found.ranked(facts.difference())
}

/// What may have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(export_to = "domain.ts"))]
pub enum CauseKind {
    /// A ticket was paid by another method than was recorded.
    SwappedMethod,
    /// Two neighbouring digits of an amount were swapped when it was typed or counted.
    SwappedDigits,
    /// A digit too many or too few: ten times an amount, or a tenth.
    ShiftedDigits,
    /// One ticket is worth the difference: its money was never put in, or was put in twice.
    Ticket,
    /// Two tickets together are worth the difference.
    TicketPair,
    /// Change was given on another note than was handed over.
    ChangeOnOtherNote,
    /// A refund was recorded and the money not given, or the reverse.
    Refund,
    /// A cash movement was recorded the wrong way round, twice, or not at all.
    Movement,
    /// A denomination was counted once too often or too little.
    Count,
}

#[cfg(test)]
mod tests;
