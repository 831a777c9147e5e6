//! `LISEZMOI.txt`: what is in an archive and how to verify it, in French, precise enough to write a verifier from it alone.
//! `tests/verify/verify.py` was, by somebody who had seen nothing else; the tests hold both against each other.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::schemas::SCHEMAS;
use crate::spool::hex;
use crate::tables::{Column, Format, From, TABLES};

const TEMPLATE: &str = include_str!("lisezmoi.txt");

/// The text, the same in every archive of this version.
#[must_use]
pub fn text() -> String {
    TEMPLATE.replace("{{TABLES}}", &dictionary()).replace("{{SCHEMAS}}\n", &schemas())
}

/// The hash of every schema.
fn schemas() -> String {
    let line = |(name, text): &(&str, &str)| format!("{}  {name}\n", hex(&Sha256::digest(text)));
    SCHEMAS.iter().map(line).collect()
}

/// The columns of every table.
fn dictionary() -> String {
    let mut text = String::new();
    for table in TABLES {
        let chains: Vec<_> = table.chains.iter().map(|chain| chain.as_str()).collect();
        // Writing to a String cannot fail.
        let _ = write!(text, "{} — chaînes : {}", table.file, chains.join(", "));
        if let Some(items) = table.items {
            let _ = write!(text, " ; une ligne par élément de p.{items}");
        }
        text.push('\n');
        for column in table.columns {
            let _ = writeln!(text, "  {} ← {}, {}", column.title, source(column), format(column.format));
        }
        text.push('\n');
    }
    text
}

fn source(column: &Column) -> String {
    match column.from {
        From::Record(name) => format!("e.{name}"),
        From::Payload(path) => format!("p.{path}"),
        From::Item(path) => format!("i.{path}"),
    }
}

fn format(format: Format) -> String {
    match format {
        Format::Text => "texte".to_owned(),
        Format::Integer => "entier".to_owned(),
        Format::Decimal(places) => format!("décimal {places}"),
        Format::Moment => "moment".to_owned(),
        Format::Extract => "extrait".to_owned(),
        Format::Taxes => "taxes".to_owned(),
        Format::YesNo => "oui/non".to_owned(),
    }
}
