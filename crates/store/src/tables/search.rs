//! Finding documents by any filters at once (SRCH).
//!
//! The statement is built so that the most selective filter leads and the others only test: the planner has no
//! statistics to know that a card is rarer than a workstation. Every filter alone has an index of its own; hours alone
//! are looked for by a plan of their own (`search_hours`).

use domain::ids::{ArticleId, CustomerId, DocumentId, UserId, WorkstationId};
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::all;
use super::documents::{DocumentRow, by_id};
use super::search_hours::{self, Hours};
use crate::error::Result;
use crate::reader::Db;

/// Figures of a number that the index of ends holds.
const END: usize = 3;

/// What to look for; an absent filter lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// From this moment.
    pub from_ms: Option<i64>,
    /// Before this moment.
    pub to_ms: Option<i64>,
    /// From one minute of the day to before another; around midnight when the second is the smaller one.
    pub minutes: Option<(u16, u16)>,
    /// Workstation.
    pub workstation: Option<WorkstationId>,
    /// An article on a line.
    pub article: Option<ArticleId>,
    /// Customer.
    pub customer: Option<CustomerId>,
    /// Who recorded it.
    pub user: Option<UserId>,
    /// Number, or its end; not empty.
    pub number: Option<String>,
    /// Last four digits of a card.
    pub card_last4: Option<String>,
}

/// A statement in the making.
struct Statement {
    /// The table that leads, joined to `document d`.
    from: &'static str,
    /// Columns of time and id in that table.
    order: (&'static str, &'static str),
    /// True once a filter leads: the later ones must not choose the index.
    led: bool,
    conditions: Vec<String>,
    values: Vec<Value>,
}

impl Statement {
    const fn new() -> Self {
        Self {
            from: "document d",
            order: ("d.at_ms", "d.id"),
            led: false,
            conditions: Vec::new(),
            values: Vec::new(),
        }
    }

    /// Adds a condition in which each `?` stands for the next value.
    fn when<const N: usize>(&mut self, condition: &str, values: [Value; N]) {
        let mut numbered = condition.to_owned();
        for value in values {
            self.values.push(value);
            numbered = numbered.replacen("? ", &format!("?{} ", self.values.len()), 1);
        }
        self.conditions.push(numbered);
    }

    /// What stands before a column: nothing when its filter leads, and else the sign that hides it from the planner.
    fn mark(&mut self) -> &'static str {
        if std::mem::replace(&mut self.led, true) { "+" } else { "" }
    }

    /// Adds a condition on a column, which leads when no other does.
    fn lead_or_test<const N: usize>(&mut self, condition: &str, values: [Value; N]) {
        let condition = format!("{}{condition}", self.mark());
        self.when(&condition, values);
    }

    fn sql(&self) -> String {
        let conditions =
            if self.conditions.is_empty() { "1".to_owned() } else { self.conditions.join("AND ") };
        let ((time, id), n) = (self.order, self.values.len());
        format!(
            "SELECT d.id FROM {} WHERE {conditions} ORDER BY {time} DESC, {id} DESC LIMIT ?{} OFFSET ?{}",
            self.from,
            n + 1,
            n + 2
        )
    }
}

fn id(id: uuid::Uuid) -> [Value; 1] {
    [Value::Blob(id.as_bytes().to_vec())]
}

impl Filter {
    /// The statement that finds the documents, rarest filter first.
    fn statement(&self, rare_hours: bool) -> Statement {
        let mut s = Statement::new();
        if rare_hours {
            // The few that are found are sorted: the index of time must not lead because it has their order.
            (s.led, s.order) = (true, ("+d.at_ms", "+d.id"));
            self.hours(&mut s, "");
        }
        self.number(&mut s);
        self.payment(&mut s);
        self.people_and_things(&mut s);
        self.moment(&mut s);
        if !rare_hours {
            self.hours(&mut s, "+");
        }
        s
    }

    /// The hours, when nothing but days narrows the search besides.
    fn hours_alone(&self) -> Option<Hours> {
        let only =
            Self { from_ms: self.from_ms, to_ms: self.to_ms, minutes: self.minutes, ..Self::default() };
        let days = (self.from_ms.unwrap_or(i64::MIN), self.to_ms.unwrap_or(i64::MAX));
        self.minutes.filter(|_| *self == only).map(|minutes| Hours { minutes, days })
    }

