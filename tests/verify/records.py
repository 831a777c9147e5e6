"""The records: one by one, and in their chains (chapter 5)."""

import datetime
import re

from archive import Damaged
from checks import parse, sha256
from files import CHAINS
from schema import follows
from tables import Tables
from totals import Totals

FIELDS = {
    "global_seq": int, "terminal_id": str, "chain": str, "chain_seq": int, "doc_no": str, "kind": str, "ts_utc": str,
    "ts_local": str, "utc_off_min": int, "operator_id": str, "ttc_cents": int, "vat_json": str, "payload": str,
    "payload_sha256": str, "layout": str, "prev_sig": str, "sig": str, "key_id": str, "prev_global": str,
    "link_global": str, "sw_version": str, "fiscal_version": str,
}  # fmt: skip
NUMBER = re.compile(r"(.*?)([0-9]+)\Z", re.DOTALL)


class Found:
    """What the records turned out to be."""

    def __init__(self, manifest):
        start = manifest["start"]
        self.count = 0
        self.first = None
        self.position, self.link = start["global_seq"], start["link_global"]
        self.heads = {chain: (head["seq"], head["sig"]) for chain, head in start["chains"].items()}
        self.perpetual = start["perpetual"]
        self.turnover = 0
        self.counts = dict.fromkeys(CHAINS, 0)


def check_records(archive, manifest, keys, findings):
    """Checks every record; returns what they turned out to be."""
    records = _records(archive, findings)
    schemas = _schemas(archive)
    found, totals, tables = Found(manifest), Totals(manifest, findings), Tables()
    chain = _Chain(manifest, keys, found, findings)
    for record in records:
        payload = check_record(record, manifest, keys, schemas, findings)
        chain.take(record, payload)
        if payload is not None:
            totals.take(record, payload)
        tables.take(record)
        found.counts[record["chain"]] += 1
        found.count += 1
        if record["chain"] == "TICKET":
            found.turnover += record["ttc_cents"]
    totals.finish()
    found.perpetual = totals.perpetual
    range_ = manifest["range"]
    same = found.first is not None and found.first >= range_["first_seq"]
    same = same and (found.position, found.link) == (range_["last_seq"], range_["link_global"])
    findings.require(same, "5.9 étendue")
    findings.require(found.counts == manifest["counts"], "5.9 nombres")
    listed = {file["name"]: file["sha256"] for file in manifest["files"]}
    for name, content in tables.contents():
        findings.require(listed.get(name) == sha256(content), f"8.1 {name}")
    return found


def _records(archive, findings):
    records = []
    for chain in CHAINS:
        name = f"records/{chain}.ndjson"
        try:
            content = archive.read(name) if name in archive.entries else b""
        except Damaged:
            continue  # check_files says so
        lines = content.split(b"\n")
        if lines.pop():
            findings.error(f"5.1 {name} : dernière ligne")
        last = 0
        for number, line in enumerate(lines, 1):
            record = parse(line)
            if is_record(record) and record["chain"] == chain:
                findings.require(record["global_seq"] > last, f"5.1 {name} ligne {number} : ordre")
                last = record["global_seq"]
                records.append(record)
            else:
                findings.error(f"5.1 {name} ligne {number}")
    records.sort(key=lambda record: record["global_seq"])
    return records


def is_record(value):
    """Whether a value has the fields of a record."""
    if not isinstance(value, dict) or set(value) != set(FIELDS) or value["chain"] not in CHAINS:
        return False
    return all(isinstance(value[name], kind) and not isinstance(value[name], bool) for name, kind in FIELDS.items())


def _schemas(archive):
    schemas = {}
    for name in archive.entries:
        if name.startswith("schema/"):
            try:
                import json

                schemas[name] = json.loads(archive.read(name))
            except (Damaged, ValueError):
                pass
    return schemas


