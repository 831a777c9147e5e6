//! Tickets by e-mail, and through which server.

use api::types::{
    DocumentRef, DocumentSend, Empty, MailJobRef, MailJobState, MailJobView, MailRecipient, MailSettings,
    MailSettingsSave, MailTest,
};
use api::{Fault, FaultCode, Topic};
use domain::ids::MailJobId;
use fiscal::JetEvent;
use store::tables::mail::{self, MailServerRow};
use store::tables::{customers, documents};

use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::journal::Changes;
use crate::mailing;
use crate::printing::{name_of, outputs};
use crate::text::optional;

/// Letters shown.
const RECENT: u32 = 50;

/// The settings; the password is never shown.
pub fn mail_settings(cx: &Query<'_>, _: Empty) -> Result<MailSettings> {
    mailing::settings(cx.db, cx.shared)
}

/// Changes the settings; what waits is tried again at once.
pub fn mail_settings_save(cx: &mut Mutation<'_, '_>, request: MailSettingsSave) -> Result<MailSettings> {
    let invalid = |field: &str| Fault::refused(FaultCode::MailInvalid).with("field", field);
    let host = optional("host", &request.host, 253)?;
    if host.is_empty() || host.contains(char::is_whitespace) {
        return Err(invalid("host").into());
    }
    if request.port == 0 {
        return Err(invalid("port").into());
    }
    let login = optional("login", &request.login, 254)?;
    if !login.is_empty() && !mailing::security(request.security).allows_password(&host) {
        return Err(invalid("security").into());
    }
    let sender = mailing::address(&request.sender)?;
    let security = name_of(request.security)?;
    let before = mail::server(cx.db())?;
    let shown = |host: &str, port: u16, login: &str, sender: &str| format!("{host}:{port} {login} {sender}");
    let was = before.map(|b| shown(&b.host, b.port, &b.login, &b.sender)).unwrap_or_default();
    let is = shown(&host, request.port, &login, &sender);
    mail::set_server(cx.tx, &MailServerRow { host, port: request.port, security, login, sender })?;
    let new_password = request.password.is_some();
    if let Some(password) = request.password {
        mailing::keep_password(cx.shared, &password)?;
    }
    let changes = Changes::default().field("serveur", was, is).secret(new_password, "mot de passe changé");
    changes.note(cx, JetEvent::ParameterChanged, "messagerie")?;
    cx.touch(&[Topic::Mail]);
    mailing::settings(cx.tx.db(), cx.shared)
}

/// Sends a letter that proves the settings.
pub fn mail_test(cx: &mut Mutation<'_, '_>, request: MailTest) -> Result<MailJobView> {
    let recipient = mailing::address(&request.recipient)?;
    mailing::post_test(cx, recipient)
}

/// Where a document may go.
pub fn document_recipient(cx: &Query<'_>, request: DocumentRef) -> Result<MailRecipient> {
    let document = documents::by_id(cx.db, request.document_id)?;
    let document = document.ok_or_else(|| refusal(FaultCode::DocumentNotFound))?;
    let customer = document.customer_id.map(|id| customers::by_id(cx.db, id)).transpose()?.flatten();
    Ok(MailRecipient {
        recipient: customer.map(|c| c.email).unwrap_or_default(),
        ready: mail::server(cx.db)?.is_some(),
        duplicate: outputs::has_output(cx.db, request.document_id)?,
    })
}

/// Sends a document.
pub fn document_send(cx: &mut Mutation<'_, '_>, request: DocumentSend) -> Result<MailJobView> {
    let recipient = mailing::address(&request.recipient)?;
    if documents::by_id(cx.db(), request.document_id)?.is_none() {
        return refuse(FaultCode::DocumentNotFound);
    }
    mailing::post(cx, request.document_id, recipient)
}

/// The letters of this computer, those that wait first.
pub fn mail_queue(cx: &Query<'_>, _: Empty) -> Result<Vec<MailJobView>> {
    mail::recent(cx.db, RECENT)?.iter().map(|row| mailing::view(cx.db, row)).collect()
}

/// Tries a letter at once.
pub fn mail_job_retry(cx: &mut Mutation<'_, '_>, request: MailJobRef) -> Result<MailJobView> {
    move_to(cx, request.job_id, MailJobState::Queued)
}

/// Gives a letter up.
pub fn mail_job_cancel(cx: &mut Mutation<'_, '_>, request: MailJobRef) -> Result<MailJobView> {
    move_to(cx, request.job_id, MailJobState::Cancelled)
}

fn move_to(cx: &mut Mutation<'_, '_>, id: MailJobId, state: MailJobState) -> Result<MailJobView> {
    let row = mail::by_id(cx.db(), id)?.ok_or_else(|| refusal(FaultCode::MailJobNotFound))?;
    if row.state != "queued" && row.state != "blocked" {
        return refuse(FaultCode::MailJobNotFound);
    }
    mail::set_state(cx.tx, id, &name_of(state)?, None, (false, cx.now_ms()))?;
    cx.touch(&[Topic::Mail]);
    let row = mail::by_id(cx.db(), id)?.ok_or_else(|| refusal(FaultCode::MailJobNotFound))?;
    mailing::view(cx.db(), &row)
}
