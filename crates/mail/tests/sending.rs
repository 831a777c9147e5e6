//! Letters to a simulated server: what arrives, and what each failure is called.

use hwsim::{MailFault, MailServer};
use mail::{Letter, Security, SendError, Server, is_address, send};

fn server(peer: &MailServer) -> Server {
    let address = peer.address();
    Server {
        host: address.ip().to_string(),
        port: address.port(),
        security: Security::None,
        login: Some(("caisse".to_owned(), "secret".to_owned())),
    }
}

fn letter(to: &str) -> Letter {
    Letter {
        message_id: "0193.1@comptoir".to_owned(),
        from: ("Épicerie du Port".to_owned(), "caisse@exemple.fr".to_owned()),
        to: to.to_owned(),
        subject: "Votre ticket C01-00000001".to_owned(),
        text: "Bonjour,\n\nvoici votre ticket.\n.\nÀ bientôt".to_owned(),
        pdf: Some(("C01-00000001.pdf".to_owned(), b"%PDF-1.7 \xff test".to_vec())),
    }
}

#[test]
fn a_letter_arrives_with_its_attachment() {
    let peer = MailServer::start().unwrap();
    send(&server(&peer), &letter("alice@exemple.fr")).unwrap();
    let [received] = &peer.letters()[..] else { panic!("one letter") };
    assert_eq!(received.to, "alice@exemple.fr");
    for part in [
        "Message-ID: <0193.1@comptoir>",
        "application/pdf",
        "filename=\"C01-00000001.pdf\"",
        "JVBERi0xLjcg/yB0ZXN0",
    ] {
        assert!(received.content.contains(part), "{part} in\n{}", received.content);
    }
}

#[test]
fn a_failure_says_whether_trying_again_may_help() {
    let peer = MailServer::start().unwrap();
    let failure = |fault| {
        peer.set_fault(fault);
        send(&server(&peer), &letter("alice@exemple.fr")).unwrap_err()
    };
    assert!(matches!(failure(MailFault::UnknownRecipient), SendError::Refused(_)));
    assert!(matches!(failure(MailFault::Busy), SendError::Later(_)));
    assert!(matches!(failure(MailFault::Breaks), SendError::Unreached(_)));
    assert!(failure(MailFault::Busy).may_pass() && !failure(MailFault::UnknownRecipient).may_pass());
    assert!(peer.letters().is_empty());
    let gone = Server { port: 1, ..server(&peer) };
    assert!(matches!(send(&gone, &letter("alice@exemple.fr")), Err(SendError::Unreached(_))));
}

#[test]
fn nothing_that_is_no_address_is_written_to() {
    for text in ["alice@exemple.fr", "a.b+c@sous.exemple.ca"] {
        assert!(is_address(text), "{text}");
    }
    for text in
        ["", "alice", "alice@", "@exemple.fr", "alice@exemple", "alice@exemple.fr\r\nBcc: tous@exemple.fr"]
    {
        assert!(!is_address(text), "{text:?}");
    }
    let peer = MailServer::start().unwrap();
    assert!(matches!(send(&server(&peer), &letter("alice")), Err(SendError::Address(_))));
}

#[test]
fn a_password_never_leaves_this_computer_in_clear() {
    let far = Server {
        host: "smtp.exemple.fr".to_owned(),
        port: 25,
        security: Security::None,
        login: Some(("a".into(), "b".into())),
    };
    assert!(matches!(send(&far, &letter("alice@exemple.fr")), Err(SendError::Unprotected(_))));
}
