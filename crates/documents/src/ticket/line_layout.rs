//! How a line of a ticket is placed: what it costs, what was taken off, and the texts under it.

use domain::country::Country;
use domain::money::Quantity;

use super::sale::{NetPrice, TicketLine};
use crate::layout::Line;
use crate::words::Words;

impl TicketLine {
    /// Adds the line.
    pub(super) fn push(&self, country: Country, letters: usize, words: &Words, out: &mut Vec<Line>) {
        let numbers = words.numbers;
        let quantity = numbers.quantity(self.quantity);
        let name = match &self.unit {
            Some(unit) => format!("{quantity} {unit} {}", self.name),
            None => format!("{quantity} x {}", self.name),
        };
        out.push(Line::item(name, self.with_letters(&numbers.amount(self.amount), letters)));
        if self.unit.is_some() || self.quantity != Quantity::ONE || self.discount.is_some() {
            let price = numbers.unit_price_in(self.unit_price, country);
            let per = match &self.unit {
                Some(unit) => format!("{}{unit}", words.sale.per),
                None => words.sale.each.to_owned(),
            };
            out.push(Line::left(format!("    {price}{per}")));
        }
        if let Some(discount) = &self.discount {
            let label = format!("    {}", discount.label(words.sale.discount, words));
            let amount = numbers.amount(-discount.amount);
            out.push(Line::item(label, self.with_letters(&amount, letters)));
        }
        if let Some(eco) = self.eco_contribution {
            out.push(Line::left(format!("    {} {}", words.sale.eco_contribution, numbers.amount(eco))));
        }
        let texts = self.guarantee.iter().chain(&self.details);
        out.extend(texts.map(|text| Line::left(format!("    {text}"))));
        if let Some(net) = &self.net {
            out.push(Line::left(format!("    {}", net.text(words))));
        }
    }

    /// The amount with its tax letters in a column of their own, so that amounts stay under one another.
    fn with_letters(&self, amount: &str, letters: usize) -> String {
        match letters {
            0 => amount.to_owned(),
            _ => format!("{amount} {:<letters$}", self.tax_letters),
        }
    }
}

impl NetPrice {
    /// «PU HT 8,333333  TVA 20 %».
    fn text(&self, words: &Words) -> String {
        let names: Vec<&str> = self.taxes.iter().map(|(name, _)| name.as_str()).collect();
        let price = format!("{} {}", words.invoice.unit_net, words.numbers.unit_price(self.unit_price));
        format!("{price}  {}", names.join(" ")).trim_end().to_owned()
    }
}
