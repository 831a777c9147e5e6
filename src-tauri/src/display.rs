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

/// The monitors of a moment, and the one that the till is on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Desk {
    own: Option<Area>,
    all: Vec<Area>,
}

/// The attempts to put the display where it belongs. Some window managers let nobody place a window, or do not say where it is: to try
/// for ever would make the display flicker, so it stays where they put it until the monitors change or somebody asks anew.
struct Attempts {
    among: Option<Desk>,
    made: u8,
}

impl Attempts {
    const MOST: u8 = 3;
    const NONE: Self = Self { among: None, made: 0 };

    /// Counts another attempt among these monitors; false when there were enough.
    fn another(&mut self, desk: &Desk) -> bool {
        if self.among.as_ref() != Some(desk) {
            *self = Self { among: Some(desk.clone()), made: 0 };
        }
        let allowed = self.made < Self::MOST;
        self.made += u8::from(allowed);
        allowed
    }
}

/// What is known of the display.
struct Display {
    stand: Stand,
    attempts: Attempts,
    /// Counts the windows: the thread that looks after one ends when there is another.
    window: u32,
}

/// One display per program; whoever moves it holds this.
static DISPLAY: Mutex<Display> =
    Mutex::new(Display { stand: Stand::OutOfSight, attempts: Attempts::NONE, window: 0 });

/// Shows the display, or closes it. One that is open already stays where it is, if it may.
///
/// # Errors
/// When the system refuses the window; the till goes on without it.
pub fn show(host: &AppHandle, place: Place) -> tauri::Result<()> {
    let mut display = DISPLAY.lock().unwrap_or_else(PoisonError::into_inner);
    display.attempts = Attempts::NONE;
    match (host.get_webview_window(LABEL), place) {
        (Some(window), Place::Nowhere) => {
            window.close()?;
            wait_until_gone(host);
            Ok(())
        }
        (None, Place::Nowhere) => Ok(()),
        (Some(window), _) => settle(host, &window, &mut display, place),
        (None, _) => open(host, &mut display, place),
    }
}

/// A window that was told to close is there for a moment yet, and must not be taken for one that stays.
fn wait_until_gone(host: &AppHandle) {
    for _ in 0..20 {
        if host.get_webview_window(LABEL).is_none() {
            return;
        }
        std::thread::sleep(LOOK / 10);
    }
}

fn open(host: &AppHandle, display: &mut Display, place: Place) -> tauri::Result<()> {
    display.stand = Stand::OutOfSight;
    display.window = display.window.wrapping_add(1);
    let number = display.window;
    let window = build(host)?;
    let placed = settle(host, &window, display, place);
    let host = host.clone();
    std::thread::Builder::new().name("display".to_owned()).spawn(move || watch(&host, number))?;
    placed
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
fn watch(host: &AppHandle, number: u32) {
    let mut told = None;
    loop {
        std::thread::sleep(LOOK);
        let mut display = DISPLAY.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(window) = host.get_webview_window(LABEL).filter(|_| display.window == number) else {
            return;
        };
        if let Err(error) = settle(host, &window, &mut display, Place::OwnMonitor) {
            let text = Some(error.to_string());
            // What fails at every look is told once.
            if told != text {
                tracing::warn!(%error, "the customer's display");
                told = text;
            }
        }
    }
}

/// Moves the display to where it belongs among the monitors of this moment.
fn settle(
    host: &AppHandle,
    window: &WebviewWindow,
    display: &mut Display,
    place: Place,
) -> tauri::Result<()> {
    let till = host.get_webview_window(TILL);
    let own = till.as_ref().map(WebviewWindow::current_monitor).transpose()?.flatten();
    let all = host.available_monitors()?.iter().map(Area::from).collect();
    let desk = Desk { own: own.as_ref().map(Area::from), all };
    let next = next(display.stand, other_than(desk.own, &desk.all), place);
    let changes = next != display.stand;
    if !changes && is_there(window, next)? || !display.attempts.another(&desk) {
        return Ok(());
    }
    match next {
        Stand::Monitor(area) => cover(window, area)?,
        Stand::Window => window.show()?,
        Stand::OutOfSight => {
            window.set_fullscreen(false)?;
            window.hide()?;
        }
    }
    display.stand = next;
    match till {
        // Only once: a later attempt could take the keyboard from a dialog.
        Some(till) if changes && matches!(next, Stand::Monitor(_)) => till.set_focus(),
        _ => Ok(()),
    }
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

    #[test]
    fn a_window_manager_with_another_idea_is_left_in_peace_until_the_monitors_change() {
        let two = Desk { own: Some(LEFT), all: vec![LEFT, RIGHT] };
        let mut attempts = Attempts::NONE;
        let allowed =
            |attempts: &mut Attempts, desk: &Desk| (0..5).filter(|_| attempts.another(desk)).count();
        assert_eq!(allowed(&mut attempts, &two), 3);
        let one = Desk { own: Some(LEFT), all: vec![LEFT] };
        assert!(attempts.another(&one), "unplugged");
        assert_eq!(allowed(&mut attempts, &two), 3, "plugged in again");
        let moved = Desk { own: Some(RIGHT), ..two };
        assert_eq!(allowed(&mut attempts, &moved), 3, "the till was moved");
    }
}
