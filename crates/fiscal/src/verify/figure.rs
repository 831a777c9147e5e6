//! Which figure of a record is wrong.

/// A column that repeats the payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the variants are the columns of FiscalRecord")]
pub enum Column {
    TerminalId,
    Chain,
    DocNo,
    Kind,
    TsUtc,
    TsLocal,
    UtcOffset,
    OperatorId,
    Total,
    Vat,
    Layout,
    SwVersion,
    FiscalVersion,
}

/// A figure of a ticket that does not follow from its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketFigure {
    /// An amount or a rate is beyond what the program can have written.
    Range,
    /// Number of lines, or their numbering.
    LineCount,
    /// Line `n`: what it stands for, its amount, its discounts, its total.
    LineTotal {
        /// The line.
        n: i64,
    },
    /// The discount of the ticket, its shares, or the sum of all discounts.
    Discounts,
    /// A line or document that is exempt bears a tax, or both state a ground.
    Exemption,
    /// The tax table.
    Vat,
    /// The totals.
    Totals,
    /// The payments do not sum to the total, or one does not balance.
    Payments,
}

/// A figure of a closing that does not follow from the records of its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodFigure {
    /// It has no detail at all.
    Missing,
    /// The period it names is none.
    Period,
    /// Its number does not follow.
    Number {
        /// What it should be.
        expected: i64,
    },
    /// Count, numbers or moments of the first and the last ticket.
    Tickets,
    /// Sales.
    Sales,
    /// Returns.
    Returns,
    /// Cancellations.
    Cancellations,
    /// Discounts.
    Discounts,
    /// Payments by method.
    Payments,
    /// Duplicates.
    Duplicates,
    /// Openings of the drawer.
    DrawerOpenings,
}

/// A figure of an archive's record that does not follow from the records it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArchiveFigure {
    /// The period is no period, or longer than twelve months.
    Period,
    /// The range is empty, or does not end before the archive's own record.
    Range,
    /// The archive does not begin after the one before of its type.
    Coverage {
        /// `global_seq` it should begin with.
        expected: i64,
    },
    /// How many records it holds.
    Records,
    /// The link of its last record.
    Link,
    /// Its turnover.
    Total,
    /// Its tax table.
    Vat,
    /// Its perpetual totals.
    Perpetual,
}

/// What is wrong with a settlement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettlementFault {
    /// A leg without the other, or two that do not belong together.
    Pair,
    /// The payment does not balance, is nothing, or beyond what the program can have written.
    Payment,
    /// The document is not one that this workstation made.
    Document,
}

impl Column {
    /// Name of the column.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TerminalId => "terminal_id",
            Self::Chain => "chain",
            Self::DocNo => "doc_no",
            Self::Kind => "kind",
            Self::TsUtc => "ts_utc",
            Self::TsLocal => "ts_local",
            Self::UtcOffset => "utc_off_min",
            Self::OperatorId => "operator_id",
            Self::Total => "ttc_cents",
            Self::Vat => "vat_json",
            Self::Layout => "layout",
            Self::SwVersion => "sw_version",
            Self::FiscalVersion => "fiscal_version",
        }
    }
}
