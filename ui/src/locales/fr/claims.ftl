# « Exactitude des prix » après la vente.
claim-open = Étiquette moins chère
claim-title = Exactitude des prix
claim-text = Le client revient avec son ticket : ce qui lui était dû à la caisse lui est rendu, taxes comprises. L’article reste chez lui.
claim-should-pay = Aurait dû payer
claim-back = Lignes du ticket
claim-done = Prix corrigé
