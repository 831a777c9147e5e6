//! Identifiers: one newtype per kind of record, so that an article's id cannot be passed for a customer's.
//!
//! All are UUIDv7 (time-ordered); `domain` never makes one, it only carries them.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        #[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(type = "string", export_to = "domain.ts"))]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+ };
}

ids! {
    /// An article («article»).
    ArticleId,
    /// A department («rayon»).
    DepartmentId,
    /// A product layout («schéma»).
    LayoutId,
    /// A tax category of articles.
    TaxCategoryId,
    /// A customer («client»).
    CustomerId,
    /// A person who uses the program.
    UserId,
    /// A workstation («poste de travail»).
    WorkstationId,
    /// A payment method («mode de règlement»).
    MethodId,
    /// A shift («quart»).
    ShiftId,
    /// A cart: the order being prepared in section B of the sale screen.
    CartId,
    /// A line of a cart, kept as the line of the document.
    LineId,
    /// A tender entered on the payment screen.
    TenderId,
    /// A validated document.
    DocumentId,
    /// A payment recorded on a document.
    PaymentId,
    /// A job of the print queue.
    PrintJobId,
    /// A letter with a document.
    MailJobId,
    /// A movement of cash without a sale.
    CashMovementId,
    /// A closing of a day, a month or a fiscal year («clôture»).
    ClosingId,
    /// A kind of fee («type de frais»).
    FeeTypeId,
    /// A rule that reads labels with a price or a weight («code à poids ou à prix»).
    EmbeddedRuleId,
    /// An article asked for and not there («manquant»).
    MissingId,
    /// A wrong shelf label («étiquette à corriger»).
    ShelfLabelId,
    /// A representative («représentant»).
    RepresentativeId,
    /// A courier («livreur»).
    CourierId,
    /// A price list («tarif»).
    PriceListId,
    /// A promotion.
    PromotionId,
    /// A computer (one browser profile, one installed till).
    ComputerId,
}
