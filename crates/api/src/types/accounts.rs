//! Customers' files and accounts.

use domain::ids::{CustomerId, DocumentId, MethodId, PriceListId, RepresentativeId};
use domain::language::Language;
use domain::money::Money;
use domain::tax::ExemptionGround;

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
        /// Language of their papers; French unless they ask for English.
        #[serde(default)]
        pub language: Language,
        /// Their representative (SEL-03).
        #[serde(default)]
        pub representative_id: Option<RepresentativeId>,
        /// Country, ISO 3166-1 alpha-2; empty for the shop's.
        #[serde(default)]
        pub country: String,
        /// A business.
        pub professional: bool,
        /// SIREN, nine digits; that of the SIRET where one is given.
        #[serde(default)]
        pub siren: String,
        /// SIRET, fourteen digits.
        #[serde(default)]
        pub siret: String,
        /// Intra-EU VAT number.
        #[serde(default)]
        pub vat_number: String,
        /// «Numéro d'entreprise du Québec», ten digits.
        #[serde(default)]
        pub neq: String,
        /// What people should know of them; printed nowhere.
        #[serde(default)]
        pub note: String,
        /// «Facturation Hors Taxes»: prices and totals before tax (CFG-10).
        #[serde(default)]
        pub before_tax: bool,
        /// Their regime: the legal ground on which nothing that they buy bears VAT.
        #[serde(default)]
        #[ts(optional = nullable)]
        pub exemption: Option<ExemptionGround>,
        /// The price list whose prices they pay; none pays public prices.
        #[serde(default)]
        #[ts(optional = nullable)]
        pub price_list_id: Option<PriceListId>,
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
        /// A correction of the balance («COR», COR-15).
        #[serde(default)]
        pub correction: bool,
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
