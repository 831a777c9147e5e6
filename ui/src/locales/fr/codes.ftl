# Codes à poids ou à prix, touches macro, notes de ligne.
codes = Codes à poids/prix
codes-text = Les étiquettes des balances portent un prix ou un poids dans leur code-barres. La première règle qui lit le code et dont l’article existe l’emporte. Un article qui porte le code entier passe toujours avant.
codes-none = Aucune règle
codes-none-text = Sans règle, une étiquette de balance reste un code inconnu, à résoudre à la main.
code-new = Nouvelle règle
code-edit = Règle { $pattern }
code-pattern = Modèle du code
code-pattern-hint = 13 places : préfixe 02 ou 20 à 29, I article, P prix ou W poids (kg), V vérificateur, C clé.
code-kind = Contenu
code-kind-price = Prix
code-kind-weight = Poids
code-decimals = Décimales
code-decimals-of = { $count ->
    [0] Aucune
    [one] { $count } décimale
   *[other] { $count } décimales
}
code-active = Règle en service
code-order = Ordre
code-up = Monter
code-down = Descendre
code-moved = Règle { $pattern } : place { $place } sur { $count }.
code-saved = Règle { $pattern } enregistrée. Les caisses lisent déjà ainsi.

code-test = Essayer un code
code-test-draft = Essayer cette règle
code-test-label = Code scanné ou tapé
code-test-hint = 13 chiffres, ou 12 pour un code UPC.
code-test-none = Scannez une étiquette, ou tapez son code : voici ce que la caisse en ferait.
code-test-labelled-price = Une ligne au prix de l’étiquette.
code-test-labelled-weight = Une ligne au poids de l’étiquette.
code-test-exact = Un article porte ce code entier : il est vendu comme tel, sans règle.
code-test-asks = L’étiquette ne dit pas combien : prix ou poids nul, ou unité de vente qui ne convient pas. La ligne attend une réponse.
code-test-no-article = Aucun article n’a le code interne { $item }. La ligne attend une réponse.
code-test-no-rule = Aucune règle ne lit les codes qui commencent ainsi.
code-test-no-rule-draft = Cette règle ne lit pas les codes qui commencent ainsi.
code-test-not-ean = Ce n’est pas un code de 13 chiffres.
code-test-check-digit = La clé est fausse : on attend { $digit }. Le code est mal lu.
code-test-verifier = Le vérificateur est faux : on attend { $digit }. Le code est mal lu, ou la règle ne convient pas.
code-test-rule = Règle
code-test-item = Article lu
code-test-article = Article
code-test-quantity = Quantité
code-test-amount = Prix de la ligne
code-test-unit-price = Prix unitaire

packet-price = prix de l’étiquette
packet-weight = poids de l’étiquette
packet-fixed = Scannez chaque étiquette : la quantité y est imprimée.
packet-found = Étiquette : { $quantity } { $unit } · { $amount }

line-note-button = Note
line-note-key = Note de ligne
line-note-title = Note · { $name }
line-note-label = Imprimée sous la ligne
line-note-hint = { $left ->
    [one] { $left } caractère possible
   *[other] { $left } caractères possibles
}
order-note = Note de commande

macro-key = Touche macro
macro-add = Nouvelle touche
macro-name = Nom de la touche
macro-color = Couleur de la touche
macro-command = Commande
macro-unnamed = Donnez un nom à la touche.
macro-technician = Seul un intervenant ajoute, change ou retire une touche macro. Vous pouvez la déplacer.
macro-cash-in = Entrée de caisse
macro-cash-out = Sortie de caisse
macro-open-drawer = Ouvrir le tiroir
macro-park = Mettre en attente
macro-recall = Rappeler
macro-price-check = Prix ?
macro-missing = Manquant
macro-search-tickets = Chercher des factures
macro-x-report = Rapport X
macro-lock = Verrouiller
