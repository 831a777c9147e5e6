"""The totals (chapter 6)."""


class Totals:
    """Tickets, their grand totals, the perpetual totals and the closings."""

    def __init__(self, manifest, findings):
        self.findings = findings
        self.perpetual = manifest["start"]["perpetual"]
        self.whole = manifest["start"]["global_seq"] == 0
        self.pending = None
        self.seen = self.whole
        self.days, self.months, self.year = {}, {}, _Sum()
        self.last_day, self.last_month = "", ""
        self.reprints = {}

    def take(self, record, payload):
        """Takes the next record."""
        place = f"n° {record['global_seq']} {record['doc_no']}"
        if payload.get("gap"):
            self.perpetual, self.whole, self.pending, self.seen = payload["gap"]["anchor"]["perpetual"], False, None, False
            self.reprints = {}
        if record["chain"] in ("TICKET", "FACTURE"):
            self._ticket(payload, place)
            if record["chain"] == "TICKET":
                self._missing(place)
                self.pending, self.seen = payload, True
        elif record["chain"] == "GT":
            self._grand_total(payload, place)
        elif record["chain"] == "DUPLICATA":
            self._duplicate(payload, place)

    def finish(self):
        """6.2: no ticket is left without its grand total."""
        self._missing("fin")

    def _missing(self, place):
        if self.pending is not None:
            self.findings.error(f"6.2 {place} : grand total manquant")
        self.pending = None

    def _ticket(self, p, place):
        lines, totals, payments = p["lines"], p["totals"], p["payments"]
        numbered = [line["n"] for line in lines] == list(range(1, p["line_count"] + 1))
        sums = totals["net"] + totals["tax"] == totals["total"] and totals["tax"] == sum(v["tax"] for v in p["vat"])
        paid = sum(x["amount"] for x in payments) == totals["total"]
        balanced = all(x["received"] - x["change"] == x["amount"] + x["rounding"] for x in payments)
        self.findings.require(numbered and sums and paid and balanced, f"6.1 {place} ticket")

    def _grand_total(self, p, place):
        amount = 0
        if p["scope"] == "TICKET":
            ticket, self.pending = self.pending, None
            if ticket is None:
                sound = not self.seen
            else:
                named = (p["document"], p["period_key"]) == (ticket["header"]["number"], ticket["business_day"])
                sound = named and p["period_total"] == ticket["totals"]["total"] and p["vat"] == ticket["vat"]
            self.seen = True
            self.findings.require(sound, f"6.2 {place} grand total")
            amount = p["period_total"]
        else:
            self._missing(place)
            self.findings.require(p.get("detail") is not None, f"6.4 {place} clôture sans détail")
        expected = {"real": self.perpetual["real"] + amount, "abs": self.perpetual["abs"] + abs(amount)}
        self.findings.require(p["perpetual"] == expected, f"6.3 {place} cumul perpétuel")
        self.perpetual = p["perpetual"]
        if self.whole:
            self._period(p, place)

    def _period(self, p, place):
        key, part = p["period_key"], _Sum(p)
        if p["scope"] == "TICKET":
            sound = key > self.last_day
            self.days.setdefault(key, _Sum()).add(part)
        elif p["scope"] == "JOUR":
            sound = key > self.last_day and key[:7] > self.last_month
            sound = sound and self.days.pop(key, _Sum()) == part and not any(day < key for day in self.days)
            self.months.setdefault(key[:7], _Sum()).add(part)
            self.last_day = key
        elif p["scope"] == "MOIS":
            sound = key > self.last_month and self.months.pop(key, _Sum()) == part
            sound = sound and not any(day[:7] <= key for day in self.days) and not any(m < key for m in self.months)
            self.year.add(part)
            self.last_month = key
        else:
            sound = self.year == part
            self.year = _Sum()
        self.findings.require(sound, f"6.4 {place} clôture")

    def _duplicate(self, p, place):
        key = (p["document_type"], p["original_number"])
        before = self.reprints.get(key, 0 if self.whole else None)
        if before is not None:
            self.findings.require(p["reprint_number"] == before + 1, f"6.5 {place} duplicata")
        self.reprints[key] = p["reprint_number"]


class _Sum:
    """A total and what it is per rate; a rate that comes to nothing is as none."""

    def __init__(self, payload=None):
        from records import rates

        self.total, self.rates = 0, {}
        if payload is not None:
            self.total = payload["period_total"]
            self.rates = {code: amounts for code, *amounts in rates(payload["vat"]) if any(amounts)}

    def add(self, part):
        self.total += part.total
        for code, amounts in part.rates.items():
            sums = [a + b for a, b in zip(self.rates.get(code, [0, 0, 0]), amounts)]
            self.rates[code] = sums
            if not any(sums):
                del self.rates[code]

    def __eq__(self, other):
        return (self.total, self.rates) == (other.total, other.rates)
