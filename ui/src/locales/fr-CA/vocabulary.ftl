# What is said otherwise in Québec. Only differences stand here; everything else comes from fr.
customer-email = Courriel
sale-net = Avant taxes
report-total = Ventes avec taxes
report-net = Ventes avant taxes
quick-cash = Reçu { $amount } comptant
sale-settle-exact = Encaisser le compte exact comptant
pay-left-cash = Reste comptant (arrondi)
close-float-hint = Compté : { $amount }. Le reste va au dépôt.
reason-bank = Dépôt à la banque
display-discount = Rabais
display-discounts = Rabais
