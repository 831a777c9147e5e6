# «Exactitude des prix», étiquettes à corriger, langue du client, représentants, livreurs.
shelf-button = Prix affiché
shelf-title = Exactitude des prix · { $name }
shelf-price = Prix affiché à l’unité
shelf-apply = Appliquer
shelf-rule = Affiché jusqu’à { $amount } : un article est gratuit. Affiché plus cher : { $amount } de moins. Une fois pour des articles identiques.
shelf-exclusions = Sans indemnité, au prix affiché
shelf-nothing-due = Rien n’est dû : la caisse ne demande pas plus que l’étiquette.
shelf-free = Un article est gratuit.
shelf-reduced = { $amount } de moins sur un article.
shelf-only = Le prix affiché, sans indemnité ({ $reason }).
shelf-scanned = À la caisse
shelf-labelled = Au prix affiché
shelf-indemnity = Indemnité
shelf-pays = Le client paie
exclusion-no-barcode = sans code-barres
exclusion-already-compensated = article identique
exclusion-clothing = Vêtement
exclusion-milk = Lait de vache
exclusion-tobacco = Tabac
exclusion-alcohol = Alcool au prix minimum
exclusion-drug = Médicament exclu
exclusion-corrected-advertisement = Annonce corrigée
labels-title = Étiquettes à corriger
labels-summary =
    { $count ->
        [0] aucune à corriger
        [one] { $count } à corriger
       *[other] { $count } à corriger
    }
labels-badge =
    { $count ->
        [one] { $count } étiquette à corriger
       *[other] { $count } étiquettes à corriger
    }
labels-none = Aucune étiquette à corriger.
labels-none-text = Une étiquette s’ajoute ici quand la caisse applique l’exactitude des prix.
labels-shown = Affiché
labels-right = Prix juste
labels-count = Fois
labels-times = { $count } fois
labels-seen = Vue
labels-wrong = À corriger
labels-corrected = Corrigée { $at } · { $name }
labels-settle = Corrigée
labels-reopen = Pas corrigée
labels-done = Étiquette corrigée : « { $name } ».
customer-language = Langue des tickets
customer-english = Ticket en anglais
representative = Représentant
representatives = Représentants
representative-none = Aucun
representative-new = Nouveau représentant
representative-rate = Commission
representative-rate-percent = Commission (%)
representative-rate-hint = Sur ce que ses clients achètent, hors taxes, moins ce qu’ils rendent.
representative-rate-wrong = Un taux de 0 à 100.
representative-active = Peut être choisi
representatives-none = Aucun représentant.
representatives-none-text = Un représentant suit des clients et touche une commission sur leurs achats.
commission = Commission
commission-from = Du
commission-to = Au
commission-sold = Vendu HT
commission-returned = Rendu HT
commission-base = Base
commission-total = Commissions : { $amount }
couriers = Livreurs
couriers-none = Aucun livreur.
courier-new = Nouveau livreur
courier-active = Peut être choisi
setup-seller = Personne ne vend : aucun utilisateur actif n’est vendeur.
setup-seller-link = Créer un vendeur
