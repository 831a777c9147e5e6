//! What the program can do: one use case per command, behind one router.
//!
//! A use case validates, builds, and emits operations; it knows no SQL and waits for no device. Hosts (the Tauri
//! shell, `devhost`, tests) only carry [`api::Call`]s to [`App::call`] and events back.

mod alerts;
pub mod anchors;
mod archives;
mod backups;
mod bookkeeping;
mod books;
#[cfg(feature = "workbench")]
pub mod bulk;
mod check_later;
mod client;
mod clock;
mod closings;
mod context;
mod corrections;
mod crash_points;
mod error;
mod fiscal_book;
mod handlers;
mod import;
mod instance;
mod integrity;
mod journal;
mod keys;
mod label_rules;
mod lifetime;
mod logo;
mod mailing;
mod options;
mod pins;
mod price_accuracy;
mod printer_search;
mod printing;
mod program;
mod readiness;
mod router;
mod sale;
mod samples;
mod sessions;
mod settlements;
mod shared;
mod start;
mod text;
mod timings;
mod training;
mod upgrade;
mod verify;
mod views;

pub use anchors::beside as anchor_dir;
pub use backups::Rescue;
pub use books::ANCHOR_DEFECTS;
pub use client::Client;
pub use clock::{Clock, LocalMoment, ManualClock, SystemClock};
#[cfg(feature = "crash-points")]
pub use crash_points::{CrashPoint, watch as watch_crash_points};
pub use keys::{FileKeys, KeyStore, TerminalKey};
pub use printer_search::PrinterPlaces;
pub use program::Program;
pub use samples::{Catalogue, SampleShop, Samples};
pub use shared::Listener;
pub use start::{App, AppOptions};
pub use verify::verify_chains;

/// Version of the program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
