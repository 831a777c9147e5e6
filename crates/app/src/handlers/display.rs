//! The customer's display (C-18): the sale of the till that it belongs to, less what is private.

use api::types::{
    DisplayLine, DisplayNotice, DisplayPayment, DisplayShop, DisplayStage, DisplayView, Empty, PrintPolicy,
    SaleLineView, SaleView, TenderView,
};
use domain::country::{Country, PriceMode};
use domain::money::Money;
use domain::payment::PaymentKind;
use store::tables::settings::{self, ShopRow};

use crate::context::{Context as _, Query};
use crate::error::Result;
use crate::logo::on_screen;
use crate::sale::{OpenCart, sale_view};
use crate::views;

/// The display of the calling computer. It belongs to the workstation that somebody entered last at that computer,
/// and shows the shop's name while nobody is signed in there.
pub fn customer_display(cx: &Query<'_>, _: Empty) -> Result<DisplayView> {
    let shop = settings::shop(cx.db)?;
    let country = shop.as_ref().map(|s| s.country);
    let view = DisplayView { shop: shop.as_ref().map(display_shop), ..idle() };
    let Some((workstation, country)) = cx.caller.workstation.zip(country) else { return with_logo(cx, view) };
    let notice = notice(cx, country)?;
    let sale = sale_view(cx, &OpenCart::load(cx)?)?;
    let view = DisplayView { workstation_id: Some(workstation), notice, ..view };
    with_logo(cx, shown(sale, view))
}

/// The logo is larger than all the rest: it goes out between two sales only.
fn with_logo(cx: &Query<'_>, view: DisplayView) -> Result<DisplayView> {
    if view.stage != DisplayStage::Idle {
        return Ok(view);
    }
    let logo = on_screen(cx.db).inspect_err(|error| tracing::warn!(%error, "the logo cannot be read"));
    Ok(DisplayView { logo: logo.ok().flatten(), ..view })
}

fn idle() -> DisplayView {
    DisplayView {
        shop: None,
        logo: None,
        workstation_id: None,
        stage: DisplayStage::Idle,
        lines: Vec::new(),
        touched: None,
        articles: 0,
        discounts: Money::ZERO,
        net: Money::ZERO,
        taxes: Vec::new(),
        total: Money::ZERO,
        payments: Vec::new(),
        due: Money::ZERO,
        change: Money::ZERO,
        notice: None,
    }
}

fn display_shop(shop: &ShopRow) -> DisplayShop {
    let tile = views::shop_tile(shop);
    DisplayShop {
        name: tile.name,
        city: shop.text("city").to_owned(),
        country: tile.country,
        currency: tile.currency,
        time_zone: tile.time_zone,
    }
}

/// In France the shop says that it prints on request, unless it prints every ticket.
fn notice(cx: &Query<'_>, country: Country) -> Result<Option<DisplayNotice>> {
    let policy = views::print_policy_of(&cx.workstation_row()?)?;
    let on_request = country == Country::France && policy != PrintPolicy::Always;
    Ok(on_request.then_some(DisplayNotice::PrintedOnRequest))
}

/// A sale in progress goes before the one that was finished last.
fn shown(sale: SaleView, view: DisplayView) -> DisplayView {
    if let Some(done) = sale.done {
        return DisplayView {
            stage: DisplayStage::Done,
            total: done.total,
            payments: payments(done.tenders),
            change: done.change,
            ..view
        };
    }
    let stage = match (sale.lines.is_empty(), sale.tenders.is_empty()) {
        (true, true) => DisplayStage::Idle,
        (_, true) => DisplayStage::Sale,
        (_, false) => DisplayStage::Paying,
    };
    let prices_without_taxes = sale.price_mode == PriceMode::TaxExclusive;
    DisplayView {
        stage,
        lines: sale.lines.into_iter().map(line).collect(),
        touched: sale.touched,
        articles: sale.articles,
        discounts: sale.discounts,
        net: sale.net,
        taxes: if prices_without_taxes { sale.taxes } else { Vec::new() },
        total: sale.total,
        payments: payments(sale.tenders),
        due: sale.due,
        change: sale.change,
        ..view
    }
}

fn line(line: SaleLineView) -> DisplayLine {
    DisplayLine {
        id: line.id,
        name: if line.known { line.name } else { String::new() },
        quantity: line.quantity,
        unit: line.unit,
        unit_price: line.unit_price,
        discount: line.discount.map_or(Money::ZERO, |d| d.amount),
        total: line.total,
    }
}

/// What was handed over. What stays on an account is between the shop and its customer.
fn payments(tenders: Vec<TenderView>) -> Vec<DisplayPayment> {
    let shown = tenders.into_iter().filter(|t| t.kind != PaymentKind::OnAccount);
    shown.map(|t| DisplayPayment { name: t.name, received: t.received }).collect()
}
