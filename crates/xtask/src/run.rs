//! `cargo xtask run`: from a fresh clone to a till one can sell on.

use std::path::PathBuf;

use crate::process::{cargo, root, run as start};
use crate::ui::Host;
use crate::{Failure, npm, options, packages, ui};

/// What to open.
#[derive(Debug, PartialEq, Eq)]
pub struct RunOptions {
    shop: String,
    data_dir: Option<PathBuf>,
    browser: bool,
    port: String,
}

impl RunOptions {
    /// Reads the options of the command line.
    pub fn parse(arguments: &[String]) -> Result<Self, Failure> {
        let mut parsed = Self { shop: "fr".into(), data_dir: None, browser: false, port: "4780".into() };
        let mut arguments = arguments.iter();
        while let Some(name) = arguments.next() {
            match name.as_str() {
                "--shop" => parsed.shop = options::value(name, &mut arguments)?,
                "--data-dir" => parsed.data_dir = Some(options::value(name, &mut arguments)?.into()),
                "--port" => parsed.port = options::value(name, &mut arguments)?,
                "--browser" => parsed.browser = true,
                unknown => return Err(format!("unexpected argument «{unknown}»")),
            }
        }
        if !["fr", "qc", "empty"].contains(&parsed.shop.as_str()) {
            return Err(format!("--shop is fr, qc or empty, not «{}»", parsed.shop));
        }
        Ok(parsed)
    }

    /// Each demonstration shop has its own data, so that asking for the other one never opens the first.
    fn data_dir(&self) -> Result<PathBuf, Failure> {
        let chosen = self.data_dir.clone().unwrap_or_else(|| root().join("target/run").join(&self.shop));
        std::path::absolute(&chosen).map_err(|error| format!("{}: {error}", chosen.display()))
    }
}

/// Builds and opens the program; returns when it ends.
pub fn run(options: &RunOptions) -> Result<(), Failure> {
    let window = !options.browser && has_display();
    let sets: &[packages::Set] =
        if window { &[packages::COMPILER, packages::WINDOW] } else { &[packages::COMPILER] };
    packages::install(sets)?;
    npm::install()?;
    let mut program = cargo();
    program.args(["run", "--quiet", "--package"]);
    if window {
        ui::build_for(Host::Window)?;
        program.args(["comptoir", "--features", "custom-protocol", "--"]);
    } else {
        eprintln!("No window: open the address below in a browser; Ctrl-C stops.");
        ui::build_for(Host::Browser)?;
        program.args(["devhost", "--", "--ui", Host::Browser.folder(), "--port", &options.port]);
    }
    start(program.args(["--shop", &options.shop, "--data-dir"]).arg(options.data_dir()?))
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<RunOptions, Failure> {
        RunOptions::parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn options_are_read_and_mistakes_refused() {
        let options = parse("--shop qc --data-dir /somewhere --browser --port 0").unwrap();
        assert_eq!((options.shop.as_str(), options.port.as_str(), options.browser), ("qc", "0", true));
        assert_eq!(options.data_dir(), Ok(PathBuf::from("/somewhere")));
        assert!(parse("--shop de").is_err());
        assert!(parse("--shop").is_err());
        assert!(parse("--shpo fr").is_err());
    }

    #[test]
    fn each_shop_has_its_own_data() {
        assert_ne!(parse("--shop fr").unwrap().data_dir(), parse("--shop qc").unwrap().data_dir());
    }
}
