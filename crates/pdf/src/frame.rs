//! What pages have in common, whatever the unit in which things are placed on them.

use documents::Picture;
use krilla::Document;
use krilla::geom::{Rect, Size, Transform};
use krilla::image::Image;
use krilla::page::PageSettings;
use krilla::surface::Surface;

use crate::PdfError;

/// Adds a page of this width and height, in units of `points` PDF points each, and lets it be drawn in these units.
pub fn page(
    document: &mut Document,
    points: f32,
    (width, height): (f32, f32),
    draw: impl FnOnce(&mut Surface<'_>),
) -> Result<(), PdfError> {
    let unit = Transform::from_scale(points, points);
    let settings = Rect::from_ltrb(0.0, 0.0, width, height)
        .and_then(|page| page.transform(unit))
        .and_then(|page| PageSettings::from_wh(page.width(), page.height()))
        .ok_or_else(|| PdfError::Document("page size".to_owned()))?;
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    surface.push_transform(&unit);
    draw(&mut surface);
    surface.pop();
    surface.finish();
    page.finish();
    Ok(())
}

/// Draws a picture in its shades of grey: a page does what a printer's dots only imitate.
pub fn picture(
    surface: &mut Surface<'_>,
    (left, top): (f32, f32),
    (width, height): (f32, f32),
    picture: &Picture,
) {
    let side = |pixels: usize| u32::try_from(pixels).unwrap_or(u32::MAX);
    let Some(size) = Size::from_wh(width, height) else { return };
    let pixels = picture.shades().iter().flat_map(|shade| [*shade, *shade, *shade, u8::MAX]).collect();
    let image = Image::from_rgba8(pixels, side(picture.width()), side(picture.height()));
    surface.push_transform(&Transform::from_translate(left, top));
    surface.draw_image(image, size);
    surface.pop();
}
