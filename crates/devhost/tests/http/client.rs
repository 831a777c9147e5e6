//! A served host with a database of its own, and an HTTP client that can send what a browser would not.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use app::{App, AppOptions, FileKeys, SystemClock};
use devhost::Access;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Error;
use tokio_tungstenite::{WebSocketStream, client_async};

pub const TOKEN: &str = "a-token-for-tests";
pub const BEARER: (&str, &str) = ("Authorization", "Bearer a-token-for-tests");
/// How long a message may take on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// What came back.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {} {}", self.head, self.body))
    }
}

/// A running host.
pub struct Served {
    pub address: SocketAddr,
    app: App,
    _folder: TempDir,
}

impl Served {
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ui = folder.path().join("ui");
        std::fs::create_dir(&ui).unwrap();
        std::fs::write(ui.join("index.html"), "<title>Comptoir</title>").unwrap();
        let data_dir = folder.path().join("data");
        let options = AppOptions {
            clock: Arc::new(SystemClock),
            keys: Arc::new(FileKeys::new(&data_dir.join("keys"))),
            anchors: data_dir.join("anchors"),
            data_dir,
        };
        let app = App::open(options).unwrap();
        let (listener, address) = devhost::listen(0).await.unwrap();
        let access = Access::new(TOKEN.into(), address.port(), None);
        let router = devhost::router(app.clone(), access, ui);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { address, app, _folder: folder }
    }

    /// Sends bytes as they are; the head must ask to close the connection.
    pub async fn raw(&self, head: &str, body: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(head.as_bytes()).await.unwrap();
        stream.write_all(body).await.unwrap();
        let mut answer = Vec::new();
        tokio::time::timeout(PATIENCE, stream.read_to_end(&mut answer)).await.unwrap().unwrap();
        let answer = String::from_utf8(answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }

    pub async fn request(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", self.address);
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!("Content-Length: {}\r\n\r\n", body.len()));
        self.raw(&head, body).await
    }

    /// Calls a command with the token.
    pub async fn call(&self, command: &str, request: &Value, headers: &[(&str, &str)]) -> Answer {
        let mut all = vec![BEARER];
        all.extend_from_slice(headers);
        self.request("POST", &format!("/rpc/{command}"), &all, request.to_string().as_bytes()).await
    }

    /// Listens for events.
    pub async fn events(&self, token: &str) -> Result<WebSocketStream<TcpStream>, Error> {
        let stream = TcpStream::connect(self.address).await.unwrap();
        let address = format!("ws://{}/events?token={token}", self.address);
        client_async(address, stream).await.map(|(socket, _)| socket)
    }

    /// Creates a shop, as the window `client`.
    pub async fn create_shop(&self, client: &str) {
        let key = uuid::Uuid::now_v7().to_string();
        let headers = [("Idempotency-Key", key.as_str()), ("X-Comptoir-Client", client)];
        let created = self.call("shop_create", &shop(), &headers).await;
        assert_eq!(created.status, 200, "{}", created.body);
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.app.stop();
    }
}

/// A request to create a shop.
pub fn shop() -> Value {
    json!({
        "country": "france",
        "identity": {
            "legal_name": "Épicerie du Marché", "trading_name": "Le Marché", "legal_form": "SARL au capital de 8 000 €",
            "address": "12 rue des Halles", "postcode": "21000", "city": "Dijon", "siret": "73282932000074",
            "naf": "4711B", "vat_number": "FR44732829320", "tps_number": "", "tvq_number": "", "phone": "", "neq": "",
        },
        "manager_name": "Nadia Ferrand",
        "manager_pin": "4826",
        "workstation_name": "Caisse 1",
    })
}
