//! Sales put aside, articles asked for and not there, prices asked for.

use domain::ids::{ArticleId, CartId, CustomerId, MissingId};
use domain::money::{Money, Quantity};

use super::{ArticleView, LabelView, NamedPrice, PriceOffer};

contract! {
    /// Puts the sale in progress aside («mettre en attente»).
    pub struct SalePark {
        /// A word to find it again; may be empty.
        pub label: String,
    }

    /// Names a parked sale.
    pub struct ParkedRef {
        /// Its cart.
        pub cart_id: CartId,
    }

    /// A parked sale.
    pub struct ParkedSale {
        /// Its cart.
        pub cart_id: CartId,
        /// The word given to it.
        pub label: String,
        /// Customer, if one was chosen.
        pub customer: Option<String>,
        /// Articles in it.
        pub articles: u32,
        /// Total with taxes.
        pub total: Money,
        /// When it was parked.
        pub at_ms: i64,
        /// Who parked it.
        pub user: String,
        /// Where.
        pub workstation: String,
    }

    /// Asks what a code costs, without adding it («prix ?»).
    pub struct PriceCheck {
        /// The code as scanned or typed.
        pub code: String,
    }

    /// Declares an article that a customer asked for and the shop does not have («Manquants», SAL-22).
    pub struct MissingAdd {
        /// The article, if the shop knows it.
        pub article_id: Option<ArticleId>,
        /// What was asked for, in words; empty for the name of the article.
        pub text: String,
        /// How much.
        pub quantity: Quantity,
        /// Who asked.
        pub customer_id: Option<CustomerId>,
    }

    /// Names a declared article.
    pub struct MissingRef {
        /// The declaration.
        pub missing_id: MissingId,
    }

    /// A declared article.
    pub struct MissingView {
        /// The declaration.
        pub id: MissingId,
        /// The article, if the shop knows it.
        pub article_id: Option<ArticleId>,
        /// What was asked for.
        pub text: String,
        /// How much.
        pub quantity: Quantity,
        /// Who asked.
        pub customer: Option<String>,
        /// When.
        pub at_ms: i64,
        /// Who wrote it down.
        pub user: String,
    }

    /// Answer to a price question; nothing when no article has the code.
    #[derive(Default)]
    pub struct PriceChecked {
        /// The article.
        pub article: Option<ArticleView>,
        /// The promotions that it is in today.
        pub offers: Vec<PriceOffer>,
        /// Its prices in price lists.
        pub list_prices: Vec<NamedPrice>,
        /// What the label says, where the code is that of a label.
        pub label: Option<LabelView>,
    }
}
