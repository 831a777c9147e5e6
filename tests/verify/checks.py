"""What the checks share: findings, canonical JSON, keys and signatures (chapter 2)."""

import base64
import hashlib
import json
import unicodedata

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.serialization import load_der_public_key

LARGEST = 2**53 - 1
PEM_BEGIN = "-----BEGIN PUBLIC KEY-----\n"
PEM_END = "-----END PUBLIC KEY-----\n"


class Findings:
    """Findings; errors make 2, warnings 1."""

    def __init__(self):
        self.code = 0
        self.texts = []

    def error(self, text):
        self._add(2, f"ERREUR {text}")

    def warning(self, text):
        self._add(1, f"AVERTISSEMENT {text}")

    def require(self, sound, text):
        if not sound:
            self.error(text)

    def _add(self, code, text):
        self.code = max(self.code, code)
        if len(self.texts) < 200:
            self.texts.append(text)


def sha256(data):
    """SHA-256, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def canonical(value):
    """The canonical text of a value; None when it has none."""
    try:
        return json.dumps(_sorted(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    except (ValueError, UnicodeEncodeError):
        return None


def _sorted(value):
    if isinstance(value, dict):
        for key in value:
            if not unicodedata.is_normalized("NFC", key):
                raise ValueError("key")
        order = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return {key: _sorted(value[key]) for key in order}
    if isinstance(value, list):
        return [_sorted(item) for item in value]
    if isinstance(value, str) and not unicodedata.is_normalized("NFC", value):
        raise ValueError("text")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > LARGEST:
        raise ValueError("number")
    return value


def _once(pairs):
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("key twice")
    return value


def _refuse(text):
    raise ValueError(text)


def parse(data):
    """A value whose canonical text this is; None for any other text."""
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
        value = json.loads(text, object_pairs_hook=_once, parse_float=_refuse, parse_constant=_refuse)
        return value if canonical(value) == text.encode("utf-8") else None
    except (ValueError, RecursionError):
        return None


def base64url(data):
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")


class Key:
    """A public key of the archive."""

    def __init__(self, entry, spki):
        self.entry = entry
        self.spki = spki
        self.key_id = base64url(hashlib.sha256(spki).digest())[:22]
        self.fingerprint = sha256(spki)
        self.public = load_der_public_key(spki)
        if not isinstance(self.public, ec.EllipticCurvePublicKey) or self.public.curve.name != "secp256r1":
            raise ValueError("curve")

    def verifies(self, data, signature):
        """Whether this key signed the data."""
        if not isinstance(signature, str) or len(signature) != 86:
            return False
        try:
            raw = base64.urlsafe_b64decode(signature + "==")
        except ValueError:
            return False
        if len(raw) != 64 or base64url(raw) != signature:
            return False
        r, s = int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big")
        try:
            self.public.verify(utils.encode_dss_signature(r, s), data, ec.ECDSA(hashes.SHA256()))
            return True
        except InvalidSignature:
            return False


def spki_of(pem):
    """The DER of a PEM text in the one form of chapter 2; None for any other."""
    try:
        text = pem.decode("ascii")
    except UnicodeDecodeError:
        return None
    if not (text.startswith(PEM_BEGIN) and text.endswith(PEM_END)):
        return None
    body = text[len(PEM_BEGIN) : -len(PEM_END)].replace("\n", "")
    try:
        spki = base64.b64decode(body, validate=True)
    except ValueError:
        return None
    lines = base64.b64encode(spki).decode("ascii")
    again = PEM_BEGIN + "".join(lines[i : i + 64] + "\n" for i in range(0, len(lines), 64)) + PEM_END
    return spki if again == text else None
