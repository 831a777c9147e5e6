use uuid::Uuid;

use super::*;

fn terminal() -> WorkstationId {
    WorkstationId(Uuid::from_u128(1))
}

/// Closes what is due, one after the other, as the program does; the trade of a workstation are its days.
fn closed_in_order(days: &[&str], today: &str, year_start: i8, in_service: bool) -> Vec<String> {
    let mut open = OpenPeriods {
        first_day: days.first().map(|d| (*d).to_owned()),
        last_day: days.last().map(|d| (*d).to_owned()),
        open_day: days.first().map(|d| (*d).to_owned()),
        ..OpenPeriods::default()
    };
    let mut order = Vec::new();
    while let Some(due) = next_due(terminal(), &open, today, year_start, in_service).unwrap() {
        match due.scope {
            Scope::Jour => {
                let after = days.iter().find(|d| **d > due.key.as_str());
                open.open_day = after.map(|d| (*d).to_owned());
            }
            Scope::Mois => open.last_month = Some(due.key.clone()),
            Scope::Exercice => open.last_year_to = Some(due.to.clone()),
            Scope::Ticket => unreachable!(),
        }
        order.push(due.key);
        assert!(order.len() < 200, "it never ends: {order:?}");
    }
    order
}

/// what is missing is made good in order; days without trade need no closing, months and years do.
#[test]
fn days_then_their_month_then_their_year() {
    let days = ["2025-12-30", "2025-12-31", "2026-02-02"];
    let expected =
        ["2025-12-30", "2025-12-31", "2025-12", "2025", "2026-01", "2026-02-02", "2026-02", "2026-03"];
    assert_eq!(closed_in_order(&days, "2026-04-01", 1, true), expected);
}

#[test]
fn what_is_not_over_is_not_due() {
    assert_eq!(closed_in_order(&["2026-11-21"], "2026-11-21", 1, true), Vec::<String>::new());
    assert_eq!(closed_in_order(&["2026-11-21"], "2026-11-22", 1, true), ["2026-11-21"]);
    assert_eq!(closed_in_order(&[], "2026-11-22", 1, true), Vec::<String>::new());
}

#[test]
fn a_fiscal_year_has_its_own_key_and_its_own_end() {
    let order = closed_in_order(&["2026-04-02"], "2027-04-01", 4, true);
    assert_eq!(order.first().map(String::as_str), Some("2026-04-02"));
    assert_eq!(order.last().map(String::as_str), Some("2026-04/2027-03"));
    assert_eq!(order.len(), 1 + 12 + 1);
}

#[test]
fn a_workstation_out_of_service_ends_with_the_year_of_its_last_sale() {
    let order = closed_in_order(&["2024-06-03"], "2026-11-22", 1, false);
    assert_eq!(order.last().map(String::as_str), Some("2024"));
    let in_service = closed_in_order(&["2024-06-03"], "2026-11-22", 1, true);
    assert_eq!(in_service.last().map(String::as_str), Some("2026-10"));
}
