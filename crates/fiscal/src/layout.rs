//! DATA, the text that is signed: the NF525 fields in their order, with the payload's hash before the flag
//! (layout `FR1.*`, fiscal.md 1.3 and 7.2).
//!
//! A new layout is a new module beside this one; this one is kept for ever, to verify what it signed.

mod rates;

use domain::money::Money;
pub use rates::{RateTotal, rate_code, rate_totals, vat_json};

use crate::Chain;

/// More than most texts that are signed.
const CAPACITY: usize = 512;

/// The NF525 fields of a record, before the hash. Texts may contain anything: [`Fields::data`] replaces commas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fields {
    /// `FR1.TICKET`.
    Ticket {
        /// Totals per rate.
        vat: Vec<RateTotal>,
        /// Total with taxes.
        total: Money,
        /// Local time, AAAAMMJJHHMMSS.
        ts_local: String,
        /// Number.
        number: String,
        /// VENTE, RETOUR, ANNULATION.
        operation: String,
    },
    /// `FR1.FACTURE`, credit notes included.
    Facture {
        /// Totals per rate.
        vat: Vec<RateTotal>,
        /// Total with taxes.
        total: Money,
        /// Local time.
        ts_local: String,
        /// Number.
        number: String,
        /// FACTURE, FACTURE_ACOMPTE, AVOIR…
        document_type: String,
        /// Name of the customer.
        customer_name: String,
        /// Postcode of the customer.
        customer_postcode: String,
        /// VAT id of the customer; empty if none.
        customer_vat_id: String,
    },
    /// `FR1.REGLEMENT`. NF525 names no such record; it has the fields of a ticket, and the settled document
    /// after the type.
    Reglement {
        /// Amount, negative for the leg that takes a method back.
        amount: Money,
        /// Local time.
        ts_local: String,
        /// Number.
        number: String,
        /// Kind of settlement.
        operation: String,
        /// Number of the settled document; empty for a payment on account.
        document: String,
    },
    /// `FR1.GT`.
    GrandTotal {
        /// Totals per rate of the period.
        vat: Vec<RateTotal>,
        /// Total of the period.
        period_total: Money,
        /// The real perpetual total (as NPR and EVA sign it; fiscal.md 9.3).
        perpetual_real: Money,
        /// Local time.
        ts_local: String,
        /// Number of the document or name of the period.
        subject: String,
    },
    /// `FR1.DUPLICATA`.
    Duplicata {
        /// Number of the duplicate.
        id: String,
        /// Type of the document.
        document_type: String,
        /// Which duplicate it is, from 1.
        reprint_number: i64,
        /// The operator; empty if none.
        operator_id: String,
        /// Local time.
        ts_local: String,
        /// Number of the original.
        original_number: String,
    },
    /// `FR1.JET`.
    Jet {
        /// Number of the event.
        id: String,
        /// Our code.
        code: u16,
        /// Label.
        label: String,
        /// Local time.
        ts_local: String,
        /// The operator; empty if none.
        operator_id: String,
        /// Code of the workstation.
        terminal: String,
    },
    /// `FR1.ARCHIVE`.
    Archive {
        /// Totals per rate of the archived period.
        vat: Vec<RateTotal>,
        /// Total of the archived period.
        total: Money,
        /// Local time.
        ts_local: String,
        /// Code of the workstation.
        terminal: String,
        /// J, M, E or other.
        archive_type: String,
    },
}

impl Fields {
    /// The chain that the record belongs to.
    #[must_use]
    pub const fn chain(&self) -> Chain {
        match self {
            Self::Ticket { .. } => Chain::Ticket,
            Self::Facture { .. } => Chain::Facture,
            Self::Reglement { .. } => Chain::Reglement,
            Self::GrandTotal { .. } => Chain::Gt,
            Self::Duplicata { .. } => Chain::Duplicata,
            Self::Jet { .. } => Chain::Jet,
            Self::Archive { .. } => Chain::Archive,
        }
    }

    /// DATA: fields, hash of the payload, flag (`N` for the first record of the chain, `O` after), previous
    /// signature.
    #[must_use]
    pub fn data(&self, payload_sha256: &str, prev_sig: &str) -> String {
        let mut data = Data(String::with_capacity(CAPACITY));
        self.write(&mut data);
        let flag = if prev_sig.is_empty() { "N" } else { "O" };
        data.texts([payload_sha256, flag, prev_sig]);
        data.end()
    }

    fn write(&self, data: &mut Data) {
        match self {
            Self::Ticket { vat, total, ts_local, number, operation } => {
                data.breakdown(vat);
                data.number(total.0);
                data.texts([ts_local, number, operation]);
            }
            Self::Facture { vat, total, ts_local, number, document_type, .. } => {
                data.breakdown(vat);
                data.number(total.0);
                data.texts([ts_local, number, document_type]);
                self.customer(data);
            }
            Self::Reglement { amount, ts_local, number, operation, document } => {
                data.number(amount.0);
                data.texts([ts_local, number, operation, document]);
            }
            Self::GrandTotal { vat, period_total, perpetual_real, ts_local, subject } => {
                data.breakdown(vat);
                data.number(period_total.0);
                data.number(perpetual_real.0);
                data.texts([ts_local, subject]);
            }
            Self::Duplicata { id, document_type, reprint_number, operator_id, ts_local, original_number } => {
                data.texts([id, document_type]);
                data.number(*reprint_number);
                data.texts([operator_id, ts_local, original_number]);
            }
            Self::Jet { id, code, label, ts_local, operator_id, terminal } => {
                data.texts([id]);
                data.number(i64::from(*code));
                data.texts([label, ts_local, operator_id, terminal]);
            }
            Self::Archive { vat, total, ts_local, terminal, archive_type } => {
                data.breakdown(vat);
                data.number(total.0);
                data.texts([ts_local, terminal, archive_type]);
            }
        }
    }

    /// The fields that only an invoice has.
    fn customer(&self, data: &mut Data) {
        if let Self::Facture { customer_name, customer_postcode, customer_vat_id, .. } = self {
            data.texts([customer_name, customer_postcode, customer_vat_id]);
        }
    }
}

/// DATA while it is written: each field, with the comma that parts it from the next.
struct Data(String);

impl Data {
    /// Texts; a comma in one is written as a semicolon.
    fn texts<const N: usize>(&mut self, texts: [&str; N]) {
        for text in texts {
            let mut parts = text.split(',');
            self.0.push_str(parts.next().unwrap_or_default());
            for part in parts {
                self.0.push(';');
                self.0.push_str(part);
            }
            self.0.push(',');
        }
    }

    /// Integer minor units, sign kept, no separator; a code; a count.
    fn number(&mut self, number: i64) {
        self.0.push_str(&number.to_string());
        self.0.push(',');
    }

    /// `RRRR:AAAA|RRRR:AAAA`, in the order given.
    fn breakdown(&mut self, vat: &[RateTotal]) {
        for (n, rate) in vat.iter().enumerate() {
            self.0.push_str(if n == 0 { "" } else { "|" });
            self.0.push_str(&rate.rate_code);
            self.0.push(':');
            self.0.push_str(&rate.gross.0.to_string());
        }
        self.0.push(',');
    }

    fn end(mut self) -> String {
        self.0.pop();
        self.0
    }
}
