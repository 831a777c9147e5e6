//! What each defect is called. The names are the stable ones of `fiscal` and of this crate.

use archive::check::FileDefect;

use crate::language::Language;

/// Name, French, English.
const SENTENCES: &[(&str, &str, &str)] = &[
    ("other_terminal", "L’enregistrement appartient à un autre poste.", "The record belongs to another workstation."),
    ("global_sequence", "La suite des enregistrements a un trou, une répétition ou une inversion.", "The sequence of records has a gap, a repetition or a swap."),
    ("chain_sequence", "La suite des enregistrements de ce type a un trou, une répétition ou une inversion.", "The sequence of records of this type has a gap, a repetition or a swap."),
    ("previous_signature", "L’enregistrement ne suit pas celui qui le précède dans sa chaîne.", "The record does not follow the one before it in its chain."),
    ("previous_link", "L’enregistrement ne suit pas celui qui le précède sur ce poste.", "The record does not follow the one before it on this workstation."),
    ("link", "Le maillon de l’enregistrement a été modifié.", "The link of the record was altered."),
    ("unreadable_payload", "Le contenu de l’enregistrement ne se lit pas.", "The content of the record cannot be read."),
    ("not_canonical", "Le contenu de l’enregistrement n’est plus écrit comme il a été signé.", "The content of the record is not written as it was signed."),
    ("payload_hash", "Le contenu de l’enregistrement a été modifié.", "The content of the record was altered."),
    ("column", "Une colonne de l’enregistrement a été modifiée.", "A column of the record was altered."),
    ("unknown_key", "L’enregistrement est signé par une clé inconnue.", "The record is signed with an unknown key."),
    ("key_not_in_force", "L’enregistrement est signé par une clé qui n’était pas en vigueur.", "The record is signed with a key that was not in force."),
    ("key_change_not_announced", "La clé de signature a changé sans annonce.", "The signing key changed without announcement."),
    ("key_countersignature", "La nouvelle clé n’a pas été signée par celle qui la précède.", "The new key was not signed by the one before it."),
    ("key_not_countersigned", "La clé a changé sans être contresignée par l’ancienne : clé perdue ou poste réinstallé.", "The key changed without the old one signing it: a lost key, or a reinstalled workstation."),
    ("signature", "La signature n’est pas celle de cet enregistrement.", "The signature is not that of this record."),
    ("not_initialised", "Le premier enregistrement du poste n’est pas l’initialisation du journal.", "The first record of the workstation is not the initialisation of the journal."),
    ("stamp", "La date et l’heure se contredisent.", "Date and time contradict each other."),
    ("clock_behind", "L’horloge a reculé avant cet enregistrement.", "The clock was set back before this record."),
    ("unknown_event", "L’événement n’est pas connu de cette version.", "The event is not known to this version."),
    ("ticket_range", "Un montant du ticket est hors de toute limite.", "An amount of the ticket is beyond every limit."),
    ("ticket_line_count", "Le nombre de lignes du ticket est faux.", "The number of lines of the ticket is wrong."),
    ("ticket_line_total", "Une ligne du ticket est fausse.", "A line of the ticket is wrong."),
    ("ticket_discounts", "Les remises du ticket sont fausses.", "The discounts of the ticket are wrong."),
    ("ticket_exemption", "L’exonération du ticket est fausse.", "The exemption of the ticket is wrong."),
    ("ticket_vat", "La TVA du ticket est fausse.", "The VAT of the ticket is wrong."),
    ("ticket_totals", "Les totaux du ticket sont faux.", "The totals of the ticket are wrong."),
    ("ticket_payments", "Les règlements du ticket sont faux.", "The payments of the ticket are wrong."),
    ("grand_total_missing", "Un ticket n’a pas de grand total.", "A ticket has no grand total."),
    ("grand_total_of_ticket", "Le grand total n’est pas celui du ticket.", "The grand total is not that of the ticket."),
    ("perpetual", "Le cumul perpétuel ne continue pas le précédent.", "The perpetual total does not continue the one before."),
    ("period_total", "La clôture n’est pas la somme de sa période.", "The closing is not the sum of its period."),
    ("period_vat", "La TVA de la clôture n’est pas celle de sa période.", "The VAT of the closing is not that of its period."),
    ("closing_detail_missing", "La clôture n’a pas de détail.", "The closing has no detail."),
    ("closing_period", "La clôture ne nomme aucune période valable.", "The closing names no valid period."),
    ("closing_number", "Le numéro de la clôture ne suit pas le précédent.", "The number of the closing does not follow the one before."),
    ("closing_tickets", "Les tickets de la clôture ne sont pas ceux de sa période.", "The tickets of the closing are not those of its period."),
    ("closing_sales", "Les ventes de la clôture ne sont pas celles de sa période.", "The sales of the closing are not those of its period."),
    ("closing_returns", "Les retours de la clôture ne sont pas ceux de sa période.", "The returns of the closing are not those of its period."),
    ("closing_cancellations", "Les annulations de la clôture ne sont pas celles de sa période.", "The cancellations of the closing are not those of its period."),
    ("closing_discounts", "Les remises de la clôture ne sont pas celles de sa période.", "The discounts of the closing are not those of its period."),
    ("closing_payments", "Les règlements de la clôture ne sont pas ceux de sa période.", "The payments of the closing are not those of its period."),
    ("closing_duplicates", "Les duplicatas de la clôture ne sont pas ceux de sa période.", "The duplicates of the closing are not those of its period."),
    ("closing_drawer_openings", "Les ouvertures de tiroir de la clôture ne sont pas celles de sa période.", "The drawer openings of the closing are not those of its period."),
    ("closing_missing", "Une période n’a pas été clôturée.", "A period was not closed."),
    ("closing_skipped", "Une période sans activité n’a pas de clôture.", "A period without trade has no closing."),
    ("period_closed", "L’enregistrement est daté d’une période déjà clôturée.", "The record is dated in a period that was closed."),
    ("document_number", "Le numéro ne suit pas le précédent.", "The number does not follow the one before."),
    ("invoiced_ticket", "La facture ne correspond à aucun ticket, ou pas à celui qu’elle nomme.", "The invoice matches no ticket, or not the one it names."),
    ("cancellation", "L’annulation ne correspond pas au ticket qu’elle nomme.", "The cancellation does not match the ticket it names."),
    ("settlement_pair", "La correction de règlement n’a pas ses deux volets.", "The correction of a payment lacks one of its two legs."),
    ("settlement_payment", "Le règlement est faux.", "The settlement is wrong."),
    ("settlement_document", "Le règlement nomme un document inconnu.", "The settlement names an unknown document."),
    ("archive_period", "La période de l’archive n’est pas valable.", "The period of the archive is not valid."),
    ("archive_range", "Les positions de l’archive ne sont pas valables.", "The positions of the archive are not valid."),
    ("archive_coverage", "L’archive ne commence pas après la précédente.", "The archive does not begin after the one before."),
    ("archive_records", "L’archive ne compte pas ses enregistrements.", "The archive does not count its records."),
    ("archive_link", "Le dernier maillon de l’archive est faux.", "The last link of the archive is wrong."),
    ("archive_total", "Le total de l’archive est faux.", "The total of the archive is wrong."),
    ("archive_vat", "La TVA de l’archive est fausse.", "The VAT of the archive is wrong."),
    ("archive_perpetual", "Le cumul perpétuel de l’archive est faux.", "The perpetual total of the archive is wrong."),
    ("unknown_original", "Le duplicata nomme un document inconnu.", "The duplicate names an unknown document."),
    ("reprint_number", "Les duplicatas ne se suivent pas.", "The duplicates do not follow each other."),
    ("exchange", "Les deux tickets de l’échange ne se répondent pas.", "The two tickets of the exchange do not match."),
    ("gap_declared", "Des enregistrements perdus ont été déclarés.", "Lost records were declared."),
    ("gap_unfounded", "Une rupture de chaîne est déclarée à tort.", "A gap is declared that is not there."),
    ("anchor_behind", "La position notée hors de la base est antérieure à la fin de la base.", "The position noted outside the database is before its end."),
    ("anchor", "Des enregistrements manquent à la fin : la position notée hors de la base n’est pas atteinte.", "Records are missing at the end: the position noted outside the database is not reached."),
    ("anchor_unbelieved", "Le fichier de positions ne se lit pas, ou aucune clé du poste ne l’a signé.", "The file of positions cannot be read, or no key of the workstation signed it."),
    ("unreadable", "Le fichier ne se lit pas.", "The file cannot be read."),
    ("file_container", "Le fichier ZIP n’a pas la forme d’une archive.", "The ZIP file is not of the form of an archive."),
    ("file_manifest", "Le manifeste manque ou ne se lit pas.", "The manifest is missing or cannot be read."),
    ("file_inconsistent", "Le manifeste se contredit.", "The manifest contradicts itself."),
    ("file_seal_form", "La signature de l’archive manque ou ne se lit pas.", "The signature of the archive is missing or cannot be read."),
    ("file_seal_key", "L’archive est signée par une clé qu’elle ne contient pas.", "The archive is signed with a key that is not in it."),
    ("file_seal", "La signature n’est pas celle de cette archive.", "The signature is not that of this archive."),
    ("file_missing", "Le fichier manque.", "The file is missing."),
    ("file_unexpected", "Le fichier n’a rien à faire dans l’archive.", "The file does not belong into the archive."),
    ("file_altered", "Le fichier a été modifié.", "The file was altered."),
    ("file_key", "La clé publique n’est pas celle qu’elle dit être.", "The public key is not the one it says it is."),
    ("file_untrusted", "La clé n’est pas de celles auxquelles vous faites confiance.", "The key is not one of those that you trust."),
    ("file_line", "La ligne n’est pas un enregistrement.", "The line is no record."),
    ("file_table", "Le tableau ne dit pas ce que disent les enregistrements.", "The table does not say what the records say."),
    ("file_range", "Les enregistrements ne sont pas ceux qu’annonce le manifeste.", "The records are not those that the manifest states."),
    ("file_counts", "Le nombre d’enregistrements n’est pas celui du manifeste.", "The number of records is not that of the manifest."),
    ("file_act", "L’enregistrement qui scelle l’archive ne se lit pas.", "The record that seals the archive cannot be read."),
    ("file_act_differs", "L’enregistrement qui scelle l’archive en décrit une autre.", "The record that seals the archive describes another."),
    ("file_act_sums", "Les totaux de l’archive ne sont pas ceux de ses enregistrements.", "The totals of the archive are not those of its records."),
    ("file_anomaly", "L’archive dit elle-même que les chaînes ne se vérifiaient pas quand elle a été faite.", "The archive itself says that the chains did not verify when it was made."),
];

/// The sentence for a defect; its name where there is none.
#[must_use]
pub fn sentence(code: &str, language: Language) -> &str {
    let found = SENTENCES.iter().find(|(name, ..)| *name == code);
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
        let names: Vec<&str> = source.lines().filter_map(|l| l.split("=> \"").nth(1)?.split('"').next()).collect();
        assert!(names.len() > 50, "the source has another form: {}", names.len());
        for name in names {
            assert!(SENTENCES.iter().any(|(known, ..)| *known == name), "{name} has no sentence");
        }
        let distinct: BTreeSet<_> = SENTENCES.iter().map(|(name, ..)| name).collect();
        assert_eq!(distinct.len(), SENTENCES.len());
    }
}
