exchange-start = Échanger
exchange-band = À reprendre : { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
exchange-from = du ticket { $number } · { $reason }
exchange-without = sans ticket · { $reason }
exchange-details = Ce qui est repris
exchange-remove = Retirer la reprise
exchange-removed = Reprise retirée.
exchange-scan-next = Scannez maintenant ce que le client prend à la place.
exchange-credit = Articles repris
exchange-unpaid = Le reste de leur valeur n’était pas réglé : il n’est plus dû.
exchange-due = Reste à payer
exchange-give = À rendre
exchange-give-amount = Rendre { $amount }
exchange-finish = Échanger sans différence
exchange-title = Rendre la différence
exchange-rounded = En espèces (arrondi)
exchange-equal = Les articles se valent : rien à payer, rien à rendre.
exchange-returned = Retour
exchange-of = Échange avec
exchange-print = Les deux tickets
drawer-short = Le tiroir contient sans doute moins d’espèces que cette somme. Vérifiez avant de rendre.
