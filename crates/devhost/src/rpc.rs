//! One call: headers and body in, JSON or a fault out.

use api::{Approval, Call, Fault, FaultCode, IdempotencyKey, SessionToken};
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::ids::ComputerId;
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::Host;
use crate::status::status_of;

/// `GET /commands`: name, kind, need and request schema of every command.
pub async fn commands() -> Response {
    Json(api::command_table()).into_response()
}

/// `POST /rpc/<command>`: carries out a call.
pub async fn call(
    State(host): State<Host>,
    Path(command): Path<String>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let answer = match read(command, &headers, body) {
        Ok(call) => carry_out(host, call).await,
        Err(fault) => Err(fault),
    };
    match answer {
        Ok(value) => Json(value).into_response(),
        Err(fault) => (status_of(&fault), Json(fault)).into_response(),
    }
}

async fn carry_out(host: Host, call: Call) -> Result<Box<RawValue>, Fault> {
    // The program blocks on its database; the threads that serve sockets must not.
    let done = tokio::task::spawn_blocking(move || host.program.call(&call)).await;
    done.unwrap_or_else(|error| {
        tracing::error!(%error, "a call did not come back");
        Err(Fault::bug(error.to_string()))
    })
}

fn read(command: String, headers: &HeaderMap, body: Result<Bytes, BytesRejection>) -> Result<Call, Fault> {
    let body = body.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Fault::refused(FaultCode::RequestTooLarge),
        _ => bad("body"),
    })?;
    Ok(Call {
        command,
        request: serde_json::from_slice(&body).map_err(|_| bad("body"))?,
        session: id(headers, "x-comptoir-session")?.map(SessionToken),
        key: id(headers, "idempotency-key")?.map(IdempotencyKey),
        client: id(headers, "x-comptoir-client")?,
        computer: id(headers, "x-comptoir-computer")?.map(ComputerId),
        approval: approval(headers)?,
    })
}

fn id(headers: &HeaderMap, name: &str) -> Result<Option<Uuid>, Fault> {
    let Some(value) = headers.get(name) else { return Ok(None) };
    let id = value.to_str().ok().and_then(|text| text.parse().ok());
    id.map(Some).ok_or_else(|| bad(name))
}

fn approval(headers: &HeaderMap) -> Result<Option<Approval>, Fault> {
    const NAME: &str = "x-comptoir-approval";
    let Some(value) = headers.get(NAME) else { return Ok(None) };
    let json = BASE64_URL_SAFE_NO_PAD.decode(value.as_bytes()).map_err(|_| bad(NAME))?;
    serde_json::from_slice(&json).map(Some).map_err(|_| bad(NAME))
}

fn bad(what: &str) -> Fault {
    Fault::refused(FaultCode::BadRequest).with("detail", what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn headers_become_the_surroundings_of_a_call() {
        let id = "0192f0c1-2345-7abc-8def-0123456789ab";
        let approval = BASE64_URL_SAFE_NO_PAD.encode(format!(r#"{{"user_id":"{id}","pin":"1234"}}"#));
        let headers = headers(&[
            ("x-comptoir-session", id),
            ("x-comptoir-computer", id),
            ("x-comptoir-client", id),
            ("idempotency-key", id),
            ("x-comptoir-approval", &approval),
        ]);
        let call = read("sale_undo".into(), &headers, Ok(Bytes::from_static(b"{}"))).unwrap();
        let uuid: Uuid = id.parse().unwrap();
        assert_eq!((call.session, call.key), (Some(SessionToken(uuid)), Some(IdempotencyKey(uuid))));
        assert_eq!((call.client, call.computer), (Some(uuid), Some(ComputerId(uuid))));
        assert_eq!(call.approval.unwrap().pin, "1234");
    }

    #[test]
    fn a_header_or_body_that_cannot_be_read_is_refused_by_name() {
        let refusal = |pairs: &[(&'static str, &str)], body: &'static [u8]| {
            let fault = read("sale_undo".into(), &headers(pairs), Ok(Bytes::from_static(body))).unwrap_err();
            (fault.code, fault.params["detail"].clone())
        };
        let bad = FaultCode::BadRequest;
        assert_eq!(refusal(&[("idempotency-key", "7")], b"{}"), (bad, "idempotency-key".into()));
        assert_eq!(refusal(&[("x-comptoir-approval", "e30")], b"{}"), (bad, "x-comptoir-approval".into()));
        assert_eq!(refusal(&[], b"{"), (bad, "body".into()));
    }
}
