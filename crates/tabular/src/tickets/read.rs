//! The rows of a ticket list, grouped into transactions.

use std::collections::HashMap;

use super::{
    LocalDateTime, Ticket, TicketField, TicketMapping, TicketReason, TicketRejection, TicketSheet, moment,
};
use crate::header::{assign, is_exact, rank};
use crate::table::{Row, Table};

const FIELDS: [TicketField; 4] =
    [TicketField::Date, TicketField::Time, TicketField::Transaction, TicketField::Item];

/// Folded names of columns, French and English, most specific first.
const fn synonyms(field: TicketField) -> &'static str {
    match field {
        TicketField::Date => "date, date heure, date time, datetime, jour, day",
        TicketField::Time => "time, heure, hour",
        TicketField::Transaction => {
            "transaction, ticket, no ticket, n ticket, numero ticket, numero de ticket, \
             no transaction, numero de transaction, receipt, receipt number, vente, sale, order, \
             commande"
        }
        TicketField::Item => "item, article, produit, designation, libelle, product, name, nom, description",
    }
}

/// The mapping that the names in `header` suggest. Fields whose names do not occur have no column.
#[must_use]
pub fn propose_mapping(header: &Row) -> TicketMapping {
    TicketMapping { columns: assign(header, &FIELDS, |field, name| rank(name, synonyms(field), "")) }
}

/// True when `name` is exactly one of the known names.
pub(crate) fn knows(name: &str) -> bool {
    FIELDS.iter().any(|field| is_exact(name, synonyms(*field)))
}

/// Groups the rows of `table` into tickets. The rows of a ticket need not follow one another; its date and
/// time are those of its first row. The time may differ from row to row, the date may not.
#[must_use]
pub fn read_tickets(table: &Table, mapping: &TicketMapping) -> TicketSheet {
    let mut sheet = TicketSheet::default();
    let mut places: HashMap<String, usize> = HashMap::new();
    for row in &table.rows {
        let line = Line { row, mapping };
        let added = line.read().and_then(|(number, at, item)| match places.get(number) {
            Some(place) => {
                add_item(&mut sheet.tickets[*place], at, item).map_err(|reason| (TicketField::Date, reason))
            }
            None => {
                places.insert(number.to_owned(), sheet.tickets.len());
                let items = vec![item.to_owned()];
                sheet.tickets.push(Ticket { line: row.line, number: number.to_owned(), at, items });
                Ok(())
            }
        });
        if let Err((field, reason)) = added {
            sheet.rejected.push(line.rejection(field, reason));
        }
    }
    sheet
}

fn add_item(ticket: &mut Ticket, at: LocalDateTime, item: &str) -> Result<(), TicketReason> {
    if ticket.at.date() != at.date() {
        return Err(TicketReason::OtherDate);
    }
    ticket.items.push(item.to_owned());
    Ok(())
}

struct Line<'a> {
    row: &'a Row,
    mapping: &'a TicketMapping,
}

impl<'a> Line<'a> {
    fn column(&self, field: TicketField) -> Option<usize> {
        self.mapping.columns.get(&field).copied()
    }

    fn text(&self, field: TicketField) -> &'a str {
        self.column(field).map_or("", |column| self.row.cell(column))
    }

    fn read(&self) -> Result<(&'a str, LocalDateTime, &'a str), (TicketField, TicketReason)> {
        let at = self.moment()?;
        let number = self.required(TicketField::Transaction, TicketReason::MissingTransaction)?;
        let item = self.required(TicketField::Item, TicketReason::MissingItem)?;
        Ok((number, at, item))
    }

    fn required(
        &self,
        field: TicketField,
        reason: TicketReason,
    ) -> Result<&'a str, (TicketField, TicketReason)> {
        Some(self.text(field)).filter(|text| !text.is_empty()).ok_or((field, reason))
    }

    fn moment(&self) -> Result<LocalDateTime, (TicketField, TicketReason)> {
        let (date, rest) = moment::split(self.text(TicketField::Date));
        let (year, month, day) = moment::date(date).ok_or((TicketField::Date, TicketReason::BadDate))?;
        let (field, time) = match self.column(TicketField::Time) {
            Some(_) => (TicketField::Time, self.text(TicketField::Time)),
            None => (TicketField::Date, rest),
        };
        let (hour, minute, second) = moment::time(time).ok_or((field, TicketReason::BadTime))?;
        Ok(LocalDateTime { year, month, day, hour, minute, second })
    }

    fn rejection(&self, field: TicketField, reason: TicketReason) -> TicketRejection {
        let (line, column, value) = (self.row.line, self.column(field), self.text(field).to_owned());
        TicketRejection { line, column, value, reason }
    }
}
