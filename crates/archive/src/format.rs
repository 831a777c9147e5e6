//! Names and limits of the format.

use fiscal::Chain;

/// The format's own name and version, in every manifest. A change of what a reader must do is a new version.
pub const FORMAT: &str = "comptoir-archive/1";

/// Months that one archive covers at most (fiscal.md 1.9).
pub const MAX_MONTHS: i32 = 12;

/// Largest archive, in bytes: the format has no ZIP64, so that every old reader opens it.
pub const MAX_ARCHIVE_BYTES: u64 = u32::MAX as u64;

/// Most files in an archive.
pub(crate) const MAX_FILES: usize = 128;

/// Longest name of a file.
pub(crate) const MAX_NAME: usize = 100;

/// Longest line of a file of records, in bytes. The longest ticket that a till makes is a hundredth of it.
pub(crate) const MAX_LINE: usize = 16 << 20;

/// Longest small file (manifest, keys, schemas), in bytes.
pub(crate) const MAX_SMALL: u64 = 4 << 20;

/// Records compress to a tenth at best: their signatures do not compress. What unpacks to more than this many times its
/// size is no archive but a bomb.
pub(crate) const MAX_RATIO: u64 = 64;

/// What may be unpacked on top of the ratio: tables of few rows compress well.
pub(crate) const RATIO_GRACE: u64 = 16 << 20;

pub(crate) const MANIFEST: &str = "manifest.json";
pub(crate) const SIGNATURE: &str = "SIGNATURE";
pub(crate) const README: &str = "LISEZMOI.txt";
pub(crate) const ACT: &str = "archive.json";

/// The file of a chain.
pub(crate) fn records_file(chain: Chain) -> String {
    format!("records/{chain}.ndjson")
}

/// The file of the schema of a payload: `ticket/3` is in `schema/ticket-3.json`.
pub(crate) fn schema_file(schema: &str) -> String {
    format!("schema/{}.json", schema.replace('/', "-"))
}

/// The file of a public key. Names of keys are base64url, so they are names of files.
pub(crate) fn key_file(key_id: &str) -> String {
    format!("keys/{key_id}.pem")
}
