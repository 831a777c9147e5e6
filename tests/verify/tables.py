"""The tables (chapter 8), made again from the records."""

import json

MOMENTS = [("Date et heure", "e.ts_local", "moment"), ("Date et heure UTC", "e.ts_utc", "texte")]
SEQUENCE, CHAIN = ("Séquence", "e.global_seq", "entier"), ("Chaîne", "e.chain", "texte")
NUMBER, KIND = ("Numéro", "e.doc_no", "texte"), ("Type", "e.kind", "texte")
POST, OPERATOR = ("Poste", "p.header.terminal.code", "texte"), ("Opérateur", "p.header.operator.name", "texte")
EXTRACT = ("Extrait de signature", "e.sig", "extrait")
PERPETUAL = [("Cumul perpétuel réel", "p.perpetual.real", 2), ("Cumul perpétuel absolu", "p.perpetual.abs", 2)]

# file: (chains, list of the payload or None, columns)
TABLES = {
    "csv/archives.csv": (("ARCHIVE",), None, [
        SEQUENCE, NUMBER, KIND, *MOMENTS, POST, OPERATOR, ("Du", "p.period_from", "texte"), ("Au", "p.period_to", "texte"),
        ("Première séquence", "p.first_seq", "entier"), ("Dernière séquence", "p.last_seq", "entier"),
        ("Enregistrements", "p.records", "entier"), ("Total TTC", "p.total", 2), *PERPETUAL,
        ("Anomalie", "p.anomaly", "oui/non"), EXTRACT]),
    "csv/duplicatas.csv": (("DUPLICATA",), None, [
        SEQUENCE, NUMBER, ("Type de document", "p.document_type", "texte"), ("Document", "p.original_number", "texte"),
        ("Numéro de réimpression", "p.reprint_number", "entier"), *MOMENTS, POST, OPERATOR, EXTRACT]),
    "csv/grands_totaux.csv": (("GT",), None, [
        SEQUENCE, NUMBER, ("Portée", "p.scope", "texte"), ("Période", "p.period_key", "texte"),
        ("Ticket", "p.document", "texte"), ("Numéro de clôture", "p.detail.number", "entier"),
        ("Nombre de tickets", "p.detail.tickets", "entier"), ("Total de la période", "p.period_total", 2), *PERPETUAL,
        *MOMENTS, POST, EXTRACT]),
    "csv/jet.csv": (("JET",), None, [
        SEQUENCE, NUMBER, ("Code", "p.code", "entier"), ("Code officiel", "p.official_code", "entier"),
        ("Libellé", "p.label", "texte"), ("Information", "p.info", "texte"), *MOMENTS, POST, OPERATOR, EXTRACT]),
    "csv/lignes.csv": (("TICKET", "FACTURE"), "lines", [
        SEQUENCE, CHAIN, NUMBER, ("Ligne", "i.n", "entier"), ("Code", "i.code", "texte"),
        ("Désignation", "i.label", "texte"), ("Note", "i.note", "texte"), ("Quantité", "i.quantity", 4),
        ("Unité", "i.unit", "texte"), ("Prix unitaire", "i.unit_price", 6), ("Mode de prix", "p.price_mode", "texte"),
        ("Taxes", "i.taxes", "taxes"), ("Montant", "i.amount", 2), ("Remise", "i.discount.amount", 2),
        ("Motif de remise", "i.discount.reason", "texte"), ("Part de la remise du ticket", "i.share", 2),
        ("Total", "i.total", 2)]),
    "csv/paiements.csv": (("TICKET", "FACTURE"), "payments", [
        SEQUENCE, CHAIN, NUMBER, ("Moyen", "i.name", "texte"), ("Nature du moyen", "i.kind", "texte"),
        ("Montant", "i.amount", 2), ("Reçu", "i.received", 2), ("Rendu", "i.change", 2), ("Arrondi", "i.rounding", 2),
        ("Carte", "i.card_last4", "texte"), ("Référence", "i.reference", "texte"), ("Précision", "i.nature", "texte")]),
    "csv/reglements.csv": (("REGLEMENT",), None, [
        SEQUENCE, NUMBER, KIND, ("Document", "p.document", "texte"), ("Jour d’exploitation", "p.business_day", "texte"),
        ("Client", "p.customer.name", "texte"), ("Moyen", "p.payment.name", "texte"),
        ("Nature du moyen", "p.payment.kind", "texte"), ("Montant", "p.payment.amount", 2), ("Volet", "p.pair.leg", "entier"),
        ("Premier volet", "p.pair.of", "texte"), ("Motif", "p.reason", "texte"), *MOMENTS, POST, OPERATOR, EXTRACT]),
    "csv/tickets.csv": (("TICKET", "FACTURE"), None, [
        SEQUENCE, CHAIN, NUMBER, KIND, ("Opération", "p.operation", "texte"), *MOMENTS,
        ("Jour d’exploitation", "p.business_day", "texte"), POST, OPERATOR, ("Vendeur", "p.seller.name", "texte"),
        ("Client", "p.customer.name", "texte"), ("Document d’origine", "p.origin.number", "texte"),
        ("Motif", "p.reason", "texte"), ("Nombre de lignes", "p.line_count", "entier"), ("Remises", "p.discounts", 2),
        ("Total HT", "p.totals.net", 2), ("Total TVA", "p.totals.tax", 2), ("Total TTC", "p.totals.total", 2),
        ("Devise", "p.currency", "texte"), EXTRACT, ("Version du logiciel", "e.sw_version", "texte"),
        ("Version fiscale", "e.fiscal_version", "texte")]),
    "csv/tva.csv": (("TICKET", "FACTURE"), "vat", [
        SEQUENCE, CHAIN, NUMBER, ("Code", "i.code", "texte"), ("Libellé", "i.name", "texte"), ("Taux", "i.rate", 3),
        ("Base HT", "i.base", 2), ("TVA", "i.tax", 2), ("TTC", "i.gross", 2)]),
}  # fmt: skip


