//! Finding documents by each filter alone, and by the combinations that people use.

use api::types::{
    ArticlePage, CatalogueSearch, CustomerSearch, CustomerView, DocumentFilters, DocumentPage,
    DocumentSearch, Empty,
};
use app::Client;
use domain::ids::{ArticleId, CustomerId, UserId, WorkstationId};

use super::super::figures::{Figures, Times};
use crate::{Failure, articles, fault};

/// Searches of each kind.
const SEARCHES: usize = 100;

/// What the searches ask for.
struct Subjects {
    /// The first is in every tenth basket.
    articles: Vec<ArticleId>,
    customers: Vec<CustomerId>,
    users: Vec<UserId>,
    workstations: Vec<WorkstationId>,
    numbers: Vec<String>,
}

/// The filters of a search, by their first letters: `d` one day, `u` until a day, `f` from a day, `h` hours, `w` workstation,
/// `a` article, `c` customer, `p` person, `n` number, `e` its end, `l` its last figure, `k` card.
const KINDS: [(&str, &str); 22] = [
    ("nothing", ""),
    ("day", "d"),
    ("until_day", "u"),
    ("hours", "h"),
    ("workstation", "w"),
    ("article", "a"),
    ("customer", "c"),
    ("user", "p"),
    ("number", "n"),
    ("end_of_number", "e"),
    ("last_figure", "l"),
    ("card", "k"),
    ("day_card", "fk"),
    ("day_hours", "dh"),
    ("day_workstation_hours", "uwh"),
    ("day_user", "dp"),
    ("user_workstation", "pw"),
    ("user_hours", "ph"),
    ("article_hours", "ah"),
    ("article_workstation_user", "awp"),
    ("article_day", "ad"),
    ("customer_article", "ca"),
];

const HOURS: [(u16, u16); 5] = [(510, 540), (720, 840), (180, 300), (1_169, 1_170), (0, 1_440)];

impl Subjects {
    fn search(&self, filters: &str, i: usize) -> DocumentSearch {
        let mut search = DocumentSearch { limit: 50, ..DocumentSearch::default() };
        filters.chars().for_each(|filter| self.add(&mut search, filter, i));
        search
    }

    fn add(&self, search: &mut DocumentSearch, filter: char, i: usize) {
        let day = Some(format!("202{}-{:02}-{:02}", 4 + i % 2, 1 + i % 10, 1 + i % 28));
        let hours = one_of(&HOURS, i);
        let number = one_of(&self.numbers, i);
        let end =
            |figures: usize| number.as_ref().and_then(|n| n.get(n.len() - figures..).map(str::to_owned));
        match filter {
            'd' => (search.from_day, search.to_day) = (day.clone(), day),
            'u' => search.to_day = day,
            'f' => search.from_day = day,
            'h' => (search.from_minute, search.to_minute) = (hours.map(|h| h.0), hours.map(|h| h.1)),
            'w' => search.workstation_id = one_of(&self.workstations, i / 3),
            'a' => search.article_id = one_of(&self.articles, i / 5),
            'c' => search.customer_id = one_of(&self.customers, i),
            'p' => search.user_id = one_of(&self.users, i),
            'n' => search.number = number,
            'e' => search.number = end(3),
            'l' => search.number = end(1),
            _ => search.card_last4 = Some(format!("{:04}", i * 97 % 10_000)),
        }
    }
}

fn one_of<T: Clone>(list: &[T], i: usize) -> Option<T> {
    list.get(i % list.len().max(1)).cloned()
}

/// `large_find_<filters>`
pub fn measure(large: &Client, empty: &Client, figures: &mut Figures) -> Result<(), Failure> {
    let of = subjects(large)?;
    for (name, filters) in KINDS {
        let find = |client: &Client| {
            Times::of(SEARCHES, |i| {
                let _: DocumentPage = client.call("document_search", of.search(filters, i)).map_err(fault)?;
                Ok(())
            })
        };
        figures.times(&format!("large_find_{name}"), &find(large)?, &find(empty)?);
    }
    Ok(())
}

fn subjects(client: &Client) -> Result<Subjects, Failure> {
    let filters: DocumentFilters = client.call("document_filters", Empty {}).map_err(fault)?;
    let (mut ids, mut customers, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
    for i in 0..20 {
        // The best seller, two of the five hundred, and others.
        let text = articles::ean([0, 17, 401, 3_000 + i, 90_000 + i * 37][i % 5]);
        let search = CatalogueSearch { text, department_id: None, offset: 0, limit: 1 };
        let page: ArticlePage = client.call("catalogue_search", search).map_err(fault)?;
        ids.extend(page.rows.iter().map(|row| row.id));
        let search = CustomerSearch { text: format!("C{:06}", 1 + i * 997), limit: 1 };
        let found: Vec<CustomerView> = client.call("customer_search", search).map_err(fault)?;
        customers.extend(found.iter().map(|c| c.id));
        let day = Some(format!("2024-{:02}-15", 1 + i % 12));
        let search =
            DocumentSearch { to_day: day, limit: 1, offset: u32::try_from(i)?, ..DocumentSearch::default() };
        let page: DocumentPage = client.call("document_search", search).map_err(fault)?;
        numbers.extend(page.rows.into_iter().map(|row| row.number));
    }
    Ok(Subjects {
        articles: ids,
        customers,
        users: filters.users.iter().map(|u| UserId(u.id)).collect(),
        workstations: filters.workstations.iter().map(|w| WorkstationId(w.id)).collect(),
        numbers,
    })
}
