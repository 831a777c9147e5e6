"""The columns of the tables, copied from chapter 8."""

COLUMNS = """
csv/archives.csv — chaînes : ARCHIVE
  Séquence ← e.global_seq, entier
  Numéro ← e.doc_no, texte
  Type ← e.kind, texte
  Date et heure ← e.ts_local, moment
  Date et heure UTC ← e.ts_utc, texte
  Poste ← p.header.terminal.code, texte
  Opérateur ← p.header.operator.name, texte
  Du ← p.period_from, texte
  Au ← p.period_to, texte
  Première séquence ← p.first_seq, entier
  Dernière séquence ← p.last_seq, entier
  Enregistrements ← p.records, entier
  Total TTC ← p.total, décimal 2
  Cumul perpétuel réel ← p.perpetual.real, décimal 2
  Cumul perpétuel absolu ← p.perpetual.abs, décimal 2
  Anomalie ← p.anomaly, oui/non
  Extrait de signature ← e.sig, extrait

csv/duplicatas.csv — chaînes : DUPLICATA
  Séquence ← e.global_seq, entier
  Numéro ← e.doc_no, texte
  Type de document ← p.document_type, texte
  Document ← p.original_number, texte
  Numéro de réimpression ← p.reprint_number, entier
  Date et heure ← e.ts_local, moment
  Date et heure UTC ← e.ts_utc, texte
  Poste ← p.header.terminal.code, texte
  Opérateur ← p.header.operator.name, texte
  Extrait de signature ← e.sig, extrait

csv/grands_totaux.csv — chaînes : GT
  Séquence ← e.global_seq, entier
  Numéro ← e.doc_no, texte
  Portée ← p.scope, texte
  Période ← p.period_key, texte
  Ticket ← p.document, texte
  Numéro de clôture ← p.detail.number, entier
  Nombre de tickets ← p.detail.tickets, entier
  Total de la période ← p.period_total, décimal 2
  Cumul perpétuel réel ← p.perpetual.real, décimal 2
  Cumul perpétuel absolu ← p.perpetual.abs, décimal 2
  Date et heure ← e.ts_local, moment
  Date et heure UTC ← e.ts_utc, texte
  Poste ← p.header.terminal.code, texte
  Extrait de signature ← e.sig, extrait

csv/jet.csv — chaînes : JET
  Séquence ← e.global_seq, entier
  Numéro ← e.doc_no, texte
  Code ← p.code, entier
  Code officiel ← p.official_code, entier
  Libellé ← p.label, texte
  Information ← p.info, texte
  Date et heure ← e.ts_local, moment
  Date et heure UTC ← e.ts_utc, texte
  Poste ← p.header.terminal.code, texte
  Opérateur ← p.header.operator.name, texte
  Extrait de signature ← e.sig, extrait

csv/lignes.csv — chaînes : TICKET, FACTURE ; une ligne par élément de p.lines
  Séquence ← e.global_seq, entier
  Chaîne ← e.chain, texte
  Numéro ← e.doc_no, texte
  Ligne ← i.n, entier
  Code ← i.code, texte
  Désignation ← i.label, texte
  Note ← i.note, texte
  Quantité ← i.quantity, décimal 4
  Unité ← i.unit, texte
  Prix unitaire ← i.unit_price, décimal 6
  Mode de prix ← p.price_mode, texte
  Taxes ← i.taxes, taxes
  Montant ← i.amount, décimal 2
  Remise ← i.discount.amount, décimal 2
  Motif de remise ← i.discount.reason, texte
  Part de la remise du ticket ← i.share, décimal 2
  Total ← i.total, décimal 2

csv/paiements.csv — chaînes : TICKET, FACTURE ; une ligne par élément de p.payments
  Séquence ← e.global_seq, entier
  Chaîne ← e.chain, texte
  Numéro ← e.doc_no, texte
  Moyen ← i.name, texte
  Nature du moyen ← i.kind, texte
  Montant ← i.amount, décimal 2
  Reçu ← i.received, décimal 2
  Rendu ← i.change, décimal 2
  Arrondi ← i.rounding, décimal 2
  Carte ← i.card_last4, texte
  Référence ← i.reference, texte
  Précision ← i.nature, texte

csv/reglements.csv — chaînes : REGLEMENT
  Séquence ← e.global_seq, entier
  Numéro ← e.doc_no, texte
  Type ← e.kind, texte
  Document ← p.document, texte
  Jour d’exploitation ← p.business_day, texte
  Client ← p.customer.name, texte
  Moyen ← p.payment.name, texte
  Nature du moyen ← p.payment.kind, texte
  Montant ← p.payment.amount, décimal 2
  Volet ← p.pair.leg, entier
  Premier volet ← p.pair.of, texte
  Motif ← p.reason, texte
  Date et heure ← e.ts_local, moment
  Date et heure UTC ← e.ts_utc, texte
  Poste ← p.header.terminal.code, texte
  Opérateur ← p.header.operator.name, texte
  Extrait de signature ← e.sig, extrait

csv/tickets.csv — chaînes : TICKET, FACTURE
  Séquence ← e.global_seq, entier
  Chaîne ← e.chain, texte
  Numéro ← e.doc_no, texte
  Type ← e.kind, texte
  Opération ← p.operation, texte
  Date et heure ← e.ts_local, moment
  Date et heure UTC ← e.ts_utc, texte
  Jour d’exploitation ← p.business_day, texte
  Poste ← p.header.terminal.code, texte
  Opérateur ← p.header.operator.name, texte
  Vendeur ← p.seller.name, texte
  Client ← p.customer.name, texte
  Document d’origine ← p.origin.number, texte
  Motif ← p.reason, texte
  Nombre de lignes ← p.line_count, entier
  Remises ← p.discounts, décimal 2
  Total HT ← p.totals.net, décimal 2
  Total TVA ← p.totals.tax, décimal 2
  Total TTC ← p.totals.total, décimal 2
  Devise ← p.currency, texte
  Extrait de signature ← e.sig, extrait
  Version du logiciel ← e.sw_version, texte
  Version fiscale ← e.fiscal_version, texte

csv/tva.csv — chaînes : TICKET, FACTURE ; une ligne par élément de p.vat
  Séquence ← e.global_seq, entier
  Chaîne ← e.chain, texte
  Numéro ← e.doc_no, texte
  Code ← i.code, texte
  Libellé ← i.name, texte
  Taux ← i.rate, décimal 3
  Base HT ← i.base, décimal 2
  TVA ← i.tax, décimal 2
  TTC ← i.gross, décimal 2
"""
