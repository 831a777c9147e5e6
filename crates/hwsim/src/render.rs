//! The paper as a picture: what a shop assistant would hold in hand, at the printer's own resolution.

mod canvas;
mod codes;
mod font;

use std::fs::File;
use std::io::{self, BufWriter};
use std::path::Path;

use documents::Columns;

use crate::job::{PrintedItem, Span};
pub use canvas::Canvas;

/// Height of font A in dots.
const GLYPH_HEIGHT: usize = 24;
/// Width of font A in dots.
const GLYPH_WIDTH: usize = 12;
/// Dots between two lines.
const LEADING: usize = 6;
/// Height of a blank line in dots.
const BLANK: usize = GLYPH_HEIGHT + LEADING;

/// Draws the items on paper of the given width.
#[must_use]
pub fn draw(items: &[PrintedItem], columns: Columns) -> Canvas {
    let mut canvas = Canvas::new(columns.dots());
    let mut y = BLANK;
    for item in items {
        y += draw_item(&mut canvas, item, y);
    }
    canvas.grow(y + BLANK);
    canvas
}

/// Writes `job-0001.txt` and `job-0001.png`.
pub(crate) fn write_files(
    folder: &Path,
    number: usize,
    items: &[PrintedItem],
    text: &str,
    columns: Columns,
) -> io::Result<()> {
    std::fs::write(folder.join(format!("job-{number:04}.txt")), text)?;
    write_png(&draw(items, columns), &folder.join(format!("job-{number:04}.png")))
}

/// Writes a picture as a PNG of one bit per dot, 203 dots per inch.
///
/// # Errors
/// When the file cannot be written.
pub fn write_png(canvas: &Canvas, path: &Path) -> io::Result<()> {
    let side = |n: usize| u32::try_from(n).map_err(io::Error::other);
    let file = BufWriter::new(File::create(path)?);
    let mut encoder = png::Encoder::new(file, side(canvas.width())?, side(canvas.height())?);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    // 203 dots per inch are 7 992 per metre.
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: 7_992, yppu: 7_992, unit: png::Unit::Meter }));
    encoder.write_header()?.write_image_data(&canvas.packed())?;
    Ok(())
}

/// Draws one item with its top at `y`; gives its height.
fn draw_item(canvas: &mut Canvas, item: &PrintedItem, y: usize) -> usize {
    match item {
        PrintedItem::Line { spans, align } => draw_line(canvas, spans, *align, y),
        PrintedItem::Barcode { code, height, module, align } => {
            let height = usize::from(*height);
            let bars = codes::code128(code).unwrap_or_default();
            let drawn = codes::draw_bars(canvas, &bars, usize::from(*module), height, *align, y);
            let text = [Span { text: code.clone(), bold: false, width: 1, height: 1 }];
            drawn + draw_line(canvas, &text, *align, y + drawn)
        }
        PrintedItem::Qr { data, module, align } => {
            codes::draw_qr(canvas, data, usize::from(*module), *align, y) + LEADING
        }
        PrintedItem::Raster { bytes, data } => draw_raster(canvas, *bytes, data, y),
        PrintedItem::Feed { lines } => usize::from(*lines) * BLANK,
        PrintedItem::Cut { .. } => draw_cut(canvas, y),
        PrintedItem::Drawer { .. } => 0,
    }
}

fn draw_line(canvas: &mut Canvas, spans: &[Span], align: u8, y: usize) -> usize {
    let width = |s: &Span| s.text.chars().count() * GLYPH_WIDTH * usize::from(s.width);
    let mut x = margin(canvas, spans.iter().map(width).sum(), align);
    let height = spans.iter().map(|s| usize::from(s.height)).max().unwrap_or(1) * GLYPH_HEIGHT;
    for span in spans {
        for c in span.text.chars() {
            let top = y + height - GLYPH_HEIGHT * usize::from(span.height);
            font::draw(canvas, c, span, (x, top));
            x += GLYPH_WIDTH * usize::from(span.width);
        }
    }
    height + LEADING
}

/// Dots as they are told; gives the number of rows.
fn draw_raster(canvas: &mut Canvas, bytes: usize, data: &[u8], y: usize) -> usize {
    let rows = data.chunks_exact(bytes);
    let height = rows.len();
    for (row, y) in rows.zip(y..) {
        for x in (0..bytes * 8).filter(|x| row[x / 8] >> (7 - x % 8) & 1 == 1) {
            canvas.set(x, y);
        }
    }
    height
}

/// A row of dashes where the knife went.
fn draw_cut(canvas: &mut Canvas, y: usize) -> usize {
    for x in (0..canvas.width()).filter(|x| x / 8 % 2 == 0) {
        canvas.set(x, y + BLANK);
    }
    2 * BLANK
}

/// Left edge of something `width` dots wide: 0 left, 1 centre, 2 right.
fn margin(canvas: &Canvas, width: usize, align: u8) -> usize {
    let spare = canvas.width().saturating_sub(width);
    match align {
        1 => spare / 2,
        2 => spare,
        _ => 0,
    }
}
