//! The worker that closes the day before in the night, when nobody has sold since.

use std::sync::Arc;
use std::time::Duration;

use store::tables::settings;

use super::{CLOSING_HOUR, make_good_all};
use crate::clock::LocalMoment;
use crate::error::{Error, Result};
use crate::shared::Shared;

/// How often the worker looks.
const LOOK: Duration = Duration::from_secs(60);

/// Starts the worker; it ends when the program stops.
pub fn start(shared: &Arc<Shared>) -> Result<()> {
    let shared = Arc::clone(shared);
    let body = move || {
        let mut done = None;
        while !shared.is_stopping() {
            shared.closing_bell.wait(LOOK);
            if let Err(error) = round(&shared, &mut done) {
                tracing::error!(%error, "closing worker");
            }
        }
    };
    std::thread::Builder::new().name("closings".to_owned()).spawn(body).map_err(store::Error::from)?;
    Ok(())
}

/// Once a day, after the shop's hour, closes what is due. `done` is the day on which that was last done.
pub fn round(shared: &Arc<Shared>, done: &mut Option<String>) -> Result<()> {
    let rules = shared.store.read(|db| {
        let country = settings::country(db)?;
        Ok::<_, Error>(country.map(|country| (country, settings::closing_rules(db))))
    })?;
    let Some((country, rules)) = rules else { return Ok(()) };
    let now = LocalMoment::of(shared.clock.now_ms(), country);
    let (today, hour) = (now.day(), rules?.hour.unwrap_or(CLOSING_HOUR));
    if shared.is_stopping() || now.civil().hour() < hour || done.as_ref() == Some(&today) {
        return Ok(());
    }
    make_good_all(shared)?;
    *done = Some(today);
    Ok(())
}
