grammar-discount = dix pour cent de remise sur la ligne choisie
grammar-park = en attente sous le nom « 12 »

settle-card = Encaisser le tout par carte

service-label = Service
service-next = Mode de service suivant
service-on-site = Sur place
service-takeaway = À emporter
service-delivered = Livré

discount-button = Remise
discount-sale-button = Remise sur la commande
discount-sale-title = Remise sur toute la commande
discount-line-title = Remise · { $name }
discount-custom = Rabais personnalisé
discount-of-line = Sur la ligne
discount-of-sale = Sur la commande
discount-target = Ce que la remise touche
discount-value = Remise saisie
discount-quick = Remises courantes
discount-reason = Motif
discount-reason-other = Ou un autre motif
discount-apply = Appliquer
discount-remove = Retirer
discount-total = Remises
discount-given = { $rate } de remise sur « { $name } » : { $reason }.

fee-button = + Item
fee-title = + Item de facture
fee-kinds = Types de frais
fee-none = Aucun type de frais n’est prévu. Un responsable peut en créer dans la gestion.
fee-none-yours = Aucun type de frais n’est prévu. Créez-les dans la gestion.
fee-label = Libellé sur le ticket
fee-amount-hint = montant à saisir
fee-add = Ajouter à la commande
fee-next = Type suivant
fee-previous = Type précédent
fee-line = Frais

price-button = Prix ?
price-title = Prix ? Rien n’est ajouté à la commande
price-label = Code ou code-barres
price-hint = Scannez un article, ou tapez son code.
price-check = Vérifier
price-unit = Vendu par
price-no-stock = non suivi
price-unknown = Aucun article ne porte le code { $code }.

park-button = Attente
recall-button = Rappeler
parked-done = La commande est en attente.
parked-count = { $count ->
    [one] { $count } commande en attente
   *[other] { $count } commandes en attente
}
parked-title = Commandes en attente
parked-none = Rien en attente.
parked-none-text = F9 met la commande de côté ; elle se reprend ici, sur n’importe quel poste.
parked-detail = { $time } · { $count ->
    [one] { $count } article
   *[other] { $count } articles
} · { $user } · { $workstation }
parked-help = ↑ ↓ choisit, Entrée reprend, Suppr abandonne.
parked-in-progress = La commande en cours passe en attente quand vous en reprenez une autre.
parked-next = Commande suivante
parked-previous = Commande précédente
parked-discard = Abandonner
parked-discard-one = Abandonner : { $name }
parked-discard-title = Abandonner cette commande ?
parked-discard-text = « { $name } », { $total }. L’abandon reste inscrit au journal et ne se reprend pas.
parked-discard-sure = Abandonner la commande

missing-button = Manquants
missing-title = Manquants
missing-declare = Déclarer manquant
missing-text = Ce que le client demandait
missing-other = Autre chose
missing-add = Noter
missing-customer = Demandé par { $name }
missing-none = Rien ne manque pour le moment.
missing-settle = Réglé
