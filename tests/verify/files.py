"""The manifest, its signature, the keys and the files (chapter 4)."""

from archive import Damaged
from checks import Key, parse, sha256, spki_of
from tables import TABLES

CHAINS = ("TICKET", "FACTURE", "REGLEMENT", "GT", "DUPLICATA", "JET", "ARCHIVE")
FIELDS = {
    "": "format type number terminal period range start counts keys anomaly findings software created files",
    "terminal": "code id",
    "period": "from to",
    "range": "first_seq last_seq link_global",
    "start": "global_seq link_global chains perpetual",
    "software": "version fiscal_version",
}
KEY_FIELDS = set("key_id valid_from file prev_key_id prev_key_sig".split())
FILE_FIELDS = set("name size sha256".split())


def read(archive, name, findings):
    """A file's content; None, with a finding, when it is missing or damaged."""
    if name not in archive.entries:
        findings.error(f"{name} manque")
        return None
    try:
        return archive.read(name)
    except Damaged:
        findings.error(f"{name} est endommagé")
        return None


def check_files(archive, trusted, findings):
    """The manifest and the keys by name; (None, None) when there is nothing to check by."""
    text = read(archive, "manifest.json", findings)
    manifest = parse(text) if text is not None else None
    if not _is_manifest(manifest):
        findings.error("4.1 manifeste")
        return None, None
    _consistent(manifest, findings)
    keys = _keys(archive, manifest, findings)
    _signature(archive, text, keys, findings)
    _trust(keys, trusted, findings)
    _listed(archive, manifest, findings)
    if manifest["anomaly"]:
        findings.warning("4.7 anomalie lors de l’archivage")
    return manifest, keys


def _is_manifest(value):
    def fields(part, names):
        return isinstance(part, dict) and set(part) == set(names.split())

    if not fields(value, FIELDS[""]) or value["format"] != "comptoir-archive/1":
        return False
    if not all(fields(value[name], names) for name, names in FIELDS.items() if name):
        return False
    lists = [(value["keys"], KEY_FIELDS), (value["files"], FILE_FIELDS)]
    sound = all(isinstance(items, list) and all(isinstance(i, dict) and set(i) == f for i in items) for items, f in lists)
    counts = value["counts"]
    return sound and isinstance(counts, dict) and set(counts) <= set(CHAINS) and isinstance(value["anomaly"], bool)


def _consistent(manifest, findings):
    start, range_ = manifest["start"]["global_seq"], manifest["range"]
    names = [file["name"] for file in manifest["files"]]
    valid = [key["valid_from"] for key in manifest["keys"]]
    begun = {"global_seq": 0, "link_global": "0" * 64, "chains": {}, "perpetual": {"real": 0, "abs": 0}}
    sound = (
        (start > 0 or manifest["start"] == begun)
        and range_["first_seq"] == start + 1
        and range_["last_seq"] >= range_["first_seq"]
        and all(a.encode() < b.encode() for a, b in zip(names, names[1:]))
        and all(a < b for a, b in zip(valid, valid[1:]))
        and valid
    )
    findings.require(sound, "4.2 le manifeste se contredit")


def _keys(archive, manifest, findings):
    keys = {}
    for entry in manifest["keys"]:
        spki = None
        if entry["file"] == f"keys/{entry['key_id']}.pem" and entry["file"] in archive.entries:
            try:
                spki = spki_of(archive.read(entry["file"]))
            except Damaged:
                spki = None
        try:
            key = Key(entry, spki) if spki is not None else None
        except ValueError:
            key = None
        if key is None or key.key_id != entry["key_id"]:
            findings.error(f"4.3 clé {entry['key_id']}")
        else:
            keys[key.key_id] = key
    return keys


def _signature(archive, text, keys, findings):
    content = read(archive, "SIGNATURE", findings)
    seal = parse(content) if content is not None else None
    if not isinstance(seal, dict) or set(seal) != {"alg", "key_id", "sig"} or seal["alg"] != "ES256-P1363":
        findings.error("4.4 SIGNATURE")
        return
    key = keys.get(seal["key_id"])
    findings.require(key is not None and key.verifies(text, seal["sig"]), "4.4 signature du manifeste")


def _trust(keys, trusted, findings):
    if not trusted:
        return
    proven = {k.key_id for k in keys.values() if k.key_id in trusted or k.fingerprint in [t.lower() for t in trusted]}
    for key in sorted(keys.values(), key=lambda k: k.entry["valid_from"]):
        before = keys.get(key.entry["prev_key_id"])
        signed = before is not None and before.key_id in proven and before.verifies(key.spki, key.entry["prev_key_sig"])
        if signed:
            proven.add(key.key_id)
        findings.require(key.key_id in proven, f"4.5 clé {key.key_id} sans confiance")


def _listed(archive, manifest, findings):
    listed = {file["name"]: file for file in manifest["files"]}
    always = {"LISEZMOI.txt", "archive.json", *TABLES, *(f"records/{chain}.ndjson" for chain in CHAINS)}
    for name in sorted(always - set(listed)):
        findings.error(f"4.6 {name} manque au manifeste")
    for name in archive.entries:
        if name not in listed and name not in ("manifest.json", "SIGNATURE"):
            findings.error(f"4.6 {name} n’est pas au manifeste")
    for name, file in listed.items():
        content = read(archive, name, findings)
        if content is not None:
            same = len(content) == file["size"] and sha256(content) == file["sha256"]
            findings.require(same, f"4.6 {name} modifié")