    fn number(&self, s: &mut Statement) {
        let Some(number) = self.number.clone() else { return };
        // One or two figures end one number in ten or a hundred: the newest of them are found at once without index.
        if let Some(end) = number.len().checked_sub(END).and_then(|from| number.get(from..)) {
            s.led = true;
            s.when("substr(d.number, -3) = ? ", [Value::Text(end.to_owned())]);
        }
        s.when("substr(d.number, -length(? )) = ? ", [Value::Text(number.clone()), Value::Text(number)]);
    }

    fn payment(&self, s: &mut Statement) {
        if let Some(digits) = self.card_last4.clone() {
            let paid = "d.id IN (SELECT p.document_id FROM payment p WHERE p.card_last4 = ? ) ";
            s.lead_or_test(paid, [Value::Text(digits)]);
        }
    }

    fn people_and_things(&self, s: &mut Statement) {
        if let Some(customer) = self.customer {
            s.lead_or_test("d.customer_id = ? ", id(customer.0));
        }
        if let Some(article) = self.article {
            if s.led {
                let held = "EXISTS (SELECT 1 FROM document_article a WHERE a.article_id = ? AND a.at_ms = d.at_ms AND a.document_id = d.id) ";
                s.when(held, id(article.0));
            } else {
                s.led = true;
                s.from = "document_article a CROSS JOIN document d ON d.id = a.document_id";
                s.order = ("a.at_ms", "a.document_id");
                s.when("a.article_id = ? ", id(article.0));
            }
        }
        if let Some(user) = self.user {
            s.lead_or_test("d.user_id = ? ", id(user.0));
        }
        if let Some(workstation) = self.workstation {
            s.lead_or_test("d.workstation_id = ? ", id(workstation.0));
        }
    }

    /// Days lead when nothing rarer does. Hours lie on every day: they are read from the indexes of what leads, and lead
    /// only where hardly anything was ever sold in them.
    fn moment(&self, s: &mut Statement) {
        let time = s.order.0;
        for (condition, at) in [(">=", self.from_ms), ("<", self.to_ms)] {
            if let Some(at) = at {
                s.when(&format!("{time} {condition} ? "), [Value::Integer(at)]);
            }
        }
    }

    /// `sign` hides the hours from the planner where another filter leads.
    fn hours(&self, s: &mut Statement, sign: &str) {
        if let Some((from, to)) = self.minutes {
            let joint = if from <= to { "AND" } else { "OR" };
            let within = format!("({sign}d.minute >= ? {joint} {sign}d.minute < ? ) ");
            s.when(&within, [Value::Integer(from.into()), Value::Integer(to.into())]);
        }
    }
}

/// The documents that pass every filter, newest first. Only the ids are searched for: names, methods and prints are
/// read for the page alone.
pub fn documents(db: Db<'_>, filter: &Filter, offset: u32, limit: u32) -> Result<Vec<DocumentRow>> {
    let ids = match filter.hours_alone() {
        Some(hours) => hours.newest(db, offset, limit)?,
        None => ids(db, filter, offset, limit)?,
    };
    ids.into_iter().filter_map(|id| by_id(db, id).transpose()).collect()
}

fn ids(db: Db<'_>, filter: &Filter, offset: u32, limit: u32) -> Result<Vec<DocumentId>> {
    let rare_hours = filter.minutes.map(|minutes| search_hours::are_rare(db, minutes)).transpose()?;
    let mut statement = filter.statement(rare_hours.unwrap_or_default());
    let sql = statement.sql();
    statement.values.extend([Value::from(limit), Value::from(offset)]);
    all(db.0, &sql, params_from_iter(statement.values), |r| r.get(0).map(DocumentId))
}

/// How SQLite looks for them, line by line: a test reads it, so that no filter reads every document.
pub fn plan(db: Db<'_>, filter: &Filter) -> Result<Vec<String>> {
    if filter.hours_alone().is_some() {
        return search_hours::plans(db);
    }
    let mut statement = filter.statement(false);
    let sql = format!("EXPLAIN QUERY PLAN {}", statement.sql());
    statement.values.extend([Value::from(50), Value::from(0)]);
    all(db.0, &sql, params_from_iter(statement.values), |r| r.get(3))
}
