//! A draft: all columns of a record that do not depend on its place in the chains.
//!
//! Columns and DATA are derived from the payload here and nowhere else. The verifier derives them again from the
//! stored payload, so a column cannot say something else than what was signed.

use domain::ids::WorkstationId;
use domain::money::Money;

use crate::layout::{Fields, RateTotal, rate_totals, vat_json};
use crate::{
    ArchivePayload, BuyerSnapshot, CanonicalJson, Chain, DocumentClass, DuplicatePayload, FiscalRecord,
    Header, JetEvent, Operation, Payload, PerpetualTotals, Scope, SealError, SettlementPayload, Software,
    Stamp, TicketPayload, VatRow,
};

/// A record before it is sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The workstation.
    pub terminal_id: WorkstationId,
    /// Number.
    pub doc_no: String,
    /// Kind, in the vocabulary of the chain.
    pub kind: String,
    /// Moment.
    pub at: Stamp,
    /// The operator, or empty.
    pub operator_id: String,
    /// Total with taxes; zero where the type has none.
    pub total: Money,
    /// Totals per rate.
    pub vat: Vec<RateTotal>,
    /// The snapshot.
    pub payload: CanonicalJson,
    /// What is signed with the snapshot's hash.
    pub fields: Fields,
    /// The program.
    pub software: Software,
}

impl Draft {
    /// The draft of a payload.
    pub fn of(payload: &Payload) -> Result<Self, SealError> {
        let canonical = CanonicalJson::of(payload)?;
        // Derived from the canonical text, as the verifier does: texts that were not NFC are by now.
        let payload: Payload =
            serde_json::from_str(canonical.as_str()).map_err(crate::CanonicalError::from)?;
        Ok(Self { payload: canonical, ..Self::derive(&payload)? })
    }

    /// The draft of a payload that was read from its canonical text, without that text.
    pub(crate) fn derive(payload: &Payload) -> Result<Self, SealError> {
        match payload {
            Payload::Ticket(p) if p.class == DocumentClass::FactureDeTicket => Self::invoice(p),
            Payload::Ticket(p) => Self::ticket(&p.header, p.operation, &p.vat, p.totals.total),
            Payload::TicketV2(p) => Self::ticket(&p.header, p.operation, &p.vat, p.totals.total),
            Payload::TicketV1(p) => Self::ticket(&p.header, p.operation, &p.vat, p.totals.total),
            Payload::Settlement(p) => Ok(Self::settlement(p)),
            Payload::GrandTotal(p) => {
                let subject = p.document.as_ref().unwrap_or(&p.period_key);
                Self::grand_total(&p.header, p.scope, subject, (&p.vat, p.period_total), p.perpetual)
            }
            Payload::GrandTotalV1(p) => {
                let subject = p.document.as_ref().unwrap_or(&p.period_key);
                Self::grand_total(&p.header, p.scope, subject, (&p.vat, p.period_total), p.perpetual)
            }
            Payload::Jet(p) => Ok(Self::jet(&p.header, p.code, &p.label)),
            Payload::JetV1(p) => Ok(Self::jet(&p.header, p.code, &p.label)),
            Payload::Duplicate(p) => Ok(Self::duplicate(p)),
            Payload::Archive(p) => Self::archive(p),
        }
    }

    /// What NF525 signs of a receipt is the same in every schema (fiscal.md 1.3).
    fn ticket(
        header: &Header,
        operation: Operation,
        vat: &[VatRow],
        total: Money,
    ) -> Result<Self, SealError> {
        let vat = rate_totals(vat)?;
        let kind = operation.as_str();
        let fields = Fields::Ticket {
            vat: vat.clone(),
            total,
            ts_local: header.at.ts_local.clone(),
            number: header.number.clone(),
            operation: kind.to_owned(),
        };
        let bare = Self::bare(header, kind, fields);
        Ok(Self { total, vat, ..bare })
    }

    fn invoice(p: &TicketPayload) -> Result<Self, SealError> {
        let vat = rate_totals(&p.vat)?;
        let kind = p.class.as_str();
        let buyer = p.customer.as_ref();
        let of_buyer =
            |field: fn(&BuyerSnapshot) -> Option<String>| buyer.and_then(field).unwrap_or_default();
        let fields = Fields::Facture {
            vat: vat.clone(),
            total: p.totals.total,
            ts_local: p.header.at.ts_local.clone(),
            number: p.header.number.clone(),
            document_type: kind.to_owned(),
            customer_name: of_buyer(|b| Some(b.name.clone())),
            customer_postcode: of_buyer(|b| b.postcode.clone()),
            customer_vat_id: of_buyer(|b| b.vat_id.clone()),
        };
        let bare = Self::bare(&p.header, kind, fields);
        Ok(Self { total: p.totals.total, vat, ..bare })
    }

    fn settlement(p: &SettlementPayload) -> Self {
        let kind = p.kind.as_str();
        let fields = Fields::Reglement {
            amount: p.amount(),
            ts_local: p.header.at.ts_local.clone(),
            number: p.header.number.clone(),
            operation: kind.to_owned(),
            document: p.document.clone().unwrap_or_default(),
        };
        Self { total: p.amount(), ..Self::bare(&p.header, kind, fields) }
    }

