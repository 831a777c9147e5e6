//! How operations are written: header, hash chain, payload (sync.md §3).

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Actor, MasterEntity, Op};
use crate::error::{Error, Result};
use crate::tx::Stamp;

/// Flag of the last operation of a transaction: pages and relays never cut inside one.
pub const FLAG_LAST: i64 = 1;

/// Stream of master data.
const STREAM_MASTER: i64 = 1;
/// Stream of what tills do.
const STREAM_TILL: i64 = 2;

const TERMINAL_ENROLLED: i64 = 40;
const FISCAL_RECORDED: i64 = 41;
const SHIFT_OPENED: i64 = 50;
const SHIFT_CLOSED: i64 = 51;
const CASH_MOVED: i64 = 52;
const SALE_SEALED: i64 = 60;
const SALE_ABANDONED: i64 = 61;
const DOCUMENT_PRINTED: i64 = 62;
const INVOICE_ISSUED: i64 = 63;
const DOCUMENT_SENT: i64 = 64;
const STOCK_SET: i64 = 70;
const PAYMENT_CORRECTED: i64 = 75;
const PERIOD_CLOSED: i64 = 71;
const CLOCK_ACCEPTED: i64 = 72;
const KEY_CHANGED: i64 = 77;
const GAP_DECLARED: i64 = 78;
const MISSING_DECLARED: i64 = 80;
const MISSING_SETTLED: i64 = 81;
const ACCOUNTING_EXPORTED: i64 = 82;
const EREPORT_COMPUTED: i64 = 83;
const BALANCE_CORRECTED: i64 = 84;
const LABEL_REPORTED: i64 = 85;
const LABEL_SETTLED: i64 = 86;
const ACCOUNT_CREDITED: i64 = 90;

/// The clear part of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    pub dv: i64,
    pub dseq: i64,
    pub st: i64,
    pub kind: i64,
    pub ver: i64,
    pub hlc: i64,
    pub flags: i64,
}

impl Header {
    /// The row of an operation with this header.
    pub fn row(self, payload: String, hash: &[u8; 32]) -> OpRow {
        let Self { dv, dseq, st, kind, ver, hlc, flags } = self;
        OpRow { dv, dseq, st, kind, ver, hlc, flags, hash: hash.to_vec(), payload }
    }

    /// BLAKE3(previous hash ‖ header ‖ payload hash); integers little-endian.
    pub fn hash(&self, previous: &[u8; 32], phash: &[u8; 32]) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(previous);
        for field in [self.dv, self.dseq, self.st, self.kind, self.ver, self.hlc, self.flags] {
            hasher.update(&field.to_le_bytes());
        }
        *hasher.update(phash).finalize().as_bytes()
    }
}

/// A row of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpRow {
    /// Device number.
    pub dv: i64,
    /// Sequence number on the device.
    pub dseq: i64,
    /// Stream.
    pub st: i64,
    /// Kind.
    pub kind: i64,
    /// Version of the payload.
    pub ver: i64,
    /// Hybrid logical clock.
    pub hlc: i64,
    /// Flags.
    pub flags: i64,
    /// Hash of the chain up to here.
    pub hash: Vec<u8>,
    /// Payload, verbatim.
    pub payload: String,
}

impl OpRow {
    /// True for the last operation of a transaction.
    #[must_use]
    pub const fn ends_transaction(&self) -> bool {
        self.flags & FLAG_LAST == FLAG_LAST
    }
}

/// The hash that a row must have after `previous`: what an auditor recomputes.
#[must_use]
pub fn chain_hash(row: &OpRow, previous: &[u8; 32]) -> [u8; 32] {
    let header = Header {
        dv: row.dv,
        dseq: row.dseq,
        st: row.st,
        kind: row.kind,
        ver: row.ver,
        hlc: row.hlc,
        flags: row.flags,
    };
    header.hash(previous, blake3::hash(row.payload.as_bytes()).as_bytes())
}

#[derive(Serialize)]
struct Written<'a, T> {
    by: &'a Actor,
    at: i64,
    #[serde(rename = "do")]
    what: &'a T,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read<T> {
    by: Actor,
    at: i64,
    #[serde(rename = "do")]
    what: T,
}

