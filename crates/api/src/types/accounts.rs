//! Customers' files and accounts.

use domain::ids::{CustomerId, DocumentId, MethodId};
use domain::money::Money;

contract! {
    /// A customer's file.
    pub struct CustomerFile {
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
        /// Street address.
        pub address: String,
        /// Postcode.
        pub postcode: String,
        /// City.
        pub city: String,
        /// A business.
        pub professional: bool,
        /// No sale to this customer.
        pub blocked: bool,
        /// May be chosen.
        pub active: bool,
    }

    /// What a customer owes and may spend; never one signed figure (D-08).
    pub struct CustomerAccount {
        /// The file.
        pub file: CustomerFile,
        /// «Dû».
        pub owed: Money,
        /// «Crédit disponible».
        pub credit: Money,
        /// Movements, newest first.
        pub entries: Vec<AccountEntryView>,
    }

    /// A movement on an account.
    pub struct AccountEntryView {
        /// When.
        pub at_ms: i64,
        /// The document behind it.
        pub document_id: Option<DocumentId>,
        /// Its number, or the reason of a credit.
        pub label: String,
        /// Positive for the customer.
        pub amount: Money,
    }

    /// Puts credit on an account: an advance that was paid, or a gesture.
    pub struct CreditAdd {
        /// The customer.
        pub customer_id: CustomerId,
        /// How much, positive.
        pub amount: Money,
        /// How it was paid (in an open shift); none for a gesture of the shop.
        pub method_id: Option<MethodId>,
        /// Why.
        pub reason: String,
    }
}
