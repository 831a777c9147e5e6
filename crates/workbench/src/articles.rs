//! Made-up articles: as many as wanted, the same every time.

/// First words of the designations.
pub const NOUNS: [&str; 20] = [
    "Pain",
    "Crème",
    "Café",
    "Confiture",
    "Chocolat",
    "Pâtes",
    "Thé",
    "Biscuits",
    "Jambon",
    "Fromage",
    "Yaourt",
    "Beurre",
    "Jus",
    "Compote",
    "Soupe",
    "Riz",
    "Miel",
    "Huile",
    "Savon",
    "Lessive",
];
const KINDS: [&str; 20] = [
    "brûlée",
    "de campagne",
    "aux fraises",
    "noir",
    "au lait",
    "complètes",
    "vert",
    "sablés",
    "supérieur",
    "de chèvre",
    "nature",
    "demi-sel",
    "d'orange",
    "pommes-châtaignes",
    "de potiron",
    "basmati",
    "de lavande",
    "d'olive",
    "de Marseille",
    "liquide",
];
const BRANDS: [&str; 10] =
    ["Maison", "Tradition", "du Port", "Bio", "Extra", "Fermier", "Gourmet", "Village", "Océan", "Sélection"];

/// A CSV file of `size` made-up articles, the same every time.
pub fn file(size: usize) -> String {
    let mut csv = String::from("ean;designation;rayon;prix_ttc;tva;stock\n");
    for n in 0..size {
        let (noun, kind, brand) = (NOUNS[n % 20], KINDS[n / 20 % 20], BRANDS[n / 400 % 10]);
        let price = 50 + n % 2_000;
        csv.push_str(&format!(
            "{};{noun} {kind} {brand} {n};{noun};{},{:02};{};1000\n",
            ean(n),
            price / 100,
            price % 100,
            ["5,5", "5,5", "10", "20"][n % 4]
        ));
    }
    csv
}

/// The bar code of the n-th article.
pub fn ean(n: usize) -> String {
    let body = format!("299{n:09}");
    let digits: Vec<u8> = body.bytes().map(|b| b - b'0').collect();
    format!("{body}{}", domain::barcode::check_digit(&digits))
}
