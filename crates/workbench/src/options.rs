//! Command lines of the workbench.

use std::path::PathBuf;

use crate::Failure;

/// What was asked for.
#[derive(Debug, Default)]
pub struct Options {
    /// The file without a name (`replay FILE`).
    pub file: Option<PathBuf>,
    /// `--articles FILE`
    pub articles: Option<PathBuf>,
    /// `--data-dir DIR`
    pub data_dir: Option<PathBuf>,
    /// `--shop fr|qc`
    pub shop: Option<String>,
    /// `--scale large`
    pub scale: Option<String>,
    /// `--tickets N` of a scale, for a smaller one of the same make.
    pub tickets: Option<usize>,
    /// `--measure-memory DIR`, said by the bench to its own child.
    pub measure_memory: Option<PathBuf>,
    /// `--pin PIN` of the first manager; the sample shop's is 1234.
    pub pin: Option<String>,
}

impl Options {
    /// Reads the arguments after the task.
    pub fn parse(arguments: impl Iterator<Item = String>) -> Result<Self, Failure> {
        let mut options = Self::default();
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value"));
            match argument.as_str() {
                "--articles" => options.articles = Some(value()?.into()),
                "--data-dir" => options.data_dir = Some(value()?.into()),
                "--shop" => options.shop = Some(value()?),
                "--scale" => options.scale = Some(value()?),
                "--measure-memory" => options.measure_memory = Some(value()?.into()),
                "--tickets" => options.tickets = Some(value()?.parse()?),
                "--pin" => options.pin = Some(value()?),
                name if name.starts_with("--") => return Err(format!("unknown option {name}").into()),
                file => options.file = Some(file.into()),
            }
        }
        Ok(options)
    }

    /// The data folder, which every task needs.
    pub fn data_dir(&self) -> Result<&PathBuf, Failure> {
        self.data_dir.as_ref().ok_or_else(|| "--data-dir DIR is missing".into())
    }
}
