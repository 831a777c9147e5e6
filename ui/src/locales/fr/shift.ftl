shift-open-title = Ouverture de « { $name } »
shift-open = Ouvrir le poste
shift-first = Premier quart de ce poste : comptez le fond de caisse.
shift-no-float = Le quart précédent n’a pas laissé de fond : comptez le fond de caisse.
shift-left-by = Fond laissé par { $name } le { $at } : { $amount }
shift-note = Note
shift-forgotten = Le quart de « { $name } », ouvert le { $at }, n’est pas fermé.
shift-forgotten-seen = Vu
shift-close = Fermer le poste de travail
shift-close-print = Fermer et imprimer

count-mode = Façon de compter
count-by-denomination = Par coupure
count-total-only = Total seul
count-total = Total compté
count-notes = Billets
count-coins = Pièces
count-less = Un de moins, { $value }
count-more = Un de plus, { $value }

close-title = Fermeture de « { $name } »
close-check = Vérifier
close-recount = Recompter
close-equal = Caisse juste
close-less = il manque
close-more = en trop
close-float-left = Fond laissé
close-float-hint = Compté : { $amount }. Le reste part à la banque.
close-note = Note de fermeture
close-done = Le quart est fermé ; ses totaux sont figés.
payments-count = { $count ->
    [one] { $count } règlement
   *[other] { $count } règlements
}

report-x = Rapport X · quart { $number }
report-z = Rapport Z · quart { $number }
report-opened = ouvert le { $at } par { $name }
report-closed = fermé le { $at } par { $name }
report-tickets = Tickets
report-total = CA TTC
report-net = CA HT
report-average = Panier moyen
report-methods = Sommaire de paiement
report-no-payments = Aucun règlement
report-taxes = Taxes
report-drawer = Tiroir
report-float = Fond d’ouverture
report-cash-in = Entrées
report-cash-out = Sorties
report-rounding = Arrondis
report-expected = Théorique
report-counted = Compté
report-difference = Écart
report-float-left = Fond laissé
report-movements = Mouvements de caisse
report-abandoned = Ventes abandonnées
report-drawer-openings = Ouvertures du tiroir sans vente
report-duplicates = Duplicatas
report-range = Tickets
report-perpetual = Grand total perpétuel

column-method = Mode
column-count = Nombre
column-amount = Montant
column-tax = Taxe
column-base = Base
column-tax-amount = Taxe perçue
