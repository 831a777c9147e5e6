//! Searching a catalogue of a given size: EAN, prefix, middle of a word, accents.

use std::path::Path;
use std::sync::Arc;

use api::types::{ArticlePage, CatalogueSearch};
use app::SystemClock;
use store::limits::BareDatabase;

use super::figures::{Figures, Times};
use crate::{Failure, fault, shop};

/// Searches of each kind.
const SEARCHES: usize = 200;

const NOUNS: [&str; 20] = [
    "Pain",
    "Crème",
    "Café",
    "Confiture",
    "Chocolat",
    "Pâtes",
    "Thé",
    "Biscuits",
    "Jambon",
    "Fromage",
    "Yaourt",
    "Beurre",
    "Jus",
    "Compote",
    "Soupe",
    "Riz",
    "Miel",
    "Huile",
    "Savon",
    "Lessive",
];
const KINDS: [&str; 20] = [
    "brûlée",
    "de campagne",
    "aux fraises",
    "noir",
    "au lait",
    "complètes",
    "vert",
    "sablés",
    "supérieur",
    "de chèvre",
    "nature",
    "demi-sel",
    "d'orange",
    "pommes-châtaignes",
    "de potiron",
    "basmati",
    "de lavande",
    "d'olive",
    "de Marseille",
    "liquide",
];
const BRANDS: [&str; 10] =
    ["Maison", "Tradition", "du Port", "Bio", "Extra", "Fermier", "Gourmet", "Village", "Océan", "Sélection"];

/// A CSV file of `size` made-up articles, the same every time.
fn file(size: usize) -> String {
    let mut csv = String::from("ean;designation;rayon;prix_ttc;tva\n");
    for n in 0..size {
        let (noun, kind, brand) = (NOUNS[n % 20], KINDS[n / 20 % 20], BRANDS[n / 400 % 10]);
        let price = 50 + n % 2_000;
        csv.push_str(&format!(
            "{};{noun} {kind} {brand} {n};{noun};{},{:02};5,5\n",
            ean(n),
            price / 100,
            price % 100
        ));
    }
    csv
}

fn ean(n: usize) -> String {
    let body = format!("299{n:09}");
    let digits: Vec<u8> = body.bytes().map(|b| b - b'0').collect();
    format!("{body}{}", domain::barcode::check_digit(&digits))
}

/// `search_<size>_<kind>` for a catalogue of `size` articles.
pub fn measure(dir: &Path, size: usize, figures: &mut Figures) -> Result<(), Failure> {
    let mut client = shop::open(dir, Arc::new(SystemClock))?;
    demo::create(client.app(), demo::Sample::France).map_err(fault)?;
    shop::sign_in(&mut client, shop::SAMPLE_PIN)?;
    shop::import(&client, "articles.csv", file(size).as_bytes())?;
    let mut bare = BareDatabase::create(&dir.join("bare.db"))?;
    let limit = Times::of(200, |_| Ok(bare.commit_one_row()?))?;
    let label = size / 1_000;
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
        figures.times(&format!("search_{label}k_{kind}"), &times, &limit);
    }
    Ok(())
}
