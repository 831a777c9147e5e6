//! S-01, the first run: what is checked before a shop exists, the sample shop, and the way to the first sale.

use api::FaultCode;
use api::types::{
    CountryProfile, CountryRef, DrawerTest, Empty, FirstRunItem, FirstRunMove, FirstRunStep, FirstRunView,
    RegistrationCheck, RegistrationChecked, SampleUser, SessionView, ShopCreate, ShopView, UserTile,
    WorkstationRef,
};
use app::Client;
use domain::country::{Country, PriceMode};
use domain::money::Money;
use domain::permission::Role;
use testkit::{TestShop, Till};

use crate::workstations::new_shop;
use crate::world::{refuses, wait_until_printed, with_printer};

/// A new shop with its manager signed in at its workstation, and the first run under way.
pub fn first_manager(shop: &TestShop, request: &ShopCreate) -> Till {
    let mut client = shop.client(1);
    let _: Empty = client.call("shop_create", request).unwrap();
    let tiles: Vec<UserTile> = client.call("sign_in_users", Empty {}).unwrap();
    let session = client.sign_in(tiles[0].id, "1234").unwrap();
    let mut till = Till::new(client, session);
    let workstation_id = till.workstations()[0].id;
    let session: SessionView = till.ask("workstation_enter", WorkstationRef { workstation_id });
    till.session = session;
    till
}

fn with_samples() -> (TestShop, Client) {
    let shop = TestShop::empty();
    shop.app().offer_samples(demo::samples());
    let client = shop.client(1);
    (shop, client)
}

/// One command makes the whole sample shop; everybody in it signs in with the PIN that is shown; it sells at once.
#[test]
fn the_sample_shop_is_one_command_away() {
    for (country, articles) in [(Country::France, 200), (Country::Quebec, 100)] {
        let (shop, mut client) = with_samples();
        let nobody: Vec<SampleUser> = client.call("sample_users", Empty {}).unwrap();
        assert_eq!(nobody, []);
        let _: Empty = client.call("shop_create_sample", CountryRef { country }).unwrap();
        let users: Vec<SampleUser> = client.call("sample_users", Empty {}).unwrap();
        assert_eq!(users[0].role, Role::Manager);
        let tiles: Vec<UserTile> = client.call("sign_in_users", Empty {}).unwrap();
        assert_eq!(tiles.len(), users.len());
        for user in &users {
            let tile = tiles.iter().find(|tile| tile.name == user.name).unwrap();
            client.sign_in(tile.id, &user.pin).unwrap();
        }
        let view: FirstRunView = client.call("first_run", Empty {}).unwrap();
        assert_eq!(view.step, None, "nothing is left to be set up");
        assert!(view.articles > articles && view.checks.iter().filter(|c| c.required).all(|c| c.done));
        let view: ShopView = client.call("shop_view", Empty {}).unwrap();
        assert!(view.tile.sample && view.missing.is_empty() && view.tile.country == country);
        let till = shop.till(Role::Cashier, "C02");
        till.open_shift(100_00);
        assert!(till.sale().shift_open);
    }
}

/// A second shop is refused, whichever way, and so is a sample that the program does not bring.
#[test]
fn there_is_one_shop() {
    let (shop, client) = with_samples();
    let france = CountryRef { country: Country::France };
    let _: Empty = client.call("shop_create_sample", france).unwrap();
    refuses(&shop, FaultCode::ShopExists, || {
        client.call::<Empty>("shop_create_sample", CountryRef { country: Country::Quebec }).unwrap_err()
    });
    refuses(&shop, FaultCode::ShopExists, || client.call::<Empty>("shop_create", new_shop()).unwrap_err());

    let bare = TestShop::empty();
    refuses(&bare, FaultCode::SampleMissing, || {
        bare.client(1).call::<Empty>("shop_create_sample", france).unwrap_err()
    });
}

/// A real shop tells nobody's PIN.
#[test]
fn a_real_shop_shows_no_pins() {
    let (shop, client) = with_samples();
    let _: Empty = client.call("shop_create", new_shop()).unwrap();
    let users: Vec<SampleUser> = shop.client(2).call("sample_users", Empty {}).unwrap();
    assert_eq!(users, []);
}

