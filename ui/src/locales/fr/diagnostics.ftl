diag-title = Diagnostic
diag-speed = Vitesse de cette caisse
diag-print = Imprimer le relevé
diag-span = Période des mesures
diag-total = Depuis l’installation
diag-today = Aujourd’hui
diag-since = Mesuré depuis le { $day }.
diag-nothing = Rien n’a encore été mesuré sur ce poste : les chiffres viennent avec les ventes.
diag-what = Mesure
diag-count = Nombre
diag-worst = Le plus lent
diag-above = au-dessus de l’objectif
diag-within = objectif tenu
diag-kind-scan-to-line = Lecture d’un code → ligne affichée
diag-kind-seal = Validation signée et écrite
diag-kind-print = Impression prouvée
diag-kind-article-search = Recherche d’article
diag-kind-document-search = Recherche de facture
diag-percentiles = p50 : une mesure sur deux est aussi rapide ; p99 : 99 sur 100. Les centiles peuvent dépasser la vraie valeur d’un seizième au plus.
diag-devices = Matériel
diag-printer = Imprimante de tickets
diag-drawer = Tiroir-caisse
diag-drawer-there = Branché sur l’imprimante.
diag-drawer-reason = Essai du tiroir (diagnostic)
diag-scanner = Lecteur de codes
diag-scanner-field = Lisez un code, ou tapez-en un puis Entrée
diag-scanner-waiting = Rien n’est encore arrivé.
diag-scanner-scan = Reconnu comme lecteur
diag-scanner-person = Reconnu comme saisie au clavier
diag-scanner-keys = { $count ->
    [one] { $count } caractère
   *[other] { $count } caractères
}
diag-scanner-speed = { $count ->
    [one] { $count } caractère
   *[other] { $count } caractères
} en { $duration }
diag-program = Programme et données
diag-version = Version
diag-fiscal = Version fiscale
diag-schema = Schéma de la base
diag-started = Dernier démarrage
diag-database = Base de données
diag-wal = Journal d’écriture
diag-free = Espace libre du disque
diag-unknown = inconnu
diag-keys = Clés de signature
diag-keys-strong = Trousseau du système
diag-keys-weak = Faible : fichiers
diag-keys-weak-text = Les clés sont dans des fichiers de cet ordinateur, faute de trousseau. Les signatures restent valables ; qui lit ces fichiers sous ce compte pourrait signer.
diag-workstation = Poste
diag-no-workstation = Aucun poste pour le moment.
print-kind-speed = Relevé de vitesse
print-kind-key-slip = Empreinte de clé
