//! The printed tickets as typed data.
//!
//! The structures hold raw values as they were recorded. They never compute: every total, count and difference
//! that is printed was decided by the use case that recorded it. Each has a `lay_out` that places the values on
//! paper (ux.md 4.3).

mod cash;
mod closing;
mod closing_layout;
mod common;
mod common_layout;
mod correction;
mod correction_layout;
mod invoice_sheet;
mod invoice_texts;
mod key_slip;
mod line_layout;
mod sale;
mod sale_layout;
mod shift;
mod shift_layout;
mod slip_layout;
mod speed;
mod speed_layout;
mod test_page;

pub use cash::{CashDirection, CashSlip};
pub use closing::{ClosedPeriod, ClosingTicket};
pub use common::{LocalDateTime, PrintNumber, Registration, Seal, SellerIdentity, Software};
pub use correction::CorrectionSlip;
pub use invoice_sheet::{Alignment, Amount, Column, Fact, InvoiceSheet, Party, SheetRow, SheetTable};
pub use key_slip::KeySlip;
pub use sale::{
    InvoicePart, LineDiscount, LinkedTicket, NetPrice, Operation, SaleTicket, TicketCustomer, TicketLine,
    TicketPayment,
};
pub use shift::{
    CountedAmount, DrawerReport, MethodTotal, PaymentMoved, ShiftEvents, ShiftReportKind, ShiftTicket,
    ZFiscal,
};
pub use speed::{SpeedReceipt, SpeedRow, TimedStep};
pub use test_page::TestPage;
