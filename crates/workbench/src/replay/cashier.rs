//! The cashier of a replay: sells, pays and closes by the same commands as the windows.

use std::collections::HashMap;
use std::sync::Arc;

use api::types::{
    ArticleSave, ArticleView, CatalogueLists, Empty, LayoutGenerate, LayoutSummary, PaymentAdd,
    PaymentMethodView, SaleDone, SaleResolveCode, SaleScan, SaleValidate, SaleView, ShiftClose, ShiftRef,
    ShiftReport, ShopCreate, ShopIdentity,
};
use app::{Client, ManualClock};
use domain::country::Country;
use domain::ids::TaxCategoryId;
use domain::money::{Money, UnitPrice};
use domain::payment::PaymentKind;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use tabular::tickets::{LocalDateTime, Ticket};

use super::prices::{price_of, rate_of};
use crate::{Failure, fault, shop};

/// Cash in the drawer each morning.
const FLOAT: Money = Money(10_000);
/// PIN of the shop's manager.
const PIN: &str = "1234";

/// What the program answered, added up.
#[derive(Clone, Copy, Debug, Default)]
pub struct Totals {
    /// Tickets.
    pub tickets: i64,
    /// Their totals.
    pub revenue: Money,
    /// VAT of the shift reports.
    pub vat: Money,
}

/// A cashier.
pub struct Cashier {
    client: Client,
    clock: Arc<ManualClock>,
    cash: PaymentMethodView,
    card: PaymentMethodView,
    taxes: HashMap<String, TaxCategoryId>,
    day: Option<(u16, u8, u8)>,
    totals: Totals,
}

/// Creates the shop, with the first item so that a layout can be made.
pub fn found_shop(client: &mut Client, first: &Ticket) -> Result<(), Failure> {
    let text = str::to_owned;
    let identity = ShopIdentity {
        legal_name: text("Boulangerie rejouée"),
        trading_name: String::new(),
        legal_form: String::new(),
        neq: String::new(),
        address: text("1 rue du Fournil"),
        postcode: text("33000"),
        city: text("Bordeaux"),
        siret: text("73282932000074"),
        naf: text("1071C"),
        vat_number: text("FR44732829320"),
        tps_number: String::new(),
        tvq_number: String::new(),
        phone: String::new(),
    };
    let create = ShopCreate {
        country: Country::France,
        identity,
        manager_name: text("Rejeu"),
        manager_pin: text(PIN),
        workstation_name: text("Caisse 01"),
        logo: None,
    };
    let _: Empty = client.call("shop_create", create).map_err(fault)?;
    shop::sign_in(client, PIN)?;
    let item = first.items.first().ok_or("the first ticket is empty")?;
    let price = price_of(item);
    let rate = rate_of(item).trim_start_matches("TVA ");
    let row = format!(
        "code;nom;rayon;prix;tva\n\"{item}\";\"{item}\";Boulangerie;{},{:02};{rate}\n",
        price.0 / 100,
        price.0 % 100
    );
    shop::import(client, "premier.csv", row.as_bytes())?;
    let _: LayoutSummary =
        client.call("layout_generate", LayoutGenerate { name: text("Boulangerie") }).map_err(fault)?;
    Ok(())
}

/// The moment of a ticket on the shop's clock, in UTC.
pub fn utc_ms(at: LocalDateTime) -> Result<i64, Failure> {
    let small = |n: u8| i8::try_from(n).unwrap_or(0);
    let year = i16::try_from(at.year)?;
    let local = DateTime::new(
        year,
        small(at.month),
        small(at.day),
        small(at.hour),
        small(at.minute),
        small(at.second),
        0,
    )?;
    let zone = TimeZone::get(Country::France.time_zone())?;
    Ok(local.to_zoned(zone)?.timestamp().as_millisecond())
}

