//! Shifts («quarts»): opening, report, closing, cash movements.

use domain::ids::{MethodId, ShiftId, WorkstationId};
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::shift::DenominationCount;

use super::PrintJobView;

contract! {
    /// The open shift of a workstation.
    pub struct ShiftView {
        /// The shift.
        pub id: ShiftId,
        /// Its number on the workstation.
        pub number: u32,
        /// The workstation.
        pub workstation_id: WorkstationId,
        /// Who opened it.
        pub opened_by: String,
        /// When.
        pub opened_ms: i64,
        /// Cash in the drawer at opening.
        pub opening_float: Money,
        /// Tickets so far.
        pub tickets: u32,
    }

    /// What the opening dialog shows.
    pub struct ShiftOpening {
        /// Cash left by the last shift, the suggested float.
        pub suggested_float: Option<Money>,
        /// Who closed the last shift.
        pub last_closed_by: Option<String>,
        /// When.
        pub last_closed_ms: Option<i64>,
    }

    /// Opens a shift on the workstation, or joins the open one (SHF-08).
    pub struct ShiftOpen {
        /// Cash in the drawer.
        pub opening_float: Money,
        /// The count behind it; empty when only the total was typed.
        pub count: Vec<DenominationCount>,
        /// Note.
        pub note: String,
    }

    /// Lists shifts, newest first.
    pub struct ShiftList {
        /// Only this workstation.
        pub workstation_id: Option<WorkstationId>,
        /// Only open shifts.
        pub open_only: bool,
        /// First row, from 0.
        pub offset: u32,
        /// Rows wanted, at most 200.
        pub limit: u32,
    }

    /// Shifts found.
    pub struct ShiftPage {
        /// The rows.
        pub rows: Vec<ShiftRow>,
        /// True when more rows follow.
        pub more: bool,
    }

    /// A shift in a list.
    pub struct ShiftRow {
        /// The shift.
        pub id: ShiftId,
        /// Its number on the workstation.
        pub number: u32,
        /// The workstation.
        pub workstation_id: WorkstationId,
        /// Name of the workstation.
        pub workstation_name: String,
        /// Who opened it.
        pub opened_by: String,
        /// When.
        pub opened_ms: i64,
        /// Who closed it.
        pub closed_by: Option<String>,
        /// When.
        pub closed_ms: Option<i64>,
        /// Tickets.
        pub tickets: u32,
        /// Turnover with taxes.
        pub total: Money,
        /// Counted minus expected cash, once closed.
        pub difference: Option<Money>,
        /// Closing note.
        pub note: String,
    }

    /// Names a shift; none means the one of the workstation.
    pub struct ShiftRef {
        /// The shift.
        pub shift_id: Option<ShiftId>,
    }

    /// The end-of-shift report: X while the shift is open, frozen once it is closed.
    pub struct ShiftReport {
        /// The shift.
        pub shift: ShiftRow,
        /// Cash in the drawer at opening.
        pub opening_float: Money,
        /// One row per method (SHF-18).
        pub methods: Vec<MethodTotal>,
        /// One row per tax.
        pub taxes: Vec<TaxRow>,
        /// Turnover without taxes.
        pub net: Money,
        /// Turnover with taxes.
        pub total: Money,
        /// Articles sold, in units of the ticket («Articles : 5»).
        pub articles: u32,
        /// Average ticket with taxes.
        pub average: Money,
        /// Cash put in without a sale.
        pub cash_in: Money,
        /// Cash taken out without a sale.
        pub cash_out: Money,
        /// Cash rounding (Canada).
        pub rounding: Money,
        /// What corrections of payments moved into the drawer's cash, or out of it.
        pub cash_corrected: Money,
        /// Corrections of payments that count in this shift, oldest first.
        pub corrections: Vec<super::PaymentCorrection>,
        /// What the drawer must hold.
        pub expected_cash: Money,
        /// What was counted.
        pub counted_cash: Option<Money>,
        /// Counted minus expected.
        pub difference: Option<Money>,
        /// The count by denomination.
        pub count: Vec<DenominationCount>,
        /// Cash left in the drawer for the next shift.
        pub float_left: Option<Money>,
        /// Sales abandoned before payment.
        pub abandoned: u32,
        /// Drawer openings without a sale.
        pub drawer_openings: u32,
        /// Duplicates printed.
        pub duplicates: u32,
        /// First ticket number.
        pub first_ticket: Option<String>,
        /// Last ticket number.
        pub last_ticket: Option<String>,
        /// Perpetual grand total of the workstation.
        pub perpetual_total: Money,
        /// Movements of cash without a sale.
        pub movements: Vec<CashMovementRow>,
        /// Where the printing of the report stands, once asked for.
        pub print_job: Option<PrintJobView>,
    }

    /// What one method brought in.
    pub struct MethodTotal {
        /// The method.
        pub method_id: MethodId,
        /// What it is.
        pub kind: PaymentKind,
        /// Name; the nature for «Autre» payments.
        pub name: String,
        /// Payments.
        pub count: u32,
        /// Their sum.
        pub total: Money,
    }

    /// One row of a tax table.
    pub struct TaxRow {
        /// Name of the tax.
        pub name: String,
        /// Its letter on tickets.
        pub letter: String,
        /// Its rate.
        pub rate: domain::money::Rate,
        /// What it is computed on.
        pub base: Money,
        /// The tax.
        pub amount: Money,
        /// Both.
        pub gross: Money,
    }

    /// A movement of cash without a sale.
    pub struct CashMovementRow {
        /// When.
        pub at_ms: i64,
        /// Who.
        pub user: String,
        /// Positive into the drawer, negative out of it; zero for an opening.
        pub amount: Money,
        /// Why.
        pub reason: String,
    }

    /// Closes a shift; its totals freeze (SHF-21).
    pub struct ShiftClose {
        /// The shift; none means the one of the workstation.
        pub shift_id: Option<ShiftId>,
        /// Cash counted.
        pub counted_cash: Money,
        /// The count behind it; empty when only the total was typed.
        pub count: Vec<DenominationCount>,
        /// Cash left in the drawer.
        pub float_left: Option<Money>,
        /// Closing note (SHF-20).
        pub note: String,
        /// Print the report.
        pub print: bool,
    }

    /// Adds up a count while it is being typed.
    pub struct CashCount {
        /// The count.
        pub count: Vec<DenominationCount>,
    }

    /// What a count is worth.
    pub struct CashCounted {
        /// The sum.
        pub total: Money,
    }

    /// Compares a count with what the drawer must hold, before closing.
    pub struct ShiftCheck {
        /// The shift; none means the one of the workstation.
        pub shift_id: Option<ShiftId>,
        /// Cash counted.
        pub counted_cash: Money,
    }

    /// Counted against expected.
    pub struct ShiftChecked {
        /// Cash counted.
        pub counted: Money,
        /// What the drawer must hold.
        pub expected: Money,
        /// Counted minus expected.
        pub difference: Money,
        /// Sales put aside, of the whole shop: they do not keep the shift open.
        pub parked: u32,
    }

    /// Cash in (positive) or out (negative), with a reason (CSH-01).
    pub struct CashMove {
        /// The amount.
        pub amount: Money,
        /// Why.
        pub reason: String,
        /// Print a slip.
        pub print: bool,
    }

    /// Opens the drawer of a workstation to see whether it opens.
    pub struct DrawerTest {
        /// The workstation.
        pub workstation_id: WorkstationId,
        /// What the journal says.
        pub reason: String,
    }

    /// Opens the drawer without a sale.
    pub struct DrawerOpen {
        /// Why.
        pub reason: String,
    }
}
