//! Customers, as far as the till needs them.

use domain::ids::CustomerId;

contract! {
    /// Looks for customers by any part of the name, phone or code.
    pub struct CustomerSearch {
        /// What was typed; empty lists the most recent.
        pub text: String,
        /// Rows wanted, at most 100.
        pub limit: u32,
    }

    /// A customer.
    pub struct CustomerView {
        /// The customer.
        pub id: CustomerId,
        /// Customer number.
        pub code: String,
        /// Name.
        pub name: String,
        /// Phone.
        pub phone: String,
        /// E-mail address.
        pub email: String,
        /// City.
        pub city: String,
    }

    /// Creates a customer; only the name is required (SAL-12).
    pub struct CustomerCreate {
        /// Name.
        pub name: String,
        /// Phone.
        #[serde(default)]
        pub phone: String,
        /// E-mail address.
        #[serde(default)]
        pub email: String,
        /// City.
        #[serde(default)]
        pub city: String,
    }

    /// Names a customer.
    pub struct CustomerRef {
        /// The customer.
        pub customer_id: CustomerId,
    }
}
