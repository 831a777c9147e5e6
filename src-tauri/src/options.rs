//! What the command line and the environment say. A phone gives neither; the defaults are meant for it.

use std::ffi::OsString;
use std::path::PathBuf;

use demo::Sample;

/// Shown when the command line cannot be read.
pub const USAGE: &str = "usage: comptoir [--data-dir DIR] [--shop fr|qc|empty]\n\
    --data-dir DIR   where the data is; also COMPTOIR_DATA_DIR; else the system's folder for this program\n\
    --shop fr|qc     puts a demonstration shop into an empty database; empty: starts with nothing (default)";

/// Where the data is and what a new database starts with.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Folder of the data; the system's folder for this program when not given.
    pub data_dir: Option<PathBuf>,
    /// Demonstration shop for an empty database.
    pub shop: Option<Sample>,
}

impl Options {
    /// Reads the arguments and the environment of this process.
    ///
    /// # Errors
    /// A sentence for the person at the terminal.
    pub fn of_process() -> Result<Self, String> {
        let environment = std::env::var_os("COMPTOIR_DATA_DIR").filter(|folder| !folder.is_empty());
        Self::parse(std::env::args_os().skip(1), environment)
    }

    fn parse(
        mut arguments: impl Iterator<Item = OsString>,
        environment: Option<OsString>,
    ) -> Result<Self, String> {
        let mut options = Self { data_dir: environment.map(PathBuf::from), shop: None };
        while let Some(name) = arguments.next() {
            let name = name.to_string_lossy().into_owned();
            let value = arguments.next().ok_or_else(|| format!("{name} needs a value"));
            match name.as_str() {
                "--data-dir" => options.data_dir = Some(value?.into()),
                "--shop" => options.shop = Sample::from_option(&value?.to_string_lossy())?,
                _ => return Err(format!("unexpected argument «{name}»")),
            }
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str, environment: Option<&str>) -> Result<Options, String> {
        Options::parse(line.split_whitespace().map(OsString::from), environment.map(OsString::from))
    }

    #[test]
    fn the_command_line_wins_over_the_environment() {
        let options = parse("--shop qc --data-dir /a", Some("/b")).unwrap();
        assert_eq!(options, Options { data_dir: Some("/a".into()), shop: Some(Sample::Quebec) });
        assert_eq!(parse("", Some("/b")).unwrap().data_dir, Some("/b".into()));
        assert_eq!(parse("--shop empty", None).unwrap(), Options::default());
    }

    #[test]
    fn mistakes_are_refused() {
        for line in ["--shop de", "--shop", "--data-dir", "fr"] {
            assert!(parse(line, None).is_err(), "{line}");
        }
    }
}
