//! The two places where anchors are kept. Neither is trusted: what they hold is believed once its signature verifies.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Result, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::ids::WorkstationId;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::SignedAnchor;
use crate::keys::KeyStore;

/// Name of the file.
const FILE: &str = "head.json";
/// What a file that could not be believed is kept as.
const SET_ASIDE: &str = "head.damaged.json";

/// A place for anchors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// Where signing keys are kept.
    Keyring,
    /// `head.json`, outside the folder of the database.
    File,
}

impl Medium {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Keyring, Self::File];
}

/// What a place holds for a workstation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// Nothing.
    Nothing,
    /// Something that is no anchor, or cannot be read.
    Unreadable,
    /// An anchor, not yet verified.
    Anchor(Box<SignedAnchor>),
}

/// The file: one entry for each workstation, kept as JSON so that a damaged one does not hide the others.
#[derive(Default, Serialize, Deserialize)]
struct HeadFile {
    heads: BTreeMap<String, Value>,
}

/// The folder for anchors that goes with a folder of data: beside it, not in it, so that who copies back the data does
/// not copy back the anchors.
#[must_use]
pub fn beside(data_dir: &Path) -> PathBuf {
    let mut name = data_dir.file_name().unwrap_or_default().to_owned();
    name.push("-anchors");
    data_dir.with_file_name(name)
}

/// Both places.
pub struct Media {
    keys: Arc<dyn KeyStore>,
    folder: PathBuf,
}

impl Media {
    /// Anchors beside the keys, and in `head.json` in `folder`, which is made when it is first written.
    pub fn new(keys: Arc<dyn KeyStore>, folder: PathBuf) -> Self {
        Self { keys, folder }
    }

    /// What a place holds for a workstation.
    pub fn read(&self, medium: Medium, terminal: WorkstationId) -> Held {
        match medium {
            Medium::Keyring => match self.keys.secret(&secret_name(terminal)) {
                Ok(None) => Held::Nothing,
                Ok(Some(bytes)) => anchor(serde_json::from_slice(&bytes).ok()),
                Err(_) => Held::Unreadable,
            },
            Medium::File => match self.file() {
                Ok(mut file) => file.heads.remove(&terminal.to_string()).map_or(Held::Nothing, parse),
                Err(error) if error.kind() == ErrorKind::NotFound => Held::Nothing,
                Err(_) => Held::Unreadable,
            },
        }
    }

    /// Workstations that the file names.
    pub fn named(&self) -> Vec<WorkstationId> {
        let heads = self.file().unwrap_or_default().heads;
        heads.keys().filter_map(|id| id.parse().ok().map(WorkstationId)).collect()
    }

    /// Writes anchors to both places. The file keeps what it says of other workstations.
    pub fn write(&self, anchors: &[SignedAnchor]) -> Result<()> {
        let mut file = match self.file() {
            Err(error) if error.kind() == ErrorKind::InvalidData => {
                self.set_aside()?;
                HeadFile::default()
            }
            found => found.unwrap_or_default(),
        };
        for anchor in anchors {
            let terminal = anchor.anchor.terminal_id;
            self.keys.keep_secret(&secret_name(terminal), &serde_json::to_vec(anchor)?)?;
            file.heads.insert(terminal.to_string(), serde_json::to_value(anchor)?);
        }
        replace(&self.folder, FILE, &serde_json::to_vec_pretty(&file)?)
    }

    /// Keeps a copy of a file that is not to be believed, as evidence.
    pub fn set_aside(&self) -> Result<()> {
        std::fs::copy(self.folder.join(FILE), self.folder.join(SET_ASIDE)).map(drop)
    }

    fn file(&self) -> Result<HeadFile> {
        let bytes = std::fs::read(self.folder.join(FILE))?;
        serde_json::from_slice(&bytes).map_err(|error| std::io::Error::new(ErrorKind::InvalidData, error))
    }
}

fn secret_name(terminal: WorkstationId) -> String {
    format!("anchor-{terminal}")
}

fn parse(value: Value) -> Held {
    anchor(serde_json::from_value(value).ok())
}

fn anchor(found: Option<SignedAnchor>) -> Held {
    found.map_or(Held::Unreadable, |anchor| Held::Anchor(Box::new(anchor)))
}

/// Written beside and renamed: a crash leaves the old file or the new one.
fn replace(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let beside = folder.join(format!("{name}.new"));
    let mut file = std::fs::File::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&beside, folder.join(name))
}
