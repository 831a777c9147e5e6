//! Public keys as PEM (RFC 7468), in the one form that this format writes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

const BEGIN: &str = "-----BEGIN PUBLIC KEY-----\n";
const END: &str = "-----END PUBLIC KEY-----\n";

/// The PEM text of a `SubjectPublicKeyInfo`.
pub fn encode(spki: &[u8]) -> String {
    let text = STANDARD.encode(spki);
    let mut pem = String::from(BEGIN);
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.len().min(64));
        pem.push_str(line);
        pem.push('\n');
        rest = after;
    }
    pem.push_str(END);
    pem
}

/// The `SubjectPublicKeyInfo` of a PEM text that [`encode`] could have written.
pub fn decode(pem: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(pem).ok()?;
    let body: String = text.strip_prefix(BEGIN)?.strip_suffix(END)?.split('\n').collect();
    let spki = STANDARD.decode(body).ok()?;
    (encode(&spki) == text).then_some(spki)
}
