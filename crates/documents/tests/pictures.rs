//! Pictures on paper: made small, dithered, cut into bands (hardware.md 1.5).

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use std::sync::Arc;

use common::french_sale;
use common::stream::printed;
use documents::ticket::SaleTicket;
use documents::{Columns, Dots, EncodeOptions, LaidLine, Paper, Picture, Receipt, Words};
use proptest::prelude::*;

fn picture(width: usize, height: usize, shade: impl Fn(usize, usize) -> u8) -> Picture {
    let shades = (0..width * height).map(|at| shade(at % width, at / width)).collect();
    Picture::new(width, height, shades).unwrap()
}

fn drawn(dots: &Dots) -> Vec<String> {
    dots.rows().map(|row| row.iter().map(|black| if *black { '#' } else { '.' }).collect()).collect()
}

/// From black to white and back. Computed by another program, written from the paper of Floyd and Steinberg.
#[test]
fn a_shade_is_dithered_dot_for_dot() {
    let ramp = |x: usize| u8::try_from(x * 255 / 23).unwrap();
    let shades = picture(24, 8, |x, y| if y < 4 { ramp(x) } else { 255 - ramp(x) });
    let wanted = [
        "########.#.#.#..........",
        "#####.#.###.#.#.#.#.....",
        "########.#.#.#..#...#...",
        "###.#.##.#.#..#...#.....",
        "........#.#.##.#########",
        "....#.#..#.#.##.##.#####",
        "........#..#.#.##.######",
        ".....#.#.#.#.#.#.###.###",
    ];
    assert_eq!(drawn(&shades.dithered()), wanted);
}

/// Lines and letters are black or white already: nothing is scattered around them.
#[test]
fn black_and_white_stay_as_they_are() {
    let board = picture(19, 7, |x, y| if (x / 3 + y) % 2 == 0 { 0 } else { 255 });
    for (row, y) in board.dithered().rows().zip(0..) {
        assert!(row.iter().enumerate().all(|(x, black)| *black == ((x / 3 + y) % 2 == 0)), "row {y}");
    }
    assert!(picture(9, 9, |_, _| 255).dithered().is_blank());
}

/// Eighty millimetres take two thirds of 576 dots, 58 mm two thirds of 384, neither more than 160 rows; what is small stays so.
#[test]
fn a_picture_takes_two_thirds_of_the_paper_at_most() {
    let sizes = [
        ((576, 240), (384, 160), (256, 106)),
        ((240, 240), (160, 160), (160, 160)),
        ((576, 4), (384, 2), (256, 1)),
        ((3, 2_000), (1, 160), (1, 160)),
        ((64, 30), (64, 30), (64, 30)),
    ];
    for ((width, height), wide, narrow) in sizes {
        let logo = Arc::new(picture(width, height, |_, _| 0));
        for (columns, wanted) in [(Columns::C48, wide), (Columns::C32, narrow)] {
            let ticket = SaleTicket { logo: Some(Arc::clone(&logo)), ..french_sale() };
            let receipt = ticket.lay_out(&Words::french(), Paper { columns, ..Paper::default() });
            let Some(LaidLine::Picture { picture }) = receipt.lines.first() else { panic!("no logo") };
            assert_eq!((picture.width(), picture.height()), wanted, "{width} × {height}");
        }
    }
}

/// A new pixel is the mean of what it covers; half a pixel counts half.
#[test]
fn shades_are_averaged_by_area() {
    let shades = |p: &Picture| p.shades().to_vec();
    let four = picture(4, 2, |x, y| if y == 0 { [0, 100, 200, 40][x] } else { [40, 60, 0, 0][x] });
    assert_eq!(shades(&four.fitted(2, 9)), [50, 60]);
    let three = picture(3, 1, |x, _| [0, 90, 240][x]);
    assert_eq!(shades(&three.fitted(2, 1)), [30, 190], "the middle pixel is shared");
}

/// The logo is the only difference between a ticket with one and a ticket without.
#[test]
fn the_rest_of_the_ticket_does_not_change() {
    for columns in [Columns::C48, Columns::C32] {
        let paper = Paper { columns, ..Paper::default() };
        let lay_out = |logo| SaleTicket { logo, ..french_sale() }.lay_out(&Words::french(), paper);
        let (bare, with) = (lay_out(None), lay_out(Some(Arc::new(picture(300, 90, |x, _| x as u8)))));
        assert_eq!(with.lines[1..], bare.lines);
        assert_eq!(with.text().lines().next().unwrap().trim(), "[ image ]");
        let bytes = |receipt: &Receipt| receipt.escpos(EncodeOptions::default());
        assert_eq!(printed(&bytes(&with), paper), printed(&bytes(&bare), paper));
    }
}

