//! PINs: hashing, checking, and slowing down who guesses.
//!
//! A check runs outside the writer's thread, because Argon2 is slow on purpose; checks run one at a time, so that
//! the limit holds against attempts made side by side.

use std::sync::Arc;

use api::{Fault, FaultCode};
use argon2::password_hash::SaltString;
use argon2::{Argon2, PasswordHash, PasswordHasher as _, PasswordVerifier as _};
use domain::ids::UserId;
use ring::rand::SecureRandom as _;
use store::tables::local::{self, PinAttempts};
use store::tables::settings::{self, UserRow};
use store::{Actor, Stamp};

use crate::error::{Error, Result, refusal, refuse};
use crate::shared::{Shared, lock};
use crate::training::shop_of;

/// Wrong PINs in a row before a wait (ux.md C-01).
const ATTEMPTS: u32 = 5;
/// First wait; it doubles with each further error.
const FIRST_WAIT_MS: i64 = 30_000;
/// Longest wait.
const LONGEST_WAIT_MS: i64 = 15 * 60_000;

/// Hashes a new PIN with Argon2id. Refuses what is not 4 to 8 digits.
pub fn hash(pin: &str) -> Result<String> {
    if !(4..=8).contains(&pin.len()) || !pin.bytes().all(|b| b.is_ascii_digit()) {
        return refuse(FaultCode::PinFormat);
    }
    let mut salt = [0u8; 16];
    let random = ring::rand::SystemRandom::new();
    random.fill(&mut salt).map_err(|_| Error::Bug("no random numbers".to_owned()))?;
    let salt = SaltString::encode_b64(&salt).map_err(|e| Error::Bug(e.to_string()))?;
    let hash =
        Argon2::default().hash_password(pin.as_bytes(), &salt).map_err(|e| Error::Bug(e.to_string()))?;
    Ok(hash.to_string())
}

/// Checks the PIN of an active user. A wrong one is counted in a transaction of its own; after five in a row the
/// user waits, twice as long each time.
pub fn check(shared: &Arc<Shared>, id: UserId, pin: &str) -> Result<UserRow> {
    // One count for both worlds: training is no way to guess a PIN of the shop.
    let shop = shop_of(shared).ok_or(store::Error::Stopped)?;
    let shared = &shop;
    let _one_at_a_time = lock(&shared.pin_check);
    let now_ms = shared.clock.now_ms();
    let (user, attempts) =
        shared.store.read(|db| Ok::<_, Error>((settings::user(db, id)?, local::pin_attempts(db, id)?)))?;
    let user = user.filter(|u| u.active).ok_or_else(|| refusal(FaultCode::UserNotFound))?;
    if attempts.locked_until_ms > now_ms {
        let seconds = (attempts.locked_until_ms - now_ms + 999) / 1000;
        return Err(Fault::refused(FaultCode::SignInLocked).with("seconds", seconds).into());
    }
    let known = PasswordHash::new(&user.pin_hash).map_err(|e| Error::Bug(e.to_string()))?;
    if Argon2::default().verify_password(pin.as_bytes(), &known).is_ok() {
        if attempts != PinAttempts::default() {
            note(shared, id, now_ms, PinAttempts::default())?;
        }
        return Ok(user);
    }
    let failures = attempts.failures + 1;
    let locked_until_ms = if failures < ATTEMPTS { 0 } else { now_ms + wait_ms(failures) };
    note(shared, id, now_ms, PinAttempts { failures, locked_until_ms })?;
    if failures < ATTEMPTS {
        Err(Fault::refused(FaultCode::WrongPin).with("attempts_left", ATTEMPTS - failures).into())
    } else {
        Err(Fault::refused(FaultCode::SignInLocked).with("seconds", wait_ms(failures) / 1000).into())
    }
}

fn wait_ms(failures: u32) -> i64 {
    let doublings = (failures - ATTEMPTS).min(10);
    (FIRST_WAIT_MS << doublings).min(LONGEST_WAIT_MS)
}

fn note(shared: &Shared, user: UserId, now_ms: i64, attempts: PinAttempts) -> Result<()> {
    let stamp = Stamp { now_ms, actor: Actor::default() };
    shared.store.write(stamp, move |tx| Ok::<_, Error>(local::set_pin_attempts(tx, user, attempts)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_doubles_and_stays_below_a_quarter_of_an_hour() {
        assert_eq!([5, 6, 7].map(wait_ms), [30_000, 60_000, 120_000]);
        assert_eq!(wait_ms(90), LONGEST_WAIT_MS);
    }

    #[test]
    fn a_pin_is_four_to_eight_digits() {
        for pin in ["", "123", "123456789", "12a4", "１２３４"] {
            assert!(hash(pin).is_err(), "{pin:?}");
        }
        assert!(hash("1234").unwrap().starts_with("$argon2id$"));
    }
}