def check_record(record, manifest, keys, schemas, findings):
    """5.2 to 5.4: a record by itself. Returns its payload, if it can be read."""
    place = f"n° {record['global_seq']} {record['doc_no']}"
    data = record["payload"].encode("utf-8", "surrogatepass")
    findings.require(sha256(data) == record["payload_sha256"], f"5.2 {place} contenu modifié")
    payload = parse(record["payload"])
    schema = schemas.get(f"schema/{str(payload.get('s')).replace('/', '-')}.json") if isinstance(payload, dict) else None
    if schema is None or not follows(payload, schema, schema):
        findings.error(f"5.2 {place} contenu illisible")
        return None
    _columns(record, payload, place, findings)
    text = _data(record, payload).encode("utf-8")
    key = keys.get(record["key_id"])
    findings.require(key is not None and key.verifies(text, record["sig"]), f"5.4 {place} signature")
    in_force = [k for k in keys.values() if k.entry["valid_from"] <= record["global_seq"]]
    last = max(in_force, key=lambda k: k.entry["valid_from"], default=None)
    findings.require(last is not None and last.key_id == record["key_id"], f"5.4 {place} clé hors service")
    link = "|".join(str(record[name]) for name in ("prev_global", "terminal_id", "global_seq", "chain", "chain_seq", "sig"))
    findings.require(sha256(link.encode()) == record["link_global"], f"5.5 {place} maillon")
    return payload


def _derived(payload):
    kind = payload["s"].split("/")[0]
    if kind == "ticket":
        invoice = payload.get("class") == "FACTURE_DE_TICKET"
        chain, name = ("FACTURE", payload["class"]) if invoice else ("TICKET", payload["operation"])
        return chain, name, payload["totals"]["total"], payload["vat"]
    if kind == "reglement":
        return "REGLEMENT", payload["kind"], payload["payment"]["amount"], []
    if kind == "gt":
        return "GT", payload["scope"], payload["period_total"], payload["vat"]
    if kind == "duplicata":
        return "DUPLICATA", payload["document_type"], 0, []
    if kind == "jet":
        return "JET", str(payload["code"]), 0, []
    return "ARCHIVE", payload["archive_type"], payload["total"], payload["vat"]


def rates(vat):
    """5.3: totals per printed rate."""
    rows = []
    for row in sorted(vat, key=lambda r: -r["rate"]):
        code = f"{row['rate'] // 10 + (row['rate'] % 10 >= 5):04d}"
        amounts = [row["base"], row["tax"], row["gross"]]
        if rows and rows[-1][0] == code:
            rows[-1] = [code] + [a + b for a, b in zip(rows[-1][1:], amounts)]
        else:
            rows.append([code] + amounts)
    return rows


def _columns(record, payload, place, findings):
    header = payload["header"]
    chain, kind, total, vat = _derived(payload)
    vat_json = "[" + ",".join(f'["{c}",{b},{t},{g}]' for c, b, t, g in rates(vat)) + "]"
    operator = header["operator"]
    expected = {
        "terminal_id": header["terminal"]["id"], "chain": chain, "doc_no": header["number"], "kind": kind,
        "ts_utc": header["at"]["ts_utc"], "ts_local": header["at"]["ts_local"], "utc_off_min": header["at"]["utc_off_min"],
        "operator_id": operator["id"] if operator else "", "ttc_cents": total, "vat_json": vat_json,
        "layout": f"FR1.{chain}", "sw_version": header["software"]["version"],
        "fiscal_version": header["software"]["fiscal_version"],
    }  # fmt: skip
    for name, value in expected.items():
        findings.require(record[name] == value, f"5.3 {place} colonne {name}")
    findings.require(_moment(header["at"]) is not None, f"5.3 {place} moment")


def _moment(at):
    try:
        utc = datetime.datetime.strptime(at["ts_utc"], "%Y-%m-%dT%H:%M:%SZ")
        local = utc + datetime.timedelta(minutes=at["utc_off_min"])
    except (ValueError, OverflowError):
        return None
    return utc if local.strftime("%Y%m%d%H%M%S") == at["ts_local"] else None


def _data(record, payload):
    vat = "|".join(f"{row[0]}:{row[3]}" for row in rates(_derived(payload)[3]))
    total, moment, number, kind = record["ttc_cents"], record["ts_local"], record["doc_no"], record["kind"]
    code = payload["header"]["terminal"]["code"]
    chain = record["chain"]
    if chain == "TICKET":
        fields = [vat, total, moment, number, kind]
    elif chain == "FACTURE":
        buyer = payload.get("customer") or {}
        fields = [vat, total, moment, number, kind] + [buyer.get(n) or "" for n in ("name", "postcode", "vat_id")]
    elif chain == "REGLEMENT":
        fields = [total, moment, number, kind, payload.get("document") or ""]
    elif chain == "GT":
        subject = payload.get("document")
        perpetual = payload.get("perpetual", {}).get("real")
        fields = [vat, total, perpetual, moment, payload.get("period_key") if subject is None else subject]
    elif chain == "DUPLICATA":
        fields = [number, payload.get("document_type"), payload.get("reprint_number"), record["operator_id"], moment]
        fields.append(payload.get("original_number"))
    elif chain == "JET":
        fields = [number, payload.get("code"), payload.get("label"), moment, record["operator_id"], code]
    else:
        fields = [vat, total, moment, code, payload.get("archive_type")]
    fields += [record["payload_sha256"], "O" if record["prev_sig"] else "N", record["prev_sig"]]
    return ",".join(str(field).replace(",", ";") for field in fields)


