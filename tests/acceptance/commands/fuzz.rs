//! Requests that nobody meant: every command with its sample bent in ways that JSON allows. A random walk with a fixed
//! seed, so that a failure comes again; `FUZZ_ROUNDS` makes it longer.

use std::collections::BTreeSet;

use api::{CommandInfo, Fault, FaultCode, command_table};
use domain::permission::Role;
use serde_json::{Value, json};
use store::tables::ops;
use testkit::{TestShop, Till, differences};

use super::call;
use super::samples::sample;
use crate::replay::assert_replays;
use crate::world::{Random, cashier_with_shift};

/// Requests of each command, by default.
const ROUNDS: u64 = 24;
/// Every so many refusals the whole database is compared; the operation log is looked at after each.
const LOOK_EVERY: u64 = 150;
/// Where work that an earlier request began notes its result in its own time: copies, and the full verification.
const IN_THEIR_TIME: [&str; 3] = ["backup_drill", "backup_run", "integrity_run"];
/// What ends the session or the shop of the test.
const LEFT_OUT: [&str; 3] = ["session_close", "training_enter", "session_open"];

/// Values that break what expects others.
fn odd_value(chance: &mut Random, ids: &[String]) -> Value {
    let odd = [
        Value::Null,
        json!(0),
        json!(-1),
        json!(i64::MAX),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(1.5),
        json!(1e300),
        json!(true),
        json!(""),
        json!("'; DROP TABLE document; --"),
        json!("\u{0}\u{1b}@é\u{202e}🧾\u{301}"),
        json!("9".repeat(5_000)),
        json!("9999-12-31"),
        json!("2026-02-30"),
        json!([]),
        json!([null, [[[]]], {}]),
        json!({ "": {} }),
        json!(vec![0; 3_000]),
    ];
    match chance.below(3) {
        0 => json!(ids[usize::try_from(chance.below(ids.len() as u64)).unwrap()]),
        _ => odd[usize::try_from(chance.below(odd.len() as u64)).unwrap()].clone(),
    }
}

/// Every id in the database: what a request can name.
fn ids(shop: &TestShop) -> Vec<String> {
    let rows: Vec<String> = shop.snapshot().into_values().flatten().collect();
    let words = rows.iter().flat_map(|row| row.split(|c: char| !c.is_ascii_hexdigit() && c != '-'));
    let found: BTreeSet<String> =
        words.filter(|w| uuid::Uuid::try_parse(w).is_ok()).map(str::to_owned).collect();
    assert!(found.len() > 300, "{}", found.len());
    found.into_iter().collect()
}

/// Bends a request in one to three places.
fn bend(request: &mut Value, chance: &mut Random, ids: &[String]) {
    for _ in 0..=chance.below(3) {
        let place = a_place(request, chance);
        *place = odd_value(chance, ids);
    }
}

/// Some value inside a value, or itself.
fn a_place<'a>(value: &'a mut Value, chance: &mut Random) -> &'a mut Value {
    let size = match value {
        Value::Object(map) => map.len(),
        Value::Array(list) => list.len(),
        _ => 0,
    };
    if size == 0 || chance.below(8) == 0 {
        return value;
    }
    let at = usize::try_from(chance.below(size as u64)).unwrap();
    let inner = match value {
        Value::Object(map) => map.values_mut().nth(at),
        Value::Array(list) => list.get_mut(at),
        _ => None,
    };
    a_place(inner.unwrap(), chance)
}

/// The log's end: a refusal adds nothing to it.
fn log_end(shop: &TestShop) -> i64 {
    shop.app().store().read(ops::head).unwrap()
}

/// A request of a command with real ids where the sample names nothing, then bent.
fn request(command: &CommandInfo, chance: &mut Random, ids: &[String]) -> Value {
    let mut request = sample(command);
    name_something(&mut request, chance, ids);
    if chance.below(4) > 0 {
        bend(&mut request, chance, ids);
    }
    request
}

fn name_something(value: &mut Value, chance: &mut Random, ids: &[String]) {
    match value {
        Value::String(text) if uuid::Uuid::try_parse(text).is_ok_and(|id| id.is_nil()) => {
            text.clone_from(&ids[usize::try_from(chance.below(ids.len() as u64)).unwrap()]);
        }
        Value::Object(map) => map.values_mut().for_each(|inner| name_something(inner, chance, ids)),
        Value::Array(list) => list.iter_mut().for_each(|inner| name_something(inner, chance, ids)),
        _ => {}
    }
}

/// A shop with something of most kinds in it, and those who ask.
fn busy_shop() -> (TestShop, Vec<Till>) {
    let (shop, cashier) = cashier_with_shift();
    cashier.cash_sale(&["1001", "1101"]);
    cashier.scan("1001");
    let manager = shop.till(Role::Manager, "C02");
    manager.open_shift(50_00);
    let technician = shop.till(Role::Technician, "C01");
    (shop, vec![cashier, manager, technician])
}

/// No request makes a command panic, hang or fail as a fault of the program; what is refused writes nothing; whatever was
/// accepted replays.
#[test]
fn bent_requests_are_refused_or_carried_out_and_never_break_anything() {
    let (shop, tills) = busy_shop();
    let ids = ids(&shop);
    let rounds = std::env::var("FUZZ_ROUNDS").map_or(ROUNDS, |rounds| rounds.parse().unwrap());
    let mut chance = Random::new(0x00C0_FFEE);
    let (mut refused, mut done) = (0_u64, 0_u64);
    for _ in 0..rounds {
        for command in command_table().iter().filter(|c| !LEFT_OUT.contains(&c.name)) {
            let request = request(command, &mut chance, &ids);
            let till = &tills[usize::try_from(chance.below(tills.len() as u64)).unwrap()];
            let looked = (refused % LOOK_EVERY == 0).then(|| shop.snapshot_except(&IN_THEIR_TIME));
            let end = log_end(&shop);
            let before = std::time::Instant::now();
            match shop.app().call(&call(command, request.clone(), Some(till), true)) {
                Ok(_) => done += 1,
                Err(Fault { code: FaultCode::Internal, .. }) => panic!("{} broke: {request}", command.name),
                Err(_) => {
                    refused += 1;
                    assert_eq!(log_end(&shop), end, "{}: {request}", command.name);
                    let after = || shop.snapshot_except(&IN_THEIR_TIME);
                    let changed = looked.map(|before| differences(&before, &after()));
                    let changed = changed.unwrap_or_default();
                    assert!(changed.is_empty(), "{} changed {changed:?}: {request}", command.name);
                }
            }
            assert!(before.elapsed().as_secs() < 20, "{} hangs: {request}", command.name);
        }
    }
    println!("{refused} refused, {done} carried out");
    assert!(refused > 20 * rounds && done > 20 * rounds, "{refused} refused, {done} carried out");
    assert_replays(&shop);
}
