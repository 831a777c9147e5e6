//! Pictures on paper: shades of grey, made small, and turned into black dots for a thermal printer (hardware.md 1.5).
//!
//! Only pictures are dithered, never text. Everything is done in whole numbers, so that a picture gives the same dots on every
//! computer. Files are somebody else's: what comes in here are pixels.

use serde::Serialize;

/// White, of the shades of a [`Picture`]; 0 is black.
const WHITE: u8 = 255;
/// From this shade on a dot is left out.
const HALF: i32 = 128;

/// A picture in shades of grey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Picture {
    width: usize,
    height: usize,
    /// Row by row, from 0 (black) to 255 (white).
    shades: Vec<u8>,
}

impl Picture {
    /// A picture of `width` × `height` shades, row by row; none where their number is another, or zero.
    #[must_use]
    pub fn new(width: usize, height: usize, shades: Vec<u8>) -> Option<Self> {
        let whole = !shades.is_empty() && width.checked_mul(height) == Some(shades.len());
        whole.then_some(Self { width, height, shades })
    }

    /// Width in pixels.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Height in pixels.
    #[must_use]
    pub const fn height(&self) -> usize {
        self.height
    }

    /// The shades, row by row, from 0 (black) to 255 (white).
    #[must_use]
    pub fn shades(&self) -> &[u8] {
        &self.shades
    }

    /// The picture in its proportions, no wider and no higher than this. It is never made larger.
    #[must_use]
    pub fn fitted(&self, width: usize, height: usize) -> Self {
        let by_width = self.width * height > self.height * width;
        let (wide, high) = if by_width {
            (width, self.height * width / self.width)
        } else {
            (self.width * height / self.height, height)
        };
        if wide >= self.width { self.clone() } else { self.narrowed(wide.max(1)).turned(high.max(1)) }
    }

    /// Each row narrowed: a new pixel is the mean of what it covers, parts of pixels by their part.
    fn narrowed(&self, width: usize) -> Self {
        let shades = self.shades.chunks_exact(self.width).flat_map(|row| means(row, width)).collect();
        Self { width, height: self.height, shades }
    }

    /// The same for columns: rows and columns change places, are narrowed, and change back.
    fn turned(&self, height: usize) -> Self {
        self.transposed().narrowed(height).transposed()
    }

    fn transposed(&self) -> Self {
        let column = |x: usize| self.shades.iter().skip(x).step_by(self.width).copied();
        let shades = (0..self.width).flat_map(column).collect();
        Self { width: self.height, height: self.width, shades }
    }

    /// The picture as black dots: what a dot is too dark or too light by goes to its neighbours that are still to come
    /// (Floyd and Steinberg, 1976).
    #[must_use]
    pub fn dithered(&self) -> Dots {
        let mut dots = Dots::blank(self.width, self.height);
        // A column more on each side takes what would fall off the edge.
        let mut here = vec![0_i32; self.width + 2];
        for (y, row) in self.shades.chunks_exact(self.width).enumerate() {
            let mut below = vec![0_i32; self.width + 2];
            for (x, shade) in row.iter().enumerate() {
                let wanted = i32::from(*shade) + here[x + 1];
                let black = wanted < HALF;
                if black {
                    dots.blacken(x, y);
                }
                let error = wanted - if black { 0 } else { i32::from(WHITE) };
                let (ahead, left, under) = (error * 7 / 16, error * 3 / 16, error * 5 / 16);
                here[x + 2] += ahead;
                below[x] += left;
                below[x + 1] += under;
                below[x + 2] += error - ahead - left - under;
            }
            here = below;
        }
        dots
    }
}

/// The shades of a row as `count` means of equal parts of it.
fn means(row: &[u8], count: usize) -> Vec<u8> {
    // In units in which a pixel is `count` long, a part is as long as the row has pixels.
    let part = row.len();
    let mean = |at: usize| {
        let (from, to) = (at * part, (at + 1) * part);
        let pixels = from / count..to.div_ceil(count);
        let covered = |pixel: usize| ((pixel + 1) * count).min(to) - (pixel * count).max(from);
        let sum: usize = pixels.map(|pixel| usize::from(row[pixel]) * covered(pixel)).sum();
        u8::try_from((sum + part / 2) / part).unwrap_or(WHITE)
    };
    (0..count).map(mean).collect()
}

/// A picture of black dots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dots {
    width: usize,
    height: usize,
    /// Row by row, true for black.
    black: Vec<bool>,
}

impl Dots {
    fn blank(width: usize, height: usize) -> Self {
        Self { width, height, black: vec![false; width * height] }
    }

    fn blacken(&mut self, x: usize, y: usize) {
        self.black[y * self.width + x] = true;
    }

    /// Width in dots.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Height in dots.
    #[must_use]
    pub const fn height(&self) -> usize {
        self.height
    }

    /// True where nothing would be printed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        !self.black.contains(&true)
    }

    /// The dots of each row, true for black.
    pub fn rows(&self) -> impl Iterator<Item = &[bool]> {
        self.black.chunks_exact(self.width)
    }
}
