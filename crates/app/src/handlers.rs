//! One handler per command, named as the command. The router's expansion of the command list finds them here.
#![expect(
    clippy::needless_pass_by_value,
    reason = "every handler has the one signature that the router calls"
)]

mod articles;
mod cash;
mod customers;
mod documents;
mod imports;
mod layouts;
mod payments;
mod printing;
mod sale;
mod sale_lines;
mod session;
mod shift_close;
mod shifts;
mod shop;
mod users;
mod validate;
mod workstations;

pub use articles::{article_save, catalogue_lists, catalogue_search};
pub use cash::{cash_move, drawer_open};
pub use customers::{customer_create, customer_documents, customer_search};
pub use documents::{document_print, document_recent, document_ticket};
pub use imports::{import_analyse, import_cancel, import_start, import_status};
pub use layouts::{layout_current, layout_generate, layout_list};
pub use payments::{payment_add, payment_remove};
pub use printing::{print_job_cancel, print_job_resolve, print_job_retry, print_queue, printer_test};
pub use sale::{
    sale_abandon, sale_current, sale_done_clear, sale_redo, sale_set_customer, sale_set_note,
    sale_set_seller, sale_undo,
};
pub use sale_lines::{
    sale_add_article, sale_remove_line, sale_resolve_code, sale_scan, sale_select_line, sale_set_quantity,
    sale_step_quantity,
};
pub use session::{app_status, session_close, session_current, session_open, sign_in_users};
pub use shift_close::{shift_close, shift_report_print};
pub use shifts::{
    cash_count, shift_check, shift_current, shift_list, shift_open, shift_opening, shift_report, shift_ticket,
};
pub use shop::{shop_create, shop_view};
pub use users::{role_list, user_list, user_save};
pub use validate::sale_validate;
pub use workstations::{
    payment_method_list, workstation_enter, workstation_list, workstation_save, workstation_set_default,
};
