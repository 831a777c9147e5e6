//! The first run (S-01): what can be asked before a shop exists, and the way from there to the first sale.

use domain::country::{Country, PriceMode};
use domain::ids::TaxCategoryId;
use domain::money::{Money, Rate, UnitPrice};
use domain::permission::Role;

contract! {
    /// Names a country.
    #[derive(Copy, Eq)]
    pub struct CountryRef {
        /// The country.
        pub country: Country,
    }

    /// What follows from a country.
    pub struct CountryProfile {
        /// The country.
        pub country: Country,
        /// ISO 4217 code.
        pub currency: String,
        /// IANA time zone.
        pub time_zone: String,
        /// Whether prices contain taxes.
        pub price_mode: PriceMode,
        /// The smallest amount that can be paid in cash; cash totals are rounded to it.
        pub cash_step: Money,
        /// Notes and coins, greatest first.
        pub denominations: Vec<Money>,
        /// The taxes that a shop starts with, in order.
        pub taxes: Vec<CountryTax>,
        /// Names of the tax categories that articles choose from, in order.
        pub categories: Vec<String>,
    }

    /// A tax of a country.
    pub struct CountryTax {
        /// Name on tickets.
        pub name: String,
        /// Letter on ticket lines.
        pub letter: String,
        /// Rate.
        pub rate: Rate,
        /// The day since which it is in force («2014-01-01»).
        pub since: String,
    }

    /// Asks whether registration numbers are well formed. Empty ones are not looked at.
    pub struct RegistrationCheck {
        /// The country.
        pub country: Country,
        /// SIRET (France).
        pub siret: String,
        /// VAT number (France).
        pub vat_number: String,
        /// NEQ (Québec).
        pub neq: String,
        /// TPS registration (Québec).
        pub tps_number: String,
        /// TVQ registration (Québec).
        pub tvq_number: String,
    }

    /// What is known of registration numbers.
    pub struct RegistrationChecked {
        /// The SIREN of a good SIRET.
        pub siren: Option<String>,
        /// The VAT number that follows from the SIREN.
        pub vat_number: Option<String>,
        /// Numbers that cannot be right.
        pub problems: Vec<RegistrationProblem>,
    }

    /// A number that cannot be right.
    pub struct RegistrationProblem {
        /// Its field of the shop's identity.
        pub field: String,
        /// Why.
        pub code: crate::FaultCode,
    }

    /// Somebody who works in the sample shop. The PIN is the one that the shop was made with; it is no secret.
    pub struct SampleUser {
        /// Name.
        pub name: String,
        /// Role.
        pub role: Role,
        /// PIN.
        pub pin: String,
    }

    /// The steps of the first run that need a shop, in order.
    #[derive(Copy, Eq)]
    pub enum FirstRunStep {
        /// Articles.
        Articles,
        /// Workstation and its devices.
        Devices,
        /// Users.
        Users,
        /// What is there and what is missing.
        Ready,
    }

    /// Goes to a step.
    #[derive(Copy, Eq)]
    pub struct FirstRunMove {
        /// The step.
        pub step: FirstRunStep,
    }

    /// Where the first run stands.
    pub struct FirstRunView {
        /// The step at which it goes on; none once it is over.
        pub step: Option<FirstRunStep>,
        /// What is there.
        pub checks: Vec<FirstRunCheck>,
        /// Articles in the catalogue.
        pub articles: u32,
        /// Users who may sign in.
        pub users: u32,
    }

    /// Something that a shop should have.
    #[derive(Copy, Eq)]
    pub struct FirstRunCheck {
        /// What.
        pub item: FirstRunItem,
        /// It is there.
        pub done: bool,
        /// The first run cannot end without it.
        pub required: bool,
    }

    /// What a shop should have.
    #[derive(Copy, Eq)]
    pub enum FirstRunItem {
        /// Identity with the registration numbers of the country.
        Company,
        /// Tax categories with rates in force.
        Taxes,
        /// An active workstation that may sign tickets.
        Workstation,
        /// At least one article.
        Articles,
        /// A layout at an active workstation.
        Layout,
        /// A ticket printer.
        Printer,
        /// Somebody beside the first manager.
        Users,
    }

    /// The first articles of a shop, and the page of tiles that shows them.
    pub struct FavouritesCreate {
        /// Name of the layout, should the shop have none yet.
        pub layout_name: String,
        /// One to five articles.
        pub articles: Vec<Favourite>,
    }

    /// An article in its shortest form.
    pub struct Favourite {
        /// Designation.
        pub name: String,
        /// Price of one unit in the shop's price mode.
        pub unit_price: UnitPrice,
        /// Tax category.
        pub tax_category_id: TaxCategoryId,
    }
}
