actions-title = Actions
action-recent = Factures du quart
action-report = Rapport X
action-cash-in = Entrée de caisse
action-cash-out = Sortie de caisse
action-drawer = Ouvrir le tiroir
action-prints = Impressions
action-abandon = Abandonner la vente
action-abandon-sure = Abandonner : confirmer
action-close-shift = Fermer le poste de travail

recent-title = 20 dernières factures du quart
recent-none = Aucune vente dans ce quart.
documents = Documents
document-prints = { $count ->
    [0] non imprimé
    [one] { $count } impression
   *[other] { $count } impressions
}
reprint = Réimprimer

cash-reason = Motif
cash-reason-other = Motif retenu
cash-print = Imprimer un reçu
cash-done = { $title } : { $reason }
reason-change = Apport de monnaie
reason-float = Complément de fond
reason-refund-supplier = Remboursement fournisseur
reason-bank = Remise en banque
reason-supplier = Paiement fournisseur
reason-expense = Frais
reason-safe = Mise au coffre
reason-give-change = Faire la monnaie
reason-check = Vérification
reason-forgotten = Article oublié au tiroir

prints-title = Impressions
prints-waiting = { $count ->
    [one] ticket en attente ({ $count })
   *[other] tickets en attente ({ $count })
}
prints-waiting-title = En attente
prints-recent-title = Dernières impressions
prints-none = Rien en attente
prints-no-printer = Ce poste n’a pas d’imprimante.
printer-ok = Imprimante
printer-test = Page d’essai
print-asked = Impression demandée : { $number }
print-attempts = { $count ->
    [one] { $count } essai
   *[other] { $count } essais
}
print-question = L’imprimante n’a pas confirmé. Le papier est-il sorti ?
print-came-out = Sorti
print-did-not = Pas sorti
print-cancel = Abandonner

print-kind-ticket = Ticket
print-kind-duplicate = Duplicata
print-kind-shift-report = Rapport de quart
print-kind-closing = Clôture
print-kind-cash-slip = Reçu de caisse
print-kind-drawer = Ouverture du tiroir
print-kind-test = Page d’essai

print-state-queued = en attente
print-state-sending = envoi
print-state-blocked = bloqué
print-state-unconfirmed = à confirmer
print-state-done = imprimé
print-state-cancelled = abandonné

print-problem-offline = L’imprimante est hors ligne.
print-problem-paper-out = Il n’y a plus de papier.
print-problem-cover-open = Le capot est ouvert.
print-problem-error = L’imprimante signale une panne.
print-problem-unreachable = L’imprimante est introuvable : câble, courant ou adresse.
print-problem-no-answer = L’imprimante ne répond pas.
print-problem-connection-lost = La liaison s’est coupée pendant l’envoi.
print-problem-unknown = L’imprimante signale : { $problem }
