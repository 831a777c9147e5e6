//! The invoice («Facture») on A4, as a file: what an accountant files, and a professional customer expects.
//!
//! It says what the narrow paper of the same invoice says, and is read from the same signed record.

use api::FaultCode;
use api::types::FileContent;
use documents::ticket::{InvoiceSheet, PrintNumber};
use domain::country::Country;
use domain::ids::{DocumentId, MailJobId};
use fiscal::TicketPayload;
use store::op::DocumentSent;
use store::tables::mail;
use store::{Db, Op};

use super::invoice_paper::invoiced;
use super::language::language_of;
use super::mark::marked_sheet;
use super::outputs::duplicate_if_put_out;
use super::papers::{sale_ticket, ticket_payload};
use crate::context::{Context, Mutation};
use crate::error::{Error, Result, refuse};
use crate::logo::LastLogo;
use crate::views;

/// Puts an invoice out as a file. It is the original or a signed duplicate like a paper, and is counted with the letters (D-29).
pub fn put_out(cx: &mut Mutation<'_, '_>, document: DocumentId) -> Result<FileContent> {
    let (invoice, _) = ticket_payload(cx.db(), document)?;
    if !invoiced(&invoice) {
        return refuse(FaultCode::NotAnInvoice);
    }
    let workstation = cx.workstation_row()?;
    let duplicate = duplicate_if_put_out(cx, &workstation, document)?;
    let print = print_number(cx.db(), document, duplicate)?;
    let sheet = sheet(cx.db(), &cx.shared.logo, document, cx.country()?, print)?;
    let bytes = pdf_of(&marked_sheet(cx, sheet), &invoice)?;
    let (job, user) = (MailJobId(cx.new_id()), cx.caller.user.as_ref().map(|user| user.id));
    cx.emit(Op::DocumentSent(DocumentSent { document, job, user }))?;
    Ok(views::file(file_name(&invoice, duplicate), "application/pdf", &bytes))
}

/// Which print a letter or a file is, by the duplicate that was signed for it.
pub fn print_number(db: Db<'_>, document: DocumentId, duplicate: Option<u32>) -> Result<PrintNumber> {
    Ok(match duplicate {
        None => PrintNumber::Original,
        Some(number) => PrintNumber::Duplicate { number, print: mail::sent(db, document)? + 1 },
    })
}

/// The texts of an invoice on A4, in the language that it was signed in.
pub fn sheet(
    db: Db<'_>,
    logo: &LastLogo,
    document: DocumentId,
    country: Country,
    print: PrintNumber,
) -> Result<InvoiceSheet> {
    let (paper, words) = sale_ticket(db, logo, document, country, print)?;
    Ok(paper.sheet(&words))
}

/// The file itself.
pub fn pdf_of(sheet: &InvoiceSheet, invoice: &TicketPayload) -> Result<Vec<u8>> {
    let title = format!("{} {}", sheet.title, invoice.header.number);
    let language = language_of(invoice);
    let about = pdf::About { title: &title, author: &sheet.seller.name, language: language.as_str() };
    pdf::invoice(sheet, about).map_err(|error| Error::Bug(error.to_string()))
}

fn file_name(invoice: &TicketPayload, duplicate: Option<u32>) -> String {
    let number = &invoice.header.number;
    match duplicate {
        None => format!("{number}.pdf"),
        Some(copy) => format!("{number}-duplicata-{copy}.pdf"),
    }
}
