//! The fixed words of the tickets, per language.
//!
//! Vocabulary is per place, not translated word for word (ux.md 2.2): «espèces» in France is «comptant» in
//! Québec. Names that are data (methods, taxes, articles) come with the ticket.

mod closings;
mod english;
mod english_france;
mod french;
mod french_canada;
mod keys;
mod sheets;

pub use closings::ClosingWords;
pub use keys::KeyWords;
pub use sheets::SheetWords;

use crate::format::NumberStyle;

/// The fixed words of the tickets in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// How numbers and dates are written.
    pub numbers: NumberStyle,
    /// What stands between a label and its value: « : » in French, «: » in English.
    pub colon: &'static str,
    /// Words of the sale ticket.
    pub sale: SaleWords,
    /// Words that only an invoice needs.
    pub invoice: InvoiceWords,
    /// Words of an invoice on A4.
    pub sheet: SheetWords,
    /// Words of the payments.
    pub payment: PaymentWords,
    /// Words of copies and seals.
    pub trace: TraceWords,
    /// Words of the shift report.
    pub shift: ShiftWords,
    /// Words of the cash slip and the test page.
    pub slip: SlipWords,
    /// Words of corrected payments.
    pub correction: CorrectionWords,
    /// Words of the key slip.
    pub key: KeyWords,
    /// Words of the closings.
    pub closing: ClosingWords,
    /// Words of the speed receipt.
    pub speed: SpeedWords,
}

/// Words of the sale ticket.
#[expect(missing_docs, reason = "each field is named after the words it holds")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaleWords {
    pub ticket: &'static str,
    pub workstation: &'static str,
    pub shift: &'static str,
    pub sold_by: &'static str,
    pub customer: &'static str,
    pub walk_in: &'static str,
    pub sale: &'static str,
    pub return_: &'static str,
    pub cancellation: &'static str,
    pub modification: &'static str,
    pub cancelled_by: &'static str,
    pub cancels: &'static str,
    pub modifies: &'static str,
    pub return_of: &'static str,
    pub per: &'static str,
    pub each: &'static str,
    pub discount: &'static str,
    pub ticket_discount: &'static str,
    pub on_site: &'static str,
    pub takeaway: &'static str,
    pub delivered: &'static str,
    pub eco_contribution: &'static str,
    pub articles: &'static str,
    pub lines: &'static str,
    pub subtotal: &'static str,
    pub total: &'static str,
    pub tax_rate: &'static str,
    pub net: &'static str,
    pub tax: &'static str,
    pub gross: &'static str,
    pub tax_total: &'static str,
    pub note: &'static str,
    pub vat_id: &'static str,
    pub gst_id: &'static str,
    pub qst_id: &'static str,
    pub phone: &'static str,
}

/// Words of an invoice («Facture») made from a ticket, and of prices before tax.
#[expect(missing_docs, reason = "each field is named after the words it holds")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceWords {
    pub title: &'static str,
    pub number: &'static str,
    pub of_ticket: &'static str,
    pub ticket_cancelled: &'static str,
    pub supplied_on: &'static str,
    pub due_on: &'static str,
    pub unit_net: &'static str,
    pub before_tax: &'static str,
    pub total_net: &'static str,
    pub siren: &'static str,
    pub siret: &'static str,
    pub vat_id: &'static str,
}

/// Words of the payments.
#[expect(missing_docs, reason = "each field is named after the words it holds")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentWords {
    pub cash_received: &'static str,
    pub cash_refunded: &'static str,
    pub change: &'static str,
    pub rounding: &'static str,
    pub payable_in_cash: &'static str,
    pub reference: &'static str,
}

/// Words of copies and seals.
#[expect(missing_docs, reason = "each field is named after the words it holds")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraceWords {
    pub original: &'static str,
    pub duplicate: &'static str,
    pub duplicate_no: &'static str,
    pub print_no: &'static str,
    pub preview: &'static str,
    pub signature: &'static str,
    pub software: &'static str,
}

/// Words of the shift report.
#[expect(missing_docs, reason = "each field is named after the words it holds")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShiftWords {
    pub x_title: &'static str,
    pub z_title: &'static str,
    pub z_no: &'static str,
    pub opened: &'static str,
    pub closed: &'static str,
    pub still_open: &'static str,
    pub printed: &'static str,
    pub approved_by: &'static str,
    pub sales: &'static str,
    pub tickets: &'static str,
    pub returns: &'static str,
    pub discounts: &'static str,
    pub turnover: &'static str,
    pub average_basket: &'static str,
    pub tax_header: &'static str,
    pub payments: &'static str,
    pub drawer: &'static str,
    pub opening_float: &'static str,
    pub cash_sales: &'static str,
    pub cash_refunds: &'static str,
    pub cash_in: &'static str,
    pub cash_out: &'static str,
    pub expected: &'static str,
    pub counted: &'static str,
    pub difference: &'static str,
    pub to_bank: &'static str,
    pub left: &'static str,
    pub cancellations: &'static str,
    pub drawer_openings: &'static str,
    pub duplicates: &'static str,
    pub period_total: &'static str,
    pub perpetual_total: &'static str,
    pub first_ticket: &'static str,
    pub last_ticket: &'static str,
    pub signature_extract: &'static str,
    pub note: &'static str,
}

/// Words of the cash slip and the test page.
#[expect(missing_docs, reason = "each field is named after the words it holds")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipWords {
    pub cash_in: &'static str,
    pub cash_out: &'static str,
    pub number: &'static str,
    pub amount: &'static str,
    pub reason: &'static str,
    pub operator: &'static str,
    pub note: &'static str,
    pub signature: &'static str,
    pub test_title: &'static str,
    pub test_printer: &'static str,
    pub test_address: &'static str,
    pub test_bold: &'static str,
    pub test_width: &'static str,
}

/// Words of corrected payments.
#[expect(missing_docs, reason = "each field is named after the words it holds")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionWords {
    pub title: &'static str,
    pub taken_back: &'static str,
    pub put: &'static str,
    pub ticket_stays: &'static str,
    pub of_shift: &'static str,
    pub of_drawer: &'static str,
}

/// Words of the speed receipt.
#[expect(missing_docs, reason = "each field is named after the words it holds")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeedWords {
    pub title: &'static str,
    pub since: &'static str,
    pub target: &'static str,
    pub worst: &'static str,
    pub scan_to_line: &'static str,
    pub seal: &'static str,
    pub print: &'static str,
    pub article_search: &'static str,
    pub document_search: &'static str,
}

impl Words {
    /// «label : value» with the language's colon.
    #[must_use]
    pub fn labelled(&self, label: &str, value: &str) -> String {
        format!("{label}{}{value}", self.colon)
    }
}
