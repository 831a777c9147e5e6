// What readers hear and find on the main screens, and what stays in sight. The rules for every screen: every-screen.spec.ts.

import { expect, test } from '../support/fixtures.ts';
import { expectAccessible } from '../support/axe.ts';
import { ARTICLES } from '../support/till.ts';

const TILL_SIZES = [
  [1024, 768],
  [1366, 768],
  [1920, 1080],
] as const;

test.describe('first run', () => {
  test.use({ sample: 'empty' });

  test('axe finds nothing on the first window', async ({ window }) => {
    await expect(window.id('first-run')).toBeVisible();
    await expectAccessible(window.page, 'first-run');
  });
});

test('nothing scrolls sideways and the payment button stays on screen', async ({ till }) => {
  for (let count = 0; count < 12; count += 1) await till.id('tile').nth(count).click();
  await expect(till.lines).toHaveCount(12);
  for (const [width, height] of TILL_SIZES) {
    await till.page.setViewportSize({ width, height });
    await expect(till.id('pay')).toBeInViewport({ ratio: 1 });
    await expect(till.id('total')).toBeInViewport({ ratio: 1 });
    const overflow = await till.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${width}`).toBe(0);
  }
});

test('readers hear the line that was added and the change', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  await expect(till.id('announcement')).toHaveText(/1 Baguette de tradition\. Total 1,30/u);
  await expect(till.id('order')).toMatchAriaSnapshot(`
    - region "Commande":
      - button /Client/
      - list "Lignes de la commande":
        - listitem:
          - button /Baguette de tradition/
          - button "Un de moins"
          - 'button "Quantité : 1. Changer"'
          - button "Un de plus"
          - button /Retirer/
      - group "Règlement en une touche":
        - button "Exact"
  `);
  await till.settle();
  await expect(till.id('done-announcement')).toContainText('enregistrée');
});

test('readers find the balance, the methods and the pad on the payment screen', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  await till.keys('F12');
  await expect(till.id('payment')).toMatchAriaSnapshot(`
    - main:
      - heading "Paiement" [level=2]
      - list "Règlements saisis"
      - button "Retour"
      - group "Modes de règlement":
        - button "Espèces"
        - button "Carte bancaire"
        - button "Chèque"
        - button "Autre"
      - group "Règlement en une touche"
      - status "Montant saisi"
      - group "Pavé numérique"
      - button "Valider"
  `);
});

test('the first screen has headings, and landmarks of their own', async ({ window }) => {
  await expect(window.id('sign-in')).toMatchAriaSnapshot(`
    - banner:
      - heading "Boulangerie-traiteur du Port" [level=1]
      - group "Langue":
        - radio "Français" [checked]
    - main:
      - heading "Qui vend ?" [level=2]
      - list "Utilisateurs":
        - listitem:
          - button "Claire Delmas Gérant"
      - region "Code personnel":
        - textbox "Code personnel" [disabled]
        - group "Pavé numérique"
        - button "Entrer" [disabled]
  `);
});
