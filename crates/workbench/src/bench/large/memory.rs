//! Memory of the core over the same work in either shop, each in a process of its own: what a process once had, it keeps.

use std::path::Path;
use std::process::Command;

use api::types::{ArticlePage, CatalogueSearch, DocumentPage, DocumentSearch};
use serde_json::json;

use super::super::figures::Figures;
use super::super::machine::peak_kib;
use super::super::sales::Till;
use crate::{Failure, fault};

/// Sales and searches of the work.
const TIMES: usize = 200;

/// `large_memory`: the greatest memory of each process, in KiB.
pub fn measure(empty: &Path, large: &Path, figures: &mut Figures) -> Result<(), Failure> {
    let (empty, large) = (of_child(empty)?, of_child(large)?);
    figures.value("large_memory", json!({ "empty_kib": empty, "large_kib": large, "sales": TIMES }));
    Ok(())
}

fn of_child(dir: &Path) -> Result<u64, Failure> {
    let child = Command::new(std::env::current_exe()?)
        .args(["bench", "--scale", "large", "--measure-memory"])
        .arg(dir)
        .output()?;
    let said = String::from_utf8(child.stdout)?;
    said.trim().parse().map_err(|_| format!("no memory figure: {said}").into())
}

/// The work, and its figure as the only output.
pub fn of_this_process(dir: &Path) -> Result<(), Failure> {
    let till = Till::open(dir)?;
    for n in 0..TIMES {
        till.codes.iter().try_for_each(|code| till.scan(code).map(|_| ()))?;
        till.pay()?;
        let text = ["cho", "pain", "con", "0001", "ma"].get(n % 5).copied().unwrap_or_default().to_owned();
        let search = CatalogueSearch { text, department_id: None, offset: 0, limit: 50 };
        let _: ArticlePage = till.client.call("catalogue_search", search).map_err(fault)?;
        let number = Some(format!("{n:03}"));
        let search = DocumentSearch { number, limit: 50, ..DocumentSearch::default() };
        let _: DocumentPage = till.client.call("document_search", search).map_err(fault)?;
    }
    println!("{}", peak_kib().ok_or("no figure on this system")?);
    Ok(())
}
