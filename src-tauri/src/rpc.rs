//! The one command: hands a call to the program, off the thread that draws.

use api::{Call, Fault};
use app::App;
use serde_json::value::RawValue;
use tauri::State;

/// The program behind the window, or the reason why there is none.
pub struct Till(pub Result<App, Fault>);

impl Till {
    /// Stops what works in the background.
    pub fn stop(&self) {
        if let Ok(app) = &self.0 {
            app.stop();
        }
    }
}

/// Carries out a call. Requests, rights and sessions are checked by the router behind it.
#[tauri::command]
pub async fn rpc(till: State<'_, Till>, call: Call) -> Result<Box<RawValue>, Fault> {
    let app = till.0.clone()?;
    let done = tauri::async_runtime::spawn_blocking(move || app.call(&call)).await;
    done.unwrap_or_else(|error| {
        tracing::error!(%error, "a call did not come back");
        Err(Fault::bug(error.to_string()))
    })
}
