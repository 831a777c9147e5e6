//! Checks the configuration and generates the permissions of the shell's commands.

fn main() {
    let commands =
        tauri_build::AppManifest::new().commands(&["rpc", "display", "show_display", "restart", "save_file"]);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
