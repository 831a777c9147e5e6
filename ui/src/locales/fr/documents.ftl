action-search = Chercher des factures
action-return = Retour d’articles

find-title = Chercher des factures
find-everywhere = Tous les postes de la boutique, les plus récentes d’abord
find-filters = Filtres
find-number = N° de ticket, ou sa fin
find-period = Période
find-today = Aujourd’hui
find-yesterday = Hier
find-week = 7 jours
find-from = Du
find-to = Au
find-from-time = De
find-to-time = À
find-last4 = Carte : 4 derniers chiffres
find-workstation = Poste
find-user = Administrateur
find-article = Article
find-customer = Client
find-any = Tous
find-reset = Effacer les filtres
find-clear-one = Retirer le filtre { $label }
find-go = Chercher
find-results = Factures trouvées
find-ticket = Ticket
find-count = { $count ->
    [one] { $count } facture
   *[other] { $count } factures
}
find-count-more = { $count } factures affichées, il y en a d’autres
find-more = La suite
find-none = Aucune facture ne répond à tous ces filtres.
find-none-widen = La période ou les heures sont peut-être trop courtes. Les autres filtres sont gardés.
find-widen = Chercher sur toutes les dates
find-nothing-chosen = La facture choisie s’affiche ici.
find-offline = Hors liaison. Liste lue à { $time }.

document-opened = Facture { $number }
document-view = Façon de voir
document-paper = Ticket
document-figures = Lignes et règlements
document-sale = Vente
document-return = Retour
document-cancellation = Annulation
document-corrected = Corrigée
document-related = Documents liés
document-corrects = Corrige
document-corrected-by = Corrigé par
document-lines = Lignes du document
document-discount = remise { $amount }
document-duplicate = Duplicata
document-take-back = Retour d’articles
document-cancel = Annuler le ticket

return-title = Retour d’articles
return-how = Scannez le code-barres au bas du ticket, ou tapez son numéro.
return-how-short = Par son ticket
return-find-go = Trouver
return-not-found = Aucun ticket ne porte le numéro « { $number } ». Vérifiez-le, ou continuez sans ticket.
return-without = Sans ticket
return-without-hint = Au prix du jour, avec un motif. Ce droit est réservé : un responsable peut l’accorder sur place.
return-not-a-sale = { $number } n’est pas une vente : rien n’en revient.
return-scan-unknown = Aucun article n’a le code { $code }.
return-scan-other = Le code { $code } n’est pas, ou plus, à reprendre sur ce ticket.
return-sold = { $quantity } × { $price } / { $unit }
return-all-back = déjà repris
return-left = reste { $quantity } à reprendre
return-none-left = Il ne reste rien à reprendre sur ce document.
return-quantity = Quantité reprise : { $name }
return-restock = Remettre en stock
return-refund = Remboursement
return-refund-by = Rembourser par
return-to-give = À rembourser
return-worth = Valeur reprise
return-unpaid = Le reste n’était pas réglé : il n’est plus dû.
return-nothing-ticked = Cochez ce qui revient : le montant s’affiche ici.
return-submit = Rembourser
return-done = Retour enregistré
return-today-price = Sans ticket, les articles sont repris au prix du jour.
return-scan-articles = Scannez les articles rapportés, ou cherchez-les.

given-cash = À rendre
given-credit = Au crédit du client
given-other = À rembourser par { $name }

correction-number = Ticket
correction-print = Imprimer le ticket

cancel-title = Annuler le ticket { $number }
cancel-explained = Le ticket { $number } de { $amount } reste, et un ticket inverse l’annule : ventes, taxes, stock et règlements sont repris. Cela ne se défait pas.
cancel-submit = Annuler ce ticket
cancel-done = Ticket annulé
cancel-impossible = Seule une vente sans retour peut être annulée en entier.

pay-credit = Crédit client { $amount }
pay-credit-who = Crédit client
pay-credit-ask = Appelez d’abord le client dont le crédit règle la vente.
pay-invoice = Facture

account-title = Compte
account-owed = Dû
account-credit = Crédit disponible
account-blocked = Bloqué
account-professional = Professionnel
account-file = Fiche
account-add-credit = Ajouter un crédit
account-entries = Mouvements du compte
account-no-entries = Aucun mouvement
account-purchases = Achats
account-file-title = Fiche de { $name }
account-name = Nom
account-address = Adresse
account-postcode = Code postal
account-city = Ville
account-saved = La fiche de { $name } est enregistrée.
account-credit-title = Crédit pour { $name }
account-credit-how = Origine du crédit
account-gesture = Geste commercial
account-credit-reason = Motif
account-credit-submit = Ajouter au compte
account-credit-done = Crédit de { $amount } ajouté au compte de { $name }.

cause-title = Pourquoi ma caisse est fausse ?
cause-intro = Les explications les plus probables, d’après ce qui s’est passé pendant le quart.
cause-none = Rien de ce qui s’est passé n’explique cet écart. Recomptez, puis notez ce que vous savez.
cause-recount = Recompter ici
cause-recount-end = Fermer le comptage
cause-right = Le compte est juste : plus d’écart à expliquer.
cause-likelihood = { $percent } % de chances
cause-documents = Tickets à regarder
cause-swapped-method = { $missing ->
    [yes] Un ticket noté « espèces » a sans doute été réglé autrement : l’argent n’est pas au tiroir.
   *[no] Un ticket noté sur un autre mode a sans doute été réglé en espèces : l’argent est au tiroir en trop.
}
cause-swapped-digits = Deux chiffres voisins ont pu être inversés en tapant ou en comptant.
cause-swapped-digits-instead = Deux chiffres voisins ont pu être inversés : le montant juste serait { $instead }.
cause-shifted-digits = Un chiffre de trop ou de moins : dix fois un montant, ou son dixième.
cause-shifted-digits-instead = Un chiffre de trop ou de moins : le montant juste serait { $instead }.
cause-ticket = { $missing ->
    [yes] Ce ticket vaut l’écart : son argent n’est peut-être jamais entré dans le tiroir.
   *[no] Ce ticket vaut l’écart : il a peut-être été encaissé deux fois, ou une vente n’a pas été enregistrée.
}
cause-ticket-pair = Ces deux tickets valent ensemble l’écart.
cause-change-on-other-note = { $missing ->
    [yes] La monnaie a pu être rendue comme sur un plus gros billet que celui reçu.
   *[no] La monnaie a pu être rendue comme sur un plus petit billet que celui reçu.
}
cause-change-on-other-note-instead = La monnaie a pu être rendue sur un autre billet que celui reçu : { $instead } au lieu du montant noté.
cause-refund = { $missing ->
    [yes] Un remboursement a pu être donné sans être enregistré, ou donné deux fois.
   *[no] Un remboursement a été enregistré, mais l’argent n’a peut-être pas été donné.
}
cause-movement = Une entrée ou une sortie de caisse a pu être notée à l’envers, deux fois, ou oubliée.
cause-count = Une coupure a pu être comptée une fois de trop ou de moins.
cause-count-instead = Une coupure de { $instead } a pu être comptée une fois de trop ou de moins.
