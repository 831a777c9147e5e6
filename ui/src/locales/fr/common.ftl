back = Retour
close = Fermer
confirm = Confirmer
finish = Terminé
help = Aide
language = Langue
loading = Lecture en cours
lock = Verrouiller
not-an-amount = Ce n’est pas un montant.
print = Imprimer
redo = Rétablir
retry = Réessayer
save = Enregistrer
sign-out = Changer d’utilisateur
undo = Annuler
users = Utilisateurs

sound-on = Son activé
sound-off = Son coupé
fullscreen = Plein écran
theme-dark = Thème sombre
theme-light = Thème clair

help-title = Aide
help-keys = Touches de cet écran
help-typing = Ce que l’on tape au pavé

key-shift = Maj
key-escape = Échap
key-enter = Entrée
key-delete = Suppr
key-backspace = Effacer

numpad = Pavé numérique
numpad-clear = Tout effacer
numpad-decimal = Virgule
pin-label = Code personnel

link-up = À jour
link-connecting = Connexion…
link-down = Hors liaison depuis { $time }
link-down-waiting = Hors liaison depuis { $time } · { $count ->
    [one] { $count } scan en attente
   *[other] { $count } scans en attente
}
link-error = Le programme ne répond pas. Rien n’est perdu : réessayez.

approval-title = Accord d’un responsable
approval-text = Cette action dépasse vos droits. Un responsable peut l’autoriser avec son code.
approval-submit = Autoriser

role-cashier = Caissier
role-lead-cashier = Responsable de caisse
role-manager = Gérant
role-technician = Intervenant

permission-sell = vendre
permission-open-shift = ouvrir un quart
permission-close-shift = fermer son quart
permission-close-any-shift = fermer tous les quarts
permission-write-off = passer en pertes et profits au-delà de la limite
permission-exempt-from-tax = vendre sans TVA
permission-discount = faire des remises
permission-discount-beyond-limit = dépasser la remise permise
permission-refund = rembourser un retour
permission-refund-freely = reprendre sans ticket
permission-cancel-ticket = annuler un ticket
permission-correct-payment = corriger un règlement
permission-add-credit = créditer un compte client
permission-manage-options = régler la caisse
permission-move-cash = entrées et sorties de caisse
permission-open-drawer = ouvrir le tiroir sans vente
permission-reprint = réimprimer
permission-view-reports = lire les rapports
permission-manage-printing = gérer les impressions
permission-manage-catalogue = gérer les articles
permission-manage-layouts = gérer les schémas de caisse
permission-manage-macro-keys = gérer les touches macro
permission-import = importer
permission-manage-customers = gérer les clients
permission-manage-workstations = gérer les postes
permission-manage-users = gérer les utilisateurs

ticket-preview = Aperçu du ticket
till-title = Caisse
office-title = Gestion
office-no-shop = La boutique se crée depuis la caisse.
not-a-day = Une date comme { $pattern }
not-a-time = Une heure comme 14:30
day-pick = Choisir dans le calendrier : { $label }
