//! What a sale is made in: settings, shift and stock, which change once an hour and are read with every scan.
//!
//! Shared tables are what the operation log makes of them: at the same head of the log they hold the same rows. So
//! what was read at a head is kept for the next change of the cart, and read again once the log has grown.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use api::types::{PaymentMethodView, SaleParty, SaleSeller};
use domain::country::Country;
use domain::ids::{ArticleId, WorkstationId};
use domain::money::Quantity;
use domain::payment::PaymentKind;
use domain::price_accuracy::threshold;
use store::Db;
use store::tables::catalogue::{self, TaxCategoryRow};
use store::tables::{articles, customers, ops, settings, shelf_labels, shifts};

use super::Offers;
use crate::clock::LocalMoment;
use crate::context::Context;
use crate::error::Result;
use crate::shared::lock;
use crate::views::{self, method, methods_of};

/// The surroundings of the sales of a workstation.
pub struct Frame {
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
    /// Labels that are still to be corrected.
    pub wrong_labels: u32,
    /// The till asks how a sale is served.
    pub asks_service: bool,
    /// A shift is open.
    pub shift_open: bool,
    /// Tax categories with the rates of the day.
    pub tax_categories: Vec<TaxCategoryRow>,
    /// Price lists and promotions of the day.
    pub offers: Offers,
    head: i64,
    day: String,
    stock: Mutex<HashMap<ArticleId, Quantity>>,
}

impl Frame {
    /// The frame of the session's workstation. A transaction that has written operations sees its own.
    pub fn of(cx: &impl Context) -> Result<Arc<Self>> {
        let workstation = cx.caller().workstation()?;
        if cx.has_emitted() {
            return Ok(Arc::new(Self::read(cx, workstation, 0)?));
        }
        let head = ops::head(cx.db())?;
        let known = lock(&cx.shared().frames).get(&workstation).cloned();
        let now = cx.now_ms();
        if let Some(frame) =
            known.filter(|f| f.head == head && f.day == LocalMoment::of(now, f.country).day())
        {
            return Ok(frame);
        }
        let frame = Arc::new(Self::read(cx, workstation, head)?);
        lock(&cx.shared().frames).insert(workstation, Arc::clone(&frame));
        Ok(frame)
    }

    fn read(cx: &impl Context, workstation: WorkstationId, head: i64) -> Result<Self> {
        let row = cx.find_workstation(workstation)?;
        let methods = methods_of(cx.db(), &row)?;
        let default = row.default_customer.map(|id| customers::by_id(cx.db(), id)).transpose()?.flatten();
        let day = cx.local_now()?.day();
        let price_accuracy = threshold(cx.country()?, &day).is_some();
        Ok(Self {
            country: cx.country()?,
            workstation,
            methods: methods.iter().filter(|m| m.kind != PaymentKind::OnAccount).map(method).collect(),
            sellers: views::sellers(cx.db())?,
            default_customer: default.map(|c| SaleParty {
                id: c.id,
                name: c.name,
                is_default: true,
                language: c.language,
            }),
            price_accuracy,
            wrong_labels: if price_accuracy { shelf_labels::count_wrong(cx.db())? } else { 0 },
            asks_service: settings::asks_service(cx.db())?,
            shift_open: shifts::open(cx.db(), workstation)?.is_some(),
            tax_categories: catalogue::tax_categories(cx.db(), &day)?,
            offers: Offers::on(cx, day.clone())?,
            head,
            day,
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
