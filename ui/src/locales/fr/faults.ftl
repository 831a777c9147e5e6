# One message per fault code, named fault-<code with dashes>.
fault-unknown-command = Cette fonction n’existe pas dans cette version. ({ $trace })
fault-bad-request = La demande n’est pas comprise. ({ $detail })
fault-key-required = La demande n’a pas de clé d’unicité. Rechargez la fenêtre.
fault-key-reused = Cette clé a déjà servi à une autre demande. Recommencez.
fault-request-too-large = La demande est trop volumineuse.
fault-session-required = La session est terminée. Identifiez-vous de nouveau.
fault-permission-denied = Vous n’avez pas ce droit : { $permission }.
fault-wrong-pin = Code incorrect. { $attempts_left ->
    [one] Il reste { $attempts_left } essai.
   *[other] Il reste { $attempts_left } essais.
}
fault-sign-in-locked = Trop d’essais. Attendez { $seconds } s.
fault-pin-format = Le code a de 4 à 8 chiffres.
fault-user-not-found = Cette personne n’existe pas ou n’est plus active.
fault-user-name-taken = Ce nom est déjà pris.
fault-last-manager = Il faut garder au moins un gérant actif.
fault-training-read-only = En école, les réglages de la boutique ne se changent pas.
fault-shop-exists = La boutique existe déjà.
fault-shop-missing = La boutique n’est pas encore créée.
fault-siret-invalid = Le SIRET est faux : 14 chiffres, dont une clé de contrôle.
fault-vat-number-invalid = Ce numéro de TVA n’est pas possible : « FR », une clé de deux caractères, puis le SIREN.
fault-siren-invalid = Le SIREN est faux : 9 chiffres, dont une clé de contrôle.
fault-logo-too-large = Le fichier du logo dépasse { $max_mib } Mo : choisissez une image plus légère.
fault-logo-format = Ce fichier n’est ni un PNG ni un JPEG.
fault-logo-dimensions = L’image est trop grande : { $max_side } pixels de côté et { $max_megapixels } mégapixels au plus.
fault-logo-unreadable = Cette image est abîmée : elle ne peut pas être lue.
fault-logo-blank = Sur du papier blanc, rien de cette image ne se verrait : choisissez un logo foncé.
fault-invoice-not-offered = Ici le ticket tient lieu de facture.
fault-buyer-incomplete = Il manque au client ce qu’une facture doit indiquer.
fault-not-an-invoice = Seule une facture a sa page A4 : établissez d’abord la facture de ce ticket.
fault-already-invoiced = Ce ticket a déjà sa facture : { $number }.
fault-exemption-not-offered = Ce motif n’existe pas dans ce pays.
fault-line-bears-tax = Cette ligne porte de la TVA : elle n’a pas besoin de motif.
fault-exemption-required = { $name } est à TVA 0 % : choisissez le motif légal.
fault-nothing-to-write-off = Rien à passer en pertes et profits : il faut un reste après un paiement.
fault-neq-invalid = Un NEQ a dix chiffres et commence par 11, 22, 33 ou 88.
fault-tps-number-invalid = Un numéro de TPS a la forme 123456789 RT0001.
fault-tvq-number-invalid = Un numéro de TVQ a la forme 1234567890 TQ0001.
fault-sample-missing = Ce programme ne contient pas de boutique d’essai.
fault-first-run-over = La première ouverture est terminée.
fault-first-run-incomplete = Il manque encore de quoi vendre : voyez les points marqués comme nécessaires.
fault-field-required = Un champ obligatoire est vide.
fault-field-too-long = Le texte est trop long : { $max } caractères au plus.
fault-workstation-required = Choisissez d’abord un poste de travail.
fault-workstation-not-found = Ce poste n’existe pas ou n’est plus actif.
fault-workstation-code-taken = Un autre poste a déjà ce code.
fault-workstation-code-in-use = Ce code numérote déjà des tickets : il ne peut plus changer.
fault-layout-not-found = Ce schéma n’existe pas.
fault-layout-in-use = Ce schéma sert encore sur { $workstations }. Donnez-leur d’abord un autre schéma.
fault-tax-category-not-found = Cette catégorie de taxe n’existe pas.
fault-method-not-found = Ce mode de règlement n’existe pas.
fault-article-not-found = Cet article n’existe pas.
fault-barcode-taken = Le code { $code } est déjà celui de « { $name } ».
fault-barcode-invalid = Le code-barres { $code } est faux : sa longueur ou sa clé de contrôle ne va pas.
fault-price-out-of-range = Le prix est négatif ou trop grand.
fault-price-list-not-found = Ce tarif n’existe plus.
fault-price-list-name-taken = Un autre tarif porte déjà ce nom.
fault-planned-price-day = Un prix à venir prend effet un jour après aujourd’hui.
fault-promotion-not-found = Cette promotion n’existe plus.
fault-promotion-days = Les jours de la promotion sont incomplets, ou le dernier précède le premier.
fault-promotion-rule = Cette promotion n’enlève rien, ou plus que le prix.
fault-promotion-empty = Choisissez au moins un article ou un rayon.
fault-promotion-used = Des tickets portent cette promotion : elle ne peut être supprimée, mais vous pouvez l’arrêter.
fault-customer-not-found = Ce client n’existe pas.
fault-shift-required = Aucun quart n’est ouvert sur ce poste.
fault-shift-not-found = Ce quart n’existe pas.
fault-shift-closed = Ce quart est fermé : plus rien ne s’y ajoute.
fault-cart-in-progress = Une vente est en cours : terminez-la ou abandonnez-la d’abord. ({ $workstation })
fault-amount-out-of-range = Ce montant est hors limites.
fault-denomination-unknown = La coupure { $denomination } n’existe pas dans ce pays.
fault-reason-required = Indiquez le motif.
fault-line-not-found = Cette ligne n’est plus dans la commande.
fault-line-wrong-kind = Ce n’est pas possible pour cette ligne.
fault-quantity-out-of-range = Cette quantité est hors limites.
fault-quantity-not-whole = Cet article se vend à la pièce, sans fraction.
fault-too-many-lines = La commande est pleine.
fault-discount-out-of-range = Cette remise est impossible : elle doit être positive et ne pas dépasser le prix.
fault-fee-type-not-found = Ce type de frais n’existe pas ou n’est plus proposé.
fault-embedded-pattern-invalid = { $part ->
    [prefix] Le code doit commencer par 02 ou par 20 à 29, les préfixes réservés aux magasins.
    [item] Il faut l’article (I), d’un seul tenant.
    [figure] Il faut un prix (P) ou un poids (W), d’un seul tenant.
    [verifier] Un seul vérificateur (V), et un prix ou poids de 4 ou 5 chiffres.
    [check] La clé (C) est la dernière place, une seule fois.
    [decimals] Trop de décimales : 2 pour un prix, 3 pour un poids.
   *[form] Il faut 13 places : des chiffres, puis les lettres I, P ou W, V et C.
}
fault-embedded-pattern-taken = Une autre règle a déjà ce modèle.
fault-embedded-rule-not-found = Cette règle n’existe pas. Actualisez la liste.
fault-line-labelled = La quantité est imprimée sur l’étiquette. Scannez chaque étiquette, ou retirez la ligne.
fault-service-not-offered = Le magasin ne distingue pas « sur place », « à emporter » et « livré ».
fault-nothing-to-undo = Il n’y a rien à annuler ni à rétablir.
fault-paid-beyond-total = La commande vaudrait moins que ce qui est déjà réglé. Retirez d’abord un règlement.
fault-parked-not-found = Cette vente n’est plus en attente : elle a été rappelée ou abandonnée.
fault-missing-not-found = Ce manquant n’est plus dans la liste.
fault-cart-changed = Une autre fenêtre a modifié cette vente. Vérifiez le total, puis recommencez.
fault-cart-empty = La commande est vide.
fault-unknown-codes-pending = { $count ->
    [one] Un code scanné reste inconnu.
   *[other] { $count } codes scannés restent inconnus.
}
fault-tender-not-found = Ce règlement n’est plus dans la commande.
fault-over-payment = Trop perçu : il ne reste que { $due }. Seules les espèces rendent la monnaie.
fault-no-such-coin = Cette somme ne peut pas être payée en espèces : la plus petite pièce vaut { $step }.
fault-tender-not-positive = Le montant doit être supérieur à zéro.
fault-amount-due-remains = Il reste { $due } à payer.
fault-method-not-offered = Ce poste n’accepte pas ce mode de règlement.
fault-card-digits-invalid = Saisissez seulement les 4 derniers chiffres de la carte.
fault-nature-required = Choisissez la nature du règlement.
fault-seller-required = Choisissez le vendeur.
fault-named-customer-required = Un montant non réglé demande un client nommé.
fault-credit-customer-required = Choisissez d’abord le client : le crédit est celui de son compte.
fault-credit-insufficient = Le client ne dispose que de { $available } de crédit.
fault-customer-blocked = Le compte de { $name } est bloqué : aucune vente n’est possible.
fault-cash-ceiling = La loi limite les espèces à { $ceiling } par vente.
fault-nothing-to-return = Choisissez ce que le client rapporte.
fault-return-exceeds-sold = { $name } : la quantité dépasse ce qui a été vendu et pas encore rendu.
fault-document-not-a-sale = Un retour ou une annulation ne se corrige pas.
fault-document-cancelled = Ce ticket est déjà annulé.
fault-document-returned = Des articles de ce ticket ont déjà été rendus : il ne peut plus être annulé en entier.
fault-document-exchanged = Ce ticket fait partie d’un échange (avec { $number }) : il ne s’annule pas seul. Reprenez les articles par un retour.
fault-exchange-pending = Une reprise attend déjà sur cette vente. Terminez-la ou retirez-la d’abord.
fault-exchange-changed = Des articles de ce ticket ont été rendus entre-temps. Retirez la reprise et refaites-la.
fault-refund-method-required = Il reste { $amount } à rendre : choisissez comment.
fault-clock-unconfirmed = Beaucoup de temps est passé depuis la dernière vente. Confirmez la date avant de continuer.
fault-day-closed = La journée du { $day } est clôturée : plus rien ne peut y être vendu.
fault-closing-not-found = Cette clôture n’existe pas.
fault-year-start-too-late = Avec ce début, l’exercice se serait terminé le { $day }, avant des mois déjà clôturés. Choisissez un autre mois.
fault-sale-not-ready = La vente est impossible : l’identité de l’entreprise est incomplète.
fault-clock-behind = L’horloge retarde de { $seconds } s sur le dernier enregistrement signé. Réglez l’heure.
fault-fiscal-chain-broken = Un enregistrement fiscal ne se vérifie pas (position { $position }). Un gérant doit en prendre acte dans Gestion, Clés et ancres, puis prévenir l’assistance.
fault-tables-differ = Les données de la caisse et le journal des opérations ne concordent plus, ou ce journal est abîmé. Un gérant en voit le détail, et ce qu’il y a à faire, dans Gestion, Clôtures et archives, Vérification.
fault-verification-failed = La dernière vérification n’a pas pu aller jusqu’au bout : la base ne se lit plus entièrement, ou le disque ne répond plus. Un gérant doit la relancer dans Gestion, Clôtures et archives, Vérification ; si elle échoue encore, prévenir l’assistance et garder les sauvegardes.
fault-signing-key-missing = La clé de signature de ce poste n’est pas sur cet ordinateur : aucune vente n’est possible. Un gérant peut créer une nouvelle clé dans Gestion, Clés et ancres.
fault-signing-key-foreign = La clé de signature de cet ordinateur n’est pas celle qu’annoncent les enregistrements : aucune vente n’est possible. Un gérant peut créer une nouvelle clé dans Gestion, Clés et ancres.
fault-records-missing = Il manque des enregistrements signés : la base s’arrête au n° { $found }, ils allaient jusqu’au n° { $anchored }. Une sauvegarde plus ancienne a sans doute été remise. Rien ne peut être signé tant qu’un gérant n’a pas décidé dans Gestion, Clés et ancres.
fault-records-forked = Une autre copie de cette base a continué de son côté : l’enregistrement n° { $anchored } n’est pas le même. Rien ne peut être signé sur ce poste tant qu’un gérant n’a pas décidé dans Gestion, Clés et ancres.
fault-integrity-unacknowledged = Un défaut d’intégrité a été constaté (enregistrement { $position }). Les ventes reprennent dès qu’un gérant en a pris acte dans Gestion, Clés et ancres.
fault-integrity-running = Une vérification est déjà en cours.
fault-books-unknown = { $count ->
    [one] Un poste a tenu ses comptes avec cet ordinateur, et cette base ne le connaît pas : elle a été effacée ou remplacée. Cherchez une sauvegarde avant de vendre.
   *[other] { $count } postes ont tenu leurs comptes avec cet ordinateur, et cette base ne les connaît pas : elle a été effacée ou remplacée. Cherchez une sauvegarde avant de vendre.
}
fault-nothing-to-decide = Il n’y a plus rien à décider pour ce poste.
fault-restore-unreadable = Ce fichier n’est pas une copie lisible de la base, ou son contenu ne se vérifie pas ({ $detail }). Rien n’a été repris.
fault-restore-other = Ce fichier est la base d’un autre magasin ou d’un autre ordinateur.
fault-restore-short = Ce fichier s’arrête au n° { $offered } ; il manque jusqu’au n° { $anchored }. Cherchez une copie plus récente.
fault-restore-forked = Ce fichier contient d’autres enregistrements que cette base, à partir du n° { $position } : les deux ont continué chacun de leur côté.
fault-document-not-found = Ce document n’existe pas.
fault-printer-missing = Ce poste n’a pas d’imprimante.
fault-printer-invalid = Les réglages de l’imprimante ne conviennent pas. ({ $detail })
fault-print-job-not-found = Cette impression n’existe plus.
fault-print-job-state = Cette impression n’en est plus là.
fault-backup-running = Une sauvegarde, un exercice ou une vérification est en cours. Attendez la fin, ou arrêtez-la.
fault-backup-invalid = Réglage de sauvegarde à revoir : { $field ->
    [second] le second dossier doit être un chemin complet.
    [every_min] l’intervalle va de 5 à 240 minutes.
    [daily_min] l’heure n’en est pas une.
   *[passphrase] la phrase secrète a douze caractères au moins.
}
fault-backup-not-found = Ce fichier de sauvegarde n’est plus là.
fault-backup-foreign = Ce fichier n’est pas une sauvegarde de Comptoir.
fault-backup-other-shop = C’est la sauvegarde d’une autre boutique : { $name }. Rien n’a été changé.
fault-backup-damaged = Cette sauvegarde est abîmée : elle ne peut pas être restaurée. Rien n’a été changé ; prenez-en une autre. ({ $detail })
fault-backup-passphrase = La phrase secrète manque ou n’ouvre pas cette sauvegarde. Rien n’a été changé.
fault-restore-not-ready = Choisissez et vérifiez d’abord une sauvegarde.
fault-import-unreadable = Le fichier ne se lit pas comme un tableau. ({ $reason })
fault-import-mapping = Aucune colonne n’est choisie pour : { $field }.
fault-import-running = Un import est déjà en cours.
fault-import-not-found = Cet import n’existe pas.
fault-database-newer = La base vient d’une version plus récente du logiciel. Mettez-le à jour.
fault-database-in-use = Comptoir est déjà ouvert sur ces données. Revenez à la fenêtre déjà ouverte, ou fermez-la avant de recommencer.
fault-database-busy = La base est occupée par un autre programme. Réessayez.
fault-disk-full = Le disque est plein : rien n’a été enregistré. Prévenez le responsable, libérez de la place, puis réessayez.
fault-disk-failed = Le disque de cet ordinateur n’a pas répondu : rien n’a été enregistré. Réessayez. Si cela se répète, notez la vente sur papier et prévenez le responsable : le disque est sans doute à remplacer.
fault-disk-read-only = Le disque refuse l’écriture : rien n’a été enregistré. Prévenez le responsable : le dossier de la boutique doit pouvoir être écrit.
fault-database-foreign = Ce fichier n’est pas une base de Comptoir, ou il n’est pas entier. Rien n’y a été changé. Restaurez une sauvegarde.
fault-database-corrupt = La base est endommagée. N’effacez rien et prévenez le responsable : une sauvegarde peut être restaurée.
fault-stopping = Le programme s’arrête.
fault-internal = Une erreur du programme s’est produite. { $trace }
fault-mail-not-set = Aucun serveur de messagerie n’est réglé sur cet ordinateur : Gestion, « Messagerie ».
fault-mail-invalid = Ce réglage de la messagerie ne convient pas : vérifiez le serveur, le port et l’expéditeur. Un mot de passe demande une liaison protégée.
fault-mail-address-invalid = « { $address } » n’est pas une adresse e-mail.
fault-mail-job-not-found = Cet envoi n’attend plus.
fault-price-accuracy-not-offered = L’exactitude des prix est une règle du Québec.
fault-label-not-lower = Rien n’est dû : la caisse ne demande pas plus que l’étiquette.
fault-price-claim-closed = Un retour ou une correction a déjà été fait pour cette ligne : son prix ne peut plus être corrigé.
fault-shelf-label-not-found = Cette étiquette n’est plus dans la liste.
fault-representative-not-found = Ce représentant n’existe pas.
fault-courier-not-found = Ce livreur n’existe pas.
fault-payment-not-found = Ce règlement ne figure plus sur ce ticket : relisez-le.
fault-payment-not-correctable = Ce mode de règlement ne se corrige pas : compte client, échange et pertes gardent leur écriture.
fault-payment-exceeds-standing = Il ne reste que { $available } de ce règlement à corriger.
fault-payment-same-method = C’est déjà ce mode de règlement.
fault-correction-not-found = Cette correction n’existe pas.
fault-archive-period = Aucune archive pour cette période : elle va d’un jour à un autre, douze mois au plus, et contient au moins un enregistrement.
fault-archive-not-found = Cette archive n’existe pas.
fault-archive-file-missing = Le fichier de cette archive n’est pas encore écrit, ou n’est plus à sa place. « Refaire » l’écrit de nouveau.
fault-archive-folder = Le dossier « { $folder } » n’existe pas ou n’est pas un chemin complet.
fault-archive-export-unknown = Cet export n’est plus disponible. Exportez l’archive de nouveau.
fault-verification-missing = Aucun contrôle n’a été mené à son terme.
fault-period-invalid = Période à revoir : elle va d’un jour à un autre, { $max } jours au plus.
fault-account-invalid = « { $account } » ne convient pas ici : 3 à 12 chiffres ou majuscules, dans la bonne classe du plan comptable.
fault-accounting-nothing = Rien à exporter : aucune écriture sur cette période.
fault-accounting-day-open = La journée du { $day } n’est pas finie. Elle pourra être prise demain.
fault-accounting-day-exported = La journée du { $day } a déjà été exportée : une journée ne l’est qu’une fois. Reprenez son fichier dans la liste.
fault-accounting-unbalanced = { $piece } n’est pas équilibré : il manque { $amount }. Rien n’a été exporté ; prévenez votre revendeur.
fault-accounting-batch-not-found = Cet export n’existe pas.
fault-accounting-batch-damaged = L’export n° { $number } ne correspond plus à son empreinte : ses données ont été modifiées. Lancez un contrôle d’intégrité.
fault-ereport-not-found = Ce relevé n’existe pas.
fault-ereport-france-only = L’e-reporting est une obligation française.
fault-balance-correction-beyond = La correction dépasse le solde ({ $available }) : elle peut au plus le mettre à zéro.
