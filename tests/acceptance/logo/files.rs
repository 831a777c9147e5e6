//! Files that are no logo: anybody may have made them.

use api::FaultCode;
use api::types::{Empty, LogoFile};
use domain::permission::Role;
use image::{GrayImage, ImageFormat, Luma, Rgba, RgbaImage};
use testkit::TestShop;

use super::{disc, encoded, file};
use crate::world::Unchanged;

/// A PNG head that promises so much, with nothing behind it.
fn promises(width: u32, height: u32) -> Vec<u8> {
    let mut head = encoded(GrayImage::from_pixel(1, 1, Luma([0])), ImageFormat::Png);
    head[16..20].copy_from_slice(&width.to_be_bytes());
    head[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&head[12..29]);
    head[29..33].copy_from_slice(&sum.to_be_bytes());
    head
}

/// The check sum of a PNG chunk (CRC-32).
fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |s, _| if s & 1 == 1 { s >> 1 ^ 0xEDB8_8320 } else { s >> 1 })
    };
    !bytes.iter().fold(u32::MAX, step)
}

/// Too large, of another format, damaged, a bomb, or nothing to see: refused with its reason, previewed or saved, and the logo
/// of before stays.
#[test]
fn what_is_no_logo_is_refused_and_changes_nothing() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    let _: Empty = manager.ask("logo_save", file(&disc()));
    let whole = disc();
    let jpeg = encoded(GrayImage::from_pixel(64, 64, Luma([0])), ImageFormat::Jpeg);
    // Sixteen million dots in a few kilobytes.
    let packed = encoded(GrayImage::from_pixel(4_096, 4_096, Luma([0])), ImageFormat::Png);
    assert!(packed.len() < 100_000);
    let white = encoded(GrayImage::from_pixel(300, 100, Luma([255])), ImageFormat::Png);
    let clear = encoded(RgbaImage::from_pixel(300, 100, Rgba([0, 0, 0, 0])), ImageFormat::Png);
    let cases: Vec<(&str, LogoFile, FaultCode)> = vec![
        ("a large file", file(&vec![0x89; 1024 * 1024 + 3]), FaultCode::LogoTooLarge),
        ("no base64", LogoFile { base64: "un logo !".to_owned() }, FaultCode::LogoUnreadable),
        ("nothing", file(b""), FaultCode::LogoFormat),
        ("a GIF", file(b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"), FaultCode::LogoFormat),
        ("an SVG", file(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), FaultCode::LogoFormat),
        ("a cut PNG", file(&whole[..whole.len() / 2]), FaultCode::LogoUnreadable),
        ("a PNG without its head", file(&whole[..20]), FaultCode::LogoUnreadable),
        ("a cut JPEG", file(&jpeg[..jpeg.len() / 4]), FaultCode::LogoUnreadable),
        ("a promise of 900 million dots", file(&promises(30_000, 30_000)), FaultCode::LogoDimensions),
        ("one of four billion across", file(&promises(u32::MAX >> 1, 1)), FaultCode::LogoDimensions),
        ("a packed bomb", file(&packed), FaultCode::LogoDimensions),
        ("white on white", file(&white), FaultCode::LogoBlank),
        ("glass", file(&clear), FaultCode::LogoBlank),
    ];
    let unchanged = Unchanged::from_now(&shop);
    for (what, request, code) in cases {
        for command in ["logo_preview", "logo_save"] {
            let fault = unchanged.refuses(code, || manager.refused(command, request.clone()));
            assert_eq!(fault.code, code, "{what}");
        }
    }
}
