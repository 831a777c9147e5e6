//! SQLite's own file layer, with three of its functions in front of the real ones.
//!
//! A VFS of our own opens files with the real VFS and then exchanges the table of functions that the file points at for
//! a copy in which write, sync, truncate and close are ours. Locks, shared memory and reads stay as they were.

#![expect(unsafe_code, reason = "SQLite's file layer is a table of C functions")]

use std::collections::HashMap;
use std::ffi::{CStr, c_int, c_void};
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

use libsqlite3_sys as ffi;

use crate::watch::{Answer, Step, Watched, lock, watched};

/// SQLite has no file layer, or would not take ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InstallError;

type SyncFn = unsafe extern "C" fn(*mut ffi::sqlite3_file, c_int) -> c_int;
type WriteFn =
    unsafe extern "C" fn(*mut ffi::sqlite3_file, *const c_void, c_int, ffi::sqlite3_int64) -> c_int;
type TruncateFn = unsafe extern "C" fn(*mut ffi::sqlite3_file, ffi::sqlite3_int64) -> c_int;
type ReadFn = unsafe extern "C" fn(*mut ffi::sqlite3_file, *mut c_void, c_int, ffi::sqlite3_int64) -> c_int;
type SizeFn = unsafe extern "C" fn(*mut ffi::sqlite3_file, *mut ffi::sqlite3_int64) -> c_int;
type CloseFn = unsafe extern "C" fn(*mut ffi::sqlite3_file) -> c_int;

/// An open file of a watched folder.
struct Open {
    path: PathBuf,
    watched: Arc<Mutex<Watched>>,
    real: Real,
    /// The table that the file points at while it is open; freed when it is closed.
    table: Box<ffi::sqlite3_io_methods>,
}

/// The real functions: those that ours stand in front of, and two that tell what was there before.
#[derive(Clone, Copy)]
struct Real {
    read: ReadFn,
    size: SizeFn,
    write: WriteFn,
    sync: SyncFn,
    truncate: TruncateFn,
    close: CloseFn,
}

/// Open files by the address of SQLite's structure.
static OPEN: OnceLock<Mutex<HashMap<usize, Open>>> = OnceLock::new();

fn open_files() -> &'static Mutex<HashMap<usize, Open>> {
    OPEN.get_or_init(Mutex::default)
}

/// The real file layer, at an address that SQLite never frees.
static REAL: OnceLock<usize> = OnceLock::new();

/// Puts the disk under every database that this process opens from now on. Again: nothing more happens.
pub fn install() -> Result<(), InstallError> {
    if REAL.get().is_some() {
        return Ok(());
    }
    // SAFETY: a null name asks for the default file layer, which SQLite keeps for the life of the process.
    let real = unsafe { ffi::sqlite3_vfs_find(std::ptr::null()) };
    if real.is_null() || REAL.set(real as usize).is_err() {
        return if real.is_null() { Err(InstallError) } else { Ok(()) };
    }
    // SAFETY: `real` points at a complete structure that is never changed.
    let mut ours = unsafe { *real };
    ours.zName = c"faultdisk".as_ptr();
    ours.pNext = std::ptr::null_mut();
    ours.xOpen = Some(open);
    // SAFETY: the structure is leaked, so it outlives every use; all other functions are those of the real layer, which
    // take the structure they are called with only for its `pAppData` and `szOsFile`, and both are copied.
    let code = unsafe { ffi::sqlite3_vfs_register(Box::leak(Box::new(ours)), 1) };
    if code == ffi::SQLITE_OK { Ok(()) } else { Err(InstallError) }
}

/// Opens with the real layer; a file of a watched folder gets our table.
unsafe extern "C" fn open(
    _ours: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    let Some(real) = REAL.get().map(|address| *address as *mut ffi::sqlite3_vfs) else {
        return ffi::SQLITE_CANTOPEN;
    };
    // SAFETY: the arguments are those that SQLite gave us, for a function of the same contract.
    let code =
        unsafe { (*real).xOpen.map_or(ffi::SQLITE_CANTOPEN, |open| open(real, name, file, flags, out)) };
    if code == ffi::SQLITE_OK && !name.is_null() {
        // SAFETY: a file name of SQLite ends with a zero, and a file that was opened has its table of functions.
        unsafe { put_before(file, CStr::from_ptr(name)) };
    }
    code
}

