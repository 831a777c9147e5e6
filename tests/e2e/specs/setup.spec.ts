// From an empty database to the first sale: what selling waits for.

import { expect, test } from '../support/fixtures.ts';
import { createShop, expectStep, fillCompany, fillManager, FRENCH, leaveArticles, next } from '../support/wizard.ts';

test.use({ sample: 'empty' });

test('SHF-01: the first window asks who the shop is; then selling waits for what is missing', async ({ window }) => {
  await expect(window.id('first-run')).toBeVisible();
  await createShop(window);
  await leaveArticles(window);
  for (const step of [6, 7, 8]) await next(window, step);
  await expect(window.id('check-articles')).toHaveAttribute('data-done', 'false');
  await window.press('wizard-next');
  await expect(window.id('setup')).toBeVisible();
  await expect(window.id('setup-articles')).toBeVisible();
  await expect(window.id('setup-layout')).toBeVisible();
  await expect(window.id('sale')).toBeHidden();
  await window.id('setup-articles').getByRole('link').click();
  await expect(window.page).toHaveURL(/gestion\.html#\/articles/u);
});

test('a SIRET whose key is wrong is refused beside its field, and nothing is created', async ({ window }) => {
  await next(window, 2);
  await next(window, 3);
  await fillCompany(window, { ...FRENCH, siret: '99940127600013', vat_number: 'FR91999401276' });
  await expect(window.id('identity-siret'), 'at once').toHaveAttribute('aria-invalid', 'true');
  await window.press('wizard-next');
  await expect(window.id('identity-siret')).toBeFocused();
  await expectStep(window, 3);
  await window.page.reload();
  await expect(window.id('first-run')).toBeVisible();
});

test('two PINs that differ create nothing', async ({ window }) => {
  await next(window, 2);
  await next(window, 3);
  await fillCompany(window, FRENCH);
  await next(window, 4);
  await fillManager(window);
  await window.id('manager-pin-again').fill('4322');
  await window.press('wizard-next');
  await expect(window.id('manager-pin-again')).toHaveAttribute('aria-invalid', 'true');
  await expectStep(window, 4);
});
