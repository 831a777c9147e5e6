# Sauvegarde et restauration (S-03).
backups = Sauvegardes
backup-now = Sauvegarder maintenant
backup-first = Sauvegarder d’abord
backup-first-done = Sauvegardé à { $time }
backup-none = Aucune sauvegarde pour l’instant
backup-first-tonight = Première sauvegarde ce soir { $time }
backup-first-at = Première sauvegarde le { $moment }
backup-next = Prochaine sauvegarde : { $moment }
backup-next-soon = Prochaine sauvegarde : maintenant
backup-late = Pas de sauvegarde depuis plus d’un jour
backup-fine = Sauvegardé { $age }
backup-age-now = à l’instant
backup-age-minutes = { $count ->
    [one] il y a une minute
   *[other] il y a { $count } minutes
}
backup-age-hours = { $count ->
    [one] il y a une heure
   *[other] il y a { $count } heures
}
backup-age-days = { $count ->
    [one] il y a un jour
   *[other] il y a { $count } jours
}
backup-places = Où vont les sauvegardes
backup-place-local = Cet ordinateur
backup-place-second = Second dossier
backup-place-same-disk = Sur le même disque que les données : une panne du disque emporterait les deux. Réglez un second dossier.
backup-place-never = Aucune sauvegarde ici
backup-place-failed = { $problem } (essai du { $moment })
backup-problem-missing = Le dossier est introuvable : branchez la clé ou le disque, ou vérifiez le réseau.
backup-problem-read-only = Le dossier refuse l’écriture.
backup-problem-full = Il n’y a plus de place. Les sauvegardes déjà faites sont gardées.
backup-problem-damaged = La copie ne se vérifie pas. Appelez l’assistance avant de continuer.
backup-problem-passphrase = La phrase secrète manque sur cet ordinateur.
backup-problem-other = La sauvegarde n’a pas pu être écrite. Elle sera refaite toute seule.
backup-settings = Réglages
backup-second = Second dossier (autre disque, clé USB, dossier réseau)
backup-second-hint = Chemin complet. Laissez vide pour ne garder que les copies de cet ordinateur.
backup-every = Pendant les ventes, toutes les (minutes)
backup-daily = Chaque jour à
backup-encrypt = Chiffrer les sauvegardes avec une phrase secrète
backup-passphrase = Phrase secrète
backup-passphrase-kept = Une phrase est gardée sur cet ordinateur. Laissez vide pour la garder.
backup-passphrase-hint = Douze caractères au moins. Gardée avec les clés de cet ordinateur, jamais dans les données.
backup-passphrase-warning = Notez la phrase secrète ailleurs que sur cet ordinateur : sans elle, personne ne pourra ouvrir ces sauvegardes, pas même l’éditeur.
backup-saved = Réglages enregistrés. Une sauvegarde part maintenant.
backup-list = Sauvegardes
backup-tickets = Tickets
backup-encrypted = Chiffrée
backup-plain = Ordinaire
backup-before-upgrade = Avant mise à jour
backup-before-restore = Avant restauration
backup-unknown = —
backup-kept = Gardées : la dernière de chacune des 24 dernières heures, des 14 derniers jours et des 12 derniers mois.
backup-restore-this = Restaurer…
backup-job-waiting = En attente
backup-job-copying = Copie des données
backup-job-checking = Lecture de la copie
backup-job-storing = Écriture de la sauvegarde
backup-job-verifying = Vérification des signatures
backup-job-stop = Arrêter
backup-job-backup = Sauvegarde en cours
backup-job-drill = Exercice de restauration en cours
backup-job-check = Vérification de la sauvegarde en cours
drill = Exercice de restauration
drill-now = Vérifier maintenant
drill-none = Pas encore d’exercice : le premier suit la première sauvegarde.
drill-text = La dernière sauvegarde est restaurée dans un fichier d’essai, chaque signature y est vérifiée, puis les nombres sont comparés avec ceux de la boutique.
drill-good = Restauration vérifiée le { $moment }, { $missing ->
    [0] 0 ticket manquant
    [one] { $missing } ticket manquant
   *[other] { $missing } tickets manquants
}
drill-counts = { $tickets ->
    [0] aucun ticket
    [1] 1 ticket
   *[other] { $tickets } tickets
  } · { $records } enregistrements signés · { $total }
drill-next = Prochain exercice : { $moment }
drill-problem-no-backup = Il n’y a aucune sauvegarde à restaurer.
drill-problem-unreadable = La sauvegarde ne peut pas être lue.
drill-problem-passphrase = La phrase secrète gardée ici n’ouvre pas la sauvegarde.
drill-problem-damaged = La sauvegarde est abîmée.
drill-problem-chain = Un enregistrement de la sauvegarde ne se vérifie pas.
drill-problem-different = La sauvegarde ne contient pas ce que contient la boutique.
drill-failed = Échec le { $moment } : { $problem }
drill-history = Exercices précédents
restore = Restaurer une sauvegarde
restore-text = Le fichier choisi est d’abord copié, lu et vérifié. Rien ne change avant votre accord.
restore-folder = Dossier (clé USB, disque, réseau)
restore-search = Chercher
restore-none = Aucune sauvegarde dans ce dossier.
restore-passphrase = Phrase secrète de cette sauvegarde
restore-passphrase-hint = Vide : celle que garde cet ordinateur.
restore-check = Vérifier cette sauvegarde
restore-again = Choisir une autre sauvegarde
restore-ready = Cette sauvegarde est entière et toutes ses signatures sont vérifiées.
restore-shop = Boutique
restore-state = Arrêtée au
restore-last-ticket = Dernier ticket
restore-no-ticket = aucun
restore-records = Enregistrements signés
restore-total = Total des tickets
restore-upgraded = Elle vient d’une version plus ancienne et a été mise à jour dans la copie.
restore-missing = { $count ->
    [0] Aucun ticket ne manque par rapport aux données en place.
    [one] Un ticket des données en place manque dans cette sauvegarde.
   *[other] { $count } tickets des données en place manquent dans cette sauvegarde.
}
restore-missing-unknown = Les données en place ne se lisent pas : on ne peut pas dire ce qui manque.
restore-consequence = Les données en place sont gardées à côté, sous le nom « comptoir-avant-restauration ». La restauration est inscrite au journal, et les numéros manquants y sont déclarés. Ce n’est pas une façon d’annuler des ventes.
restore-apply = Restaurer et redémarrer
restore-applied = La sauvegarde prend sa place au prochain démarrage.
restore-restart = Fermez Comptoir et rouvrez-le.
rescue-title = La caisse ne peut pas s’ouvrir
rescue-text = Les données restent telles qu’elles sont. Vous pouvez réessayer, appeler l’assistance, ou repartir d’une sauvegarde.
rescue-retry = Réessayer
wizard-restore = Restaurer une sauvegarde
wizard-restore-text = Vous changez d’ordinateur, ou celui-ci a dû être réinstallé.
