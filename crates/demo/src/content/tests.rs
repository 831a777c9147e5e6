//! The lists are data that nobody compiles: these tests are what keeps them right.

use std::collections::{BTreeMap, BTreeSet};

use domain::barcode::{check_ean, normalise};
use domain::text::fold;

use super::*;

fn shops() -> [ShopContent; 2] {
    [france(), quebec()]
}

fn codes_of(page: &Page) -> Vec<&str> {
    page.tiles
        .iter()
        .flat_map(|tile| match tile {
            Tile::Article { code } => std::slice::from_ref(code),
            Tile::Group { codes, .. } => codes.as_slice(),
        })
        .map(String::as_str)
        .collect()
}

/// Sum of the digits, every second one from the right doubled, divisible by ten (ISO/IEC 7812-1).
fn luhn(digits: &str) -> bool {
    let weighted = digits.bytes().rev().enumerate().map(|(i, b)| {
        let digit = u32::from(b - b'0') * if i % 2 == 0 { 1 } else { 2 };
        digit / 10 + digit % 10
    });
    weighted.sum::<u32>().is_multiple_of(10)
}

#[test]
fn the_shops_have_the_size_that_the_specification_asks_for() {
    let counts = |shop: &ShopContent| {
        (shop.departments.len(), shop.articles.len(), shop.customers.len(), shop.users.len())
    };
    assert_eq!(counts(&france()), (12, 300, 120, 4));
    assert_eq!(counts(&quebec()), (10, 150, 60, 3));
    assert_eq!(france().customers.iter().filter(|customer| customer.professional).count(), 10);
}

#[test]
fn the_content_is_the_same_every_time() {
    assert_eq!(shops(), shops());
}

#[test]
fn every_department_has_as_many_articles_as_the_others() {
    for shop in shops() {
        let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
        for article in &shop.articles {
            *sizes.entry(article.department).or_default() += 1;
        }
        let each = shop.articles.len() / shop.departments.len();
        let expected: BTreeMap<&str, usize> = shop.departments.iter().map(|d| (d.name, each)).collect();
        assert_eq!(sizes, expected);
    }
}

#[test]
fn codes_names_and_bar_codes_are_unique_and_check_digits_right() {
    for shop in shops() {
        let articles = &shop.articles;
        assert!(articles.is_sorted_by(|a, b| a.code < b.code), "codes in order, none twice");
        let names: BTreeSet<String> = articles.iter().map(|article| fold(article.name)).collect();
        assert_eq!(names.len(), articles.len(), "names");
        let barcodes: Vec<&str> =
            articles.iter().flat_map(|article| article.barcodes.iter().copied()).collect();
        for barcode in &barcodes {
            assert_eq!(check_ean(barcode), Ok(()), "{barcode}");
        }
        let stored: BTreeSet<String> = barcodes.iter().map(|code| normalise(code)).collect();
        assert_eq!(stored.len(), barcodes.len(), "bar codes as they are looked up");
        assert!(articles.iter().any(|article| article.barcodes.len() == 2), "some have two");
        assert!(shop.customers.is_sorted_by(|a, b| a.code < b.code), "customers");
        let people: BTreeSet<&str> = shop.customers.iter().map(|customer| customer.name).collect();
        assert_eq!(people.len(), shop.customers.len(), "customer names");
    }
}

#[test]
fn about_two_thirds_of_the_french_articles_carry_a_bar_code() {
    let with = france().articles.iter().filter(|article| !article.barcodes.is_empty()).count();
    assert!((180..=220).contains(&with), "{with}");
}

#[test]
fn taxes_are_those_of_the_country_and_fit_what_is_sold() {
    for shop in shops() {
        let used: Vec<TaxKey> = TaxKey::of(shop.country).to_vec();
        assert!(shop.articles.iter().all(|article| used.contains(&article.tax)));
    }
    let tax =
        |name: &str| france().articles.iter().find(|article| article.name == name).map(|article| article.tax);
    assert_eq!(tax("Baguette de tradition"), Some(TaxKey::Reduced));
    assert_eq!(tax("Expresso"), Some(TaxKey::Intermediate));
    assert_eq!(tax("Glace à la vanille 1 l"), Some(TaxKey::Reduced), "to keep");
    assert_eq!(tax("Cornet une boule"), Some(TaxKey::Intermediate), "to eat at once");
    assert_eq!(tax("Bordeaux rouge 75 cl"), Some(TaxKey::Standard));
    for article in france().articles.iter().filter(|article| article.department == "Accessoires") {
        assert_eq!(article.tax, TaxKey::Standard, "{}", article.name);
    }
    let quebec = quebec();
    let of =
        |name: &str| quebec.articles.iter().find(|article| article.name == name).map(|article| article.tax);
    assert_eq!(of("Muffin aux bleuets"), Some(TaxKey::Taxable), "fewer than six");
    assert_eq!(of("Muffins aux bleuets (paquet de 6)"), Some(TaxKey::ZeroRated));
}

