"""Canonical JSON (chapter 2) and the forms of simple values."""
import base64
import json
import re
import unicodedata
from datetime import date, datetime, timedelta

from findings import Bad

MAX_INT = 2 ** 53 - 1
MAX_DEPTH = 64
CHAINS = ("TICKET", "FACTURE", "REGLEMENT", "GT", "DUPLICATA", "JET", "ARCHIVE")
ZEROS = "0" * 64
_HEX64 = re.compile(r"[0-9a-f]{64}")
_B64 = re.compile(r"[A-Za-z0-9_-]+")
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_UTC = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})Z")
_LOCAL = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def _integer(text):
    if len(text) > 17 or abs(int(text)) > MAX_INT:
        raise Bad("nombre hors bornes")
    return int(text)


def _refuse(text):
    raise Bad("nombre non entier")


def _pairs(pairs):
    value = dict(pairs)
    if len(value) != len(pairs):
        raise Bad("clé répétée")
    return value


_DECODER = json.JSONDecoder(object_pairs_hook=_pairs, parse_int=_integer,
                            parse_float=_refuse, parse_constant=_refuse)


def parse_json(data):
    """JSON of integers only, without repeated keys."""
    try:
        return _DECODER.decode(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Bad("JSON illisible") from error


def _utf16(key):
    return key.encode("utf-16-be", "surrogatepass")


def _arrange(value, depth):
    """A copy with keys in UTF-16 order; every string must be NFC."""
    if depth > MAX_DEPTH:
        raise Bad("JSON trop profond")
    if type(value) is str:
        if not value.isascii() and not unicodedata.is_normalized("NFC", value):
            raise Bad("chaîne qui n’est pas en forme NFC")
        return value
    if type(value) is dict:
        keys = sorted(value, key=_utf16)
        return {_arrange(k, depth): _arrange(value[k], depth + 1) for k in keys}
    if type(value) is list:
        return [_arrange(item, depth + 1) for item in value]
    return value


def write_json(value):
    """The canonical bytes of a value."""
    try:
        return json.dumps(_arrange(value, 0), ensure_ascii=False,
                          separators=(",", ":")).encode("utf-8")
    except UnicodeEncodeError as error:
        raise Bad("demi-codet UTF-16 isolé") from error


def parse_canonical(data):
    """The value of a canonical text; refuses any other text (chapter 2)."""
    value = parse_json(data)
    if write_json(value) != data:
        raise Bad("JSON non canonique")
    return value


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def signature_bytes(text):
    """The 64 bytes of a signature, or None; the last character is canonical."""
    if type(text) is not str or len(text) != 86 or not _B64.fullmatch(text):
        return None
    data = base64.urlsafe_b64decode(text + "==")
    return data if base64url(data) == text else None


def parse_utc(text):
    """AAAA-MM-JJTHH:MM:SSZ that exists, or None."""
    return _moment(_UTC, text)


def parse_local(text):
    """AAAAMMJJHHMMSS that exists, or None."""
    return _moment(_LOCAL, text)


def _moment(pattern, text):
    match = pattern.fullmatch(text) if type(text) is str else None
    try:
        return datetime(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def parse_date(text):
    """AAAA-MM-JJ that exists, or None."""
    match = _DATE.fullmatch(text) if type(text) is str else None
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def same_moment(utc, local, offset):
    """ts_utc, ts_local and utc_off_min designate the same moment (5.3)."""
    if utc is None or local is None or not is_int(offset) or abs(offset) > 1440:
        return False
    return local - utc == timedelta(minutes=offset)


def is_int(v):
    return type(v) is int and abs(v) <= MAX_INT


def is_nat(v):
    return is_int(v) and v >= 0


def is_pos(v):
    return is_int(v) and v >= 1


def is_str(v):
    return type(v) is str


def is_bool(v):
    return type(v) is bool


def is_hex64(v):
    return type(v) is str and _HEX64.fullmatch(v) is not None


def is_sig(v):
    return signature_bytes(v) is not None


def is_key_id(v):
    return type(v) is str and len(v) == 22 and _B64.fullmatch(v) is not None


def is_uuid(v):
    return type(v) is str and _UUID.fullmatch(v) is not None


def is_date(v):
    return parse_date(v) is not None


def is_utc(v):
    return parse_utc(v) is not None


def is_local(v):
    return parse_local(v) is not None


def nullable(test):
    return lambda v: v is None or test(v)


def mismatch(value, form, path=""):
    """Where value leaves the form (tests, exact objects, lists), or None."""
    if callable(form):
        return None if form(value) else path or "."
    if type(form) is list:
        if type(value) is not list:
            return path or "."
        found = (mismatch(v, form[0], f"{path}[{n}]") for n, v in enumerate(value))
        return next((f for f in found if f), None)
    if type(value) is not dict or set(value) != set(form):
        return (path or ".") + " (champs)"
    found = (mismatch(value[k], form[k], f"{path}.{k}") for k in form)
    return next((f for f in found if f), None)


def at(value, path):
    """The value at a dotted path, None when absent (or not an object)."""
    for name in path.split("."):
        if type(value) is not dict:
            return None
        value = value.get(name)
    return value
