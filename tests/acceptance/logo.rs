//! The shop's logo: chosen in the first run or by a manager, printed at the head of tickets, shown on the customer's display.

mod files;

use std::io::Cursor;
use std::time::Duration;

use api::FaultCode;
use api::types::{
    DisplayView, Empty, LogoFile, LogoView, MailJobState, Picture, PrintJobView, SessionView, ShiftRef,
    ShopCreate, TicketPreview,
};
use app::Client;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::permission::Role;
use hwsim::{PrintedItem, PrintedJob};
use image::{DynamicImage, GrayImage, ImageFormat, Luma, Rgba, RgbaImage};
use serde_json::Value;
use testkit::{TestShop, Till};

use crate::first_run::first_manager;
use crate::mail::{attachment, send, sold, wait_for};
use crate::replay::assert_replays;
use crate::workstations::new_shop;
use crate::world::{refuses, wait_until_printed, with_printer};

/// A file as a window would send it.
fn file(bytes: &[u8]) -> LogoFile {
    LogoFile { base64: STANDARD.encode(bytes) }
}

fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A black disc on what shines through, larger than what is kept.
fn disc() -> Vec<u8> {
    let shade = |x: u32, y: u32| {
        let inside = (i64::from(x) - 600).pow(2) + (i64::from(y) - 250).pow(2) < 240_i64.pow(2);
        if inside { Rgba([0, 0, 0, 255]) } else { Rgba([200, 0, 0, 0]) }
    };
    encoded(RgbaImage::from_fn(1_200, 500, shade), ImageFormat::Png)
}

/// The width, height and shades of a picture for the screen.
fn shades(picture: &Picture) -> GrayImage {
    let shown = image::load_from_memory(&STANDARD.decode(&picture.base64).unwrap()).unwrap().into_luma8();
    assert_eq!(shown.dimensions(), (picture.width, picture.height));
    shown
}

fn kept(till: &Till) -> Option<LogoView> {
    till.ask("logo_view", Empty {})
}

/// The black dots of the picture at the head of a job, row by row.
fn printed(job: &PrintedJob) -> Option<Vec<Vec<bool>>> {
    assert_eq!(job.errors, Vec::<String>::new());
    job.items.iter().find_map(|item| match item {
        PrintedItem::Raster { bytes, data } => {
            let dots = |row: &[u8]| (0..bytes * 8).map(|x| row[x / 8] >> (7 - x % 8) & 1 == 1).collect();
            Some(data.chunks_exact(*bytes).map(dots).collect())
        }
        _ => None,
    })
}

/// True where paper and preview have the same dots: the picture in the middle of the paper, white below.
fn is(dots: &[Vec<bool>], preview: &Picture) -> bool {
    let shown = shades(preview);
    let (width, height) = (preview.width as usize, preview.height as usize);
    let left = (576 - width) / 2;
    let black = |x: usize, y: usize| {
        x >= left
            && x < left + width
            && y < height
            && shown.get_pixel((x - left) as u32, y as u32) == &Luma([0])
    };
    dots.iter().enumerate().all(|(y, row)| row.iter().enumerate().all(|(x, dot)| *dot == black(x, y)))
}

/// What was chosen is kept small and on white, and what was previewed is what is kept, to the byte.
#[test]
fn what_is_previewed_is_what_is_kept() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    assert_eq!(kept(&manager), None);
    let preview: LogoView = manager.ask("logo_preview", file(&disc()));
    assert_eq!(kept(&manager), None, "looking at it keeps nothing");
    assert_eq!((preview.screen.width, preview.screen.height), (576, 240));
    assert_eq!((preview.paper.width, preview.paper.height), (384, 160));
    let screen = shades(&preview.screen);
    assert_eq!((screen.get_pixel(0, 0), screen.get_pixel(288, 120)), (&Luma([255]), &Luma([0])));

    let chosen = LogoFile { base64: preview.screen.base64.clone() };
    let _: Empty = manager.ask("logo_save", chosen.clone());
    assert_eq!(kept(&manager).as_ref(), Some(&preview));
    let _: Empty = manager.ask("logo_save", file(&disc()));
    assert_eq!(kept(&manager), Some(preview), "the file itself gives the same");

    let before = shop.snapshot()["op"].len();
    let _: Empty = manager.ask("logo_save", chosen);
    assert_eq!(shop.snapshot()["op"].len(), before, "the same logo again is no change");
    let _: Empty = manager.ask("logo_remove", Empty {});
    assert_eq!(kept(&manager), None);
    let journal: Vec<String> =
        shop.snapshot()["fiscal_record"].iter().filter(|r| r.contains("logo")).cloned().collect();
    assert_eq!(journal.len(), 2, "JET 300, once each: {journal:#?}");
    assert_replays(&shop);
}

