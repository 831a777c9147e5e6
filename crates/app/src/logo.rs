//! The shop's logo: from the file that somebody chose to the one small picture that is kept, and from there to paper and screens.
//!
//! Kept is a PNG of at most [`WIDTH`] × [`HEIGHT`] pixels and [`MAX_KEPT`] bytes, flattened on white: it is replicated with the shop,
//! stays in the log for ever, goes to the customer's display between any two sales, and what is on white looks on a dark screen as it
//! does on paper. Colours are kept for the display; paper has shades of its own. A kept picture that is chosen again stays as it is, byte
//! for byte. Files are read by `image`, within bounds that are known before the first pixel is.

mod file;

use std::io::Cursor;
use std::sync::{Arc, Mutex};

use api::FaultCode;
use api::types::{LogoFile, LogoView, Picture};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use documents::layout::Line;
use documents::{Dots, LaidLine, Paper, Receipt};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ExtendedColorType, ImageEncoder as _, RgbImage, imageops};
use store::Db;
use store::tables::settings;

use crate::error::{Error, Result, refuse};
use crate::shared::lock;

/// Greatest width of what is kept: one and a half times what paper takes of it, for the display.
const WIDTH: u32 = 576;
/// Greatest height of what is kept.
const HEIGHT: u32 = 240;
/// Greatest length of what is kept. Photographs do not pack well; they are made smaller until they fit.
const MAX_KEPT: usize = 96 * 1024;

/// A logo as it is kept.
pub struct Logo {
    png: Vec<u8>,
    pixels: RgbImage,
}

impl Logo {
    /// Reads what somebody chose. Refuses what is too large, of another format, damaged, or white on white.
    pub fn choose(file: &LogoFile) -> Result<Self> {
        let (_, pixels) = file::read(&file.base64)?;
        let logo = Self::keep(pixels)?;
        if logo.dots()?.is_blank() {
            return refuse(FaultCode::LogoBlank);
        }
        Ok(logo)
    }

    /// Reads what was kept.
    fn kept(base64: &str) -> Result<Self> {
        let (png, pixels) = file::read(base64)?;
        Ok(Self { png, pixels })
    }

    /// The picture, small enough to be kept.
    fn keep(pixels: RgbImage) -> Result<Self> {
        let mut pixels = fitted(pixels, WIDTH, HEIGHT);
        let mut png = encode(pixels.as_raw(), pixels.dimensions(), ExtendedColorType::Rgb8)?;
        while png.len() > MAX_KEPT {
            let (width, height) = pixels.dimensions();
            pixels = fitted(pixels, width * 3 / 4, height);
            png = encode(pixels.as_raw(), pixels.dimensions(), ExtendedColorType::Rgb8)?;
        }
        Ok(Self { png, pixels })
    }

    /// As it is stored.
    #[must_use]
    pub fn base64(&self) -> String {
        STANDARD.encode(&self.png)
    }

    /// On the screen and on paper.
    pub fn view(&self) -> Result<LogoView> {
        let (width, height) = self.pixels.dimensions();
        let screen = Picture { width, height, base64: self.base64() };
        Ok(LogoView { screen, paper: dotted(&self.dots()?)? })
    }

    /// In shades of grey (Rec. 709).
    fn shades(&self) -> Result<documents::Picture> {
        let grey = DynamicImage::from(self.pixels.clone()).into_luma8();
        let side = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        documents::Picture::new(side(grey.width()), side(grey.height()), grey.into_raw())
            .ok_or_else(|| Error::Bug("a logo without pixels".to_owned()))
    }

    /// As the widest paper prints it.
    fn dots(&self) -> Result<Dots> {
        let line = Line::Picture(Arc::new(self.shades()?));
        match Receipt::lay_out(&[line], Paper::default()).lines.as_slice() {
            [LaidLine::Picture { picture }] => Ok(picture.dithered()),
            other => Err(Error::Bug(format!("a logo laid out as {} lines", other.len()))),
        }
    }
}

/// In its proportions, no wider and no higher than this; never made larger.
fn fitted(pixels: RgbImage, width: u32, height: u32) -> RgbImage {
    let (wide, high) = pixels.dimensions();
    if wide <= width && high <= height {
        return pixels;
    }
    DynamicImage::from(pixels).resize(width, height, imageops::FilterType::Lanczos3).into_rgb8()
}

fn encode(pixels: &[u8], (width, height): (u32, u32), colours: ExtendedColorType) -> Result<Vec<u8>> {
    let mut png = Cursor::new(Vec::new());
    PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::Adaptive)
        .write_image(pixels, width, height, colours)
        .map_err(|error| Error::Bug(format!("a logo as PNG: {error}")))?;
    Ok(png.into_inner())
}

/// The dots of a printer as a picture for the screen.
pub fn dotted(dots: &Dots) -> Result<Picture> {
    let side = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let (width, height) = (side(dots.width()), side(dots.height()));
    let shade = |black: &bool| if *black { 0 } else { u8::MAX };
    let shades: Vec<u8> = dots.rows().flatten().map(shade).collect();
    let png = encode(&shades, (width, height), ExtendedColorType::L8)?;
    Ok(Picture { width, height, base64: STANDARD.encode(png) })
}

/// The shop's logo, if it has one.
pub fn of_shop(db: Db<'_>) -> Result<Option<Logo>> {
    settings::logo(db)?.as_deref().map(Logo::kept).transpose()
}

/// The shop's logo in its colours, as it is kept; its pixels are left packed.
pub fn on_screen(db: Db<'_>) -> Result<Option<Picture>> {
    let picture = |base64: String| {
        let (width, height) = file::dimensions(&base64)?;
        Ok(Picture { width, height, base64 })
    };
    settings::logo(db)?.map(picture).transpose()
}

/// The shop's logo in shades, as last read: tickets do not unpack it one by one.
#[derive(Default)]
pub struct LastLogo(Mutex<Option<(String, Arc<documents::Picture>)>>);

impl LastLogo {
    /// The logo for a ticket. One that cannot be read is left out: a ticket is worth more than its logo.
    pub fn shades(&self, db: Db<'_>) -> Result<Option<Arc<documents::Picture>>> {
        let Some(base64) = settings::logo(db)? else { return Ok(None) };
        let mut last = lock(&self.0);
        if let Some((_, shades)) = last.as_ref().filter(|(of, _)| *of == base64) {
            return Ok(Some(Arc::clone(shades)));
        }
        match Logo::kept(&base64).and_then(|logo| logo.shades()) {
            Ok(shades) => {
                let shades = Arc::new(shades);
                *last = Some((base64, Arc::clone(&shades)));
                Ok(Some(shades))
            }
            Err(error) => {
                tracing::warn!(%error, "the logo of the shop cannot be read");
                Ok(None)
            }
        }
    }
}
