"""The chains of an archive, record after record (5.4 end, 5.5 to 5.9)."""
import hashlib
import re

from canon import CHAINS, at, is_hex64, is_int, is_nat, is_pos, mismatch
from manifest import PERPETUAL, is_chains

_NUMBER = re.compile(r"(.*?)([0-9]{1,18})", re.DOTALL)
_GAP = {"from_seq": is_pos, "to_seq": is_pos}
_ANCHOR = {"global_seq": is_nat, "link_global": is_hex64, "chains": is_chains,
           "perpetual": PERPETUAL}
MAX_BACK = 120


def link_of(e):
    """5.5: the link of a record."""
    text = "|".join(str(e[n]) for n in ("prev_global", "terminal_id", "global_seq",
                                        "chain", "chain_seq", "sig"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def split_number(text):
    """5.8: (prefix, final number, its width), or None."""
    match = _NUMBER.fullmatch(text)
    if not match or match[1][-1:] in set("0123456789"):
        return None
    return match[1], int(match[2]), len(match[2])


def gap_of(record):
    """The declared gap of a JET 941, or None (5.5)."""
    if record.chain == "JET" and record.get("code") == 941:
        return record.get("gap")
    return None


class ChainChecker:
    """State of the chains after the last record seen."""

    def __init__(self, manifest, ring, findings):
        start = manifest["start"]
        self.manifest, self.ring, self.findings = manifest, ring, findings
        self.seq, self.link = start["global_seq"], start["link_global"]
        self.heads = {c: (h["seq"], h["sig"]) for c, h in start["chains"].items()}
        self.from_zero = start["global_seq"] == 0
        self.counts = dict.fromkeys(CHAINS, 0)
        self.numbers, self.loose, self.reprints = {}, set(), {}
        self.last = None
        self.gaps = 0
        self.all_links = {}

    def check(self, record):
        """All the rules between this record and those before it."""
        self.counts[record.chain] += 1
        if record.e["terminal_id"] != self.manifest["terminal"]["id"]:
            self.findings.error("1", f"{record.name} : n’est pas du poste")
        if self.last is None:
            self._first(record)
        else:
            self._key_change(record)
            if (self.last.utc - record.utc).total_seconds() > MAX_BACK:
                self.findings.warn("5.7", f"{record.name} : l’heure recule")
        gap = gap_of(record)
        if gap is not None:
            self._gap(record, gap)
        self.links(record)
        self._number(record)
        if record.chain == "DUPLICATA":
            self._reprint(record)
        if record.chain == "ARCHIVE":
            self._earlier_archive(record)
        self.all_links[record.seq] = record.e["link_global"]
        self.last = record

    def _earlier_archive(self, record):
        """6.6: what an earlier archive sealed is among these records, or before them."""
        first, last = record.get("first_seq"), record.get("last_seq")
        if not (is_pos(first) and is_pos(last) and first <= last < record.seq):
            self.findings.error("6.6", f"{record.name} : positions")
        elif self.all_links.get(last, record.get("link_global")) != record.get("link_global"):
            self.findings.error("6.6", f"{record.name} : link_global")

    def _first(self, record):
        """5.6, and the first record of 5.9."""
        if record.seq != self.manifest["range"]["first_seq"]:
            self.findings.error("5.9", "le premier enregistrement n’est pas celui de range")
        if self.from_zero and (record.chain != "JET" or record.e["kind"] != "260"):
            self.findings.error("5.6", "le premier enregistrement n’est pas un JET 260")

    def _key_change(self, record):
        """5.4, last paragraph."""
        old, new = self.last.e["key_id"], record.e["key_id"]
        if old == new:
            return
        if record.chain != "JET" or record.e["kind"] not in ("960", "941"):
            self.findings.error("5.4", f"{record.name} : changement de clé sans JET 960 ou 941")
        entry = self.ring.in_force(record.seq)
        if entry is None or entry["key_id"] != new:
            return
        if entry["prev_key_id"] is None and entry["prev_key_sig"] is None:
            self.findings.warn("5.4", f"la clé {new} n’est pas signée par la précédente")
        elif entry["prev_key_id"] != old or not self.ring.prev_signed(entry):
            self.findings.error("5.4", f"la clé {new} : prev_key_id ou prev_key_sig")

    def _gap(self, record, gap):
        """5.5: a declared gap, a warning; the chains go on from its anchor."""
        anchor = at(gap, "anchor")
        part = {n: at(anchor, n) for n in _ANCHOR}
        bounds = {n: at(gap, n) for n in _GAP}
        if mismatch(part, _ANCHOR) or mismatch(bounds, _GAP):
            self.findings.error("5.5", f"{record.name} : rupture mal formée")
            return
        if at(anchor, "terminal_id") != record.e["terminal_id"]:
            self.findings.error("5.5", f"{record.name} : ancre d’un autre poste")
        first, last = bounds["from_seq"], bounds["to_seq"]
        if first != self.seq + 1 or last != part["global_seq"] or last < first:
            self.findings.error("5.5", f"{record.name} : positions de la rupture")
        self.findings.warn("5.5", f"rupture déclarée, positions {first} à {last} perdues")
        self.seq, self.link = part["global_seq"], part["link_global"]
        self.heads = {c: (h["seq"], h["sig"]) for c, h in part["chains"].items()}
        self.gaps += 1
        self.loose = set(self.numbers) | set(CHAINS)
        self.reprints = {d: None for d in self.reprints}

    def links(self, record):
        """5.5: positions, previous signatures, links."""
        e = record.e
        seq, sig = self.heads.get(record.chain, (0, ""))
        tests = (("global_seq", self.seq + 1), ("chain_seq", seq + 1), ("prev_sig", sig),
                 ("prev_global", self.link), ("link_global", link_of(e)))
        for name, wanted in tests:
            if e[name] != wanted:
                self.findings.error("5.5", f"{record.name} : {name}")
        self.seq, self.link = record.seq, e["link_global"]
        self.heads[record.chain] = (e["chain_seq"], e["sig"])

    def _number(self, record):
        """5.8: constant prefix, number plus one; FACTURE by prefix."""
        parts = split_number(record.e["doc_no"])
        if parts is None:
            self.findings.error("5.8", f"{record.name} : doc_no sans nombre final")
            return
        prefix, number, width = parts
        invoice = record.chain == "FACTURE"
        series = (record.chain, prefix) if invoice else record.chain
        before = self.numbers.get(series)
        self.numbers[series] = parts
        free = series in self.loose or (before is None and (invoice and self.gaps))
        self.loose.discard(series)
        if before is None:
            good = free or not self.from_zero or number == 1
        else:
            plus_one = str(before[1] + 1).zfill(before[2]) == str(number).zfill(width)
            good = before[0] == prefix and (plus_one or free and number > before[1])
        if not good:
            self.findings.error("5.8", f"{record.name} : numéro {record.e['doc_no']}")

    def _reprint(self, record):
        """6.5: the duplicates of a document are numbered 1, 2, 3…"""
        document, number = str(record.get("document")), record.get("reprint_number")
        if not is_int(number):
            self.findings.error("6.5", f"{record.name} : numéro de réimpression")
            return
        before = self.reprints.get(document)
        if before is None:
            partial = not self.from_zero or self.gaps
            good = number >= 1 if partial else number == 1
        else:
            good = number == before + 1
        if not good:
            self.findings.error("6.5", f"{record.name} : numéro de réimpression")
        self.reprints[document] = number

    def finish(self):
        """5.9: the last record and the counts."""
        span = self.manifest["range"]
        if self.last is None:
            self.findings.error("5.9", "aucun enregistrement")
        elif (self.seq, self.link) != (span["last_seq"], span["link_global"]):
            self.findings.error("5.9", "le dernier enregistrement n’est pas celui de range")
        for chain in CHAINS:
            if self.counts[chain] != self.manifest["counts"][chain]:
                self.findings.error("5.9", f"counts de {chain}")
