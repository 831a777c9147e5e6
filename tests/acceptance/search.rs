//! SRCH: finding documents of every workstation, and reprinting them.

use api::FaultCode;
use api::types::{
    DocumentDetail, DocumentFilters, DocumentPage, DocumentRef, DocumentSearch, Empty, PaymentAdd, SaleDone,
    SaleSetCustomer, SaleValidate, SaleView, TicketPreview,
};
use domain::ids::{CustomerId, UserId, WorkstationId};
use domain::payment::PaymentKind;
use domain::permission::Role;
use store::Db;
use store::tables::search::{Filter, plan};
use testkit::{TestShop, Till, raw};

use crate::world::{new_customer, refuses, wait_until_printed, with_printer};

fn wanted() -> DocumentSearch {
    DocumentSearch { limit: 50, ..DocumentSearch::default() }
}

/// Numbers found, newest first.
fn found(till: &Till, search: DocumentSearch) -> Vec<String> {
    let page: DocumentPage = till.ask("document_search", search);
    page.rows.into_iter().map(|row| row.number).collect()
}

/// Two days of sales at two workstations: numbers and what was special about each.
struct Days {
    shop: TestShop,
    cashier: Till,
    lead: Till,
    customer: CustomerId,
    /// 1 March 9:10, C01, cash: article 1001.
    morning: SaleDone,
    /// 1 March 15:40, C02, card 4242: article 2101.
    afternoon: SaleDone,
    /// 2 March 9:10, C01, customer Durand, card 4242: article 2101.
    next_day: SaleDone,
}

fn card_sale(till: &Till, code: &str) -> SaleDone {
    till.scan(code);
    let card =
        PaymentAdd { card_last4: Some("4242".to_owned()), ..till.payment(PaymentKind::CardStandalone, None) };
    let request = SaleValidate { payment: Some(card), leave_unpaid: false, print: false, seen: None };
    till.ask("sale_validate", request)
}

fn days() -> Days {
    let shop = TestShop::france();
    // From the start of the test's clock to 2027-03-01T08:10:00Z, 9:10 in Paris.
    let first = 1_803_888_600_000;
    let advance_to = |ms: i64| shop.clock.advance_s((ms - app::Clock::now_ms(&*shop.clock)) / 1000);
    advance_to(first);
    let (cashier, lead) = (shop.till(Role::Cashier, "C01"), shop.till(Role::LeadCashier, "C02"));
    cashier.open_shift(0);
    lead.open_shift(0);
    let morning = cashier.cash_sale(&["1001"]);
    advance_to(first + 390 * 60_000);
    let afternoon = card_sale(&lead, "2101");
    advance_to(first + 24 * 3_600_000);
    let customer = new_customer(&cashier, "Durand").id;
    cashier.scan("2101");
    let _: SaleView = cashier.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(customer) });
    let card = PaymentAdd {
        card_last4: Some("4242".to_owned()),
        ..cashier.payment(PaymentKind::CardStandalone, None)
    };
    let request = SaleValidate { payment: Some(card), leave_unpaid: false, print: false, seen: None };
    let next_day = cashier.ask("sale_validate", request);
    Days { shop, cashier, lead, customer, morning, afternoon, next_day }
}

/// SRCH-01: the search of one workstation finds the documents of all, newest first.
#[test]
fn every_workstation_is_searched() {
    let d = days();
    let all = [&d.next_day.number, &d.afternoon.number, &d.morning.number];
    for till in [&d.cashier, &d.lead] {
        assert_eq!(found(till, wanted()).iter().collect::<Vec<_>>(), all);
    }
}

/// SRCH-02: one day, or a range of days, in the shop's own time.
#[test]
fn documents_are_found_by_day() {
    let d = days();
    let between = |from: Option<&str>, to: Option<&str>| DocumentSearch {
        from_day: from.map(str::to_owned),
        to_day: to.map(str::to_owned),
        ..wanted()
    };
    let first = [d.afternoon.number.clone(), d.morning.number.clone()];
    assert_eq!(found(&d.cashier, between(Some("2027-03-01"), Some("2027-03-01"))), first);
    assert_eq!(found(&d.cashier, between(None, Some("2027-03-01"))), first);
    assert_eq!(found(&d.cashier, between(Some("2027-03-01"), Some("2027-03-02"))).len(), 3);
    assert_eq!(found(&d.cashier, between(Some("2027-03-02"), None)), [d.next_day.number.as_str()]);
    assert_eq!(found(&d.cashier, between(Some("2027-03-03"), None)).len(), 0);
    let nonsense = between(Some("2027-02-30"), None);
    refuses(&d.shop, FaultCode::BadRequest, || d.cashier.refused("document_search", nonsense));
}

