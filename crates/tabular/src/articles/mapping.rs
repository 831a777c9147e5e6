//! Which column holds which field, proposed from the names in the header.

use super::{ArticleField, Mapping};
use crate::header::{assign, is_exact, rank};
use crate::table::Row;

/// Words that turn a name into that of another thing: a cost, a threshold, a supplier's own code.
const MISLEADING: &str = "achat, fournisseur, supplier, vendor, cost, cout, date, client, customer, remise, \
     discount, mini, minimum, min, maxi, maximum, max, alerte, seuil, marge, margin, promo";

/// Folded names of columns, French and English, most specific first.
const fn synonyms(field: ArticleField) -> &'static str {
    match field {
        ArticleField::Barcode => {
            "ean13, ean 13, ean8, ean 8, ean, gtin, gtin13, gtin 13, upc, upc a, code barre, \
             code barres, codes barres, codebarre, codebarres, code a barres, cab, gencod, gencode, \
             barcode, bar code, barcodes"
        }
        ArticleField::Code => {
            "code article, code produit, code interne, reference article, ref article, reference, \
             ref, code, sku, plu, item code, product code, article code, item number, id article"
        }
        ArticleField::Name => {
            "designation, libelle, nom de l article, nom du produit, nom produit, nom article, nom, \
             intitule, description, article, produit, product name, item name, name, product, item, \
             title, titre, label"
        }
        ArticleField::Department => {
            "rayon, famille, sous famille, departement, categorie, groupe, department, category, \
             family, section, group, type"
        }
        ArticleField::Price => {
            "prix ttc, prix de vente ttc, prix vente ttc, pv ttc, pu ttc, p u ttc, \
             prix unitaire ttc, prix de vente, prix vente, prix unitaire, prix public, prix, pvc, \
             pv, pu, p u, tarif, prix ht, pu ht, p u ht, unit price, sale price, selling price, \
             retail price, price, montant, amount"
        }
        ArticleField::Tax => {
            "taux tva, taux de tva, tva, taux, taux taxe, taux de taxe, taxe, taxes, vat, vat rate, \
             tax rate, tax, tps tvq, gst, rate"
        }
        ArticleField::Unit => {
            "unite de vente, unite, unites, uv, unit of sale, unit of measure, uom, unit, \
             conditionnement"
        }
        ArticleField::Stock => {
            "stock, stock actuel, quantite en stock, qte en stock, qte stock, quantite, qte, qty, \
             quantity, quantity on hand, on hand, inventaire, inventory"
        }
    }
}

/// The mapping that the names in `header` suggest. Fields whose names do not occur have no column.
#[must_use]
pub fn propose_mapping(header: &Row) -> Mapping {
    let columns = assign(header, &ArticleField::ALL, |field, name| rank(name, synonyms(field), MISLEADING));
    Mapping { columns }
}

/// True when `name` is exactly one of the known names.
pub(crate) fn knows(name: &str) -> bool {
    ArticleField::ALL.iter().any(|field| is_exact(name, synonyms(*field)))
}

impl Mapping {
    /// The column of a field.
    #[must_use]
    pub fn column(&self, field: ArticleField) -> Option<usize> {
        self.columns.get(&field).copied()
    }

    /// Required fields without a column: nothing can be read before they have one.
    #[must_use]
    pub fn missing(&self) -> Vec<ArticleField> {
        ArticleField::REQUIRED.into_iter().filter(|field| self.column(*field).is_none()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposed(names: &[&str]) -> Vec<(usize, ArticleField)> {
        let header = Row { line: 1, cells: names.iter().map(|name| (*name).to_owned()).collect() };
        let mut pairs: Vec<_> =
            propose_mapping(&header).columns.into_iter().map(|(field, column)| (column, field)).collect();
        pairs.sort_unstable();
        pairs
    }

    #[test]
    fn french_headers_are_understood_whatever_case_and_accents() {
        use ArticleField::{Barcode, Code, Department, Name, Price, Stock, Tax, Unit};
        assert_eq!(
            proposed(&["ean", "designation", "rayon", "prix_ttc", "tva"]),
            [(0, Barcode), (1, Name), (2, Department), (3, Price), (4, Tax)]
        );
        assert_eq!(
            proposed(&[
                "Réf.",
                "CODE-BARRES",
                "Libellé",
                "Famille",
                "P.U. TTC (€)",
                "Taux TVA",
                "Unité",
                "Qté"
            ]),
            [
                (0, Code),
                (1, Barcode),
                (2, Name),
                (3, Department),
                (4, Price),
                (5, Tax),
                (6, Unit),
                (7, Stock)
            ]
        );
    }

    #[test]
    fn english_headers_are_understood() {
        use ArticleField::{Barcode, Code, Department, Name, Price, Stock, Tax};
        assert_eq!(
            proposed(&[
                "SKU",
                "UPC",
                "Product name",
                "Category",
                "Unit price",
                "Tax rate",
                "Quantity on hand"
            ]),
            [(0, Code), (1, Barcode), (2, Name), (3, Department), (4, Price), (5, Tax), (6, Stock)]
        );
    }

    #[test]
    fn costs_thresholds_and_supplier_names_are_not_taken_for_the_article_s_own() {
        use ArticleField::{Name, Price};
        assert_eq!(
            proposed(&["Nom fournisseur", "Nom", "Prix d'achat HT", "Prix de vente", "Stock mini"]),
            [(1, Name), (3, Price)]
        );
    }

    #[test]
    fn the_price_with_tax_is_preferred_to_the_one_without() {
        assert_eq!(proposed(&["Prix HT", "Prix TTC"]), [(1, ArticleField::Price)]);
    }

    #[test]
    fn a_mapping_says_what_it_lacks() {
        assert_eq!(Mapping::default().missing(), [ArticleField::Name, ArticleField::Price]);
    }
}
