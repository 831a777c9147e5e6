//! Workstations («postes de travail») and the payment methods that they take.

use domain::ids::{CustomerId, LayoutId, MethodId, WorkstationId};
use domain::payment::PaymentKind;

use super::ShiftView;

contract! {
    /// When tickets are printed without being asked for (fiscal.md R-17).
    #[derive(Copy, Eq)]
    pub enum PrintPolicy {
        /// On request only: the French default since 1 August 2023.
        OnRequest,
        /// Always.
        Always,
        /// On request, and proposed first when the law wants a paper.
        AutoForExceptions,
    }

    /// How a ticket printer is reached.
    #[derive(Eq)]
    #[serde(tag = "kind")]
    pub enum PrinterConnection {
        /// A network printer.
        Tcp {
            /// Host name or address.
            host: String,
            /// Port, usually 9100.
            port: u16,
        },
        /// A device file such as `/dev/usb/lp0`, or a plain file.
        File {
            /// Path.
            path: String,
        },
    }

    /// Where a search for printers stands.
    #[derive(Copy, Eq)]
    pub enum PrinterSearchPhase {
        /// None was begun since the program was started.
        Idle,
        /// Addresses are being asked.
        Running,
        /// All were asked.
        Done,
        /// Stopped by a person; what was found stands.
        Cancelled,
    }

    /// A search for printers.
    pub struct PrinterSearch {
        /// Where it stands.
        pub phase: PrinterSearchPhase,
        /// Addresses asked.
        pub done: u32,
        /// Addresses to ask.
        pub total: u32,
        /// What answered, and the device files of this computer.
        pub found: Vec<FoundPrinter>,
    }

    /// Something that may be a ticket printer: a test print says.
    pub struct FoundPrinter {
        /// Its address or device file.
        pub name: String,
        /// How it is reached.
        pub connection: PrinterConnection,
    }

    /// How the printer proves that it printed (hardware.md 1.9).
    #[derive(Copy, Eq)]
    pub enum PrintConfirmation {
        /// Epson process id.
        ProcessId,
        /// Status request behind the data.
        GsR,
        /// Status before and after: proves health, not printing.
        DleEot,
        /// The printer never answers.
        None,
    }

    /// The ticket printer of a workstation.
    #[derive(Eq)]
    pub struct PrinterSettings {
        /// How it is reached.
        pub connection: PrinterConnection,
        /// 48 (80 mm) or 32 (58 mm).
        pub columns: u8,
        /// How it confirms.
        pub confirmation: PrintConfirmation,
        /// A cash drawer is plugged into it.
        pub drawer: bool,
    }

    /// A workstation.
    pub struct WorkstationView {
        /// The workstation.
        pub id: WorkstationId,
        /// Short code in ticket numbers («C01»).
        pub code: String,
        /// Name.
        pub name: String,
        /// Its layout.
        pub layout_id: Option<LayoutId>,
        /// Name of its layout.
        pub layout_name: Option<String>,
        /// Its default customer.
        pub default_customer_id: Option<CustomerId>,
        /// Name of its default customer.
        pub default_customer_name: Option<String>,
        /// The methods it takes, in order.
        pub methods: Vec<PaymentMethodView>,
        /// Its ticket printer.
        pub printer: Option<PrinterSettings>,
        /// When it prints.
        pub print_policy: PrintPolicy,
        /// Customers have a display of their own (C-18).
        pub customer_display: bool,
        /// May be used.
        pub active: bool,
        /// Its open shift.
        pub shift: Option<ShiftView>,
        /// True when it opens by itself on the calling computer.
        pub is_default_here: bool,
    }

    /// Names a workstation.
    pub struct WorkstationRef {
        /// The workstation.
        pub workstation_id: WorkstationId,
    }

    /// Creates (no id) or changes a workstation.
    pub struct WorkstationSave {
        /// The workstation to change.
        pub id: Option<WorkstationId>,
        /// Short code: 1 to 6 letters or digits.
        pub code: String,
        /// Name.
        pub name: String,
        /// Its layout.
        pub layout_id: Option<LayoutId>,
        /// Its default customer.
        pub default_customer_id: Option<CustomerId>,
        /// The methods it takes, in order.
        pub method_ids: Vec<MethodId>,
        /// Its ticket printer.
        pub printer: Option<PrinterSettings>,
        /// When it prints.
        pub print_policy: PrintPolicy,
        /// Customers have a display of their own (C-18).
        pub customer_display: bool,
        /// May be used.
        pub active: bool,
    }

    /// A payment method.
    pub struct PaymentMethodView {
        /// The method.
        pub id: MethodId,
        /// What it is.
        pub kind: PaymentKind,
        /// Name on screen and paper.
        pub name: String,
        /// The letter that chooses it on the payment screen.
        pub letter: String,
        /// The natures of an «Autre» method (PAY-10).
        pub natures: Vec<String>,
    }
}
