//! «À propos», the proof of compliance and the attestation (FISC-06, D-58, R-02); who may approve an action.

use api::FaultCode;
use api::types::{About, AppStatus, ApproversOf, Attestation, Empty, ProofSave, SaleDone, UserTile};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::permission::{Permission, Role};
use fiscal::{FISCAL_VERSION, extract};
use store::Db;
use store::tables::fiscal::records;
use testkit::{TestShop, Till};

use crate::world::{cashier_with_shift, read_pdf, refuses, text_of};

fn about(till: &Till) -> About {
    till.ask("about", Empty {})
}

/// FISC-06, D-58: given the About window, then software, version, fiscal version and proof are shown, and the fingerprint of
/// the key that signs; the proof is the publisher's individual attestation until a certificate is entered, and what is
/// shown is what tickets print.
#[test]
fn software_version_and_proof_are_shown() {
    let (shop, till) = cashier_with_shift();
    let shown = about(&till);
    assert_eq!((shown.software.as_str(), shown.version.as_str()), ("Comptoir", app::VERSION));
    assert_eq!((shown.fiscal_version.as_str(), shown.certificate.as_str()), (FISCAL_VERSION, ""));
    let id = till.session.workstation.as_ref().unwrap().id;
    let signed = shop.app().store().read(|db: Db<'_>| records(db, id, 0, 1)).unwrap().remove(0);
    let here = shown.keys.iter().find(|k| k.here).unwrap();
    assert_eq!((here.workstation_id, &here.fingerprint), (id, &signed.key_id));
    assert_eq!(shown.keys.len(), 2, "every workstation has a key");

    let first: SaleDone = till.cash_sale(&["1001"]);
    let paper = text_of(&till, first.document_id);
    assert!(paper.contains("Attestation individuelle") && !paper.contains("Certificat"), "{paper}");
    let certified = ProofSave { certificate: " NF525 B-0001 ".to_owned() };
    refuses(&shop, FaultCode::PermissionDenied, || till.refused("proof_save", &certified));
    let manager = shop.till(Role::Manager, "C02");
    let saved: About = manager.ask("proof_save", certified);
    assert_eq!(saved.certificate, "NF525 B-0001");
    let status: AppStatus = till.ask("app_status", Empty {});
    assert_eq!(
        (status.certificate.as_str(), status.fiscal_version.as_str()),
        ("NF525 B-0001", FISCAL_VERSION)
    );
    let paper = text_of(&till, till.cash_sale(&["1001"]).document_id);
    assert!(paper.contains("Certificat NF525 B-0001") && !paper.contains("Attestation"), "{paper}");
}

/// the 3rd, 7th, 13th and 19th characters of the signature are on the ticket.
#[test]
fn the_extract_of_the_signature_is_printed() {
    let (shop, till) = cashier_with_shift();
    let done = till.cash_sale(&["1001"]);
    let id = till.session.workstation.as_ref().unwrap().id;
    let all = shop.app().store().read(|db: Db<'_>| records(db, id, 0, 1_000)).unwrap();
    let ticket = all.iter().find(|r| r.doc_no == done.number).unwrap();
    let wanted: String = [2, 6, 12, 18].iter().map(|at| char::from(ticket.sig.as_bytes()[*at])).collect();
    assert_eq!((extract(&ticket.sig), done.extract.as_str()), (wanted.clone(), wanted.as_str()));
    assert!(text_of(&till, done.document_id).contains(&format!("Sign. {wanted}")));
}

/// the attestation is filled in with the shop, the licence and both versions, and the file says what the screen says. A
/// person must sign both parts; Québec has none.
#[test]
fn the_attestation_is_filled_in() {
    let (shop, till) = cashier_with_shift();
    refuses(&shop, FaultCode::PermissionDenied, || till.refused("attestation", Empty {}));
    let manager = shop.till(Role::Manager, "C02");
    let before = shop.snapshot();
    let page: Attestation = manager.ask("attestation", Empty {});
    assert_eq!(shop.snapshot(), before, "to look at it changes nothing");
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let screen = words(&page.lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join(" "));
    let view: api::types::ShopView = manager.ask("shop_view", Empty {});
    let (identity, licence) = (view.identity, about(&manager).licence);
    for wanted in [
        identity.legal_name.as_str(),
        &identity.siret[..9],
        identity.address.as_str(),
        licence.as_str(),
        app::VERSION,
        FISCAL_VERSION,
        "VOLET 1",
        "VOLET 2",
        "À SIGNER À LA MAIN",
    ] {
        assert!(screen.contains(wanted), "{wanted} is not in {screen}");
    }
    let file = words(&read_pdf(&STANDARD.decode(&page.file.base64).unwrap()));
    assert_eq!(file.replace('\u{c}', ""), screen);
    assert!(page.file.name.starts_with("attestation-") && page.file.name.ends_with(".pdf"));
    let quebec = TestShop::quebec();
    let manager = quebec.till(Role::Manager, "C01");
    assert_eq!(manager.refused("attestation", Empty {}).code, FaultCode::BadRequest);
}

/// The dialog that asks for a supervisor offers those who have the right that is missing, and nobody else.
#[test]
fn only_who_may_is_offered_to_approve() {
    let shop = TestShop::france();
    let _ = shop.user(Role::Technician);
    let cashier = shop.till(Role::Cashier, "C01");
    for (permission, roles) in [
        (Permission::CancelTicket, vec![Role::LeadCashier, Role::Manager]),
        (Permission::RefundFreely, vec![Role::Manager]),
        (Permission::ManageWorkstations, vec![Role::Manager, Role::Technician]),
    ] {
        let offered: Vec<UserTile> = cashier.ask("approvers", ApproversOf { permission });
        let tiles: Vec<UserTile> = shop.client(1).call("sign_in_users", Empty {}).unwrap();
        let wanted: Vec<&UserTile> = tiles.iter().filter(|t| roles.contains(&t.role)).collect();
        assert_eq!(offered.iter().collect::<Vec<_>>(), wanted, "{permission:?}");
        assert!(!offered.is_empty());
    }
    let manager = shop.till(Role::Manager, "C01");
    let permission = Permission::RefundFreely;
    let others: Vec<UserTile> = manager.ask("approvers", ApproversOf { permission });
    assert!(others.iter().all(|t| t.id != manager.session.user.id), "nobody approves their own action");
}
