//! Signing keys: lost, rotated, cut off in between; certificates that other programs read; one program per database.

use std::process::Command;
use std::sync::Arc;

use api::FaultCode;
use api::types::{BooksHealth, KeyReplace, KeyState, WorkstationRef};
use app::{App, FileKeys, KeyStore as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::ids::WorkstationId;
use domain::permission::Role;
use fiscal::verify::{Defect, Verdict};
use store::Db;
use store::tables::books as rows;
use testkit::{FakeClock, START_MS, TestShop, raw};

use super::{anchored, books, verdict};
use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::refuses;

fn replace(id: WorkstationId) -> KeyReplace {
    KeyReplace { workstation_id: id, reason: "Ordinateur réinstallé".to_owned() }
}

fn keys(shop: &TestShop, id: WorkstationId) -> Vec<rows::KeyRow> {
    shop.app().store().read(|db: Db<'_>| rows::keys(db, id)).unwrap()
}

/// A lost key stops selling, not signing in. A manager makes a new one; the journal says who and why, sales go on, and
/// the verifier warns that nobody vouched for it.
#[test]
fn a_lost_key_is_replaced_by_a_manager() {
    let (shop, _) = anchored();
    let id = books(&shop).workstation_id;
    let folder = shop.files().unpack();
    std::fs::remove_file(folder.path().join(format!("keys/{id}.key"))).unwrap();
    let shop = TestShop::over(folder, START_MS);
    assert_eq!((books(&shop).key, books(&shop).keys), (KeyState::Missing, 1));
    let manager = shop.signed_in(Role::Manager, 7);
    refuses(&shop, FaultCode::SigningKeyMissing, || {
        manager.refused("workstation_enter", WorkstationRef { workstation_id: id })
    });
    let _: BooksHealth = manager.ask("key_replace", replace(id));
    refuses(&shop, FaultCode::NothingToDecide, || manager.refused("key_replace", replace(id)));
    assert_eq!((books(&shop).key, books(&shop).keys), (KeyState::Ready, 2));
    shop.till(Role::Cashier, "C01").cash_sale(&["1001"]);
    let (verdict, findings) = verdict(&shop);
    assert_eq!(verdict, Verdict::Warnings, "{findings:?}");
    assert!(findings.iter().any(|f| f.defect == Defect::KeyNotCountersigned), "{findings:?}");
    assert_replays(&shop);
    let again = shop.killed_and_reopened();
    assert_eq!(books(&again).key, KeyState::Ready);
    again.till(Role::Cashier, "C01").cash_sale(&["1001"]);
}

/// A rotation: the old key signs the new one, JET 960 is the first record under it, and everything verifies without a
/// warning.
#[test]
fn a_rotation_is_countersigned() {
    let (shop, till) = anchored();
    let old = books(&shop);
    let manager = shop.signed_in(Role::Manager, 7);
    let _: BooksHealth = manager.ask("key_rotate", WorkstationRef { workstation_id: old.workstation_id });
    till.cash_sale(&["1001"]);
    let new = books(&shop);
    assert_ne!(new.key_id, old.key_id);
    assert_eq!((new.keys, new.key, new.key_from), (2, KeyState::Ready, old.records + 1));
    let first = format!(
        "SELECT kind FROM fiscal_record WHERE global_seq = {} AND terminal_id = '{}'",
        new.key_from, new.workstation_id
    );
    assert_eq!(raw::sql(&shop.database(), &[&first]), [r#"[["960"]]"#]);
    assert_sound(&shop);
    assert_replays(&shop);
    shop.app().write_anchors();
    let again = shop.killed_and_reopened();
    assert_eq!((books(&again).key, books(&again).incident), (KeyState::Ready, None));
    again.till(Role::Cashier, "C01").cash_sale(&["1001"]);
    assert_sound(&again);
}

/// A crash between the commit of a rotation and the end of it leaves the new key as a candidate: the next start puts it
/// into place. A candidate of a rotation that was never committed is forgotten.
#[test]
fn a_rotation_that_was_cut_off_ends_at_the_next_start() {
    let (shop, _) = anchored();
    let id = books(&shop).workstation_id;
    let keys_of = |folder: &std::path::Path| FileKeys::new(&folder.join("keys"));
    let old = keys_of(shop.folder()).load(id).unwrap().unwrap();
    let candidate = format!("candidate-{id}");

    let folder = shop.files().unpack();
    keys_of(folder.path()).keep_secret(&candidate, &old).unwrap();
    let never = TestShop::over(folder, START_MS);
    assert_eq!(books(&never).key, KeyState::Ready, "its own key under another name");
    assert!(keys_of(never.folder()).secret(&candidate).unwrap().is_none());

    let manager = shop.signed_in(Role::Manager, 7);
    let _: BooksHealth = manager.ask("key_rotate", WorkstationRef { workstation_id: id });
    let folder = shop.files().unpack();
    let store = keys_of(folder.path());
    let new = store.load(id).unwrap().unwrap();
    assert_ne!(new, old);
    store.keep_secret(&candidate, &new).unwrap();
    store.replace(id, &old).unwrap();
    let cut = TestShop::over(folder, START_MS);
    assert_eq!((books(&cut).key, books(&cut).incident), (KeyState::Ready, None));
    assert_eq!(keys_of(cut.folder()).load(id).unwrap().unwrap(), new);
    assert!(keys_of(cut.folder()).secret(&candidate).unwrap().is_none());
    cut.till(Role::Cashier, "C01").cash_sale(&["1001"]);
    assert_sound(&cut);
}

/// OpenSSL reads the certificate, and verifies a signature with it: neither needs this program.
#[test]
fn openssl_reads_the_certificate_and_verifies_a_record() {
    let (shop, _) = anchored();
    let of = books(&shop);
    let key = keys(&shop, of.workstation_id).pop().unwrap();
    let record = shop
        .app()
        .store()
        .read(|db: Db<'_>| rows::record_at(db, of.workstation_id, of.records))
        .unwrap()
        .unwrap();
    let dir = tempfile::tempdir().unwrap();
    let file = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(file("key.pem"), &key.cert_pem).unwrap();
    let text = openssl(&["x509", "-in", &file("key.pem"), "-noout", "-text"]);
    assert!(text.contains("prime256v1") && text.contains("/C01"), "{text}");
    std::fs::write(file("public.pem"), openssl(&["x509", "-in", &file("key.pem"), "-noout", "-pubkey"]))
        .unwrap();
    let fingerprint = openssl(&[
        "pkey",
        "-pubin",
        "-in",
        &file("public.pem"),
        "-outform",
        "DER",
        "-out",
        &file("spki.der"),
    ]);
    assert_eq!(fingerprint, "");
    assert_eq!(std::fs::read(file("spki.der")).unwrap(), key.spki);

    let payload: fiscal::Payload = serde_json::from_str(&record.payload).unwrap();
    let draft = fiscal::Draft::of(&payload).unwrap();
    std::fs::write(file("data"), draft.fields.data(&record.payload_sha256, &record.prev_sig)).unwrap();
    std::fs::write(file("sig.der"), der(&URL_SAFE_NO_PAD.decode(&record.sig).unwrap())).unwrap();
    let checked = openssl(&[
        "dgst",
        "-sha256",
        "-verify",
        &file("public.pem"),
        "-signature",
        &file("sig.der"),
        &file("data"),
    ]);
    assert_eq!(checked.trim(), "Verified OK");
}

/// r‖s as OpenSSL wants it: a sequence of two integers.
fn der(raw: &[u8]) -> Vec<u8> {
    let integer = |half: &[u8]| {
        let mut bytes: Vec<u8> = half.iter().copied().skip_while(|byte| *byte == 0).collect();
        if bytes.first().is_none_or(|byte| byte & 0x80 != 0) {
            bytes.insert(0, 0);
        }
        [vec![2, u8::try_from(bytes.len()).unwrap()], bytes].concat()
    };
    let body = [integer(&raw[..32]), integer(&raw[32..])].concat();
    [vec![0x30, u8::try_from(body.len()).unwrap()], body].concat()
}

fn openssl(arguments: &[&str]) -> String {
    let run = Command::new("openssl").args(arguments).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

/// A second program over the same folder is refused with a sentence; once the first has ended, it may start.
#[test]
fn a_second_program_on_the_same_data_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let open = || App::open(testkit::options(folder.path(), Arc::new(FakeClock::new(START_MS))));
    let first = open().unwrap();
    let Err(refused) = open() else { panic!("two programs on one database") };
    assert_eq!(refused.code, FaultCode::DatabaseInUse);
    drop(first);
    open().unwrap();
}
