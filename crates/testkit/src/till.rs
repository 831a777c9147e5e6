//! A signed-in caller that says in one word what takes a request in the program.

use api::types::{
    ArticlePage, ArticleSave, ArticleView, CatalogueLists, CatalogueSearch, DocumentRef, Empty, PaymentAdd,
    PrintJobView, SaleDone, SaleScan, SaleValidate, SaleView, SessionView, ShiftClose, ShiftOpen, ShiftRef,
    ShiftReport, ShiftView, TicketPreview, WorkstationSave, WorkstationView,
};
use api::{Approval, Fault};
use app::Client;
use domain::ids::{DocumentId, MethodId, WorkstationId};
use domain::money::{Money, Quantity, UnitPrice};
use domain::payment::PaymentKind;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A signed-in caller, usually at a workstation.
pub struct Till {
    /// Calls commands.
    pub client: Client,
    /// Who is signed in, and where.
    pub session: SessionView,
}

impl Till {
    /// A caller whose session is open.
    #[must_use]
    pub const fn new(client: Client, session: SessionView) -> Self {
        Self { client, session }
    }

    /// Calls a command that must succeed.
    ///
    /// # Panics
    /// With the fault when it does not.
    pub fn ask<T: DeserializeOwned>(&self, command: &str, request: impl Serialize) -> T {
        self.client.call(command, request).unwrap_or_else(|fault| panic!("{command}: {fault:?}"))
    }

    /// Calls a command that must be refused.
    ///
    /// # Panics
    /// With the answer when it is not.
    #[must_use]
    pub fn refused(&self, command: &str, request: impl Serialize) -> Fault {
        match self.client.call::<Value>(command, request) {
            Ok(answer) => panic!("{command} was not refused: {answer}"),
            Err(fault) => fault,
        }
    }

    /// The same caller with a supervisor who approves.
    #[must_use]
    pub fn approved_by(&self, approval: Approval) -> Client {
        let mut client = self.client.clone();
        client.approval = Some(approval);
        client
    }

    /// The workstation of the session.
    ///
    /// # Panics
    /// When it has none.
    #[must_use]
    pub fn workstation(&self) -> WorkstationView {
        let id = self.session.workstation.as_ref().unwrap().id;
        self.workstations().into_iter().find(|w| w.id == id).unwrap()
    }

    /// All workstations.
    #[must_use]
    pub fn workstations(&self) -> Vec<WorkstationView> {
        self.ask("workstation_list", Empty {})
    }