/// The bands of a raster and nothing else: what each holds, row by row.
fn bands(bytes: &[u8]) -> Vec<Vec<Vec<u8>>> {
    let mut rest = bytes.strip_prefix(&[0x1B, b'@', 0x1B, b't', 19]).unwrap();
    rest = rest.strip_suffix(&[0x1D, b'V', 66, 0]).unwrap();
    let mut bands = Vec::new();
    while !rest.is_empty() {
        let (head, data) = rest.split_at(8);
        let [0x1D, b'v', b'0', 0, across, 0, rows, 0] = *head else { panic!("{head:02x?}") };
        let (band, after) = data.split_at(usize::from(across) * usize::from(rows));
        bands.push(band.chunks(usize::from(across)).map(<[u8]>::to_vec).collect());
        rest = after;
    }
    bands
}

fn raster(picture: Picture, columns: Columns) -> Vec<Vec<Vec<u8>>> {
    let paper = Paper { columns, ..Paper::default() };
    bands(&Receipt { paper, lines: vec![LaidLine::Picture { picture }] }.escpos(EncodeOptions::default()))
}

/// A whole command each, no more than 128 rows; two millimetres of white before the text.
#[test]
fn a_picture_is_sent_in_bands() {
    let sent = raster(picture(16, 300, |_, y| if y % 2 == 0 { 0 } else { 255 }), Columns::C32);
    assert_eq!(sent.iter().map(Vec::len).collect::<Vec<_>>(), [128, 128, 60]);
    let rows: Vec<Vec<u8>> = sent.concat();
    // 184 dots of white at the left: 23 bytes.
    let row = |black: u8| [vec![0; 23], vec![black; 2]].concat();
    for (at, sent) in rows.iter().enumerate() {
        assert_eq!(*sent, row(if at < 300 && at % 2 == 0 { 0xFF } else { 0 }), "row {at}");
    }
}

/// A margin that is no whole number of bytes: the picture is in the middle to the dot.
#[test]
fn a_picture_is_in_the_middle_to_the_dot() {
    let sent = raster(picture(10, 1, |_, _| 0), Columns::C48);
    let row = &sent[0][0];
    let black: Vec<usize> = (0..row.len() * 8).filter(|x| row[x / 8] >> (7 - x % 8) & 1 == 1).collect();
    assert_eq!(black, (283..293).collect::<Vec<_>>());
}

/// `DLE EOT 4` in the dots of a picture is answered by a printer as if it had been asked.
#[test]
fn a_picture_asks_the_printer_nothing() {
    for second in [0x04, 0x05, 0x14] {
        let bytes = [0x10, second, 0x02, 0x00];
        let shades = picture(32, 1, |x, _| if bytes[x / 8] >> (7 - x % 8) & 1 == 1 { 0 } else { 255 });
        let row = raster(shades, Columns::C32).concat()[0].clone();
        assert_eq!(row[row.len() - 4..], [0x11, second, 0x02, 0x00]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Whatever the picture: a raster that fits the paper, no request in it, and as dark as the picture is.
    #[test]
    fn any_picture_is_printed(width in 1_usize..120, height in 1_usize..80, seed: Vec<u8>) {
        let shade = |at: usize| seed.get(at % seed.len().max(1)).copied().unwrap_or(128);
        let picture = picture(width, height, |x, y| shade(x + y * width));
        let dots = picture.dithered();
        let black: i64 = dots.rows().flatten().map(|black| i64::from(*black) * 255).sum();
        let dark: i64 = picture.shades().iter().map(|shade| 255 - i64::from(*shade)).sum();
        // What falls off the edges is lost: less than one dot for each row and column.
        let edge = i64::try_from(width + 2 * height).unwrap() * 255;
        prop_assert!((black - dark).abs() <= edge, "{black} for {dark}");
        for columns in [Columns::C48, Columns::C32] {
            for band in raster(picture.clone(), columns) {
                prop_assert!(band[0].len() * 8 <= columns.dots());
                let data = band.concat();
                prop_assert!(!data.windows(2).any(|w| w[0] == 0x10 && [0x04, 0x05, 0x14].contains(&w[1])));
            }
        }
    }
}
