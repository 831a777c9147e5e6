//! Backups of the shop's data, the drill that proves them, and restoring one (issue 4 §2; ledger BAK-01, BAK-02).
//!
//! One worker makes the copies, runs the drills and checks the files that somebody wants to restore, one after another and
//! beside the work: no handler waits for any of it. A restored file never takes the place of the data while the program
//! runs: the next start does it ([`swap`]) and keeps what was there. Signing keys are in no backup, for they are not in the
//! database; neither is the passphrase.

mod cipher;
mod desk;
mod disk;
mod drill;
mod examine;
mod fetch;
mod lay;
mod places;
mod rescue;
mod restore;
mod restored;
mod retention;
mod run;
mod schedule;
mod settings;
pub mod swap;
mod view;
pub mod worker;

pub use desk::{Desk, Reason, Task};
pub use rescue::{Rescue, files_in};
pub use restore::{apply, state};
pub use restored::{adopt, journal_restored};
pub use run::data_dir;
pub use settings::PASSPHRASE;
pub use view::{files, overview};

/// How a place is called in the database.
const fn place_name(place: api::types::BackupPlace) -> &'static str {
    match place {
        api::types::BackupPlace::Local => "local",
        api::types::BackupPlace::Second => "second",
    }
}
