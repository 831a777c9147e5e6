use store::tables::{audit, ops};
use tempfile::tempdir;

use super::{Plan, make};
use crate::Failure;

/// Three hundred tickets of six days, made as half a million are.
pub const SMALL: Plan = Plan { articles: 400, customers: 60, tickets: 300, days: 6, seed: 7 };

/// What two makings of the same past have in common: everything but ids, keys and signatures.
fn past(plan: &Plan) -> Result<Vec<String>, Failure> {
    let dir = tempdir()?;
    let client = make(dir.path(), plan)?;
    Ok(client.app().store().read(audit::story)?)
}

#[test]
fn the_same_seed_makes_the_same_past_and_another_seed_another() -> Result<(), Failure> {
    let once = past(&SMALL)?;
    assert!(once.len() > 900, "{} rows tell it", once.len());
    assert_eq!(once, past(&SMALL)?);
    assert_ne!(once, past(&Plan { seed: 8, ..SMALL })?);
    Ok(())
}

#[test]
fn the_past_holds_what_a_shop_sees_and_stands_in_the_log_action_by_action() -> Result<(), Failure> {
    let dir = tempdir()?;
    // `make` proves chains and sums, or fails.
    let client = make(dir.path(), &Plan { tickets: 900, ..SMALL })?;
    let store = client.app().store();
    let kinds = store.read(audit::operations)?;
    for operation in ["VENTE", "RETOUR", "ANNULATION"] {
        assert!(kinds.iter().any(|(name, count)| name == operation && *count > 0), "{operation}: {kinds:?}");
    }
    let sales = kinds.iter().find(|(name, _)| name == "VENTE").map_or(0, |(_, count)| *count);
    assert_eq!(sales, 900);
    // Each action ends its own transaction in the log, although a day was committed at once.
    let log = store.read(|db| ops::after(db, 0, 100_000))?;
    let sealed: Vec<_> = log.iter().filter(|op| op.payload.contains("\"grand_total\"")).collect();
    assert!(sealed.len() >= 900 && sealed.iter().all(|op| op.ends_transaction()), "{}", sealed.len());
    Ok(())
}
