//! What a period comes to: of a day the running sums, of a month or a year its signed closings. No ticket is read.

use domain::ids::WorkstationId;
use domain::money::Money;
use fiscal::{Payload, PeriodDetail, PeriodTally, Scope, VatRow};
use store::Db;
use store::tables::books;
use store::tables::closings::{self, ClosingRow};
use store::tables::trading_days::{self, DaySums};

use super::Due;
use crate::error::{Error, Result};

/// The sums of a period that is to be closed.
pub struct Sums {
    /// The Z, with the number of the closing.
    pub detail: PeriodDetail,
    /// Tax table, greatest rate first.
    pub vat: Vec<VatRow>,
    /// Turnover, taxes included.
    pub total: Money,
}

/// Sums a period.
pub fn sums(db: Db<'_>, due: &Due) -> Result<Sums> {
    let number = books::last_closings(db, due.terminal)?.get(&due.scope).map_or(1, |last| last.number + 1);
    let part = match due.scope {
        Scope::Mois => Scope::Jour,
        Scope::Exercice => Scope::Mois,
        Scope::Ticket | Scope::Jour => {
            let DaySums { detail, vat, total } = trading_days::open_sums(db, due.terminal, &due.key)?;
            return Ok(Sums { detail: PeriodDetail { number, ..detail }, vat, total });
        }
    };
    let tally = of_parts(db, due.terminal, part, (&due.from, &due.to))?;
    Ok(Sums { detail: tally.detail(number), vat: tally.vat(), total: tally.total() })
}

fn of_parts(db: Db<'_>, terminal: WorkstationId, part: Scope, period: (&str, &str)) -> Result<PeriodTally> {
    let mut tally = PeriodTally::default();
    for closing in closings::parts(db, terminal, part, period)? {
        let payload = closed_period(db, &closing)?;
        tally.merge(&PeriodTally::of_closing(&payload));
    }
    Ok(tally)
}

/// What a closing says, as it was signed.
pub fn closed_period(db: Db<'_>, closing: &ClosingRow) -> Result<fiscal::GrandTotalPayload> {
    let broken = || Error::Store(store::Error::Fiscal(format!("closing {}", closing.id)));
    let record = closings::grand_total(db, closing)?.ok_or_else(broken)?;
    match serde_json::from_str(&record.payload)? {
        Payload::GrandTotal(payload) => Ok(*payload),
        _ => Err(broken()),
    }
}
