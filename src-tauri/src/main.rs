//! The desktop program. Everything is in the library, which phones load as well.

// A release on Windows opens no console beside the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    comptoir_lib::run()
}