    /// The id of the workstation with this code.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn workstation_id(&self, code: &str) -> WorkstationId {
        self.workstations().into_iter().find(|w| w.code == code).unwrap().id
    }

    /// Changes the settings of the session's workstation; takes the right to.
    pub fn set_up_workstation(&self, change: impl FnOnce(&mut WorkstationSave)) -> WorkstationView {
        let mut save = Self::save_of(&self.workstation());
        change(&mut save);
        self.ask("workstation_save", save)
    }

    /// The request that saves a workstation as it is.
    #[must_use]
    pub fn save_of(w: &WorkstationView) -> WorkstationSave {
        WorkstationSave {
            id: Some(w.id),
            code: w.code.clone(),
            name: w.name.clone(),
            layout_id: w.layout_id,
            default_customer_id: w.default_customer_id,
            method_ids: w.methods.iter().map(|m| m.id).collect(),
            printer: w.printer.clone(),
            print_policy: w.print_policy,
            customer_display: w.customer_display,
            active: w.active,
        }
    }

    /// Opens a shift with so many cents in the drawer.
    pub fn open_shift(&self, float: i64) -> ShiftView {
        self.ask(
            "shift_open",
            ShiftOpen { opening_float: Money(float), count: Vec::new(), note: String::new() },
        )
    }

    /// Closes the shift of the workstation with so many cents counted.
    pub fn close_shift(&self, counted: i64, note: &str) -> ShiftReport {
        self.ask("shift_close", closing(counted, note))
    }

    /// The report of the workstation's open shift.
    #[must_use]
    pub fn report(&self) -> ShiftReport {
        self.ask("shift_report", ShiftRef { shift_id: None })
    }

    /// The sale in progress.
    #[must_use]
    pub fn sale(&self) -> SaleView {
        self.ask("sale_current", Empty {})
    }

    /// Scans a bar code, or types an article's code.
    pub fn scan(&self, code: &str) -> SaleView {
        self.ask("sale_scan", SaleScan { code: code.to_owned(), quantity: None })
    }

    /// Scans so many units at once.
    pub fn scan_units(&self, code: &str, units: i64) -> SaleView {
        self.ask("sale_scan", SaleScan { code: code.to_owned(), quantity: Some(Quantity::units(units)) })
    }

    /// A payment method of the workstation.
    ///
    /// # Panics
    /// When the workstation does not take it.
    #[must_use]
    pub fn method(&self, kind: PaymentKind) -> MethodId {
        let all = self.workstation().methods;
        all.iter().find(|m| m.kind == kind).unwrap_or_else(|| panic!("{kind:?} is not taken")).id
    }

    /// A payment; none as amount means all that is due.
    #[must_use]
    pub fn payment(&self, kind: PaymentKind, amount: Option<i64>) -> PaymentAdd {
        PaymentAdd {
            method_id: self.method(kind),
            amount: amount.map(Money),
            card_last4: None,
            reference: None,
            nature: None,
        }
    }

    /// Enters a payment.
    pub fn pay(&self, kind: PaymentKind, amount: Option<i64>) -> SaleView {
        self.ask("payment_add", self.payment(kind, amount))
    }

    /// Validates a sale that is paid.
    pub fn validate(&self) -> SaleDone {
        self.ask(
            "sale_validate",
            SaleValidate { payment: None, leave_unpaid: false, print: false, seen: None },
        )
    }

    /// Sells articles for exact cash, in as many calls as a cashier has actions.
    pub fn cash_sale(&self, codes: &[&str]) -> SaleDone {
        for code in codes {
            self.scan(code);
        }
        let payment = Some(self.payment(PaymentKind::Cash, None));
        self.ask("sale_validate", SaleValidate { payment, leave_unpaid: false, print: false, seen: None })
    }

    /// An article by code.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn article(&self, code: &str) -> ArticleView {
        let search = CatalogueSearch { text: code.to_owned(), department_id: None, offset: 0, limit: 200 };
        let page: ArticlePage = self.ask("catalogue_search", search);
        page.rows.into_iter().find(|a| a.code == code).unwrap_or_else(|| panic!("no article {code}"))
    }

    /// The request that saves an article as it is.
    #[must_use]
    pub fn article_save(a: &ArticleView) -> ArticleSave {
        ArticleSave {
            id: Some(a.id),
            code: a.code.clone(),
            name: a.name.clone(),
            unit: a.unit.clone(),
            unit_price: a.unit_price,
            list_prices: Some(a.list_prices.clone()),
            next_price: a.next_price.clone(),
            tax_category_id: a.tax_category_id,
            on_site_tax_category_id: a.on_site_tax_category_id,
            delivered_tax_category_id: a.delivered_tax_category_id,
            department_id: a.department_id,
            barcodes: a.barcodes.clone(),
            stocked: a.stock.is_some(),
            durable: a.durable,
            active: a.active,
        }
    }

    /// Creates an article without stock, at a price in cents, in the tax category of this name.
    ///
    /// # Panics
    /// When there is no such category.
    pub fn new_article(&self, code: &str, cents: i64, tax: &str) -> ArticleView {
        let lists: CatalogueLists = self.ask("catalogue_lists", Empty {});
        let tax = lists.tax_categories.into_iter().find(|t| t.name == tax).unwrap_or_else(|| panic!("{tax}"));
        let save = ArticleSave {
            id: None,
            code: code.to_owned(),
            name: format!("Article {code}"),
            unit: String::new(),
            unit_price: UnitPrice::from_money(Money(cents)),
            list_prices: None,
            next_price: None,
            tax_category_id: tax.id,
            on_site_tax_category_id: None,
            delivered_tax_category_id: None,
            department_id: None,
            barcodes: Vec::new(),
            stocked: false,
            durable: false,
            active: true,
        };
        self.ask("article_save", save)
    }

    /// A ticket on the screen, as text.
    #[must_use]
    pub fn preview(&self, document_id: DocumentId) -> TicketPreview {
        self.ask("document_ticket", DocumentRef { document_id })
    }

    /// Prints a ticket.
    pub fn print(&self, document_id: DocumentId) -> PrintJobView {
        self.ask("document_print", DocumentRef { document_id })
    }
}

fn closing(counted: i64, note: &str) -> ShiftClose {
    ShiftClose {
        shift_id: None,
        counted_cash: Money(counted),
        count: Vec::new(),
        float_left: None,
        note: note.to_owned(),
        print: false,
    }
}
