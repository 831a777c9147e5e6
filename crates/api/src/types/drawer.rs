//! «Why is my drawer wrong?»

use domain::drawer::CauseKind;
use domain::ids::ShiftId;
use domain::money::Money;
use domain::shift::DenominationCount;

use super::DocumentRow;

contract! {
    /// Asks what may explain a count.
    pub struct DrawerQuestion {
        /// The shift; none for that of the workstation.
        pub shift_id: Option<ShiftId>,
        /// Cash counted; none for the count of a closed shift.
        pub counted: Option<Money>,
        /// The count by denomination; empty when a total was typed.
        pub count: Vec<DenominationCount>,
    }

    /// Likely causes, likeliest first.
    pub struct DrawerAnswer {
        /// Counted less expected.
        pub difference: Money,
        /// At most eight.
        pub causes: Vec<DrawerCause>,
    }

    /// A likely cause.
    pub struct DrawerCause {
        /// What happened.
        pub kind: CauseKind,
        /// What it explains of the difference.
        pub amount: Money,
        /// The amount that should have been there, where the cause names one.
        pub instead_of: Option<Money>,
        /// Percent of certainty among the causes found.
        pub likelihood: u8,
        /// The tickets to look at.
        pub documents: Vec<DocumentRow>,
    }
}
