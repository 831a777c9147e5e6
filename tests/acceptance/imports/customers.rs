//! Customers: what a file says is what their files say.

use api::types::{
    CustomerAccount, CustomerFile, CustomerRef, CustomerSearch, CustomerView, ImportExisting, ImportKind,
    ImportReason, InvoiceValidate, SaleDone, SaleSetCustomer, SaleValidate, SaleView,
};
use api::{FaultCode, ImportPhase};
use domain::ids::CustomerId;
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till};

use super::{Wish, office, rejections, sample};
use crate::replay::assert_replays;
use crate::world::{new_customer, refuses, text_of};

/// A list as another till exports it: businesses and persons, in the old encoding of Windows.
const LIST: &[u8] = b"N\xb0 client;Soci\xe9t\xe9;Nom;Pr\xe9nom;Adresse;Code postal;Ville;Pays;T\xe9l.;E-mail;SIRET/SIREN;N\xb0 TVA\r\n\
    A-17;Garage L\x92Hermine;;;8 quai Rambaud;69002;Lyon;France;04 78 00 00 17;atelier@hermine.example;732 829 320 00074;FR 44 732829320\r\n\
    ;;Le Goff;Yann;\"3, rue du Port\";29200;Brest;;06 12 34 56 78;yann@legoff.example;;\r\n\
    B-2;Bakkerij De Molen;;;Molenstraat 4;1000;Bruxelles;Belgique;;;;BE0123456789\r\n";

/// The one customer found by these words.
fn find(till: &Till, text: &str) -> CustomerFile {
    let search = CustomerSearch { text: text.to_owned(), limit: 10 };
    let found: Vec<CustomerView> = till.ask("customer_search", search);
    let [one] = found.as_slice() else { panic!("{text}: {found:?}") };
    file(till, one.id)
}

fn file(till: &Till, customer_id: CustomerId) -> CustomerFile {
    till.ask::<CustomerAccount>("customer_account", CustomerRef { customer_id }).file
}

/// CUS-01: the customers of a file have files with its values, and documents take these values.
#[test]
fn customers_of_a_file_are_billed_as_the_file_says() {
    let (shop, office) = office();
    let (preview, status) = Wish::new(ImportKind::Customers, "clients.csv", LIST).import(&office);
    assert_eq!((preview.rows, preview.created, preview.updated), (3, 3, 0));
    assert_eq!(rejections(&preview), []);
    assert_eq!((status.phase, status.created, status.rejected), (ImportPhase::Done, 3, 0));

    let garage = find(&office, "hermine");
    assert_eq!((garage.code.as_str(), garage.professional, garage.active), ("A-17", true, true));
    assert_eq!((garage.siret.as_str(), garage.siren.as_str()), ("73282932000074", "732829320"));
    assert_eq!((garage.vat_number.as_str(), garage.country.as_str()), ("FR44732829320", ""));
    let person = find(&office, "0612345678");
    assert_eq!((person.name.as_str(), person.professional), ("Yann Le Goff", false));
    assert_eq!(person.address, "3, rue du Port");
    assert!(new_customer(&office, "Suivant").code > person.code, "its number was the next one");
    assert_eq!(find(&office, "molen").country, "BE");

    let till = shop.till(Role::Cashier, "C01");
    till.open_shift(100_00);
    till.scan("1001");
    let _: SaleView = till.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(garage.id) });
    let payment = Some(till.payment(PaymentKind::Cash, None));
    let sale = SaleValidate { payment, leave_unpaid: false, print: false, seen: None };
    let done: SaleDone = till.ask("invoice_validate", InvoiceValidate { sale });
    let text = text_of(&till, done.invoice.unwrap().document_id);
    for part in ["Garage L", "8 quai Rambaud", "69002 Lyon", "SIRET 73282932000074", "FR44732829320"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert_replays(&shop);
}

/// Rows with a value that cannot be taken over stay out, each with its line, its column and the reason; the others
/// come in.
#[test]
fn doubtful_rows_are_named_and_stay_out() {
    let (shop, office) = office();
    let csv = "code;nom;cp;pays;telephone;email;siret;siren;tva\n\
        1;Vauquelin;33000;FR;05 56 00 00 01;bon@exemple.fr;;;\n\
        2;;33000;;;;;;\n\
        3;Zéro perdu;1000;France;;;;;\n\
        4;Arrondi;;;3,36E+10;;;;\n\
        5;Sans arobase;;;;exemple.fr;;;\n\
        6;Clé;;;;;73282932000075;;\n\
        7;Deux entreprises;;;;;73282932000074;404833048;\n\
        8;TVA;;;;;;;FR45732829320\n\
        1;Encore 1;;;;;;;\n\
        9;Même adresse;;;;BON@exemple.fr;;;\n\
        10;Nulle part;;Atlantide;;;;;\n\
        11;5555 5555 5555 4444;;;;;;;\n\
        12;Aussi;69002;;;;;;\n";
    let (preview, status) = Wish::customers(csv).import(&office);
    assert_eq!(
        rejections(&preview),
        [
            (3, "nom", "", ImportReason::MissingName),
            (4, "cp", "1000", ImportReason::BadPostcode),
            (5, "telephone", "3,36E+10", ImportReason::Rounded),
            (6, "email", "exemple.fr", ImportReason::BadEmail),
            (7, "siret", "73282932000075", ImportReason::BadBusinessNumber),
            (8, "siren", "404833048", ImportReason::SirenMismatch),
            (9, "tva", "FR45732829320", ImportReason::BadVatNumber),
            (10, "code", "1", ImportReason::DuplicateCode),
            (11, "email", "BON@exemple.fr", ImportReason::DuplicateEmail),
            (12, "pays", "Atlantide", ImportReason::BadCountry),
            (13, "nom", "5555 5555 5555 4444", ImportReason::CardNumber),
        ]
    );
    assert_eq!(preview.rejected[7].first_line, Some(2));
    assert_eq!((status.created, status.rejected), (2, 11));
    assert_eq!(find(&office, "Vauquelin").postcode, "33000");
    assert_replays(&shop);
}

