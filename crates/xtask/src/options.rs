//! Reading of `--name value` options. Three tasks have any; a parser crate would cost more than it saves.

use crate::Failure;

/// Refuses arguments where a task takes none, so that a misspelt option is not silently ignored.
pub fn none(arguments: &[String]) -> Result<(), Failure> {
    match arguments.first() {
        None => Ok(()),
        Some(extra) => Err(format!("unexpected argument «{extra}»")),
    }
}

/// The value that follows `name`.
pub fn value<'a>(name: &str, arguments: &mut impl Iterator<Item = &'a String>) -> Result<String, Failure> {
    arguments.next().cloned().ok_or_else(|| format!("{name} needs a value"))
}
