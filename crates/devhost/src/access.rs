//! Who may talk to the host: a page that it served itself, or a program, that knows the token.
//!
//! Any web page that the developer visits can send requests to 127.0.0.1. The host name is checked against DNS
//! rebinding, the origin against foreign pages, the token against everything else.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use subtle::ConstantTimeEq as _;

use crate::Host;

/// The token and the origins that are served.
#[derive(Clone, Debug)]
pub struct Access {
    token: String,
    port: u16,
    dev_origin: Option<String>,
}

impl Access {
    /// Access for the host at `port`. `dev_origin` is the address of a development server that forwards to it.
    #[must_use]
    pub fn new(token: String, port: u16, dev_origin: Option<String>) -> Self {
        Self { token, port, dev_origin }
    }

    /// A token that nobody can guess: 256 random bits in hexadecimal.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn random_token() -> std::io::Result<String> {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes)?;
        Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// Compares without telling by its duration how much was right.
    pub(crate) fn knows(&self, token: &str) -> bool {
        self.token.as_bytes().ct_eq(token.as_bytes()).into()
    }

    fn serves_host(&self, host: &str) -> bool {
        ["127.0.0.1", "localhost"].iter().any(|name| host == format!("{name}:{}", self.port))
    }

    fn serves_origin(&self, origin: &str) -> bool {
        self.dev_origin.as_deref() == Some(origin)
            || origin.strip_prefix("http://").is_some_and(|host| self.serves_host(host))
    }
}

/// Refuses requests for another host name, or from a page of another origin.
pub async fn require_own_origin(State(host): State<Host>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    if !text(headers, &header::HOST).is_some_and(|name| host.access.serves_host(name)) {
        return refused(StatusCode::MISDIRECTED_REQUEST, "host");
    }
    if headers.contains_key(header::ORIGIN)
        && !text(headers, &header::ORIGIN).is_some_and(|origin| host.access.serves_origin(origin))
    {
        return refused(StatusCode::FORBIDDEN, "origin");
    }
    next.run(request).await
}

/// Refuses requests without `Authorization: Bearer <token>`.
pub async fn require_token(State(host): State<Host>, request: Request, next: Next) -> Response {
    let bearer =
        text(request.headers(), &header::AUTHORIZATION).and_then(|value| value.strip_prefix("Bearer "));
    if !bearer.is_some_and(|token| host.access.knows(token)) {
        return refused(StatusCode::UNAUTHORIZED, "token");
    }
    next.run(request).await
}

/// A refusal by the host itself. It is no [`api::Fault`]: the program was not asked.
pub fn refused(status: StatusCode, what: &str) -> Response {
    (status, Json(json!({ "refused": what }))).into_response()
}

fn text<'a>(headers: &'a HeaderMap, name: &header::HeaderName) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_own_names_and_the_development_server_are_served() {
        let access = Access::new("t".into(), 4780, Some("http://localhost:1420".into()));
        for own in ["http://127.0.0.1:4780", "http://localhost:4780", "http://localhost:1420"] {
            assert!(access.serves_origin(own), "{own}");
        }
        for foreign in
            ["http://127.0.0.1:4781", "https://127.0.0.1:4780", "http://example.org:4780", "null", ""]
        {
            assert!(!access.serves_origin(foreign), "{foreign}");
        }
    }

    #[test]
    fn tokens_are_long_and_differ() {
        let (one, two) = (Access::random_token().unwrap(), Access::random_token().unwrap());
        assert_eq!(one.len(), 64);
        assert_ne!(one, two);
    }
}
