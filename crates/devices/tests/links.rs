//! Real connections: sockets and files, and the profile that names them.

use std::net::TcpListener;
use std::time::{Duration, Instant};

use devices::*;

fn profile(json: &str) -> Result<PrinterProfile, serde_json::Error> {
    serde_json::from_str(json)
}

const TCP: &str = r#"{"id":"ticket","name":"Tickets","transport":{"tcp":{"host":"127.0.0.1","port":9100}},
    "columns":48,"charset":"wpc1252","confirm":"process_id",
    "drawer":{"pin":2,"on_ms":50,"off_ms":500},"cut":"full"}"#;

#[test]
fn a_profile_is_read_and_written_alike_and_refuses_what_it_does_not_know() {
    let read = profile(TCP).unwrap();
    assert_eq!((read.columns, read.confirm, read.cut), (Columns::C48, Confirm::ProcessId, Cut::Full));
    assert_eq!(profile(&serde_json::to_string(&read).unwrap()).unwrap(), read);
    let refused =
        [TCP.replace("48", "42"), TCP.replace("\"pin\"", "\"pim\""), TCP.replace("\"id\"", "\"ident\"")];
    for wrong in refused {
        assert!(profile(&wrong).is_err(), "{wrong}");
    }
}

#[test]
fn what_is_left_out_of_a_profile_has_a_safe_default() {
    let read = profile(r#"{"id":"a","name":"A","transport":{"file":{"path":"/dev/usb/lp0"}},"columns":32}"#);
    let read = read.unwrap();
    assert_eq!((read.charset, read.confirm, read.cut), (Charset::Pc858, Confirm::DleEot, Cut::Partial));
    assert_eq!(read.drawer, None, "a drawer is opened only where one was set up");
}

#[test]
fn a_file_gets_each_job_appended_and_is_never_asked_anything() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("printer.bin");
    let printer = EscPosPrinter::new(
        TransportConfig::File { path: path.clone() },
        Confirm::ProcessId,
        Timing::default(),
    );
    for job in [b"one\n", b"two\n"] {
        let outcome = printer.submit(job, JobId::from_number(1));
        assert_eq!(outcome, SubmitOutcome::SentUnconfirmed(Unconfirmed::NotAsked));
    }
    assert_eq!(std::fs::read(path).unwrap(), b"one\ntwo\n");
    assert_eq!(printer.status(), Err(NotSent::NoAnswer));
}

#[test]
fn what_cannot_be_reached_gets_nothing_and_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("no-such-folder/lp0");
    let file = EscPosPrinter::new(TransportConfig::File { path }, Confirm::None, Timing::default());
    let outcome = file.submit(b"x", JobId::from_number(1));
    assert!(matches!(outcome, SubmitOutcome::NotSent(NotSent::Connect { .. })), "{outcome:?}");

    let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
    let tcp = |host: &str| TransportConfig::Tcp { host: host.into(), port };
    let outcome = EscPosPrinter::new(tcp("127.0.0.1"), Confirm::None, Timing::default())
        .submit(b"x", JobId::from_number(1));
    let SubmitOutcome::NotSent(NotSent::Connect { target, .. }) = outcome else {
        unreachable!("{outcome:?}")
    };
    assert_eq!(target, format!("127.0.0.1:{port}"));

    let outcome = EscPosPrinter::new(tcp("printer.invalid"), Confirm::None, Timing::default())
        .submit(b"x", JobId::from_number(1));
    assert!(matches!(outcome, SubmitOutcome::NotSent(NotSent::Resolve { .. })), "{outcome:?}");
}

#[test]
fn a_listener_that_never_answers_costs_no_more_than_its_time_out() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let timing = Timing { answer: Duration::from_millis(100), ..Timing::default() };
    let transport = TransportConfig::Tcp { host: "localhost".into(), port };
    let started = Instant::now();
    let outcome = EscPosPrinter::new(transport, Confirm::DleEot, timing).submit(b"x", JobId::from_number(1));
    assert_eq!(outcome, SubmitOutcome::NotSent(NotSent::NoAnswer));
    assert!(started.elapsed() < Duration::from_secs(2));
}