/// SRCH-03: sales at 9:10 and 15:40, hours 14:00–18:00: only the second is listed. Hours may span midnight.
#[test]
fn documents_are_found_by_hour() {
    let d = days();
    let hours = |from, to| DocumentSearch { from_minute: from, to_minute: to, ..wanted() };
    assert_eq!(found(&d.cashier, hours(Some(14 * 60), Some(18 * 60))), [d.afternoon.number.as_str()]);
    let mornings = [d.next_day.number.clone(), d.morning.number.clone()];
    assert_eq!(found(&d.cashier, hours(None, Some(14 * 60))), mornings);
    assert_eq!(found(&d.cashier, hours(Some(9 * 60 + 10), Some(9 * 60 + 11))), mornings, "9:10 in Paris");
    assert_eq!(found(&d.cashier, hours(Some(22 * 60), Some(9 * 60 + 11))), mornings);
    assert_eq!(found(&d.cashier, hours(Some(22 * 60), Some(6 * 60))).len(), 0);
    refuses(&d.shop, FaultCode::BadRequest, || {
        d.cashier.refused("document_search", hours(Some(25 * 60), None))
    });
}

/// SRCH-04: by workstation, of those that the filters name.
#[test]
fn documents_are_found_by_workstation() {
    let d = days();
    let filters: DocumentFilters = d.cashier.ask("document_filters", Empty {});
    assert_eq!(filters.workstations.len(), d.cashier.workstations().len());
    let id = d.lead.session.workstation.as_ref().unwrap().id;
    assert!(filters.workstations.iter().any(|w| w.id == id.0));
    let search = DocumentSearch { workstation_id: Some(id), ..wanted() };
    assert_eq!(found(&d.cashier, search), [d.afternoon.number.as_str()]);
}

/// SRCH-05: by article on a line.
#[test]
fn documents_are_found_by_article() {
    let d = days();
    let by = |code| DocumentSearch { article_id: Some(d.cashier.article(code).id), ..wanted() };
    assert_eq!(found(&d.cashier, by("2101")), [d.next_day.number.clone(), d.afternoon.number.clone()]);
    assert_eq!(found(&d.cashier, by("1001")), [d.morning.number.as_str()]);
    assert_eq!(found(&d.cashier, by("2102")).len(), 0);
}

/// SRCH-06: by customer.
#[test]
fn documents_are_found_by_customer() {
    let d = days();
    let search = DocumentSearch { customer_id: Some(d.customer), ..wanted() };
    assert_eq!(found(&d.lead, search), [d.next_day.number.as_str()]);
}

/// SRCH-07 and SEL-02: by the user who recorded it; those put to sleep can still be chosen.
#[test]
fn documents_are_found_by_user() {
    let d = days();
    let filters: DocumentFilters = d.cashier.ask("document_filters", Empty {});
    let name = &d.lead.session.user.name;
    let user = filters.users.iter().find(|u| u.name == *name).unwrap();
    let search = DocumentSearch { user_id: Some(UserId(user.id)), ..wanted() };
    assert_eq!(found(&d.cashier, search), [d.afternoon.number.as_str()]);
}

/// SRCH-08: by number, whole or by its end.
#[test]
fn documents_are_found_by_number() {
    let d = days();
    let by = |number: &str| DocumentSearch { number: Some(number.to_owned()), ..wanted() };
    assert_eq!(found(&d.lead, by(&d.next_day.number)), [d.next_day.number.as_str()]);
    assert_eq!(found(&d.lead, by(&d.next_day.number.to_lowercase())), [d.next_day.number.as_str()]);
    assert_eq!(found(&d.lead, by("0002")), [d.next_day.number.as_str()]);
    assert_eq!(found(&d.lead, by("2")), [d.next_day.number.as_str()]);
    assert_eq!(found(&d.lead, by("001")), [d.afternoon.number.clone(), d.morning.number.clone()]);
    assert_eq!(found(&d.lead, by("C09-00000001")).len(), 0);
    assert_eq!(found(&d.lead, by(" ")).len(), 3, "nothing typed");
}

/// SRCH-09: by the last four digits of a card.
#[test]
fn documents_are_found_by_card() {
    let d = days();
    let by = |digits: &str| DocumentSearch { card_last4: Some(digits.to_owned()), ..wanted() };
    assert_eq!(found(&d.cashier, by("4242")), [d.next_day.number.clone(), d.afternoon.number.clone()]);
    assert_eq!(found(&d.cashier, by("1111")).len(), 0);
    refuses(&d.shop, FaultCode::CardDigitsInvalid, || d.cashier.refused("document_search", by("42")));
}

