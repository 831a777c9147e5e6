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

type Search<'a> = (&'a str, &'a dyn Fn(usize) -> DocumentSearch);

/// `large_find_<filters>`
pub fn measure(large: &Client, empty: &Client, figures: &mut Figures) -> Result<(), Failure> {
    let of = subjects(large)?;
    let nothing = DocumentSearch { limit: 50, ..DocumentSearch::default() };
    let at = |list: &[CustomerId], i: usize| list.get(i % list.len().max(1)).copied();
    let day = |i: usize| Some(format!("202{}-{:02}-{:02}", 4 + i % 2, 1 + i % 10, 1 + i % 28));
    let number = |i: usize| of.numbers.get(i % of.numbers.len().max(1)).cloned();
    let end =
        |i: usize, figures: usize| number(i).and_then(|n| n.get(n.len() - figures..).map(str::to_owned));
    let article = |i: usize| of.articles.get(i % of.articles.len().max(1)).copied();
    let user = |i: usize| of.users.get(i % of.users.len().max(1)).copied();
    let place = |i: usize| of.workstations.get(i % of.workstations.len().max(1)).copied();
    let card = |i: usize| Some(format!("{:04}", i * 97 % 10_000));
    let hours =
        |i: usize| [(510, 540), (720, 840), (180, 300), (1_169, 1_170), (0, 1_440)].get(i % 5).copied();
    let (from, to) = (|i| hours(i).map(|h| h.0), |i| hours(i).map(|h| h.1));
    let all = || nothing.clone();
    let searches: [Search<'_>; 22] = [
        ("nothing", &|_| all()),
        ("day", &|i| DocumentSearch { from_day: day(i), to_day: day(i), ..all() }),
        ("until_day", &|i| DocumentSearch { to_day: day(i), ..all() }),
        ("hours", &|i| DocumentSearch { from_minute: from(i), to_minute: to(i), ..all() }),
        ("workstation", &|i| DocumentSearch { workstation_id: place(i), ..all() }),
        ("article", &|i| DocumentSearch { article_id: article(i), ..all() }),
        ("customer", &|i| DocumentSearch { customer_id: at(&of.customers, i), ..all() }),
        ("user", &|i| DocumentSearch { user_id: user(i), ..all() }),
        ("number", &|i| DocumentSearch { number: number(i), ..all() }),
        ("end_of_number", &|i| DocumentSearch { number: end(i, 3), ..all() }),
        ("last_figure", &|i| DocumentSearch { number: end(i, 1), ..all() }),
        ("card", &|i| DocumentSearch { card_last4: card(i), ..all() }),
        ("day_card", &|i| DocumentSearch { from_day: day(i), card_last4: card(i), ..all() }),
        ("day_hours", &|i| DocumentSearch {
            from_day: day(i),
            to_day: day(i),
            from_minute: from(i),
            to_minute: to(i),
            ..all()
        }),
        ("day_workstation_hours", &|i| DocumentSearch {
            to_day: day(i),
            workstation_id: place(i),
            from_minute: from(i),
            to_minute: to(i),
            ..all()
        }),
        ("day_user", &|i| DocumentSearch { from_day: day(i), to_day: day(i), user_id: user(i), ..all() }),
        ("user_workstation", &|i| DocumentSearch { user_id: user(i), workstation_id: place(i / 3), ..all() }),
        ("user_hours", &|i| DocumentSearch {
            user_id: user(i),
            from_minute: from(i),
            to_minute: to(i),
            ..all()
        }),
        ("article_hours", &|i| DocumentSearch {
            article_id: article(i / 5),
            from_minute: from(i),
            to_minute: to(i),
            ..all()
        }),
        ("article_workstation_user", &|i| DocumentSearch {
            article_id: article(i),
            workstation_id: place(i / 3),
            user_id: user(i),
            ..all()
        }),
        ("article_day", &|i| DocumentSearch {
            article_id: article(i),
            from_day: day(i),
            to_day: day(i),
            ..all()
        }),
        ("customer_article", &|i| DocumentSearch {
            customer_id: at(&of.customers, i),
            article_id: article(i),
            ..all()
        }),
    ];
    for (name, search) in searches {
        let find = |client: &Client| {
            let times = Times::of(SEARCHES, |i| {
                let _: DocumentPage = client.call("document_search", search(i)).map_err(fault)?;
                Ok(())
            });
            times
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
