//! What the two sample shops consist of: company, articles, customers, users and till layout (ux.md 6.3).
//!
//! Plain data, written for this project: companies, people, codes and prices are invented, telephone numbers
//! come from the ranges reserved for fiction, addresses end in `example.com`. Nothing here depends on a clock or
//! on chance, and nothing knows how the data gets into a database: the rest of the crate does that.

use domain::country::Country;
use domain::money::{Money, Quantity};
use domain::permission::Role;

mod france;
mod layout;
mod lists;
mod quebec;
#[cfg(test)]
mod tests;

pub use france::france;
pub use layout::{Layout, Page, Tile};
pub use quebec::quebec;

/// Everything that a sample shop starts with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShopContent {
    /// Where the shop is.
    pub country: Country,
    /// Who runs it.
    pub company: Company,
    /// Departments in display order.
    pub departments: Vec<Department>,
    /// Articles by code.
    pub articles: Vec<Article>,
    /// Departments whose articles at the reduced rate are also eaten on site, at the intermediate rate (TAX-02).
    pub eaten_on_site: &'static [&'static str],
    /// Kinds of fees, in order.
    pub fees: &'static [Fee],
    /// Customers by code.
    pub customers: Vec<Customer>,
    /// Users, the owner first.
    pub users: Vec<User>,
    /// The layout of the till.
    pub layout: Layout,
}

/// The company as it prints on documents. Fields that the country does not know are empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// Name over the door.
    pub trading_name: &'static str,
    /// Registered name.
    pub legal_name: &'static str,
    /// Legal form, with the share capital where it must be printed.
    pub legal_form: &'static str,
    /// Street and number.
    pub address: &'static str,
    /// Postal code.
    pub postcode: &'static str,
    /// City.
    pub city: &'static str,
    /// Telephone.
    pub phone: &'static str,
    /// SIRET, 14 digits (France).
    pub siret: &'static str,
    /// NAF code (France).
    pub naf: &'static str,
    /// EU VAT number (France).
    pub vat_number: &'static str,
    /// TPS registration (Québec).
    pub tps_number: &'static str,
    /// TVQ registration (Québec).
    pub tvq_number: &'static str,
    /// Number in the register of businesses (Québec).
    pub neq: &'static str,
}

/// A department («rayon»).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Department {
    /// Name.
    pub name: &'static str,
    /// Colour of its articles on tiles.
    pub color: Color,
}

/// Colours of tiles: the names that the user interface has tokens for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Color {
    /// Neutral grey.
    Slate,
    /// Blue.
    Blue,
    /// Green.
    Green,
    /// Amber.
    Amber,
    /// Orange.
    Orange,
    /// Rose.
    Rose,
    /// Purple.
    Purple,
    /// Teal.
    Teal,
}

impl Color {
    /// The name in the API and in style sheets.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Slate => "slate",
            Self::Blue => "blue",
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Orange => "orange",
            Self::Rose => "rose",
            Self::Purple => "purple",
            Self::Teal => "teal",
        }
    }
}

/// How an article is taxed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TaxKey {
    /// France, 5.5 %: food to keep, drinks without alcohol in closed containers (CGI art. 278-0 bis).
    Reduced,
    /// France, 10 %: food and drinks to be consumed at once (CGI art. 279 m).
    Intermediate,
    /// France, 20 %: the rest, alcohol and confectionery among it (CGI art. 278).
    Standard,
    /// Québec: TPS and TVQ.
    Taxable,
    /// Québec: basic groceries, «détaxé» (Excise Tax Act, schedule VI, part III).
    ZeroRated,
}

impl TaxKey {
    /// The key in the lists and for the tax categories to be created.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Reduced => "reduced",
            Self::Intermediate => "intermediate",
            Self::Standard => "standard",
            Self::Taxable => "taxable",
            Self::ZeroRated => "zero_rated",
        }
    }

    /// The categories of a country.
    #[must_use]
    pub const fn of(country: Country) -> &'static [Self] {
        match country {
            Country::France => &[Self::Reduced, Self::Intermediate, Self::Standard],
            Country::Quebec => &[Self::Taxable, Self::ZeroRated],
        }
    }
}

/// Unit of sale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Sold by the piece.
    Piece,
    /// Weighed.
    Kilogram,
}

impl Unit {
    /// The unit as it prints.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Piece => "pièce",
            Self::Kilogram => "kg",
        }
    }
}

/// An article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Internal code: two digits for the department, two within it.
    pub code: &'static str,
    /// Designation.
    pub name: &'static str,
    /// Name of its department.
    pub department: &'static str,
    /// Price of one unit in minor units, in the price mode of the country (tax included in France only).
    pub price: Money,
    /// How it is taxed.
    pub tax: TaxKey,
    /// Unit of sale.
    pub unit: Unit,
    /// EAN-13 or UPC-A; none for what is made and sold loose, two where an old packing is still about.
    pub barcodes: Vec<&'static str>,
    /// Stock to start with; none when the article is not managed in stock.
    pub stock: Option<Quantity>,
    /// An appliance with legal guarantee, for which a ticket is always printed (PRT-12).
    pub durable: bool,
}

/// A kind of fee («Port», «Emballage»).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fee {
    /// Name.
    pub name: &'static str,
    /// How it is taxed.
    pub tax: TaxKey,
    /// Usual amount in minor units, in the price mode of the country; none when it is asked for each time.
    pub amount: Option<Money>,
}

/// A customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// Customer number.
    pub code: &'static str,
    /// Name.
    pub name: &'static str,
    /// Telephone.
    pub phone: &'static str,
    /// E-mail address, may be empty.
    pub email: &'static str,
    /// Street and number.
    pub address: &'static str,
    /// Postal code.
    pub postcode: &'static str,
    /// City.
    pub city: &'static str,
    /// A business rather than a person.
    pub professional: bool,
}

/// A user of the sample shop. The PINs are known to everybody who reads this or the manual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct User {
    /// Name.
    pub name: &'static str,
    /// Role.
    pub role: Role,
    /// PIN, four digits.
    pub pin: &'static str,
}