/// What follows from a country is told before there is a shop.
#[test]
fn a_country_brings_its_money_and_taxes() {
    let shop = TestShop::empty();
    let client = shop.client(1);
    let profile =
        |country| -> CountryProfile { client.call("country_profile", CountryRef { country }).unwrap() };
    let france = profile(Country::France);
    assert_eq!((france.currency.as_str(), france.price_mode), ("EUR", PriceMode::TaxInclusive));
    assert_eq!((france.cash_step, france.denominations.len()), (Money(1), 15));
    let rates: Vec<i64> = france.taxes.iter().map(|tax| tax.rate.0).collect();
    assert_eq!(rates, [20_000, 10_000, 5_500, 2_100, 0]);
    let quebec = profile(Country::Quebec);
    assert_eq!((quebec.currency.as_str(), quebec.price_mode), ("CAD", PriceMode::TaxExclusive));
    assert_eq!((quebec.cash_step, quebec.denominations.len()), (Money(5), 10));
    let rates: Vec<i64> = quebec.taxes.iter().map(|tax| tax.rate.0).collect();
    assert_eq!(rates, [5_000, 9_975]);
    assert_eq!(quebec.categories, ["TPS + TVQ", "TPS", "Détaxé"]);
}

fn check(country: Country, numbers: [&str; 3]) -> RegistrationCheck {
    let of =
        |country_of: Country, at: usize| (if country == country_of { numbers[at] } else { "" }).to_owned();
    RegistrationCheck {
        country,
        siret: of(Country::France, 0),
        vat_number: of(Country::France, 1),
        neq: of(Country::Quebec, 0),
        tps_number: of(Country::Quebec, 1),
        tvq_number: of(Country::Quebec, 2),
    }
}

/// Registration numbers are judged while they are typed; the VAT number follows from the SIREN.
#[test]
fn registration_numbers_are_judged() {
    let shop = TestShop::empty();
    let client = shop.client(1);
    type Judged<'a> = (Country, [&'a str; 3], Option<&'a str>, &'a [FaultCode]);
    let table: [Judged<'_>; 9] = [
        (Country::France, ["", "", ""], None, &[]),
        (Country::France, ["732 829 320 00074", "", ""], Some("FR44732829320"), &[]),
        (Country::France, ["99940127600012", "FR91999401276", ""], Some("FR91999401276"), &[]),
        (Country::France, ["73282932000075", "", ""], None, &[FaultCode::SiretInvalid]),
        (
            Country::France,
            ["7328293200007", "FR45732829320", ""],
            None,
            &[FaultCode::SiretInvalid, FaultCode::VatNumberInvalid],
        ),
        (Country::Quebec, ["1199999999", "123456789 RT0001", "1234567890 TQ0001"], None, &[]),
        (Country::Quebec, ["", "123456789rt0001", "1234567890tq0001"], None, &[]),
        (Country::Quebec, ["9912345678", "", ""], None, &[FaultCode::NeqInvalid]),
        (
            Country::Quebec,
            ["", "123456789", "123456789 TQ0001"],
            None,
            &[FaultCode::TpsNumberInvalid, FaultCode::TvqNumberInvalid],
        ),
    ];
    for (country, numbers, vat_number, problems) in table {
        let answer: RegistrationChecked = client.call("registration_check", check(country, numbers)).unwrap();
        assert_eq!(answer.vat_number.as_deref(), vat_number, "{numbers:?}");
        let codes: Vec<FaultCode> = answer.problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, problems, "{numbers:?}");
    }
}

/// The same rules hold when the shop is created: a wrong number creates nothing, a good one is kept as it prints.
#[test]
fn a_wrong_registration_number_creates_no_shop() {
    let shop = TestShop::empty();
    let client = shop.client(1);
    let table: [(Country, [&str; 3], FaultCode); 7] = [
        (Country::France, ["73282932000075", "FR44732829320", ""], FaultCode::SiretInvalid),
        (Country::France, ["73282932000074", "FR45732829320", ""], FaultCode::VatNumberInvalid),
        (Country::France, ["73282932000074", "", ""], FaultCode::FieldRequired),
        (Country::Quebec, ["", "123456789", "1234567890 TQ0001"], FaultCode::TpsNumberInvalid),
        (Country::Quebec, ["", "123456789 RT0001", "123 TQ0001"], FaultCode::TvqNumberInvalid),
        (Country::Quebec, ["4412345678", "123456789 RT0001", "1234567890 TQ0001"], FaultCode::NeqInvalid),
        (Country::Quebec, ["", "", "1234567890 TQ0001"], FaultCode::FieldRequired),
    ];
    for (country, numbers, code) in table {
        refuses(&shop, code, || client.call::<Empty>("shop_create", shop_of(country, numbers)).unwrap_err());
    }
    let good = shop_of(Country::Quebec, ["1199999999", "123456789rt0001", "1234567890 tq0001"]);
    let till = first_manager(&shop, &good);
    let identity = till.ask::<ShopView>("shop_view", Empty {}).identity;
    assert_eq!(
        (identity.neq, identity.tps_number, identity.tvq_number, identity.siret),
        (
            "1199999999".to_owned(),
            "123456789 RT0001".to_owned(),
            "1234567890 TQ0001".to_owned(),
            String::new()
        )
    );
}

