//! Original or duplicate (fiscal.md R-11): the one rule that every output of a document asks, whether it is a paper, a letter or
//! a file. Looking at a document is no output and asks nothing.

use domain::ids::DocumentId;
use fiscal::{Chain, DocumentClass, DuplicatePayload, DuplicatedDocument};
use store::tables::settings::WorkstationRow;
use store::tables::{documents, mail, print_jobs};
use store::{Db, Op};

use super::papers::ticket_payload;
use crate::context::{Context, Mutation};
use crate::error::Result;
use crate::fiscal_book::Book;

/// Signs the duplicate that the next output of a document is, and answers its number; none for the original.
pub fn duplicate_if_put_out(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    document: DocumentId,
) -> Result<Option<u32>> {
    let duplicate = has_output(cx.db(), document)?;
    duplicate.then(|| sign_duplicate(cx, workstation, document)).transpose()
}

/// True once a paper, a letter or a file of a document came out, or waits to: what follows is no original any more.
pub fn has_output(db: Db<'_>, document: DocumentId) -> Result<bool> {
    Ok(documents::prints(db, document)? > 0
        || mail::sent(db, document)? > 0
        || mail::waiting_of(db, document)?.is_some()
        || print_jobs::last_of_document(db, document)?.is_some())
}

/// Every output after the first is a record of its own, signed before it leaves (PRT-11). Its number follows
/// the duplicates that this workstation has signed, given-up ones included: a signed number is never used again.
fn sign_duplicate(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    document: DocumentId,
) -> Result<u32> {
    let (ticket, _) = ticket_payload(cx.db(), document)?;
    let number = documents::signed_duplicates(cx.db(), &ticket.header.number, workstation.id)? + 1;
    let mut book = Book::open(cx, workstation)?;
    let payload = DuplicatePayload {
        header: book.header(Chain::Duplicata),
        document_type: match ticket.class {
            DocumentClass::Ticket => DuplicatedDocument::Ticket,
            DocumentClass::FactureDeTicket => DuplicatedDocument::Facture,
        },
        document,
        original_number: ticket.header.number,
        original_terminal: ticket.header.terminal.id,
        reprint_number: i64::from(number),
    };
    let record = book.seal(&payload.into())?;
    cx.emit(Op::FiscalRecorded(vec![record]))?;
    Ok(number)
}
