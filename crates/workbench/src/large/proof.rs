//! What was made is whole: every chain verifies, and every way of adding it up gives the same.

use app::Client;
use domain::money::Money;
use fiscal::verify::Verdict;
use store::tables::audit;

use super::day::Totals;
use crate::Failure;

/// Verifies every signed record, and compares what was recorded with sums of SQL over lines, payments, taxes and
/// shifts, and with the perpetual totals.
pub fn prove(client: &Client, totals: Totals) -> Result<(), Failure> {
    let store = client.app().store();
    let sums = store.read(audit::sums)?;
    let revenue: [(&str, Money); 4] = [
        ("lines", sums.lines),
        ("payments", sums.collected),
        ("shifts", sums.shifts),
        ("perpetual totals", sums.perpetual),
    ];
    for (what, sum) in revenue {
        agree(what, sum.0, totals.revenue.0)?;
    }
    agree("documents", sums.tickets, totals.documents)?;
    agree("VAT of documents and shifts", sums.stored_vat.0, sums.shift_vat.0)?;
    agree("VAT of sales, recomputed from their lines", sums.vat.0, sums.sold_vat.0)?;
    let mut records = 0;
    for (terminal, report) in store.read(app::verify_chains).map_err(|e| e.to_string())? {
        if report.verdict() != Verdict::Sound {
            return Err(format!("{terminal}: {:?}, {:?}", report.verdict(), report.findings.first()).into());
        }
        records += report.records;
    }
    println!("{records} signed records verified; revenue, payments, VAT, shifts and perpetual totals agree");
    Ok(())
}

fn agree(what: &str, found: i64, expected: i64) -> Result<(), Failure> {
    if found == expected { Ok(()) } else { Err(format!("{what}: {found}, not {expected}").into()) }
}
