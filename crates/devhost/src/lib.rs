//! The development host: the same commands and events as the window, over HTTP and a WebSocket on this computer.
//!
//! Browsers, Playwright and scripts use it; it is never shipped (nothing that is shipped depends on this crate).
//! It listens on 127.0.0.1 only and holds no rule of the trade: it turns headers into an [`api::Call`] and a
//! [`api::Fault`] into a status.

mod access;
mod assets;
mod events;
mod options;
mod rpc;
mod status;

use std::net::SocketAddr;
use std::path::PathBuf;

use app::Program;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use tokio::net::TcpListener;
use tokio::sync::broadcast;

pub use access::Access;
pub use options::{Options, USAGE};

/// Largest request, in bytes: an import file of some 30 MB in base64.
pub const MAX_REQUEST: usize = 40 * 1024 * 1024;

/// Events that a slow window may be behind before it is disconnected to read everything again.
const EVENT_BACKLOG: usize = 256;

/// What every request needs.
#[derive(Clone)]
struct Host {
    program: Program,
    access: Access,
    events: broadcast::Sender<api::Notice>,
}

/// The routes: `POST /rpc/<command>`, `GET /commands`, `GET /events`, and the files of the interface.
pub fn router(program: impl Into<Program>, access: Access, ui: PathBuf) -> Router {
    let program = program.into();
    let (events, _) = broadcast::channel(EVENT_BACKLOG);
    let sender = events.clone();
    if let Program::Open(app) = &program {
        app.subscribe(Box::new(move |notice| {
            // An error only says that no window listens.
            let _ = sender.send(notice.clone());
        }));
    }
    let host = Host { program, access, events };
    let behind_token = Router::new()
        .route("/rpc/{command}", post(rpc::call))
        .route("/commands", get(rpc::commands))
        .route_layer(from_fn_with_state(host.clone(), access::require_token));
    behind_token
        .route("/events", get(events::stream))
        .fallback_service(assets::files(ui))
        .layer(DefaultBodyLimit::max(MAX_REQUEST))
        .layer(from_fn_with_state(host.clone(), access::require_own_origin))
        .with_state(host)
}

/// Listens on 127.0.0.1; port 0 takes a free one.
///
/// # Errors
/// When the port is taken.
pub async fn listen(port: u16) -> std::io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}
