//! What a till adds to the bare price: discounts, fees, the way of service.

use domain::cart::{Reduction, ServiceMode};
use domain::ids::{FeeTypeId, LineId, TaxCategoryId};
use domain::money::{Money, Rate};

contract! {
    /// A discount to apply.
    pub struct DiscountInput {
        /// How much.
        pub reduction: Reduction,
        /// Why; stays with the line.
        pub reason: String,
    }

    /// Sets or clears the discount of a line.
    pub struct SaleSetLineDiscount {
        /// The line.
        pub line_id: LineId,
        /// The discount; none clears it.
        pub discount: Option<DiscountInput>,
    }

    /// Sets or clears the discount of the whole sale («rabais personnalisé», D-25).
    pub struct SaleSetDiscount {
        /// The discount; none clears it.
        pub discount: Option<DiscountInput>,
    }

    /// A discount as shown.
    pub struct DiscountView {
        /// How much.
        pub reduction: Reduction,
        /// What it takes off, positive, in the shop's price mode.
        pub amount: Money,
        /// Why.
        pub reason: String,
    }

    /// Adds a fee («+ Item de facture», SAL-05).
    pub struct SaleAddFee {
        /// Kind of fee.
        pub fee_type_id: FeeTypeId,
        /// What is printed; empty for the name of the kind.
        pub label: String,
        /// Amount in the shop's price mode; none for the amount of the kind.
        pub amount: Option<Money>,
    }

    /// A kind of fee («Port», «Emballage»).
    pub struct FeeTypeView {
        /// The kind.
        pub id: FeeTypeId,
        /// Name.
        pub name: String,
        /// Its tax.
        pub tax_category_id: TaxCategoryId,
        /// Usual amount in the shop's price mode.
        pub amount: Option<Money>,
        /// Offered at the till.
        pub active: bool,
    }

    /// Creates or changes a kind of fee.
    pub struct FeeTypeSave {
        /// The kind to change; none creates one.
        pub id: Option<FeeTypeId>,
        /// Name.
        pub name: String,
        /// Its tax.
        pub tax_category_id: TaxCategoryId,
        /// Usual amount in the shop's price mode.
        pub amount: Option<Money>,
        /// Offered at the till.
        pub active: bool,
    }

    /// Chooses how the sale is served; dual-rate articles take the tax of that mode (SAL-23).
    pub struct SaleSetService {
        /// The mode.
        pub service: ServiceMode,
    }

    /// How the till of this shop behaves.
    pub struct ShopOptions {
        /// Ask how a sale is served («Sur Place/Livré/Emporté», CFG-12).
        pub service_modes: bool,
        /// Greatest discount that a cashier gives without approval.
        pub discount_limit: Rate,
        /// Greatest difference that a cashier gives up without approval («Pertes et Profits»).
        pub write_off_limit: Money,
        /// The law on accurate pricing binds the shop (Québec); off where it labels its goods one by one.
        pub price_accuracy: bool,
        /// Reasons offered for discounts.
        pub discount_reasons: Vec<String>,
        /// Reasons offered for returns and cancellations.
        pub return_reasons: Vec<String>,
    }
}
