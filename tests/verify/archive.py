"""One archive from end to end: chapters 3 to 8, and archive.json (chapter 7)."""
import heapq

from canon import CHAINS
from chain import ChainChecker, link_of
from container import Container
from findings import Bad, Findings, TooMany
from manifest import check_files, check_signature, check_trust, load_keys, load_manifest
from record import Record, RecordChecker
from tables import Tables
from totals import TotalChecker


class Reader:
    """The records of the seven files, in the order of global_seq (5.1)."""

    def __init__(self, box, findings):
        self.box, self.findings = box, findings

    def _chain(self, chain):
        """The records of one file; a line that is not one is an error."""
        name, before = f"records/{chain}.ndjson", 0
        if name not in self.box.members:
            return
        try:
            for number, line in enumerate(self.box.lines(name), 1):
                try:
                    record = Record(line)
                    if record.chain != chain:
                        raise Bad("chaîne d’un autre fichier")
                except Bad as bad:
                    self.findings.error("5.1", f"{name}, ligne {number} : {bad}")
                    continue
                if record.seq <= before:
                    self.findings.error("5.1", f"{name}, ligne {number} : ordre")
                before = record.seq
                yield record
        except Bad as bad:
            self.findings.error("5.1", str(bad))

    def __iter__(self):
        return heapq.merge(*map(self._chain, CHAINS), key=lambda r: r.seq)


def check_seal(box, manifest, checker, chains, totals, findings):
    """Chapter 7: archive.json."""
    try:
        if "archive.json" not in box.members:
            raise Bad("archive.json manque")
        seal = Record(box.read("archive.json"))
        if seal.chain != "ARCHIVE":
            raise Bad("archive.json n’est pas de la chaîne ARCHIVE")
    except Bad as bad:
        findings.error("7", str(bad))
        return
    seal.name = "archive.json"
    if not checker.check(seal):
        return
    if seal.seq == manifest["range"]["last_seq"] + 1 and seal.seq == chains.seq + 1:
        chains.links(seal)
    elif link_of(seal.e) != seal.e["link_global"]:
        findings.error("5.5", "archive.json : link_global")
    if seal.e["terminal_id"] != manifest["terminal"]["id"]:
        findings.error("7.1", "archive.json : n’est pas du poste")
    if seal.seq <= manifest["range"]["last_seq"]:
        findings.error("7.1", "archive.json : global_seq")
    if seal.get("anomaly") is True and not manifest["anomaly"]:
        findings.error("7.1", "archive.json : anomaly")
    for rule, name, value, wanted in _seal_pairs(seal, manifest, chains, totals):
        if type(value) is not type(wanted) or value != wanted:
            findings.error(rule, f"archive.json : {name}")


def _seal_pairs(seal, manifest, chains, totals):
    """7.1 and 7.2: what archive.json repeats."""
    e, get = seal.e, seal.get
    span, period = manifest["range"], manifest["period"]
    yield "7.1", "kind", e["kind"], manifest["type"]
    yield "7.1", "doc_no", e["doc_no"], manifest["number"]
    yield "7.1", "ts_utc", e["ts_utc"], manifest["created"]
    yield "7.1", "terminal", get("header.terminal"), manifest["terminal"]
    yield "7.1", "software", get("header.software"), manifest["software"]
    yield "7.1", "period_from", get("period_from"), period["from"]
    yield "7.1", "period_to", get("period_to"), period["to"]
    for name in ("first_seq", "last_seq", "link_global"):
        yield "7.1", name, get(name), span[name]
    yield "7.1", "records", get("records"), sum(chains.counts.values())
    yield "7.2", "total", get("total"), totals.tickets
    yield "7.2", "perpetual", get("perpetual"), totals.last_perpetual


def _check(box, trust, findings):
    try:
        manifest = load_manifest(box, findings)
    except Bad as bad:
        findings.error("4.1", str(bad))
        return
    ring = load_keys(box, manifest, findings)
    check_signature(box, ring, findings)
    check_trust(ring, trust, findings)
    check_files(box, manifest, findings)
    checker = RecordChecker(box, ring, findings)
    chains = ChainChecker(manifest, ring, findings)
    totals = TotalChecker(manifest, findings)
    tables = Tables(box, findings)
    for record in Reader(box, findings):
        if checker.check(record):
            totals.check(record)
        chains.check(record)
        tables.add(record)
    chains.finish()
    totals.finish()
    tables.finish()
    check_seal(box, manifest, checker, chains, totals, findings)


def verify(path, trust):
    """The findings of one archive; never raises."""
    findings = Findings()
    try:
        box = Container(path)
        try:
            _check(box, trust, findings)
        finally:
            box.close()
    except TooMany:
        pass
    except Bad as bad:
        _last(findings, "3", str(bad))
    except (OSError, ValueError, MemoryError, RecursionError):
        _last(findings, "9", "fichier illisible")
    except Exception as error:  # whatever the bytes are, a verdict
        _last(findings, "9", f"contenu inattendu ({type(error).__name__})")
    return findings


def _last(findings, rule, text):
    try:
        findings.error(rule, text)
    except TooMany:
        pass
