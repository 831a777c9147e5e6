//! What a manager watches from a tablet: workstations, differences, closed shifts, the journal. Reading only.

use domain::ids::{ShiftId, WorkstationId};
use domain::money::Money;

use super::{MethodTotal, PrinterSettings, ShiftRow};

contract! {
    /// Every workstation, and the open shifts taken together.
    pub struct Overview {
        /// Workstations in service first, by code.
        pub workstations: Vec<WorkstationOverview>,
        /// The open shifts together: the X report of all workstations.
        pub open: OpenTotals,
    }

    /// A workstation at this moment.
    pub struct WorkstationOverview {
        /// The workstation.
        pub id: WorkstationId,
        /// Short code in ticket numbers.
        pub code: String,
        /// Name.
        pub name: String,
        /// May be used.
        pub active: bool,
        /// Its open shift, with what it has taken so far.
        pub shift: Option<ShiftRow>,
        /// What its drawer must hold now.
        pub expected_cash: Option<Money>,
        /// Its shift was opened on an earlier day (SHF-12).
        pub forgotten: bool,
        /// Its last document.
        pub last_sale: Option<LastSale>,
        /// Its ticket printer.
        pub printer: Option<PrinterHealth>,
    }

    /// The last document of a workstation.
    pub struct LastSale {
        /// Its number.
        pub number: String,
        /// When.
        pub at_ms: i64,
        /// Its total with taxes.
        pub total: Money,
    }

    /// A ticket printer, as its queue shows it: nothing is asked of the device.
    pub struct PrinterHealth {
        /// Where its queue stands.
        pub state: PrinterState,
        /// Why the queue does not move, as a code (see [`super::PrintJobView`]).
        pub problem: Option<String>,
        /// Papers that wait.
        pub waiting: u32,
        /// When a paper last came out.
        pub last_printed_ms: Option<i64>,
        /// How it is reached.
        pub settings: PrinterSettings,
    }

    /// Where the queue of a printer stands.
    #[derive(Copy, Eq)]
    pub enum PrinterState {
        /// Nothing waits, and the last paper came out.
        Ready,
        /// Nothing waits, and nothing was ever printed.
        Untried,
        /// Papers are on their way.
        Printing,
        /// The printer cannot print now.
        Blocked,
        /// A person must say whether a paper came out.
        Unconfirmed,
    }

    /// The open shifts together.
    pub struct OpenTotals {
        /// Open shifts.
        pub shifts: u32,
        /// Tickets.
        pub tickets: u32,
        /// Turnover without taxes.
        pub net: Money,
        /// Turnover with taxes.
        pub total: Money,
        /// What the drawers must hold.
        pub expected_cash: Money,
        /// By payment method, in the order of the largest sum; cash first.
        pub methods: Vec<MethodTotal>,
    }

    /// Which closed shifts did not count right, largest difference first.
    pub struct DifferenceList {
        /// First day of closing («2026-11-21»), in the shop's time zone.
        pub from_day: Option<String>,
        /// Last day, included.
        pub to_day: Option<String>,
        /// Only this workstation.
        pub workstation_id: Option<WorkstationId>,
        /// First row, from 0.
        pub offset: u32,
        /// Rows wanted, at most 200.
        pub limit: u32,
    }

    /// Differences found.
    pub struct DifferencePage {
        /// The rows.
        pub rows: Vec<ShiftRow>,
        /// True when more rows follow.
        pub more: bool,
        /// Closed shifts of the period, right ones included.
        pub closed: u32,
        /// All differences of the period together.
        pub sum: DifferenceSum,
        /// By who opened the shift, most differences first.
        pub by_user: Vec<DifferenceSum>,
        /// By workstation, most differences first.
        pub by_workstation: Vec<DifferenceSum>,
    }

    /// Differences added up.
    pub struct DifferenceSum {
        /// Whose; empty for all together.
        pub name: String,
        /// Shifts with a difference.
        pub count: u32,
        /// Their sum: what is missing against what is too much.
        pub sum: Money,
        /// What was missing, negative or zero.
        pub missing: Money,
        /// What was too much.
        pub extra: Money,
    }

    /// The closed shifts («Z»), newest first.
    pub struct ClosedShiftList {
        /// Only this workstation.
        pub workstation_id: Option<WorkstationId>,
        /// First row, from 0.
        pub offset: u32,
        /// Rows wanted, at most 100.
        pub limit: u32,
    }

    /// Closed shifts found.
    pub struct ClosedShiftPage {
        /// The rows.
        pub rows: Vec<ClosedShift>,
        /// True when more rows follow.
        pub more: bool,
    }

    /// A closed shift and its signed count.
    pub struct ClosedShift {
        /// The shift.
        pub shift: ShiftRow,
        /// Signature extract of the count, as printed on the Z report.
        pub extract: String,
        /// The signature of the count verifies, and the shift still has the figures that were signed.
        pub intact: bool,
    }

    /// What the journal («JET») holds, newest first.
    pub struct JournalList {
        /// Only this workstation.
        pub workstation_id: Option<WorkstationId>,
        /// Only events of this code.
        pub code: Option<u16>,
        /// First day («2026-11-21»), in the shop's time zone.
        pub from_day: Option<String>,
        /// Last day, included.
        pub to_day: Option<String>,
        /// First row, from 0.
        pub offset: u32,
        /// Rows wanted, at most 200.
        pub limit: u32,
    }

    /// Events found.
    pub struct JournalPage {
        /// The rows.
        pub rows: Vec<JournalRow>,
        /// True when more rows follow.
        pub more: bool,
    }

    /// An event of the journal.
    pub struct JournalRow {
        /// Number of the record («JET-C01-00000007»).
        pub number: String,
        /// When.
        pub at_ms: i64,
        /// The workstation.
        pub workstation_id: WorkstationId,
        /// Its name.
        pub workstation: String,
        /// Who; none for what the program did by itself.
        pub operator: Option<String>,
        /// What, as our code.
        pub code: u16,
        /// What, in French, as it was signed.
        pub label: String,
        /// Amounts, numbers, old and new values, as signed.
        pub info: String,
        /// Signature extract of the record.
        pub extract: String,
    }

    /// What the filters of the journal choose from.
    pub struct JournalFilters {
        /// Codes that occur, rising, with the label that was signed.
        pub events: Vec<JournalEvent>,
    }

    /// A kind of event.
    pub struct JournalEvent {
        /// Our code.
        pub code: u16,
        /// Its French label.
        pub label: String,
    }

    /// The tickets of a shift, newest first.
    pub struct ShiftDocuments {
        /// The shift.
        pub shift_id: ShiftId,
        /// First row, from 0.
        pub offset: u32,
        /// Rows wanted, at most 200.
        pub limit: u32,
    }
}
