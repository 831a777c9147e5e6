//! The head of an invoice: who sells, on the left, with the dates and references below; what it is, on the right, and who buys,
//! where a window of an envelope shows the address.

use std::sync::Arc;

use documents::Picture;
use documents::ticket::{Fact, InvoiceSheet, Party};

use super::{BODY, LEFT, RIGHT, SMALL, TOP, count};
use crate::canvas::{Canvas, Ink, Style};
use crate::face::Faces;

/// Greatest size of the logo: 60 × 20 mm.
const LOGO: (i32, i32) = (3_400, 1_134);
/// Twips of a pixel of a small logo, which would be a blur if it were as large as there is room.
const PIXEL: i32 = 12;
/// Where the right half begins.
const MIDDLE: i32 = 6_100;
/// The address stands at least this far down: 45 mm.
const WINDOW: i32 = 2_551;
/// White within the box of the buyer.
const INSET: i32 = 170;

const TITLE: Style = Style::text(240).strong();
const NAME: Style = Style::text(120).strong();
const NUMBER: Style = Style::text(110).strong();

/// Draws the head of the first page; answers where the table begins.
pub fn first(page: &mut Canvas, faces: &Faces, sheet: &InvoiceSheet, top: i32) -> i32 {
    let mut head = Head { page, faces };
    let mut top = top;
    for notice in &sheet.notices {
        top = head.wrapped((LEFT, top), RIGHT - LEFT, BODY.strong(), notice);
    }
    if top > TOP {
        top += BODY.line() / 2;
    }
    let left = head.seller(sheet.logo.as_ref(), &sheet.seller, top);
    let left = head.facts(&sheet.facts, left + BODY.line());
    let right = head.title(sheet, top);
    let right = sheet.buyer.iter().fold(right, |y, buyer| head.buyer(buyer, WINDOW.max(y + BODY.line())));
    let y = left.max(right) + BODY.line();
    page.text_to(faces, (RIGHT, y), SMALL.grey(), &sheet.currency);
    y + SMALL.line() + 50
}

struct Head<'a> {
    page: &'a mut Canvas,
    faces: &'a Faces,
}

impl Head<'_> {
    /// A text that breaks; answers where the next one stands.
    fn wrapped(&mut self, (x, top): (i32, i32), room: i32, style: Style, text: &str) -> i32 {
        let lines = self.faces.wrap(style.weight, style.size, text, room);
        self.page.lines((x, top), style, &lines)
    }

    fn seller(&mut self, logo: Option<&Arc<Picture>>, seller: &Party, top: i32) -> i32 {
        let mut y = top;
        if let Some(logo) = logo {
            let (width, height) = size(logo);
            self.page.picture((LEFT, y), (width, height), logo);
            y += height + 120;
        }
        let room = MIDDLE - LEFT - 300;
        y = self.wrapped((LEFT, y), room, NAME, &seller.name) + 30;
        for line in &seller.lines {
            y = self.wrapped((LEFT, y), room, BODY.grey(), line);
        }
        y
    }

    /// Labels under one another, what they say beside them.
    fn facts(&mut self, facts: &[Fact], top: i32) -> i32 {
        let width = |fact: &Fact| self.faces.width(BODY.weight, BODY.size, &fact.label);
        let across = facts.iter().map(width).max().unwrap_or(0) + 240;
        let mut y = top;
        for fact in facts {
            self.page.text((LEFT, y), BODY.grey(), &fact.label);
            y = self.wrapped((LEFT + across, y), MIDDLE - LEFT - 300 - across, BODY.strong(), &fact.text);
            y += 20;
        }
        y
    }

    /// What it is, its number, and whether it is a duplicate.
    fn title(&mut self, sheet: &InvoiceSheet, top: i32) -> i32 {
        self.page.text((MIDDLE, top), TITLE, &sheet.title);
        let y = self.wrapped((MIDDLE, top + TITLE.line()), RIGHT - MIDDLE, NUMBER, &sheet.number);
        let Some(copy) = &sheet.copy else { return y };
        let width = self.faces.width(NUMBER.weight, NUMBER.size, copy);
        self.page.area((MIDDLE, y + 80), (width + 2 * INSET, NUMBER.line() + 100), Ink::Black);
        let style = Style { ink: Ink::White, ..NUMBER };
        self.page.text((MIDDLE + INSET, y + 130), style, copy);
        y + 180 + NUMBER.line()
    }

    /// The buyer in a tinted box.
    fn buyer(&mut self, buyer: &Party, top: i32) -> i32 {
        let (x, room) = (MIDDLE + INSET, RIGHT - MIDDLE - 2 * INSET);
        let line_counts = [(SMALL, &buyer.heading), (NUMBER, &buyer.name)];
        let named = line_counts.iter().map(|(style, text)| self.height(*style, text, room));
        let detailed = buyer.lines.iter().map(|line| self.height(BODY, line, room));
        let height = named.chain(detailed).sum::<i32>() + 2 * INSET + 60;
        self.page.area((MIDDLE, top), (RIGHT - MIDDLE, height), Ink::Tint);
        let y = self.wrapped((x, top + INSET), room, SMALL.grey(), &buyer.heading) + 30;
        let mut y = self.wrapped((x, y), room, NUMBER, &buyer.name) + 30;
        for line in &buyer.lines {
            y = self.wrapped((x, y), room, BODY, line);
        }
        top + height
    }

    fn height(&self, style: Style, text: &str, room: i32) -> i32 {
        count(&self.faces.wrap(style.weight, style.size, text, room)) * style.line()
    }
}

/// The logo in its proportions.
fn size(logo: &Picture) -> (i32, i32) {
    let side = |pixels: usize| i32::try_from(pixels).unwrap_or(i32::MAX).clamp(1, 10_000);
    let (wide, high) = (side(logo.width()), side(logo.height()));
    let width = LOGO.0.min(LOGO.1 * wide / high).min(PIXEL * wide);
    (width.max(1), (width * high / wide).max(1))
}
