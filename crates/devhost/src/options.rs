//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use demo::Sample;

/// Shown when the command line cannot be read.
pub const USAGE: &str = "usage: devhost [--data-dir DIR] [--shop fr|qc|empty] [--port P] [--token T] [--ui DIR] [--dev-origin URL] [--days-ago N] [--printers-at A,B]\n\
    --data-dir DIR     where the data is (default target/run/devhost)\n\
    --shop fr|qc       puts a demonstration shop into an empty database; empty: starts with nothing (default)\n\
    --port P           port on 127.0.0.1 (default 4780; 0 takes a free one)\n\
    --token T          the bearer token (default: random)\n\
    --ui DIR           the built interface (default ui/dist/http)\n\
    --dev-origin URL   also answer pages of this origin, e.g. http://localhost:1420 while `npm run dev` serves them\n\
    --days-ago N       set the shop's clock back by N days (default 0)\n\
    --printers-at A,B  look for printers at these addresses (127.0.0.1:9100), not on the network";

/// What to serve, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Folder of the data.
    pub data_dir: PathBuf,
    /// Demonstration shop for an empty database.
    pub shop: Option<Sample>,
    /// Port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// The bearer token; random when not given.
    pub token: Option<String>,
    /// Folder of the built interface.
    pub ui: PathBuf,
    /// Another origin that is answered.
    pub dev_origin: Option<String>,
    /// How far the shop's clock is behind the computer's, in days.
    pub days_ago: u16,
    /// Where printers are looked for; none for the network of this computer.
    pub printers_at: Option<Vec<SocketAddr>>,
}

impl Options {
    /// Reads the arguments.
    ///
    /// # Errors
    /// A sentence for the person at the terminal.
    pub fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self {
            data_dir: "target/run/devhost".into(),
            shop: None,
            port: 4780,
            token: None,
            ui: "ui/dist/http".into(),
            dev_origin: None,
            days_ago: 0,
            printers_at: None,
        };
        while let Some(name) = arguments.next() {
            let value = arguments.next().ok_or_else(|| format!("{name} needs a value"));
            match name.as_str() {
                "--data-dir" => options.data_dir = value?.into(),
                "--shop" => options.shop = Sample::from_option(&value?)?,
                "--port" => options.port = value?.parse().map_err(|_| "--port is a number up to 65535")?,
                "--token" => options.token = Some(value?),
                "--ui" => options.ui = value?.into(),
                "--dev-origin" => options.dev_origin = Some(value?),
                "--days-ago" => {
                    options.days_ago = value?.parse().map_err(|_| "--days-ago is a number of days")?;
                }
                "--printers-at" => options.printers_at = Some(addresses(&value?)?),
                _ => return Err(format!("unexpected argument «{name}»")),
            }
        }
        Ok(options)
    }
}

fn addresses(list: &str) -> Result<Vec<SocketAddr>, String> {
    let wrong = |_| "--printers-at is a list of addresses with ports".to_owned();
    list.split(',').map(|address| address.parse().map_err(wrong)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Options, String> {
        Options::parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_are_read_and_mistakes_refused() {
        let options = parse("--shop fr --port 0 --token t --data-dir /d --ui /u").unwrap();
        assert_eq!(
            (options.shop, options.port, options.token.as_deref()),
            (Some(Sample::France), 0, Some("t"))
        );
        assert_eq!(parse("--shop empty").unwrap().shop, None);
        for line in ["--port 70000", "--shop x", "--shop", "--prot 1", "--days-ago -1", "--printers-at here"]
        {
            assert!(parse(line).is_err(), "{line}");
        }
    }
}
