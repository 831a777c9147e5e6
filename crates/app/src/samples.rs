//! Sample shops as a host offers them. This crate knows how a shop is made; what is in a sample shop is told to it,
//! so that the content of a demonstration is no part of the use cases.

use api::types::{SampleUser, ShopCreate, UserSave};
use domain::country::Country;
use domain::ids::LayoutId;
use store::Tx;

/// Writes departments, articles, customers and the layout of a sample shop; returns the layout.
pub type Catalogue = Box<dyn FnOnce(&mut Tx<'_>) -> store::Result<LayoutId> + Send>;

/// Everything that a sample shop starts with.
pub struct SampleShop {
    /// Identity, first manager and first workstation.
    pub create: ShopCreate,
    /// The other users.
    pub users: Vec<UserSave>,
    /// Code and name of every workstation; the first one is that of `create`.
    pub workstations: Vec<(String, String)>,
    /// The catalogue, written after the shop itself.
    pub catalogue: Catalogue,
}

/// The sample shops of a host.
pub trait Samples: Send + Sync {
    /// The sample shop of a country.
    fn shop(&self, country: Country) -> SampleShop;

    /// Who works there, with the PINs that everybody may know.
    fn users(&self, country: Country) -> Vec<SampleUser>;
}
