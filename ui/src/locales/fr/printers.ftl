# Recherche d’imprimantes.
printer-search = Chercher les imprimantes
printer-search-again = Chercher encore
printer-searching = Recherche sur le réseau : { $done } adresses sur { $total }
printer-search-stop = Arrêter
printer-found = Imprimantes trouvées
printer-found-text = Choisissez-en une, puis imprimez le ticket d’essai : lui seul prouve que c’est la bonne.
printer-found-none = Aucune imprimante n’a répondu. Est-elle allumée, et sur le même réseau ? L’adresse peut aussi être tapée.
