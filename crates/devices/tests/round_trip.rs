//! A ticket goes through the driver and a real socket, and comes out of the printer as the preview shows it.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../../documents/tests/common/mod.rs"]
mod common;

use std::sync::Arc;
use std::time::Duration;

use common::*;
use devices::{Confirm, EscPosPrinter, JobId, SubmitOutcome, Timing, TransportConfig};
use documents::layout::Size;
use documents::ticket::SaleTicket;
use documents::{
    Charset, Columns, Cut, DrawerPulse, EncodeOptions, LaidLine, Paper, Picture, Receipt, Words,
};
use hwsim::{Options, PrintedItem, PrintedJob, Printer, PrinterHandle};

const PATIENCE: Duration = Duration::from_secs(5);

fn start(columns: Columns) -> PrinterHandle {
    Printer::start(Options { columns, ..Options::default() }).unwrap()
}

fn driver(printer: &PrinterHandle) -> EscPosPrinter {
    let address = printer.address();
    let transport = TransportConfig::Tcp { host: address.ip().to_string(), port: address.port() };
    EscPosPrinter::new(transport, Confirm::ProcessId, Timing::default())
}

fn print(printer: &PrinterHandle, receipt: &Receipt, options: EncodeOptions) -> PrintedJob {
    let outcome = driver(printer).submit(&receipt.escpos(options), JobId::from_number(1));
    assert_eq!(outcome, SubmitOutcome::Confirmed);
    printer.wait_for_jobs(1, PATIENCE).pop().unwrap()
}

/// The printed lines as the preview would have them.
fn as_preview(items: &[PrintedItem]) -> Vec<LaidLine> {
    let line = |item: &PrintedItem| match item {
        PrintedItem::Line { spans, align } => {
            assert!(spans.len() <= 1 && *align == 0, "one style per line, placed with spaces: {item:?}");
            let span = spans.first();
            Some(LaidLine::Text {
                text: span.map(|s| s.text.clone()).unwrap_or_default(),
                bold: span.is_some_and(|s| s.bold),
                size: match span.map_or((1, 1), |s| (s.width, s.height)) {
                    (2, 2) => Size::Double,
                    (1, 2) => Size::Tall,
                    _ => Size::Normal,
                },
            })
        }
        PrintedItem::Barcode { code, .. } => Some(LaidLine::Barcode { code: code.clone() }),
        PrintedItem::Qr { data, .. } => Some(LaidLine::Qr { data: data.clone() }),
        PrintedItem::Feed { lines } => Some(LaidLine::Feed { lines: *lines }),
        PrintedItem::Raster { .. } | PrintedItem::Cut { .. } | PrintedItem::Drawer { .. } => None,
    };
    items.iter().filter_map(line).collect()
}

#[test]
fn paper_and_screen_do_not_differ() {
    let (french, quebec) = (Words::french(), Words::french_canada());
    for columns in [Columns::C48, Columns::C32] {
        for charset in [Charset::Pc858, Charset::Wpc1252] {
            let paper = Paper { columns, charset };
            let receipts = [
                french_sale().lay_out(&french, paper),
                quebec_sale().lay_out(&quebec, paper),
                z_report().lay_out(&french, paper),
                x_report().lay_out(&french, paper),
                cash_slip().lay_out(&french, paper),
                test_page().lay_out(&french, paper),
            ];
            for receipt in receipts {
                let job = print(&start(columns), &receipt, EncodeOptions::default());
                assert_eq!(job.errors, Vec::<String>::new());
                assert_eq!(as_preview(&job.items), receipt.lines);
                assert_eq!(job.text, receipt.text());
            }
        }
    }
}

/// A logo reaches the paper dot by dot, in the middle, above the first line.
#[test]
fn a_logo_is_printed_as_it_is_laid_out() {
    let shades = (0..576 * 240).map(|at: u32| u8::try_from(at % 576 * 255 / 575).unwrap()).collect();
    let logo = Some(Arc::new(Picture::new(576, 240, shades).unwrap()));
    for (columns, across) in [(Columns::C48, 384), (Columns::C32, 256)] {
        let paper = Paper { columns, ..Paper::default() };
        let ticket = SaleTicket { logo: logo.clone(), ..french_sale() };
        let receipt = ticket.lay_out(&Words::french(), paper);
        let job = print(&start(columns), &receipt, EncodeOptions::default());
        assert_eq!(job.errors, Vec::<String>::new());
        assert_eq!(job.text, receipt.text());
        let Some(LaidLine::Picture { picture }) = receipt.lines.first() else { panic!("no picture") };
        let Some(PrintedItem::Raster { bytes, data }) = job.items.first() else { panic!("no raster") };
        let dots = picture.dithered();
        assert_eq!(dots.width(), across);
        let left = (columns.dots() - across) / 2;
        for (wanted, row) in dots.rows().zip(data.chunks_exact(*bytes)) {
            let black = |x: usize| row[x / 8] >> (7 - x % 8) & 1 == 1;
            assert!((0..left).all(|x| !black(x)));
            // One dot more breaks up what the printer would take for a request (`DLE EOT`).
            let broken_up = |x: usize| row[x / 8] == 0x11 && matches!(row.get(x / 8 + 1), Some(4 | 5 | 0x14));
            let told = |(x, dot): (usize, &bool)| black(left + x) == *dot || broken_up(left + x) && !dot;
            assert!(wanted.iter().enumerate().all(told));
        }
    }
}

#[test]
fn the_drawer_opens_before_the_first_line_and_the_paper_is_cut_after_the_last() {
    let printer = start(Columns::C48);
    let receipt = french_sale().lay_out(&Words::french(), Paper::default());
    let pulse = DrawerPulse::default();
    let job =
        print(&printer, &receipt, EncodeOptions { drawer: Some(pulse), cut: Cut::Full, cancel_kanji: true });
    assert_eq!(job.items.first(), Some(&PrintedItem::Drawer { pin: 2, on_ms: 50, off_ms: 500 }));
    assert_eq!(job.items.last(), Some(&PrintedItem::Cut { partial: false }));
    assert_eq!(printer.drawer_pulses(), 1);
}
