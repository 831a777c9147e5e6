//! Papers on the screen: the very lines that the printer would get.

use api::FaultCode;
use api::types::{PreviewCode, PreviewLine, TicketPreview};
use documents::layout::{LaidLine, Size};
use documents::ticket::PrintNumber;
use documents::{Columns, Receipt};
use domain::ids::{DocumentId, WorkstationId};
use store::tables;
use store::tables::closings::ClosingRow;
use store::tables::shifts::ShiftRow;

use super::closings::closing_ticket;
use super::mark::marked;
use super::papers::sale_ticket;
use super::profile::{paper, words};
use super::reports::shift_ticket;
use crate::context::Context;
use crate::error::{Result, refusal};
use crate::logo::dotted;
use crate::views::printer_of;

/// A ticket as it would be printed. Looking at it never counts as a print (PRT-03).
pub fn ticket_preview(cx: &impl Context, id: DocumentId) -> Result<TicketPreview> {
    let workstation = cx.find_workstation(looked_at_from(cx, id)?)?;
    let settings = printer_of(&workstation)?;
    let logo = &cx.shared().logo;
    let (ticket, words) = sale_ticket(cx.db(), logo, id, cx.country()?, PrintNumber::Preview)?;
    preview(cx, ticket.lay_out(&words, paper(settings.as_ref())))
}

/// Whose paper it is: that of the session's workstation; of the one that made the ticket for who has none.
fn looked_at_from(cx: &impl Context, id: DocumentId) -> Result<WorkstationId> {
    match cx.caller().workstation {
        Some(own) => Ok(own),
        None => Ok(tables::documents::by_id(cx.db(), id)?
            .ok_or_else(|| refusal(FaultCode::DocumentNotFound))?
            .workstation),
    }
}

/// A shift report as it would be printed.
pub fn shift_preview(cx: &impl Context, shift: &ShiftRow) -> Result<TicketPreview> {
    let country = cx.country()?;
    let workstation = cx.find_workstation(shift.workstation)?;
    let ticket = shift_ticket(cx, shift, None)?;
    preview(cx, ticket.lay_out(&words(country), paper(printer_of(&workstation)?.as_ref())))
}

/// A closing as it would be printed.
pub fn closing_preview(cx: &impl Context, row: &ClosingRow) -> Result<TicketPreview> {
    let workstation = cx.find_workstation(row.terminal)?;
    let ticket = closing_ticket(cx, row)?;
    preview(cx, ticket.lay_out(&words(cx.country()?), paper(printer_of(&workstation)?.as_ref())))
}

fn preview(cx: &impl Context, receipt: Receipt) -> Result<TicketPreview> {
    let receipt = marked(cx, receipt);
    let columns = match receipt.paper.columns {
        Columns::C48 => 48,
        Columns::C32 => 32,
    };
    let lines = receipt.lines.iter().map(line).collect::<Result<_>>()?;
    Ok(TicketPreview { columns, lines })
}

fn line(line: &LaidLine) -> Result<PreviewLine> {
    let blank = PreviewLine { text: String::new(), bold: false, double: false, code: None, picture: None };
    let code = |symbology: &str, content: &str| {
        Some(PreviewCode { symbology: symbology.to_owned(), content: content.to_owned() })
    };
    Ok(match line {
        LaidLine::Text { text, bold, size } => {
            PreviewLine { text: text.clone(), bold: *bold, double: *size != Size::Normal, ..blank }
        }
        LaidLine::Barcode { code: content } => PreviewLine { code: code("code128", content), ..blank },
        LaidLine::Qr { data } => PreviewLine { code: code("qr", data), ..blank },
        LaidLine::Picture { picture } => PreviewLine { picture: Some(dotted(&picture.dithered())?), ..blank },
        LaidLine::Feed { .. } => blank,
    })
}
