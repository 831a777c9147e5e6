"""Public keys and signatures (chapter 2)."""
import base64
import bisect
import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from canon import base64url, signature_bytes
from findings import Bad

_HEAD = b"-----BEGIN PUBLIC KEY-----\n"
_FOOT = b"-----END PUBLIC KEY-----\n"
_SPKI = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200")


class Key:
    """A P-256 public key read from its PEM file."""

    def __init__(self, pem):
        self.der = _der(pem)
        digest = hashlib.sha256(self.der)
        self.fingerprint = digest.hexdigest()
        self.key_id = base64url(digest.digest())[:22]
        try:
            self.public = ec.EllipticCurvePublicKey.from_encoded_point(
                ec.SECP256R1(), self.der[len(_SPKI):])
        except ValueError as error:
            raise Bad("point hors de la courbe P-256") from error

    def signed(self, signature, message):
        """Whether `signature` (86 characters) is the one of these bytes."""
        raw = signature_bytes(signature)
        if raw is None:
            return False
        numbers = (int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
        try:
            self.public.verify(encode_dss_signature(*numbers), message,
                               ec.ECDSA(hashes.SHA256()))
            return True
        except (InvalidSignature, ValueError):
            return False


def _der(pem):
    """The DER bytes of a PEM written exactly as chapter 2 says."""
    if len(pem) != 178:
        raise Bad("forme PEM")
    text = pem[len(_HEAD):-len(_FOOT)].replace(b"\n", b"")
    try:
        der = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Bad("base64 de la clé") from error
    again = base64.b64encode(der)
    lines = b"".join(again[n:n + 64] + b"\n" for n in range(0, len(again), 64))
    if pem != _HEAD + lines + _FOOT:
        raise Bad("forme PEM")
    if len(der) != 91 or der[:26] != _SPKI or der[26] != 4:
        raise Bad("la clé n’est pas une clé P-256")
    return der


class Keyring:
    """The keys of the manifest: `entries` in order, `keys` that could be read."""

    def __init__(self, entries):
        self.entries = entries
        self.starts = [e["valid_from"] for e in entries]
        self.keys = {}

    def in_force(self, position):
        """The entry in force at a position of the general chain, or None."""
        n = bisect.bisect_right(self.starts, position)
        return self.entries[n - 1] if n else None

    def prev_signed(self, entry):
        """Whether prev_key_sig is the signature of this key by prev_key_id."""
        old, new = self.keys.get(entry["prev_key_id"]), self.keys.get(entry["key_id"])
        if old is None or new is None:
            return False
        return old.signed(entry["prev_key_sig"], new.der)
