"""The sums and the order of the closings (6.4)."""
from canon import is_date
from findings import Bad
from record import vat_rows


class Sum:
    """A total, and base, tax, gross by rate code."""

    def __init__(self):
        self.total, self.rates = 0, {}

    @classmethod
    def of(cls, total, vat):
        """The sum of one payload; None if it is malformed (said elsewhere)."""
        made = cls()
        try:
            rows = vat_rows(vat)
        except Bad:
            return None
        if type(total) is not int:
            return None
        made.total = total
        for code, *values in rows:
            made._add_rate(code, values)
        return made

    def _add_rate(self, code, values):
        old = self.rates.get(code, [0, 0, 0])
        self.rates[code] = [a + b for a, b in zip(old, values)]

    def add(self, other):
        if other is None:
            return
        self.total += other.total
        for code, values in other.rates.items():
            self._add_rate(code, values)

    def same(self, other):
        """Equal totals; a rate whose values are all 0 counts as absent."""
        if other is None or self.total != other.total:
            return False
        codes = set(self.rates) | set(other.rates)
        zero = [0, 0, 0]
        return all(self.rates.get(c, zero) == other.rates.get(c, zero) for c in codes)


class Periods:
    """Open days and months, closed periods; `wrong` collects the defects."""

    def __init__(self):
        self.wrong = []
        self.off = False
        self.tickets = {}      # month -> day -> Sum of its tickets, day not closed
        self.days = {}         # month not closed -> Sum of its closed days
        self.months = {}       # closed month of the open exercise -> Sum
        self.closed_days, self.closed_months, self.exercises = set(), set(), set()
        self.last_month = ""   # last month of the last closed exercise

    def _add_wrong(self, text):
        if len(self.wrong) < 200:
            self.wrong.append(text)

    def _is_closed(self, key):
        month = key[:7]
        return (key in self.closed_days or month in self.closed_months
                or month <= self.last_month)

    def dated(self, name, day):
        """Nothing is dated in a closed period."""
        if not is_date(day):
            self._add_wrong(f"{name} : business_day")
        elif self._is_closed(day):
            self._add_wrong(f"{name} : daté d’une période close ({day})")

    def ticket(self, name, day, amounts):
        if is_date(day):
            self.tickets.setdefault(day[:7], {}).setdefault(day, Sum()).add(amounts)

    def close(self, name, scope, key, declared):
        if self.off:
            return
        closed = key in self.exercises if scope == "EXERCICE" else self._is_closed(key)
        if closed:
            self._add_wrong(f"{name} : période déjà close ({key})")
            return
        step = {"JOUR": self._day, "MOIS": self._month, "EXERCICE": self._exercise}
        wanted = step[scope](name, key, declared)
        if not wanted.same(declared):
            self._add_wrong(f"{name} : les sommes ne sont pas celles de {key}")

    def _day(self, name, key, declared):
        self.closed_days.add(key)
        self.days.setdefault(key[:7], Sum()).add(declared)
        return self.tickets.get(key[:7], {}).pop(key, Sum())

    def _month(self, name, key, declared):
        if self.tickets.pop(key, None):
            self._add_wrong(f"{name} : un jour du mois n’est pas clos")
        self.closed_months.add(key)
        self.months[key] = Sum()
        self.months[key].add(declared)
        return self.days.pop(key, Sum())

    def _exercise(self, name, key, declared):
        self.exercises.add(key)
        wanted, last = Sum(), max(self.months, default="")
        for amounts in self.months.values():
            wanted.add(amounts)
        self.months = {}
        self.last_month = max(self.last_month, last)
        opened = [m for m in set(self.days) | {m for m in self.tickets if self.tickets[m]}
                  if m <= last]
        if opened:
            self._add_wrong(f"{name} : un mois de l’exercice n’est pas clos")
        for month in opened:
            self.days.pop(month, None)
            self.tickets.pop(month, None)
        return wanted
