//! What a letter says: a sentence in the customer's language, and the ticket as a file.

use ::documents::Paper;
use ::documents::ticket::{PrintNumber, SaleTicket};
use domain::language::Language;
use mail::Letter;
use store::Db;
use store::tables::mail::{self as rows, MailJobRow};
use store::tables::settings;

use crate::error::{Error, Result};
use crate::logo::LastLogo;
use crate::printing::language::language_of;
use crate::printing::{sale_ticket, ticket_payload, ticket_words};

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
    let language = language_of(&ticket);
    let number = match job.duplicate {
        None => PrintNumber::Original,
        Some(number) => PrintNumber::Duplicate { number, print: rows::sent(db, document)? + 1 },
    };
    let paper = SaleTicket { logo: logo.shades(db)?, ..sale_ticket(db, document, shop.country, number)? };
    let receipt = paper.lay_out(&ticket_words(db, document, shop.country)?, Paper::default());
    let title = format!("Ticket {}", ticket.header.number);
    let about = pdf::About { title: &title, author: name, language: language.as_str() };
    let file = pdf::receipt(&receipt, about).map_err(|error| Error::Bug(error.to_string()))?;
    let number = &ticket.header.number;
    let (subject, text) = match language {
        Language::Fr => (
            format!("{name} : votre ticket {number}"),
            format!("Bonjour,\n\nvous trouverez ci-joint votre ticket {number}.\n\n{name}\n"),
        ),
        Language::En => (
            format!("{name}: your receipt {number}"),
            format!("Hello,\n\nplease find your receipt {number} attached.\n\n{name}\n"),
        ),
    };
    Ok(Letter { subject, text, pdf: Some((format!("{number}.pdf"), file)), ..bare })
}
