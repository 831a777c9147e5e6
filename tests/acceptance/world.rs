//! What the tests of several modules need beside the test kit.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use api::types::{
    CustomerCreate, CustomerView, DocumentDetail, DocumentRef, Empty, PrintConfirmation, PrintQueue,
    PrinterConnection, PrinterSettings,
};
use api::{Approval, Fault, FaultCode};
use domain::ids::DocumentId;
use domain::permission::Role;
use hwsim::{Options, Printer, PrinterHandle};
use testkit::{Tables, TestShop, Till, differences};

/// What the program writes by itself, whatever it is asked: its backups.
const BY_ITSELF: [&str; 1] = ["backup_run"];

/// A shop in which nothing may change.
pub struct Unchanged<'a> {
    shop: &'a TestShop,
    before: Tables,
}

impl<'a> Unchanged<'a> {
    /// From now on nothing may change.
    pub fn from_now(shop: &'a TestShop) -> Self {
        Self { shop, before: shop.snapshot_except(&BY_ITSELF) }
    }

    /// Carries out a call that must be refused with `code`, and proves that no row of any table changed.
    pub fn refuses(&self, code: FaultCode, call: impl FnOnce() -> Fault) -> Fault {
        let fault = call();
        assert_eq!(fault.code, code, "{fault:?}");
        let changed = differences(&self.before, &self.shop.snapshot_except(&BY_ITSELF));
        assert!(changed.is_empty(), "a refusal wrote {changed:#?}");
        fault
    }
}

/// Carries out a call that must be refused with `code`, and proves that no row of any table changed.
pub fn refuses(shop: &TestShop, code: FaultCode, call: impl FnOnce() -> Fault) -> Fault {
    Unchanged::from_now(shop).refuses(code, call)
}

/// A French shop, and a cashier at C01 with an open shift and 100.00 € in the drawer.
pub fn cashier_with_shift() -> (TestShop, Till) {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    till.open_shift(100_00);
    (shop, till)
}

/// A supervisor's approval, from the PINs of the sample shop.
pub fn approval(shop: &TestShop, role: Role) -> Approval {
    let (user, pin) = shop.user(role);
    Approval { user_id: user.id, pin: pin.to_owned() }
}

/// A customer who has a name and nothing else.
pub fn new_customer(till: &Till, name: &str) -> CustomerView {
    let (phone, email, city) = (String::new(), String::new(), String::new());
    till.ask("customer_create", CustomerCreate { name: name.to_owned(), phone, email, city })
}

/// A simulated printer with a drawer at the workstation of `code`; the print worker runs.
pub fn with_printer(shop: &TestShop, code: &str) -> PrinterHandle {
    let printer = Printer::start(Options::default()).unwrap();
    let manager = shop.till(Role::Manager, code);
    let address = printer.address();
    manager.set_up_workstation(|w| {
        w.printer = Some(PrinterSettings {
            connection: PrinterConnection::Tcp { host: address.ip().to_string(), port: address.port() },
            columns: 48,
            confirmation: PrintConfirmation::ProcessId,
            drawer: true,
        });
    });
    shop.app().start_workers().unwrap();
    printer
}

/// Waits until no job of the workstation waits any more.
pub fn wait_until_printed(till: &Till) -> PrintQueue {
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        let queue: PrintQueue = till.ask("print_queue", Empty {});
        if queue.waiting.is_empty() {
            return queue;
        }
        assert!(Instant::now() < deadline, "not printed: {:?}", queue.waiting);
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Numbers that look random and are the same in each run (xorshift64*).
pub struct Random(u64);

impl Random {
    /// From a seed that is not 0.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) % limit
    }
}

/// A document with what corrects it.
pub fn open(till: &Till, document_id: DocumentId) -> DocumentDetail {
    till.ask("document_open", DocumentRef { document_id })
}

/// A paper as one line of words.
pub fn text_of(till: &Till, document: DocumentId) -> String {
    let text: String = till.preview(document).lines.into_iter().map(|l| l.text + "\n").collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of a PDF file, read by a program that nobody here wrote.
pub fn read_pdf(bytes: &[u8]) -> String {
    let mut reader = Command::new("pdftotext")
        .args(["-layout", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|e| panic!("pdftotext, of the package poppler-utils: {e}"));
    reader.stdin.take().unwrap().write_all(bytes).unwrap();
    String::from_utf8(reader.wait_with_output().unwrap().stdout).unwrap()
}