impl Cashier {
    /// A cashier who is signed in.
    pub fn new(client: Client, clock: Arc<ManualClock>) -> Result<Self, Failure> {
        let lists: CatalogueLists = client.call("catalogue_lists", Empty {}).map_err(fault)?;
        let taxes = lists.tax_categories.into_iter().map(|t| (t.name, t.id)).collect();
        let (cash, card) =
            (shop::method(&client, PaymentKind::Cash)?, shop::method(&client, PaymentKind::CardStandalone)?);
        Ok(Self { client, clock, cash, card, taxes, day: None, totals: Totals::default() })
    }

    /// The client behind it.
    pub const fn client(&self) -> &Client {
        &self.client
    }

    /// What the program answered.
    pub const fn totals(&self) -> Totals {
        self.totals
    }

    /// Sells one transaction at its time; a new day closes the shift and opens the next.
    pub fn sell(&mut self, ticket: &Ticket) -> Result<(), Failure> {
        if self.day != Some(ticket.at.date()) {
            self.close_day()?;
            self.clock.set(utc_ms(ticket.at)?);
            shop::confirm_date(&self.client)?;
            shop::open_shift(&self.client, FLOAT)?;
            self.day = Some(ticket.at.date());
        }
        self.clock.set(utc_ms(ticket.at)?);
        let mut sale: Option<SaleView> = None;
        for item in &ticket.items {
            sale = Some(self.scan(item)?);
        }
        let due = sale.ok_or("a ticket without items")?.due;
        let done: SaleDone = self.client.call("sale_validate", self.payment(due)).map_err(fault)?;
        self.totals.tickets += 1;
        self.totals.revenue += done.total;
        Ok(())
    }

    /// Scans an item; an unknown one becomes an article, as the cashier would do from the red line.
    fn scan(&self, item: &str) -> Result<SaleView, Failure> {
        let scan = SaleScan { code: item.to_owned(), quantity: None };
        let sale: SaleView = self.client.call("sale_scan", scan).map_err(fault)?;
        let Some(pending) = sale.lines.iter().find(|l| !l.known) else { return Ok(sale) };
        let article = ArticleSave {
            id: None,
            code: item.to_owned(),
            name: item.to_owned(),
            unit: String::new(),
            unit_price: UnitPrice::from_money(price_of(item)),
            list_prices: None,
            next_price: None,
            tax_category_id: *self.taxes.get(rate_of(item)).ok_or("no such tax category")?,
            on_site_tax_category_id: None,
            delivered_tax_category_id: None,
            department_id: None,
            barcodes: Vec::new(),
            stocked: false,
            durable: false,
            active: true,
        };
        let article: ArticleView = self.client.call("article_save", article).map_err(fault)?;
        let resolve = SaleResolveCode { line_id: pending.id, article_id: article.id };
        self.client.call("sale_resolve_code", resolve).map_err(fault)
    }

    /// Every third customer pays by card, every third hands over a note.
    fn payment(&self, due: Money) -> SaleValidate {
        let (method, amount) = match self.totals.tickets % 3 {
            0 => (&self.card, None),
            1 => (&self.cash, Some(Money((due.0 + 999) / 1000 * 1000))),
            _ => (&self.cash, None),
        };
        let payment =
            PaymentAdd { method_id: method.id, amount, card_last4: None, reference: None, nature: None };
        SaleValidate { payment: Some(payment), leave_unpaid: false, print: false, seen: None }
    }

    /// Closes the day's shift with what the drawer must hold.
    pub fn close_day(&mut self) -> Result<(), Failure> {
        if self.day.take().is_none() {
            return Ok(());
        }
        let report: ShiftReport =
            self.client.call("shift_report", ShiftRef { shift_id: None }).map_err(fault)?;
        let close = ShiftClose {
            shift_id: None,
            counted_cash: report.expected_cash,
            count: Vec::new(),
            float_left: Some(FLOAT),
            note: String::new(),
            print: false,
        };
        let closed: ShiftReport = self.client.call("shift_close", close).map_err(fault)?;
        self.totals.vat += closed.taxes.iter().map(|t| t.amount).sum();
        Ok(())
    }
}
