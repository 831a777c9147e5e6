//! The sale in progress: loading its cart, changing it, showing it, sealing it.

mod account;
mod article;
mod discount_limit;
mod done;
mod exchange;
pub mod exemption;
mod frame;
pub mod invoice;
mod offers;
mod open_cart;
pub mod packet;
mod seal;
mod seal_lines;
mod tender;
mod view;
mod view_lines;
mod write_off;

pub use account::{cart_customer, check_customer, sale_customer};
pub use article::{cart_article, category_taxes, service_taxes};
pub use discount_limit::check_discounts;
pub use done::{payment_view, sale_done};
pub use exchange::{check_not_exchanged, counterpart};
pub use frame::Frame;
pub use offers::{Offers, lowest_price, mark_used, stored_prices};
pub use open_cart::{OpenCart, journal_of};
pub use seal::{Sealing, seal, shop_snapshot};
pub use tender::{card_digits, method_digits, method_nature, method_reference, tender};
pub use view::{article_count, sale_view, tax_row};
pub use write_off::{check_write_off, write_off};