impl Op {
    /// The number of the kind, for ever.
    #[must_use]
    pub const fn kind(&self) -> i64 {
        match self {
            Self::Master(set) => set.entity.kind(),
            Self::TerminalEnrolled(_) => TERMINAL_ENROLLED,
            Self::FiscalRecorded(_) => FISCAL_RECORDED,
            Self::ShiftOpened(_) => SHIFT_OPENED,
            Self::ShiftClosed(_) => SHIFT_CLOSED,
            Self::CashMoved(_) => CASH_MOVED,
            Self::SaleSealed(_) => SALE_SEALED,
            Self::SaleAbandoned(_) => SALE_ABANDONED,
            Self::DocumentPrinted(_) => DOCUMENT_PRINTED,
            Self::InvoiceIssued(_) => INVOICE_ISSUED,
            Self::DocumentSent(_) => DOCUMENT_SENT,
            Self::StockSet(_) => STOCK_SET,
            Self::PaymentCorrected(_) => PAYMENT_CORRECTED,
            Self::MissingDeclared(_) => MISSING_DECLARED,
            Self::MissingSettled(_) => MISSING_SETTLED,
            Self::LabelReported(_) => LABEL_REPORTED,
            Self::LabelSettled(_) => LABEL_SETTLED,
            Self::AccountCredited(_) => ACCOUNT_CREDITED,
            Self::AccountingExported(_) => ACCOUNTING_EXPORTED,
            Self::EReportComputed(_) => EREPORT_COMPUTED,
            Self::BalanceCorrected(_) => BALANCE_CORRECTED,
            Self::KeyChanged(_) => KEY_CHANGED,
            Self::GapDeclared(_) => GAP_DECLARED,
            Self::PeriodClosed(_) => PERIOD_CLOSED,
            Self::ClockAccepted(_) => CLOCK_ACCEPTED,
        }
    }

    /// The stream it belongs to.
    #[must_use]
    pub const fn stream(&self) -> i64 {
        if matches!(self, Self::Master(_)) { STREAM_MASTER } else { STREAM_TILL }
    }

    /// The payload to log.
    pub(crate) fn encode(&self, stamp: &Stamp) -> Result<String> {
        let (by, at) = (&stamp.actor, stamp.now_ms);
        let text = match self {
            Self::Master(what) => serde_json::to_string(&Written { by, at, what }),
            Self::TerminalEnrolled(what) => serde_json::to_string(&Written { by, at, what }),
            Self::FiscalRecorded(what) => serde_json::to_string(&Written { by, at, what }),
            Self::ShiftOpened(what) => serde_json::to_string(&Written { by, at, what }),
            Self::ShiftClosed(what) => serde_json::to_string(&Written { by, at, what }),
            Self::CashMoved(what) => serde_json::to_string(&Written { by, at, what }),
            Self::SaleSealed(what) => serde_json::to_string(&Written { by, at, what }),
            Self::SaleAbandoned(what) => serde_json::to_string(&Written { by, at, what }),
            Self::DocumentPrinted(what) => serde_json::to_string(&Written { by, at, what }),
            Self::DocumentSent(what) => serde_json::to_string(&Written { by, at, what }),
            Self::InvoiceIssued(what) => serde_json::to_string(&Written { by, at, what }),
            Self::StockSet(what) => serde_json::to_string(&Written { by, at, what }),
            Self::PaymentCorrected(what) => serde_json::to_string(&Written { by, at, what }),
            Self::MissingDeclared(what) => serde_json::to_string(&Written { by, at, what }),
            Self::MissingSettled(what) => serde_json::to_string(&Written { by, at, what }),
            Self::LabelReported(what) => serde_json::to_string(&Written { by, at, what }),
            Self::LabelSettled(what) => serde_json::to_string(&Written { by, at, what }),
            Self::AccountCredited(what) => serde_json::to_string(&Written { by, at, what }),
            Self::AccountingExported(what) => serde_json::to_string(&Written { by, at, what }),
            Self::EReportComputed(what) => serde_json::to_string(&Written { by, at, what }),
            Self::BalanceCorrected(what) => serde_json::to_string(&Written { by, at, what }),
            Self::KeyChanged(what) => serde_json::to_string(&Written { by, at, what }),
            Self::GapDeclared(what) => serde_json::to_string(&Written { by, at, what }),
            Self::PeriodClosed(what) => serde_json::to_string(&Written { by, at, what }),
            Self::ClockAccepted(what) => serde_json::to_string(&Written { by, at, what }),
        };
        Ok(text?)
    }

