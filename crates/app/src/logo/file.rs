//! Reading a picture that anybody may have made: nothing is unpacked before its size is known to be bearable.

use std::io::Cursor;

use api::{Fault, FaultCode};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::{
    DynamicImage, ImageDecoder as _, ImageError, ImageFormat, ImageReader, Limits, RgbImage, RgbaImage,
};

use crate::error::{Result, refusal, refuse};

/// Greatest length of a file.
const MAX_FILE: usize = 1024 * 1024;
/// Greatest width, and greatest height.
const MAX_SIDE: u32 = 4_096;
/// Most pixels: unpacked at eight bytes each they take 64 MiB.
const MAX_PIXELS: u64 = 8 * 1024 * 1024;
/// Most memory that the decoder may ask for.
const MAX_MEMORY: u64 = 96 * 1024 * 1024;

/// The bytes of a file, and its picture: upright and on white.
pub fn read(base64: &str) -> Result<(Vec<u8>, RgbImage)> {
    let (bytes, format) = unpack(base64)?;
    let mut decoder = reader(&bytes, format).into_decoder().map_err(|error| fault(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(too_large());
    }
    // A photograph says how the camera was held.
    let orientation = decoder.orientation().map_err(|error| fault(&error))?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| fault(&error))?;
    picture.apply_orientation(orientation);
    let pixels = on_white(&picture.into_rgba8());
    Ok((bytes, pixels))
}

/// Width and height, as the head of a file tells them.
pub fn dimensions(base64: &str) -> Result<(u32, u32)> {
    let (bytes, format) = unpack(base64)?;
    reader(&bytes, format).into_dimensions().map_err(|error| fault(&error))
}

fn unpack(base64: &str) -> Result<(Vec<u8>, ImageFormat)> {
    if base64.len() > MAX_FILE.div_ceil(3) * 4 {
        let max_mib = MAX_FILE / (1024 * 1024);
        return Err(Fault::refused(FaultCode::LogoTooLarge).with("max_mib", max_mib).into());
    }
    let bytes = STANDARD.decode(base64).map_err(|_| refusal(FaultCode::LogoUnreadable))?;
    match image::guess_format(&bytes) {
        Ok(format @ (ImageFormat::Png | ImageFormat::Jpeg)) => Ok((bytes, format)),
        _ => refuse(FaultCode::LogoFormat),
    }
}

fn reader(bytes: &[u8], format: ImageFormat) -> ImageReader<Cursor<&[u8]>> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits());
    reader
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_MEMORY);
    limits
}

fn fault(error: &ImageError) -> crate::error::Error {
    match error {
        ImageError::Limits(_) => too_large(),
        _ => refusal(FaultCode::LogoUnreadable),
    }
}

fn too_large() -> crate::error::Error {
    let fault = Fault::refused(FaultCode::LogoDimensions).with("max_side", MAX_SIDE);
    fault.with("max_megapixels", MAX_PIXELS / (1024 * 1024)).into()
}

/// What shines through shows white.
fn on_white(picture: &RgbaImage) -> RgbImage {
    let over = |colour: u8, alpha: u8| {
        let (colour, alpha) = (u32::from(colour), u32::from(alpha));
        u8::try_from((colour * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
    };
    let mut out = RgbImage::new(picture.width(), picture.height());
    for (from, to) in picture.pixels().zip(out.pixels_mut()) {
        let [red, green, blue, alpha] = from.0;
        to.0 = [over(red, alpha), over(green, alpha), over(blue, alpha)];
    }
    out
}