class _Chain:
    """5.5 to 5.8: places and links."""

    def __init__(self, manifest, keys, found, findings):
        self.manifest, self.keys, self.found, self.findings = manifest, keys, found, findings
        self.utc = None
        self.key = None
        self.numbers = {}

    def take(self, record, payload):
        found, findings = self.found, self.findings
        place = f"n° {record['global_seq']} {record['doc_no']}"
        if found.first is None:
            found.first = record["global_seq"]
        gap = payload.get("gap") if payload and record["chain"] == "JET" else None
        if gap:
            self._cross(gap, record, place)
        if found.position == 0:
            findings.require(record["chain"] == "JET" and record["kind"] == "260", f"5.6 {place} initialisation")
        seq, sig = found.heads.get(record["chain"], (0, ""))
        findings.require(record["terminal_id"] == self.manifest["terminal"]["id"], f"5.5 {place} autre poste")
        findings.require(record["global_seq"] == found.position + 1, f"5.5 {place} suite générale")
        findings.require(record["chain_seq"] == seq + 1, f"5.5 {place} suite de la chaîne")
        findings.require(record["prev_sig"] == sig, f"5.5 {place} signature précédente")
        findings.require(record["prev_global"] == found.link, f"5.5 {place} maillon précédent")
        self._key_change(record, place)
        if payload is not None:
            self._clock(payload, place)
            self._number(record, place)
        found.position, found.link = record["global_seq"], record["link_global"]
        found.heads[record["chain"]] = (record["chain_seq"], record["sig"])

    def _cross(self, gap, record, place):
        anchor, found = gap["anchor"], self.found
        sound = (
            record["kind"] == "941"
            and gap["from_seq"] == found.position + 1
            and gap["to_seq"] == anchor["global_seq"]
            and record["global_seq"] == gap["to_seq"] + 1
        )
        if not sound:
            self.findings.error(f"5.5 {place} rupture infondée")
            return
        self.findings.warning(f"5.5 {place} rupture déclarée")
        found.position, found.link = anchor["global_seq"], anchor["link_global"]
        found.heads = {chain: (head["seq"], head["sig"]) for chain, head in anchor["chains"].items()}
        self.numbers = {}

    def _key_change(self, record, place):
        before, self.key = self.key, record["key_id"]
        if before is None or before == record["key_id"]:
            return
        announced = record["chain"] == "JET" and record["kind"] in ("960", "941")
        self.findings.require(announced, f"5.4 {place} changement de clé sans annonce")
        new, old = self.keys.get(record["key_id"]), self.keys.get(before)
        if new is None:
            return
        entry = new.entry
        if entry["prev_key_id"] is None or entry["prev_key_sig"] is None:
            self.findings.warning(f"5.4 {place} clé non contresignée")
        else:
            signed = entry["prev_key_id"] == before and old is not None and old.verifies(new.spki, entry["prev_key_sig"])
            self.findings.require(signed, f"5.4 {place} contreseing")

    def _clock(self, payload, place):
        moment = _moment(payload["header"]["at"])
        if moment is None:
            return
        if self.utc is not None and (self.utc - moment).total_seconds() > 120:
            self.findings.warning(f"5.7 {place} horloge en arrière")
        self.utc = moment

    def _number(self, record, place):
        parts = NUMBER.match(record["doc_no"])
        if parts is None:
            self.findings.error(f"5.8 {place} numéro")
            return
        prefix, number = parts.group(1), int(parts.group(2))
        series = (record["chain"], prefix if record["chain"] == "FACTURE" else "")
        before = self.numbers.get(series)
        if before is None:
            sound = self.manifest["start"]["global_seq"] != 0 or self.found.position == 0 or number == 1
        else:
            sound = (prefix, number) == (before[0], before[1] + 1)
        self.findings.require(sound, f"5.8 {place} numéro")
        self.numbers[series] = (prefix, number)
