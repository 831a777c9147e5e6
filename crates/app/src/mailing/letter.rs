//! What a letter says: a sentence in the customer's language, and the ticket as a file; an invoice is attached on A4.

use ::documents::{Paper, Receipt};
use domain::language::Language;
use fiscal::TicketPayload;
use mail::Letter;
use store::Db;
use store::tables::mail::MailJobRow;
use store::tables::settings;

use crate::error::{Error, Result};
use crate::logo::LastLogo;
use crate::printing::invoice_file::{self, print_number};
use crate::printing::language::language_of;
use crate::printing::{invoiced, sale_ticket, ticket_payload};

/// The letter of a job.
pub fn letter(db: Db<'_>, logo: &LastLogo, job: &MailJobRow, sender: &str) -> Result<Letter> {
    let shop = settings::shop(db)?.ok_or_else(|| Error::Bug("a letter without a shop".to_owned()))?;
    let name = Some(shop.text("trading_name")).filter(|n| !n.is_empty()).unwrap_or(shop.text("legal_name"));
    let bare = Letter {
        message_id: format!("{}@comptoir", job.id.0.simple()),
        from: (name.to_owned(), sender.to_owned()),
        to: job.recipient.clone(),
        subject: format!("{name} : essai de la messagerie"),
        text: "Cette lettre montre que la caisse peut envoyer des tickets.\n".to_owned(),
        pdf: None,
    };
    let Some(document) = job.document else { return Ok(bare) };
    let (ticket, _) = ticket_payload(db, document)?;
    let (subject, text) = words(&ticket, name);
    let number = print_number(db, document, job.duplicate)?;
    let file = if invoiced(&ticket) {
        invoice_file::pdf_of(&invoice_file::sheet(db, logo, document, shop.country, number)?, &ticket)?
    } else {
        let (paper, words) = sale_ticket(db, logo, document, shop.country, number)?;
        narrow(&paper.lay_out(&words, Paper::default()), &ticket, name)?
    };
    Ok(Letter { subject, text, pdf: Some((format!("{}.pdf", ticket.header.number), file)), ..bare })
}

/// The very paper of a ticket.
fn narrow(receipt: &Receipt, ticket: &TicketPayload, name: &str) -> Result<Vec<u8>> {
    let title = format!("Ticket {}", ticket.header.number);
    let about = pdf::About { title: &title, author: name, language: language_of(ticket).as_str() };
    pdf::receipt(receipt, about).map_err(|error| Error::Bug(error.to_string()))
}

/// Subject and text.
fn words(ticket: &TicketPayload, name: &str) -> (String, String) {
    let number = &ticket.header.number;
    match language_of(ticket) {
        Language::Fr => {
            let what = if invoiced(ticket) { "facture" } else { "ticket" };
            (
                format!("{name} : votre {what} {number}"),
                format!("Bonjour,\n\nvous trouverez ci-joint votre {what} {number}.\n\n{name}\n"),
            )
        }
        Language::En => {
            let what = if invoiced(ticket) { "invoice" } else { "receipt" };
            (
                format!("{name}: your {what} {number}"),
                format!("Hello,\n\nplease find your {what} {number} attached.\n\n{name}\n"),
            )
        }
    }
}
