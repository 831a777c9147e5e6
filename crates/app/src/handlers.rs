//! One handler per command, named as the command. The router's expansion of the command list finds them here.
#![expect(
    clippy::needless_pass_by_value,
    reason = "every handler has the one signature that the router calls"
)]

mod about;
mod accounts;
mod archives;
mod articles;
mod backups;
mod book_reports;
mod bookkeeping;
mod books;
mod cash;
mod closings;
mod customers;
mod diagnostics;
mod display;
mod documents;
mod drawer_causes;
mod embedded_codes;
mod ereports;
mod exchange;
mod favourites;
mod first_run;
mod imports;
mod invoices;
mod journal;
mod layout_editor;
mod layouts;
mod logo;
mod macro_keys;
mod mail;
mod missing;
mod options;
mod overview;
mod parking;
mod payments;
mod place;
mod price_accuracy;
mod price_claims;
mod price_lists;
mod pricing;
mod printer_search;
mod printing;
mod promotions;
mod returns;
mod sale;
mod sale_lines;
mod search;
mod sellers;
mod session;
mod settlements;
mod shelf_labels;
pub(crate) mod shift_close;
mod shifts;
mod shop;
mod training;
mod truth;
mod users;
mod validate;
mod workstation_changes;
mod workstations;

pub use about::{about, attestation, maintenance_record, proof_save};
pub use accounts::{credit_add, customer_account, customer_save};
pub use archives::{
    archive_create, archive_export, archive_list, archive_open, archive_part, archive_remake,
    archive_settings, archive_settings_save, verification_report,
};
pub use articles::{article_save, catalogue_lists, catalogue_search};
pub use backups::{
    backup_cancel, backup_job, backup_overview, backup_settings_save, backup_start, drill_start,
    rescue_apply, rescue_check, rescue_view, restore_apply, restore_check, restore_files,
};
pub use book_reports::{accounting_report, accounting_report_file, balance_correct};
pub use bookkeeping::{
    accounting_batches, accounting_export, accounting_file, accounting_plan, accounting_plan_save,
    accounting_preview,
};
pub use books::{
    books_health, gap_declare, integrity_acknowledge, integrity_cancel, integrity_progress, integrity_start,
    integrity_tables, key_replace, key_rotate, key_slip_print, restore_examine, restore_fetch,
};
pub use cash::{cash_move, drawer_open, drawer_test};
pub use closings::{
    clock_accept, clock_confirm, closing_list, closing_open, closing_overview, closing_print,
    closing_rules_save, closing_ticket, day_close, sale_readiness,
};
pub use customers::{customer_create, customer_documents, customer_search};
pub use diagnostics::{diagnostics, diagnostics_print, timing_report};
pub use display::customer_display;
pub use documents::{document_print, document_recent, document_ticket};
pub use drawer_causes::drawer_causes;
pub use embedded_codes::{embedded_rule_list, embedded_rule_order, embedded_rule_save, embedded_test};
pub use ereports::{ereport_compute, ereport_file, ereport_list, ereport_view};
pub use exchange::{exchange_remove, exchange_start, exchange_start_free, exchange_validate};
pub use favourites::favourites_create;
pub use first_run::{
    country_profile, first_run, first_run_finish, first_run_move, registration_check, sample_users,
    shop_create_sample,
};
pub use imports::{import_analyse, import_cancel, import_start, import_status};
pub use invoices::{
    invoice_check, invoice_file, invoice_issue, invoice_validate, payment_write_off, sale_exempt,
    sale_exempt_line,
};
pub use journal::{journal_filters, journal_list};
pub use layout_editor::{layout_delete, layout_open, layout_save};
pub use layouts::{layout_current, layout_generate, layout_list};
pub use logo::{logo_preview, logo_remove, logo_save, logo_view};
pub use mail::{
    document_recipient, document_send, mail_job_cancel, mail_job_retry, mail_queue, mail_settings,
    mail_settings_save, mail_test,
};
pub use missing::{missing_add, missing_list, missing_settle, price_check};
pub use options::{fee_type_list, fee_type_save, shop_options, shop_options_save};
pub use overview::{closed_shift_list, difference_list, shift_documents, workstation_overview};
pub use parking::{parked_discard, parked_sales, sale_park, sale_recall};
pub use payments::{payment_add, payment_remove};
pub(crate) use place::Place;
pub use price_accuracy::{price_accuracy_check, price_accuracy_terms, sale_correct_price};
pub use price_claims::{price_claim, price_claim_check};
pub use price_lists::{price_list_list, price_list_save};
pub use pricing::{sale_add_fee, sale_set_discount, sale_set_line_discount, sale_set_service};
pub use printer_search::{printer_search, printer_search_cancel, printer_search_start};
pub use printing::{print_job_cancel, print_job_resolve, print_job_retry, print_queue, printer_test};
pub use promotions::{promotion_delete, promotion_end, promotion_list, promotion_save};
pub use returns::{document_cancel, return_check, return_free, return_free_check, return_validate};
pub use sale::{
    sale_abandon, sale_current, sale_done_clear, sale_redo, sale_set_customer, sale_set_note,
    sale_set_seller, sale_undo,
};
pub use sale_lines::{
    sale_add_article, sale_remove_line, sale_resolve_code, sale_scan, sale_select_line, sale_set_line_note,
    sale_set_quantity, sale_step_quantity,
};
pub use search::{document_filters, document_open, document_search};
pub use sellers::{commission_report, courier_list, courier_save, representative_list, representative_save};
pub use session::{app_status, approvers, session_close, session_current, session_open, sign_in_users};
pub(crate) use session::{journal_sign_in, session_view};
pub use settlements::{payment_correct, payment_correction_check, payment_correction_print};
pub use shelf_labels::{shelf_label_list, shelf_label_settle};
pub use shift_close::{shift_close, shift_report_print};
pub use shifts::{
    cash_count, shift_check, shift_current, shift_list, shift_open, shift_opening, shift_report, shift_ticket,
};
pub use shop::{shop_create, shop_identity_save, shop_view};
pub use training::training_enter;
pub use truth::{truth_day, truth_month, truth_tickets};
pub use users::{role_list, user_list, user_save};
pub use validate::sale_validate;
pub(crate) use workstations::enrol_terminal;
pub use workstations::{
    payment_method_list, workstation_enter, workstation_list, workstation_save, workstation_set_default,
};
