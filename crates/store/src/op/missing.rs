//! Articles that customers asked for and the shop did not have («Manquants», SAL-22).

use domain::ids::{ArticleId, CustomerId, MissingId, UserId};
use domain::money::Quantity;
use serde::{Deserialize, Serialize};

/// A customer asked for an article that the shop did not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissingDeclared {
    /// The declaration.
    pub id: MissingId,
    /// The article, if the shop knows it.
    pub article: Option<ArticleId>,
    /// What was asked for, in words.
    pub text: String,
    /// How much.
    pub quantity: Quantity,
    /// Who asked.
    pub customer: Option<CustomerId>,
    /// Who wrote it down.
    pub user: UserId,
}

/// A declared article is no longer waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissingSettled {
    /// The declaration.
    pub id: MissingId,
    /// Who settled it.
    pub user: UserId,
}
