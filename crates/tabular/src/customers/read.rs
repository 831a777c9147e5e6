//! Every row of a table through a mapping, with every wrong value named.

use std::collections::HashMap;

use super::values::{self, BusinessNumber, label};
use super::{CustomerField, CustomerMapping, CustomerReason, CustomerRow, CustomerSheet};
use crate::cells::strict_width;
use crate::table::{Row, Table};

type Cells<'a> = crate::cells::Cells<'a, CustomerField, CustomerReason>;

/// Most characters of each text: what a customer's file takes when it is typed.
const CODE_MAX: usize = 30;
const NAME_MAX: usize = 80;
const ADDRESS_MAX: usize = 120;
const POSTCODE_MAX: usize = 12;
const CITY_MAX: usize = 60;
const PHONE_MAX: usize = 30;
const EMAIL_MAX: usize = 120;
const NOTE_MAX: usize = 500;

/// Reads every row. Rows with a wrong value go to `rejected` with all their wrong values; a code or e-mail address that
/// an earlier accepted row has is one of them.
#[must_use]
pub fn read_customers(table: &Table, mapping: &CustomerMapping) -> CustomerSheet {
    let mut reader = Reader {
        mapping,
        width: strict_width(table),
        codes: HashMap::new(),
        emails: HashMap::new(),
        sheet: CustomerSheet::default(),
    };
    for row in &table.rows {
        reader.read(row);
    }
    reader.sheet
}

struct Reader<'a> {
    mapping: &'a CustomerMapping,
    width: Option<usize>,
    codes: HashMap<String, u32>,
    emails: HashMap<String, u32>,
    sheet: CustomerSheet,
}

impl Reader<'_> {
    fn read(&mut self, row: &Row) {
        let mut cells = Cells::new(row, &self.mapping.columns);
        cells.check_width(self.width, |_, _| CustomerReason::ExtraCells);
        let customer = self.customer(&mut cells);
        let rejected = cells.rejected;
        match customer {
            Some(customer) if rejected.is_empty() => self.accept(customer),
            _ => self.sheet.rejected.extend(rejected),
        }
    }

    /// All fields are read before a missing name gives up, so that every wrong value is named.
    fn customer(&self, cells: &mut Cells<'_>) -> Option<CustomerRow> {
        use CustomerField::{
            Address, City, Code, Company, Country, Email, Neq, Note, Phone, Postcode, VatNumber,
        };
        let name = name(cells);
        let number = business_number(cells);
        let vat_number = cells.read(VatNumber, values::vat_number);
        let neq = cells.read(Neq, values::neq);
        let has_company = !cells.text(Company).is_empty();
        let customer = CustomerRow {
            line: cells.line(),
            code: cells.read(Code, |cell| values::digits(cell, CODE_MAX)),
            name: name.clone().unwrap_or_default(),
            professional: has_company || number.is_some() || vat_number.is_some() || neq.is_some(),
            address: cells.read(Address, |cell| label(cell, ADDRESS_MAX)),
            postcode: cells.read(Postcode, |cell| label(cell, POSTCODE_MAX)),
            city: cells.read(City, |cell| label(cell, CITY_MAX)),
            country: cells.read(Country, values::country),
            phone: cells.read(Phone, |cell| values::digits(cell, PHONE_MAX)),
            email: cells.read(Email, |cell| values::email(cell, EMAIL_MAX)),
            siren: number.as_ref().map(|n| n.siren.clone()),
            siret: number.and_then(|n| n.siret),
            vat_number,
            neq,
            note: cells.read(Note, |cell| label(cell, NOTE_MAX)),
        };
        cells.check_seen(Code, customer.code.as_ref(), &self.codes, |first_line| {
            CustomerReason::DuplicateCode { first_line }
        });
        cells.check_seen(Email, customer.email_key().as_ref(), &self.emails, |first_line| {
            CustomerReason::DuplicateEmail { first_line }
        });
        name.map(|_| customer)
    }

    fn accept(&mut self, customer: CustomerRow) {
        if let Some(code) = &customer.code {
            self.codes.insert(code.clone(), customer.line);
        }
        if let Some(email) = customer.email_key() {
            self.emails.insert(email, customer.line);
        }
        self.sheet.rows.push(customer);
    }
}

/// The company, or else first name and name.
fn name(cells: &mut Cells<'_>) -> Option<String> {
    use CustomerField::{Company, FirstName, Name};
    let rejected = cells.rejected.len();
    let [company, first, last] =
        [Company, FirstName, Name].map(|field| cells.read(field, |cell| label(cell, NAME_MAX)));
    let person: Vec<String> = first.into_iter().chain(last).collect();
    let name = company.unwrap_or_else(|| person.join(" "));
    if cells.rejected.len() > rejected {
        return None;
    }
    if name.is_empty() {
        cells.reject(Name, CustomerReason::MissingName);
        return None;
    }
    // First name and name fit each by itself, but not together.
    if name.chars().count() > NAME_MAX {
        cells.reject(Name, CustomerReason::TooLong { max: NAME_MAX });
        return None;
    }
    Some(name)
}

/// The number of the business from its two columns, which must not name two businesses.
fn business_number(cells: &mut Cells<'_>) -> Option<BusinessNumber> {
    use CustomerField::{Siren, Siret};
    let siret = cells.read(Siret, values::business_number);
    let siren = cells.read(Siren, values::business_number);
    match (siret, siren) {
        (Some(siret), Some(siren)) if siret.siren != siren.siren => {
            cells.reject(Siren, CustomerReason::SirenMismatch);
            None
        }
        (Some(first), Some(second)) => {
            Some(BusinessNumber { siret: first.siret.or(second.siret), siren: first.siren })
        }
        (one, other) => one.or(other),
    }
}
