//! A user to whom nothing belongs. Permissions do not stop root, as whom tests often run; in Linux a user and the file systems that are
//! seen belong to a thread, and a thread passes them on to those that it starts. So the program under test runs in such a thread.

use std::fs::Permissions;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::path::Path;

use rustix::mount::{MountFlags, MountPropagationFlags, mount_bind, mount_change, mount_remount};
use rustix::process::{Gid, Uid, getuid};
use rustix::thread::{
    UnshareFlags, set_thread_groups, set_thread_res_gid, set_thread_res_uid, unshare_unsafe,
};

/// «nobody» in Linux.
const NOBODY: u32 = 65_534;

/// Who owns the files of a shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The user of [`as_nobody`].
    Nobody,
    /// Another one.
    Other,
}

/// Does something as nobody; a user who is not root stays who he is.
pub fn as_nobody<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    in_a_thread(|| {
        if getuid().is_root() {
            let (user, group) = (Uid::from_raw(NOBODY), Gid::from_raw(NOBODY));
            set_thread_groups(&[]).unwrap();
            set_thread_res_gid(group, group, group).unwrap();
            set_thread_res_uid(user, user, user).unwrap();
        }
        work()
    })
}

/// Does something to which a folder is mounted read-only, and to nobody else. None where this user may mount nothing.
#[expect(unsafe_code, reason = "parting from other threads can take more than mounts")]
pub fn on_a_read_only_mount<T: Send>(folder: &Path, work: impl FnOnce() -> T + Send) -> Option<T> {
    in_a_thread(|| {
        // SAFETY: only the table of mounts is parted from that of other threads, not that of open files.
        unsafe { unshare_unsafe(UnshareFlags::NEWNS) }.ok()?;
        mount_change("/", MountPropagationFlags::PRIVATE | MountPropagationFlags::REC).ok()?;
        mount_bind(folder, folder).ok()?;
        mount_remount(folder, MountFlags::BIND | MountFlags::RDONLY, c"").unwrap();
        Some(work())
    })
}

fn in_a_thread<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let done = std::thread::scope(|threads| threads.spawn(work).join());
    done.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Gives a file an owner and a mode. Who is not root cannot: there «another's» file is one that has lost the right to be written.
pub fn give(path: &Path, owner: Owner, mode: u32) {
    let root = getuid().is_root();
    if root {
        let id = if owner == Owner::Nobody { NOBODY } else { 0 };
        chown(path, Some(id), Some(id)).unwrap();
    }
    let mode = if root || owner == Owner::Nobody { mode } else { mode & 0o555 };
    std::fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// Gives everything in a folder, and the folder itself, an owner; files and folders each a mode.
pub fn give_all(folder: &Path, owner: Owner, files: u32, folders: u32) {
    // Open for the walk, whatever it was and will be.
    std::fs::set_permissions(folder, Permissions::from_mode(0o755)).unwrap();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            give_all(&path, owner, files, folders);
        } else {
            give(&path, owner, files);
        }
    }
    give(folder, owner, folders);
}
