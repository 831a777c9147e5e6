//! Each job is left as text and as a picture.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs::File;
use std::io::{BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

use documents::layout::Line;
use documents::{EncodeOptions, Paper, Receipt};
use hwsim::{Options, Printer};

fn picture(path: &std::path::Path) -> (u32, Vec<u8>) {
    let decoder = png::Decoder::new(BufReader::new(File::open(path).unwrap()));
    let mut reader = decoder.read_info().unwrap();
    let mut dots = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut dots).unwrap();
    (reader.info().width, dots)
}

#[test]
fn jobs_are_written_as_text_and_picture() {
    let folder = tempfile::tempdir().unwrap();
    let out = Some(folder.path().to_owned());
    let printer = Printer::start(Options { out, ..Options::default() }).unwrap();
    for text in ["Café", "Cafe"] {
        let lines = [Line::left(text), Line::Barcode("P02-1".into()), Line::Qr("T1".into())];
        let receipt = Receipt::lay_out(&lines, Paper::default());
        let bytes = receipt.escpos(EncodeOptions::default());
        let before = printer.jobs().len();
        TcpStream::connect(printer.address()).unwrap().write_all(&bytes).unwrap();
        let jobs = printer.wait_for_jobs(before + 1, Duration::from_secs(5));
        assert_eq!(jobs[before].errors, Vec::<String>::new());
        let written = folder.path().join(format!("job-{:04}.txt", before + 1));
        assert_eq!(std::fs::read_to_string(written).unwrap(), receipt.text());
    }
    let (width, accented) = picture(&folder.path().join("job-0001.png"));
    let (_, plain) = picture(&folder.path().join("job-0002.png"));
    assert_eq!(width, 576);
    assert_ne!(accented, plain, "the accent is drawn");
    let black: u32 = accented.iter().map(|byte| byte.count_zeros()).sum();
    assert!(black > 5_000, "text and codes are drawn: {black} dots");
}