/// Duplicates by code or e-mail address, by the rule that is chosen once: updated or skipped. What the file leaves
/// empty stays, and so do the number, the block and the price list.
#[test]
fn known_customers_are_updated_or_skipped() {
    let (shop, office) = office();
    let known = new_customer(&office, "Ancien nom");
    let mut changed = file(&office, known.id);
    (changed.email, changed.phone, changed.blocked) = ("Ancien@exemple.fr".into(), "0556000001".into(), true);
    let before: CustomerFile = office.ask("customer_save", changed);
    let csv = "numero client;nom;ville;tel;email\n\
        OLD-9;Nouveau nom;Bègles;;ancien@exemple.fr\n\
        ;Inconnu;Pessac;;\n";
    let mut wish = Wish { existing: ImportExisting::Skip, ..Wish::customers(csv) };
    let (preview, status) = wish.import(&office);
    assert_eq!((preview.created, preview.updated, preview.skipped), (1, 0, 1));
    assert_eq!((status.created, status.updated, status.skipped), (1, 0, 1));
    assert_eq!(file(&office, known.id), before);

    wish.existing = ImportExisting::Update;
    wish.content = wish.content.split(|b| *b == b'\n').take(2).collect::<Vec<_>>().join(&b'\n');
    let (preview, status) = wish.import(&office);
    assert_eq!((preview.created, preview.updated, preview.skipped), (0, 1, 0));
    assert_eq!((status.created, status.updated), (0, 1));
    let after = file(&office, known.id);
    let expected = CustomerFile {
        name: "Nouveau nom".to_owned(),
        city: "Bègles".to_owned(),
        email: "ancien@exemple.fr".to_owned(),
        ..before
    };
    assert_eq!(after, expected);
    assert_replays(&shop);
}

/// A row that may be about either of two customers is nobody's, and two rows about one customer are not both written.
#[test]
fn a_row_about_nobody_knows_whom_is_left_out() {
    let (_shop, office) = office();
    let [one, two, three] = ["un", "deux", "trois"].map(|name| {
        let known = file(&office, new_customer(&office, name).id);
        let email = format!("{name}@exemple.fr");
        office.ask::<CustomerFile>("customer_save", CustomerFile { email, ..known })
    });
    let csv = format!(
        "code;nom;email\n{};Ambigu;trois@exemple.fr\n{};Un;\n;Encore;UN@exemple.fr\n",
        two.code, one.code
    );
    let (preview, status) = Wish::customers(&csv).import(&office);
    assert_eq!(
        rejections(&preview),
        [
            (2, "email", "trois@exemple.fr", ImportReason::AmbiguousCustomer),
            (4, "email", "UN@exemple.fr", ImportReason::SameCustomer),
        ]
    );
    assert_eq!(preview.rejected[1].first_line, Some(3));
    assert_eq!((status.updated, file(&office, one.id).name.as_str()), (1, "Un"));
    assert_eq!((file(&office, two.id), file(&office, three.id)), (two, three));
}

/// In Québec an address of the shop's country has no country, and a French one has five digits.
#[test]
fn a_list_of_quebec_keeps_its_own_addresses() {
    let shop = TestShop::quebec();
    let office = shop.till(Role::Manager, "C02");
    let csv = "Customer number,Last name,First name,City,Postal code,Country,Phone number,NEQ,Notes\n\
        Q1,Tremblay,Luc,Québec,G1L 2W9,Canada,418 555-0101,1144 123 456,Sonner deux fois\n\
        Q2,Durand,Anne,Paris,1000,France,,,\n\
        Q3,Roy,Ève,Lévis,G6V 1A1,,,4412345678,\n";
    let (preview, status) = Wish::customers(csv).import(&office);
    assert_eq!(
        rejections(&preview),
        [
            (3, "Postal code", "1000", ImportReason::BadPostcode),
            (4, "NEQ", "4412345678", ImportReason::BadNeq)
        ]
    );
    let [row] = <[_; 1]>::try_from(sample(preview)).unwrap();
    assert_eq!(
        (row.name.as_str(), row.country.as_str(), row.postcode.as_str()),
        ("Luc Tremblay", "", "G1L 2W9")
    );
    let kept = find(&office, "4185550101");
    assert_eq!((status.created, kept.name.as_str()), (1, "Luc Tremblay"));
    assert_eq!((kept.neq.as_str(), kept.note.as_str()), ("1144123456", "Sonner deux fois"));
    let changed = CustomerFile { neq: "2212345678".into(), note: "Livrer le matin".into(), ..kept };
    assert_eq!(office.ask::<CustomerFile>("customer_save", changed.clone()), changed);
    let wrong = CustomerFile { neq: "4412345678".into(), ..changed };
    refuses(&shop, FaultCode::NeqInvalid, || office.refused("customer_save", wrong));
}

/// A number as long as a file can bring does not keep the till from counting on.
#[test]
fn a_long_number_does_not_stop_the_count() {
    let (_shop, office) = office();
    let number = |code: &str| code.strip_prefix('C').unwrap().parse::<u64>().unwrap();
    let before = number(&new_customer(&office, "Avant").code);
    let (_, status) = Wish::customers("code;nom\nC99999999999999999999;Très long\n").import(&office);
    assert_eq!(status.created, 1);
    assert_eq!(number(&new_customer(&office, "Après").code), before + 1);
}
