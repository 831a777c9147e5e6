//! Labels of scales and packers, whose bar code holds a price or a weight («codes à poids ou à prix»).

use domain::embedded::EmbeddedKind;
use domain::ids::{ArticleId, EmbeddedRuleId};
use domain::money::{Money, Quantity, UnitPrice};

contract! {
    /// A rule that reads labels. Rules are tried in order; an article that carries the whole code always wins.
    pub struct EmbeddedRuleView {
        /// The rule.
        pub id: EmbeddedRuleId,
        /// Thirteen places: digits of the prefix, `I` item, `P` price or `W` weight, `V` verifier, `C` check digit.
        pub pattern: String,
        /// What its figure is.
        pub kind: EmbeddedKind,
        /// Decimals of the figure.
        pub decimals: u32,
        /// Labels are read by it.
        pub active: bool,
    }

    /// Creates (no id) or changes a rule.
    pub struct EmbeddedRuleSave {
        /// The rule to change.
        pub id: Option<EmbeddedRuleId>,
        /// The pattern.
        pub pattern: String,
        /// Decimals of the figure.
        pub decimals: u32,
        /// Labels are read by it.
        pub active: bool,
    }

    /// Puts the rules into an order.
    pub struct EmbeddedRuleOrder {
        /// Every rule, once.
        pub ids: Vec<EmbeddedRuleId>,
    }

    /// Asks what the till would make of a code.
    pub struct EmbeddedTest {
        /// The code as scanned or typed.
        pub code: String,
        /// A rule that is being written, instead of those of the shop.
        pub rule: Option<EmbeddedRuleSave>,
    }

    /// What the till makes of a code.
    pub struct EmbeddedTested {
        /// What happens at a scan.
        pub outcome: EmbeddedOutcome,
        /// The pattern that read it.
        pub pattern: Option<String>,
        /// The digits of the item.
        pub item: Option<String>,
        /// The article that is found.
        pub article: Option<EmbeddedArticle>,
        /// What the label says.
        pub label: Option<LabelView>,
        /// The digit that would be right, where the check digit or the verifier is wrong.
        pub expected_digit: Option<u32>,
    }

    /// What happens at the scan of a code.
    #[derive(Copy, Eq)]
    pub enum EmbeddedOutcome {
        /// A packet enters the sale as its label says.
        Labelled,
        /// An article carries the whole code: it enters as usual.
        Exact,
        /// The item is known, but the label does not say how much: a price or weight of nothing, or a unit that
        /// does not fit. The line waits for an answer.
        Asks,
        /// No article has this item. The line waits for an answer.
        NoArticle,
        /// No rule reads codes that begin so.
        NoRule,
        /// Not thirteen digits (or twelve of a UPC).
        NotEan,
        /// The check digit is wrong: misread.
        CheckDigit,
        /// The verifier of the figure is wrong: misread, or the wrong rule.
        Verifier,
    }

    /// The article of a label.
    pub struct EmbeddedArticle {
        /// The article.
        pub id: ArticleId,
        /// Internal code.
        pub code: String,
        /// Designation.
        pub name: String,
        /// Unit of sale.
        pub unit: String,
        /// Price of one unit.
        pub unit_price: UnitPrice,
    }

    /// What a label says of its packet.
    pub struct LabelView {
        /// What its figure is.
        pub kind: EmbeddedKind,
        /// How much it holds; of a printed price, what that buys.
        pub quantity: Quantity,
        /// What it costs: the printed price, or the weight at the price of today.
        pub amount: Money,
    }
}
