//! «Épicerie-boutique Limoilou», Québec: 150 articles priced before tax, 60 customers.

use domain::country::Country;
use domain::money::Money;
use domain::permission::Role;

use super::Color::{Amber, Blue, Green, Orange, Purple, Rose, Slate, Teal};
use super::layout::{Group, Layout, Page, Run, page};
use super::{Company, Department, Fee, ShopContent, TaxKey, User, lists};

const COMPANY: Company = Company {
    trading_name: "Épicerie-boutique Limoilou",
    legal_name: "Épicerie-boutique Limoilou inc.",
    legal_form: "Société par actions",
    address: "845, 3e Avenue",
    postcode: "G1L 2W9",
    city: "Québec",
    phone: "418 555-0145",
    siret: "",
    naf: "",
    vat_number: "",
    tps_number: "123456789 RT0001",
    tvq_number: "1234567890 TQ0001",
    neq: "1199999999",
};

const DEPARTMENTS: [Department; 10] = [
    Department { name: "Fruits et légumes", color: Green },
    Department { name: "Boulangerie", color: Amber },
    Department { name: "Produits laitiers", color: Blue },
    Department { name: "Viandes et poissons", color: Rose },
    Department { name: "Épicerie", color: Purple },
    Department { name: "Prêt-à-manger", color: Orange },
    Department { name: "Boissons", color: Teal },
    Department { name: "Collations et friandises", color: Rose },
    Department { name: "Boutique", color: Purple },
    Department { name: "Entretien et hygiène", color: Slate },
];

const FEES: &[Fee] = &[
    Fee { name: "Livraison", tax: TaxKey::Taxable, amount: Some(Money(5_00)) },
    Fee { name: "Emballage cadeau", tax: TaxKey::Taxable, amount: Some(Money(3_00)) },
];

/// Demo PINs, shown on the sign-in screen of the sample shop.
const USERS: [User; 3] = [
    User { name: "Geneviève Tremblay", role: Role::Manager, pin: "1234" },
    User { name: "Mathieu Gagnon", role: Role::LeadCashier, pin: "2345" },
    User { name: "Audrey Bouchard", role: Role::Cashier, pin: "3456" },
];

const HOT_DRINKS: Group = Group { name: "Boissons chaudes", color: Orange, spans: &[(1511, 1514)] };
const PASTRIES: Group = Group { name: "À l’unité", color: Amber, spans: &[(1111, 1115)] };

/// The sample shop in Québec.
#[must_use]
pub fn quebec() -> ShopContent {
    ShopContent {
        country: Country::Quebec,
        company: COMPANY,
        departments: DEPARTMENTS.to_vec(),
        articles: lists::articles(include_str!("qc/articles.csv")),
        eaten_on_site: &[],
        fees: FEES,
        customers: lists::customers(include_str!("qc/customers.csv")),
        users: USERS.to_vec(),
        layout: Layout { name: "Boutique", pages: pages() },
    }
}

fn pages() -> Vec<Page> {
    vec![
        page("Favoris", Amber, FAVOURITES),
        page("Fruits, légumes et pains", Green, FRESH),
        page("Frais", Blue, CHILLED),
        page("Épicerie et boissons", Purple, GROCERIES),
        page("Prêt-à-manger", Orange, READY),
        page("Boutique et maison", Slate, SHOP),
    ]
}

const FAVOURITES: &[Run] = &[
    Run::Each(&[1001, 1003, 1005, 1010, 1101, 1103, 1105, 1201, 1203, 1206, 1211, 1215, 1301, 1303]),
    Run::Each(&[1401, 1403, 1415, 1501, 1503, 1508, 1601, 1605, 1607, 1701, 1708]),
    Run::Group(HOT_DRINKS),
    Run::Group(PASTRIES),
    Run::Group(Group { name: "Érable", color: Amber, spans: &[(1401, 1402), (1711, 1712)] }),
];

const FRESH: &[Run] = &[Run::Span(1001, 1015), Run::Span(1101, 1110), Run::Group(PASTRIES)];

const CHILLED: &[Run] = &[Run::Span(1201, 1215), Run::Span(1301, 1315)];

const GROCERIES: &[Run] = &[
    Run::Span(1401, 1415),
    Run::Span(1601, 1610),
    Run::Group(Group { name: "Autres boissons", color: Teal, spans: &[(1611, 1615)] }),
];

const READY: &[Run] = &[
    Run::Span(1501, 1510),
    Run::Each(&[1515]),
    Run::Group(HOT_DRINKS),
    Run::Span(1701, 1710),
    Run::Group(Group { name: "Bonbons et desserts", color: Rose, spans: &[(1711, 1715)] }),
];

const SHOP: &[Run] = &[
    Run::Span(1803, 1815),
    Run::Group(Group { name: "Appareils", color: Slate, spans: &[(1801, 1802)] }),
    Run::Span(1901, 1907),
    Run::Group(Group { name: "Hygiène", color: Teal, spans: &[(1908, 1913)] }),
    Run::Group(Group { name: "Divers", color: Amber, spans: &[(1914, 1915)] }),
];
