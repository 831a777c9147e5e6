//! PRT-13: tickets by e-mail, over a simulated mail server.

use std::time::{Duration, Instant};

use api::FaultCode;
use api::types::{
    DocumentRef, DocumentRow, DocumentSend, Empty, MailJobRef, MailJobState, MailJobView, MailRecipient,
    MailSecurity, MailSettings, MailSettingsSave, MailTest,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::ids::DocumentId;
use domain::permission::Role;
use hwsim::{MailFault, MailServer};
use testkit::{TestShop, Till};

use crate::world::{cashier_with_shift, read_pdf, refuses, wait_until_printed, with_printer};

const ALICE: &str = "alice.du.test@exemple.fr";

fn settings(server: &MailServer) -> MailSettingsSave {
    let address = server.address();
    MailSettingsSave {
        host: address.ip().to_string(),
        port: address.port(),
        security: MailSecurity::None,
        login: "caisse".to_owned(),
        password: Some("un mot de passe".to_owned()),
        sender: "caisse@exemple.fr".to_owned(),
    }
}

/// A cashier with a shift, a sale, and a mail server that the manager has set.
pub fn sold() -> (TestShop, Till, MailServer, DocumentId) {
    let (shop, till) = cashier_with_shift();
    let server = MailServer::start().unwrap();
    let manager = shop.till(Role::Manager, "C01");
    let _: MailSettings = manager.ask("mail_settings_save", settings(&server));
    shop.app().start_workers().unwrap();
    let document = till.cash_sale(&["1001"]).document_id;
    (shop, till, server, document)
}

/// Sends a ticket to a customer.
pub fn send(till: &Till, document_id: DocumentId) -> MailJobView {
    till.ask("document_send", DocumentSend { document_id, recipient: ALICE.to_owned() })
}

/// Waits until the newest letter is in one of the states.
pub fn wait_for(till: &Till, job: &MailJobView, state: MailJobState) -> MailJobView {
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        let queue: Vec<MailJobView> = till.ask("mail_queue", Empty {});
        let found = queue.into_iter().find(|j| j.id == job.id).unwrap();
        if found.state == state {
            return found;
        }
        assert!(Instant::now() < deadline, "{found:?} is not {state:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The text of the ticket that a letter carries, as a PDF reader sees it.
fn attached(content: &str) -> String {
    read_pdf(&attachment(content))
}

/// The file that a letter carries.
pub fn attachment(content: &str) -> Vec<u8> {
    let part = content.split("application/pdf").nth(1).unwrap();
    let body = part.split("\n\n").nth(1).unwrap();
    let coded: String = body.lines().take_while(|line| !line.starts_with("--")).collect();
    STANDARD.decode(coded.trim()).unwrap()
}

fn duplicates(shop: &TestShop) -> usize {
    shop.snapshot()["fiscal_record"].iter().filter(|r| r.contains("|DUPLICATA|")).count()
}

/// PRT-13: the PDF is sent, the paper counter does not move, and the sending is journaled with who and when.
#[test]
fn a_ticket_goes_by_mail_and_no_paper_is_counted() {
    let (shop, till, server, document) = sold();
    let job = send(&till, document);
    wait_for(&till, &job, MailJobState::Sent);
    let [letter] = &server.letters()[..] else { panic!("one letter") };
    assert_eq!(letter.to, ALICE);
    let rows: Vec<DocumentRow> = till.ask("document_recent", Empty {});
    let text = attached(&letter.content);
    for part in [rows[0].number.as_str(), "TOTAL", "FR91999401276"] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    assert!(!text.contains("DUPLICATA"), "the first output is the original:\n{text}");
    assert_eq!(rows[0].prints, 0, "the counter of papers");
    assert_eq!((shop.snapshot()["document_print"].len(), duplicates(&shop)), (0, 0));
    let journal = &shop.snapshot()["document_sent"];
    let user = till.session.user.id.0.simple().to_string();
    assert!(journal.len() == 1 && journal[0].contains(&user), "{journal:?}");
    assert!(!format!("{:?}", shop.snapshot()["op"]).contains(ALICE), "the address is no fact of the shop");
}

/// what follows the first output is a signed duplicate, whichever of the two is a paper.
#[test]
fn a_letter_after_a_paper_and_a_paper_after_a_letter_are_duplicates() {
    let (shop, till, server, document) = sold();
    let printer = with_printer(&shop, "C01");
    let job = send(&till, document);
    wait_for(&till, &job, MailJobState::Sent);
    till.print(document);
    wait_until_printed(&till);
    let papers = printer.jobs();
    let paper = papers.iter().find(|job| job.text.contains("TOTAL")).unwrap();
    assert!(paper.text.contains("DUPLICATA n° 1"), "{}", paper.text);
    let job = send(&till, document);
    wait_for(&till, &job, MailJobState::Sent);
    assert!(attached(&server.letters()[1].content).contains("DUPLICATA n° 2"));
    assert_eq!(duplicates(&shop), 2);
}

/// A server that does not answer loses nothing: the letter waits, and goes once.
#[test]
fn a_letter_waits_for_its_server_and_goes_once() {
    let (shop, till, server, document) = sold();
    let printer = with_printer(&shop, "C01");
    server.set_fault(MailFault::Busy);
    let job = send(&till, document);
    let waiting = wait_for(&till, &job, MailJobState::Blocked);
    assert_eq!(waiting.problem.as_deref(), Some("later"));
    assert_eq!(send(&till, document).id, job.id, "asked again while it waits, it is the same letter");
    till.print(document);
    wait_until_printed(&till);
    let paper = printer.jobs().into_iter().find(|job| job.text.contains("TOTAL")).unwrap();
    assert!(paper.text.contains("DUPLICATA n° 1"), "the letter that waits is the original: {}", paper.text);
    server.set_fault(MailFault::None);
    let _: MailJobView = till.ask("mail_job_retry", MailJobRef { job_id: job.id });
    wait_for(&till, &job, MailJobState::Sent);
    assert_eq!(server.letters().len(), 1);
}

/// What the server will never take is not tried again, and says so; what a person gives up never goes.
#[test]
fn a_refused_letter_ends_and_a_given_up_one_never_goes() {
    let (shop, till, server, document) = sold();
    server.set_fault(MailFault::UnknownRecipient);
    let job = send(&till, document);
    let refused = wait_for(&till, &job, MailJobState::Refused);
    assert_eq!(refused.problem.as_deref(), Some("refused"));
    let again = MailJobRef { job_id: job.id };
    refuses(&shop, FaultCode::MailJobNotFound, || till.refused("mail_job_retry", again));
    server.set_fault(MailFault::Breaks);
    let job = send(&till, document);
    wait_for(&till, &job, MailJobState::Blocked);
    let given_up: MailJobView = till.ask("mail_job_cancel", MailJobRef { job_id: job.id });
    assert_eq!(given_up.state, MailJobState::Cancelled);
    server.set_fault(MailFault::None);
    assert!(server.letters().is_empty());
}

/// Settings that cannot work, addresses that are none, and a shop without server are refused with their reason.
#[test]
fn what_cannot_be_sent_is_refused() {
    let (shop, till) = cashier_with_shift();
    let document = till.cash_sale(&["1001"]).document_id;
    let to = |recipient: &str| DocumentSend { document_id: document, recipient: recipient.to_owned() };
    refuses(&shop, FaultCode::MailNotSet, || till.refused("document_send", to(ALICE)));
    refuses(&shop, FaultCode::MailAddressInvalid, || till.refused("document_send", to("alice")));
    let injected = "alice.du.test@exemple.fr\r\nBcc: tous@exemple.fr";
    refuses(&shop, FaultCode::MailAddressInvalid, || till.refused("document_send", to(injected)));
    let manager = shop.till(Role::Manager, "C01");
    let server = MailServer::start().unwrap();
    let far = MailSettingsSave { host: "smtp.exemple.fr".to_owned(), ..settings(&server) };
    refuses(&shop, FaultCode::MailInvalid, || manager.refused("mail_settings_save", far.clone()));
    let nowhere = MailSettingsSave { host: " ".to_owned(), ..settings(&server) };
    refuses(&shop, FaultCode::MailInvalid, || manager.refused("mail_settings_save", nowhere.clone()));
    let test = MailTest { recipient: ALICE.to_owned() };
    refuses(&shop, FaultCode::MailNotSet, || manager.refused("mail_test", test.clone()));
    let recipient: MailRecipient = till.ask("document_recipient", DocumentRef { document_id: document });
    assert!(!recipient.ready && !recipient.duplicate);
}

/// The password is in no table, no answer and no file in clear.
#[test]
fn the_password_lies_nowhere_in_clear() {
    let (shop, till, _server, document) = sold();
    let job = send(&till, document);
    wait_for(&till, &job, MailJobState::Sent);
    let manager = shop.till(Role::Manager, "C01");
    let shown: MailSettings = manager.ask("mail_settings", Empty {});
    assert!(shown.has_password && shown.ready);
    assert!(!format!("{shown:?}").contains("mot de passe"));
    assert!(!format!("{:?}", shop.snapshot()).contains("un mot de passe"));
    let mut folders = vec![shop.folder().to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
                continue;
            }
            let bytes = std::fs::read(entry.path()).unwrap();
            assert!(!bytes.windows(15).any(|w| w == b"un mot de passe"), "{}", entry.path().display());
        }
    }
}

/// Fiscal.md 1.6: a letter with a cancelled ticket says on its first line by which ticket it was cancelled, and that it is a
/// duplicate.
#[test]
fn a_letter_with_a_cancelled_ticket_says_so() {
    let (shop, till, server, document) = sold();
    wait_for(&till, &send(&till, document), MailJobState::Sent);
    let lead = shop.till(Role::LeadCashier, "C01");
    let cancel =
        api::types::DocumentCancel { document_id: document, reason: "erreur".to_owned(), print: false };
    let cancelling: api::types::SaleDone = lead.ask("document_cancel", cancel);
    wait_for(&till, &send(&till, document), MailJobState::Sent);
    let text = attached(&server.letters()[1].content);
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.starts_with(&format!("Ce ticket est annulé par le ticket n° {}", cancelling.number)),
        "{words}"
    );
    assert!(words.contains("DUPLICATA n° 1"), "{words}");
}
