"""manifest.json, SIGNATURE and the keys (chapter 4)."""
import hashlib
from datetime import timedelta

from canon import (CHAINS, ZEROS, is_bool, is_date, is_hex64, is_int, is_key_id, is_nat,
                   is_pos, is_sig, is_str, is_utc, is_uuid, mismatch, nullable,
                   parse_canonical, parse_date)
from findings import Bad
from keys import Key, Keyring
from published import SCHEMAS

FORMAT = "comptoir-archive/1"
TABLES = ("archives", "duplicatas", "grands_totaux", "jet", "lignes", "paiements",
          "reglements", "tickets", "tva")
_HEAD = {"seq": is_pos, "sig": is_sig}


def is_chains(value):
    """{seq, sig} for some of the seven chains."""
    return type(value) is dict and all(
        c in CHAINS and mismatch(v, _HEAD) is None for c, v in value.items())


PERPETUAL = {"real": is_int, "abs": is_int}
_FORM = {
    "format": lambda v: v == FORMAT, "type": lambda v: v in ("J", "M", "E", "P"),
    "number": is_str, "terminal": {"code": is_str, "id": is_uuid},
    "period": {"from": is_date, "to": is_date},
    "range": {"first_seq": is_pos, "last_seq": is_pos, "link_global": is_hex64},
    "start": {"global_seq": is_nat, "link_global": is_hex64, "chains": is_chains,
              "perpetual": PERPETUAL},
    "counts": {c: is_nat for c in CHAINS},
    "keys": [{"key_id": is_key_id, "valid_from": is_pos, "file": is_str,
              "prev_key_id": nullable(is_key_id), "prev_key_sig": nullable(is_sig)}],
    "anomaly": is_bool, "findings": is_nat,
    "software": {"version": is_str, "fiscal_version": is_str}, "created": is_utc,
    "files": [{"name": is_str, "size": is_nat, "sha256": is_hex64}],
}
_SIGNATURE = {"alg": lambda v: v == "ES256-P1363", "key_id": is_key_id, "sig": is_sig}


def load_manifest(box, findings):
    """4.1 and 4.2; Bad when the manifest cannot be used at all."""
    if "manifest.json" not in box.members:
        raise Bad("manifest.json manque")
    manifest = parse_canonical(box.read("manifest.json"))
    wrong = mismatch(manifest, _FORM)
    if wrong:
        raise Bad(f"manifest.json : {wrong}")
    _check_positions(manifest, findings)
    _check_period(manifest["period"], 2 if manifest["type"] == "E" else 1, findings)
    names = [f["name"] for f in manifest["files"]]
    _increasing(names, "files", findings)
    _increasing([k["valid_from"] for k in manifest["keys"]], "keys", findings)
    for key in manifest["keys"]:
        if (key["prev_key_id"] is None) != (key["prev_key_sig"] is None):
            findings.error("4.1", "prev_key_id sans prev_key_sig, ou l’inverse")
    if manifest["anomaly"]:
        findings.warn("4.7", "l’archive a été faite malgré des défauts constatés")
    return manifest


def _increasing(values, name, findings):
    if any(a >= b for a, b in zip(values, values[1:])):
        findings.error("4.2", f"la liste {name} n’est pas triée")


def _check_positions(manifest, findings):
    """4.2: range, start and keys."""
    start, span = manifest["start"], manifest["range"]
    if span["first_seq"] != start["global_seq"] + 1:
        findings.error("4.2", "range.first_seq ne suit pas start.global_seq")
    if span["last_seq"] < span["first_seq"]:
        findings.error("4.2", "range.last_seq précède range.first_seq")
    beginning = {"global_seq": 0, "link_global": ZEROS, "chains": {},
                 "perpetual": {"real": 0, "abs": 0}}
    if start["global_seq"] == 0 and start != beginning:
        findings.error("4.2", "start n’est pas celui du tout début")
    if not manifest["keys"]:
        findings.error("4.2", "aucune clé")


