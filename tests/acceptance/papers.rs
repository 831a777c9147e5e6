//! Papers: what comes out of the printer is what the screen shows, and what was read through once.

use std::path::Path;
use std::time::Duration;

use api::types::{SaleDone, SaleSetNote, SaleValidate, SaleView, TicketPreview};
use domain::payment::PaymentKind;
use domain::permission::Role;
use hwsim::PrintedItem;
use testkit::{TestShop, Till, golden};

use crate::world::{wait_until_printed, with_printer};

fn golden_file(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden").join(name)
}

/// A ticket's text with what differs in each run (signatures, versions) blotted out.
fn stable(text: &str, extract: &str) -> String {
    let spaced: String = extract.chars().map(|_| '#').collect();
    let text = text.replace(extract, &spaced).replace(app::VERSION, "#.#.#");
    text.lines().map(|l| l.trim_end().to_owned() + "\n").collect()
}

fn lines_of(preview: &TicketPreview) -> Vec<String> {
    preview.lines.iter().map(|l| l.text.trim_end().to_owned()).filter(|l| !l.is_empty()).collect()
}

/// A sale that is printed: the lines on paper, without the lines that only paper has (codes, feeds).
fn print_sale(shop: &TestShop, till: &Till, extract_of: SaleDone) -> (Vec<String>, SaleDone) {
    let printer = with_printer(shop, "C01");
    till.print(extract_of.document_id);
    wait_until_printed(till);
    let jobs = printer.wait_for_jobs(1, Duration::from_secs(10));
    let job = jobs.iter().find(|j| j.items.iter().any(|i| matches!(i, PrintedItem::Cut { .. }))).unwrap();
    assert_eq!(job.errors, Vec::<String>::new());
    let text = |item: &PrintedItem| match item {
        PrintedItem::Line { spans, .. } => {
            Some(spans.iter().map(|s| s.text.as_str()).collect::<String>().trim_end().to_owned())
        }
        _ => None,
    };
    (job.items.iter().filter_map(text).filter(|l| !l.is_empty()).collect(), extract_of)
}

/// A French ticket with three rates, as printed and as shown.
#[test]
fn the_french_ticket() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    till.open_shift(100_00);
    till.scan_units("1001", 2);
    till.scan("1801");
    till.scan("2108");
    let _: SaleView = till.ask("sale_set_note", SaleSetNote { note: "À emballer".to_owned() });
    till.pay(PaymentKind::CardStandalone, Some(5_00));
    let payment = Some(till.payment(PaymentKind::Cash, Some(10_00)));
    let done: SaleDone =
        till.ask("sale_validate", SaleValidate { payment, leave_unpaid: false, print: false, seen: None });
    let preview = till.preview(done.document_id);
    let (printed, done) = print_sale(&shop, &till, done);
    same_but_for_the_counter(&preview, &printed);
    golden(&golden_file("ticket-fr.txt"), &stable(&printed.join("\n"), &done.extract));
}

/// A Québec ticket of 61.16 $ paid in cash: 61.15 $ after rounding, as printed and as shown.
#[test]
fn the_quebec_ticket() {
    let shop = TestShop::quebec();
    let manager = shop.till(Role::Manager, "C01");
    manager.new_article("P5319", 53_19, "TPS + TVQ");
    manager.open_shift(100_00);
    manager.scan("P5319");
    let payment = Some(manager.payment(PaymentKind::Cash, None));
    let done: SaleDone =
        manager.ask("sale_validate", SaleValidate { payment, leave_unpaid: false, print: false, seen: None });
    let preview = manager.preview(done.document_id);
    let (printed, done) = print_sale(&shop, &manager, done);
    same_but_for_the_counter(&preview, &printed);
    golden(&golden_file("ticket-qc.txt"), &stable(&printed.join("\n"), &done.extract));
}

/// Paper and screen have the same lines, but for those that say which print it is.
fn same_but_for_the_counter(preview: &TicketPreview, printed: &[String]) {
    let shown = lines_of(preview);
    let only_shown: Vec<&String> = shown.iter().filter(|l| !printed.contains(l)).collect();
    let only_printed: Vec<&String> = printed.iter().filter(|l| !shown.contains(l)).collect();
    assert!(only_shown.len() <= 2 && only_printed.len() <= 2, "{only_shown:#?}\n{only_printed:#?}");
    assert!(only_printed.iter().all(|l| l.contains("n° 1") || l.contains("Original")), "{only_printed:?}");
}
