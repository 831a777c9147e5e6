//! Tickets by e-mail (PRT-13): letters are put into a queue with what they send, and a worker hands them over.
//!
//! The first output of a ticket is its original, on paper or by e-mail; every later one is a signed duplicate
//! (fiscal.md R-11). Papers are counted apart from letters and files (D-29). No use case waits for a server.

mod letter;
pub mod worker;

use api::types::{MailJobState, MailJobView, MailSecurity, MailSettings};
use api::{Fault, FaultCode, Topic};
use domain::ids::{DocumentId, MailJobId};
use store::Db;
use store::tables::documents;
use store::tables::mail::{self, MailJobRow, MailServerRow};

use crate::context::{Context, Mutation};
use crate::error::{Error, Result, refuse};
use crate::printing::outputs::duplicate_if_put_out;
use crate::printing::{name_of, named};
use crate::shared::Shared;

/// The name under which the password is kept.
const PASSWORD: &str = "mail";

/// The settings as they are shown: the password never is.
pub fn settings(db: Db<'_>, shared: &Shared) -> Result<MailSettings> {
    let row = mail::server(db)?;
    let ready = row.is_some();
    let row = row.unwrap_or(MailServerRow {
        host: String::new(),
        port: 465,
        security: name_of(MailSecurity::Tls)?,
        login: String::new(),
        sender: String::new(),
    });
    let kept = shared.key_store.secret(PASSWORD).map_err(store::Error::from)?;
    Ok(MailSettings {
        ready,
        security: named(&row.security)?,
        host: row.host,
        port: row.port,
        login: row.login,
        has_password: kept.is_some(),
        sender: row.sender,
    })
}

/// Keeps the password of the server.
pub fn keep_password(shared: &Shared, password: &str) -> Result<()> {
    Ok(shared.key_store.keep_secret(PASSWORD, password.as_bytes()).map_err(store::Error::from)?)
}

/// An address that can be written to; refuses anything else.
pub fn address(text: &str) -> Result<String> {
    let text = text.trim();
    if text.len() <= 254 && ::mail::is_address(text) {
        return Ok(text.to_owned());
    }
    let shown: String = text.chars().take(60).collect();
    Err(Fault::refused(FaultCode::MailAddressInvalid).with("address", shown).into())
}

/// Puts a letter into the queue, with the signature of its duplicate where it is one. A letter of the same document to
/// the same address that still waits is that letter: two taps send one.
pub fn post(cx: &mut Mutation<'_, '_>, document: DocumentId, recipient: String) -> Result<MailJobView> {
    if mail::server(cx.db())?.is_none() {
        return refuse(FaultCode::MailNotSet);
    }
    if let Some(waiting) = mail::waiting_of(cx.db(), document)?.filter(|j| j.recipient == recipient) {
        return view(cx.db(), &waiting);
    }
    let workstation = cx.workstation_row()?;
    let duplicate = duplicate_if_put_out(cx, &workstation, document)?;
    insert(cx, Some(document), recipient, duplicate)
}

/// Puts a letter without a document into the queue: it proves the settings.
pub fn post_test(cx: &mut Mutation<'_, '_>, recipient: String) -> Result<MailJobView> {
    if mail::server(cx.db())?.is_none() {
        return refuse(FaultCode::MailNotSet);
    }
    insert(cx, None, recipient, None)
}

fn insert(
    cx: &mut Mutation<'_, '_>,
    document: Option<DocumentId>,
    recipient: String,
    duplicate: Option<u32>,
) -> Result<MailJobView> {
    let row = MailJobRow {
        id: MailJobId(cx.new_id()),
        workstation: cx.caller.workstation,
        document,
        recipient,
        duplicate,
        state: name_of(MailJobState::Queued)?,
        problem: None,
        attempts: 0,
        next_ms: cx.now_ms(),
        created_by: cx.caller.user.as_ref().map(|u| u.id),
        created_ms: cx.now_ms(),
    };
    mail::insert(cx.tx, &row)?;
    cx.touch(&[Topic::Mail]);
    view(cx.db(), &row)
}

/// A letter as it is shown.
pub fn view(db: Db<'_>, row: &MailJobRow) -> Result<MailJobView> {
    let document = row.document.map(|id| documents::by_id(db, id)).transpose()?.flatten();
    Ok(MailJobView {
        id: row.id,
        document_id: row.document,
        number: document.map(|d| d.number).unwrap_or_default(),
        recipient: row.recipient.clone(),
        state: named(&row.state)?,
        problem: row.problem.clone(),
        attempts: row.attempts,
        at_ms: row.created_ms,
    })
}

/// How the line is protected, as the mail crate names it.
pub const fn security(chosen: MailSecurity) -> ::mail::Security {
    match chosen {
        MailSecurity::Tls => ::mail::Security::Tls,
        MailSecurity::StartTls => ::mail::Security::StartTls,
        MailSecurity::None => ::mail::Security::None,
    }
}

/// The server of a row of settings, with its password.
fn server(row: MailServerRow, shared: &Shared) -> Result<Option<::mail::Server>> {
    let security = security(named(&row.security)?);
    let login = if row.login.is_empty() {
        None
    } else {
        let kept = shared.key_store.secret(PASSWORD).map_err(store::Error::from)?;
        let Some(kept) = kept else { return Ok(None) };
        let password =
            String::from_utf8(kept).map_err(|_| Error::Bug("the mail password is no text".to_owned()))?;
        Some((row.login, password))
    };
    Ok(Some(::mail::Server { host: row.host, port: row.port, security, login }))
}
