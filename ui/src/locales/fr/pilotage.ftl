pilot-title = Pilotage
pilot-nav = Menu de pilotage
pilot-shifts = Quarts
pilot-differences = Écarts
pilot-reports = X / Z
pilot-workstations = Postes
pilot-journal = Journal
pilot-no-right = Le pilotage demande le droit de lire les rapports.
pilot-more = Afficher la suite
pilot-period = Période
pilot-from = Du
pilot-to = Au
pilot-period-today = Aujourd’hui
pilot-period-yesterday = Hier
pilot-period-week = 7 derniers jours
pilot-period-month = 30 derniers jours
pilot-period-all = Depuis toujours
pilot-period-custom = Du… au…

pilot-open-now = Ouverts
pilot-closed-before = Fermés
pilot-none-open = Aucun quart ouvert.
pilot-none-closed = Aucun quart fermé pour le moment.
pilot-shift = quart { $number }
pilot-shift-line = { $name } · { $opened }
pilot-shift-line-closed = { $name } · { $opened } – { $closed }
pilot-tickets = { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}
pilot-expected = théorique { $amount }
pilot-difference-none = Juste
pilot-back = Retour à la liste
pilot-remote-close = Fermer à distance
pilot-remote-close-right = Fermer le quart d’un autre poste demande le droit « fermer tous les quarts ».
pilot-forgotten = Ouvert depuis le { $at } : comptez le tiroir, puis fermez ce quart.
pilot-count-sheet = Feuille de comptage
pilot-count-none = Total compté d’un bloc, sans détail par coupure.
pilot-count-row = { $count } ×
pilot-documents = Tickets du quart
pilot-documents-none = Aucun ticket dans ce quart.

pilot-differences-none = Aucun écart sur la période.
pilot-differences-nothing = Aucun quart n’a été fermé sur la période.
pilot-differences-right = { $count ->
    [one] Le seul quart fermé est juste.
   *[other] Les { $count } quarts fermés sont justes.
}
pilot-differences-summary = { $count ->
    [one] { $count } écart
   *[other] { $count } écarts
} sur { $closed ->
    [one] { $closed } quart fermé
   *[other] { $closed } quarts fermés
}
pilot-missing = Manquants
pilot-extra = En trop
pilot-sum = Total
pilot-largest-first = Du plus grand au plus petit
pilot-by-user = Par personne
pilot-by-workstation = Par poste
pilot-column-count = Écarts

pilot-x-all = X de tous les postes ouverts
pilot-x-none = Aucun poste n’est ouvert : le dernier Z fait foi.
pilot-x-open = X par poste
pilot-open-shifts = Quarts ouverts
pilot-z-archive = Rapports Z
pilot-z-none = Aucun rapport Z : il naît à la fermeture d’un quart.
pilot-z-name = Z { $number }
pilot-z-intact = Intègre
pilot-z-broken = À vérifier
pilot-z-help = Intègre : la signature du comptage est vérifiée et les montants du quart sont ceux qui ont été signés.
pilot-signature = signature { $extract }

pilot-no-workstation = Aucun poste de travail.
pilot-shift-none = Fermé
pilot-in-drawer = Tiroir théorique
pilot-last-sale = Dernière vente
pilot-last-sale-none = aucune vente
pilot-printer-ready = Prête
pilot-printer-untried = Jamais essayée
pilot-printer-printing = Imprime
pilot-printer-blocked = Bloquée
pilot-printer-unconfirmed = À confirmer
pilot-printer-none = Sans imprimante
pilot-printer-waiting = { $count ->
    [one] { $count } papier en attente
   *[other] { $count } papiers en attente
}
pilot-printer-last = dernier papier le { $at }
pilot-printer-confirm = Dites à la caisse si le papier est sorti.
pilot-see-shift = Voir le quart
pilot-inactive = Hors service
pilot-program = Programme { $version } · règles fiscales { $fiscal }
pilot-program-fine = Contrôle au démarrage : rien à signaler

pilot-event = Événement
pilot-all-events = Tous les événements
pilot-when = Moment
pilot-who = Qui
pilot-what = Événement
pilot-detail = Détail signé
pilot-signature-column = Signature
pilot-journal-none = Le journal est vide.
pilot-journal-help = Textes tels qu’ils ont été signés ; montants en centimes.
pilot-by-program = le programme

journal-10 = Numérotation modifiée
journal-15 = Séquence de numérotation modifiée
journal-20 = Archive fiscale intermédiaire
journal-30 = Archive fiscale de l’exercice
journal-40 = Fermeture de session
journal-50 = Clôture de période
journal-60 = Clôture d’exercice
journal-70 = Début de fonctionnement dégradé
journal-80 = Ouverture de session
journal-90 = Défaut d’intégrité
journal-110 = Export de données
journal-120 = Fin de fonctionnement dégradé
journal-130 = Droits modifiés ou dérogation
journal-140 = Import de données
journal-170 = Comptage du tiroir
journal-190 = Annulation, retour ou avoir
journal-200 = Purge de données
journal-240 = Maintenance
journal-250 = Nouvelle version
journal-260 = Initialisation du journal
journal-270 = Paramètre de conformité modifié
journal-280 = Contrôle fiscal
journal-290 = Échange avec l’expert-comptable
journal-300 = Paramètre de caisse modifié
journal-320 = Vente abandonnée
journal-330 = Début de clôture
journal-450 = Nouvelle paire de clés
journal-901 = Rapport X
journal-902 = Export comptable
journal-903 = Tiroir ouvert sans vente
journal-910 = Montant hors chiffre d’affaires
journal-920 = Début du mode école
journal-921 = Fin du mode école
journal-930 = Anomalie d’horloge
journal-931 = Dérogation d’horloge
journal-940 = Sauvegarde restaurée
journal-941 = Rupture de chaîne déclarée
journal-950 = Arrêt anormal
journal-960 = Changement de clé
journal-970 = Conflit de synchronisation
