//! What an invoice prints beyond its ticket: buyer, unit prices before tax, grounds and sentences (fiscal.md 2.4).
//!
//! Everything is read from what was signed. Only the unit price before tax of a ticket with prices that contain the tax
//! is worked out, because the law wants it beside each line.

use documents::Words;
use documents::ticket::{InvoicePart, NetPrice};
use domain::country::PriceMode;
use domain::tax::{AppliedTax, price_before};
use fiscal::{BuyerSnapshot, DocumentClass, TicketLine, TicketPayload};

use super::papers::local;
use crate::error::Result;

/// True for an invoice.
pub fn invoiced(ticket: &TicketPayload) -> bool {
    ticket.class == DocumentClass::FactureDeTicket
}

/// The part that only an invoice has.
pub fn invoice_part(words: &Words, ticket: &TicketPayload) -> Result<Option<InvoicePart>> {
    if !invoiced(ticket) {
        return Ok(None);
    }
    // A day alone, at an hour that is not printed.
    let day = |day: &String| -> Result<String> {
        Ok(words.numbers.date(local(&format!("{}000000", day.replace('-', "")))?))
    };
    Ok(Some(InvoicePart {
        ticket: ticket.origin.as_ref().map(|o| o.number.clone()).unwrap_or_default(),
        supplied_on: ticket.supplied_on.as_ref().map(day).transpose()?.unwrap_or_default(),
        due_on: ticket.due_on.as_ref().map(day).transpose()?,
    }))
}

/// Address and numbers of the buyer, as far as they were signed.
pub fn buyer_details(words: &Words, buyer: &BuyerSnapshot) -> Vec<String> {
    let names = &words.invoice;
    let place = [buyer.postcode.as_deref(), buyer.city.as_deref()];
    let place = place.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let abroad = buyer.country.as_ref().filter(|c| c.as_str() != "FR");
    let mut lines: Vec<String> = buyer.address_lines.clone();
    lines.push(abroad.map_or(place.clone(), |country| format!("{place} {country}")));
    let number = |name: &str, number: &Option<String>| number.as_ref().map(|n| format!("{name} {n}"));
    lines.extend(number(names.siret, &buyer.siret).or_else(|| number(names.siren, &buyer.siren)));
    lines.extend(number(names.vat_id, &buyer.vat_id));
    lines.retain(|line| !line.trim().is_empty());
    lines
}

/// The unit price of a line before tax, and its taxes.
pub fn net_price(ticket: &TicketPayload, line: &TicketLine) -> Result<NetPrice> {
    let taxes: Vec<AppliedTax> = line.taxes.iter().cloned().map(applied).collect();
    let unit_price = match ticket.price_mode {
        PriceMode::TaxInclusive => price_before(&taxes, line.unit_price)?,
        PriceMode::TaxExclusive => line.unit_price,
    };
    Ok(NetPrice { unit_price, taxes: taxes.into_iter().map(|tax| (tax.name, tax.rate)).collect() })
}

fn applied(tax: fiscal::TaxSnapshot) -> AppliedTax {
    AppliedTax { code: tax.code, name: tax.name, letter: tax.letter, rate: tax.rate }
}

/// Grounds of exemption, each once, then the sentences of an invoice.
pub fn mentions(ticket: &TicketPayload) -> Vec<String> {
    let of_lines = ticket.lines.iter().filter_map(|l| l.exemption.as_ref());
    let mut printed: Vec<String> = Vec::new();
    for exemption in of_lines.chain(&ticket.exemption) {
        if !printed.contains(&exemption.mention) {
            printed.push(exemption.mention.clone());
        }
    }
    printed.extend(ticket.mentions.iter().cloned());
    printed
}
