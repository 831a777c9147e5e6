//! How backups are made, and what has to be known to make one.

use api::types::BackupSettings;
use domain::country::Country;
use store::Db;
use store::tables::backups::{self, BackupSettingsRow};
use store::tables::{copies, settings};

use crate::error::Result;
use crate::shared::Shared;

/// The name of the passphrase among the secrets of this computer.
pub const PASSPHRASE: &str = "backup";
/// Without other wishes: every quarter of an hour, and at 22:00.
const EVERY_MIN: u16 = 15;
const DAILY_MIN: u16 = 22 * 60;

/// The settings until somebody changes them.
pub const fn defaults() -> BackupSettingsRow {
    BackupSettingsRow { second: String::new(), every_min: EVERY_MIN, daily_min: DAILY_MIN, encrypted: false }
}

/// What a backup is made with.
pub struct Settings {
    /// The settings.
    pub row: BackupSettingsRow,
    /// Which database it is.
    pub about: copies::About,
    /// Whose clock counts.
    pub country: Country,
    /// Tickets so far.
    pub tickets: i64,
}

/// Reads them; none where there is no shop yet.
pub fn of_shop(db: Db<'_>) -> Result<Option<Settings>> {
    let Some(country) = settings::country(db)? else { return Ok(None) };
    let row = backups::settings(db)?.unwrap_or_else(defaults);
    Ok(Some(Settings { row, about: copies::about(db)?, country, tickets: copies::tickets_numbered(db)? }))
}

impl Settings {
    /// As windows see them.
    pub fn view(&self, shared: &Shared) -> Result<BackupSettings> {
        Ok(BackupSettings {
            second: self.row.second.clone(),
            every_min: self.row.every_min,
            daily_min: self.row.daily_min,
            encrypted: self.row.encrypted,
            has_passphrase: passphrase(shared)?.is_some(),
        })
    }
}

/// The passphrase that this computer keeps.
pub fn passphrase(shared: &Shared) -> Result<Option<String>> {
    let kept = shared.key_store.secret(PASSPHRASE).map_err(store::Error::from)?;
    Ok(kept.and_then(|bytes| String::from_utf8(bytes).ok()))
}
