# Options de caisse.
options-title = Options de caisse
options-till = À la caisse
options-service = Demander « Sur place, livré, emporté »
options-service-hint = Pour les articles dont la taxe change avec le service.
options-accuracy = Politique d’exactitude des prix
options-accuracy-hint = À décocher seulement si le prix est indiqué sur chaque article.
options-limits = Sans l’accord d’un responsable
options-limits-text = Jusqu’à ces limites, le vendeur décide seul.
options-discount-limit = Remise la plus forte (%)
options-write-off-limit = Écart abandonné le plus grand
options-write-off-hint = « Pertes et profits » : ce qui manque à un paiement et ne sera pas réclamé.
options-not-a-share = Entre 0 et 100
options-reasons = Motifs proposés
options-discount-reasons = Pour une remise
options-return-reasons = Pour un retour ou une annulation
options-reasons-hint = Un motif par ligne, dans l’ordre d’affichage.
options-saved = Options enregistrées

# Société.
company = Société
company-text = Sous chaque champ : où il s’imprime. Ces mentions sont aussi signées : elles valent pour les prochains documents, ceux qui existent gardent les leurs, et chaque changement est noté au journal.
company-saving = Enregistrement…
company-saved = Société enregistrée
