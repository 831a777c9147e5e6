//! The sale in progress: loading its cart, changing it, showing it, sealing it.

mod article;
mod done;
mod open_cart;
mod seal;
mod tender;
mod view;

pub use article::cart_article;
pub use done::sale_done;
pub use open_cart::{OpenCart, journal_of};
pub use seal::{Sealing, seal};
pub use tender::tender;
pub use view::{article_count, sale_view};
