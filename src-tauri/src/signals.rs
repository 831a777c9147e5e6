//! What the system asks of a program by signal: to end, as if its window had been closed.

use tauri::AppHandle;
use tokio::signal::unix::{SignalKind, signal};

/// Ends the program in order at SIGTERM (a computer that is shut down) and SIGINT (a terminal). Without this, either would be
/// a crash in the journal of every workstation.
pub fn obey(host: &AppHandle) {
    for kind in [SignalKind::terminate(), SignalKind::interrupt()] {
        let host = host.clone();
        tauri::async_runtime::spawn(async move {
            match signal(kind) {
                Ok(mut signal) => {
                    signal.recv().await;
                    host.exit(0);
                }
                Err(error) => tracing::warn!(%error, "a signal to end will be a crash"),
            }
        });
    }
}
