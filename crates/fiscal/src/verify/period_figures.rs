//! The detail of a closing against the records of its period, figure by figure.

use super::figure::PeriodFigure;
use crate::PeriodDetail;

/// The figures that differ; the number is checked apart.
pub(super) fn differing(
    expected: &PeriodDetail,
    found: &PeriodDetail,
) -> impl Iterator<Item = PeriodFigure> + use<> {
    let tickets = |d: &PeriodDetail| {
        let moments = (d.opened_at.clone(), d.last_at.clone());
        (d.tickets, d.first_ticket.clone(), d.last_ticket.clone(), moments)
    };
    let figures = [
        (PeriodFigure::Tickets, tickets(expected) == tickets(found)),
        (PeriodFigure::Sales, expected.sales == found.sales),
        (PeriodFigure::Returns, expected.returns == found.returns),
        (PeriodFigure::Cancellations, expected.cancellations == found.cancellations),
        (PeriodFigure::Discounts, expected.discounts == found.discounts),
        (PeriodFigure::Payments, expected.payments == found.payments),
        (PeriodFigure::Duplicates, expected.duplicates == found.duplicates),
        (PeriodFigure::DrawerOpenings, expected.drawer_openings == found.drawer_openings),
    ];
    figures.into_iter().filter(|(_, equal)| !equal).map(|(figure, _)| figure)
}
