//! What can happen to a cart. The serialised form is stored for ever in the cart journal: add variants, never
//! change one.

use serde::{Deserialize, Serialize};

use super::{
    CartArticle, CartCustomer, CartExchange, CartFee, CartSeller, Discount, PriceCorrection, ServiceMode,
    ServiceTaxes,
};
use crate::embedded::Label;
use crate::ids::{LineId, TenderId};
use crate::money::Quantity;
use crate::payment::Tender;
use crate::tax::ExemptionGround;

/// One action on the cart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// Adds an article; joins an existing line of the same article at the same price.
    AddArticle {
        /// Id of the line, should one be made.
        line: LineId,
        /// The article with its price of now.
        article: CartArticle,
        /// How much.
        quantity: Quantity,
    },
    /// Adds a pending line for a code that no article has.
    AddUnknown {
        /// Id of the line.
        line: LineId,
        /// The code as scanned.
        code: String,
        /// How much was asked for.
        quantity: Quantity,
    },
    /// Says which article an unknown code stands for.
    ResolveUnknown {
        /// The pending line.
        line: LineId,
        /// The article.
        article: CartArticle,
    },
    /// Adds a packet with a label that says its price or weight: always a line of its own.
    AddLabelled {
        /// Id of the line.
        line: LineId,
        /// The article with its price of now.
        article: CartArticle,
        /// What its label says.
        label: Label,
    },
    /// Says which article an unknown label stands for.
    ResolveLabelled {
        /// The pending line.
        line: LineId,
        /// The article.
        article: CartArticle,
        /// What its label says of it.
        label: Label,
    },
    /// Sets the quantity of a line.
    SetQuantity {
        /// The line.
        line: LineId,
        /// The new quantity, positive.
        quantity: Quantity,
    },
    /// Removes a line.
    RemoveLine {
        /// The line.
        line: LineId,
    },
    /// Moves the selection.
    Select {
        /// The line.
        line: LineId,
    },
    /// Chooses or clears the customer.
    SetCustomer {
        /// The customer, or none for an anonymous sale.
        customer: Option<CartCustomer>,
    },
    /// Chooses or clears the seller.
    SetSeller {
        /// The seller.
        seller: Option<CartSeller>,
    },
    /// Replaces the note.
    SetNote {
        /// The note; empty to clear.
        note: String,
    },
    /// Replaces the note to a line.
    SetLineNote {
        /// The line.
        line: LineId,
        /// The note; empty to clear.
        note: String,
    },
    /// Gives a line a discount, or takes it back.
    SetLineDiscount {
        /// The line: an article or a fee.
        line: LineId,
        /// The discount; none clears it.
        discount: Option<Discount>,
    },
    /// Brings a line down to its label («Exactitude des prix»).
    CorrectPrice {
        /// The line: an article.
        line: LineId,
        /// The labelled price and the indemnity.
        correction: PriceCorrection,
    },
    /// Gives the whole order a discount, or takes it back (D-25).
    SetDiscount {
        /// The discount; none clears it.
        discount: Option<Discount>,
    },
    /// Adds a fee (SAL-05).
    AddFee {
        /// Id of the line.
        line: LineId,
        /// The fee with its taxes of now.
        fee: CartFee,
    },
    /// Chooses how the sale is served (SAL-23). Articles take the taxes that they are given here.
    SetService {
        /// The mode.
        service: ServiceMode,
        /// Taxes of the cart's articles in that mode.
        taxes: Vec<ServiceTaxes>,
    },
    /// Says why a line, or the whole sale, bears no VAT (TAX-03).
    SetExemption {
        /// The line, whose own tax is none; none for the whole sale.
        line: Option<LineId>,
        /// The ground; none takes it back.
        ground: Option<ExemptionGround>,
    },
    /// Puts articles brought back on the sale, or takes them off.
    SetExchange {
        /// The return; none takes it off.
        exchange: Option<CartExchange>,
    },
    /// Enters a payment.
    AddTender {
        /// The payment, already settled against the amount due.
        tender: Tender,
    },
    /// Takes an entered payment back.
    RemoveTender {
        /// The payment.
        tender: TenderId,
    },
    /// Takes back the last change of lines, prices, exchange, customer or note.
    Undo,
    /// Does again what was undone.
    Redo,
}

impl Change {
    /// True for changes that undo can take back. Payments are taken back one by one, and selection is no step.
    #[must_use]
    pub const fn is_undoable(&self) -> bool {
        matches!(
            self,
            Self::AddArticle { .. }
                | Self::AddUnknown { .. }
                | Self::ResolveUnknown { .. }
                | Self::AddLabelled { .. }
                | Self::ResolveLabelled { .. }
                | Self::SetQuantity { .. }
                | Self::RemoveLine { .. }
                | Self::SetCustomer { .. }
                | Self::SetNote { .. }
                | Self::SetLineNote { .. }
                | Self::SetLineDiscount { .. }
                | Self::CorrectPrice { .. }
                | Self::SetDiscount { .. }
                | Self::AddFee { .. }
                | Self::SetService { .. }
                | Self::SetExemption { .. }
                | Self::SetExchange { .. }
        )
    }
}