/// SRCH-10: filters join by AND: every pair of the eight filters of one document finds what both find alone.
#[test]
fn filters_join_by_and() {
    let d = days();
    let workstation_id = Some(d.cashier.session.workstation.as_ref().unwrap().id);
    let card = || DocumentSearch { card_last4: Some("4242".to_owned()), ..wanted() };
    assert_eq!(found(&d.lead, DocumentSearch { workstation_id, ..card() }), [d.next_day.number.as_str()]);
    let (article_id, user_id) = (Some(d.cashier.article("2101").id), Some(d.cashier.session.user.id));
    let (customer_id, day) = (Some(d.customer), Some("2027-03-02".to_owned()));
    type Set = Box<dyn Fn(DocumentSearch) -> DocumentSearch>;
    let number = Some(d.next_day.number.clone());
    let filters: Vec<Set> = vec![
        Box::new(move |s| DocumentSearch { from_day: day.clone(), to_day: day.clone(), ..s }),
        Box::new(|s| DocumentSearch { from_minute: Some(0), to_minute: Some(14 * 60), ..s }),
        Box::new(move |s| DocumentSearch { workstation_id, ..s }),
        Box::new(move |s| DocumentSearch { article_id, ..s }),
        Box::new(move |s| DocumentSearch { customer_id, ..s }),
        Box::new(move |s| DocumentSearch { user_id, ..s }),
        Box::new(move |s| DocumentSearch { number: number.clone(), ..s }),
        Box::new(|s| DocumentSearch { card_last4: Some("4242".to_owned()), ..s }),
    ];
    for first in &filters {
        let alone = found(&d.lead, first(wanted()));
        for second in &filters {
            let other = found(&d.lead, second(wanted()));
            let both: Vec<_> = alone.iter().filter(|n| other.contains(n)).cloned().collect();
            assert_eq!(found(&d.lead, second(first(wanted()))), both);
        }
    }
    let all = filters.iter().fold(wanted(), |search, set| set(search));
    assert_eq!(found(&d.lead, all), [d.next_day.number.as_str()]);
}

/// Pages follow each other without gap, and the last one says so.
#[test]
fn results_come_in_pages() {
    let d = days();
    let page = |offset| -> DocumentPage {
        d.cashier.ask("document_search", DocumentSearch { offset, limit: 2, ..wanted() })
    };
    assert_eq!((page(0).rows.len(), page(0).more), (2, true));
    assert_eq!((page(2).rows.len(), page(2).more), (1, false));
    assert_eq!(page(2).rows[0].number, d.morning.number);
}

/// SRCH-11, PRT-01, PRT-02, PRT-03, PRT-04, PRT-11: a document found at another workstation is looked at without counting;
/// printed, it counts; printed again, it is a DUPLICATA with its number, and each print is in the journal.
#[test]
fn a_found_document_is_reprinted_as_a_duplicate() {
    let d = days();
    let printer = with_printer(&d.shop, "C01");
    let document_id = d.afternoon.document_id;
    let prints = || {
        let detail: DocumentDetail = d.cashier.ask("document_open", DocumentRef { document_id });
        detail.row.prints
    };
    assert_eq!(prints(), 0, "a sale finished without printing");
    let preview: TicketPreview = d.cashier.preview(document_id);
    assert!(preview.lines.iter().any(|l| l.text.contains(&d.afternoon.number)));
    assert_eq!(prints(), 0, "looking is no print");
    for n in 1..=3 {
        d.shop.clock.advance_s(5);
        d.cashier.print(document_id);
        wait_until_printed(&d.cashier);
        assert_eq!(prints(), n);
    }
    let papers: Vec<String> = printer.jobs().into_iter().map(|job| job.text).collect();
    assert!(papers[0].contains("Original") && !papers[0].contains("DUPLICATA"), "{}", papers[0]);
    assert!(papers[1].contains("DUPLICATA n° 1") && papers[1].contains("Impression n° 2"), "{}", papers[1]);
    assert!(papers[2].contains("DUPLICATA n° 2") && papers[2].contains("Impression n° 3"), "{}", papers[2]);
    let journal = "SELECT count(*), count(DISTINCT print_number), min(user_id IS NOT NULL AND printer <> '' AND format <> '')
        FROM document_print";
    let duplicates = "SELECT count(*) FROM fiscal_record WHERE chain = 'DUPLICATA'";
    assert_eq!(raw::sql(&d.shop.database(), &[journal, duplicates]), ["[[3, 3, 1]]", "[[2]]"]);
}

/// No filter alone opens every document: each has an index that leads, or that holds what is asked.
#[test]
fn no_single_filter_scans_every_document() {
    let shop = TestShop::france();
    let some_id = uuid::Uuid::nil();
    let filters = [
        Filter { from_ms: Some(0), ..Filter::default() },
        Filter { from_ms: Some(0), to_ms: Some(1), ..Filter::default() },
        Filter { minutes: Some((540, 600)), ..Filter::default() },
        Filter { minutes: Some((1380, 60)), ..Filter::default() },
        Filter { workstation: Some(WorkstationId(some_id)), ..Filter::default() },
        Filter { article: Some(some_id.into()), ..Filter::default() },
        Filter { customer: Some(CustomerId(some_id)), ..Filter::default() },
        Filter { user: Some(UserId(some_id)), ..Filter::default() },
        Filter { number: Some("C01-00000123".to_owned()), ..Filter::default() },
        Filter { number: Some("123".to_owned()), ..Filter::default() },
        Filter { card_last4: Some("4242".to_owned()), ..Filter::default() },
    ];
    for filter in filters {
        let read = |db: Db<'_>| plan(db, &filter);
        let steps = shop.app().store().read(read).unwrap();
        let scans = steps.iter().any(|step| step.starts_with("SCAN"));
        assert!(!scans, "{filter:?}: {steps:#?}");
    }
}