#[test]
fn prices_units_and_stock_are_plausible() {
    for article in shops().iter().flat_map(|shop| &shop.articles) {
        assert!((30..=25_000).contains(&article.price.0), "{}: {:?}", article.name, article.price);
        if article.unit == Unit::Kilogram {
            assert!(article.barcodes.is_empty() && article.stock.is_none(), "{} is weighed", article.name);
        }
        if let Some(stock) = article.stock {
            assert!(stock > Quantity(0) && stock < Quantity::units(60), "{}", article.name);
        }
        if article.durable {
            assert!(article.price.0 >= 2_000 && article.stock.is_some(), "{} is an appliance", article.name);
        }
    }
    for shop in shops() {
        assert!(shop.articles.iter().filter(|article| article.durable).count() >= 2);
    }
}

#[test]
fn the_french_company_has_consistent_registration_numbers() {
    let company = france().company;
    let siren = &company.siret[..9];
    assert!(company.siret.len() == 14 && luhn(company.siret) && luhn(siren));
    let number: u64 = siren.parse().unwrap();
    // The key of a French VAT number is (12 + 3 × (SIREN mod 97)) mod 97.
    assert_eq!(company.vat_number, format!("FR{:02}{siren}", (12 + 3 * (number % 97)) % 97));
}

#[test]
fn the_layouts_show_existing_articles_on_about_thirty_tiles_a_page() {
    for shop in shops() {
        let known: BTreeSet<&str> = shop.articles.iter().map(|article| article.code).collect();
        assert_eq!(shop.layout.pages.len(), 6);
        for page in &shop.layout.pages {
            let codes = codes_of(page);
            assert!(codes.iter().all(|code| known.contains(code)), "{}", page.name);
            assert!((20..=33).contains(&page.tiles.len()), "{}: {}", page.name, page.tiles.len());
        }
    }
}

#[test]
fn every_article_can_be_reached_from_a_page() {
    for shop in shops() {
        let reached: BTreeSet<&str> = shop.layout.pages.iter().flat_map(codes_of).collect();
        let missing: Vec<&str> =
            shop.articles.iter().map(|article| article.code).filter(|code| !reached.contains(code)).collect();
        assert_eq!(missing, Vec::<&str>::new());
    }
}

#[test]
fn texts_are_typed_as_they_print() {
    for shop in shops() {
        let names = shop.articles.iter().map(|article| article.name);
        let people =
            shop.customers.iter().flat_map(|customer| [customer.name, customer.address, customer.city]);
        for text in names.chain(people) {
            assert!(!text.is_empty() && text.trim() == text && !text.contains("  "), "{text:?}");
            assert!(!text.contains(['\'', '"', '\t']), "{text}: typographic apostrophes only");
            let alphabet = |c: char| c.is_ascii_alphanumeric() || " -(),.%’àâçèéêëîïôùûüœÈÉÎŒ".contains(c);
            assert!(text.chars().all(alphabet), "{text}");
            assert!(text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()), "{text}");
        }
        let emails = shop.customers.iter().map(|customer| customer.email).filter(|email| !email.is_empty());
        for email in emails {
            assert!(email.is_ascii() && email.ends_with("@example.com"), "{email}");
        }
    }
}

#[test]
fn each_user_has_a_pin_of_their_own_and_the_first_is_the_manager() {
    for shop in shops() {
        assert_eq!(shop.users[0].role, Role::Manager);
        let pins: BTreeSet<&str> = shop.users.iter().map(|user| user.pin).collect();
        assert_eq!(pins.len(), shop.users.len());
        assert!(pins.iter().all(|pin| pin.len() == 4 && pin.bytes().all(|b| b.is_ascii_digit())));
    }
}
