//! What happened in a day at a till and in the office, as far as the books care.

use domain::country::PriceMode;
use domain::ids::{DepartmentId, FeeTypeId, MethodId, WorkstationId};
use domain::money::{Money, Rate};
use domain::payment::PaymentKind;
use domain::tax::AppliedTax;
use serde::{Deserialize, Serialize};

/// What is supplied, which decides the sales account and the category of e-reporting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// Goods («livraison de biens»).
    #[default]
    Goods,
    /// Services («prestation de services»).
    Services,
}

/// The day of one till.
#[derive(Clone, Debug)]
pub struct TillDay {
    /// The workstation.
    pub workstation: WorkstationId,
    /// Its code in document numbers.
    pub code: String,
    /// «2026-11-21».
    pub day: String,
    /// The number of the daily closing («Z 12»), or the day where there is none.
    pub piece: String,
    /// The signed tickets of the day.
    pub tickets: Vec<TicketFact>,
    /// Cash put in (positive) or taken out without a sale.
    pub movements: Vec<Money>,
    /// Openings and closings of shifts.
    pub drawers: Vec<DrawerFact>,
    /// Money taken in for customers' accounts, and corrections of payment methods.
    pub money: Vec<MoneyFact>,
}

/// A signed ticket: amounts are negative on returns and cancellations.
#[derive(Clone, Debug)]
pub struct TicketFact {
    /// Its number.
    pub number: String,
    /// Whether line totals contain the taxes.
    pub mode: PriceMode,
    /// Its lines.
    pub lines: Vec<LineFact>,
    /// Its tax table, as signed.
    pub taxes: Vec<TaxFact>,
    /// Total without taxes, as signed.
    pub net: Money,
    /// Total with taxes, as signed.
    pub total: Money,
    /// How it was settled.
    pub payments: Vec<PaymentFact>,
    /// The customer, for the auxiliary account.
    pub customer: Option<Auxiliary>,
}

/// A line of a ticket.
#[derive(Clone, Debug)]
pub struct LineFact {
    /// The family of the article; none for an article without one, and for a fee.
    pub department: Option<DepartmentId>,
    /// The kind of fee; none for an article.
    pub fee: Option<FeeTypeId>,
    /// The taxes that applied.
    pub taxes: Vec<AppliedTax>,
    /// What the line came to, in the ticket's price mode.
    pub total: Money,
}

/// A row of a signed tax table.
#[derive(Clone, Debug)]
pub struct TaxFact {
    /// Code of the tax.
    pub code: String,
    /// Its rate.
    pub rate: Rate,
    /// What it is computed on.
    pub base: Money,
    /// The tax.
    pub amount: Money,
}

/// A payment.
#[derive(Clone, Debug)]
pub struct PaymentFact {
    /// The method.
    pub method: MethodId,
    /// What the method is.
    pub kind: PaymentKind,
    /// What it settles.
    pub amount: Money,
    /// What entered the drawer or the method's total; differs from `amount` by the rounding of cash.
    pub collected: Money,
}

/// An auxiliary account: one customer of a collective account.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Auxiliary {
    /// The customer's number.
    pub number: String,
    /// The customer's name.
    pub name: String,
}

/// What happened to a drawer apart from sales.
#[derive(Clone, Copy, Debug)]
pub enum DrawerFact {
    /// A shift began with `float` in a drawer in which the shift before had left `carried`.
    Opened {
        /// Counted at the opening.
        float: Money,
        /// Left by the shift before; zero for the first.
        carried: Money,
    },
    /// A shift ended.
    Closed {
        /// What the drawer had to hold.
        expected: Money,
        /// What was counted.
        counted: Money,
        /// What stays for the next shift; none for all of it.
        left: Option<Money>,
    },
}

/// Money outside tickets.
#[derive(Clone, Debug)]
pub enum MoneyFact {
    /// An advance that a customer paid in.
    Advance {
        /// How.
        payment: PaymentFact,
        /// Who.
        customer: Auxiliary,
    },
    /// One leg of a corrected payment method; the legs of a correction sum to nothing.
    Corrected {
        /// The method that is taken back (negative) or put in its place.
        payment: PaymentFact,
        /// The customer of the ticket, for methods that go through an account.
        customer: Option<Auxiliary>,
    },
}

/// What the office wrote on a customer's account without money.
#[derive(Clone, Debug)]
pub enum OfficeFact {
    /// Credit given as a gesture.
    Gesture {
        /// How much, positive.
        amount: Money,
        /// To whom.
        customer: Auxiliary,
    },
    /// A corrected balance of what is owed or of credit; positive for the customer.
    Corrected {
        /// True for what is owed, false for credit.
        due: bool,
        /// How much.
        amount: Money,
        /// Whose.
        customer: Auxiliary,
    },
}
