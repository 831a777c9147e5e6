//! The one list of commands, and the table that hosts and tests read.

use domain::permission::Permission;
use serde::Serialize;

/// Reads or writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CommandKind {
    /// Reads; may be repeated at will.
    Query,
    /// Writes, in one transaction; carries an idempotency key.
    Mutation,
}

/// Who may call a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// Anybody at the host: what is needed before signing in.
    Public,
    /// Any signed-in user.
    SignedIn,
    /// A signed-in user with this right, or a supervisor who approves.
    Right(Permission),
    /// The customer's display of a computer: what stands before customers anyway.
    Display,
}

/// One row of the command table.
#[derive(Clone, Debug, Serialize)]
pub struct CommandInfo {
    /// Name of the command.
    pub name: &'static str,
    /// Reads or writes.
    pub kind: CommandKind,
    /// Who may call it.
    pub need: Need,
    /// JSON Schema of the request.
    pub request: schemars::Schema,
}

/// Calls the macro `$with` with every command: `kind name(Request) -> Response [need];`.
///
/// A `change` is a mutation of the sale in progress. It answers with the sale, and so does a repeat of it: the sale
/// as it then is, for a line of a long sale would otherwise be kept once for every line after it.
#[macro_export]
macro_rules! for_each_command {
    ($with:ident) => {
        $with! {
            query    app_status(Empty) -> AppStatus [Public];
            query    sign_in_users(Empty) -> Vec<UserTile> [Public];
            query    country_profile(CountryRef) -> CountryProfile [Public];
            query    registration_check(RegistrationCheck) -> RegistrationChecked [Public];
            query    logo_preview(LogoFile) -> LogoView [Public];
            query    sample_users(Empty) -> Vec<SampleUser> [Public];
            mutation shop_create(ShopCreate) -> Empty [Public];
            mutation shop_create_sample(CountryRef) -> Empty [Public];
            mutation session_open(SessionOpen) -> SessionView [Public];

            query    first_run(Empty) -> FirstRunView [SignedIn];
            mutation first_run_move(FirstRunMove) -> FirstRunView [Right(ManageWorkstations)];
            mutation first_run_finish(Empty) -> FirstRunView [Right(ManageWorkstations)];
            mutation favourites_create(FavouritesCreate) -> LayoutSummary [Right(ManageCatalogue)];

            mutation session_close(Empty) -> Empty [SignedIn];
            mutation training_enter(Empty) -> SessionView [SignedIn];
            query    session_current(Empty) -> SessionView [SignedIn];
            query    approvers(ApproversOf) -> Vec<UserTile> [SignedIn];
            query    about(Empty) -> About [SignedIn];
            mutation proof_save(ProofSave) -> About [Right(ManageOptions)];
            query    attestation(Empty) -> Attestation [Right(ManageOptions)];
            mutation maintenance_record(MaintenanceRecord) -> Empty [Right(ManageWorkstations)];
            mutation shop_identity_save(ShopIdentity) -> ShopView [Right(ManageOptions)];
            query    shop_view(Empty) -> ShopView [SignedIn];
            query    logo_view(Empty) -> Option<LogoView> [SignedIn];
            mutation logo_save(LogoFile) -> Empty [Right(ManageOptions)];
            mutation logo_remove(Empty) -> Empty [Right(ManageOptions)];
            query    workstation_list(Empty) -> Vec<WorkstationView> [SignedIn];
            mutation workstation_enter(WorkstationRef) -> SessionView [SignedIn];
            mutation workstation_set_default(WorkstationRef) -> Empty [SignedIn];
            mutation workstation_save(WorkstationSave) -> WorkstationView [Right(ManageWorkstations)];
            query    printer_search(Empty) -> PrinterSearch [Right(ManageWorkstations)];
            mutation printer_search_start(Empty) -> PrinterSearch [Right(ManageWorkstations)];
            mutation printer_search_cancel(Empty) -> PrinterSearch [Right(ManageWorkstations)];
            query    payment_method_list(Empty) -> Vec<PaymentMethodView> [SignedIn];

            query    user_list(Empty) -> Vec<UserView> [Right(ManageUsers)];
            query    role_list(Empty) -> Vec<RoleView> [Right(ManageUsers)];
            mutation user_save(UserSave) -> UserView [Right(ManageUsers)];

            query    layout_list(Empty) -> Vec<LayoutSummary> [SignedIn];
            query    layout_current(Empty) -> Option<LayoutView> [SignedIn];
            mutation layout_generate(LayoutGenerate) -> LayoutSummary [Right(ManageLayouts)];
            query    layout_open(LayoutRef) -> LayoutOpened [Right(ManageLayouts)];
            mutation layout_save(LayoutDraft) -> LayoutSummary [Right(ManageLayouts)];
            mutation layout_delete(LayoutRef) -> Vec<LayoutSummary> [Right(ManageLayouts)];
            query    catalogue_search(CatalogueSearch) -> ArticlePage [SignedIn];
            query    catalogue_lists(Empty) -> CatalogueLists [SignedIn];
            mutation article_save(ArticleSave) -> ArticleView [Right(ManageCatalogue)];

            query    import_analyse(ImportAnalyse) -> ImportPreview [Right(Import)];
            mutation import_start(ImportStart) -> ImportStatus [Right(Import)];
            query    import_status(ImportRef) -> ImportStatus [Right(Import)];
            query    import_cancel(ImportRef) -> ImportStatus [Right(Import)];

            query    customer_search(CustomerSearch) -> Vec<CustomerView> [SignedIn];
            mutation customer_create(CustomerCreate) -> CustomerView [Right(ManageCustomers)];
            query    customer_documents(CustomerRef) -> Vec<DocumentRow> [SignedIn];
            query    customer_account(CustomerRef) -> CustomerAccount [SignedIn];
            mutation customer_save(CustomerFile) -> CustomerFile [Right(ManageCustomers)];
            mutation credit_add(CreditAdd) -> CustomerAccount [Right(AddCredit)];

            query    representative_list(Empty) -> Vec<RepresentativeView> [SignedIn];
            mutation representative_save(RepresentativeSave) -> RepresentativeView [Right(ManageUsers)];
            query    commission_report(CommissionPeriod) -> CommissionReport [Right(ViewReports)];
            query    courier_list(Empty) -> Vec<CourierView> [SignedIn];
            mutation courier_save(CourierSave) -> CourierView [Right(ManageUsers)];

            query    shop_options(Empty) -> ShopOptions [SignedIn];
            mutation shop_options_save(ShopOptions) -> ShopOptions [Right(ManageOptions)];
            query    fee_type_list(Empty) -> Vec<FeeTypeView> [SignedIn];
            mutation fee_type_save(FeeTypeSave) -> FeeTypeView [Right(ManageCatalogue)];

            query    embedded_rule_list(Empty) -> Vec<EmbeddedRuleView> [SignedIn];
            mutation embedded_rule_save(EmbeddedRuleSave) -> EmbeddedRuleView [Right(ManageCatalogue)];
            mutation embedded_rule_order(EmbeddedRuleOrder) -> Vec<EmbeddedRuleView> [Right(ManageCatalogue)];
            query    embedded_test(EmbeddedTest) -> EmbeddedTested [SignedIn];

            query    price_list_list(Empty) -> Vec<PriceListView> [SignedIn];
            mutation price_list_save(PriceListSave) -> PriceListView [Right(ManageCatalogue)];
            query    promotion_list(Empty) -> Vec<PromotionView> [Right(ManageCatalogue)];
            mutation promotion_save(PromotionSave) -> PromotionView [Right(ManageCatalogue)];
            mutation promotion_end(PromotionRef) -> PromotionView [Right(ManageCatalogue)];
            mutation promotion_delete(PromotionRef) -> Vec<PromotionView> [Right(ManageCatalogue)];

            query    shift_current(Empty) -> Option<ShiftView> [SignedIn];
            query    shift_opening(Empty) -> ShiftOpening [Right(OpenShift)];
            mutation shift_open(ShiftOpen) -> ShiftView [Right(OpenShift)];
            query    shift_list(ShiftList) -> ShiftPage [Right(ViewReports)];
            query    shift_report(ShiftRef) -> ShiftReport [Right(CloseShift)];
            query    cash_count(CashCount) -> CashCounted [SignedIn];
            query    shift_check(ShiftCheck) -> ShiftChecked [Right(CloseShift)];
            query    shift_ticket(ShiftRef) -> TicketPreview [Right(CloseShift)];
            mutation shift_report_print(ShiftRef) -> PrintJobView [Right(CloseShift)];
            mutation shift_close(ShiftClose) -> ShiftReport [Right(CloseShift)];
            query    drawer_causes(DrawerQuestion) -> DrawerAnswer [Right(CloseShift)];
            mutation cash_move(CashMove) -> ShiftView [Right(MoveCash)];
            mutation drawer_open(DrawerOpen) -> Empty [Right(OpenDrawer)];
            mutation drawer_test(DrawerTest) -> Empty [Right(OpenDrawer)];

            query    sale_current(Empty) -> SaleView [Right(Sell)];
            change   sale_add_article(SaleAddArticle) -> SaleView [Right(Sell)];
            change   sale_scan(SaleScan) -> SaleView [Right(Sell)];
            change   sale_resolve_code(SaleResolveCode) -> SaleView [Right(Sell)];
            change   sale_set_quantity(SaleSetQuantity) -> SaleView [Right(Sell)];
            change   sale_step_quantity(SaleStepQuantity) -> SaleView [Right(Sell)];
            change   sale_remove_line(SaleLineRef) -> SaleView [Right(Sell)];
            change   sale_select_line(SaleLineRef) -> SaleView [Right(Sell)];
            change   sale_set_note(SaleSetNote) -> SaleView [Right(Sell)];
            change   sale_set_line_note(SaleSetLineNote) -> SaleView [Right(Sell)];
            change   sale_set_customer(SaleSetCustomer) -> SaleView [Right(Sell)];
            change   sale_set_seller(SaleSetSeller) -> SaleView [Right(Sell)];
            change   sale_set_line_discount(SaleSetLineDiscount) -> SaleView [Right(Discount)];
            change   sale_set_discount(SaleSetDiscount) -> SaleView [Right(Discount)];
            change   sale_add_fee(SaleAddFee) -> SaleView [Right(Sell)];
            change   sale_set_service(SaleSetService) -> SaleView [Right(Sell)];
            change   sale_park(SalePark) -> SaleView [Right(Sell)];
            change   sale_recall(ParkedRef) -> SaleView [Right(Sell)];
            query    parked_sales(Empty) -> Vec<ParkedSale> [Right(Sell)];
            mutation parked_discard(ParkedRef) -> Vec<ParkedSale> [Right(Sell)];
            query    price_check(PriceCheck) -> PriceChecked [SignedIn];
            query    price_accuracy_terms(Empty) -> PriceAccuracyTerms [Right(Sell)];
            query    price_accuracy_check(PriceAccuracyCheck) -> PriceAccuracyChecked [Right(Sell)];
            change   sale_correct_price(PriceAccuracyCheck) -> SaleView [Right(Sell)];
            query    price_claim_check(PriceClaimCheck) -> PriceClaimChecked [Right(Sell)];
            mutation price_claim(PriceClaim) -> SaleDone [Right(Refund)];
            query    shelf_label_list(Empty) -> Vec<ShelfLabelView> [SignedIn];
            mutation shelf_label_settle(ShelfLabelSettle) -> Vec<ShelfLabelView> [Right(Sell)];
            query    missing_list(Empty) -> Vec<MissingView> [SignedIn];
            mutation missing_add(MissingAdd) -> MissingView [Right(Sell)];
            mutation missing_settle(MissingRef) -> Vec<MissingView> [Right(Sell)];
            change   sale_undo(Empty) -> SaleView [Right(Sell)];
            change   sale_redo(Empty) -> SaleView [Right(Sell)];
            change   sale_abandon(Empty) -> SaleView [Right(Sell)];
            change   payment_add(PaymentAdd) -> SaleView [Right(Sell)];
            change   payment_remove(PaymentRemove) -> SaleView [Right(Sell)];
            change   sale_exempt(SaleExempt) -> SaleView [Right(ExemptFromTax)];
            change   sale_exempt_line(SaleExemptLine) -> SaleView [Right(Sell)];
            change   payment_write_off(WriteOff) -> SaleView [Right(Sell)];
            mutation sale_validate(SaleValidate) -> SaleDone [Right(Sell)];
            change   sale_done_clear(Empty) -> SaleView [Right(Sell)];

            query    document_recent(Empty) -> Vec<DocumentRow> [Right(Sell)];
            query    document_filters(Empty) -> DocumentFilters [Right(Sell)];
            query    document_search(DocumentSearch) -> DocumentPage [Right(Sell)];
            query    document_open(DocumentRef) -> DocumentDetail [Right(Sell)];
            query    return_check(ReturnCheck) -> ReturnChecked [Right(Sell)];
            query    return_free_check(FreeReturnCheck) -> ReturnChecked [Right(Sell)];
            mutation return_validate(ReturnValidate) -> SaleDone [Right(Refund)];
            mutation return_free(FreeReturn) -> SaleDone [Right(RefundFreely)];
            change   exchange_start(ExchangeStart) -> SaleView [Right(Refund)];
            change   exchange_start_free(FreeExchangeStart) -> SaleView [Right(RefundFreely)];
            change   exchange_remove(Empty) -> SaleView [Right(Sell)];
            mutation exchange_validate(ExchangeValidate) -> SaleDone [Right(Sell)];
            query    invoice_check(InvoiceCheck) -> InvoiceChecked [Right(Sell)];
            mutation invoice_issue(InvoiceIssue) -> InvoiceIssued [Right(Sell)];
            mutation invoice_validate(InvoiceValidate) -> SaleDone [Right(Sell)];
            mutation invoice_file(DocumentRef) -> FileContent [Right(Reprint)];
            query    payment_correction_check(DocumentRef) -> PaymentCorrectionChecked [Right(Sell)];
            mutation payment_correct(PaymentCorrect) -> PaymentCorrection [Right(CorrectPayment)];
            mutation payment_correction_print(PaymentCorrectionRef) -> PrintJobView [Right(Reprint)];
            mutation document_cancel(DocumentCancel) -> SaleDone [Right(CancelTicket)];
            query    document_ticket(DocumentRef) -> TicketPreview [Right(Sell)];
            mutation document_print(DocumentRef) -> PrintJobView [Right(Reprint)];
            query    mail_settings(Empty) -> MailSettings [Right(ManageOptions)];
            mutation mail_settings_save(MailSettingsSave) -> MailSettings [Right(ManageOptions)];
            mutation mail_test(MailTest) -> MailJobView [Right(ManageOptions)];
            query    document_recipient(DocumentRef) -> MailRecipient [Right(Sell)];
            mutation document_send(DocumentSend) -> MailJobView [Right(Sell)];
            query    mail_queue(Empty) -> Vec<MailJobView> [SignedIn];
            mutation mail_job_retry(MailJobRef) -> MailJobView [Right(ManagePrinting)];
            mutation mail_job_cancel(MailJobRef) -> MailJobView [Right(ManagePrinting)];
            query    print_queue(Empty) -> PrintQueue [SignedIn];
            mutation print_job_retry(PrintJobRef) -> PrintJobView [Right(ManagePrinting)];
            mutation print_job_cancel(PrintJobRef) -> PrintJobView [Right(ManagePrinting)];
            mutation print_job_resolve(PrintJobResolve) -> PrintJobView [Right(ManagePrinting)];
            mutation printer_test(WorkstationRef) -> PrintJobView [Right(ManagePrinting)];

            query    workstation_overview(Empty) -> Overview [Right(ViewReports)];
            query    difference_list(DifferenceList) -> DifferencePage [Right(ViewReports)];
            query    closed_shift_list(ClosedShiftList) -> ClosedShiftPage [Right(ViewReports)];
            query    shift_documents(ShiftDocuments) -> DocumentPage [Right(ViewReports)];
            query    journal_list(JournalList) -> JournalPage [Right(ViewReports)];
            query    journal_filters(Empty) -> JournalFilters [Right(ViewReports)];

            query    archive_list(ArchiveList) -> ArchivePage [Right(ViewReports)];
            query    archive_open(ArchiveOpen) -> ArchiveOpened [Right(ViewReports)];
            query    archive_settings(Empty) -> ArchiveSettings [Right(ViewReports)];
            mutation archive_settings_save(ArchiveSettingsSave) -> ArchiveSettings [Right(ManageOptions)];
            mutation archive_create(ArchiveCreate) -> Vec<ArchiveWaiting> [Right(ManageOptions)];
            mutation archive_remake(ArchiveRef) -> ArchiveView [Right(ManageOptions)];
            mutation archive_export(ArchiveExport) -> ArchiveExported [Right(ManageOptions)];
            query    archive_part(ArchivePartOf) -> ArchivePart [Right(ManageOptions)];
            query    verification_report(ReportLanguage) -> FileContent [Right(ViewReports)];

            query    backup_overview(Empty) -> BackupOverview [Right(ViewReports)];
            query    backup_job(Empty) -> Option<BackupJob> [SignedIn];
            mutation backup_start(Empty) -> BackupJob [SignedIn];
            mutation backup_cancel(Empty) -> Empty [Right(ManageOptions)];
            mutation backup_settings_save(BackupSettingsSave) -> BackupSettings [Right(ManageOptions)];
            mutation drill_start(Empty) -> BackupJob [Right(ManageOptions)];
            query    restore_files(BackupFolder) -> Vec<BackupFile> [Right(ManageOptions)];
            mutation restore_check(RestoreChoice) -> RestoreState [Right(ManageOptions)];
            mutation restore_apply(Empty) -> RestoreState [Right(ManageOptions)];
            query    rescue_view(BackupFolder) -> RescueView [Public];
            mutation rescue_check(RestoreChoice) -> RestoreState [Public];
            mutation rescue_apply(Empty) -> RestoreState [Public];

            query    accounting_plan(Empty) -> AccountingPlan [Right(ViewReports)];
            mutation accounting_plan_save(AccountingPlanSave) -> AccountingPlan [Right(ManageOptions)];
            query    accounting_preview(AccountingPeriod) -> AccountingPreview [Right(ViewReports)];
            query    accounting_batches(Empty) -> AccountingBatches [Right(ViewReports)];
            mutation accounting_export(AccountingPeriod) -> AccountingBatch [Right(ManageOptions)];
            query    accounting_file(AccountingFileRef) -> FileContent [Right(ManageOptions)];
            query    accounting_report(AccountingPeriod) -> AccountingReport [Right(ViewReports)];
            query    accounting_report_file(AccountingPeriod) -> FileContent [Right(ViewReports)];
            query    truth_day(DayRef) -> DayTruth [Right(ViewReports)];
            query    truth_month(MonthRef) -> Vec<TruthDay> [Right(ViewReports)];
            query    truth_tickets(TruthTickets) -> TruthTicketPage [Right(ViewReports)];
            query    ereport_list(EReportList) -> Vec<EReportPeriod> [Right(ViewReports)];
            query    ereport_view(AccountingPeriod) -> EReportView [Right(ViewReports)];
            mutation ereport_compute(AccountingPeriod) -> EReportView [Right(ManageOptions)];
            query    ereport_file(EReportFileRef) -> FileContent [Right(ManageOptions)];
            mutation balance_correct(BalanceCorrection) -> CustomerAccount [Right(AddCredit)];

            query    sale_readiness(Empty) -> SaleReadiness [SignedIn];
            mutation clock_confirm(Empty) -> SaleReadiness [Right(CloseAnyShift)];
            mutation clock_accept(Empty) -> SaleReadiness [Right(ManageOptions)];
            query    closing_overview(Empty) -> ClosingOverview [Right(ViewReports)];
            query    closing_list(ClosingList) -> ClosingPage [Right(ViewReports)];
            query    closing_open(ClosingRef) -> ClosingDetail [Right(ViewReports)];
            query    closing_ticket(ClosingRef) -> TicketPreview [Right(ViewReports)];
            mutation closing_print(ClosingRef) -> PrintJobView [Right(ViewReports)];
            mutation day_close(DayClose) -> ClosingOverview [Right(CloseAnyShift)];
            mutation closing_rules_save(ClosingRules) -> ClosingRules [Right(ManageOptions)];

            query    books_health(Empty) -> BooksHealth [Right(ViewReports)];
            query    restore_examine(RestoreSource) -> RestoreFound [Right(ManageWorkstations)];
            mutation restore_fetch(RestoreSource) -> BooksHealth [Right(ManageWorkstations)];
            mutation gap_declare(GapDeclare) -> BooksHealth [Right(ManageWorkstations)];
            mutation key_rotate(WorkstationRef) -> BooksHealth [Right(ManageWorkstations)];
            mutation key_replace(KeyReplace) -> BooksHealth [Right(ManageWorkstations)];
            mutation key_slip_print(WorkstationRef) -> PrintJobView [Right(ManageWorkstations)];
            mutation integrity_acknowledge(WorkstationRef) -> BooksHealth [Right(ManageWorkstations)];
            query    integrity_progress(Empty) -> IntegrityProgress [Right(ViewReports)];
            mutation integrity_start(Empty) -> IntegrityProgress [Right(ViewReports)];
            mutation integrity_cancel(Empty) -> Empty [Right(ViewReports)];
            query    integrity_tables(ReportLanguage) -> TableReport [Right(ViewReports)];

            query    customer_display(Empty) -> DisplayView [Display];
            query    diagnostics(DiagnosticsOf) -> Diagnostics [SignedIn];
            mutation timing_report(TimingReport) -> Empty [SignedIn];
            mutation diagnostics_print(DiagnosticsOf) -> PrintJobView [Right(ManagePrinting)];
        }
    };
}

/// Turns the bracket of the list into a [`Need`].
#[macro_export]
macro_rules! need {
    (Public) => {
        $crate::Need::Public
    };
    (SignedIn) => {
        $crate::Need::SignedIn
    };
    (Display) => {
        $crate::Need::Display
    };
    (Right($right:ident)) => {
        $crate::Need::Right(domain::permission::Permission::$right)
    };
}

macro_rules! kind {
    (query) => {
        CommandKind::Query
    };
    (mutation) => {
        CommandKind::Mutation
    };
    (change) => {
        CommandKind::Mutation
    };
}

macro_rules! table {
    ($($kind:ident $name:ident($request:ty) -> $response:ty [$($need:tt)+];)+) => {
        /// Every command with its kind, permission and request schema.
        #[must_use]
        pub fn command_table() -> Vec<CommandInfo> {
            use crate::types::*;
            vec![$( CommandInfo {
                name: stringify!($name),
                kind: kind!($kind),
                need: need!($($need)+),
                request: schemars::schema_for!($request),
            } ),+]
        }
    };
}

for_each_command!(table);
