//! `head.json`: the last positions, written outside the database and signed (fiscal.md 7.5).

use std::collections::BTreeMap;
use std::path::Path;

use domain::ids::WorkstationId;
use fiscal::signing::verify_signature;
use fiscal::verify::TrustedKeys;
use fiscal::{Anchor, CanonicalJson};
use serde::Deserialize;
use serde_json::Value;

use crate::language::Language;
use crate::report::Finding;
use crate::words::sentence;

/// What is signed begins with this.
const LAYOUT: &str = "FR1.ANCHOR,";

#[derive(Deserialize)]
struct HeadFile {
    heads: BTreeMap<String, Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignedAnchor {
    anchor: Anchor,
    key_id: String,
    sig: String,
}

/// Why an anchor is not believed.
pub(crate) struct Unbelieved;

/// The anchors that were given.
pub(crate) enum Anchors {
    None,
    Unreadable,
    File(BTreeMap<String, Value>),
}

/// Reads a file of anchors.
pub(crate) fn read(path: Option<&Path>) -> Anchors {
    let Some(path) = path else { return Anchors::None };
    let file = std::fs::read(path).ok().and_then(|bytes| serde_json::from_slice::<HeadFile>(&bytes).ok());
    file.map_or(Anchors::Unreadable, |file| Anchors::File(file.heads))
}

impl Anchors {
    /// The anchor of a workstation, if there is one and a key of the workstation signed it.
    pub(crate) fn for_terminal(
        &self,
        terminal: WorkstationId,
        keys: &TrustedKeys,
    ) -> Result<Option<Anchor>, Unbelieved> {
        let heads = match self {
            Self::None => return Ok(None),
            Self::Unreadable => return Err(Unbelieved),
            Self::File(heads) => heads,
        };
        let Some(value) = heads.get(&terminal.to_string()) else { return Ok(None) };
        let signed: SignedAnchor = serde_json::from_value(value.clone()).map_err(|_| Unbelieved)?;
        let data = CanonicalJson::of(&signed.anchor).map_err(|_| Unbelieved)?;
        let data = format!("{LAYOUT}{}", data.as_str());
        let key = keys.get(&signed.key_id).ok_or(Unbelieved)?;
        verify_signature(key.spki(), data.as_bytes(), &signed.sig).map_err(|_| Unbelieved)?;
        if signed.anchor.terminal_id == terminal { Ok(Some(signed.anchor)) } else { Err(Unbelieved) }
    }
}

/// An anchor that is not believed: a defect, for whoever gave it expected it to prove something.
pub(crate) fn finding(_: &Unbelieved, terminal: &str, language: Language) -> Finding {
    Finding {
        file: "head.json".to_owned(),
        terminal: terminal.to_owned(),
        position: None,
        chain: None,
        number: String::new(),
        warning: false,
        code: "anchor_unbelieved".to_owned(),
        text: sentence("anchor_unbelieved", language).to_owned(),
        detail: String::new(),
    }
}