    /// Reads a logged operation: what, by whom, when.
    pub fn decode(row: &OpRow) -> Result<(Self, Actor, i64)> {
        if row.ver != 1 {
            return Err(Error::Op(format!("kind {} version {} is not known", row.kind, row.ver)));
        }
        let payload = row.payload.as_str();
        if MasterEntity::from_kind(row.kind).is_some() {
            return read(payload, Self::Master);
        }
        match row.kind {
            TERMINAL_ENROLLED => read(payload, Self::TerminalEnrolled),
            FISCAL_RECORDED => read(payload, Self::FiscalRecorded),
            SHIFT_OPENED => read(payload, Self::ShiftOpened),
            SHIFT_CLOSED => read(payload, Self::ShiftClosed),
            CASH_MOVED => read(payload, Self::CashMoved),
            SALE_SEALED => read(payload, Self::SaleSealed),
            SALE_ABANDONED => read(payload, Self::SaleAbandoned),
            DOCUMENT_PRINTED => read(payload, Self::DocumentPrinted),
            INVOICE_ISSUED => read(payload, Self::InvoiceIssued),
            DOCUMENT_SENT => read(payload, Self::DocumentSent),
            STOCK_SET => read(payload, Self::StockSet),
            PAYMENT_CORRECTED => read(payload, Self::PaymentCorrected),
            MISSING_DECLARED => read(payload, Self::MissingDeclared),
            MISSING_SETTLED => read(payload, Self::MissingSettled),
            LABEL_REPORTED => read(payload, Self::LabelReported),
            LABEL_SETTLED => read(payload, Self::LabelSettled),
            ACCOUNT_CREDITED => read(payload, Self::AccountCredited),
            ACCOUNTING_EXPORTED => read(payload, Self::AccountingExported),
            EREPORT_COMPUTED => read(payload, Self::EReportComputed),
            BALANCE_CORRECTED => read(payload, Self::BalanceCorrected),
            KEY_CHANGED => read(payload, Self::KeyChanged),
            GAP_DECLARED => read(payload, Self::GapDeclared),
            PERIOD_CLOSED => read(payload, Self::PeriodClosed),
            CLOCK_ACCEPTED => read(payload, Self::ClockAccepted),
            other => Err(Error::Op(format!("kind {other} is not known"))),
        }
    }
}

fn read<T: DeserializeOwned>(payload: &str, make: impl FnOnce(T) -> Op) -> Result<(Op, Actor, i64)> {
    let Read { by, at, what } = serde_json::from_str::<Read<T>>(payload)?;
    Ok((make(what), by, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The encoding of the log is frozen: a device of an older version must hash the same bytes.
    #[test]
    fn the_hash_of_a_header_is_pinned() {
        let header = Header { dv: 1, dseq: 2, st: 3, kind: 60, ver: 1, hlc: 65_536, flags: 1 };
        let hash = blake3::Hash::from(header.hash(&[7; 32], blake3::hash(b"{}").as_bytes()));
        assert_eq!(
            hash.to_hex().as_str(),
            "34b694ea10b04b4559b1ee6b7abca202b1ae09cc53286468cc0f3fd2db941c3f"
        );
    }

    #[test]
    fn kinds_keep_their_numbers() {
        let numbers: Vec<i64> = MasterEntity::ALL.iter().map(|e| e.kind()).collect();
        assert_eq!(numbers, (1..=17).collect::<Vec<_>>());
        assert_eq!(
            [TERMINAL_ENROLLED, FISCAL_RECORDED, SHIFT_OPENED, SHIFT_CLOSED, CASH_MOVED],
            [40, 41, 50, 51, 52]
        );
        assert_eq!([SALE_SEALED, SALE_ABANDONED, DOCUMENT_PRINTED], [60, 61, 62]);
        assert_eq!([INVOICE_ISSUED, STOCK_SET], [63, 70]);
        assert_eq!(PAYMENT_CORRECTED, 75);
        assert_eq!([PERIOD_CLOSED, CLOCK_ACCEPTED], [71, 72]);
        assert_eq!([KEY_CHANGED, GAP_DECLARED], [77, 78]);
        assert_eq!([MISSING_DECLARED, MISSING_SETTLED], [80, 81]);
        assert_eq!([ACCOUNTING_EXPORTED, EREPORT_COMPUTED, BALANCE_CORRECTED], [82, 83, 84]);
        assert_eq!([LABEL_REPORTED, LABEL_SETTLED], [85, 86]);
        assert_eq!(ACCOUNT_CREDITED, 90);
    }
}
