//! Representatives with their commissions, and couriers.

use domain::ids::{CourierId, RepresentativeId};
use domain::money::{Money, Rate};

contract! {
    /// A representative («représentant», SEL-03).
    pub struct RepresentativeView {
        /// The representative.
        pub id: RepresentativeId,
        /// Name.
        pub name: String,
        /// Commission on what their customers buy, before taxes.
        pub commission_rate: Rate,
        /// Customers linked to them.
        pub customers: u32,
        /// May be linked to customers.
        pub active: bool,
    }

    /// Creates or changes a representative.
    pub struct RepresentativeSave {
        /// The representative to change; none creates one.
        pub id: Option<RepresentativeId>,
        /// Name.
        pub name: String,
        /// Commission on what their customers buy, before taxes.
        pub commission_rate: Rate,
        /// May be linked to customers.
        pub active: bool,
    }

    /// Asks for the commissions of a period.
    pub struct CommissionPeriod {
        /// First business day («2026-11-01»).
        pub from_day: String,
        /// Last business day.
        pub to_day: String,
    }

    /// The commissions of a period.
    pub struct CommissionReport {
        /// One row for each representative whose customers bought or returned something, or who is active.
        pub rows: Vec<CommissionRow>,
        /// What the shop owes them together.
        pub commission: Money,
    }

    /// The commission of a representative. Amounts are without taxes.
    pub struct CommissionRow {
        /// The representative.
        pub representative_id: RepresentativeId,
        /// Name.
        pub name: String,
        /// Rate of now.
        pub rate: Rate,
        /// Sold to their customers.
        pub sold: Money,
        /// Taken back from them or cancelled, positive.
        pub returned: Money,
        /// What the commission is computed on.
        pub base: Money,
        /// The commission; negative when more came back than was sold.
        pub commission: Money,
    }

    /// A courier («livreur», SEL-04).
    pub struct CourierView {
        /// The courier.
        pub id: CourierId,
        /// Name.
        pub name: String,
        /// May be chosen.
        pub active: bool,
    }

    /// Creates or changes a courier.
    pub struct CourierSave {
        /// The courier to change; none creates one.
        pub id: Option<CourierId>,
        /// Name.
        pub name: String,
        /// May be chosen.
        pub active: bool,
    }
}
