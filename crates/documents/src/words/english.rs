//! English as used in Canada.

use super::{
    CorrectionWords, InvoiceWords, PaymentWords, SaleWords, ShiftWords, SlipWords, SpeedWords, TraceWords,
    Words,
};
use crate::format::NumberStyle;

impl Words {
    /// English, for shops in Québec whose customer asks for it.
    #[must_use]
    pub const fn english() -> Self {
        Self {
            numbers: NumberStyle::EnglishCanada,
            colon: ": ",
            sale: SALE,
            invoice: INVOICE,
            sheet: super::sheets::ENGLISH,
            payment: PAYMENT,
            trace: TRACE,
            shift: SHIFT,
            slip: SLIP,
            correction: CORRECTION,
            closing: super::closings::ENGLISH,
            key: super::keys::ENGLISH,
            speed: SPEED,
        }
    }
}

pub(super) const SALE: SaleWords = SaleWords {
    ticket: "Invoice",
    workstation: "Register",
    shift: "Shift",
    sold_by: "Served by",
    customer: "Customer",
    walk_in: "walk-in",
    sale: "Sale",
    return_: "Return",
    cancellation: "Cancellation",
    modification: "Modification",
    cancelled_by: "This invoice is cancelled by invoice no.",
    cancels: "This invoice cancels invoice no.",
    modifies: "This invoice amends invoice no.",
    return_of: "Return on invoice no.",
    per: " / ",
    each: " ea.",
    discount: "Discount",
    ticket_discount: "Invoice discount",
    on_site: "For here",
    takeaway: "To go",
    delivered: "Delivery",
    eco_contribution: "incl. eco fee",
    articles: "Items",
    lines: "Lines",
    subtotal: "Subtotal",
    total: "TOTAL",
    tax_rate: "Rate",
    net: "Before tax",
    tax: "Tax",
    gross: "Total",
    tax_total: "Total",
    note: "Note",
    vat_id: "VAT",
    gst_id: "GST",
    qst_id: "QST",
    phone: "Tel.",
};

pub(super) const INVOICE: InvoiceWords = InvoiceWords {
    title: "INVOICE",
    number: "Invoice no.",
    of_ticket: "Ticket no.",
    ticket_cancelled: "The ticket of this invoice is cancelled by ticket no.",
    supplied_on: "Date of sale",
    due_on: "Payable by",
    unit_net: "Unit price excl. tax",
    before_tax: "Prices exclude tax",
    total_net: "TOTAL EXCL. TAX",
    siren: "SIREN",
    siret: "SIRET",
    vat_id: "VAT no.",
};

const PAYMENT: PaymentWords = PaymentWords {
    cash_received: "Cash received",
    cash_refunded: "Cash refunded",
    change: "Change",
    rounding: "Rounding (cash)",
    payable_in_cash: "Payable in cash",
    reference: "Ref.",
};

const TRACE: TraceWords = TraceWords {
    original: "Original",
    duplicate: "Duplicate",
    duplicate_no: "DUPLICATE no.",
    print_no: "Printed copy no.",
    preview: "Preview - not a printed copy",
    signature: "Sign.",
    software: "Software",
};

const SHIFT: ShiftWords = ShiftWords {
    x_title: "X REPORT - SHIFT IN PROGRESS",
    z_title: "Z REPORT - END OF SHIFT",
    z_no: "Z no.",
    opened: "Opened",
    closed: "Closed",
    still_open: "Shift still open",
    printed: "Issued",
    approved_by: "Approved by",
    sales: "Sales",
    tickets: "invoices",
    returns: "Returns",
    discounts: "Discounts",
    turnover: "Net sales, taxes included",
    average_basket: "Average basket",
    tax_header: "Taxes",
    payments: "PAYMENTS",
    drawer: "DRAWER",
    opening_float: "Opening float",
    cash_sales: "+ cash sales",
    cash_refunds: "- refunds",
    cash_in: "+ cash in",
    cash_out: "- cash out",
    expected: "= expected",
    counted: "counted",
    difference: "DIFFERENCE",
    to_bank: "Bank deposit",
    left: "Float left",
    cancellations: "Cancellations",
    drawer_openings: "No-sale openings",
    duplicates: "Duplicates",
    period_total: "Period grand total",
    perpetual_total: "Perpetual grand total",
    first_ticket: "First invoice",
    last_ticket: "Last invoice",
    signature_extract: "Signature (extract)",
    note: "Note",
};

const SLIP: SlipWords = SlipWords {
    cash_in: "CASH IN",
    cash_out: "CASH OUT",
    number: "No.",
    amount: "Amount",
    reason: "Reason",
    operator: "Operator",
    note: "Note",
    signature: "Signature",
    test_title: "TEST PAGE",
    test_printer: "Printer",
    test_address: "Address",
    test_bold: "Bold characters",
    test_width: "Columns",
};

const CORRECTION: CorrectionWords = CorrectionWords {
    title: "PAYMENT CORRECTION",
    taken_back: "Taken back from",
    put: "Put on",
    ticket_stays: "The ticket stays as it was validated.",
    of_shift: "PAYMENT CORRECTIONS",
    of_drawer: "± corrections",
};

pub(super) const SPEED: SpeedWords = SpeedWords {
    title: "SPEED RECEIPT",
    since: "Measured since",
    target: "target",
    worst: "slowest",
    scan_to_line: "Scan to line",
    seal: "Validation",
    print: "Printing",
    article_search: "Article search",
    document_search: "Invoice search",
};
