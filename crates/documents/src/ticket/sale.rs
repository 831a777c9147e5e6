//! The sale ticket: sale, return, cancellation, and their duplicates.

use std::sync::Arc;

use domain::cart::ServiceMode;
use domain::country::Country;
use domain::money::{Money, Quantity, Rate, UnitPrice};
use domain::payment::PaymentKind;
use domain::tax::DocumentTotals;

use super::common::{LocalDateTime, PrintNumber, Seal, SellerIdentity, Software};
use crate::picture::Picture;

/// The type of operation, printed on every French ticket (fiscal.md 1.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// «Vente».
    Sale,
    /// «Retour».
    Return,
    /// «Annulation».
    Cancellation,
    /// «Modification».
    Modification,
}

/// The other ticket that this one follows or is followed by; first line of the ticket (NF525 2.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkedTicket {
    /// «Ce ticket est annulé par le ticket n° …».
    CancelledBy(String),
    /// «Le ticket de cette facture est annulé par le ticket n° …».
    TicketCancelledBy(String),
    /// «Ce ticket annule le ticket n° …».
    Cancels(String),
    /// «Ce ticket modifie le ticket n° …».
    Modifies(String),
    /// «Retour sur le ticket n° …».
    ReturnOf(String),
}

/// The customer as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketCustomer {
    /// Name.
    pub name: String,
    /// Address and registration lines, when the ticket must carry them.
    pub details: Vec<String>,
}

/// A discount on a line or on the whole ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineDiscount {
    /// The rate, when the discount was given as a percentage.
    pub rate: Option<Rate>,
    /// What it takes off, in the document's price mode; of the sign of what it is taken from.
    pub amount: Money,
    /// Why it was given; empty when nothing is printed of it.
    pub reason: String,
}

/// What an invoice says of a line beyond its ticket, because the law wants it beside each (fiscal.md 2.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetPrice {
    /// Price of one unit before discount, without its taxes.
    pub unit_price: UnitPrice,
    /// Names and rates of its taxes.
    pub taxes: Vec<(String, Rate)>,
}

/// A line of the ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketLine {
    /// Designation as recorded.
    pub name: String,
    /// How much; negative on a return.
    pub quantity: Quantity,
    /// Unit of sale as shown («kg», «m»); none for articles counted one by one.
    pub unit: Option<String>,
    /// Price of one unit before discount, in the document's price mode.
    pub unit_price: UnitPrice,
    /// Amount of the line before its discount.
    pub amount: Money,
    /// Its discount.
    pub discount: Option<LineDiscount>,
    /// Its price without taxes, on an invoice.
    pub net: Option<NetPrice>,
    /// Letters of its taxes («A»; «FP» in Québec); empty when untaxed.
    pub tax_letters: String,
    /// Eco-contribution contained in the amount.
    pub eco_contribution: Option<Money>,
    /// Legal guarantee mention («Garantie légale : 2 ans»), when the law wants one (C. conso. D.211-6).
    pub guarantee: Option<String>,
    /// Further text under the line (options, serial number, note).
    pub details: Vec<String>,
}

/// A payment of the ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketPayment {
    /// What the method is.
    pub kind: PaymentKind,
    /// Name of the method when it was used («Carte»).
    pub label: String,
    /// What it settles of the document.
    pub amount: Money,
    /// What was handed over; greater than `amount` only for cash.
    pub received: Money,
    /// What was given back.
    pub change: Money,
    /// Cash rounding (Canada): paid minus `amount`.
    pub rounding: Money,
    /// Last four digits of the card.
    pub card_last4: Option<String>,
    /// Cheque number or authorisation.
    pub reference: Option<String>,
}

/// What an invoice made from a ticket says beyond it (fiscal.md 2.4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InvoicePart {
    /// Number of the ticket.
    pub ticket: String,
    /// Day of the sale, as printed.
    pub supplied_on: String,
    /// Day by which it must be paid; none when it is paid.
    pub due_on: Option<String>,
}

/// Everything that a sale ticket, or the invoice made from one, shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaleTicket {
    /// The shop's logo, at the head.
    pub logo: Option<Arc<Picture>>,
    /// Decides the layout: tax table in France, taxes under the subtotal in Québec.
    pub country: Country,
    /// The invoice, if it is one.
    pub invoice: Option<InvoicePart>,
    /// Prices before tax in a country that writes them with tax.
    pub before_tax: bool,
    /// Who sells.
    pub seller: SellerIdentity,
    /// Number of the ticket, as recorded; also its bar code.
    pub number: String,
    /// When it was recorded, shop time.
    pub issued_at: LocalDateTime,
    /// Code of the workstation («01»).
    pub workstation: String,
    /// Number of the shift («0412»).
    pub shift: Option<String>,
    /// Name of the person who sold.
    pub sold_by: String,
    /// The customer; none prints «comptoir».
    pub customer: Option<TicketCustomer>,
    /// Type of operation.
    pub operation: Operation,
    /// How it was served; none where the shop does not ask.
    pub service: Option<ServiceMode>,
    /// Another ticket that this one is about.
    pub linked: Option<LinkedTicket>,
    /// The lines.
    pub lines: Vec<TicketLine>,
    /// Number of articles.
    pub article_count: u32,
    /// Number of lines as recorded and signed.
    pub line_count: u32,
    /// Discount on the whole ticket, if any; its effect is in the totals.
    pub discount: Option<LineDiscount>,
    /// Totals and tax table.
    pub totals: DocumentTotals,
    /// Payments, in the order in which they were made.
    pub payments: Vec<TicketPayment>,
    /// Note of the sale; empty when there is none.
    pub note: String,
    /// Legal sentences, grounds of exemption among them.
    pub mentions: Vec<String>,
    /// Which print this is.
    pub print: PrintNumber,
    /// Fiscal seal; none outside France.
    pub seal: Option<Seal>,
    /// The program.
    pub software: Software,
    /// The shop's own closing lines («Échange 14 j avec ce ticket»).
    pub footer: Vec<String>,
}
