//! Searching a catalogue of a given size: EAN, prefix, middle of a word, accents.

use std::path::Path;
use std::sync::Arc;

use api::types::{ArticlePage, CatalogueSearch};
use app::{Client, SystemClock};
use store::limits::BareDatabase;

use super::figures::{Figures, Times};
use crate::articles::{self, NOUNS, ean};
use crate::{Failure, fault, shop};

/// Searches of each kind.
const SEARCHES: usize = 200;

/// `search_<size>_<kind>` for a catalogue of `size` articles.
pub fn measure(dir: &Path, size: usize, figures: &mut Figures) -> Result<(), Failure> {
    let mut client = shop::open(dir, Arc::new(SystemClock))?;
    demo::create(client.app(), demo::Sample::France).map_err(fault)?;
    shop::sign_in(&mut client, shop::SAMPLE_PIN)?;
    shop::import(&client, "articles.csv", articles::file(size).as_bytes())?;
    let mut bare = BareDatabase::create(&dir.join("bare.db"))?;
    let limit = Times::of(200, |_| Ok(bare.commit_one_row()?))?;
    searches(&client, size, &format!("search_{}k", size / 1_000), &limit, figures)
}

/// `<name>_<kind>`: searches of each kind in the catalogue of [`articles::file`].
pub fn searches(
    client: &Client,
    size: usize,
    name: &str,
    limit: &Times,
    figures: &mut Figures,
) -> Result<(), Failure> {
    let kinds: [(&str, &dyn Fn(usize) -> String); 5] = [
        ("ean", &|i| ean(i * 97 % size)),
        ("prefix", &|i| NOUNS[i % 20].chars().take(3 + i % 3).collect()),
        ("mid_word", &|i| ["ampagne", "rais", "plèt", "rient", "hoco"][i % 5].to_owned()),
        ("accents", &|i| ["creme brulee", "PATES", "chataigne", "thé vert bio", "Crème"][i % 5].to_owned()),
        ("two_letters", &|i| ["ca", "co", "th", "ri", "be"][i % 5].to_owned()),
    ];
    for (kind, text) in kinds {
        let times = Times::of(SEARCHES, |i| {
            let search = CatalogueSearch { text: text(i), department_id: None, offset: 0, limit: 50 };
            let page: ArticlePage = client.call("catalogue_search", search).map_err(fault)?;
            if page.rows.is_empty() && kind != "mid_word" {
                Err(format!("{} finds nothing", text(i)).into())
            } else {
                Ok(())
            }
        })?;
        figures.times(&format!("{name}_{kind}"), &times, limit);
    }
    Ok(())
}
