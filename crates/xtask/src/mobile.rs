//! `cargo xtask mobile-check`: type-checks the shell for Android and iOS on a Debian machine that has neither SDK.
//!
//! Debian carries a second rustc with the sources of its standard library (`rustc-web`, `rust-web-src`). They are
//! unpacked below `target/`, not installed, and our own cargo builds std for the phone with them. Only metadata is
//! produced, so the C compiler may be a stub. What this cannot show: linking, Kotlin and Swift code, Gradle and
//! Xcode projects, behaviour at run time.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{cargo, output, program, root, run};
use crate::{Failure, ui};

const TARGETS: [&str; 2] = ["aarch64-linux-android", "aarch64-apple-ios"];
const PACKAGES: [&str; 5] =
    ["rustc-web", "rust-web-src", "libstd-rust-web-1.96", "libstd-rust-web-dev", "libllvm22"];

/// Programs that the build scripts of our dependencies look for.
const STUBS: [(&str, &str); 5] = [
    ("cc", include_str!("../stubs/cc.sh")),
    ("ar", include_str!("../stubs/ar.sh")),
    ("xcrun", include_str!("../stubs/xcrun.sh")),
    ("swift", include_str!("../stubs/swift.sh")),
    ("swiftc", include_str!("../stubs/swift.sh")),
];

/// Checks the named targets, or all. Does nothing, and says so, when Debian does not offer the compiler.
pub fn check(arguments: &[String]) -> Result<(), Failure> {
    if let Some(unknown) = arguments.iter().find(|target| !TARGETS.contains(&target.as_str())) {
        return Err(format!("unknown target «{unknown}»; known: {}", TARGETS.join(", ")));
    }
    let folder = root().join("target/mobile");
    if let Err(cause) = unpack(&folder) {
        eprintln!("mobile-check skipped: {cause}");
        return Ok(());
    }
    write_stubs(&folder)?;
    // The shell embeds the interface while it is compiled.
    ui::build()?;
    let wanted =
        TARGETS.iter().filter(|target| arguments.is_empty() || arguments.iter().any(|a| a == *target));
    wanted.into_iter().try_for_each(|target| run(&mut check_command(&folder, target)))
}

fn check_command(folder: &Path, target: &str) -> Command {
    let bin = folder.join("bin");
    let system = folder.join("system/usr");
    let variable = target.replace('-', "_");
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new("nice");
    command.current_dir(root()).args(["-n", "10"]).arg(cargo().get_program());
    command.args(["check", "-Zbuild-std=std,panic_abort,panic_unwind,proc_macro", "--target", target]);
    command.args(["--package", "comptoir", "--lib", "--features", "custom-protocol"]);
    command.env("PATH", path).env("RUSTC", system.join("bin/rustc")).env("RUSTC_BOOTSTRAP", "1");
    command.env("LD_LIBRARY_PATH", system.join("lib/x86_64-linux-gnu"));
    command.env("CARGO_TARGET_DIR", folder.join("build"));
    for (tool, stub) in [("CC", "cc"), ("CXX", "cc"), ("AR", "ar")] {
        command.env(format!("{tool}_{variable}"), bin.join(format!("stub-{stub}")));
    }
    if target.ends_with("-ios") {
        command.env("SDKROOT", folder.join("sdk"));
    }
    command
}

fn unpack(folder: &Path) -> Result<(), Failure> {
    let system = folder.join("system");
    if system.join("usr/bin/rustc").exists() {
        return Ok(());
    }
    let downloads = folder.join("packages");
    create(&downloads)?;
    create(&system)?;
    run(program("apt-get").arg("download").args(PACKAGES).current_dir(&downloads))?;
    for package in files(&downloads)? {
        output(program("dpkg-deb").arg("--extract").arg(&package).arg(&system))?;
    }
    std::fs::remove_dir_all(&downloads).map_err(|error| error.to_string())
}

fn write_stubs(folder: &Path) -> Result<(), Failure> {
    let bin = folder.join("bin");
    create(&bin)?;
    create(&folder.join("sdk"))?;
    for (name, script) in STUBS {
        // The compiler's stand-ins are named to be chosen by variable; the others have to shadow a name on the path.
        let file =
            bin.join(if ["cc", "ar"].contains(&name) { format!("stub-{name}") } else { name.to_owned() });
        std::fs::write(&file, script).map_err(|error| error.to_string())?;
        let executable = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(&file, executable).map_err(|error| error.to_string())?;
    }
    Ok(())
}

fn create(folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(entries.flatten().map(|entry| entry.path()).collect())
}
