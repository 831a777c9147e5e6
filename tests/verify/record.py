"""One record: its form, its payload, its columns, its signature (5.1 to 5.4)."""
import hashlib

from canon import (CHAINS, at, is_hex64, is_int, is_key_id, is_local, is_pos, is_sig,
                   is_str, is_utc, is_uuid, mismatch, parse_canonical, parse_json,
                   parse_local, parse_utc, same_moment, write_json)
from findings import Bad
from schema import Schema

_FORM = {
    "global_seq": is_pos, "terminal_id": is_uuid, "chain": lambda v: v in CHAINS,
    "chain_seq": is_pos, "doc_no": is_str, "kind": is_str, "ts_utc": is_utc,
    "ts_local": is_local, "utc_off_min": is_int,
    "operator_id": lambda v: v == "" or is_uuid(v), "ttc_cents": is_int,
    "vat_json": is_str, "payload": is_str, "payload_sha256": is_hex64,
    "layout": is_str, "prev_sig": lambda v: v == "" or is_sig(v), "sig": is_sig,
    "key_id": is_key_id, "prev_global": is_hex64, "link_global": is_hex64,
    "sw_version": is_str, "fiscal_version": is_str,
}
# 5.3: s -> chain, kind, ttc_cents, whether vat_json comes from p.vat
_TICKET = ("TICKET", "operation", "totals.total", True)
_COLUMNS = {
    "ticket/1": _TICKET, "ticket/2": _TICKET, "ticket/3": _TICKET,
    "reglement/1": ("REGLEMENT", "kind", "payment.amount", False),
    "gt/1": ("GT", "scope", "period_total", True),
    "gt/2": ("GT", "scope", "period_total", True),
    "duplicata/1": ("DUPLICATA", "document_type", None, False),
    "jet/1": ("JET", "code", None, False), "jet/2": ("JET", "code", None, False),
    "archive/1": ("ARCHIVE", "archive_type", "total", True),
}
_INVOICE = ("FACTURE", "class", "totals.total", True)
# 5.4: the fields of DATA before payload_sha256
_DATA = {
    "TICKET": "TVA e.ttc_cents e.ts_local e.doc_no e.kind",
    "FACTURE": "TVA e.ttc_cents e.ts_local e.doc_no e.kind "
               "p.customer.name p.customer.postcode p.customer.vat_id",
    "REGLEMENT": "e.ttc_cents e.ts_local e.doc_no e.kind p.document",
    "GT": "TVA e.ttc_cents p.perpetual.real e.ts_local GT",
    "DUPLICATA": "e.doc_no p.document_type p.reprint_number e.operator_id "
                 "e.ts_local p.original_number",
    "JET": "e.doc_no p.code p.label e.ts_local e.operator_id p.header.terminal.code",
    "ARCHIVE": "TVA e.ttc_cents e.ts_local p.header.terminal.code p.archive_type",
}
VAT_LINE = ("rate", "base", "tax", "gross")


class Record:
    """A record of the right form: `e` its fields, `p` its payload (or {})."""

    def __init__(self, line):
        self.e = parse_canonical(line)
        wrong = mismatch(self.e, _FORM)
        if wrong:
            raise Bad(f"enregistrement : {wrong}")
        self.seq, self.chain = self.e["global_seq"], self.e["chain"]
        self.utc = parse_utc(self.e["ts_utc"])
        self.p = {}
        self.name = f"{self.chain} en position {self.seq}"

    def get(self, path):
        return at(self.p, path)


def rate_code(rate):
    """5.3: the rate × 100, half up, on four digits at least."""
    return f"{(rate + 5) // 10:04d}"


def vat_rows(vat):
    """5.3: p.vat as rows [code, base, tax, gross]; Bad if it is malformed."""
    if type(vat) is not list:
        raise Bad("p.vat n’est pas une liste")
    if not all(is_int(at(v, n)) for v in vat for n in VAT_LINE):
        raise Bad("ligne de p.vat mal formée")
    rows = []
    for line in sorted(vat, key=lambda v: -v["rate"]):
        row = [rate_code(line["rate"]), line["base"], line["tax"], line["gross"]]
        if rows and rows[-1][0] == row[0]:
            row[1:] = [a + b for a, b in zip(rows.pop()[1:], row[1:])]
        rows.append(row)
    return rows


