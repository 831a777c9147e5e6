//! Bar codes and QR codes as rectangles, in modules.

use barcoders::sym::code128::Code128;
use qrcode::{Color, QrCode};

use crate::PdfError;

/// A dark rectangle, in modules from the upper left corner of its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// From the left.
    pub x: u16,
    /// From above.
    pub y: u16,
    /// Width; the height is one module.
    pub width: u16,
}

/// A code: its size in modules and its dark parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Width.
    pub width: u16,
    /// Height.
    pub height: u16,
    /// The dark parts.
    pub bars: Vec<Bar>,
}

/// CODE128 in code set B, one module high: bars are as high as whoever draws them wants.
pub fn code128(text: &str) -> Result<Shape, PdfError> {
    // «Ɓ» is how the library is told the code set.
    let code =
        Code128::new(format!("Ɓ{text}")).map_err(|error| PdfError::Code(format!("{error}: {text}")))?;
    let modules: Vec<bool> = code.encode().into_iter().map(|module| module == 1).collect();
    Ok(Shape { width: side(modules.len())?, height: 1, bars: runs(&modules, 0)? })
}

/// A QR code with the correction that the library chooses for the data.
pub fn qr(data: &str) -> Result<Shape, PdfError> {
    let code = QrCode::new(data).map_err(|error| PdfError::Code(error.to_string()))?;
    let modules: Vec<bool> = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
    let mut bars = Vec::new();
    for (y, row) in modules.chunks(code.width()).enumerate() {
        bars.extend(runs(row, side(y)?)?);
    }
    let width = side(code.width())?;
    Ok(Shape { width, height: width, bars })
}

/// Neighbouring dark modules of a row as one bar: fewer shapes, and no seams between them.
fn runs(row: &[bool], y: u16) -> Result<Vec<Bar>, PdfError> {
    let mut bars: Vec<Bar> = Vec::new();
    for (x, _) in row.iter().enumerate().filter(|(_, dark)| **dark) {
        let x = side(x)?;
        match bars.last_mut() {
            Some(last) if last.x + last.width == x => last.width += 1,
            _ => bars.push(Bar { x, y, width: 1 }),
        }
    }
    Ok(bars)
}

fn side(modules: usize) -> Result<u16, PdfError> {
    u16::try_from(modules).map_err(|_| PdfError::Code("too much data".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code128_starts_and_ends_as_the_standard_says() {
        let shape = code128("C01-1").unwrap();
        // Start B (11 modules), five characters, check (11 each), stop (13).
        assert_eq!(shape.width, 11 + 6 * 11 + 13);
        let start = [(0, 2), (3, 1), (6, 1)].map(|(x, width)| Bar { x, y: 0, width });
        assert_eq!(shape.bars[..3], start);
        assert!(code128("é").is_err(), "what code set B lacks is refused");
    }

    #[test]
    fn a_qr_code_has_its_three_finders() {
        let shape = qr("C01-00000012").unwrap();
        let top = |x: u16| shape.bars.contains(&Bar { x, y: 0, width: 7 });
        assert!(top(0) && top(shape.width - 7), "upper left and upper right");
        assert!(shape.bars.contains(&Bar { x: 0, y: shape.height - 1, width: 7 }), "lower left");
    }
}
