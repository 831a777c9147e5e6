"""The CSV tables, made again from the records and compared (chapter 8)."""
import re

from canon import at, is_bool, is_int, is_str
from columns import COLUMNS
from findings import Bad

_TITLE = re.compile(r"csv/(\w+)\.csv — chaînes : ([A-Z, ]+)(?: ; .* de p\.(\w+))?")


def _text(value):
    if not is_str(value):
        raise Bad("texte attendu")
    return "'" + value if value[:1] in tuple("=+-@\t\r") else value


def _integer(value):
    if not is_int(value):
        raise Bad("entier attendu")
    return str(value)


def _decimal(places):
    """A format «décimal N»."""
    def show(value):
        digits = _integer(value).lstrip("-").zfill(places + 1)
        return f"{'-' if value < 0 else ''}{digits[:-places]},{digits[-places:]}"
    return show


_THREE = _decimal(3)


def _moment(v):
    return f"{v[:4]}-{v[4:6]}-{v[6:8]} {v[8:10]}:{v[10:12]}:{v[12:]}"


def _extract(sig):
    return _text(sig[2] + sig[6] + sig[12] + sig[18])


def _taxes(value):
    if type(value) is not list or not all(is_str(at(t, "code")) for t in value):
        raise Bad("taxes attendues")
    return " + ".join(f"{t['code']} {_THREE(at(t, 'rate'))}" for t in value)


def _yes_no(value):
    if not is_bool(value):
        raise Bad("oui/non attendu")
    return "oui" if value else "non"


_FORMATS = {"texte": _text, "entier": _integer, "moment": _moment, "extrait": _extract,
            "taxes": _taxes, "oui/non": _yes_no, "décimal 2": _decimal(2),
            "décimal 3": _THREE, "décimal 4": _decimal(4), "décimal 6": _decimal(6)}


def _row(cells):
    quoted = ('"' + c.replace('"', '""') + '"' if any(x in c for x in ';"\r\n') else c
              for c in cells)
    return (";".join(quoted) + "\r\n").encode("utf-8")


class Table:
    """One table: its columns, and the bytes of the archive still to compare."""

    def __init__(self, name, chains, each):
        self.name, self.chains, self.each = f"csv/{name}.csv", chains, each
        self.columns = []
        self.rest, self.source, self.wrong = bytearray(), None, True

    def open(self, box):
        """Begin the comparison: mark of order and titles."""
        if self.name in box.members:
            self.source, self.wrong = box.chunks(self.name), False
            titles = _row(title for title, _, _ in self.columns)
            self._expect(b"\xef\xbb\xbf" + titles)

    def _expect(self, data):
        while len(self.rest) < len(data):
            chunk = next(self.source, None)
            if chunk is None:
                raise Bad("tableau trop court")
            self.rest += chunk
        if self.rest[:len(data)] != data:
            raise Bad("octets différents")
        del self.rest[:len(data)]

    def add(self, record):
        """Compare the rows of one record."""
        items = [None]
        if self.each:
            items = record.get(self.each)
            if type(items) is not list:
                raise Bad(f"p.{self.each} n’est pas une liste")
        for item in items:
            values = {"e": record.e, "p": record.p, "i": item}
            cells = []
            for _, path, show in self.columns:
                value = at(values, path)
                cells.append("" if value is None else show(value))
            self._expect(_row(cells))

    def end(self):
        if self.rest or any(self.source):
            raise Bad("tableau trop long")


class Tables:
    """The nine tables together (8.1)."""

    def __init__(self, box, findings):
        self.findings, self.tables = findings, []
        for line in COLUMNS.splitlines():
            title = _TITLE.fullmatch(line)
            if title:
                self.tables.append(Table(title[1], title[2].split(", "), title[3]))
            elif line.strip():
                name, rest = line.strip().split(" ← ")
                path, form = rest.split(", ")
                self.tables[-1].columns.append((name, path, _FORMATS[form]))
        for table in self.tables:
            self._try(table, table.open, box, force=True)

    def _try(self, table, action, *arguments, force=False):
        if table.wrong and not force:
            return
        try:
            action(*arguments)
        except Bad as bad:
            table.wrong = True
            self.findings.error("8.1", f"{table.name} : {bad}")

    def add(self, record):
        for table in self.tables:
            if record.chain in table.chains:
                self._try(table, table.add, record)

    def finish(self):
        for table in self.tables:
            self._try(table, table.end)