/// A photograph is read upright and made small enough, a small picture is not made larger.
#[test]
fn photographs_and_small_pictures_are_logos_too() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    let mut random = crate::world::Random::new(7);
    let mut noise = || u8::try_from(random.below(256)).unwrap();
    let photograph = image::RgbImage::from_fn(900, 700, |_, _| image::Rgb([noise(), noise(), noise()]));
    let photograph = encoded(photograph, ImageFormat::Jpeg);
    assert!(photograph.len() < 1024 * 1024);
    let _: Empty = manager.ask("logo_save", file(&photograph));
    let logo = kept(&manager).unwrap();
    assert!(logo.screen.base64.len() <= 96 * 1024 / 3 * 4, "{} bytes", logo.screen.base64.len());
    assert!(logo.screen.width > 100 && logo.screen.height <= 240);

    let small = encoded(GrayImage::from_pixel(40, 30, Luma([90])), ImageFormat::Png);
    let logo: LogoView = manager.ask("logo_preview", file(&small));
    assert_eq!((logo.screen.width, logo.screen.height, logo.paper.width), (40, 30, 40));
}

/// Once there is a shop, only who may change it has pictures read; a cashier changes none.
#[test]
fn the_logo_is_the_business_of_who_may_change_the_shop() {
    let shop = TestShop::france();
    let cashier = shop.till(Role::Cashier, "C01");
    refuses(&shop, FaultCode::PermissionDenied, || cashier.refused("logo_preview", file(&disc())));
    refuses(&shop, FaultCode::PermissionDenied, || cashier.refused("logo_save", file(&disc())));
    refuses(&shop, FaultCode::PermissionDenied, || cashier.refused("logo_remove", Empty {}));
    let nobody = shop.client(9);
    refuses(&shop, FaultCode::SessionRequired, || {
        nobody.call::<Value>("logo_preview", file(&disc())).unwrap_err()
    });
}

/// S-01, step 3: the logo is previewed before there is a shop, and made with it; a bad one makes no shop.
#[test]
fn the_first_run_takes_a_logo() {
    let shop = TestShop::empty();
    let client = shop.client(1);
    let preview: LogoView = client.call("logo_preview", file(&disc())).unwrap();
    let bad = ShopCreate { logo: Some(file(b"GIF89a")), ..new_shop() };
    refuses(&shop, FaultCode::LogoFormat, || client.call::<Empty>("shop_create", bad).unwrap_err());
    let logo = Some(LogoFile { base64: preview.screen.base64.clone() });
    let till = first_manager(&shop, &ShopCreate { logo, ..new_shop() });
    assert_eq!(kept(&till), Some(preview));
    assert_replays(&shop);
}

