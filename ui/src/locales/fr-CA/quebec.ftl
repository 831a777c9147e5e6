# What is said otherwise in Québec.
commission-sold = Vendu avant taxes
commission-returned = Rendu avant taxes
representative-rate-hint = Sur ce que ses clients achètent, avant taxes, moins ce qu’ils rendent.
customer-language = Langue des factures
customer-english = Facture en anglais
