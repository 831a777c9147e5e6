//! One handler per command, named as the command. The router's expansion of the command list finds them here.
#![expect(
    clippy::needless_pass_by_value,
    reason = "every handler has the one signature that the router calls"
)]

mod accounts;
mod articles;
mod cash;
mod customers;
mod diagnostics;
mod display;
mod documents;
mod drawer_causes;
mod embedded_codes;
mod exchange;
mod favourites;
mod first_run;
mod imports;
mod invoices;
mod journal;
mod layout_editor;
mod layouts;
mod macro_keys;
mod mail;
mod missing;
mod options;
mod overview;
mod parking;
mod payments;
mod place;
mod price_accuracy;
mod price_lists;
mod pricing;
mod printing;
mod promotions;
mod returns;
mod sale;
mod sale_lines;
mod search;
mod sellers;
mod session;
mod shelf_labels;
pub(crate) mod shift_close;
mod shifts;
mod shop;
mod training;
mod users;
mod validate;
mod workstations;

pub use accounts::{credit_add, customer_account, customer_save};
pub use articles::{article_save, catalogue_lists, catalogue_search};
pub use cash::{cash_move, drawer_open, drawer_test};
pub use customers::{customer_create, customer_documents, customer_search};
pub use diagnostics::{diagnostics, diagnostics_print, timing_report};
pub use display::customer_display;
pub use documents::{document_print, document_recent, document_ticket};
pub use drawer_causes::drawer_causes;
pub use embedded_codes::{embedded_rule_list, embedded_rule_order, embedded_rule_save, embedded_test};
pub use exchange::{exchange_remove, exchange_start, exchange_validate};
pub use favourites::favourites_create;
pub use first_run::{
    country_profile, first_run, first_run_finish, first_run_move, registration_check, sample_users,
    shop_create_sample,
};
pub use imports::{import_analyse, import_cancel, import_start, import_status};
pub use invoices::{
    invoice_check, invoice_issue, invoice_validate, payment_write_off, sale_exempt, sale_exempt_line,
};
pub use journal::{journal_filters, journal_list};
pub use layout_editor::{layout_delete, layout_open, layout_save};
pub use layouts::{layout_current, layout_generate, layout_list};
pub use mail::{
    document_recipient, document_send, mail_job_cancel, mail_job_retry, mail_queue, mail_settings,
    mail_settings_save, mail_test,
};
pub use missing::{missing_add, missing_list, missing_settle, price_check};
pub use options::{fee_type_list, fee_type_save, shop_options, shop_options_save};
pub use overview::{closed_shift_list, difference_list, shift_documents, workstation_overview};
pub use parking::{parked_discard, parked_sales, sale_park, sale_recall};
pub use payments::{payment_add, payment_remove};
pub use price_accuracy::{price_accuracy_check, price_accuracy_terms, sale_correct_price};
pub use price_lists::{price_list_list, price_list_save};
pub use pricing::{sale_add_fee, sale_set_discount, sale_set_line_discount, sale_set_service};
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
pub use session::{app_status, session_close, session_current, session_open, sign_in_users};
pub(crate) use session::{journal_sign_in, session_view};
pub use shelf_labels::{shelf_label_list, shelf_label_settle};
pub use shift_close::{shift_close, shift_report_print};
pub use shifts::{
    cash_count, shift_check, shift_current, shift_list, shift_open, shift_opening, shift_report, shift_ticket,
};
pub use shop::{shop_create, shop_view};
pub use training::training_enter;
pub use users::{role_list, user_list, user_save};
pub use validate::sale_validate;
pub(crate) use workstations::enrol_terminal;
pub use workstations::{
    payment_method_list, workstation_enter, workstation_list, workstation_save, workstation_set_default,
};