/// Puts our functions before those of an open file.
///
/// # Safety
/// `file` was just opened by the real layer.
unsafe fn put_before(file: *mut ffi::sqlite3_file, name: &CStr) {
    let path = Path::new(std::ffi::OsStr::from_bytes(name.to_bytes())).to_path_buf();
    let Some(watched) = watched(&path) else { return };
    // SAFETY: by contract the file is open, so it has a table.
    let mut table = Box::new(unsafe { *(*file).pMethods });
    let (Some(read), Some(size), Some(write), Some(sync), Some(truncate), Some(close)) =
        (table.xRead, table.xFileSize, table.xWrite, table.xSync, table.xTruncate, table.xClose)
    else {
        return;
    };
    table.xWrite = Some(self::write);
    table.xSync = Some(self::sync);
    table.xTruncate = Some(self::truncate);
    table.xClose = Some(self::close);
    if !path.to_string_lossy().ends_with("-wal") {
        let mut memory = path.clone().into_os_string();
        memory.push("-shm");
        lock(&watched).unsynced.in_memory(PathBuf::from(memory));
    }
    // SAFETY: the box is kept with the file and its content does not move.
    unsafe { (*file).pMethods = &raw const *table };
    let real = Real { read, size, write, sync, truncate, close };
    lock(open_files()).insert(file as usize, Open { path, watched, real, table });
}

/// Notes what the file holds from `offset` on, at most `length` bytes of it, before that changes.
///
/// # Safety
/// `file` is open.
unsafe fn note(
    file: *mut ffi::sqlite3_file,
    real: Real,
    watched: &Mutex<Watched>,
    path: &Path,
    offset: ffi::sqlite3_int64,
    length: i64,
) {
    let mut size = 0;
    // SAFETY: by contract the file is open.
    if unsafe { (real.size)(file, &raw mut size) } != ffi::SQLITE_OK {
        return;
    }
    let kept = (size - offset).clamp(0, length);
    let mut before = vec![0; usize::try_from(kept).unwrap_or(0)];
    let amount = c_int::try_from(kept).unwrap_or(c_int::MAX);
    // SAFETY: the buffer has the size that is asked for; a file of a test is far below two gigabytes.
    let read = unsafe { (real.read)(file, before.as_mut_ptr().cast(), amount, offset) };
    if kept == 0 || read == ffi::SQLITE_OK {
        let (at, held) = (u64::try_from(offset).unwrap_or(0), u64::try_from(size).unwrap_or(0));
        lock(watched).unsynced.note(path, at, before, held);
    }
}

/// What is known of an open file, and its answer to a step.
fn step(file: *mut ffi::sqlite3_file, step: Step) -> Option<(Real, Answer, PathBuf, Arc<Mutex<Watched>>)> {
    let files = lock(open_files());
    let open = files.get(&(file as usize))?;
    let answer = lock(&open.watched).step(step);
    Some((open.real, answer, open.path.clone(), Arc::clone(&open.watched)))
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    bytes: *const c_void,
    length: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    let Some((real, answer, path, watched)) = step(file, Step::Write) else { return ffi::SQLITE_IOERR_WRITE };
    let carried_out = match answer {
        Answer::Done => length,
        Answer::Half => length / 2,
        Answer::Failed => return ffi::SQLITE_IOERR_WRITE,
        Answer::NoRoom => return ffi::SQLITE_FULL,
    };
    // SAFETY: the file is open.
    unsafe { note(file, real, &watched, &path, offset, i64::from(carried_out)) };
    // SAFETY: SQLite's own arguments, or fewer of its bytes.
    let code = unsafe { (real.write)(file, bytes, carried_out, offset) };
    if answer == Answer::Half { ffi::SQLITE_IOERR_WRITE } else { code }
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, flags: c_int) -> c_int {
    let Some((real, answer, path, watched)) = step(file, Step::Sync) else { return ffi::SQLITE_IOERR_FSYNC };
    if answer != Answer::Done {
        return ffi::SQLITE_IOERR_FSYNC;
    }
    // SAFETY: SQLite's own arguments.
    let code = unsafe { (real.sync)(file, flags) };
    if code == ffi::SQLITE_OK {
        lock(&watched).unsynced.synced(&path);
    }
    code
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, size: ffi::sqlite3_int64) -> c_int {
    let Some((real, answer, path, watched)) = step(file, Step::Truncate) else {
        return ffi::SQLITE_IOERR_TRUNCATE;
    };
    match answer {
        Answer::Done => {
            // SAFETY: the file is open, and these are SQLite's own arguments.
            unsafe {
                note(file, real, &watched, &path, size, i64::MAX);
                (real.truncate)(file, size)
            }
        }
        Answer::NoRoom => ffi::SQLITE_FULL,
        Answer::Half | Answer::Failed => ffi::SQLITE_IOERR_TRUNCATE,
    }
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    let Some(open) = lock(open_files()).remove(&(file as usize)) else { return ffi::SQLITE_IOERR_CLOSE };
    // SAFETY: SQLite's own argument; the real layer closes the file whatever table it points at.
    let code = unsafe { (open.real.close)(file) };
    drop(open.table);
    code
}
