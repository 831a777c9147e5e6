//! The contract's names of fields and the reader's, for each kind of file.

use api::types::{ImportColumn, ImportField, ImportKind};
use api::{Fault, FaultCode};
use tabular::articles::{self, ArticleField};
use tabular::customers::{CustomerField, CustomerMapping};

use crate::error::Result;

/// A field of a kind of file.
pub trait Field: Copy + Ord + 'static {
    /// Every field with the contract's name.
    const NAMES: &'static [(Self, ImportField)];

    /// The contract's name of the field.
    fn name(self) -> ImportField {
        let found = Self::NAMES.iter().find(|(field, _)| *field == self);
        found.map_or(ImportField::Name, |(_, name)| *name)
    }
}

impl Field for ArticleField {
    const NAMES: &'static [(Self, ImportField)] = &[
        (Self::Barcode, ImportField::Barcode),
        (Self::Code, ImportField::Code),
        (Self::Name, ImportField::Name),
        (Self::Department, ImportField::Department),
        (Self::Price, ImportField::Price),
        (Self::Tax, ImportField::Tax),
        (Self::Unit, ImportField::Unit),
        (Self::Stock, ImportField::Stock),
    ];
}

impl Field for CustomerField {
    const NAMES: &'static [(Self, ImportField)] = &[
        (Self::Code, ImportField::Code),
        (Self::Name, ImportField::Name),
        (Self::FirstName, ImportField::FirstName),
        (Self::Company, ImportField::Company),
        (Self::Address, ImportField::Address),
        (Self::Postcode, ImportField::Postcode),
        (Self::City, ImportField::City),
        (Self::Country, ImportField::Country),
        (Self::Phone, ImportField::Phone),
        (Self::Email, ImportField::Email),
        (Self::Siret, ImportField::Siret),
        (Self::Siren, ImportField::Siren),
        (Self::VatNumber, ImportField::VatNumber),
        (Self::Neq, ImportField::Neq),
        (Self::Note, ImportField::Note),
    ];
}

/// The fields and columns of a request; refuses a field that files of the kind do not have.
pub fn from_contract<F: Field, C: FromIterator<(F, usize)>>(columns: &[ImportColumn]) -> Result<C> {
    let field = |column: &ImportColumn| {
        let found = F::NAMES.iter().find(|(_, name)| *name == column.field);
        let (field, _) = found.ok_or_else(|| foreign(column.field))?;
        Ok((*field, usize::try_from(column.column).unwrap_or(usize::MAX)))
    };
    columns.iter().map(field).collect()
}

/// The same the other way.
pub fn to_contract<'a, F: Field>(columns: impl IntoIterator<Item = (&'a F, &'a usize)>) -> Vec<ImportColumn> {
    let column = |(field, column): (&F, &usize)| ImportColumn {
        column: u32::try_from(*column).unwrap_or(u32::MAX),
        field: field.name(),
    };
    columns.into_iter().map(column).collect()
}

fn foreign(field: ImportField) -> Fault {
    Fault::refused(FaultCode::BadRequest)
        .with("detail", format!("{field:?} is no field of this kind of file"))
}

/// Refuses a mapping without the columns that every row needs, and one with fields of another kind of file.
pub fn check_mapping(kind: ImportKind, columns: &[ImportColumn]) -> Result<()> {
    let missing = match kind {
        ImportKind::Articles => {
            let mapping = articles::Mapping { columns: from_contract(columns)? };
            mapping.missing().first().map(|field| field.name())
        }
        ImportKind::Customers => {
            let mapping = CustomerMapping { columns: from_contract(columns)? };
            mapping.missing().first().map(|field| field.name())
        }
    };
    let Some(field) = missing else { return Ok(()) };
    Err(Fault::refused(FaultCode::ImportMapping).with("field", serde_json::to_value(field)?).into())
}
