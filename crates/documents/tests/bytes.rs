//! The bytes of a job against the vectors of hardware.md 1.3.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::*;
use documents::escpos::code128;
use documents::layout::{Line, Size};
use documents::{Charset, Columns, Cut, DrawerPulse, EncodeOptions, LaidLine, Paper, Receipt, Words};

const PAPER: Paper = Paper { columns: Columns::C48, charset: Charset::Pc858 };
const INIT_PC858: [u8; 5] = [0x1B, 0x40, 0x1B, 0x74, 0x13];
const FULL_CUT: [u8; 4] = [0x1D, 0x56, 0x41, 0x00];

fn job(lines: Vec<LaidLine>) -> Vec<u8> {
    Receipt { paper: PAPER, lines }.escpos(EncodeOptions { cut: Cut::Full, ..EncodeOptions::default() })
}

/// The bytes between initialisation and cut.
fn body(lines: Vec<LaidLine>) -> Vec<u8> {
    let bytes = job(lines);
    let body = bytes.strip_prefix(&INIT_PC858).unwrap();
    body.strip_suffix(&FULL_CUT).unwrap().to_vec()
}

fn text(text: &str, bold: bool, size: Size) -> LaidLine {
    LaidLine::Text { text: text.into(), bold, size }
}

#[test]
fn a_job_initialises_selects_its_page_and_cuts() {
    assert_eq!(job(vec![]), [INIT_PC858.as_slice(), &FULL_CUT].concat());
    let windows = Paper { charset: Charset::Wpc1252, ..PAPER };
    let bytes = Receipt { paper: windows, lines: vec![] }.escpos(EncodeOptions::default());
    assert_eq!(bytes, [0x1B, 0x40, 0x1B, 0x74, 0x10, 0x1D, 0x56, 0x42, 0x00], "partial cut");
    let options = EncodeOptions { cut: Cut::None, cancel_kanji: true, drawer: None };
    let bytes = Receipt { paper: PAPER, lines: vec![] }.escpos(options);
    assert_eq!(bytes, [INIT_PC858.as_slice(), &[0x1C, 0x2E, 0x1B, 0x64, 0x04]].concat());
}

#[test]
fn the_drawer_pulse_has_five_bytes_and_comes_before_anything_that_can_block() {
    let pulse = DrawerPulse::default();
    assert_eq!(pulse.bytes(), [0x1B, 0x70, 0x00, 0x19, 0xFA]);
    assert_eq!(DrawerPulse { pin: 5, ..pulse }.bytes(), [0x1B, 0x70, 0x01, 0x19, 0xFA]);
    assert_eq!(DrawerPulse { on_ms: 60_000, ..pulse }.bytes()[3], 0xFF, "as long as the command allows");
    let options = EncodeOptions { drawer: Some(pulse), ..EncodeOptions::default() };
    let bytes = french_sale().lay_out(&Words::french(), PAPER).escpos(options);
    assert_eq!(bytes[..10], [pulse.bytes(), INIT_PC858].concat());
}

#[test]
fn text_is_one_byte_per_character() {
    assert_eq!(body(vec![text("Café 5 €", false, Size::Normal)]), b"Caf\x82 5 \xD5\n");
    let bold = [&[0x1B, 0x45, 0x01][..], b"x", &[0x1B, 0x45, 0x00, 0x0A]].concat();
    assert_eq!(body(vec![text("x", true, Size::Normal)]), bold);
    let large = [&[0x1D, 0x21, 0x11][..], b"x", &[0x1D, 0x21, 0x00, 0x0A]].concat();
    assert_eq!(body(vec![text("x", false, Size::Double)]), large);
    assert_eq!(body(vec![LaidLine::Feed { lines: 3 }]), [0x1B, 0x64, 3]);
}

#[test]
fn codes_use_the_printers_own_commands() {
    let bytes = body(vec![LaidLine::Barcode { code: "P02-1".into() }]);
    let command = [&[0x1D, 0x6B, 0x49, 7][..], b"{BP02-1"].concat();
    assert!(bytes.windows(command.len()).any(|w| w == command), "GS k 73 with its length: {bytes:02x?}");
    let bytes = body(vec![LaidLine::Qr { data: "T1".into() }]);
    let model_2 = [0x1D, 0x28, 0x6B, 0x04, 0x00, 0x31, 0x41, 0x32, 0x00];
    let store = [0x1D, 0x28, 0x6B, 0x05, 0x00, 0x31, 0x50, 0x30, b'T', b'1'];
    let print = [0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x51, 0x30];
    for command in [&model_2[..], &store, &print] {
        assert!(bytes.windows(command.len()).any(|w| w == command), "{command:02x?} in {bytes:02x?}");
    }
}

#[test]
fn a_code_that_cannot_be_drawn_is_printed_as_text() {
    let lines = [Line::Barcode("Numéro 12".into()), Line::Barcode("X".repeat(40))];
    let receipt = Receipt::lay_out(&lines, PAPER);
    assert!(receipt.lines.iter().all(|l| matches!(l, LaidLine::Text { .. })));
    assert!(receipt.text().contains("Numéro 12"));
    assert!(!code128::fits(&"X".repeat(40), PAPER.columns.dots()));
}
