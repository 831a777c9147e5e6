//! The program under test, as a process that can be killed.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
#[cfg(target_os = "linux")]
use std::{
    process::ExitStatus,
    time::{Duration, Instant},
};

use super::http::TOKEN;

/// The built `devhost`: the one that `COMPTOIR_DEVHOST` names, else built here so that it is never an old one.
pub fn binary() -> PathBuf {
    if let Some(path) = std::env::var_os("COMPTOIR_DEVHOST") {
        return path.into();
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .args(["build", "--quiet", "--package", "devhost", "--message-format", "json-render-diagnostics"])
        .current_dir(root)
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(built.status.success(), "devhost does not build");
    let messages = String::from_utf8(built.stdout).unwrap();
    let mut executables = messages.lines().filter_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(PathBuf::from(message["executable"].as_str()?))
    });
    executables.next_back().unwrap()
}

/// A running host.
pub struct Host {
    /// Host and port.
    pub address: String,
    /// Somebody has signed in since it started.
    pub sells: bool,
    program: PathBuf,
    folder: PathBuf,
    child: Child,
}

impl Host {
    /// Starts the program on a folder; a new one gets the French sample shop.
    pub fn start(program: PathBuf, folder: &Path) -> Self {
        let (child, address) = spawn(&program, folder);
        Self { address, sells: true, program, folder: folder.to_path_buf(), child }
    }

    /// Kill −9.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// SIGTERM; it must end by itself.
    #[cfg(target_os = "linux")]
    pub fn terminate(&mut self) -> ExitStatus {
        use rustix::process::{Pid, Signal, kill_process};
        kill_process(Pid::from_child(&self.child), Signal::TERM).unwrap();
        let end = Instant::now() + Duration::from_secs(10);
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(Instant::now() < end, "it goes on after SIGTERM");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// True until it is killed; from when it sells only, if asked so.
    pub fn lives(&mut self, and_sells: bool) -> bool {
        self.child.try_wait().unwrap().is_none() && (self.sells || !and_sells)
    }

    /// Starts it again if it is dead.
    pub fn restart(&mut self) {
        if !self.lives(false) {
            self.sells = false;
            (self.child, self.address) = spawn(&self.program, &self.folder);
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Starts the process and waits until it says where it listens.
fn spawn(program: &Path, folder: &Path) -> (Child, String) {
    let mut child = Command::new(program)
        .args(["--shop", "fr", "--port", "0", "--token", TOKEN, "--data-dir"])
        .arg(folder)
        .env("RUST_LOG", "off")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let said: serde_json::Value = serde_json::from_str(&line).unwrap_or_else(|e| panic!("{line:?}: {e}"));
    let address = said["address"].as_str().unwrap();
    let address = address.trim_start_matches("http://").split('/').next().unwrap().to_owned();
    (child, address)
}
