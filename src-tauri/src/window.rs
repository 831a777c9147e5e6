//! The windows, and where they may go: nowhere but the interface that is built into the program.

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager as _, Url, WebviewUrl, WebviewWindowBuilder, Window, WindowEvent};

use crate::page;
use crate::rpc::Till;

/// The label that the capabilities name.
const TILL: &str = "caisse";
/// The label of the page that explains why there is no till; no capability names it.
const REFUSED: &str = "refused";

/// The label of the customer's display.
const DISPLAY: &str = "afficheur";

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

/// Opens the customer's display, or closes it. A display that is open stays where it is.
///
/// # Errors
/// When the system refuses the window; the till goes on without it.
#[cfg(desktop)]
pub fn show_display(host: &AppHandle, shown: bool) -> tauri::Result<()> {
    match (host.get_webview_window(DISPLAY), shown) {
        (Some(window), false) => window.close(),
        (None, true) => open_display(host),
        (Some(_), true) | (None, false) => Ok(()),
    }
}

/// A phone has no second screen.
#[cfg(mobile)]
pub fn show_display(_: &AppHandle, _: bool) -> tauri::Result<()> {
    Ok(())
}

/// Full screen on the screen that the till is not on; an ordinary window where there is only one. The till keeps the
/// keyboard: the next scan is for it.
#[cfg(desktop)]
fn open_display(host: &AppHandle) -> tauri::Result<()> {
    let till = host.get_webview_window(TILL);
    let own = till.as_ref().map(|till| till.current_monitor()).transpose()?.flatten();
    let others = host.available_monitors()?;
    let second = own.and_then(|own| others.into_iter().find(|other| other.position() != own.position()));
    let window = WebviewWindowBuilder::new(host, DISPLAY, WebviewUrl::App("afficheur.html".into()))
        .on_navigation(stays_inside)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .title("Comptoir — Afficheur client")
        .inner_size(1024.0, 600.0)
        .focused(false)
        .build()?;
    if let Some(screen) = second {
        window.set_position(*screen.position())?;
        window.set_fullscreen(true)?;
    }
    till.map_or(Ok(()), |till| till.set_focus())
}

/// The display goes with the till; the till stays without the display.
pub fn follow(window: &Window, event: &WindowEvent) {
    let display = window.app_handle().get_webview_window(DISPLAY);
    if let (TILL, WindowEvent::Destroyed, Some(display)) = (window.label(), event, display)
        && let Err(error) = display.close()
    {
        tracing::warn!(%error, "the customer's display does not close");
    }
}

fn stays_inside(address: &Url) -> bool {
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
