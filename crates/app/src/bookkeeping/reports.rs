//! E-reporting of a period, with the hash of what it was made from.

use std::fmt::Write as _;

use accounting::{Plan, ReportLine, aggregate};

use super::{Days, of_day, sha256};
use crate::context::Context;
use crate::error::Result;

/// A report as it would be now.
pub struct Computed {
    /// Its lines, by day, category and rate.
    pub lines: Vec<ReportLine>,
    /// SHA-256 of the signed tickets and of the settings that sort them.
    pub inputs: String,
}

/// Computes the report of a period from the signed tickets alone.
pub fn compute(cx: &impl Context, plan: &Plan, days: &Days) -> Result<Computed> {
    let mut lines = Vec::new();
    let mut inputs = natures(plan);
    for day in days.iter() {
        let facts = of_day(cx, &day)?;
        for (number, hash) in &facts.signed {
            let _infallible = writeln!(inputs, "{day}|{number}|{hash}");
        }
        let tickets = facts.tills.iter().flat_map(|till| &till.tickets);
        lines.extend(aggregate(plan, &day, tickets)?);
    }
    Ok(Computed { lines, inputs: sha256(inputs.as_bytes()) })
}

/// Which families are goods and which services, as far as the shop chose: a change of it changes reports.
fn natures(plan: &Plan) -> String {
    let chosen = plan.chosen().iter().filter_map(|(key, row)| Some((key, row.nature?)));
    chosen.fold(String::new(), |mut text, (key, nature)| {
        let _infallible = writeln!(text, "{key}={nature:?}");
        text
    })
}
