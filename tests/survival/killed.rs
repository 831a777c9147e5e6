//! What a killed process leaves on the disk, for every step that a piece of work comes to.

use std::path::Path;
use std::sync::{Arc, Mutex};

use app::{App, CrashPoint};
use store::{Actor, Stamp};
use testkit::{Files, START_MS};

/// What was on the disk at a step.
pub struct Left {
    pub point: CrashPoint,
    pub files: Files,
}

/// Does something, and keeps what a process leaves that is killed at one of these steps, for each time that one is reached. `running`:
/// the program whose writer is to rest meanwhile, where other threads of it are at work.
pub fn at_each_step<T>(
    folder: &Path,
    steps: &'static [CrashPoint],
    running: Option<App>,
    work: impl FnOnce() -> T,
) -> (T, Vec<Left>) {
    let left = Arc::new(Mutex::new(Vec::new()));
    let (kept, folder) = (Arc::clone(&left), folder.to_path_buf());
    app::watch_crash_points(Some(Arc::new(move |point| {
        if steps.contains(&point) {
            let files = at_rest(running.as_ref(), &folder);
            kept.lock().unwrap().push(Left { point, files });
        }
    })));
    let done = work();
    app::watch_crash_points(None);
    (done, std::mem::take(&mut left.lock().unwrap()))
}

/// The files while the writer does nothing else: between two transactions, unless this is a step inside of one.
fn at_rest(running: Option<&App>, folder: &Path) -> Files {
    let inside = std::thread::current().name() == Some("store-writer");
    let Some(app) = running.filter(|_| !inside) else { return Files::of(folder) };
    let (stamp, folder) = (Stamp { now_ms: START_MS, actor: Actor::default() }, folder.to_path_buf());
    app.store().write(stamp, move |_| Ok::<_, store::Error>(Files::of(&folder))).unwrap()
}
