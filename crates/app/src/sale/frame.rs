//! What a sale is made in: settings, shift and stock, which change once an hour and are read with every scan.
//!
//! Shared tables are what the operation log makes of them: at the same head of the log they hold the same rows. So
//! what was read at a head is kept for the next change of the cart. Once the log has grown, shift and stock are read
//! again; settings only if master data is among what was added, for every sale adds to the log.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use api::types::{PaymentMethodView, SaleParty, SaleSeller};
use domain::country::Country;
use domain::ids::{ArticleId, WorkstationId};
use domain::money::Quantity;
use domain::payment::PaymentKind;
use store::Db;
use store::tables::catalogue::{self, TaxCategoryRow};
use store::tables::{articles, customers, ops, settings, shelf_labels, shifts};

use super::Offers;
use crate::clock::LocalMoment;
use crate::context::Context;
use crate::error::Result;
use crate::price_accuracy::threshold_on;
use crate::shared::lock;
use crate::views::{self, method, methods_of};

/// The surroundings of the sales of a workstation.
pub struct Frame {
    /// What the shop has decided.
    pub settings: Arc<Settings>,
    /// Labels that are still to be corrected.
    pub wrong_labels: u32,
    /// A shift is open.
    pub shift_open: bool,
    head: i64,
    stock: Mutex<HashMap<ArticleId, Quantity>>,
}

/// What the shop has decided, for a workstation and a day: it changes with master data, never with a sale.
pub struct Settings {
    /// The shop's country.
    pub country: Country,
    /// The workstation.
    pub workstation: WorkstationId,
    /// What it takes, as offered: all but «Pas de règlement».
    pub methods: Vec<PaymentMethodView>,
    /// Who may be chosen as seller.
    pub sellers: Vec<SaleSeller>,
    /// The customer of a sale without one (SHF-11).
    pub default_customer: Option<SaleParty>,
    /// The law binds the shop to its labels.
    pub price_accuracy: bool,
    /// The till asks how a sale is served.
    pub asks_service: bool,
    /// Tax categories with the rates of the day.
    pub tax_categories: Vec<TaxCategoryRow>,
    /// Price lists and promotions of the day.
    pub offers: Offers,
    day: String,
}

impl Frame {
    /// The frame of the session's workstation. A transaction that has written operations sees its own.
    pub fn of(cx: &impl Context) -> Result<Arc<Self>> {
        let workstation = cx.caller().workstation()?;
        if cx.has_emitted() {
            return Ok(Arc::new(Self::read(cx, Arc::new(Settings::read(cx, workstation)?), 0)?));
        }
        let head = ops::head(cx.db())?;
        let known = lock(&cx.shared().frames).get(&workstation).cloned();
        let settings = match known.filter(|frame| frame.settings.are_of(cx.now_ms())) {
            Some(frame) if frame.head == head => return Ok(frame),
            Some(frame) if frame.head < head && !ops::master_since(cx.db(), frame.head)? => {
                Arc::clone(&frame.settings)
            }
            _ => Arc::new(Settings::read(cx, workstation)?),
        };
        let frame = Arc::new(Self::read(cx, settings, head)?);
        lock(&cx.shared().frames).insert(workstation, Arc::clone(&frame));
        Ok(frame)
    }

    fn read(cx: &impl Context, settings: Arc<Settings>, head: i64) -> Result<Self> {
        Ok(Self {
            wrong_labels: if settings.price_accuracy { shelf_labels::count_wrong(cx.db())? } else { 0 },
            shift_open: shifts::open(cx.db(), settings.workstation)?.is_some(),
            settings,
            head,
            stock: Mutex::default(),
        })
    }

    /// Stock on hand of an article.
    pub fn on_hand(&self, db: Db<'_>, article: ArticleId) -> Result<Quantity> {
        if let Some(known) = lock(&self.stock).get(&article) {
            return Ok(*known);
        }
        let level = articles::on_hand(db, article)?;
        lock(&self.stock).insert(article, level);
        Ok(level)
    }
}

impl Settings {
    fn read(cx: &impl Context, workstation: WorkstationId) -> Result<Self> {
        let row = cx.find_workstation(workstation)?;
        let methods = methods_of(cx.db(), &row)?;
        let default = row.default_customer.map(|id| customers::by_id(cx.db(), id)).transpose()?.flatten();
        let country = cx.country()?;
        let day = LocalMoment::of(cx.now_ms(), country).day();
        Ok(Self {
            country,
            workstation,
            methods: methods.iter().filter(|m| m.kind != PaymentKind::OnAccount).map(method).collect(),
            sellers: views::sellers(cx.db())?,
            default_customer: default.map(|c| SaleParty {
                id: c.id,
                name: c.name,
                is_default: true,
                language: c.language,
            }),
            price_accuracy: threshold_on(cx, country, &day)?.is_some(),
            asks_service: settings::asks_service(cx.db())?,
            tax_categories: catalogue::tax_categories(cx.db(), &day)?,
            offers: Offers::on(cx, day.clone())?,
            day,
        })
    }

    /// True on the day for which they were read.
    fn are_of(&self, now_ms: i64) -> bool {
        self.day == LocalMoment::of(now_ms, self.country).day()
    }
}
