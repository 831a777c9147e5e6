//! What the program is and what proves it («À propos», FISC-06), and what a person writes into the journal of it.

use domain::ids::WorkstationId;
use domain::permission::Permission;

use super::{FileContent, PreviewLine};

contract! {
    /// Asks who may approve an action on the spot.
    pub struct ApproversOf {
        /// The right that is missing.
        pub permission: Permission,
    }

    /// Program, versions, proof of compliance and keys.
    pub struct About {
        /// Name of the program.
        pub software: String,
        /// Its version.
        pub version: String,
        /// What all minor versions of this major version begin with («0»).
        pub major_root: String,
        /// Version of the fiscal rules (fiscal.md R-01).
        pub fiscal_version: String,
        /// Category and number of the certificate; empty: the editor's individual attestation (D-58).
        pub certificate: String,
        /// Name of the shop.
        pub shop: String,
        /// What identifies this installation, and stands on the attestation as its licence.
        pub licence: String,
        /// The signing key of each workstation.
        pub keys: Vec<AboutKey>,
    }

    /// The signing key in use of a workstation.
    pub struct AboutKey {
        /// The workstation.
        pub workstation_id: WorkstationId,
        /// Its code.
        pub code: String,
        /// Its name.
        pub name: String,
        /// Fingerprint of the public key, as records name it.
        pub fingerprint: String,
        /// It is the workstation of the session.
        pub here: bool,
    }

    /// Enters the certificate of the program, or takes it back.
    pub struct ProofSave {
        /// Category and number («NF525 B-0000»); empty for the individual attestation.
        pub certificate: String,
    }

    /// The attestation of compliance, filled in as far as the program knows (fiscal.md R-02). It proves nothing until
    /// both parts are signed by hand.
    pub struct Attestation {
        /// The text, as it is printed.
        pub lines: Vec<PreviewLine>,
        /// The same as a PDF.
        pub file: FileContent,
    }

    /// Writes an intervention into the journal of a workstation (JET 240).
    pub struct MaintenanceRecord {
        /// The workstation; none for that of the session.
        pub workstation_id: Option<WorkstationId>,
        /// What was done, and why.
        pub text: String,
    }
}
