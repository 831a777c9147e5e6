import-kind = Contenu du fichier
import-kind-articles = Articles
import-kind-customers = Clients
import-existing = { $kind ->
    [customers] Clients déjà connus
   *[articles] Articles déjà connus
}
import-existing-update = Mettre à jour
import-existing-skip = Ignorer
import-choose = Choisir un fichier
import-drop = { $kind ->
    [customers] Déposez ici le fichier de vos clients
   *[articles] Déposez ici le fichier de vos articles
}
import-formats = CSV, XLSX ou ODS. Encodage, séparateur et signe décimal sont reconnus ; rien n’est écrit avant votre confirmation.
import-columns-hint = { $kind ->
    [customers] Il faut au moins le nom ou la société. Un client est reconnu à son code ou à son e‑mail.
   *[articles] Il faut au moins la désignation et le prix. Un article est reconnu à son code-barres ou à son code.
}
import-other-file = Autre fichier
import-analysing = Lecture du fichier…
import-offline = Hors liaison : un fichier ne peut être ni analysé ni importé pour l’instant.
import-preview = Aperçu de l’import
import-format = Format
import-encoding = Encodage
import-delimiter = Séparateur
import-semicolon = point-virgule
import-comma = virgule
import-point = point
import-tab = tabulation
import-bar = barre verticale
import-decimal = Signe décimal
import-mapping = Colonnes du fichier
import-column = Colonne { $number }
import-ignore = Ne pas importer
import-rows = Lignes
import-created = À créer
import-updated = À mettre à jour
import-skipped = À ignorer
import-new-departments = Nouveaux rayons
import-rejected = Rejets
import-missing = Indiquez la colonne de : { $fields }.
import-department-names = Rayons à créer : { $names }
import-sample = Aperçu ({ $count })
import-rejected-rows = Rejets ({ $count })
import-no-rows = Aucune ligne ne peut être importée.
import-none-rejected = Aucune ligne n’est rejetée.
import-line = Ligne
import-column-name = Colonne
import-value = Valeur
import-reason = Motif
import-first-line = première fois ligne { $line }
import-download = Télécharger les rejets
import-rejected-file = rejets
import-start = { $kind ->
    [customers] { $count ->
        [one] Importer { $shown } client
       *[other] Importer { $shown } clients
    }
   *[articles] { $count ->
        [one] Importer { $shown } article
       *[other] Importer { $shown } articles
    }
}
import-preparing = Préparation…
import-progress = { $done } lignes sur { $total }
import-cancel = Annuler l’import
import-stopping = Arrêt demandé…
import-whole = Tout est écrit, ou rien : annuler laisse tout comme c’était.
import-done = L’import est terminé.
import-were-created = Créés
import-were-updated = Mis à jour
import-were-skipped = Ignorés
import-cancelled = L’import est annulé : rien n’a changé.
import-failed = L’import a échoué : rien n’a changé.
import-see-articles = Voir les articles
import-see-customers = Voir les clients

import-field-barcode = Code-barres
import-field-code = Code
import-field-name = { $kind ->
    [customers] Nom
   *[articles] Désignation
}
import-field-department = Rayon
import-field-price = Prix
import-field-tax = Taxe
import-field-unit = Unité
import-field-stock = Stock
import-field-first-name = Prénom
import-field-company = Société
import-field-address = Adresse
import-field-postcode = Code postal
import-field-city = Ville
import-field-country = Pays
import-field-phone = Téléphone
import-field-email = E-mail
import-field-siret = SIRET
import-field-siren = SIREN
import-field-vat-number = N° de TVA
import-field-neq = NEQ
import-field-note = Note
import-business = SIRET, SIREN, TVA, NEQ

import-reason-missing-name = Le nom manque.
import-reason-missing-price = Le prix manque.
import-reason-bad-number = Ce n’est pas un nombre.
import-reason-ambiguous-number = On ne sait pas si le signe est décimal ou sépare les milliers.
import-reason-too-many-decimals = Trop de décimales.
import-reason-negative = Le prix est négatif.
import-reason-too-large = Le nombre est trop grand.
import-reason-ean-check-digit = La clé de contrôle du code-barres est fausse.
import-reason-ean-length = Le code-barres n’a pas le bon nombre de chiffres.
import-reason-ean-not-digits = Le code-barres contient autre chose que des chiffres.
import-reason-ean-rounded = Un tableur a arrondi les derniers chiffres du code-barres.
import-reason-unknown-tax = Aucune taxe de la boutique n’a ce taux.
import-reason-duplicate-barcode = Le code-barres est déjà plus haut dans le fichier.
import-reason-duplicate-code = Le code est déjà plus haut dans le fichier.
import-reason-duplicate-email = L’e-mail est déjà plus haut dans le fichier.
import-reason-same-customer = Une ligne plus haut concerne déjà ce client.
import-reason-ambiguous-customer = Le code et l’e-mail désignent plusieurs clients.
import-reason-bad-email = Ce n’est pas une adresse e-mail.
import-reason-bad-country = Pays inconnu (le code de deux lettres convient).
import-reason-bad-postcode = Il faut cinq chiffres ; le zéro du début a pu se perdre.
import-reason-rounded = Un tableur a arrondi les derniers chiffres.
import-reason-bad-business-number = Le SIRET ou SIREN est faux (longueur ou clé).
import-reason-siren-mismatch = Le SIREN n’est pas celui du SIRET.
import-reason-bad-vat-number = Le n° de TVA est faux (pays, longueur ou clé).
import-reason-bad-neq = Le NEQ est faux (dix chiffres, début 11, 22, 33 ou 88).
import-reason-card-number = Un n° de carte bancaire n’est gardé nulle part.
import-reason-too-long = Le texte est trop long.
import-reason-extra-cells = La ligne a plus de cellules que d’en-têtes.
