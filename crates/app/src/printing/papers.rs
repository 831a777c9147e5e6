//! From signed payloads to the ticket model of `documents`.

use api::FaultCode;
use documents::Words;
use documents::ticket::{
    LineDiscount, LinkedTicket, LocalDateTime, Operation as PaperOperation, PrintNumber, Registration,
    SaleTicket, Seal, SellerIdentity, Software, TicketCustomer, TicketLine, TicketPayment,
};
use domain::cart::is_sold_by_piece;
use domain::country::Country;
use domain::ids::DocumentId;
use domain::language::Language;
use domain::money::Quantity;
use domain::tax::{AppliedTax, DocumentTotals, TaxAmount};
use fiscal::{FISCAL_VERSION, Operation, Payload, ShopSnapshot, TicketPayload, extract};
use store::Db;
use store::tables::{articles, documents as rows, settings};

use super::invoice_paper::{buyer_details, invoice_part, invoiced, mentions, net_price};
use super::language::{language_of, payment_name, tax_in, words_in};
use crate::VERSION;
use crate::error::{Error, Result, refusal};
use crate::logo::LastLogo;

/// Name of the program on paper (fiscal.md 1.6).
pub const PROGRAM: &str = "Comptoir";

/// The signed payload of a ticket and its signature.
pub fn ticket_payload(db: Db<'_>, id: DocumentId) -> Result<(TicketPayload, String)> {
    let (payload, sig) = rows::ticket_payload(db, id)?.ok_or_else(|| refusal(FaultCode::DocumentNotFound))?;
    let ticket = serde_json::from_str::<Payload>(&payload)?.into_ticket();
    Ok((ticket.ok_or_else(|| Error::Bug(format!("{id} is no ticket")))?, sig))
}

/// A ticket as paper shows it, read from what was signed, but for the shop's logo; and the words that it is printed in: those of
/// the language that it was signed in, also when it is printed again.
pub fn sale_ticket(
    db: Db<'_>,
    logo: &LastLogo,
    id: DocumentId,
    country: Country,
    print: PrintNumber,
) -> Result<(SaleTicket, Words)> {
    let (ticket, sig) = ticket_payload(db, id)?;
    let language = language_of(&ticket);
    let operator = ticket.header.operator.as_ref().map(|o| o.name.clone()).unwrap_or_default();
    let words = words_in(country, language);
    let paper = SaleTicket {
        logo: logo.shades(db)?,
        country,
        invoice: invoice_part(&words, &ticket)?,
        before_tax: country.price_mode() != ticket.price_mode,
        seller: identity(&ticket.shop),
        number: ticket.header.number.clone(),
        issued_at: local(&ticket.header.at.ts_local)?,
        workstation: ticket.header.terminal.code.clone(),
        shift: Some(format!("{:04}", ticket.shift.number)),
        sold_by: ticket.seller.as_ref().map_or(operator, |s| s.name.clone()),
        customer: ticket
            .customer
            .as_ref()
            .map(|c| TicketCustomer { name: c.name.clone(), details: buyer_details(&words, c) }),
        operation: paper_operation(ticket.operation),
        linked: linked(db, &ticket)?,
        article_count: article_count(&ticket),
        line_count: u32::try_from(ticket.line_count).unwrap_or(u32::MAX),
        lines: paper_lines(db, country, &ticket)?,
        discount: ticket.discount.as_ref().map(discount),
        service: ticket.service,
        totals: totals(language, &ticket),
        payments: ticket.payments.iter().map(|p| payment(language, p)).collect(),
        note: ticket.reason.clone().unwrap_or_else(|| ticket.note.clone()),
        mentions: mentions(&ticket),
        print,
        seal: Some(Seal { signature_extract: extract(&sig) }),
        software: software(db, country)?,
        footer: Vec::new(),
    };
    Ok((paper, words))
}

const fn paper_operation(operation: Operation) -> PaperOperation {
    match operation {
        Operation::Vente => PaperOperation::Sale,
        Operation::Retour => PaperOperation::Return,
        Operation::Annulation => PaperOperation::Cancellation,
    }
}

/// The other ticket that this one is about, named on its first line (fiscal.md 1.6). A return modifies the ticket of which it
/// takes articles back; Québec has no sentence of the law and reads the plainer one.
fn linked(db: Db<'_>, ticket: &TicketPayload) -> Result<Option<LinkedTicket>> {
    let origin = ticket.origin.as_ref().map(|o| o.number.clone());
    Ok(match ticket.operation {
        Operation::Retour if ticket.shop.country == "CA" => origin.map(LinkedTicket::ReturnOf),
        Operation::Retour => origin.map(LinkedTicket::Modifies),
        Operation::Annulation => origin.map(LinkedTicket::Cancels),
        Operation::Vente if invoiced(ticket) => match &ticket.origin {
            Some(origin) => rows::cancelled_by(db, origin.document)?.map(LinkedTicket::TicketCancelledBy),
            None => None,
        },
        Operation::Vente => rows::cancelled_by(db, ticket.document)?.map(LinkedTicket::CancelledBy),
    })
}

