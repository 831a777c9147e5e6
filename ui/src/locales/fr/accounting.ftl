# Comptabilité : écritures, exports, e-reporting, vérité d’une journée, états.
accounting = Comptabilité
accounting-tab-export = Export
accounting-tab-plan = Comptes
accounting-tab-ereport = E-reporting
accounting-tab-truth = Vérité d’une journée
accounting-tab-states = États
accounting-tab-balance = Solde client
accounting-from = Du
accounting-to = Au
accounting-file-kept = Fichier enregistré : { $path }
accounting-file-offered = Fichier { $name } téléchargé.
accounting-need-workstation = Choisissez d’abord un poste : l’export est inscrit dans son journal.

accounting-preview = Aperçu des écritures
accounting-preview-none = Aucune écriture sur cette période.
accounting-preview-more = { $shown } premières écritures sur { $count } ; les totaux sont ceux de toutes.
accounting-entries = { $count ->
    [one] { $count } écriture
   *[other] { $count } écritures
}
accounting-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
accounting-debit = Débit
accounting-credit = Crédit
accounting-balanced = Équilibré
accounting-unbalanced = Déséquilibré
accounting-account = Compte
accounting-line-label = Libellé
accounting-entry = Écriture { $number }
accounting-open-day = La journée du { $day } n’est pas finie : choisissez une fin plus tôt.
accounting-exported-day = La journée du { $day } a déjà été exportée : choisissez un début plus tard.
accounting-export = Exporter
accounting-exported = { $entries ->
    [one] Export n° { $number } : { $entries } écriture figée.
   *[other] Export n° { $number } : { $entries } écritures figées.
}
accounting-batches = Exports
accounting-batches-none = Aucun export pour l’instant.
accounting-batch = N° { $number }
accounting-batch-period = du { $from } au { $to }
accounting-batch-by = { $at }, { $user }
accounting-fec = FEC
accounting-csv = Journal { $journal }
accounting-sha = Empreinte { $hash }
accounting-batches-help = Un export est figé : ses fichiers se retéléchargent à l’identique, même si les comptes changent ensuite.

accounting-use = Emploi
accounting-account-label = Intitulé
accounting-nature = Nature
accounting-nature-goods = Biens
accounting-nature-services = Services
accounting-default = Par défaut
accounting-default-is = Par défaut : { $account } { $label }
accounting-chosen = Choisi
accounting-plan-saved = Compte enregistré. Les exports déjà faits ne changent pas.
accounting-account-hint = 3 à 12 chiffres ou majuscules. Vide : { $account }.
accounting-group-money = Trésorerie
accounting-group-customers = Clients
accounting-group-sales = Ventes
accounting-group-taxes = Taxes
accounting-group-differences = Écarts
accounting-use-cash = Espèces
accounting-use-card = Cartes à encaisser
accounting-use-cheque = Chèques à remettre
accounting-use-other = Autres valeurs à remettre
accounting-use-transfer = Virements entre fonds
accounting-use-customers = Clients (dû)
accounting-use-customer-credit = Crédits des clients
accounting-use-goods = Ventes de biens
accounting-use-services = Ventes de services
accounting-use-fees = Frais facturés
accounting-use-loss = Écarts à la charge du magasin
accounting-use-gain = Écarts en faveur du magasin
accounting-use-gesture = Gestes commerciaux

ereport-frequency = Périodicité
ereport-decade = Par décade
ereport-month = Par mois
ereport-periods = Périodes
ereport-running = En cours
ereport-due = À établir
ereport-kept = Établi
ereport-changed-text = Les tickets ou les réglages ont changé depuis le dernier relevé : un relevé rectificatif (RE) le remplacera.
ereport-category = Catégorie
ereport-rate = Taux
ereport-transactions = Tickets
ereport-net = HT
ereport-tax = TVA
ereport-total = TTC
ereport-day = Jour
ereport-none = Aucune vente sur cette période.
ereport-compute = Établir le relevé
ereport-compute-again = Établir le rectificatif
ereport-computed = Relevé établi.
ereport-not-over = La période n’est pas finie.
ereport-initial = Relevé n° { $number } (IN)
ereport-replacement = Relevé n° { $number } (RE)
ereport-help = Rien n’est transmis d’ici : remettez le fichier à votre plateforme agréée.
ereport-tlb1 = TLB1 – biens
ereport-tps1 = TPS1 – services
ereport-tnt1 = TNT1 – non taxé
ereport-tma1 = TMA1 – marge

truth-day = Journée
truth-month = Les jours du mois
truth-day-agrees = { $day } : { $amount }, tout concorde
truth-day-differs = { $day } : { $amount }, ÉCART
truth-day-nothing = { $day } : rien
truth-till = Poste
truth-closing = Z
truth-closing-help = Grands totaux
truth-signed = E-reporting
truth-signed-quebec = Tickets signés
truth-signed-help = Tickets signés
truth-payments = Règlements
truth-payments-help = Somme des règlements
truth-accounting = Comptabilité
truth-accounting-help = Ventes et taxes
truth-accounting-batch = Export n° { $number }
truth-all = Ensemble
truth-agrees = Tout concorde
truth-differs = Écart
truth-difference = écart { $amount }
truth-none = Aucune vente ce jour-là.
truth-not-over = La journée n’est pas finie : les chiffres bougent encore.
truth-no-z = Pas encore clôturé
truth-tickets = { $figure } du { $day }
truth-tickets-till = { $figure } du { $day }, { $till }
truth-tickets-count = { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}
truth-tickets-differing = { $count ->
    [one] dont { $count } avec un écart, en tête
   *[other] dont { $count } avec un écart, en tête
}
truth-tickets-none = Aucun ticket.

states-turnover = Chiffre d’affaires facturé
states-tickets = Tickets
states-sold = Ventes HT
states-returned = Retours et annulations HT
states-net = Net HT
states-tax = Taxes
states-total = Net TTC
states-bases = Base des taxes
states-base = Base HT
states-untaxed = Hors taxes
states-receipts = Encaissements
states-receipts-none = Aucun encaissement sur cette période.
states-received = Ensemble
states-accounts = Comptes clients à la fin de la période
states-owed = Dû par les clients
states-credit = Crédits des clients
states-customers = { $count ->
    [0] aucun client
    [one] { $count } client
   *[other] { $count } clients
}
states-csv = Fichier CSV

balance-customer = Client
balance-hint = Tapez une partie du nom.
balance-none = Choisissez un client pour voir son compte.
balance-side = Ce qui est corrigé
balance-due = Le dû
balance-credit = Le crédit
balance-direction = Sens
balance-lower-due = Diminuer le dû
balance-raise-due = Augmenter le dû
balance-raise-credit = Augmenter le crédit
balance-lower-credit = Diminuer le crédit
balance-amount = Montant
balance-reason = Motif
balance-incomplete = Indiquez un montant et un motif.
balance-submit = Corriger le solde
balance-done = Solde de { $name } corrigé de { $amount }.
balance-movements = Mouvements
balance-cor = COR
balance-no-movement = Aucun mouvement.