class RecordChecker:
    """Rules 5.2, 5.3 and the signature of 5.4, for any record."""

    def __init__(self, box, ring, findings):
        self.box, self.ring, self.findings = box, ring, findings
        self.schemas = {}

    def check(self, record):
        """All the rules of one record; false when its payload is not usable."""
        try:
            self._payload(record)
        except Bad as bad:
            self.findings.error("5.2", f"{record.name} : {bad}")
            return False
        try:
            self._columns(record)
        except Bad as bad:
            self.findings.error("5.3", f"{record.name} : {bad}")
        try:
            self._signature(record)
        except Bad as bad:
            self.findings.error("5.4", f"{record.name} : {bad}")
        return True

    def _payload(self, record):
        """5.2: hash, canonical form, schema."""
        text = record.e["payload"].encode("utf-8")
        if hashlib.sha256(text).hexdigest() != record.e["payload_sha256"]:
            raise Bad("payload_sha256")
        payload = parse_canonical(text)
        if type(payload) is not dict or payload.get("s") not in list(_COLUMNS):
            raise Bad("type de charge utile inconnu")
        schema = self._schema(payload["s"])
        if schema:
            schema.check(payload, len(text))
        record.p = payload

    def _schema(self, kind):
        """The schema of a kind of payload, None when it is missing (4.6)."""
        if kind not in self.schemas:
            name = f"schema/{kind.replace('/', '-')}.json"
            self.schemas[kind] = None
            try:
                if name not in self.box.members:
                    raise Bad(f"{name} manque")
                self.schemas[kind] = Schema(parse_json(self.box.read(name, 1 << 20)))
            except Bad as bad:
                self.findings.error("4.6", f"{kind} : {bad}")
        return self.schemas[kind]

    def _columns(self, record):
        """5.3: the columns repeat the payload."""
        e, get = record.e, record.get
        pairs = {"terminal_id": "header.terminal.id", "doc_no": "header.number",
                 "ts_utc": "header.at.ts_utc", "ts_local": "header.at.ts_local",
                 "utc_off_min": "header.at.utc_off_min",
                 "sw_version": "header.software.version",
                 "fiscal_version": "header.software.fiscal_version"}
        for column, path in pairs.items():
            _same(e[column], get(path), column)
        if type(record.p["header"].get("operator", "")) not in (dict, type(None)):
            raise Bad("p.header.operator")
        operator = get("header.operator.id") if get("header.operator") else ""
        _same(e["operator_id"], operator, "operator_id")
        if not same_moment(record.utc, parse_local(e["ts_local"]), e["utc_off_min"]):
            raise Bad("ts_utc, ts_local et utc_off_min ne concordent pas")
        _same(e["layout"], "FR1." + e["chain"], "layout")
        row = _COLUMNS[record.p["s"]]
        if record.p["s"] == "ticket/3" and get("class") == "FACTURE_DE_TICKET":
            row = _INVOICE
        chain, kind, total, vat = row
        _same(e["chain"], chain, "chain")
        wanted = get(kind)
        _same(e["kind"], str(wanted) if chain == "JET" and is_int(wanted) else wanted, "kind")
        _same(e["ttc_cents"], get(total) if total else 0, "ttc_cents")
        rows = vat_rows(get("vat")) if vat else []
        _same(e["vat_json"], write_json(rows).decode("utf-8"), "vat_json")

    def _signature(self, record):
        """5.4: the signature of DATA, by the key in force."""
        e = record.e
        entry = self.ring.in_force(record.seq)
        if entry is None or entry["key_id"] != e["key_id"]:
            self.findings.error("5.4", f"{record.name} : la clé n’est pas en vigueur")
        key = self.ring.keys.get(e["key_id"])
        if key is None:
            raise Bad("la clé n’est pas une clé de l’archive")
        if not key.signed(e["sig"], data_text(record).encode("utf-8")):
            raise Bad("la signature n’est pas juste")


def _same(value, wanted, name):
    if type(value) is not type(wanted) or value != wanted:
        raise Bad(f"{name} ne répète pas la charge utile")


def data_text(record):
    """5.4: the text DATA."""
    e, fields = record.e, []
    for name in _DATA[record.chain].split():
        if name == "TVA":
            value = _vat_text(e["vat_json"])
        elif name == "GT":
            value = record.get("document")
            value = record.get("period_key") if value is None else value
        else:
            value = at({"e": e, "p": record.p}, name)
        if value is not None and type(value) not in (str, int):
            raise Bad(f"{name} n’est pas un texte")
        fields.append("" if value is None else str(value).replace(",", ";"))
    fields += [e["payload_sha256"], "O" if e["prev_sig"] else "N", e["prev_sig"]]
    return ",".join(fields)


def _vat_text(text):
    rows = parse_json(text.encode("utf-8"))
    if type(rows) is not list or not all(type(r) is list and len(r) == 4 for r in rows):
        raise Bad("vat_json mal formé")
    if not all(is_str(r[0]) and is_int(r[3]) for r in rows):
        raise Bad("vat_json mal formé")
    return "|".join(f"{r[0]}:{r[3]}" for r in rows)
