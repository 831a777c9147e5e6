//! Looking for ticket printers: who answers on the printing port of the local network, and which device files exist.
//!
//! That something answers says no more than that: a test print proves that it is a ticket printer. Nothing is sent
//! here. The names of networks and the order in which they are tried are the caller's.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream, UdpSocket};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

/// The port of raw printing.
pub const PRINTING_PORT: u16 = 9100;

/// How long an address may take to answer: on a local network a few milliseconds are usual.
pub const PATIENCE: Duration = Duration::from_millis(400);

/// Addresses asked at the same time: a network of 254 is done in a few seconds.
const AT_ONCE: usize = 32;

/// A network that is never on the internet (RFC 5737): asking for the way to it sends nothing.
const ANYWHERE: (Ipv4Addr, u16) = (Ipv4Addr::new(192, 0, 2, 1), 9);

/// The other addresses of this computer's own /24, on the printing port; none without a private network, because what
/// is beyond the shop is nobody's to knock at.
#[must_use]
pub fn neighbours() -> Vec<SocketAddr> {
    own_address().map(neighbours_of).unwrap_or_default()
}

fn own_address() -> Option<Ipv4Addr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect(ANYWHERE).ok()?;
    match socket.local_addr().ok()?.ip() {
        IpAddr::V4(own) => Some(own),
        IpAddr::V6(_) => None,
    }
}

fn neighbours_of(own: Ipv4Addr) -> Vec<SocketAddr> {
    if !own.is_private() {
        return Vec::new();
    }
    let [a, b, c, last] = own.octets();
    let hosts = (1..=254).filter(|host| *host != last);
    hosts.map(|host| SocketAddr::from(([a, b, c, host], PRINTING_PORT))).collect()
}

/// Asks every address, many at once, each for at most `patience`, and tells `heard` of each whether it answers.
/// Returns when all have been asked, or soon after `stop` is set.
pub fn knock(
    addresses: &[SocketAddr],
    patience: Duration,
    stop: &AtomicBool,
    heard: &(dyn Fn(SocketAddr, bool) + Sync),
) {
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(address) = addresses.get(next.fetch_add(1, Ordering::Relaxed)) {
            if stop.load(Ordering::Relaxed) {
                return;
            }
            heard(*address, TcpStream::connect_timeout(address, patience).is_ok());
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(addresses.len()) {
            scope.spawn(work);
        }
    });
}

/// The printers that the kernel offers as files of a folder, usually `/dev/usb`, in order; none where there is no such
/// folder.
#[must_use]
pub fn device_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let is_printer = |path: &PathBuf| {
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        name.strip_prefix("lp").is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    };
    let mut found: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).filter(is_printer).collect();
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;
    use std::sync::Mutex;
    use std::time::Instant;

    use super::*;

    #[test]
    fn only_a_private_network_is_knocked_at() {
        let hosts = neighbours_of(Ipv4Addr::new(192, 168, 1, 20));
        assert_eq!(hosts.len(), 253);
        assert!(hosts.iter().all(|a| a.port() == PRINTING_PORT && a.to_string() != "192.168.1.20:9100"));
        assert_eq!(neighbours_of(Ipv4Addr::new(8, 8, 8, 8)), []);
    }

    #[test]
    fn who_answers_is_heard_and_so_is_silence() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let open = listener.local_addr().unwrap();
        let closed = SocketAddr::from(([127, 0, 0, 1], 1));
        let heard = Mutex::new(Vec::new());
        let note = |address, answers| heard.lock().unwrap().push((address, answers));
        knock(&[open, closed], PATIENCE, &AtomicBool::new(false), &note);
        let mut heard = heard.into_inner().unwrap();
        heard.sort();
        assert_eq!(heard, [(closed, false), (open, true)]);
    }

    #[test]
    fn a_stopped_search_asks_nobody_more() {
        let stop = AtomicBool::new(false);
        let asked = AtomicUsize::new(0);
        let addresses: Vec<SocketAddr> = (1..=200).map(|n| SocketAddr::from(([127, 0, 0, n], 1))).collect();
        let began = Instant::now();
        knock(&addresses, PATIENCE, &stop, &|_, _| {
            asked.fetch_add(1, Ordering::Relaxed);
            stop.store(true, Ordering::Relaxed);
        });
        assert!(asked.load(Ordering::Relaxed) <= AT_ONCE);
        assert!(began.elapsed() < 2 * PATIENCE);
    }

    #[test]
    fn device_files_are_those_of_printers() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["lp1", "lp0", "lpx", "lp", "hiddev0"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let found = device_files(folder.path());
        assert_eq!(found, [folder.path().join("lp0"), folder.path().join("lp1")]);
        assert_eq!(device_files(&folder.path().join("nothing")), Vec::<PathBuf>::new());
    }
}
