//! Stable names of defects, for reports that programs read. A name never changes its meaning.

use super::defect::Defect;
use super::figure::{ArchiveFigure, PeriodFigure, SettlementFault, TicketFigure};

impl Defect {
    /// Its stable name («payload_hash»); that of a figure for what has figures («closing_payments»). The
    /// column of [`Defect::Column`] is named by [`super::Column::as_str`].
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::OtherTerminal => "other_terminal",
            Self::GlobalSequence { .. } => "global_sequence",
            Self::ChainSequence { .. } => "chain_sequence",
            Self::PreviousSignature => "previous_signature",
            Self::PreviousLink => "previous_link",
            Self::Link => "link",
            Self::UnreadablePayload => "unreadable_payload",
            Self::NotCanonical => "not_canonical",
            Self::PayloadHash => "payload_hash",
            Self::Column(_) => "column",
            Self::UnknownKey => "unknown_key",
            Self::KeyNotInForce => "key_not_in_force",
            Self::KeyChangeNotAnnounced => "key_change_not_announced",
            Self::KeyCountersignature => "key_countersignature",
            Self::KeyNotCountersigned => "key_not_countersigned",
            Self::Signature => "signature",
            Self::NotInitialised => "not_initialised",
            Self::Stamp => "stamp",
            Self::ClockBehind { .. } => "clock_behind",
            Self::UnknownEvent { .. } => "unknown_event",
            Self::Ticket(figure) => figure.code(),
            Self::GrandTotalMissing { .. } => "grand_total_missing",
            Self::GrandTotalOfTicket => "grand_total_of_ticket",
            Self::Perpetual { .. } => "perpetual",
            Self::PeriodTotal { .. } => "period_total",
            Self::PeriodVat => "period_vat",
            Self::ClosingDetail(figure) => figure.code(),
            Self::ClosingMissing { .. } => "closing_missing",
            Self::ClosingSkipped { .. } => "closing_skipped",
            Self::PeriodClosed { .. } => "period_closed",
            Self::DocumentNumber { .. } => "document_number",
            Self::InvoicedTicket { .. } => "invoiced_ticket",
            Self::Cancellation { .. } => "cancellation",
            Self::Settlement(figure) => figure.code(),
            Self::Archive(figure) => figure.code(),
            Self::UnknownOriginal { .. } => "unknown_original",
            Self::ReprintNumber { .. } => "reprint_number",
            Self::Exchange => "exchange",
            Self::GapDeclared { .. } => "gap_declared",
            Self::GapUnfounded => "gap_unfounded",
            Self::AnchorBehind { .. } => "anchor_behind",
            Self::Anchor { .. } => "anchor",
        }
    }
}

impl TicketFigure {
    const fn code(self) -> &'static str {
        match self {
            Self::Range => "ticket_range",
            Self::LineCount => "ticket_line_count",
            Self::LineTotal { .. } => "ticket_line_total",
            Self::Discounts => "ticket_discounts",
            Self::Exemption => "ticket_exemption",
            Self::Vat => "ticket_vat",
            Self::Totals => "ticket_totals",
            Self::Payments => "ticket_payments",
        }
    }
}

impl PeriodFigure {
    const fn code(self) -> &'static str {
        match self {
            Self::Missing => "closing_detail_missing",
            Self::Period => "closing_period",
            Self::Number { .. } => "closing_number",
            Self::Tickets => "closing_tickets",
            Self::Sales => "closing_sales",
            Self::Returns => "closing_returns",
            Self::Cancellations => "closing_cancellations",
            Self::Discounts => "closing_discounts",
            Self::Payments => "closing_payments",
            Self::Duplicates => "closing_duplicates",
            Self::DrawerOpenings => "closing_drawer_openings",
        }
    }
}

impl ArchiveFigure {
    const fn code(self) -> &'static str {
        match self {
            Self::Period => "archive_period",
            Self::Range => "archive_range",
            Self::Coverage { .. } => "archive_coverage",
            Self::Records => "archive_records",
            Self::Link => "archive_link",
            Self::Total => "archive_total",
            Self::Vat => "archive_vat",
            Self::Perpetual => "archive_perpetual",
        }
    }
}

impl SettlementFault {
    const fn code(self) -> &'static str {
        match self {
            Self::Pair => "settlement_pair",
            Self::Payment => "settlement_payment",
            Self::Document => "settlement_document",
        }
    }
}
