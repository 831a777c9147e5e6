//! Closings, made at the end of the day or made good at the next start.

use fiscal::{ArchiveType, Chain, GrandTotalPayload, JetEvent, LastClosing, PeriodTally, Scope};

use super::Shop;

impl Shop {
    /// Closes what was left open: days, then the months that are over, then the year, before any sale.
    pub fn due_closings(&mut self) {
        if self.old {
            return;
        }
        let today = self.today();
        loop {
            let day = self.db.days.to_close().next().filter(|day| **day < *today).map(str::to_owned);
            let month = day.as_ref().map_or_else(|| today[..7].to_owned(), |day| day[..7].to_owned());
            self.close_months_before(&month);
            match day {
                Some(day) => self.close_day(&day),
                None => break,
            }
        }
    }

    pub fn close_day(&mut self, day: &str) {
        if self.db.closings.get(&Scope::Jour).is_some_and(|last| last.period_key.as_str() >= day) {
            return;
        }
        self.event(JetEvent::ClosingStarted, day);
        let tally = self.db.days.close(day);
        self.close(Scope::Jour, day, &tally);
        self.event(JetEvent::PeriodClosed, day);
        self.archive(ArchiveType::J, (day, day), &tally);
        self.event(JetEvent::ArchiveCreated, day);
        if self.today() == day {
            self.day = self.day.tomorrow().unwrap();
            self.morning();
        }
    }

    /// Months between the last closed one (or the first with a closed day) and `month`, the empty ones too.
    fn close_months_before(&mut self, month: &str) {
        loop {
            let last = self.db.closings.get(&Scope::Mois).map(|last| after(&last.period_key));
            let first = self.db.months.keys().next().cloned();
            let Some(due) = last.or(first).filter(|due| due.as_str() < month) else { return };
            let tally = self.db.months.remove(&due).unwrap_or_default();
            self.close(Scope::Mois, &due, &tally);
            self.event(JetEvent::PeriodClosed, &due);
            self.archive(ArchiveType::M, (&format!("{due}-01"), &last_day(&due)), &tally);
            if due.ends_with("-12") {
                let year = due[..4].to_owned();
                let tally = std::mem::take(&mut self.db.year);
                self.close(Scope::Exercice, &year, &tally);
                self.event(JetEvent::YearClosed, &year);
                self.archive(ArchiveType::E, (&format!("{year}-01-01"), &format!("{year}-12-31")), &tally);
                self.event(JetEvent::YearArchiveCreated, &year);
            }
        }
    }

    fn close(&mut self, scope: Scope, key: &str, tally: &PeriodTally) {
        let number = self.db.closings.get(&scope).map_or(0, |last| last.number) + 1;
        let closing = GrandTotalPayload {
            header: self.header(Chain::Gt),
            scope,
            period_key: key.to_owned(),
            document: None,
            vat: tally.vat(),
            period_total: tally.total(),
            perpetual: self.db.perpetual,
            detail: Some(tally.detail(number)),
        };
        let part = PeriodTally::of_closing(&closing);
        match scope {
            Scope::Jour => self.db.months.entry(key[..7].to_owned()).or_default().merge(&part),
            Scope::Mois => self.db.year.merge(&part),
            Scope::Exercice | Scope::Ticket => {}
        }
        self.db.closings.insert(scope, LastClosing { number, period_key: key.to_owned() });
        self.put(closing);
    }
}

fn first_of(month: &str) -> jiff::civil::Date {
    format!("{month}-01").parse().unwrap()
}

fn after(month: &str) -> String {
    first_of(month).last_of_month().tomorrow().unwrap().to_string()[..7].to_owned()
}

fn last_day(month: &str) -> String {
    first_of(month).last_of_month().to_string()
}
