//! The files of the interface, with the headers that keep a page to itself.

use std::path::PathBuf;

use axum::http::{HeaderName, HeaderValue, header};
use axum::routing::MethodRouter;
use axum::{Router, routing::get_service};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// As strict as that of the window (`src-tauri/tauri.conf.json`): what works here works there.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
    font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
    object-src 'none'";

const HEADERS: [(HeaderName, &str); 4] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    // A developer rebuilds the interface while the host runs.
    (header::CACHE_CONTROL, "no-cache"),
];

/// Serves the files below `folder`.
pub fn files(folder: PathBuf) -> Router {
    let files: MethodRouter = get_service(ServeDir::new(folder));
    HEADERS.into_iter().fold(Router::new().fallback_service(files), |router, (name, value)| {
        router.layer(SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value)))
    })
}
