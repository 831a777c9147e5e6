//! Every reason for which a command can be refused or fail.

use serde::{Deserialize, Serialize};

macro_rules! fault_codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)?) => {
        /// Every reason for which a command can be refused or fail. A code exists only where the interface acts on
        /// it or a person must read it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS, schemars::JsonSchema)]
        #[ts(export_to = "api.ts")]
        pub enum FaultCode { $( $(#[$doc])* #[serde(rename = $text)] $name ),+ }

        impl FaultCode {
            /// Every code, for the test that looks for their texts.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code as it crosses the border.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }
        }
    };
}

fault_codes! {
    /// No command has this name.
    UnknownCommand = "unknown_command",
    /// The request is not of the command's type. `detail`.
    BadRequest = "bad_request",
    /// A mutation without an idempotency key.
    KeyRequired = "key_required",
    /// The key was used for another request.
    KeyReused = "key_reused",
    /// The request is larger than the host accepts.
    RequestTooLarge = "request_too_large",
    /// Nobody is signed in.
    SessionRequired = "session_required",
    /// The user lacks the right. `permission`.
    PermissionDenied = "permission_denied",
    /// Wrong PIN. `attempts_left`.
    WrongPin = "wrong_pin",
    /// Too many wrong PINs. `seconds` to wait.
    SignInLocked = "sign_in_locked",
    /// The PIN is not 4 to 8 digits.
    PinFormat = "pin_format",
    /// No such user, or not active.
    UserNotFound = "user_not_found",
    /// Another user has this name.
    UserNameTaken = "user_name_taken",
    /// The shop would be left without a manager.
    LastManager = "last_manager",
    /// In training mode the settings of the shop are looked at, not changed.
    TrainingReadOnly = "training_read_only",
    /// The database already holds a shop.
    ShopExists = "shop_exists",
    /// The database holds no shop yet.
    ShopMissing = "shop_missing",
    /// The SIRET has not 14 digits or a wrong key.
    SiretInvalid = "siret_invalid",
    /// The French VAT number has not its form, or not the key of its SIREN.
    VatNumberInvalid = "vat_number_invalid",
    /// The SIREN has not nine digits, or a wrong key.
    SirenInvalid = "siren_invalid",
    /// The NEQ has not ten digits, or does not start as one.
    NeqInvalid = "neq_invalid",
    /// The TPS registration has not its form.
    TpsNumberInvalid = "tps_number_invalid",
    /// The TVQ registration has not its form.
    TvqNumberInvalid = "tvq_number_invalid",
    /// The file of a logo is too large. `max_mib`.
    LogoTooLarge = "logo_too_large",
    /// The file of a logo is neither a PNG nor a JPEG.
    LogoFormat = "logo_format",
    /// The picture is wider, higher or larger than is read. `max_side`, `max_megapixels`.
    LogoDimensions = "logo_dimensions",
    /// The file of a logo is damaged.
    LogoUnreadable = "logo_unreadable",
    /// Nothing of the picture would be seen on white paper.
    LogoBlank = "logo_blank",
    /// This program brings no sample shop.
    SampleMissing = "sample_missing",
    /// The first run is over.
    FirstRunOver = "first_run_over",
    /// The first run cannot end yet: something that every sale needs is missing.
    FirstRunIncomplete = "first_run_incomplete",
    /// A required text is empty. `field`.
    FieldRequired = "field_required",
    /// A text is longer than its field. `field`, `max`.
    FieldTooLong = "field_too_long",
    /// The session has no workstation yet.
    WorkstationRequired = "workstation_required",
    /// No such workstation, or not active.
    WorkstationNotFound = "workstation_not_found",
    /// Another workstation has this code.
    WorkstationCodeTaken = "workstation_code_taken",
    /// The workstation's code is in its signed records and cannot change.
    WorkstationCodeInUse = "workstation_code_in_use",
    /// No such layout.
    LayoutNotFound = "layout_not_found",
    /// Workstations use the layout. `workstations`.
    LayoutInUse = "layout_in_use",
    /// No such tax category.
    TaxCategoryNotFound = "tax_category_not_found",
    /// No such payment method.
    MethodNotFound = "method_not_found",
    /// No such article.
    ArticleNotFound = "article_not_found",
    /// Another article has this code or bar code. `code`, `name`.
    BarcodeTaken = "barcode_taken",
    /// The check digit or length of a bar code is wrong. `code`.
    BarcodeInvalid = "barcode_invalid",
    /// A price is negative or too large.
    PriceOutOfRange = "price_out_of_range",
    /// No such price list, or one that is put to sleep.
    PriceListNotFound = "price_list_not_found",
    /// Another price list has this name.
    PriceListNameTaken = "price_list_name_taken",
    /// A price to come holds from a day after today.
    PlannedPriceDay = "planned_price_day",
    /// No such promotion.
    PromotionNotFound = "promotion_not_found",
    /// A promotion whose days are none, or end before they begin.
    PromotionDays = "promotion_days",
    /// A promotion that takes nothing off, or more than there is.
    PromotionRule = "promotion_rule",
    /// A promotion for no article and no department.
    PromotionEmpty = "promotion_empty",
    /// Tickets name the promotion: it is ended, not deleted.
    PromotionUsed = "promotion_used",
    /// No law of this country asks for it («Exactitude des prix»).
    PriceAccuracyNotOffered = "price_accuracy_not_offered",
    /// The till does not ask for more than the label: nothing is due.
    LabelNotLower = "label_not_lower",
    /// Something of the line came back, or its price was corrected already: it is not claimed again.
    PriceClaimClosed = "price_claim_closed",
    /// No such report of a wrong label.
    ShelfLabelNotFound = "shelf_label_not_found",
    /// No such representative.
    RepresentativeNotFound = "representative_not_found",
    /// No such courier.
    CourierNotFound = "courier_not_found",
    /// No such missing article, or it is settled.
    MissingNotFound = "missing_not_found",
    /// No such customer.
    CustomerNotFound = "customer_not_found",
    /// No shift is open on the workstation.
    ShiftRequired = "shift_required",
    /// No such shift.
    ShiftNotFound = "shift_not_found",
    /// The shift is closed.
    ShiftClosed = "shift_closed",
    /// The sale in progress must be finished or abandoned first. `workstation`.
    CartInProgress = "cart_in_progress",
    /// A count or an amount is out of range.
    AmountOutOfRange = "amount_out_of_range",
    /// The denomination does not exist in this country. `denomination`.
    DenominationUnknown = "denomination_unknown",
    /// A movement needs a reason.
    ReasonRequired = "reason_required",
    /// No such line in the cart.
    LineNotFound = "line_not_found",
    /// The line is (or is not) a pending unknown code.
    LineWrongKind = "line_wrong_kind",
    /// Quantity zero, negative or too large.
    QuantityOutOfRange = "quantity_out_of_range",
    /// A fraction of an article sold by the piece.
    QuantityNotWhole = "quantity_not_whole",
    /// The cart is full.
    TooManyLines = "too_many_lines",
    /// A discount of nothing, or of more than there is.
    DiscountOutOfRange = "discount_out_of_range",
    /// No such kind of fee, or not offered.
    FeeTypeNotFound = "fee_type_not_found",
    /// The pattern of labels cannot be read. `part`: form, prefix, item, figure, verifier, check or decimals.
    EmbeddedPatternInvalid = "embedded_pattern_invalid",
    /// Another rule has this pattern.
    EmbeddedPatternTaken = "embedded_pattern_taken",
    /// No such rule for labels, or not every rule in the order.
    EmbeddedRuleNotFound = "embedded_rule_not_found",
    /// The quantity of a packet is printed on its label.
    LineLabelled = "line_labelled",
    /// The shop does not ask how a sale is served.
    ServiceNotOffered = "service_not_offered",
    /// Nothing to undo or redo.
    NothingToUndo = "nothing_to_undo",
    /// The lines would be worth less than what has been paid.
    PaidBeyondTotal = "paid_beyond_total",
    /// The sale is no longer the one on the screen: another window changed it.
    CartChanged = "cart_changed",
    /// No such parked sale: it was recalled or given up meanwhile.
    ParkedNotFound = "parked_not_found",
    /// The cart is empty.
    CartEmpty = "cart_empty",
    /// Scanned codes are still unknown. `count`.
    UnknownCodesPending = "unknown_codes_pending",
    /// No such payment in the cart.
    TenderNotFound = "tender_not_found",
    /// More than is due, by a method that gives no change. `due`.
    OverPayment = "over_payment",
    /// A payment of zero or less.
    TenderNotPositive = "tender_not_positive",
    /// Cash that no coins of the country make up. `step`.
    NoSuchCoin = "no_such_coin",
    /// The sale is not fully paid. `due`.
    AmountDueRemains = "amount_due_remains",
    /// The workstation does not take this method.
    MethodNotOffered = "method_not_offered",
    /// Not the last four digits of a card.
    CardDigitsInvalid = "card_digits_invalid",
    /// An «Autre» payment needs its nature.
    NatureRequired = "nature_required",
    /// A sale needs a seller.
    SellerRequired = "seller_required",
    /// An unpaid amount needs a named customer.
    NamedCustomerRequired = "named_customer_required",
    /// Credit is spent from the account of a customer, or put on it: choose the customer first.
    CreditCustomerRequired = "credit_customer_required",
    /// More than the customer's credit. `available`.
    CreditInsufficient = "credit_insufficient",
    /// No sale to a blocked customer. `name`.
    CustomerBlocked = "customer_blocked",
    /// More cash than the law allows for one sale. `ceiling`.
    CashCeiling = "cash_ceiling",
    /// No invoices at this till: in this country a ticket is one.
    InvoiceNotOffered = "invoice_not_offered",
    /// The customer's file lacks what an invoice states. `fields`.
    BuyerIncomplete = "buyer_incomplete",
    /// Only an invoice has an A4 page: a ticket gets its invoice first.
    NotAnInvoice = "not_an_invoice",
    /// The ticket has its invoice already. `number`.
    AlreadyInvoiced = "already_invoiced",
    /// No legal ground of this country, or a customer billed before tax in a shop that sells so anyway.
    ExemptionNotOffered = "exemption_not_offered",
    /// The line bears a tax, so that it needs no ground for bearing none.
    LineBearsTax = "line_bears_tax",
    /// A line bears no VAT and does not say why. `name`.
    ExemptionRequired = "exemption_required",
    /// Nothing is left to give up, or nothing was paid: that is no difference.
    NothingToWriteOff = "nothing_to_write_off",
    /// Nothing was chosen to take back.
    NothingToReturn = "nothing_to_return",
    /// More than was sold, returns before this one included. `name`.
    ReturnExceedsSold = "return_exceeds_sold",
    /// A return or a cancellation is not itself corrected.
    DocumentNotASale = "document_not_a_sale",
    /// The ticket is cancelled already.
    DocumentCancelled = "document_cancelled",
    /// A ticket of which articles came back is not cancelled as a whole.
    DocumentReturned = "document_returned",
    /// A ticket of an exchange is not cancelled alone; its articles are returned. `number` of the other ticket.
    DocumentExchanged = "document_exchanged",
    /// The sale has articles brought back on it already.
    ExchangePending = "exchange_pending",
    /// What was brought back is no longer worth the same: something of that ticket came back meanwhile.
    ExchangeChanged = "exchange_changed",
    /// Something is to be given back, and no way to do so was chosen. `amount`.
    RefundMethodRequired = "refund_method_required",
    /// The clock is behind the last signed record. `seconds`.
    ClockBehind = "clock_behind",
    /// Much time has passed since the clock was last known to be right: a person must confirm the date before a month is closed.
    /// `now_ms`, `last_ms`.
    ClockUnconfirmed = "clock_unconfirmed",
    /// The day is closed: nothing is sold in it any more. `day`.
    DayClosed = "day_closed",
    /// No such closing.
    ClosingNotFound = "closing_not_found",
    /// With this start, a fiscal year would have ended behind months that are closed. `day`.
    YearStartTooLate = "year_start_too_late",
    /// The shop may not sell before something is mended. `missing`.
    SaleNotReady = "sale_not_ready",
    /// A signed record does not verify. `position`.
    FiscalChainBroken = "fiscal_chain_broken",
    /// Tables are not what the operation log says, or the log is damaged. `count`.
    TablesDiffer = "tables_differ",
    /// The last verification could not be carried through.
    VerificationFailed = "verification_failed",
    /// The signing key cannot be read.
    SigningKeyMissing = "signing_key_missing",
    /// The signing key on this computer is not the one that the records announce.
    SigningKeyForeign = "signing_key_foreign",
    /// Signed records at the end are missing: an older database was put back. `found`, `anchored`.
    RecordsMissing = "records_missing",
    /// Two copies of the database have gone on by themselves. `found`, `anchored`.
    RecordsForked = "records_forked",
    /// The books have a defect that no manager has taken note of. `position`.
    IntegrityUnacknowledged = "integrity_unacknowledged",
    /// A verification is running already.
    IntegrityRunning = "integrity_running",
    /// Anchors tell of workstations that this database does not know. `count`.
    BooksUnknown = "books_unknown",
    /// There is nothing to decide here any more.
    NothingToDecide = "nothing_to_decide",
    /// The file cannot be read as a copy of the database, or what is in it does not verify. `detail`.
    RestoreUnreadable = "restore_unreadable",
    /// The file is a database of another shop or another computer.
    RestoreOther = "restore_other",
    /// The file ends before the missing records do. `offered`, `anchored`.
    RestoreShort = "restore_short",
    /// The file holds other records than this database, from `position` on.
    RestoreForked = "restore_forked",
    /// No such document.
    DocumentNotFound = "document_not_found",
    /// The workstation has no printer.
    PrinterMissing = "printer_missing",
    /// The printer settings are not usable. `detail`.
    PrinterInvalid = "printer_invalid",
    /// No mail server is set on this computer.
    MailNotSet = "mail_not_set",
    /// The settings of the mail server are not usable. `field`.
    MailInvalid = "mail_invalid",
    /// Not an e-mail address. `address`.
    MailAddressInvalid = "mail_address_invalid",
    /// No such letter, or it is not in a state that allows this.
    MailJobNotFound = "mail_job_not_found",
    /// No such print job.
    PrintJobNotFound = "print_job_not_found",
    /// The print job is not in a state that allows this.
    PrintJobState = "print_job_state",
    /// The document has no such payment any more.
    PaymentNotFound = "payment_not_found",
    /// A payment by this method is not corrected: no money moved, or it moved on a customer's account.
    PaymentNotCorrectable = "payment_not_correctable",
    /// More than what stands of the payment. `available`.
    PaymentExceedsStanding = "payment_exceeds_standing",
    /// The payment is by this method already.
    PaymentSameMethod = "payment_same_method",
    /// No such correction of a payment.
    CorrectionNotFound = "correction_not_found",
    /// Something works on backups already.
    BackupRunning = "backup_running",
    /// The settings of backups are not usable. `field`.
    BackupInvalid = "backup_invalid",
    /// No such backup file.
    BackupNotFound = "backup_not_found",
    /// The file is no backup of this program.
    BackupForeign = "backup_foreign",
    /// The backup is one of another shop. `name`.
    BackupOtherShop = "backup_other_shop",
    /// The backup is damaged, or a signed record in it does not verify. `detail`.
    BackupDamaged = "backup_damaged",
    /// The passphrase is missing or does not open the backup.
    BackupPassphrase = "backup_passphrase",
    /// Nothing was checked that could be restored.
    RestoreNotReady = "restore_not_ready",
    /// The file cannot be read as a table. `reason`.
    ImportUnreadable = "import_unreadable",
    /// A required column has no field. `field`.
    ImportMapping = "import_mapping",
    /// An import is already running.
    ImportRunning = "import_running",
    /// No such import.
    ImportNotFound = "import_not_found",
    /// The period ends before it begins, or is longer than a year.
    PeriodInvalid = "period_invalid",
    /// Not an account of its class. `account`.
    AccountInvalid = "account_invalid",
    /// Nothing happened in the period.
    AccountingNothing = "accounting_nothing",
    /// A day of the period is not over. `day`.
    AccountingDayOpen = "accounting_day_open",
    /// A day of the period was exported before. `day`.
    AccountingDayExported = "accounting_day_exported",
    /// A day does not balance; nothing is exported. `piece`, `amount`.
    AccountingUnbalanced = "accounting_unbalanced",
    /// No such export.
    AccountingBatchNotFound = "accounting_batch_not_found",
    /// A frozen export is not what its checksum says.
    AccountingBatchDamaged = "accounting_batch_damaged",
    /// No such report.
    EReportNotFound = "ereport_not_found",
    /// E-reporting is for shops in France.
    EReportFranceOnly = "ereport_france_only",
    /// A corrected balance cannot change its sign. `available`.
    BalanceCorrectionBeyond = "balance_correction_beyond",
    /// No period, one of more than twelve months, or one without a record (fiscal.md 1.9).
    ArchivePeriod = "archive_period",
    /// No such archive.
    ArchiveNotFound = "archive_not_found",
    /// The file of the archive is not written yet, or no longer where it was.
    ArchiveFileMissing = "archive_file_missing",
    /// The folder is no absolute path, or there is no such folder. `folder`.
    ArchiveFolder = "archive_folder",
    /// Nobody exported this in this run of the program.
    ArchiveExportUnknown = "archive_export_unknown",
    /// No verification of the records has ended yet.
    VerificationMissing = "verification_missing",
    /// The database was written by a newer version.
    DatabaseNewer = "database_newer",
    /// Another program holds the database.
    DatabaseBusy = "database_busy",
    /// The program already runs with this folder of data.
    DatabaseInUse = "database_in_use",
    /// The disk is full.
    DiskFull = "disk_full",
    /// The disk refuses to write.
    DiskReadOnly = "disk_read_only",
    /// The disk failed to read or write.
    DiskFailed = "disk_failed",
    /// The database file is damaged.
    DatabaseCorrupt = "database_corrupt",
    /// The database is not one of this program, or its schema is not.
    DatabaseForeign = "database_foreign",
    /// The host is stopping.
    Stopping = "stopping",
    /// A fault of the program. `trace` finds it in the log.
    Internal = "internal",
}
