//! The shell: the till's window, the customer's display beside it, a command for each, events. Desktop programs and phones start here.
//!
//! It holds no rule of the trade and no state but the [`app::App`]: everything that matters happens behind `rpc`.
//! This is the only crate that knows Tauri.
#![cfg_attr(
    mobile,
    expect(missing_docs, reason = "the macro of a phone's entry point writes a function without words")
)]

#[cfg(desktop)]
mod display;
#[cfg(desktop)]
mod keys;
mod options;
mod page;
mod rpc;
mod save;
mod shop;
#[cfg(all(desktop, unix))]
mod signals;
mod window;

use std::process::ExitCode;

use options::Options;
use rpc::Till;
use tauri::{Manager as _, RunEvent};

/// Runs the program until its window is closed, or the system asks it to end.
#[cfg_attr(mobile, tauri::mobile_entry_point)]
pub fn run() -> ExitCode {
    log_to_stderr();
    let options = match Options::of_process() {
        Ok(options) => options,
        Err(mistake) => {
            eprintln!("{mistake}\n\n{}", options::USAGE);
            return ExitCode::from(2);
        }
    };
    let program = tauri::Builder::default();
    #[cfg(desktop)]
    let program = program.on_window_event(display::follow);
    let built = program
        .register_uri_scheme_protocol(page::SCHEME, |context, _| page::response(context.app_handle()))
        .invoke_handler(tauri::generate_handler![
            rpc::rpc,
            rpc::display,
            rpc::show_display,
            rpc::restart,
            save::save_file
        ])
        .setup(move |host| set_up(host, &options))
        .build(tauri::generate_context!());
    match built {
        Ok(program) => {
            program.run(|host, event| {
                if matches!(event, RunEvent::Exit) {
                    host.state::<Till>().close();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            tracing::error!(%error, "the window cannot be opened");
            ExitCode::FAILURE
        }
    }
}

/// Opens the shop, and then the window: it says why where there is no shop.
fn set_up(host: &tauri::App, options: &Options) -> Result<(), Box<dyn std::error::Error>> {
    let opened = shop::open(host.handle(), options);
    if let Err(fault) = &opened {
        tracing::error!(code = fault.code.as_str(), trace = fault.trace, "the shop cannot be opened");
    }
    host.manage(Till(opened));
    window::open(host.handle())?;
    #[cfg(all(desktop, unix))]
    signals::obey(host.handle());
    Ok(())
}

fn log_to_stderr() {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
