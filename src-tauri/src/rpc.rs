//! The commands: hand a call to the program, off the thread that draws.
//!
//! The till's window has `rpc` and may ask for anything; the router behind it checks requests, rights and sessions. The
//! customer's display has `display`, which asks one question. Which window has which is in `capabilities`.

use api::{Call, Fault};
use app::Program;
use domain::ids::ComputerId;
use serde_json::json;
use serde_json::value::RawValue;
use tauri::{AppHandle, State};

#[cfg(desktop)]
use crate::display::{self, Place};

/// The program behind the window, or the reason why there is not even a folder for its data.
pub struct Till(pub Result<Program, Fault>);

impl Till {
    /// Ends the program behind the window.
    pub fn close(&self) {
        if let Ok(program) = &self.0 {
            program.close();
        }
    }
}

/// Carries out a call. Requests, rights and sessions are checked by the router behind it.
#[tauri::command]
pub async fn rpc(till: State<'_, Till>, call: Call) -> Result<Box<RawValue>, Fault> {
    carry_out(till.0.clone()?, call).await
}

/// What customers may see at a computer: all that their display can ask for.
#[tauri::command]
pub async fn display(till: State<'_, Till>, computer: ComputerId) -> Result<Box<RawValue>, Fault> {
    let call = Call {
        command: "customer_display".to_owned(),
        request: json!({}),
        session: None,
        key: None,
        client: None,
        computer: Some(computer),
        approval: None,
    };
    carry_out(till.0.clone()?, call).await
}

/// Shows the customer's display, or closes it.
#[cfg(desktop)]
#[tauri::command]
pub async fn show_display(host: AppHandle, place: Place) -> Result<(), Fault> {
    display::show(&host, place).map_err(|error| {
        tracing::warn!(%error, "the customer's display");
        Fault::bug(error.to_string())
    })
}

/// A phone has no second screen.
#[cfg(mobile)]
#[tauri::command]
pub fn show_display() {}

/// Ends the program and starts it anew: a restored backup takes its place then.
#[tauri::command]
pub async fn restart(host: AppHandle) {
    host.request_restart();
}

async fn carry_out(program: Program, call: Call) -> Result<Box<RawValue>, Fault> {
    let done = tauri::async_runtime::spawn_blocking(move || program.call(&call)).await;
    done.unwrap_or_else(|error| {
        tracing::error!(%error, "a call did not come back");
        Err(Fault::bug(error.to_string()))
    })
}
