//! The till's window, and where any window may go: nowhere but the interface that is built into the program.

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager as _, Url, WebviewUrl, WebviewWindowBuilder};

use crate::page;
use crate::rpc::Till;

/// The label that the capabilities name.
pub const TILL: &str = "caisse";
/// The label of the page that explains why there is no till; no capability names it.
const REFUSED: &str = "refused";

/// Opens the till, or the page that says why it cannot be opened.
///
/// # Errors
/// When the system has no web view or no screen.
pub fn open(host: &AppHandle) -> tauri::Result<()> {
    let opened = host.state::<Till>().0.is_ok();
    let (label, address) = if opened {
        (TILL, WebviewUrl::App("index.html".into()))
    } else {
        (REFUSED, WebviewUrl::CustomProtocol(page::address()?))
    };
    let window = WebviewWindowBuilder::new(host, label, address)
        .on_navigation(stays_inside)
        .on_new_window(|_, _| NewWindowResponse::Deny);
    #[cfg(desktop)]
    let window = window.title("Comptoir").inner_size(1366.0, 768.0).min_inner_size(1024.0, 700.0).center();
    window.build()?;
    Ok(())
}

/// True for an address of the interface that is built into the program.
pub fn stays_inside(address: &Url) -> bool {
    let development = cfg!(dev) && address.host_str() == Some("localhost") && address.port() == Some(1420);
    let host = address.host_str().unwrap_or_default();
    match address.scheme() {
        "tauri" | page::SCHEME => host == "localhost",
        // Where a web view knows no schemes of ours, Tauri uses names below `localhost`.
        "http" | "https" => development || host == "tauri.localhost" || host == page::HTTP_HOST,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_own_interface_may_be_opened() {
        let stays = |address: &str| stays_inside(&Url::parse(address).unwrap());
        assert!(stays("tauri://localhost/index.html"));
        assert!(stays("http://tauri.localhost/gestion.html#/articles"));
        assert!(stays("tauri://localhost/pilotage.html#/quarts"));
        assert!(stays("tauri://localhost/afficheur.html"));
        assert!(stays(page::address().unwrap().as_str()));
        for outside in [
            "https://example.org/",
            "http://tauri.localhost.example.org/",
            "file:///etc/passwd",
            "tauri://elsewhere/",
        ] {
            assert!(!stays(outside), "{outside}");
        }
    }
}
