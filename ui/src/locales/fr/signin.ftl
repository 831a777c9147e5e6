signin-title = Connexion
signin-who = Qui vend ?
signin-choose = Choisissez votre nom
signin-pin = Code personnel
signin-submit = Entrer
signin-locked = Trop d’essais. Nouvel essai possible dans { $seconds } s.
shop-sample = Boutique d’essai : rien ici n’est une vraie vente.

firstrun-workstation = Nom du poste de travail
firstrun-manager = Nom du gérant
firstrun-pin = Code du gérant
firstrun-pin-hint = De 4 à 8 chiffres
firstrun-pin-again = Code, une deuxième fois
firstrun-pins-differ = Les deux codes diffèrent.
firstrun-create = Créer la boutique
country-france = France
country-quebec = Québec

identity-trading-name = Enseigne
identity-legal-name = Raison sociale
identity-legal-form = Forme juridique et capital
identity-address = Adresse
identity-postcode = Code postal
identity-city = Ville
identity-phone = Téléphone
identity-siret = SIRET
identity-naf = Code NAF (APE)
identity-vat-number = N° de TVA intracommunautaire
identity-tps = N° de TPS
identity-tvq = N° de TVQ

setup-title = Avant la première vente
setup-text = La vente sera possible quand ceci existera :
setup-articles = Aucun article n’est au catalogue.
setup-articles-link = Ajouter des articles
setup-layout = Aucun schéma ne range les articles sur l’écran de vente.
setup-layout-link = Créer un schéma
setup-workstation = Aucun poste de travail actif n’a de schéma.
setup-workstation-link = Régler un poste

workstation-title = Choix du poste
workstation-text = Ce poste s’ouvrira de lui-même sur cet ordinateur la prochaine fois.
workstation-closed = Fermé
workstation-open = Ouvert par { $name }, { $at }
workstation-no-layout = Sans schéma
workstation-none = Aucun poste actif
workstation-other = Changer de poste
