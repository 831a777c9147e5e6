//! Words of the slip that names a signing key.

/// Words of the key slip.
#[expect(missing_docs, reason = "each field is named after the words it holds")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyWords {
    pub title: &'static str,
    pub announced_by: &'static str,
    pub key: &'static str,
    pub fingerprint: &'static str,
    pub keep: &'static str,
}

pub(super) const FRENCH: KeyWords = KeyWords {
    title: "CLÉ DE SIGNATURE",
    announced_by: "Annoncée par",
    key: "Clé",
    fingerprint: "Empreinte SHA-256",
    keep: "À conserver avec les archives : cette empreinte prouve que les enregistrements sont ceux de ce poste.",
};

pub(super) const ENGLISH: KeyWords = KeyWords {
    title: "SIGNING KEY",
    announced_by: "Announced by",
    key: "Key",
    fingerprint: "SHA-256 fingerprint",
    keep: "Keep this with the archives: the fingerprint proves that the records are those of this workstation.",
};
