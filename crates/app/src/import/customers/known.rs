//! The customers whom rows of a file may be about.

use std::collections::HashMap;

use domain::ids::CustomerId;
use store::Db;
use store::tables::customers;
use tabular::customers::CustomerRow;

use crate::error::Result;

/// The customers of the shop by what tells them apart.
pub struct Known {
    by_code: HashMap<String, CustomerId>,
    by_email: HashMap<String, Vec<CustomerId>>,
}

/// It cannot be told which customer a row is about.
pub struct Ambiguous;

impl Known {
    /// Reads them.
    pub fn read(db: Db<'_>) -> Result<Self> {
        let mut known = Self { by_code: HashMap::new(), by_email: HashMap::new() };
        for (id, code, email) in customers::keys(db)? {
            if !code.is_empty() {
                known.by_code.insert(code, id);
            }
            if !email.is_empty() {
                known.by_email.entry(email.to_lowercase()).or_default().push(id);
            }
        }
        Ok(known)
    }

    /// The customer of a row: who has its code, or else its e-mail address.
    pub fn find(&self, row: &CustomerRow) -> std::result::Result<Option<CustomerId>, Ambiguous> {
        let of_code = row.code.as_ref().and_then(|code| self.by_code.get(code)).copied();
        let of_email = row.email_key().and_then(|email| self.by_email.get(&email));
        match (of_code, of_email.map_or(&[][..], Vec::as_slice)) {
            (code, []) => Ok(code),
            (None, [id]) => Ok(Some(*id)),
            (Some(id), ids) if ids.contains(&id) => Ok(Some(id)),
            _ => Err(Ambiguous),
        }
    }
}
