# Clés et ancres : l’état des livres signés.
books = Clés et ancres
books-intro = Chaque poste signe ses enregistrements avec une clé. Leur fin est notée hors de la base, pour qu’une sauvegarde remise ne passe pas inaperçue.
books-empty = Aucun poste n’a encore signé.
books-keys-weak = Cet ordinateur n’a pas de coffre à clés : la protection des clés est faible.
books-records = { $count ->
    [one] 1 enregistrement
   *[other] { $count } enregistrements
}
books-key-ready = Clé en place
books-key-missing = Clé absente
books-key-foreign = Autre clé
books-fingerprint = Empreinte de la clé
books-key-since = { $keys ->
    [one] Depuis l’enregistrement { $from }
   *[other] Depuis l’enregistrement { $from } · { $keys } clés en tout
}
books-anchor-keyring = Ancre du coffre
books-anchor-file = Ancre du fichier
books-anchor-holds = Conforme
books-anchor-absent = Absente
books-anchor-untrusted = Illisible ou falsifiée
books-anchor-ahead = Plus loin que la base
books-anchor-contradicts = Contredit la base
books-anchor-at = n° { $position } · { $at }
books-gap = Enregistrements { $from } à { $to } déclarés perdus (n° { $at })
books-rotate = Changer la clé
books-rotated = Nouvelle clé en place, signée par l’ancienne.
books-slip = Imprimer l’empreinte
books-slip-sent = L’empreinte part à l’imprimante du poste.
books-defects = { $count ->
    [one] 1 défaut constaté
   *[other] { $count } défauts constatés
}
books-defect = Enregistrement n° { $position } · vu le { $at }
books-defects-known = Un gérant en a pris acte : les ventes continuent. Rien n’est corrigé dans les enregistrements.
books-defects-open = Les ventes de ce poste attendent qu’un gérant en prenne acte. L’assistance peut dire ce qui s’est passé ; rien ne sera signé à nouveau.
books-acknowledge = Prendre acte et reprendre les ventes
books-acknowledged = Pris acte. Les ventes peuvent reprendre.
books-missing = Enregistrements { $from } à { $to } absents
books-missing-text = Une sauvegarde plus ancienne a sans doute été remise. Rien ne peut être signé avant votre décision. Si une copie plus récente de la base existe (autre disque, clé USB, fichier « avant-restauration »), reprenez-la d’abord.
books-forked = Deux copies ont continué séparément
books-forked-text = L’enregistrement n° { $to } existe deux fois, différent. Ce poste ne peut plus numéroter : retirez-le, puis créez-en un autre dans Postes.
books-key-lost-text = La clé de ce poste n’est pas sur cet ordinateur : on peut entrer, pas vendre. Créez une nouvelle clé ; le journal dira qui et pourquoi.
books-path = Fichier de l’autre copie
books-path-hint = Chemin complet sur cet ordinateur, par exemple E:\comptoir\comptoir.db
books-examine = Examiner
books-fetch = Reprendre ce qui manque
books-fetched = Les enregistrements sont revenus et se vérifient.
books-offer = { $code } : la base s’arrête au n° { $found }, le fichier va jusqu’au n° { $offered }.
books-offer-conflict = { $code } : le fichier diffère à partir du n° { $position }.
books-offer-complete = Tout revient : enregistrements, documents, quarts et stock.
books-offer-records = Seuls les enregistrements signés reviennent : cette base a changé depuis. Les documents ne seront pas reconstruits.
books-reason = Que s’est-il passé ?
books-reason-hint = Signé dans le journal.
books-declare = Déclarer ces enregistrements perdus
books-declared = La rupture est déclarée. Les numéros continuent après les numéros perdus.
books-retire = Retirer ce poste
books-retired = Le poste est retiré.
books-new-key = Créer une nouvelle clé
books-new-key-done = Nouvelle clé en place. Les ventes peuvent reprendre.
books-or = Sinon, en dernier recours :
