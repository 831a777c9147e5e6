//! What a customer sees on their own display (C-18). Nothing here is private: no names of people, no balances.

use domain::country::Country;
use domain::ids::{LineId, WorkstationId};
use domain::money::{Money, Quantity, UnitPrice};

use super::{Picture, TaxRow};

contract! {
    /// The customer's display, complete: the window shows it and computes nothing.
    pub struct DisplayView {
        /// The shop; none in an empty database.
        pub shop: Option<DisplayShop>,
        /// The shop's logo, in the idle stage alone; none where there is none.
        pub logo: Option<Picture>,
        /// The workstation whose sale is shown; none while nobody is signed in at this computer.
        pub workstation_id: Option<WorkstationId>,
        /// What to show.
        pub stage: DisplayStage,
        /// Lines of the sale in progress, oldest first.
        pub lines: Vec<DisplayLine>,
        /// The line that was just added or changed.
        pub touched: Option<LineId>,
        /// Articles in the order.
        pub articles: u32,
        /// Discounts of lines and sale together, positive.
        pub discounts: Money,
        /// Total without taxes.
        pub net: Money,
        /// Taxes, where prices are shown without them; empty elsewhere.
        pub taxes: Vec<TaxRow>,
        /// Total with taxes.
        pub total: Money,
        /// What was handed over so far.
        pub payments: Vec<DisplayPayment>,
        /// What is left to pay.
        pub due: Money,
        /// Change given back.
        pub change: Money,
        /// A notice that the law or the shop's settings call for.
        pub notice: Option<DisplayNotice>,
    }

    /// The shop as customers know it.
    pub struct DisplayShop {
        /// Trading name.
        pub name: String,
        /// City.
        pub city: String,
        /// Country.
        pub country: Country,
        /// ISO 4217 code.
        pub currency: String,
        /// IANA time zone.
        pub time_zone: String,
    }

    /// What the display shows.
    #[derive(Copy, Eq)]
    pub enum DisplayStage {
        /// Nothing is being sold: the shop's logo, or its name.
        Idle,
        /// A sale, nothing paid yet.
        Sale,
        /// A sale, partly or wholly paid.
        Paying,
        /// A finished sale: what was paid and what is given back.
        Done,
    }

    /// A notice at the foot of the display.
    #[derive(Copy, Eq)]
    pub enum DisplayNotice {
        /// «Ticket imprimé sur demande» (France, C. env. L541-15-10 IV; fiscal.md 2.5, R-17).
        PrintedOnRequest,
    }

    /// A line of the sale.
    pub struct DisplayLine {
        /// The line.
        pub id: LineId,
        /// Designation; empty while a code is not known.
        pub name: String,
        /// Quantity.
        pub quantity: Quantity,
        /// Unit of sale.
        pub unit: String,
        /// Price of one unit in the shop's price mode.
        pub unit_price: UnitPrice,
        /// What its own discount takes off, positive.
        pub discount: Money,
        /// Total in the shop's price mode.
        pub total: Money,
    }

    /// A payment.
    pub struct DisplayPayment {
        /// The method («Espèces»).
        pub name: String,
        /// What was handed over.
        pub received: Money,
    }
}
