//! Pictures as raster bands, `GS v 0` (hardware.md 1.5).
//!
//! A picture is put in the middle by white dots at its left, not by `ESC a`: not every printer centres a raster. Impact printers know
//! no raster; none of the profiles is one.

use crate::picture::Dots;

/// Rows of a band, at most: more than the buffer of a small printer takes is lost.
const BAND: usize = 128;
/// White rows under a picture (2 mm): the printer starts the next line of text right below the last row.
const WHITE_BELOW: usize = 16;
/// The first byte of requests that printers answer at once, even in the middle of a picture.
const DLE: u8 = 0x10;

/// Puts a picture in the middle of paper `across` dots wide. A picture without width, or wider than a raster can be, prints nothing.
pub fn push(dots: &Dots, across: usize, out: &mut Vec<u8>) {
    let margin = across.saturating_sub(dots.width()) / 2;
    let bytes = (margin + dots.width()).div_ceil(8);
    let Ok([low, high]) = u16::try_from(bytes).map(u16::to_le_bytes) else { return };
    let mut rows: Vec<Vec<u8>> = dots.rows().map(|row| packed(row, margin)).collect();
    rows.resize(rows.len() + WHITE_BELOW, vec![0; bytes]);
    for band in rows.chunks(BAND) {
        let Ok(height) = u8::try_from(band.len()) else { return };
        out.extend([0x1D, b'v', b'0', 0, low, high, height, 0]);
        out.extend(without_requests(band.concat()));
    }
}

/// A row of dots behind `margin` white ones, eight to the byte, the first one highest.
fn packed(row: &[bool], margin: usize) -> Vec<u8> {
    let dots: Vec<bool> = std::iter::repeat_n(false, margin).chain(row.iter().copied()).collect();
    let byte = |eight: &[bool]| (0..8).fold(0, |b, i| b << 1 | u8::from(eight.get(i) == Some(&true)));
    dots.chunks(8).map(byte).collect()
}

/// The data without what a printer would take for a real-time request (`DLE EOT`, `DLE ENQ`, `DLE DC4`): one dot more in
/// each place is seen by nobody; a status that nobody asked for, or a drawer that opens, is.
fn without_requests(mut data: Vec<u8>) -> Vec<u8> {
    for at in 1..data.len() {
        if data[at - 1] == DLE && matches!(data[at], 0x04 | 0x05 | 0x14) {
            data[at - 1] |= 1;
        }
    }
    data
}
