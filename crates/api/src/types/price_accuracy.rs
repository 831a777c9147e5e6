//! «Exactitude des prix» at a till in Québec, and the shelf labels that are to be corrected for it.

use domain::ids::{ArticleId, DocumentId, LineId, ShelfLabelId};
use domain::money::{Money, UnitPrice};
use domain::price_accuracy::PriceExclusion;

use super::{Refund, ReturnChecked};

contract! {
    /// The rule in force today.
    pub struct PriceAccuracyTerms {
        /// Up to it a good is free; above it is taken off.
        pub threshold: Money,
        /// What may be chosen as the reason of an exclusion.
        pub exclusions: Vec<PriceExclusion>,
    }

    /// A label that a customer shows, lower than the till.
    pub struct PriceAccuracyCheck {
        /// The line: an article.
        pub line_id: LineId,
        /// Labelled price of one unit, in the shop's price mode.
        pub labelled: Money,
        /// Why the good gets no indemnity, if a person says so.
        pub exclusion: Option<PriceExclusion>,
    }

    /// What the key would do.
    pub struct PriceAccuracyChecked {
        /// What it comes to.
        pub verdict: PriceVerdict,
        /// What the line costs now.
        pub scanned: Money,
        /// What the line costs by its label.
        pub labelled: Money,
        /// From the price of the till down to the label.
        pub correction: Money,
        /// The indemnity for one of the goods.
        pub indemnity: Money,
        /// What the customer pays for the line.
        pub pays: Money,
        /// Why there is no indemnity: what was chosen, or what the program sees.
        pub exclusion: Option<PriceExclusion>,
    }

    /// What the policy comes to.
    #[derive(Copy, Eq)]
    pub enum PriceVerdict {
        /// The till does not ask for more than the label: nothing is due.
        NothingDue,
        /// One good is free.
        Free,
        /// One good costs its label less the threshold.
        Reduced,
        /// The label holds, without indemnity.
        LabelOnly,
    }

    /// A label that a customer shows after the sale, lower than what the ticket asked.
    #[derive(Copy, Eq)]
    pub struct PriceClaimCheck {
        /// The sale.
        pub document_id: DocumentId,
        /// Position of the line on its ticket: an article.
        pub n: u32,
        /// Labelled price of one unit, in the price mode of the ticket.
        pub labelled: Money,
        /// Why the good gets no indemnity, if a person says so.
        pub exclusion: Option<PriceExclusion>,
    }

    /// What a claim would give back.
    pub struct PriceClaimChecked {
        /// What the policy comes to.
        pub assessed: PriceAccuracyChecked,
        /// What is given back with its taxes, and how; none when nothing is due.
        pub refund: Option<ReturnChecked>,
    }

    /// Gives back what the policy comes to, and reports the label.
    pub struct PriceClaim {
        /// The claim.
        pub claim: PriceClaimCheck,
        /// How the money goes back.
        pub refund: Refund,
        /// Print the ticket now.
        pub print: bool,
    }

    /// A label on a shelf that shows another price than the till.
    pub struct ShelfLabelView {
        /// The report.
        pub id: ShelfLabelId,
        /// The article.
        pub article_id: ArticleId,
        /// Its code.
        pub code: String,
        /// Its name.
        pub name: String,
        /// The price on the label.
        pub labelled: UnitPrice,
        /// The price of the till when it was seen.
        pub scanned: UnitPrice,
        /// The price of the article now: what the label should show.
        pub price: UnitPrice,
        /// How often it was shown.
        pub times: u32,
        /// The indemnities that were due for it.
        pub indemnity: Money,
        /// Why there was none.
        pub exclusion: Option<PriceExclusion>,
        /// When it was last seen.
        pub at_ms: i64,
        /// By whom.
        pub user: String,
        /// Where.
        pub workstation: String,
        /// When the label was corrected; none while it is wrong.
        pub done_ms: Option<i64>,
        /// Who corrected it.
        pub done_by: Option<String>,
    }

    /// Says that a label was corrected, or that it was not after all.
    pub struct ShelfLabelSettle {
        /// The report.
        pub shelf_label_id: ShelfLabelId,
        /// Corrected, or wrong again.
        pub done: bool,
    }
}