    /// What NF525 signs of a grand total is the same in every schema.
    fn grand_total(
        header: &Header,
        scope: Scope,
        subject: &str,
        (vat, period_total): (&[VatRow], Money),
        perpetual: PerpetualTotals,
    ) -> Result<Self, SealError> {
        let vat = rate_totals(vat)?;
        let fields = Fields::GrandTotal {
            vat: vat.clone(),
            period_total,
            perpetual_real: perpetual.real,
            ts_local: header.at.ts_local.clone(),
            subject: subject.to_owned(),
        };
        let bare = Self::bare(header, scope.as_str(), fields);
        Ok(Self { total: period_total, vat, ..bare })
    }

    fn jet(header: &Header, code: u16, label: &str) -> Self {
        let fields = Fields::Jet {
            id: header.number.clone(),
            code,
            label: label.to_owned(),
            ts_local: header.at.ts_local.clone(),
            operator_id: operator_id(header),
            terminal: header.terminal.code.clone(),
        };
        Self::bare(header, &code.to_string(), fields)
    }

    fn archive(p: &ArchivePayload) -> Result<Self, SealError> {
        let vat = rate_totals(&p.vat)?;
        let kind = p.archive_type.as_str();
        let fields = Fields::Archive {
            vat: vat.clone(),
            total: p.total,
            ts_local: p.header.at.ts_local.clone(),
            terminal: p.header.terminal.code.clone(),
            archive_type: kind.to_owned(),
        };
        let bare = Self::bare(&p.header, kind, fields);
        Ok(Self { total: p.total, vat, ..bare })
    }

    fn duplicate(p: &DuplicatePayload) -> Self {
        let fields = Fields::Duplicata {
            id: p.header.number.clone(),
            document_type: p.document_type.as_str().to_owned(),
            reprint_number: p.reprint_number,
            operator_id: operator_id(&p.header),
            ts_local: p.header.at.ts_local.clone(),
            original_number: p.original_number.clone(),
        };
        Self::bare(&p.header, p.document_type.as_str(), fields)
    }

    /// A draft without amounts.
    fn bare(header: &Header, kind: &str, fields: Fields) -> Self {
        Self {
            terminal_id: header.terminal.id,
            doc_no: header.number.clone(),
            kind: kind.to_owned(),
            at: header.at.clone(),
            operator_id: operator_id(header),
            total: Money::ZERO,
            vat: Vec::new(),
            payload: CanonicalJson::default(),
            fields,
            software: header.software.clone(),
        }
    }

    /// True when this is the given technical event.
    pub(crate) fn is_event(&self, event: JetEvent) -> bool {
        matches!(self.fields, Fields::Jet { code, .. } if code == event.code())
    }

    /// The record with the columns that do not depend on its place; the others are empty.
    pub(crate) fn record(&self) -> FiscalRecord {
        FiscalRecord {
            global_seq: 0,
            terminal_id: self.terminal_id.to_string(),
            chain: self.fields.chain(),
            chain_seq: 0,
            doc_no: self.doc_no.clone(),
            kind: self.kind.clone(),
            ts_utc: self.at.ts_utc.clone(),
            ts_local: self.at.ts_local.clone(),
            utc_off_min: self.at.utc_off_min,
            operator_id: self.operator_id.clone(),
            ttc_cents: self.total,
            vat_json: vat_json(&self.vat),
            payload: self.payload.as_str().to_owned(),
            payload_sha256: self.payload.sha256(),
            layout: self.fields.chain().layout().to_owned(),
            prev_sig: String::new(),
            sig: String::new(),
            key_id: String::new(),
            prev_global: String::new(),
            link_global: String::new(),
            sw_version: self.software.version.clone(),
            fiscal_version: self.software.fiscal_version.clone(),
        }
    }
}

fn operator_id(header: &Header) -> String {
    header.operator.as_ref().map(|o| o.id.to_string()).unwrap_or_default()
}

/// The number of a record: `T1-00000001` for tickets, `RG-T1-00000001` for settlements, `AR-T1-00000001` for
/// archives, `JET-T1-00000001` and the like for records that are not documents. These series never restart. Invoices carry the year: [`invoice_number`].
#[must_use]
pub fn document_number(chain: Chain, terminal_code: &str, seq: i64) -> String {
    match chain {
        Chain::Ticket => format!("{terminal_code}-{seq:08}"),
        Chain::Reglement => format!("RG-{terminal_code}-{seq:08}"),
        Chain::Archive => format!("AR-{terminal_code}-{seq:08}"),
        other => format!("{other}-{terminal_code}-{seq:08}"),
    }
}

/// The number of an invoice, `FA-T1-26-000001`: each workstation numbers its own, from 1 in each year of trade
/// . `business_day` is an ISO date.
#[must_use]
pub fn invoice_number(terminal_code: &str, business_day: &str, seq: i64) -> String {
    format!("{}{seq:06}", invoice_series(terminal_code, business_day))
}

/// What the numbers of a workstation's invoices of one year begin with, `FA-T1-26-`.
#[must_use]
pub fn invoice_series(terminal_code: &str, business_day: &str) -> String {
    let year = business_day.get(2..4).unwrap_or_default();
    format!("FA-{terminal_code}-{year}-")
}
