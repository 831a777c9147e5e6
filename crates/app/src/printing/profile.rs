//! From the settings of a workstation to a driver's profile.

use api::types::{PrintConfirmation, PrinterConnection, PrinterSettings};
use devices::{Confirm, DrawerProfile, PrinterProfile, TransportConfig};
use documents::{Columns, DrawerPulse, Paper, Words};
use domain::country::Country;
use domain::language::Language;

use super::language::words_in;

/// The driver's profile.
pub fn profile(settings: &PrinterSettings) -> PrinterProfile {
    PrinterProfile {
        id: "ticket".to_owned(),
        name: name(settings),
        transport: match &settings.connection {
            PrinterConnection::Tcp { host, port } => TransportConfig::Tcp { host: host.clone(), port: *port },
            PrinterConnection::File { path } => TransportConfig::File { path: path.into() },
        },
        columns: devices::Columns::try_from(settings.columns).unwrap_or_default(),
        charset: devices::Charset::Pc858,
        confirm: match settings.confirmation {
            PrintConfirmation::ProcessId => Confirm::ProcessId,
            PrintConfirmation::GsR => Confirm::GsR,
            PrintConfirmation::DleEot => Confirm::DleEot,
            PrintConfirmation::None => Confirm::None,
        },
        drawer: settings.drawer.then(DrawerProfile::default),
        cut: devices::Cut::default(),
    }
}

/// How the printer is called in the print history.
pub fn name(settings: &PrinterSettings) -> String {
    match &settings.connection {
        PrinterConnection::Tcp { host, port } => format!("{host}:{port}"),
        PrinterConnection::File { path } => path.clone(),
    }
}

/// The paper of a printer; 80 mm when there is none, for the preview.
pub fn paper(settings: Option<&PrinterSettings>) -> Paper {
    let columns = match settings.map(|s| s.columns) {
        Some(32) => Columns::C32,
        _ => Columns::C48,
    };
    Paper { columns, charset: documents::Charset::Pc858 }
}

/// The words of the papers that stay in the shop, in its own language.
pub fn words(country: Country) -> Words {
    words_in(country, Language::Fr)
}

/// The bytes that open the drawer: the driver's usual pulse.
pub fn drawer_pulse() -> DrawerPulse {
    let DrawerProfile { pin, on_ms, off_ms } = DrawerProfile::default();
    DrawerPulse { pin, on_ms, off_ms }
}
