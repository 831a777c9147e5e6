//! Whether a cancellation takes back exactly what its ticket said.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::TicketPayload;

/// A short hash of the figures of a ticket, or of those of a cancellation with their signs turned: equal for the two.
/// Payments are left out, because the method of one may have been corrected in between.
pub(super) fn figures(p: &TicketPayload, turned: bool) -> u64 {
    let sign = |amount: i64| if turned { amount.wrapping_neg() } else { amount };
    let mut hasher = DefaultHasher::new();
    (sign(p.totals.net.0), sign(p.totals.tax.0), sign(p.totals.total.0)).hash(&mut hasher);
    (p.vat.len(), p.lines.len(), &p.currency).hash(&mut hasher);
    for row in &p.vat {
        (&row.code, row.rate, sign(row.base.0), sign(row.tax.0), sign(row.gross.0)).hash(&mut hasher);
    }
    for line in &p.lines {
        (line.line, line.article, line.fee, &line.code, &line.label, line.unit_price).hash(&mut hasher);
        (sign(line.quantity.0), sign(line.amount.0), sign(line.share.0), sign(line.total.0))
            .hash(&mut hasher);
    }
    hasher.finish()
}
