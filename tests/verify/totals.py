"""Tickets, grand totals and closings (chapter 6)."""
import re

from canon import at, is_date, is_int, mismatch
from chain import gap_of
from findings import Bad
from manifest import PERPETUAL
from periods import Periods, Sum

_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


def _ints(value, names):
    """The integers of these names, Bad if one is missing."""
    found = [at(value, n) for n in names.split()]
    if not all(map(is_int, found)):
        raise Bad(f"{names} : entiers attendus")
    return found


def _items(record, name):
    found = record.get(name)
    if type(found) is not list:
        raise Bad(f"{name} n’est pas une liste")
    return found


def check_ticket(record):
    """6.1: the sums of a ticket or an invoice."""
    lines = _items(record, "lines")
    if [at(line, "n") for line in lines] != list(range(1, len(lines) + 1)):
        raise Bad("lignes mal numérotées")
    count, net, tax, total = _ints(record.p, "line_count totals.net totals.tax totals.total")
    if count != len(lines):
        raise Bad("line_count")
    if net + tax != total:
        raise Bad("totals.net + totals.tax ≠ totals.total")
    if sum(_ints(v, "tax")[0] for v in _items(record, "vat")) != tax:
        raise Bad("somme des taxes")
    paid = 0
    for payment in _items(record, "payments"):
        amount, got, back, rest = _ints(payment, "amount received change rounding")
        paid += amount
        if got - back != amount + rest:
            raise Bad("received - change ≠ amount + rounding")
    if paid != total:
        raise Bad("somme des paiements")


class TotalChecker:
    """State of the perpetual totals and of the closings."""

    def __init__(self, manifest, findings):
        start = manifest["start"]
        self.findings = findings
        self.perpetual = dict(start["perpetual"])
        self.last_perpetual = dict(start["perpetual"])
        self.from_zero = start["global_seq"] == 0
        self.orphan = not self.from_zero
        self.pending = None
        self.tickets = 0
        self.periods = Periods()

    def check(self, record):
        """The rules of chapter 6 that concern this record."""
        gap = gap_of(record)
        if gap is not None:
            self._gap(gap)
        try:
            if record.chain in ("TICKET", "FACTURE"):
                check_ticket(record)
        except Bad as bad:
            self.findings.error("6.1", f"{record.name} : {bad}")
        if record.chain == "TICKET":
            self._ticket(record)
        elif record.chain == "GT":
            self._grand_total(record)
        if record.chain in ("TICKET", "REGLEMENT"):
            self.periods.dated(record.name, record.get("business_day"))

    def _gap(self, gap):
        """After a declared gap: no sums (6.4), totals of the anchor."""
        perpetual = at(gap, "anchor.perpetual")
        if mismatch(perpetual, PERPETUAL) is None:
            self.perpetual = dict(perpetual)
        self.periods.off = True
        self.pending, self.orphan = None, True

    def _ticket(self, record):
        self._no_pending(record)
        self.pending, self.orphan = record, False
        self.tickets += record.e["ttc_cents"]
        self.periods.ticket(record.name, record.get("business_day"),
                            Sum.of(record.get("totals.total"), record.get("vat")))

    def _no_pending(self, record):
        """6.2: a ticket is followed by its GT before this record."""
        if self.pending:
            self.findings.error("6.2", f"{self.pending.name} : pas de GT avant {record.name}")
            self.pending = None

    def _grand_total(self, record):
        total, real, absolute = (record.get(n) for n in (
            "period_total", "perpetual.real", "perpetual.abs"))
        if not (is_int(total) and is_int(real) and is_int(absolute)):
            self.findings.error("6.3", f"{record.name} : montants")
            return
        if record.get("scope") == "TICKET":
            self._ticket_total(record)
            self.perpetual["real"] += total
            self.perpetual["abs"] += abs(total)
        else:
            self._closing(record)
        if self.perpetual != {"real": real, "abs": absolute}:
            self.findings.error("6.3", f"{record.name} : cumuls perpétuels")
        self.perpetual = {"real": real, "abs": absolute}
        self.last_perpetual = dict(self.perpetual)

    def _ticket_total(self, record):
        """6.2: the GT of a ticket repeats it."""
        ticket, self.pending = self.pending, None
        orphan, self.orphan = self.orphan, False
        if ticket is None:
            if not orphan:
                self.findings.error("6.2", f"{record.name} : GT de portée TICKET sans ticket")
            return
        pairs = (("document", ticket.e["doc_no"]),
                 ("period_key", ticket.get("business_day")),
                 ("period_total", ticket.get("totals.total")), ("vat", ticket.get("vat")))
        for name, wanted in pairs:
            if record.get(name) != wanted:
                self.findings.error("6.2", f"{record.name} : {name} n’est pas celui du ticket")

    def _closing(self, record):
        """6.4: the form of a closing, then its sums."""
        self._no_pending(record)
        self.orphan = False
        scope, key = str(record.get("scope")), record.get("period_key")
        form = {"JOUR": is_date, "MOIS": lambda k: type(k) is str and _MONTH.fullmatch(k),
                "EXERCICE": lambda k: type(k) is str and k}.get(scope)
        if form is None or not form(key):
            self.findings.error("6.4", f"{record.name} : portée ou period_key")
            return
        if record.p.get("s") != "gt/1" and type(record.get("detail")) is not dict:
            self.findings.error("6.4", f"{record.name} : p.detail est null")
        declared = Sum.of(record.get("period_total"), record.get("vat"))
        self.periods.close(record.name, scope, key, declared)

    def finish(self):
        """6.2 of the last ticket; 6.4: the sums count only from the first record, without a gap."""
        if self.pending:
            self.findings.error("6.2", f"{self.pending.name} : pas de GT")
        if self.from_zero and not self.periods.off:
            for text in self.periods.wrong:
                self.findings.error("6.4", text)
