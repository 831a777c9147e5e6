//! A bare Tauri window on an empty page: what the program's memory stands beside (`tests/window/measure.mjs --bare`).

use tauri::{Builder, WebviewUrl, WebviewWindowBuilder};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let page = "about:blank".parse()?;
    let window = |app: &mut tauri::App| {
        WebviewWindowBuilder::new(app, "bare", WebviewUrl::External(page))
            .inner_size(1366.0, 768.0)
            .build()?;
        Ok(())
    };
    Ok(Builder::default().setup(window).run(tauri::generate_context!())?)
}
