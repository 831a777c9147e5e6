display-title = Afficheur client
display-welcome = Bienvenue
display-lines = Votre achat
display-unknown = Article à identifier
display-discount = Remise
display-discounts = Remises
display-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
display-net = Avant taxes
display-total = Total
display-due = Reste à payer
display-change = Monnaie rendue
display-thanks = Merci
display-printed-on-request = Votre ticket est imprimé sur demande.
display-setting = Afficheur client
display-setting-hint = Une seconde fenêtre, en plein écran sur le second écran de cet ordinateur, montre la vente au client.
display-open = Ouvrir l’afficheur
