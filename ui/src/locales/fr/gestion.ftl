key-insert = Inser

office-nav = Menu de gestion
office-fold = Replier le menu
office-unfold = Déplier le menu
office-group-sales = Point de vente
office-group-files = Fichiers et outils
office-sales = Ventes
office-workstations = Postes de travail
office-shifts = Quarts
office-articles = Articles
office-import = Import
office-printing = Impression
office-palette = Aller à…
office-run = Ouvrir
office-sample = Boutique d’essai
office-no-workstation = Aucun poste choisi
office-ask-manager = Demandez à un gérant de se connecter, ou de changer votre rôle.

office-refresh = Actualiser
office-cancel = Abandonner
office-unsaved = Ce qui a été changé ici n’est pas enregistré. Enregistrez, ou fermez encore une fois pour l’abandonner.
office-edit = Modifier
office-row-menu = Actions : { $name }
office-offline = Hors liaison. Données lues à { $time } ; rien ne peut être changé pour l’instant.
office-none-filtered = Rien ne correspond à la recherche.
office-clear-filters = Effacer les filtres
office-first-rows = { $count } premiers : précisez la recherche
office-name = Nom
office-state = État
office-active = Actif
office-inactive = Inactif
office-yes = Oui
office-no = Non
office-number = N°

office-workstation = Poste
office-workstation-new = Nouveau poste
office-workstations-none = Aucun poste de travail : créez le premier.
office-layout = Schéma
office-methods = Modes de règlement
office-methods-none = Choisissez au moins un mode de règlement.
office-move-up = Monter { $name }
office-move-down = Descendre { $name }
office-printer = Imprimante
office-no-printer = Sans imprimante
office-shift = Quart
office-here = Cet ordinateur
office-default = Par défaut
office-is-default = S’ouvre par défaut sur cet ordinateur
office-set-default = Définir par défaut sur cet ordinateur
office-default-set = « { $name } » s’ouvrira par défaut sur cet ordinateur.
office-code-hint = Dans le n° des tickets
office-code-wrong = De 1 à 6 lettres ou chiffres, sans accent.
office-default-customer = Client par défaut
office-default-customer-hint = Les ventes sans autre client vont à son compte.
office-policy = Impression du ticket
office-policy-on-request = À la demande du client
office-policy-always = Toujours
office-policy-exceptions = À la demande ; proposée d’abord quand la loi veut un papier
office-workstation-active = Poste en service

office-printer-connection = Liaison
office-printer-network = Réseau
office-printer-file = Fichier de périphérique (USB)
office-printer-host = Adresse ou nom
office-printer-port = Port
office-port-wrong = De 1 à 65535.
office-printer-path = Chemin du périphérique
office-paper = Papier
office-paper-80 = 80 mm, 48 caractères
office-paper-58 = 58 mm, 32 caractères
office-confirmation = Confirmation d’impression
office-confirm-process-id = Numéro de tâche (Epson)
office-confirm-gs-r = Demande d’état après l’envoi
office-confirm-dle-eot = État avant et après l’envoi
office-confirm-none = Aucune : l’imprimante ne répond pas
office-drawer = Un tiroir-caisse y est branché

office-layouts = Schémas
office-layouts-none = Aucun schéma : la vente demande d’en créer un.
office-layout-name = Nom du nouveau schéma
office-layout-default-name = Rayons
office-layout-generate = Générer depuis les rayons
office-layout-made = { $count ->
    [one] Schéma « { $name } » créé, { $count } tuile. Les postes sans schéma l’ont reçu.
   *[other] Schéma « { $name } » créé, { $count } tuiles. Les postes sans schéma l’ont reçu.
}

office-all = Tous
office-open-ones = Ouverts
office-all-workstations = Tous les postes
office-opened = Ouverture
office-closed = Fermeture
office-shift-open = Ouvert
office-shift-closed = Clôturé
office-shift-forgotten = À fermer
office-shifts-none = Aucun quart pour le moment : ouvrez un poste sur l’écran de vente.
office-turnover = CA TTC
office-see-report = Voir le rapport
office-print-report = Imprimer le rapport
office-print-needs-workstation = Choisissez un poste pour imprimer.

office-article-new = Nouvel article
office-articles-none = Créez un article, ou importez votre fichier.
office-all-departments = Tous les rayons
office-barcodes = Codes-barres
office-barcodes-hint = Un par ligne ; un scan s’ajoute.
office-unit = Unité
office-unit-hint = Vide : « pièce »
office-article-code-hint = Vide : prochain numéro libre
office-price-gross = Prix TTC
office-price-net = Prix avant taxes
office-stocked = Géré en stock
office-durable = Bien durable
office-durable-hint = Un ticket papier avec mention de garantie est dû.
office-article-active = En vente

office-customers-find = Chercher un client
office-customers-count = { $count ->
    [one] { $count } client
   *[other] { $count } clients
}
office-customers-none = Aucun client pour le moment.
office-name-enough = Le nom suffit.
office-last-documents = Derniers documents

office-user-new = Nouvel utilisateur
office-role = Rôle
office-roles = Rôles et droits
office-right = Droit
office-role-rights = Droits de ce rôle
office-new-pin = Nouveau code
office-pin-unchanged = Vide : le code ne change pas.
office-is-seller = Vendeur
office-is-seller-hint = Ses ventes portent son nom.
office-user-active = Peut se connecter

office-choose-workstation = De quel poste voulez-vous voir les impressions ?
office-prints-none-yet = Rien n’a encore été imprimé.
