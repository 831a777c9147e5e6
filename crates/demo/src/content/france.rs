//! «Boulangerie-traiteur du Port», Bordeaux: 300 articles with VAT included, 120 customers.

use domain::country::Country;
use domain::money::Money;
use domain::permission::Role;

use super::Color::{Amber, Blue, Green, Orange, Purple, Rose, Slate, Teal};
use super::layout::{Group, Layout, Page, Run, page};
use super::{Company, Department, Fee, ShopContent, TaxKey, User, lists};

/// Invented: the numbers satisfy their keys and nothing else.
const COMPANY: Company = Company {
    trading_name: "Boulangerie-traiteur du Port",
    legal_name: "Boulangerie-traiteur du Port",
    legal_form: "SARL au capital de 8 000 €",
    address: "12 quai des Chartrons",
    postcode: "33000",
    city: "Bordeaux",
    phone: "05 36 49 12 33",
    siret: "99940127600012",
    naf: "1071C",
    vat_number: "FR91999401276",
    tps_number: "",
    tvq_number: "",
    neq: "",
};

const DEPARTMENTS: [Department; 12] = [
    Department { name: "Pains", color: Amber },
    Department { name: "Viennoiseries", color: Orange },
    Department { name: "Pâtisseries", color: Rose },
    Department { name: "Tartes", color: Purple },
    Department { name: "Traiteur", color: Green },
    Department { name: "Salades", color: Teal },
    Department { name: "Sandwichs", color: Green },
    Department { name: "Boissons froides", color: Blue },
    Department { name: "Boissons chaudes", color: Orange },
    Department { name: "Épicerie fine", color: Purple },
    Department { name: "Glaces", color: Blue },
    Department { name: "Accessoires", color: Slate },
];

/// Food to take away at 5.5 % (CGI art. 278-0 bis) is taxed at 10 % when it is eaten here (CGI art. 279 m).
const EATEN_ON_SITE: &[&str] =
    &["Pains", "Viennoiseries", "Pâtisseries", "Tartes", "Traiteur", "Salades", "Boissons froides", "Glaces"];

const FEES: &[Fee] = &[
    Fee { name: "Port", tax: TaxKey::Standard, amount: None },
    Fee { name: "Emballage", tax: TaxKey::Standard, amount: Some(Money(1_50)) },
    Fee { name: "Livraison", tax: TaxKey::Standard, amount: Some(Money(5_00)) },
];

/// Demo PINs, shown on the sign-in screen of the sample shop.
const USERS: [User; 4] = [
    User { name: "Claire Delmas", role: Role::Manager, pin: "1234" },
    User { name: "Hugo Marchand", role: Role::LeadCashier, pin: "2345" },
    User { name: "Inès Carpentier", role: Role::Cashier, pin: "3456" },
    User { name: "Théo Lacoste", role: Role::Cashier, pin: "4567" },
];

const TARTLETS: Group = Group { name: "Tartelettes", color: Purple, spans: &[(1301, 1311)] };
const WHOLE_TARTS: Group = Group { name: "Tartes entières", color: Purple, spans: &[(1312, 1325)] };
const ICE_CREAM: Group = Group { name: "Glaces", color: Blue, spans: &[(2001, 2014)] };
const TEAS: Group = Group { name: "Thés et infusions", color: Green, spans: &[(1814, 1821)] };

/// The sample shop in France.
#[must_use]
pub fn france() -> ShopContent {
    ShopContent {
        country: Country::France,
        company: COMPANY,
        departments: DEPARTMENTS.to_vec(),
        articles: lists::articles(include_str!("fr/articles.csv")),
        eaten_on_site: EATEN_ON_SITE,
        fees: FEES,
        customers: lists::customers(include_str!("fr/customers.csv")),
        users: USERS.to_vec(),
        layout: Layout { name: "Boutique", pages: pages() },
    }
}

fn pages() -> Vec<Page> {
    vec![
        page("Favoris", Amber, FAVOURITES),
        page("Pains et viennoiseries", Orange, BREADS),
        page("Pâtisseries", Rose, PASTRIES),
        page("Traiteur et sandwichs", Green, DELICATESSEN),
        page("Boissons", Blue, DRINKS),
        page("Épicerie et maison", Slate, GROCERIES),
    ]
}

const FAVOURITES: &[Run] = &[
    Run::Each(&[1001, 1002, 1004, 1007, 1008, 1009, 1101, 1103, 1105, 1106, 1109, 1124]),
    Run::Each(&[1202, 1206, 1208, 1216, 1401, 1601, 1603, 1611, 1701, 1703, 1705, 1801, 1803, 1805, 1812]),
    Run::Group(TARTLETS),
    Run::Group(WHOLE_TARTS),
    Run::Group(ICE_CREAM),
    Run::Group(TEAS),
];

const BREADS: &[Run] = &[
    Run::Span(1001, 1012),
    Run::Span(1101, 1116),
    Run::Group(Group { name: "Pains spéciaux", color: Amber, spans: &[(1015, 1024)] }),
    Run::Group(Group { name: "Pains au poids", color: Slate, spans: &[(1013, 1014)] }),
    Run::Group(Group { name: "Petites douceurs", color: Orange, spans: &[(1117, 1125), (1025, 1025)] }),
];

const PASTRIES: &[Run] = &[
    Run::Span(1201, 1222),
    Run::Each(&[1225, 1301, 1302, 1304, 1311]),
    Run::Group(Group { name: "Macarons", color: Rose, spans: &[(1223, 1224)] }),
    Run::Group(TARTLETS),
    Run::Group(WHOLE_TARTS),
];

const DELICATESSEN: &[Run] = &[
    Run::Span(1401, 1410),
    Run::Span(1601, 1608),
    Run::Span(1501, 1507),
    Run::Group(Group { name: "Plats au poids", color: Green, spans: &[(1411, 1425)] }),
    Run::Group(Group { name: "Salades au poids", color: Teal, spans: &[(1514, 1525)] }),
    Run::Group(Group { name: "Autres salades", color: Teal, spans: &[(1508, 1513)] }),
    Run::Group(Group { name: "Paninis et clubs", color: Orange, spans: &[(1611, 1616)] }),
    Run::Group(Group { name: "Autres sandwichs", color: Amber, spans: &[(1609, 1610), (1617, 1625)] }),
];

const DRINKS: &[Run] = &[
    Run::Span(1701, 1711),
    Run::Span(1801, 1813),
    Run::Group(TEAS),
    Run::Group(Group { name: "Boissons gourmandes", color: Orange, spans: &[(1822, 1825)] }),
    Run::Group(Group { name: "Jus et autres", color: Blue, spans: &[(1712, 1720)] }),
    Run::Group(Group { name: "Bières, cidre et vins", color: Rose, spans: &[(1721, 1725)] }),
];

const GROCERIES: &[Run] = &[
    Run::Span(1901, 1922),
    Run::Group(Group { name: "Biscuits et confiseries", color: Rose, spans: &[(1923, 1925)] }),
    Run::Group(ICE_CREAM),
    Run::Group(Group { name: "Glaces à emporter", color: Blue, spans: &[(2015, 2025)] }),
    Run::Group(Group { name: "Ustensiles et linge", color: Teal, spans: &[(2108, 2117), (2125, 2125)] }),
    Run::Group(Group { name: "Appareils", color: Slate, spans: &[(2101, 2107)] }),
    Run::Group(Group { name: "Fête et emballage", color: Amber, spans: &[(2118, 2124)] }),
];
