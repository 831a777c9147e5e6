sale-title = Vente
sale-articles = Articles
sale-pages = Pages du schéma
sale-more-pages = Pages suivantes
sale-order = Commande
sale-lines = Lignes de la commande
sale-shift = Quart { $number }
sale-seller-label = Vendeur : { $name }
sale-search = Chercher un article
sale-search-hint = Article, code, nom…
sale-customer = Client
sale-note = Note
sale-actions = Actions
sale-pay = Effectuer un paiement
sale-settle-exact = Encaisser le compte exact en espèces
sale-reprint = Réimprimer le dernier ticket
sale-enter = Valider la saisie, ou payer
sale-buffer = Saisie
sale-articles-count = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
sale-net = HT
sale-total = Total

grammar-multiply = puis un scan ou une touche : trois fois cet article
grammar-quantity = la ligne choisie passe à trois
grammar-step = un de plus, un de moins sur la ligne choisie
grammar-code = l’article de code 12345
grammar-pay = rien de saisi : paiement

layout-empty = Ce poste n’a pas encore d’articles à l’écran.
layout-empty-text = Rangez des articles dans le schéma du poste. Le scanner et la recherche marchent déjà.
page-empty = Cette page est vide.
tile-group = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
tile-in-cart = Dans la commande :
tile-stock = Stock :

order-empty = Scannez un article, touchez une tuile ou cherchez.
line-announced = { $quantity } { $name }. Total { $total }
line-less = Un de moins
line-more = Un de plus
line-quantity = Quantité : { $quantity }. Changer
line-remove = Retirer la ligne
line-remove-short = Retirer
line-removed = « { $name } » est retiré.
line-next = Ligne suivante
line-previous = Ligne précédente
line-stock = stock { $quantity }
line-unknown = Code inconnu { $code }
unknown-create = Créer
unknown-search = Rechercher
unknown-remove = Retirer
blocked-unknown-code = Un code est inconnu : créez, recherchez ou retirez-le avant de payer.
blocked-seller = Choisissez le vendeur avant de payer.
blocked-shift = Aucun quart n’est ouvert sur ce poste.

quick-tender = Règlement en une touche
quick-exact = Exact
quick-card = Carte
quick-cash = Reçu { $amount } en espèces

done-title = Vente enregistrée
done-announced = Vente { $number } enregistrée.
done-announced-change = Vente enregistrée. Rendre { $change }.
done-change = Rendu
done-unpaid = Reste dû par le client
done-paper-due = La loi veut un ticket papier pour cette vente : garantie légale.
done-print = Ticket : { $state }
done-ticket = Ticket
done-next = Le prochain scan commence la vente suivante.

seller-none = Vendeur ?
seller-title = Vendeur
seller-nobody = Aucun vendeur actif
note-title = Note de commande
note-label = Note conservée avec la vente
quantity-title = Quantité · { $name }
quantity-label = Quantité
quantity-save = Changer la quantité

search-title = Recherche d’articles
search-resolve-title = À quel article correspond ce code ?
search-label = Code, code-barres ou nom
search-add = Ajouter
search-add-more = Ajouter et continuer
search-none = Rien ne correspond à « { $text } ».
search-count = { $count ->
    [one] { $count } article affiché, { $size } au catalogue
   *[other] { $count } articles affichés, { $size } au catalogue
}
catalogue-empty = Le catalogue est vide.
column-code = Code
column-name = Désignation
column-department = Rayon
column-stock = Stock
column-price = Prix

create-title = Nouvel article · { $code }
create-submit = Créer et ajouter
article-tax = Taxe
article-no-department = Sans rayon

customers = Clients
customer-title = Client de la vente
customer-search = Nom, téléphone ou code
customer-anonymous = comptoir
customer-current = Client actuel : { $name }
customer-clear = Sans client
customer-choose = Choisir
customer-none = Aucun client ne s’appelle « { $name } ».
customer-none-yet = Aucun client pour le moment : tapez un nom.
customer-new = Nouveau client
customer-confirm = Créer « { $name } » ? Le nom suffit.
customer-create = Créer « { $name } »
customer-phone = Téléphone
customer-email = E-mail
customer-history = Historique
customer-history-of = Achats de { $name }
customer-no-documents = Aucun achat
