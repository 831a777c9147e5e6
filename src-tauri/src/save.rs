//! Files that a person keeps: written into their folder of downloads, as a browser does, and never over another one.
//!
//! The window says a name and the bytes; where they go is decided here, so that no page reaches another folder.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use api::{Fault, FaultCode, Retry};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use tauri::{AppHandle, Manager as _};

/// Names tried for one file.
const ATTEMPTS: u32 = 1_000;

/// Keeps a file, and says where.
#[tauri::command]
pub async fn save_file(host: AppHandle, name: String, base64: String) -> Result<String, Fault> {
    let bytes = STANDARD.decode(base64).map_err(|error| Fault::bug(error.to_string()))?;
    let folder = host.path().download_dir().or_else(|_| host.path().document_dir()).map_err(|error| {
        tracing::warn!(%error, "no folder of downloads");
        Fault::failed(FaultCode::DiskReadOnly, Retry::Now)
    })?;
    keep(&folder, &name, &bytes).map(|path| path.display().to_string()).map_err(|error| {
        tracing::warn!(%error, "a file was not kept");
        let full = error.kind() == ErrorKind::StorageFull;
        Fault::failed(if full { FaultCode::DiskFull } else { FaultCode::DiskReadOnly }, Retry::Now)
    })
}

/// Writes a file under its name, or under «name (2)» where that is taken.
fn keep(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let name = plain(name);
    let (stem, extension) =
        name.rsplit_once('.').map_or((name.as_str(), String::new()), |(s, e)| (s, format!(".{e}")));
    for attempt in 1..=ATTEMPTS {
        let numbered = if attempt == 1 { name.clone() } else { format!("{stem} ({attempt}){extension}") };
        let path = folder.join(numbered);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                file.write_all(bytes)?;
                file.sync_all()?;
                return Ok(path);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// A name without anything that leads to another folder.
fn plain(name: &str) -> String {
    let kept = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ') { c } else { '_' };
    let name: String = name.chars().map(kept).take(120).collect();
    let name = name.trim_matches(['.', ' ']);
    if name.is_empty() { "fichier".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_kept_beside_the_others_and_over_none() {
        let folder = tempfile::tempdir().unwrap();
        let first = keep(folder.path(), "journal-CA.csv", b"1").unwrap();
        let second = keep(folder.path(), "journal-CA.csv", b"2").unwrap();
        assert_eq!(second.file_name().unwrap(), "journal-CA (2).csv");
        assert_eq!(
            (std::fs::read(first).unwrap(), std::fs::read(second).unwrap()),
            (b"1".to_vec(), b"2".to_vec())
        );
    }

    #[test]
    fn a_name_leads_to_no_other_folder() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["../../.bashrc", "/etc/passwd", "..", "a\\b"] {
            let path = keep(folder.path(), name, b"x").unwrap();
            assert_eq!(path.parent(), Some(folder.path()), "{name}");
        }
    }
}