def _check_period(period, years, findings):
    """Chapter 1: at most twelve months, twenty-four for a fiscal year."""
    first, last = parse_date(period["from"]), parse_date(period["to"])
    if last < first:
        findings.error("1", "period.to précède period.from")
        return
    same_day = (first.month, first.day)
    try:
        limit = first.replace(year=first.year + years)
    except ValueError:
        if same_day != (2, 29):
            return
        limit = first.replace(year=first.year + years, day=28) + timedelta(days=1)
    if last >= limit:
        findings.error("1", "la période est trop longue")


def load_keys(box, manifest, findings):
    """4.3: the key files; then the signatures of keys by earlier keys."""
    ring = Keyring(manifest["keys"])
    for entry in ring.entries:
        name = f"keys/{entry['key_id']}.pem"
        try:
            if entry["file"] != name or name not in box.members:
                raise Bad("fichier de clé absent ou mal nommé")
            key = ring.keys.get(entry["key_id"]) or Key(box.read(name, 4096))
            if key.key_id != entry["key_id"]:
                raise Bad("le nom de la clé ne se recalcule pas")
            ring.keys[entry["key_id"]] = key
        except Bad as bad:
            findings.error("4.3", f"clé {entry['key_id']} : {bad}")
    known = {e["key_id"] for e in ring.entries}
    for entry in ring.entries:
        if entry["prev_key_id"] in known and not ring.prev_signed(entry):
            findings.error("4", f"prev_key_sig de {entry['key_id']} n’est pas juste")
    return ring


def check_signature(box, ring, findings):
    """4.4: SIGNATURE signs the bytes of manifest.json."""
    try:
        if "SIGNATURE" not in box.members:
            raise Bad("SIGNATURE manque")
        signature = parse_canonical(box.read("SIGNATURE", 4096))
        wrong = mismatch(signature, _SIGNATURE)
        if wrong:
            raise Bad(f"SIGNATURE : {wrong}")
        key = ring.keys.get(signature["key_id"])
        if key is None:
            raise Bad("SIGNATURE : la clé n’est pas une clé de l’archive")
        if not key.signed(signature["sig"], box.read("manifest.json")):
            raise Bad("la signature de manifest.json n’est pas juste")
    except Bad as bad:
        findings.error("4.4", str(bad))


def check_trust(ring, trust, findings):
    """4.5: every key is trusted, or signed by a trusted one (transitively)."""
    if not trust:
        return
    trusted = set()
    for entry in ring.entries:
        key = ring.keys.get(entry["key_id"])
        if key and (key.key_id in trust or key.fingerprint in trust):
            trusted.add(key.key_id)
    for entry in ring.entries:
        if entry["key_id"] in trusted:
            continue
        if entry["prev_key_id"] in trusted and ring.prev_signed(entry):
            trusted.add(entry["key_id"])
        else:
            findings.error("4.5", f"la clé {entry['key_id']} n’est pas de confiance")


def check_files(box, manifest, findings):
    """4.6 and the contents of chapter 3: names, sizes, SHA-256."""
    listed = {f["name"]: f for f in manifest["files"]}
    for name in ("manifest.json", "SIGNATURE"):
        if name in listed:
            findings.error("4.6", f"{name} ne doit pas figurer dans files")
    for name in box.members:
        if name not in listed and name not in ("manifest.json", "SIGNATURE"):
            findings.error("4.6", f"{name} ne figure pas dans files")
        _check_content(box, name, listed.get(name), findings)
    needed = {"LISEZMOI.txt", "archive.json"} | {f"csv/{t}.csv" for t in TABLES}
    needed |= {f"records/{c}.ndjson" for c in CHAINS}
    for name, sha256 in SCHEMAS.items():
        if name in listed and listed[name]["sha256"] != sha256:
            findings.error("4.6", f"{name} n’est pas le schéma publié")
    for name in sorted(needed | set(listed)):
        if name not in box.members:
            findings.error("4.6", f"{name} manque")


def _check_content(box, name, entry, findings):
    digest = hashlib.sha256()
    try:
        for chunk in box.chunks(name):
            digest.update(chunk)
    except Bad as bad:
        findings.error("3", str(bad))
        return
    if entry and entry["size"] != box.members[name].size:
        findings.error("4.6", f"{name} : taille")
    if entry and entry["sha256"] != digest.hexdigest():
        findings.error("4.6", f"{name} : SHA-256")
