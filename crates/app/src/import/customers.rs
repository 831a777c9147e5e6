//! What a file of customers would do to the customers of the shop.

mod known;
mod reasons;
mod write;

use std::collections::HashMap;

use api::FaultCode;
use api::types::{
    ImportCustomer, ImportExisting, ImportPreview, ImportReason, ImportRejection, ImportSample,
};
use domain::country::Country;
use domain::ids::CustomerId;
use store::Db;
use store::tables::settings;
use tabular::Table;
use tabular::customers::{
    CustomerField, CustomerMapping, CustomerRow, CustomerSheet, propose_mapping, read_customers,
};
pub use write::write;

use self::known::Known;
use super::fields::{Field as _, from_contract, to_contract};
use super::plan::Order;
use super::preview::{self, SAMPLE, small};
use crate::error::{Result, refusal};

/// Digits of a French postcode.
const FRENCH_POSTCODE: usize = 5;

/// A row that will be written.
pub struct PlannedCustomer {
    /// The row; its country is empty where it is the shop's.
    pub row: CustomerRow,
    /// The customer who already has its code or e-mail address.
    pub existing: Option<CustomerId>,
}

/// What a file would do.
pub struct CustomerPlan {
    table: Table,
    header: Vec<String>,
    mapping: CustomerMapping,
    /// Rows to write.
    pub planned: Vec<PlannedCustomer>,
    /// Rows skipped because their customer exists.
    pub skipped: usize,
    /// What is wrong with the others.
    pub rejected: Vec<ImportRejection>,
}

impl CustomerPlan {
    /// Plans a table through a mapping; proposes one when none is given.
    pub fn of(db: Db<'_>, table: Table, order: &Order) -> Result<Self> {
        let shop = settings::shop(db)?.ok_or_else(|| refusal(FaultCode::ShopMissing))?;
        let mapping = match &order.mapping {
            Some(columns) => CustomerMapping { columns: from_contract(columns)? },
            None => table.header.as_ref().map(propose_mapping).unwrap_or_default(),
        };
        let CustomerSheet { rows, rejected } = read_customers(&table, &mapping);
        let header = preview::header(&table);
        let rejected =
            rejected.iter().map(|r| preview::rejection(&header, r, reasons::in_contract)).collect();
        let planned = Vec::with_capacity(rows.len());
        let mut plan = Self { table, header, mapping, planned, skipped: 0, rejected };
        let known = Known::read(db)?;
        let mut lines = HashMap::new();
        for row in rows {
            plan.add(at_home(row, shop.country), shop.country, &known, order.existing, &mut lines);
        }
        plan.rejected.sort_by_key(|r| r.line);
        Ok(plan)
    }

    /// `lines`: the rows that existing customers were found for.
    fn add(
        &mut self,
        row: CustomerRow,
        home: Country,
        known: &Known,
        rule: ImportExisting,
        lines: &mut HashMap<CustomerId, u32>,
    ) {
        if has_lost_a_digit(&row, home) {
            return self.reject(&row, CustomerField::Postcode, ImportReason::BadPostcode, None);
        }
        let Ok(existing) = known.find(&row) else {
            return self.reject(&row, CustomerField::Email, ImportReason::AmbiguousCustomer, None);
        };
        if let Some(id) = existing {
            let first_line = *lines.entry(id).or_insert(row.line);
            if first_line != row.line {
                return self.reject(&row, CustomerField::Email, ImportReason::SameCustomer, Some(first_line));
            }
            if rule == ImportExisting::Skip {
                self.skipped += 1;
                return;
            }
        }
        self.planned.push(PlannedCustomer { row, existing });
    }

    fn reject(
        &mut self,
        row: &CustomerRow,
        field: CustomerField,
        reason: ImportReason,
        first_line: Option<u32>,
    ) {
        let column = self.mapping.columns.get(&field).and_then(|at| self.header.get(*at)).cloned();
        let value = match field {
            CustomerField::Postcode => &row.postcode,
            _ => &row.email,
        };
        self.rejected.push(ImportRejection {
            line: row.line,
            column: column.unwrap_or_default(),
            value: value.clone().unwrap_or_default(),
            reason,
            first_line,
        });
    }

    /// The plan as the import screen shows it.
    pub fn preview(&self) -> ImportPreview {
        let updated = self.planned.iter().filter(|p| p.existing.is_some()).count();
        ImportPreview {
            mapping: to_contract(&self.mapping.columns),
            missing_fields: self.mapping.missing().into_iter().map(CustomerField::name).collect(),
            created: small(self.planned.len() - updated),
            updated: small(updated),
            skipped: small(self.skipped),
            sample: ImportSample::Customers {
                rows: self.planned.iter().take(SAMPLE).map(|p| shown(&p.row)).collect(),
            },
            rejected: self.rejected.clone(),
            ..preview::of_table(&self.table)
        }
    }
}

fn shown(row: &CustomerRow) -> ImportCustomer {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    ImportCustomer {
        line: row.line,
        code: text(&row.code),
        name: row.name.clone(),
        address: text(&row.address),
        postcode: text(&row.postcode),
        city: text(&row.city),
        country: text(&row.country),
        phone: text(&row.phone),
        email: text(&row.email),
        business_number: [&row.siret, &row.siren, &row.neq]
            .into_iter()
            .flatten()
            .next()
            .cloned()
            .unwrap_or_default(),
        vat_number: text(&row.vat_number),
    }
}

/// A customer's file leaves the country of the shop empty.
fn at_home(row: CustomerRow, home: Country) -> CustomerRow {
    let code = match home {
        Country::France => "FR",
        Country::Quebec => "CA",
    };
    let country = row.country.map(|country| if country == code { String::new() } else { country });
    CustomerRow { country, ..row }
}

/// A French postcode of other than five digits: `1000` was `01000` before a spreadsheet took it for a number.
fn has_lost_a_digit(row: &CustomerRow, home: Country) -> bool {
    let country = row.country.as_deref().unwrap_or_default();
    let is_french = matches!((country, home), ("", Country::France) | ("FR", Country::Quebec));
    let is_number = |text: &String| text.bytes().all(|b| b.is_ascii_digit());
    is_french && row.postcode.as_ref().is_some_and(|p| is_number(p) && p.len() != FRENCH_POSTCODE)
}
