//! What each defect is called. The names are the stable ones of `fiscal` and of this crate.

use archive::check::FileDefect;

use crate::language::Language;

/// Name, French and English of each defect, a line for each.
const SENTENCES: &str = include_str!("sentences.tsv");

fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    SENTENCES.lines().filter_map(|line| {
        let mut parts = line.split('\t');
        Some((parts.next()?, parts.next()?, parts.next()?))
    })
}

/// The sentence for a defect; its name where there is none.
#[must_use]
pub fn sentence(code: &str, language: Language) -> &str {
    let found = rows().find(|(name, ..)| *name == code);
    found.map_or(code, |(_, fr, en)| language.pick(fr, en))
}

/// The stable name of a defect of a file.
pub(crate) const fn file_code(defect: &FileDefect) -> &'static str {
    match defect {
        FileDefect::Unreadable => "unreadable",
        FileDefect::Container(_) => "file_container",
        FileDefect::Manifest => "file_manifest",
        FileDefect::Inconsistent => "file_inconsistent",
        FileDefect::SealForm => "file_seal_form",
        FileDefect::SealKey => "file_seal_key",
        FileDefect::Seal => "file_seal",
        FileDefect::Missing => "file_missing",
        FileDefect::Unexpected => "file_unexpected",
        FileDefect::Altered => "file_altered",
        FileDefect::Key => "file_key",
        FileDefect::Untrusted { .. } => "file_untrusted",
        FileDefect::Line { .. } => "file_line",
        FileDefect::Table => "file_table",
        FileDefect::Range => "file_range",
        FileDefect::Counts => "file_counts",
        FileDefect::Act => "file_act",
        FileDefect::ActDiffers => "file_act_differs",
        FileDefect::ActSums => "file_act_sums",
        FileDefect::Anomaly => "file_anomaly",
    }
}

/// What the report itself says.
pub(crate) struct Words {
    pub title: &'static str,
    pub verdicts: [&'static str; 3],
    pub meanings: [&'static str; 3],
    pub subjects: [&'static str; 3],
    pub trusts: [&'static str; 3],
    pub terminal: &'static str,
    pub archive: &'static str,
    pub period: &'static str,
    pub positions: &'static str,
    pub records: &'static str,
    pub perpetual: &'static str,
    pub absolute: &'static str,
    pub keys: &'static str,
    pub operation: &'static str,
    pub count: &'static str,
    pub amount: &'static str,
    pub findings: &'static str,
    pub nothing: &'static str,
    pub place: &'static str,
    pub severity: [&'static str; 2],
    pub what: &'static str,
    pub more: &'static str,
    pub made_by: &'static str,
}

const FR: Words = Words {
    title: "Vérification des données fiscales",
    verdicts: ["Conforme", "Conforme, avec réserves", "Non conforme"],
    meanings: [
        "Toutes les signatures, toutes les chaînes et tous les totaux concordent.",
        "Rien n’a été modifié ; des points méritent une explication.",
        "Les données ne sont pas celles qui ont été signées, ou ne se lisent pas.",
    ],
    subjects: ["Archive", "Base de données", "Logiciel en service"],
    trusts: [
        "Clés non comparées : rapprochez les empreintes ci-dessous de celles notées par la boutique.",
        "Toutes les clés sont de confiance.",
        "Une clé au moins n’est pas de confiance.",
    ],
    terminal: "Poste",
    archive: "Archive",
    period: "Période",
    positions: "Positions",
    records: "Enregistrements",
    perpetual: "Cumul perpétuel réel",
    absolute: "Cumul perpétuel absolu",
    keys: "Clés",
    operation: "Opération",
    count: "Nombre",
    amount: "Total TTC",
    findings: "Constats",
    nothing: "Aucun constat.",
    place: "Position",
    severity: ["Erreur", "Avertissement"],
    what: "Constat",
    more: "Autres constats non listés",
    made_by: "Vérifié par",
};

const EN: Words = Words {
    title: "Verification of fiscal data",
    verdicts: ["Sound", "Sound, with remarks", "Broken"],
    meanings: [
        "All signatures, all chains and all totals agree.",
        "Nothing was altered; some points want an explanation.",
        "The data are not those that were signed, or cannot be read.",
    ],
    subjects: ["Archive", "Database", "Running program"],
    trusts: [
        "Keys not compared: compare the fingerprints below with those the shop noted.",
        "All keys are trusted.",
        "At least one key is not trusted.",
    ],
    terminal: "Workstation",
    archive: "Archive",
    period: "Period",
    positions: "Positions",
    records: "Records",
    perpetual: "Real perpetual total",
    absolute: "Absolute perpetual total",
    keys: "Keys",
    operation: "Operation",
    count: "Count",
    amount: "Total with taxes",
    findings: "Findings",
    nothing: "No finding.",
    place: "Position",
    severity: ["Error", "Warning"],
    what: "Finding",
    more: "Further findings that are not listed",
    made_by: "Verified by",
};

/// The words of a language.
pub(crate) const fn words(language: Language) -> &'static Words {
    match language {
        Language::Fr => &FR,
        Language::En => &EN,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_name_of_the_verifier_has_its_sentence_and_no_name_has_two() {
        // The names are taken from the source of the verifier: a new defect without words fails here.
        let source = include_str!("../../fiscal/src/verify/code.rs");
        let names: Vec<&str> =
            source.lines().filter_map(|l| l.split("=> \"").nth(1)?.split('"').next()).collect();
        assert!(names.len() > 50, "the source has another form: {}", names.len());
        for name in names {
            assert!(rows().any(|(known, ..)| known == name), "{name} has no sentence");
        }
        let distinct: BTreeSet<_> = rows().map(|(name, ..)| name).collect();
        assert_eq!(distinct.len(), SENTENCES.lines().count());
    }
}
