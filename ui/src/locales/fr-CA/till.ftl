# What is said otherwise in Québec: «rabais», not «remise».
service-takeaway = Pour emporter
discount-button = Rabais
discount-sale-button = Rabais sur la commande
discount-sale-title = Rabais sur toute la commande
discount-line-title = Rabais · { $name }
discount-target = Ce que le rabais touche
discount-value = Rabais saisi
discount-quick = Rabais courants
discount-total = Rabais
discount-given = { $rate } de rabais sur « { $name } » : { $reason }.
grammar-discount = dix pour cent de rabais sur la ligne choisie
