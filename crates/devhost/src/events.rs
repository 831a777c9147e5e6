//! The program's events, to whoever listens.

use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use tokio::sync::broadcast;

use crate::Host;
use crate::access::refused;

/// A browser cannot set headers on a WebSocket, so the token comes in the address.
#[derive(Deserialize)]
pub struct Ticket {
    token: String,
}

/// Sends every event as JSON until the window goes away.
pub async fn stream(State(host): State<Host>, ticket: Query<Ticket>, upgrade: WebSocketUpgrade) -> Response {
    if !host.access.knows(&ticket.token) {
        return refused(StatusCode::UNAUTHORIZED, "token");
    }
    let events = host.events.subscribe();
    upgrade.on_upgrade(|socket| forward(socket, events))
}

/// Ends when either side does, and when the window is too far behind: it then connects again and reads everything.
async fn forward(mut socket: WebSocket, mut events: broadcast::Receiver<api::Notice>) {
    loop {
        tokio::select! {
            event = events.recv() => {
                let Ok(event) = event else { return };
                let Ok(text) = serde_json::to_string(&event) else { return };
                if socket.send(Message::Text(text.into())).await.is_err() {
                    return;
                }
            }
            heard = socket.recv() => {
                if !matches!(heard, Some(Ok(_))) {
                    return;
                }
            }
        }
    }
}
