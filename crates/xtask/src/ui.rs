//! Builds of the interface: one bundle for the window, one for a browser on the development host.

use crate::Failure;
use crate::files::{modified, newest};
use crate::npm;
use crate::process::root;

/// A host of the interface.
#[derive(Clone, Copy)]
pub enum Host {
    /// The shell; the bundle is embedded in the program.
    Window,
    /// A browser; `devhost` serves the bundle.
    Browser,
}

impl Host {
    /// Where the bundle is, from the root.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Window => "ui/dist/tauri",
            Self::Browser => "ui/dist/http",
        }
    }

    const fn script(self) -> &'static str {
        match self {
            Self::Window => "build:tauri",
            Self::Browser => "build:http",
        }
    }
}

/// Builds both bundles.
pub fn build() -> Result<(), Failure> {
    npm::install()?;
    build_for(Host::Browser)?;
    build_for(Host::Window)
}

/// Builds one bundle, unless it is newer than everything it is made of. Needs the npm packages.
pub fn build_for(host: Host) -> Result<(), Failure> {
    let index = root().join(host.folder()).join("index.html");
    if newest(&root().join("ui"), &["node_modules", "dist", "messages.ts"]) < modified(&index) {
        return Ok(());
    }
    npm::ui_script("messages")?;
    npm::ui_script(host.script())
}