/// The ticket, its duplicate and what the screen shows of them have the logo at their head, dot by dot; the report of the shift
/// has none. Without it, the bytes are those of before.
#[test]
fn tickets_and_duplicates_are_printed_with_the_logo() {
    let shop = TestShop::france();
    let printer = with_printer(&shop, "C01");
    let manager = shop.till(Role::Manager, "C01");
    manager.open_shift(100_00);
    let sale = manager.cash_sale(&["1001"]).document_id;
    // While a paper waits, asking again makes no other one.
    let print = || {
        manager.print(sale);
        wait_until_printed(&manager);
    };
    print();
    let _: Empty = manager.ask("logo_save", file(&disc()));
    let paper = kept(&manager).unwrap().paper;
    print();
    let _: PrintJobView = manager.ask("shift_report_print", ShiftRef { shift_id: None });
    let _: Empty = manager.ask("logo_remove", Empty {});
    print();

    let jobs = printer.wait_for_jobs(5, Duration::from_secs(10));
    let papers: Vec<&PrintedJob> = jobs.iter().filter(|job| !job.text.is_empty()).collect();
    let [bare, duplicate, report, last] = &papers[..] else { panic!("{} papers", papers.len()) };
    assert!(bare.text.contains("TOTAL") && printed(bare).is_none());
    assert!(duplicate.text.contains("DUPLICATA"));
    assert!(is(&printed(duplicate).unwrap(), &paper), "what the preview showed");
    assert!(matches!(duplicate.items[0], PrintedItem::Raster { .. }), "at the head");
    assert!(report.text.contains("X") && printed(report).is_none());
    assert!(last.text.contains("DUPLICATA") && printed(last).is_none());
    assert_eq!(bare.text.matches("image").count(), 0);
}

/// The preview of a ticket shows the very dots; so does one of training, below its mark, because training copies the shop.
#[test]
fn previews_and_training_papers_show_the_logo() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    let _: Empty = manager.ask("logo_save", file(&disc()));
    let paper = kept(&manager).unwrap().paper;
    let cashier = shop.till(Role::Cashier, "C02");
    cashier.open_shift(100_00);
    let pictures = |preview: TicketPreview| -> Vec<Picture> {
        preview.lines.into_iter().filter_map(|line| line.picture).collect()
    };
    let real = cashier.preview(cashier.cash_sale(&["1001"]).document_id);
    assert_eq!(pictures(real), std::slice::from_ref(&paper));

    let trainee = shop.till(Role::LeadCashier, "C01");
    let session: SessionView = trainee.ask("training_enter", Empty {});
    let trainee = Till { session, ..trainee };
    trainee.open_shift(100_00);
    let paper_of_training = trainee.preview(trainee.cash_sale(&["1001"]).document_id);
    assert!(paper_of_training.lines[0].text.contains("ÉCOLE"));
    assert_eq!(pictures(paper_of_training), [paper]);
    let learner = shop.till(Role::Manager, "C01");
    let session: SessionView = learner.ask("training_enter", Empty {});
    let learner = Till { session, ..learner };
    refuses(&shop, FaultCode::TrainingReadOnly, || learner.refused("logo_remove", Empty {}));
}

/// C-18: the display shows the logo while nothing is sold, and only then.
#[test]
fn the_display_shows_the_logo_when_idle() {
    let shop = TestShop::france();
    let mut till = shop.till(Role::Manager, "C01");
    till.open_shift(100_00);
    let display = Client::new(till.client.app().clone(), till.client.computer);
    let logo = || display.call::<DisplayView>("customer_display", Empty {}).unwrap().logo;
    assert_eq!(logo(), None);
    let _: Empty = till.ask("logo_save", file(&disc()));
    let screen = kept(&till).unwrap().screen;
    assert_eq!(logo(), Some(screen.clone()));
    till.scan("1001");
    assert_eq!(logo(), None, "during a sale its lines are what counts");
    till.cash_sale(&[]);
    assert_eq!(logo(), None, "change and thanks");
    till.client.sign_out().unwrap();
    assert_eq!(logo(), Some(screen));
}

/// PRT-13 with a logo: the file that goes by mail has it as an image.
#[test]
fn the_pdf_of_a_ticket_has_the_logo() {
    let (shop, till, server, document) = sold();
    let _: Empty = shop.till(Role::Manager, "C01").ask("logo_save", file(&disc()));
    let job = send(&till, document);
    wait_for(&till, &job, MailJobState::Sent);
    let pdf = attachment(&server.letters()[0].content);
    let text = String::from_utf8_lossy(&pdf);
    let image = text.split("/Subtype/Image").nth(1).or_else(|| text.split("/Subtype /Image").nth(1));
    assert!(image.is_some_and(|image| image.contains("384")), "an image 384 pixels wide");
}
