//! What is under a passphrase, and what is in no backup at all.

use std::path::Path;

use api::FaultCode;
use api::types::{BackupOverview, Empty, RestorePhase};
use app::{FileKeys, KeyStore as _};
use testkit::{TestShop, differences};

use super::{back_up, check, facts, newest, save, selling_shop};

const PASSPHRASE: &str = "trois petits chats gris";

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// Every file under a folder.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Under a passphrase nothing of the shop can be read in the file; the passphrase opens it, another one does not, and it
/// lies nowhere in clear.
#[test]
fn an_encrypted_backup_opens_with_its_passphrase_only() {
    let (shop, till, manager) = selling_shop();
    till.cash_sale(&["1001"]);
    let overview = save(&manager, |s| {
        s.encrypted = true;
        s.passphrase = Some(PASSPHRASE.to_owned());
    });
    assert!(overview.settings.has_passphrase && overview.settings.encrypted);
    let (file, path) = newest(&overview);
    assert!(file.encrypted && file.name.ends_with(".db.age"), "{file:?}");
    let bytes = std::fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1"));
    assert!(!contains(&bytes, b"SQLite format 3") && !contains(&bytes, b"fiscal_record"));

    let before = facts(&shop);
    let wrong = check(&manager, &path, Some("trois petits chats noirs"));
    assert_eq!(wrong.phase, RestorePhase::Failed);
    assert_eq!(wrong.fault.unwrap().code, FaultCode::BackupPassphrase);
    assert_eq!(differences(&before, &facts(&shop)), Vec::<String>::new());
    let kept = check(&manager, &path, None);
    assert_eq!((kept.phase, kept.fault), (RestorePhase::Ready, None), "the kept one opens it");
    let right = check(&manager, &path, Some(PASSPHRASE));
    assert_eq!(right.preview.unwrap().tickets, 1);
    for path in files(shop.folder()) {
        assert!(!contains(&std::fs::read(&path).unwrap(), PASSPHRASE.as_bytes()), "{}", path.display());
    }
    let shown = serde_json::to_string(&manager.ask::<BackupOverview>("backup_overview", Empty {})).unwrap();
    assert!(!shown.contains(PASSPHRASE));
}

/// A cut or altered encrypted file is damaged, not half restored.
#[test]
fn an_altered_encrypted_backup_is_refused() {
    let (_shop, till, manager) = selling_shop();
    till.cash_sale(&["1001"]);
    let (_, path) = newest(&save(&manager, |s| {
        s.encrypted = true;
        s.passphrase = Some(PASSPHRASE.to_owned());
    }));
    let whole = std::fs::read(&path).unwrap();
    let mut flipped = whole.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    for altered in [flipped, whole[..middle].to_vec()] {
        std::fs::write(&path, altered).unwrap();
        let refused = check(&manager, &path, None);
        assert_eq!(refused.fault.unwrap().code, FaultCode::BackupDamaged);
    }
}

/// The private keys that sign are in no backup (fiscal.md 7.4).
#[test]
fn signing_keys_are_in_no_backup() {
    let (shop, till, manager): (TestShop, _, _) = selling_shop();
    till.cash_sale(&["1001"]);
    let (_, path) = newest(&back_up(&manager));
    let bytes = std::fs::read(path).unwrap();
    let keys = FileKeys::new(&shop.folder().join("keys"));
    for workstation in till.workstations() {
        let pkcs8 = keys.load(workstation.id).unwrap().unwrap();
        // The private scalar stands in the middle of the file; any sixteen bytes of it would give it away.
        for part in pkcs8[36..68].chunks(16) {
            assert!(!contains(&bytes, part), "the key of {}", workstation.code);
        }
        assert!(
            contains(&bytes, &pkcs8[pkcs8.len() - 64..]),
            "the public half is there, so the search finds"
        );
    }
}
