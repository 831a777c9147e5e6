//! Differences as sentences, in the language of whoever reads them.

use api::types::{RowChange, RowDifference, TableCheckState, TableDifferences, TableFindings};
use domain::country::Country;
use verify::Language;

use super::words::{column, table, value};

/// What differs in a table, in words.
pub fn findings(of: &TableDifferences, language: Language, country: Country) -> TableFindings {
    let words = table(&of.table, language);
    let one = words.as_ref().map_or(of.table.as_str(), |words| words.one);
    TableFindings {
        title: words.as_ref().map_or(of.table.as_str(), |words| words.title).to_owned(),
        table: of.table.clone(),
        count: of.count,
        sentences: of.rows.iter().map(|row| sentence(one, row, language, country)).collect(),
    }
}

/// «Article 1001 Bouilloire : « Prix » vaut 0,99 ; le journal dit 39,90.»
fn sentence(one: &str, row: &RowDifference, language: Language, country: Country) -> String {
    let what = if row.row.is_empty() { one.to_owned() } else { format!("{one} {}", row.row) };
    let colon = language.pick("\u{a0}:", ":");
    match row.change {
        RowChange::Missing => {
            what + language.pick(
                " n’est plus là, alors que le journal des opérations l’a enregistré.",
                " is gone, though the operation log recorded it.",
            )
        }
        RowChange::Added => {
            what + language.pick(
                " est là, alors que le journal des opérations n’en sait rien.",
                " is there, though the operation log knows nothing of it.",
            )
        }
        RowChange::Unreadable => {
            what + language.pick(
                "\u{a0}: la suite ne se lit plus, car le fichier est abîmé.",
                " cannot be read any further: the file is damaged.",
            )
        }
        RowChange::Changed => format!("{what}{colon} {}", changed(row, language, country)),
    }
}

fn changed(row: &RowDifference, language: Language, country: Country) -> String {
    let name = row.column.as_deref().unwrap_or_default();
    let word = column(name, language).unwrap_or(name);
    let word = language.pick("«\u{a0}", "“").to_owned() + word + language.pick("\u{a0}»", "”");
    let shown = |stored: &Option<String>| match stored {
        Some(stored) => value(name, stored, language, country),
        None => language.pick("rien", "nothing").to_owned(),
    };
    if row.found.is_none() && row.expected.is_none() {
        return word + language.pick(" n’est pas ce que dit le journal.", " is not what the log says.");
    }
    match language {
        Language::Fr => {
            format!("{word} vaut {}\u{a0}; le journal dit {}.", shown(&row.found), shown(&row.expected))
        }
        Language::En => format!("{word} is {}; the log says {}.", shown(&row.found), shown(&row.expected)),
    }
}

/// What a check came to, in a sentence.
pub const fn outcome(state: TableCheckState, language: Language) -> &'static str {
    match state {
        TableCheckState::Replaying | TableCheckState::Comparing => language.pick("En cours.", "Running."),
        TableCheckState::Sound => language.pick(
            "Chaque ligne est celle que le journal des opérations a enregistrée.",
            "Every row is what the operation log recorded.",
        ),
        TableCheckState::Different => language.pick(
            "Ces données ne sont pas celles que le journal des opérations a enregistrées\u{a0}:",
            "These data are not what the operation log recorded:",
        ),
        TableCheckState::LogDamaged => language.pick(
            "Le journal des opérations est abîmé\u{a0}: les tables n’ont pas pu être comparées.",
            "The operation log is damaged: the tables could not be compared.",
        ),
        TableCheckState::NoSpace => language.pick(
            "Le disque n’avait pas assez de place pour rejouer le journal des opérations.",
            "The disk had not enough room to replay the operation log.",
        ),
        TableCheckState::Cancelled => language.pick(
            "Arrêtée avant la fin\u{a0}: elle ne prouve rien.",
            "Stopped before its end: it proves nothing.",
        ),
        TableCheckState::Failed => {
            language.pick("La comparaison n’a pas pu être faite.", "The comparison could not be carried out.")
        }
    }
}
