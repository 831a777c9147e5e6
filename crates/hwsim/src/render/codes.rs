//! Bar codes and QR codes, drawn as the printer's own commands draw them.

use barcoders::sym::code128::Code128;
use qrcode::{Color, EcLevel, QrCode};

use super::canvas::Canvas;
use super::margin;

/// The modules of a CODE128 bar code, 1 for black; none for text that it cannot hold.
pub(super) fn code128(code: &str) -> Option<Vec<u8>> {
    let data = documents::escpos::code128::data(code)?;
    Code128::new(sets(&data)).ok().map(|symbol| symbol.encode())
}

/// From ESC/POS code set marks («{B», «{C» and pairs as bytes) to those of the bar code crate.
fn sets(data: &[u8]) -> String {
    let mut out = String::new();
    let mut pairs = false;
    let mut bytes = data.iter();
    while let Some(byte) = bytes.next() {
        match (byte, pairs) {
            (b'{', _) => match bytes.next() {
                Some(b'C') => {
                    pairs = true;
                    out.push('Ć');
                }
                Some(b'B') => {
                    pairs = false;
                    out.push('Ɓ');
                }
                _ => out.push('{'),
            },
            (pair, true) => out += &format!("{pair:02}"),
            (byte, false) => out.push(char::from(*byte)),
        }
    }
    out
}

/// Draws the modules; gives the height.
pub(super) fn draw_bars(
    canvas: &mut Canvas,
    modules: &[u8],
    module: usize,
    height: usize,
    align: u8,
    y: usize,
) -> usize {
    let left = margin(canvas, modules.len() * module, align);
    for (i, _) in modules.iter().enumerate().filter(|(_, black)| **black == 1) {
        canvas.fill((left + i * module, y), (module, height));
    }
    height
}

/// Draws a QR code; gives its height, or zero for data that none holds.
pub(super) fn draw_qr(canvas: &mut Canvas, data: &str, module: usize, align: u8, y: usize) -> usize {
    let Ok(code) = QrCode::with_error_correction_level(data, EcLevel::M) else { return 0 };
    let side = code.width();
    let left = margin(canvas, side * module, align);
    for (i, _) in code.to_colors().iter().enumerate().filter(|(_, c)| **c == Color::Dark) {
        canvas.fill((left + i % side * module, y + i / side * module), (module, module));
    }
    side * module
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_code_is_as_wide_as_the_layout_thinks() {
        for code in ["C01-2026-0001234", "P02-1", "1234", "a{b", "29000042000171"] {
            let modules = code128(code).unwrap().len();
            assert!(documents::escpos::code128::fits(code, modules * 2), "{code}");
            assert!(!documents::escpos::code128::fits(code, modules * 2 - 1), "{code}");
        }
    }
}