fn shop_of(country: Country, numbers: [&str; 3]) -> ShopCreate {
    let RegistrationCheck { siret, vat_number, neq, tps_number, tvq_number, .. } = check(country, numbers);
    let mut request = ShopCreate { country, ..new_shop() };
    let identity = &mut request.identity;
    (identity.siret, identity.vat_number, identity.neq) = (siret, vat_number, neq);
    (identity.tps_number, identity.tvq_number) = (tps_number, tvq_number);
    request
}

/// The first run goes on where it was left, on the same files in another process, until it is ended; then it is
/// over for good.
#[test]
fn the_first_run_is_left_and_resumed() {
    let shop = TestShop::empty();
    let till = first_manager(&shop, &new_shop());
    let step = |till: &Till| till.ask::<FirstRunView>("first_run", Empty {}).step;
    assert_eq!(step(&till), Some(FirstRunStep::Articles));
    let view: FirstRunView = till.ask("first_run_move", FirstRunMove { step: FirstRunStep::Users });
    assert_eq!(view.step, Some(FirstRunStep::Users));

    let again = shop.killed_and_reopened();
    let mut client = again.client(1);
    let tiles: Vec<UserTile> = client.call("sign_in_users", Empty {}).unwrap();
    let session = client.sign_in(tiles[0].id, "1234").unwrap();
    let till = Till::new(client, session);
    assert_eq!(step(&till), Some(FirstRunStep::Users));
    let view: FirstRunView = till.ask("first_run_finish", Empty {});
    assert_eq!(view.step, None);
    refuses(&again, FaultCode::FirstRunOver, || till.refused("first_run_finish", Empty {}));
    refuses(&again, FaultCode::FirstRunOver, || {
        till.refused("first_run_move", FirstRunMove { step: FirstRunStep::Articles })
    });
}

/// The first run does not end while what every sale needs is missing.
#[test]
fn the_first_run_needs_a_workstation() {
    let shop = TestShop::empty();
    let till = first_manager(&shop, &new_shop());
    let done = |item| {
        let view: FirstRunView = till.ask("first_run", Empty {});
        view.checks.iter().find(|check| check.item == item).unwrap().done
    };
    assert!(done(FirstRunItem::Company) && done(FirstRunItem::Taxes) && done(FirstRunItem::Workstation));
    assert!(!done(FirstRunItem::Articles) && !done(FirstRunItem::Printer) && !done(FirstRunItem::Users));
    till.set_up_workstation(|workstation| workstation.active = false);
    assert!(!done(FirstRunItem::Workstation));
    refuses(&shop, FaultCode::FirstRunIncomplete, || till.refused("first_run_finish", Empty {}));
}

/// A drawer is tested before any shift: it opens, and the journal says who did it and why.
#[test]
fn a_drawer_is_tested_before_the_first_shift() {
    let shop = TestShop::france();
    let printer = with_printer(&shop, "C01");
    let till = shop.till(Role::Manager, "C01");
    let workstation_id = till.workstation().id;
    let test = |reason: &str| DrawerTest { workstation_id, reason: reason.to_owned() };
    refuses(&shop, FaultCode::ReasonRequired, || till.refused("drawer_test", test(" ")));
    let _: Empty = till.ask("drawer_test", test("Essai du tiroir"));
    wait_until_printed(&till);
    assert_eq!(printer.drawer_pulses(), 1);

    till.open_shift(0);
    let _: Empty = till.ask("drawer_test", test("Essai du tiroir"));
    assert_eq!(till.report().drawer_openings, 1, "an open shift counts it");
    wait_until_printed(&till);
    till.set_up_workstation(|workstation| workstation.printer = None);
    refuses(&shop, FaultCode::PrinterMissing, || till.refused("drawer_test", test("Essai")));
}
