promotions = Promotions
promotion-new = Nouvelle promotion
promotions-none = Aucune promotion : créez la première.
promotions-count = { $running ->
    [0] Aucune en cours
    [one] { $running } en cours
   *[other] { $running } en cours
}
promotion-name = Nom, imprimé sur le ticket
promotion-effect = Avantage
promotion-kind = Avantage
promotion-kind-percent = Pourcentage
promotion-kind-fixed = Prix
promotion-kind-pieces = n pour m
promotion-rate = Remise en %
promotion-fixed-net = Prix promotionnel (hors taxes)
promotion-fixed-gross = Prix promotionnel (TTC)
promotion-pieces = Pièces prises
promotion-paid = Pièces payées
promotion-pieces-hint = « 3 pour 2 » : 3 prises, 2 payées. Pour les articles vendus à la pièce.
promotion-pieces-wrong = Il faut payer au moins une pièce, et moins que les pièces prises.
promotion-percent-text = −{ $rate }
promotion-fixed-text = { $price }
promotion-pieces-text = { $pieces } pour { $paid }
promotion-for = S’applique à
promotion-scope-articles = Articles
promotion-scope-departments = Rayons
promotion-scope-everything = Tout le magasin
promotion-scope-hint = Les frais n’ont jamais de promotion.
promotion-articles-count = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
promotion-add-article = Ajouter un article
promotion-add-article-hint = Tapez ou scannez un code.
promotion-remove-article = Retirer { $name }
promotion-no-article = Aucun article choisi.
promotion-no-department = Il n’y a pas encore de rayon.
promotion-first-day = Premier jour
promotion-last-day = Dernier jour, inclus
promotion-days-wrong = Le dernier jour précède le premier.
promotion-days = Jours
promotion-days-text = Du { $first } au { $last }
promotion-upcoming = À venir
promotion-running = En cours
promotion-past = Passée
promotion-end = Arrêter maintenant
promotion-delete = Supprimer
promotion-ended = « { $name } » est arrêtée.
promotion-deleted = « { $name } » est supprimée.
promotion-end-sure = Arrêter « { $name } » ? Les lignes déjà saisies gardent leur prix.
promotion-delete-sure = Supprimer « { $name } » ?
promotion-until = jusqu’au { $day }

price-lists = Tarifs
price-list = Tarif
price-list-new = Nouveau tarif
price-lists-none = Aucun tarif : tous les clients paient le prix public.
price-lists-none-text = Un tarif donne d’autres prix aux clients à qui vous l’attribuez, par exemple « Professionnel ».
price-list-active = Appliqué aux ventes
price-list-articles = Articles
price-list-customers = Clients
price-list-public = Prix public
price-list-none-hint = Vide : prix public.
price-list-of-line = Tarif { $name }

article-price-lists = Prix par tarif
article-next-price = Prix à venir
article-next-from = À partir du
article-next-hint = Le nouveau prix s’applique de lui-même dès l’ouverture ce jour-là.
article-next-incomplete = Indiquez le prix et un jour après aujourd’hui.
article-tax-on-site = Taxe sur place
article-tax-delivered = Taxe en livraison
article-tax-same = Comme à emporter

line-regular = Prix normal
tile-promotion = En promotion : { $name }
price-offers = Promotions en cours
