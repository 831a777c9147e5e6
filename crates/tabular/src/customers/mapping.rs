//! Which column holds which field, proposed from the names in the header.

use super::{CustomerField, CustomerMapping};
use crate::header::{assign, is_exact, rank};
use crate::table::Row;

/// Words that turn a name into that of another thing: where goods go, who sells, what is owed, a second line.
const MISLEADING: &str = "livraison, delivery, shipping, fournisseur, supplier, article, produit, product, date, \
     naissance, birth, solde, balance, remise, discount, representant, vendeur, seller, parrain, tarif, \
     adresse 2, adresse2, address 2, address2, complement, fax";

/// Folded names of columns, French and English, most specific first.
const fn synonyms(field: CustomerField) -> &'static str {
    match field {
        CustomerField::Code => {
            "code client, n client, no client, numero client, numero de client, num client, \
             reference client, ref client, id client, customer code, customer number, customer no, \
             customer id, client code, client number, client id, account number, code, numero, \
             reference, ref"
        }
        CustomerField::Name => {
            "nom client, nom du client, nom complet, nom et prenom, nom prenom, prenom nom, nom, \
             nom de famille, full name, customer name, client name, last name, lastname, surname, \
             family name, name, client, customer, intitule, designation, libelle"
        }
        CustomerField::FirstName => "prenom, prenoms, first name, firstname, given name, forename",
        CustomerField::Company => {
            "raison sociale, denomination sociale, nom de la societe, nom de l entreprise, \
             nom societe, societe, entreprise, denomination, enseigne, company name, company, \
             business name, organisation, organization"
        }
        CustomerField::Address => {
            "adresse de facturation, adresse facturation, billing address, adresse 1, adresse1, \
             adresse postale, adresse, numero et rue, rue, voie, address 1, address1, \
             address line 1, street address, address, street"
        }
        CustomerField::Postcode => {
            "code postal, codepostal, cp, c p, postal code, postcode, post code, zip code, zipcode, zip"
        }
        CustomerField::City => "ville, localite, commune, municipalite, city, town, locality",
        CustomerField::Country => "pays, code pays, country, country code",
        CustomerField::Phone => {
            "telephone, tel, numero de telephone, n de telephone, telephone fixe, tel fixe, \
             telephone portable, telephone mobile, tel portable, tel mobile, portable, mobile, gsm, \
             cellulaire, phone, phone number, telephone number, mobile phone, cell phone"
        }
        CustomerField::Email => {
            "email, e mail, adresse e mail, adresse email, adresse mail, adresse courriel, \
             adresse electronique, courriel, mail, email address, e mail address"
        }
        CustomerField::Siret => {
            "siret, n siret, no siret, numero siret, numero de siret, siret siren, siren siret"
        }
        CustomerField::Siren => "siren, n siren, no siren, numero siren, numero de siren",
        CustomerField::VatNumber => {
            "tva intracommunautaire, n tva intracommunautaire, no tva intracommunautaire, \
             numero tva intracommunautaire, numero de tva intracommunautaire, tva intra, n tva, \
             no tva, numero tva, numero de tva, vat number, vat no, vat id, tva, vat"
        }
        CustomerField::Neq => {
            "neq, n neq, no neq, numero neq, numero d entreprise du quebec, numero d entreprise, \
             quebec enterprise number, enterprise number"
        }
        CustomerField::Note => {
            "note, notes, remarque, remarques, commentaire, commentaires, observation, observations, \
             memo, comment, comments, remark, remarks"
        }
    }
}

/// The mapping that the names in `header` suggest. Fields whose names do not occur have no column.
#[must_use]
pub fn propose_mapping(header: &Row) -> CustomerMapping {
    let columns = assign(header, &CustomerField::ALL, |field, name| rank(name, synonyms(field), MISLEADING));
    CustomerMapping { columns }
}

/// True when `name` is exactly one of the known names.
pub(crate) fn knows(name: &str) -> bool {
    CustomerField::ALL.iter().any(|field| is_exact(name, synonyms(*field)))
}

impl CustomerMapping {
    /// Required fields without a column: without a name or a company nobody can be told from another.
    #[must_use]
    pub fn missing(&self) -> Vec<CustomerField> {
        let named = [CustomerField::Name, CustomerField::Company];
        let has_name = named.iter().any(|field| self.columns.contains_key(field));
        if has_name { Vec::new() } else { vec![CustomerField::Name] }
    }
}

#[cfg(test)]
mod tests {
    use super::CustomerField::{
        Address, City, Code, Company, Country, Email, FirstName, Name, Phone, Postcode, Siret, VatNumber,
    };
    use super::*;

    fn proposed(names: &[&str]) -> Vec<(usize, CustomerField)> {
        let header = Row { line: 1, cells: names.iter().map(|name| (*name).to_owned()).collect() };
        let mut pairs: Vec<_> =
            propose_mapping(&header).columns.into_iter().map(|(field, column)| (column, field)).collect();
        pairs.sort_unstable();
        pairs
    }

    #[test]
    fn french_headers_are_understood_whatever_case_and_accents() {
        let header = [
            "N° client",
            "Raison sociale",
            "NOM",
            "Prénom",
            "Adresse",
            "Code postal",
            "Ville",
            "Pays",
            "Tél.",
            "Adresse e-mail",
            "SIRET",
            "N° TVA intracommunautaire",
        ];
        let fields = [
            Code, Company, Name, FirstName, Address, Postcode, City, Country, Phone, Email, Siret, VatNumber,
        ];
        assert_eq!(proposed(&header), (0..).zip(fields).collect::<Vec<_>>());
    }

    #[test]
    fn english_headers_are_understood() {
        let header = [
            "Customer number",
            "Last name",
            "First name",
            "Company",
            "Street address",
            "City",
            "Postal code",
            "Country",
            "Phone number",
            "Email",
            "VAT number",
        ];
        let fields =
            [Code, Name, FirstName, Company, Address, City, Postcode, Country, Phone, Email, VatNumber];
        assert_eq!(proposed(&header), (0..).zip(fields).collect::<Vec<_>>());
    }

    #[test]
    fn where_goods_go_and_when_somebody_was_born_is_not_taken() {
        assert_eq!(
            proposed(&["Nom", "Adresse de livraison", "Date de naissance", "Adresse 2", "Solde client"]),
            [(0, Name)]
        );
    }

    #[test]
    fn a_mapping_says_what_it_lacks() {
        assert_eq!(CustomerMapping::default().missing(), [Name]);
        let columns = [(Company, 0)].into();
        assert_eq!(CustomerMapping { columns }.missing(), []);
    }
}
