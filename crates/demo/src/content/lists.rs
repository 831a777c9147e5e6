//! The embedded lists: semicolons between fields, no quoting, a header line.
//!
//! A line that does not parse is left out; the tests of the parent module count what is there, so that a
//! slip in a list fails a test and never the program.

use domain::money::{Money, Quantity};

use super::{Article, Customer, TaxKey, Unit};

/// `code;name;department;price;tax;unit;barcodes;stock;durable`.
pub(super) fn articles(list: &'static str) -> Vec<Article> {
    list.lines().skip(1).filter_map(article).collect()
}

/// `code;name;phone;email;address;postcode;city;professional`.
pub(super) fn customers(list: &'static str) -> Vec<Customer> {
    list.lines().skip(1).filter_map(customer).collect()
}

fn article(line: &'static str) -> Option<Article> {
    let [code, name, department, price, tax, unit, barcodes, stock, durable] = fields(line)?;
    Some(Article {
        code,
        name,
        department,
        price: money(price)?,
        tax: tax_key(tax)?,
        unit: unit_of(unit)?,
        barcodes: barcodes.split_whitespace().collect(),
        stock: optional(stock, |stock| stock.parse().ok().map(Quantity::units))?,
        durable: flag(durable, "durable")?,
    })
}

fn customer(line: &'static str) -> Option<Customer> {
    let [code, name, phone, email, address, postcode, city, professional] = fields(line)?;
    let professional = flag(professional, "professional")?;
    Some(Customer { code, name, phone, email, address, postcode, city, professional })
}

fn fields<const N: usize>(line: &'static str) -> Option<[&'static str; N]> {
    line.split(';').collect::<Vec<_>>().try_into().ok()
}

/// `1.30`: always two decimals.
fn money(text: &str) -> Option<Money> {
    let (whole, cents) = text.split_once('.').filter(|(_, cents)| cents.len() == 2)?;
    let (whole, cents): (i64, i64) = (whole.parse().ok()?, cents.parse().ok()?);
    Some(Money(whole * 100 + cents))
}

fn tax_key(text: &str) -> Option<TaxKey> {
    use TaxKey::{Intermediate, Reduced, Standard, Taxable, ZeroRated};
    [Reduced, Intermediate, Standard, Taxable, ZeroRated].into_iter().find(|tax| tax.key() == text)
}

fn unit_of(text: &str) -> Option<Unit> {
    match text {
        "piece" => Some(Unit::Piece),
        "kg" => Some(Unit::Kilogram),
        _ => None,
    }
}

/// The outer option is whether the field is well formed, the inner one whether it is there.
fn optional<T>(text: &str, parse: impl FnOnce(&str) -> Option<T>) -> Option<Option<T>> {
    if text.is_empty() { Some(None) } else { parse(text).map(Some) }
}

fn flag(text: &str, word: &str) -> Option<bool> {
    match text {
        "" => Some(false),
        _ if text == word => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_malformed_line_is_left_out() {
        let good = "h\n1001;Pain;Pains;1.30;reduced;piece;;4;";
        assert_eq!(articles(good).len(), 1);
        for bad in [
            "h\n1001;Pain;Pains;1,30;reduced;piece;;4;",
            "h\n1001;Pain;Pains;1.3;reduced;piece;;4;",
            "h\n1001;Pain;Pains;1.30;half;piece;;4;",
            "h\n1001;Pain;Pains;1.30;reduced;box;;4;",
            "h\n1001;Pain;Pains;1.30;reduced;piece;;four;",
            "h\n1001;Pain;Pains;1.30;reduced;piece;;4;yes",
            "h\n1001;Pain;Pains;1.30;reduced;piece;;4",
        ] {
            assert_eq!(articles(bad), [], "{bad}");
        }
    }
}