/// The program as papers name it, with what proves its compliance: the certificate, or else the editor's individual
/// attestation (D-58). Outside France there is no fiscal version to print.
pub fn software(db: Db<'_>, country: Country) -> Result<Software> {
    let (fiscal_version, attestation) = match country {
        Country::France => (FISCAL_VERSION.to_owned(), proof(db)?),
        Country::Quebec => (String::new(), String::new()),
    };
    Ok(Software { name: PROGRAM.to_owned(), version: VERSION.to_owned(), fiscal_version, attestation })
}

fn proof(db: Db<'_>) -> Result<String> {
    let shop = settings::shop(db)?;
    let certificate = shop.as_ref().map(|s| s.text("certificate")).filter(|text| !text.is_empty());
    Ok(certificate.map_or_else(|| "Attestation individuelle".to_owned(), |text| format!("Certificat {text}")))
}

/// The lines of a ticket; those of an invoice say more.
fn paper_lines(db: Db<'_>, country: Country, ticket: &TicketPayload) -> Result<Vec<TicketLine>> {
    let lines = ticket.lines.iter().map(|line| {
        let net = invoiced(ticket).then(|| net_price(ticket, line)).transpose()?;
        Ok(TicketLine { net, ..paper_line(db, country, line)? })
    });
    lines.collect()
}

/// The guarantee mention is French law (C. conso. D.211-6).
fn paper_line(db: Db<'_>, country: Country, line: &fiscal::TicketLine) -> Result<TicketLine> {
    let article = line.article.filter(|_| country == Country::France);
    let article = article.map(|id| articles::by_id(db, id)).transpose()?.flatten();
    let durable = article.is_some_and(|a| a.durable);
    Ok(TicketLine {
        name: line.label.clone(),
        quantity: line.quantity,
        unit: Some(line.unit.clone()).filter(|u| u != "pièce"),
        unit_price: line.unit_price,
        amount: line.amount,
        discount: line.discount.as_ref().map(discount),
        net: None,
        tax_letters: line.taxes.iter().map(|t| t.letter.as_str()).collect(),
        eco_contribution: None,
        guarantee: durable.then(|| "Garantie légale : 2 ans".to_owned()),
        details: line.note.iter().cloned().collect(),
    })
}

fn article_count(ticket: &TicketPayload) -> u32 {
    let count = |l: &fiscal::TicketLine| {
        if is_sold_by_piece(&l.unit) { l.quantity.0.abs() / Quantity::ONE.0 } else { 1 }
    };
    let pieces = ticket.lines.iter().filter(|l| l.article.is_some()).map(count);
    u32::try_from(pieces.sum::<i64>()).unwrap_or(u32::MAX)
}

fn discount(d: &fiscal::DiscountSnapshot) -> LineDiscount {
    LineDiscount { rate: d.rate, amount: d.amount, reason: d.reason.clone() }
}

fn totals(language: Language, ticket: &TicketPayload) -> DocumentTotals {
    let row = |row: &fiscal::VatRow| TaxAmount {
        tax: tax_in(
            language,
            AppliedTax {
                code: row.code.clone(),
                name: row.name.clone(),
                letter: row.letter.clone(),
                rate: row.rate,
            },
        ),
        base: row.base,
        amount: row.tax,
        gross: row.gross,
    };
    DocumentTotals {
        net: ticket.totals.net,
        tax: ticket.totals.tax,
        total: ticket.totals.total,
        taxes: ticket.vat.iter().map(row).collect(),
    }
}

fn payment(language: Language, p: &fiscal::PaymentSnapshot) -> TicketPayment {
    TicketPayment {
        kind: p.kind,
        label: p.nature.clone().unwrap_or_else(|| payment_name(language, p.kind, &p.name)),
        amount: p.amount,
        received: p.received,
        change: p.change,
        rounding: p.rounding,
        card_last4: p.card_last4.clone(),
        reference: p.reference.clone(),
    }
}

pub(super) fn identity(shop: &ShopSnapshot) -> SellerIdentity {
    let numbers = [
        shop.siret.clone().map(Registration::Siret),
        shop.naf.clone().map(Registration::Naf),
        shop.vat_id.clone().map(Registration::Vat),
        shop.tps_no.clone().map(Registration::Gst),
        shop.tvq_no.clone().map(Registration::Qst),
    ];
    let mut address = shop.address_lines.clone();
    // Canada Post wants the town first; La Poste the postcode.
    address.push(match shop.country.as_str() {
        "CA" => format!("{} {}", shop.city, shop.postcode),
        _ => format!("{} {}", shop.postcode, shop.city),
    });
    SellerIdentity {
        trade_name: shop.trading_name.clone().unwrap_or_else(|| shop.legal_name.clone()),
        legal_name: shop.legal_name.clone(),
        legal_form: String::new(),
        address,
        registrations: numbers.into_iter().flatten().collect(),
        phone: String::new(),
    }
}

/// «20261121093005» as the parts that paper prints.
pub(super) fn local(text: &str) -> Result<LocalDateTime> {
    let at: jiff::civil::DateTime = jiff::civil::DateTime::strptime("%Y%m%d%H%M%S", text)
        .map_err(|e| Error::Bug(format!("{text}: {e}")))?;
    let small = |n: i8| u8::try_from(n).unwrap_or(0);
    Ok(LocalDateTime {
        year: at.year(),
        month: small(at.month()),
        day: small(at.day()),
        hour: small(at.hour()),
        minute: small(at.minute()),
        second: small(at.second()),
    })
}
