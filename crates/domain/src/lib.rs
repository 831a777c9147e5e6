//! The rules of the shop, without input, output, clock or chance.
//!
//! Everything here is a pure function of its arguments: money and tax arithmetic, the cart, tenders, shifts,
//! permissions, bar codes. Nothing reads a file, a clock or a random source, and no float holds money, a
//! quantity or a rate. Callers (the use cases in `app`) bring the facts and write down the result.

pub mod barcode;
pub mod cart;
pub mod country;
pub mod drawer;
pub mod embedded;
pub mod ids;
pub mod invoice_terms;
pub mod language;
pub mod money;
pub mod payment;
pub mod permission;
pub mod price_accuracy;
pub mod promotion;
pub mod refund;
pub mod registration;
pub mod shift;
pub mod tax;
pub mod tender;
pub mod text;
