//! Black dots on white paper of a fixed width that grows downwards.

/// A picture of one bit per dot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canvas {
    width: usize,
    rows: Vec<Vec<bool>>,
}

impl Canvas {
    /// Blank paper.
    #[must_use]
    pub const fn new(width: usize) -> Self {
        Self { width, rows: Vec::new() }
    }

    /// Width in dots.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Height in dots.
    #[must_use]
    pub const fn height(&self) -> usize {
        self.rows.len()
    }

    /// Makes the paper at least so long.
    pub fn grow(&mut self, height: usize) {
        if self.rows.len() < height {
            self.rows.resize(height, vec![false; self.width]);
        }
    }

    /// Blackens a dot; outside the paper nothing happens, as on a printer.
    pub fn set(&mut self, x: usize, y: usize) {
        self.grow(y + 1);
        if let Some(dot) = self.rows.get_mut(y).and_then(|row| row.get_mut(x)) {
            *dot = true;
        }
    }

    /// True for a black dot.
    #[must_use]
    pub fn get(&self, x: usize, y: usize) -> bool {
        self.rows.get(y).and_then(|row| row.get(x)).copied().unwrap_or(false)
    }

    /// Blackens a rectangle.
    pub fn fill(&mut self, (left, top): (usize, usize), (width, height): (usize, usize)) {
        for y in top..top + height {
            for x in left..left + width {
                self.set(x, y);
            }
        }
    }

    /// Eight dots per byte, white set, rows padded to whole bytes: what a one-bit PNG holds.
    #[must_use]
    pub fn packed(&self) -> Vec<u8> {
        let byte = |dots: &[bool]| (0..8).fold(0, |b, i| b << 1 | u8::from(!dots.get(i).unwrap_or(&false)));
        self.rows.iter().flat_map(|row| row.chunks(8).map(byte)).collect()
    }
}