class Tables:
    """The nine tables, made again."""

    def __init__(self):
        self.rows = {name: ["\ufeff" + _row(title for title, _, _ in table[2])] for name, table in TABLES.items()}

    def take(self, record):
        """Adds the rows of a record."""
        try:
            payload = json.loads(record["payload"])
        except ValueError:
            payload = None
        for name, (chains, items, columns) in TABLES.items():
            if record["chain"] not in chains:
                continue
            found = [None] if items is None else _find(payload, items)
            for item in found if isinstance(found, list) else []:
                parts = {"e": record, "p": payload, "i": item}
                self.rows[name].append(_row(_cell(_find(parts, path), form) for _, path, form in columns))

    def contents(self):
        """Name and bytes of each table."""
        return [(name, "".join(rows).encode("utf-8", "replace")) for name, rows in self.rows.items()]


def _find(value, path):
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _row(cells):
    quoted = (f'"{c.replace(chr(34), chr(34) * 2)}"' if any(x in c for x in ';"\r\n') else c for c in cells)
    return ";".join(quoted) + "\r\n"


def _cell(value, form):
    if value is None:
        return ""
    if isinstance(form, int):
        return _decimal(value, form)
    if form == "moment" and isinstance(value, str) and len(value) == 14 and value.isascii() and value.isdigit():
        return f"{value[:4]}-{value[4:6]}-{value[6:8]} {value[8:10]}:{value[10:12]}:{value[12:]}"
    if form == "extrait":
        return _text("".join(value[i] for i in (2, 6, 12, 18) if i < len(value)))
    if form == "taxes":
        return _text(" + ".join(f"{tax['code']} {_decimal(tax['rate'], 3)}" for tax in value))
    if form == "oui/non":
        return "oui" if value else "non"
    return _text(value) if isinstance(value, str) else str(value)


def _text(text):
    return "'" + text if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _decimal(value, places):
    figures = str(abs(value)).rjust(places + 1, "0")
    return ("-" if value < 0 else "") + figures[:-places] + "," + figures[-places:]
