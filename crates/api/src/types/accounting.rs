//! Accounts, entries, export batches, and the reports of the books (fiscal.md 5).

use domain::ids::{CustomerId, MethodId};
use domain::money::{Money, Rate};
use uuid::Uuid;

contract! {
    /// Days of the shop («2026-11-01»), both included.
    pub struct AccountingPeriod {
        /// First day.
        pub from_day: String,
        /// Last day.
        pub to_day: String,
    }

    /// What an account is for, as the screen groups it.
    #[derive(Copy, Eq)]
    pub enum AccountGroup {
        /// Money and values.
        Money,
        /// Customers' accounts.
        Customers,
        /// Sales.
        Sales,
        /// Taxes.
        Taxes,
        /// Differences, roundings, gestures.
        Differences,
    }

    /// What is supplied.
    #[derive(Copy, Eq)]
    pub enum SupplyNature {
        /// Goods.
        Goods,
        /// Services.
        Services,
    }

    /// The account of one use.
    pub struct AccountRow {
        /// The use: «cash», «department:…», «tax:TVA20».
        pub key: String,
        /// Where the screen shows it.
        pub group: AccountGroup,
        /// Name of the method, family, tax or till; empty for the uses that every shop has.
        pub name: String,
        /// Account that holds.
        pub account: String,
        /// Its name.
        pub label: String,
        /// The shop chose it; otherwise it is the default.
        pub chosen: bool,
        /// Account that holds where nothing is chosen.
        pub default_account: String,
        /// Its name.
        pub default_label: String,
        /// Goods or services, for what is sold; none for other uses.
        pub nature: Option<SupplyNature>,
    }

    /// The accounts of the shop.
    pub struct AccountingPlan {
        /// One row for each use.
        pub rows: Vec<AccountRow>,
    }

    /// Chooses the account of one use.
    pub struct AccountSave {
        /// The use.
        pub key: String,
        /// The account; empty for the default.
        pub account: String,
        /// Its name; empty for the default.
        pub label: String,
        /// Goods or services; none for the default.
        pub nature: Option<SupplyNature>,
    }

    /// Chooses accounts. Uses that are not named stay as they are.
    pub struct AccountingPlanSave {
        /// The uses to change.
        pub rows: Vec<AccountSave>,
    }

    /// A line of an entry.
    pub struct EntryLineView {
        /// Account.
        pub account: String,
        /// Its name.
        pub account_label: String,
        /// Number of the customer; empty for none.
        pub auxiliary: String,
        /// What the line is.
        pub label: String,
        /// Debit.
        pub debit: Money,
        /// Credit.
        pub credit: Money,
    }

    /// An entry.
    pub struct EntryView {
        /// Code of the journal.
        pub journal: String,
        /// The number that it would get, or has.
        pub number: u32,
        /// Day.
        pub day: String,
        /// What proves it.
        pub piece: String,
        /// What it is.
        pub label: String,
        /// Its lines.
        pub lines: Vec<EntryLineView>,
        /// Sum of its debits, which is that of its credits.
        pub total: Money,
    }

    /// What an export of a period would freeze.
    pub struct AccountingPreview {
        /// The entries, oldest first; not more than the screen shows.
        pub entries: Vec<EntryView>,
        /// Entries in all.
        pub count: u32,
        /// Sum of debits of all.
        pub debit: Money,
        /// Sum of credits of all.
        pub credit: Money,
        /// Days of the period that have entries.
        pub days: u32,
        /// The first day that is not over; the period cannot be exported with it.
        pub open_day: Option<String>,
        /// The first day that is exported already.
        pub exported_day: Option<String>,
    }

    /// A frozen export.
    pub struct AccountingBatch {
        /// The batch.
        pub id: Uuid,
        /// Its number.
        pub number: u32,
        /// First day.
        pub from_day: String,
        /// Last day.
        pub to_day: String,
        /// Days with entries.
        pub days: u32,
        /// Entries.
        pub entries: u32,
        /// Sum of debits, which is that of credits.
        pub total: Money,
        /// Journals that have entries.
        pub journals: Vec<String>,
        /// SHA-256 of the FEC, hexadecimal.
        pub sha256: String,
        /// Name of the FEC.
        pub file_name: String,
        /// When: UTC milliseconds.
        pub at_ms: i64,
        /// Who.
        pub user: String,
    }

    /// The exports so far.
    pub struct AccountingBatches {
        /// Newest first.
        pub batches: Vec<AccountingBatch>,
        /// What the next export would take: from the first day that is not exported to the last that is over; none when there
        /// is nothing.
        pub next: Option<AccountingPeriod>,
    }

    /// A file of a batch. None as journal is the FEC of all journals.
    pub struct AccountingFileRef {
        /// The batch.
        pub batch_id: Uuid,
        /// A journal as CSV: «CA», «OD».
        pub journal: Option<String>,
    }

    /// What the books say of a period (ACC-03).
    pub struct AccountingReport {
        /// Tickets.
        pub tickets: u32,
        /// Sales without taxes.
        pub sold: Money,
        /// Returns and cancellations without taxes, positive.
        pub returned: Money,
        /// Turnover without taxes.
        pub net: Money,
        /// Taxes.
        pub tax: Money,
        /// Turnover with taxes.
        pub total: Money,
        /// What taxes are due on, by rate and nature.
        pub taxes: Vec<TaxBaseRow>,
        /// Money that came in, by method.
        pub receipts: Vec<ReceiptRow>,
        /// Receipts together.
        pub received: Money,
        /// What customers owe at the end of the last day.
        pub owed: Money,
        /// Customers who owe something.
        pub owing: u32,
        /// What customers may spend at the end of the last day.
        pub credit: Money,
        /// Customers who may spend something.
        pub with_credit: u32,
    }

    /// What a tax is due on.
    pub struct TaxBaseRow {
        /// Name of the tax; empty for what bears none.
        pub name: String,
        /// Rate.
        pub rate: Rate,
        /// Goods or services.
        pub nature: SupplyNature,
        /// Base.
        pub base: Money,
        /// Tax.
        pub tax: Money,
    }

    /// What a method brought in.
    pub struct ReceiptRow {
        /// The method.
        pub method_id: MethodId,
        /// Its name.
        pub name: String,
        /// Payments.
        pub count: u32,
        /// Sum.
        pub amount: Money,
    }

    /// Which figure of an account is corrected.
    #[derive(Copy, Eq)]
    pub enum BalanceSide {
        /// «Dû».
        Due,
        /// «Crédit disponible».
        Credit,
    }

    /// «Correction Solde Client» (COR-15): corrects a customer's balance.
    pub struct BalanceCorrection {
        /// The customer.
        pub customer_id: CustomerId,
        /// Which figure.
        pub side: BalanceSide,
        /// Positive for the customer: it lowers what they owe, or raises what they may spend.
        pub amount: Money,
        /// Why.
        pub reason: String,
    }
}
