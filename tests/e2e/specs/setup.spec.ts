// From an empty database to the first sale.

import { expect, test } from '../support/fixtures.ts';

test.use({ sample: 'empty' });

test('SHF-01: the first window asks who the shop is; then selling waits for what is missing', async ({ window }) => {
  await expect(window.id('first-run')).toBeVisible();
  await expect(window.id('shop-create')).toBeDisabled();
  const identity = { trading_name: 'Le Fournil', legal_name: 'Le Fournil SARL', address: '1 rue du Port', postcode: '33000', city: 'Bordeaux', siret: '99940127600012', vat_number: 'FR91999401276' };
  for (const [field, value] of Object.entries(identity)) await window.id(`identity-${field}`).fill(value);
  await window.id('manager-name').fill('Alix Patronne');
  await window.id('manager-pin').fill('4321');
  await window.id('manager-pin-again').fill('4322');
  await expect(window.id('shop-create'), 'the two PINs differ').toBeDisabled();
  await window.id('manager-pin-again').fill('4321');
  await window.press('shop-create');
  await expect(window.id('sign-in')).toContainText('Le Fournil');
  await window.id('pin-input').fill('4321');
  await window.press('pin-submit');
  await expect(window.id('setup')).toBeVisible();
  await expect(window.id('setup-articles')).toBeVisible();
  await expect(window.id('setup-layout')).toBeVisible();
  await expect(window.id('sale')).toBeHidden();
  await window.id('setup-articles').getByRole('link').click();
  await expect(window.page).toHaveURL(/gestion\.html#\/articles/u);
});

test('a SIRET whose key is wrong is refused beside its field, and nothing is created', async ({ window }) => {
  const identity = { trading_name: 'Le Fournil', legal_name: 'Le Fournil', address: '1 rue du Port', postcode: '33000', city: 'Bordeaux', siret: '99940127600013', vat_number: 'FR91999401276' };
  for (const [field, value] of Object.entries(identity)) await window.id(`identity-${field}`).fill(value);
  await window.id('manager-name').fill('Alix');
  await window.id('manager-pin').fill('4321');
  await window.id('manager-pin-again').fill('4321');
  await window.press('shop-create');
  await expect(window.id('identity-siret')).toHaveAttribute('aria-invalid', 'true');
  await window.page.reload();
  await expect(window.id('first-run')).toBeVisible();
});

test('Québec asks for its own numbers', async ({ window }) => {
  await expect(window.id('identity-siret')).toBeVisible();
  await window.id('country').getByText('Québec').click();
  await expect(window.id('identity-siret')).toHaveCount(0);
  await expect(window.id('identity-tps_number')).toBeVisible();
  await expect(window.id('identity-tvq_number')).toBeVisible();
});
