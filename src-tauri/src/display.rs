//! The window of the customer's display (C-18): where it stands, as monitors come and go.
//!
//! It belongs on a monitor that the till is not on, full screen. It never takes the keyboard, not even from a customer who
//! touches it: the next scan is for the till. Where the till has the only monitor, the display waits out of sight,
//! unless a person asks to see it.
//!
//! Nothing in Tauri tells of monitors that come and go, and what a system does with the windows of one that has gone differs, so
//! a thread looks. What the display shows is the page's business (`ui/src/afficheur`).

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde::Deserialize;
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, Manager as _, Monitor, PhysicalPosition, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    Window, WindowEvent,
};

use crate::window::{TILL, stays_inside};

/// The label that the capabilities name.
const LABEL: &str = "afficheur";

/// How often the monitors are looked at. A display whose monitor was unplugged may lie over the till for this long.
const LOOK: Duration = Duration::from_millis(500);

/// Where the display may be shown.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The workstation has no display.
    Nowhere,
    /// On a monitor of its own, as soon as there is one.
    OwnMonitor,
    /// There, or else in a window over the till: a person wants to see it now.
    Anywhere,
}

/// A monitor, in physical pixels of the desktop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Area {
    at: (i32, i32),
    size: (u32, u32),
}

impl From<&Monitor> for Area {
    fn from(monitor: &Monitor) -> Self {
        let (at, size) = (monitor.position(), monitor.size());
        Self { at: (at.x, at.y), size: (size.width, size.height) }
    }
}

/// Where the display is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    OutOfSight,
    Window,
    Monitor(Area),
}

/// One display per program; whoever moves it holds this.
static STAND: Mutex<Stand> = Mutex::new(Stand::OutOfSight);

/// Shows the display, or closes it. One that is open already stays where it is, if it may.
///
/// # Errors
/// When the system refuses the window; the till goes on without it.
pub fn show(host: &AppHandle, place: Place) -> tauri::Result<()> {
    let mut stand = STAND.lock().unwrap_or_else(PoisonError::into_inner);
    match (host.get_webview_window(LABEL), place) {
        (Some(window), Place::Nowhere) => window.close(),
        (None, Place::Nowhere) => Ok(()),
        (Some(window), _) => settle(host, &window, &mut stand, place),
        (None, _) => {
            *stand = Stand::OutOfSight;
            let window = build(host)?;
            settle(host, &window, &mut stand, place)?;
            let host = host.clone();
            std::thread::Builder::new().name("display".to_owned()).spawn(move || watch(&host))?;
            Ok(())
        }
    }
}

fn build(host: &AppHandle) -> tauri::Result<WebviewWindow> {
    WebviewWindowBuilder::new(host, LABEL, WebviewUrl::App("afficheur.html".into()))
        .on_navigation(stays_inside)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .title("Comptoir — Afficheur client")
        .inner_size(1024.0, 600.0)
        .focusable(false)
        .visible(false)
        .build()
}

/// Looks for monitors that come and go, until the display is closed.
fn watch(host: &AppHandle) {
    loop {
        std::thread::sleep(LOOK);
        let mut stand = STAND.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(window) = host.get_webview_window(LABEL) else { return };
        if let Err(error) = settle(host, &window, &mut stand, Place::OwnMonitor) {
            tracing::warn!(%error, "the customer's display");
        }
    }
}

/// Moves the display to where it belongs among the monitors of this moment.
fn settle(host: &AppHandle, window: &WebviewWindow, stand: &mut Stand, place: Place) -> tauri::Result<()> {
    let till = host.get_webview_window(TILL);
    let own = till.as_ref().map(WebviewWindow::current_monitor).transpose()?.flatten();
    let all: Vec<Area> = host.available_monitors()?.iter().map(Area::from).collect();
    let next = next(*stand, other_than(own.as_ref().map(Area::from), &all), place);
    if next == *stand && is_there(window, next)? {
        return Ok(());
    }
    match next {
        Stand::Monitor(area) => {
            cover(window, area)?;
            if let Some(till) = till {
                till.set_focus()?;
            }
        }
        Stand::Window => window.show()?,
        Stand::OutOfSight => {
            window.set_fullscreen(false)?;
            window.hide()?;
        }
    }
    *stand = next;
    Ok(())
}

/// True when the display is where it was put: a window manager may have had another idea.
fn is_there(window: &WebviewWindow, stand: Stand) -> tauri::Result<bool> {
    let Stand::Monitor(area) = stand else { return Ok(true) };
    Ok(window.current_monitor()?.is_some_and(|monitor| Area::from(&monitor).at == area.at))
}

/// Covers a monitor. The window is moved there before it is seen, and only then made full screen: window managers fill the monitor
/// on which they find a window.
fn cover(window: &WebviewWindow, area: Area) -> tauri::Result<()> {
    let corner = PhysicalPosition::<i32>::from(area.at);
    window.set_fullscreen(false)?;
    window.set_position(corner)?;
    window.show()?;
    window.set_position(corner)?;
    window.set_fullscreen_on_monitor(corner.cast())
}

/// The first monitor that the till is not on. None while nobody knows where the till is: it must not be covered.
fn other_than(own: Option<Area>, all: &[Area]) -> Option<Area> {
    let own = own?;
    // Monitors that show the same picture begin at the same place.
    all.iter().find(|area| area.at != own.at).copied()
}

const fn next(stand: Stand, monitor: Option<Area>, place: Place) -> Stand {
    match (monitor, place, stand) {
        (Some(area), _, _) => Stand::Monitor(area),
        (None, Place::Anywhere, _) | (None, _, Stand::Window) => Stand::Window,
        (None, _, _) => Stand::OutOfSight,
    }
}

/// The display goes with the till; the till stays without the display.
pub fn follow(window: &Window, event: &WindowEvent) {
    let display = window.app_handle().get_webview_window(LABEL);
    if let (TILL, WindowEvent::Destroyed, Some(display)) = (window.label(), event, display)
        && let Err(error) = display.close()
    {
        tracing::warn!(%error, "the customer's display does not close");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEFT: Area = Area { at: (0, 0), size: (1366, 768) };
    const RIGHT: Area = Area { at: (1366, 0), size: (1024, 768) };

    #[test]
    fn the_display_belongs_where_the_till_is_not() {
        assert_eq!(other_than(Some(LEFT), &[LEFT, RIGHT]), Some(RIGHT));
        assert_eq!(other_than(Some(RIGHT), &[LEFT, RIGHT]), Some(LEFT));
        assert_eq!(other_than(Some(LEFT), &[LEFT]), None);
        assert_eq!(other_than(None, &[LEFT, RIGHT]), None, "the till may be on either");
        let same = Area { size: (1920, 1080), ..LEFT };
        assert_eq!(other_than(Some(LEFT), &[LEFT, same]), None, "a copy of the till's picture");
    }

    #[test]
    fn without_a_monitor_of_its_own_only_a_person_brings_it_before_the_till() {
        let own = Place::OwnMonitor;
        assert_eq!(next(Stand::OutOfSight, None, own), Stand::OutOfSight);
        assert_eq!(next(Stand::OutOfSight, None, Place::Anywhere), Stand::Window);
        assert_eq!(next(Stand::Window, None, own), Stand::Window, "it was asked for");
        assert_eq!(next(Stand::Monitor(RIGHT), None, own), Stand::OutOfSight, "unplugged");
        for stand in [Stand::OutOfSight, Stand::Window, Stand::Monitor(LEFT)] {
            assert_eq!(next(stand, Some(RIGHT), own), Stand::Monitor(RIGHT), "plugged in");
        }
    }
}
