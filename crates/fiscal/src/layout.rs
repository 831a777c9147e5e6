//! DATA, the text that is signed: the NF525 fields in their order, with the payload's hash before the flag
//! (layout `FR1.*`, fiscal.md 1.3 and 7.2).
//!
//! A new layout is a new module beside this one; this one is kept for ever, to verify what it signed.

mod rates;

use domain::money::Money;
pub use rates::{RateTotal, rate_code, rate_totals, vat_json};

use crate::Chain;

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
        let flag = if prev_sig.is_empty() { "N" } else { "O" };
        let mut fields = self.fields();
        fields.extend([payload_sha256.to_owned(), flag.to_owned(), prev_sig.to_owned()]);
        fields.iter().map(|f| f.replace(',', ";")).collect::<Vec<_>>().join(",")
    }

    fn fields(&self) -> Vec<String> {
        match self {
            Self::Ticket { vat, total, ts_local, number, operation } => {
                vec![breakdown(vat), cents(*total), ts_local.clone(), number.clone(), operation.clone()]
            }
            Self::Facture {
                vat,
                total,
                ts_local,
                number,
                document_type,
                customer_name,
                customer_postcode,
                customer_vat_id,
            } => {
                let customer = [customer_name, customer_postcode, customer_vat_id];
                let mut fields = vec![breakdown(vat), cents(*total)];
                fields.extend([ts_local, number, document_type].into_iter().chain(customer).cloned());
                fields
            }
            Self::Reglement { amount, ts_local, number, operation, document } => {
                vec![cents(*amount), ts_local.clone(), number.clone(), operation.clone(), document.clone()]
            }
            Self::GrandTotal { vat, period_total, perpetual_real, ts_local, subject } => {
                let amounts = [breakdown(vat), cents(*period_total), cents(*perpetual_real)];
                amounts.into_iter().chain([ts_local.clone(), subject.clone()]).collect()
            }
            Self::Duplicata { id, document_type, reprint_number, operator_id, ts_local, original_number } => {
                let head = [id.clone(), document_type.clone(), reprint_number.to_string()];
                let tail = [operator_id, ts_local, original_number].map(Clone::clone);
                head.into_iter().chain(tail).collect()
            }
            Self::Jet { id, code, label, ts_local, operator_id, terminal } => {
                let head = [id.clone(), code.to_string()];
                head.into_iter().chain([label, ts_local, operator_id, terminal].map(Clone::clone)).collect()
            }
            Self::Archive { vat, total, ts_local, terminal, archive_type } => {
                let head = [breakdown(vat), cents(*total)];
                head.into_iter().chain([ts_local, terminal, archive_type].map(Clone::clone)).collect()
            }
        }
    }
}

/// `RRRR:AAAA|RRRR:AAAA`, in the order given.
fn breakdown(vat: &[RateTotal]) -> String {
    let rates: Vec<_> = vat.iter().map(|r| format!("{}:{}", r.rate_code, r.gross.0)).collect();
    rates.join("|")
}

/// Integer minor units, sign kept, no separator.
fn cents(amount: Money) -> String {
    amount.0.to_string()
}
