// «Société»: a shop whose identity lacks what the law wants cannot sell, and is led to the page where that is mended.

import { expect, test } from '../support/fixtures.ts';

test('without its APE code the shop cannot sell; «Corriger» leads to where a manager types it, and selling goes on', async ({ till, seat, shop }) => {
  const { identity } = await seat.call('shop_view', {});
  await seat.call('shop_identity_save', { ...identity, naf: '' });
  const mend = till.id('need-ape').getByRole('link');
  await expect(mend).toBeVisible();
  await mend.click();
  await expect(till.page).toHaveURL(/gestion\.html#\/societe/u);
  await expect(till.id('readiness-banner').getByRole('link')).toHaveAttribute('href', /#\/societe$/u);
  await expect(till.id('identity-naf'), 'what is missing is marked at once').toHaveAttribute('aria-invalid', 'true');
  await expect(till.id('identity-siret')).toHaveValue(identity.siret);

  await till.id('identity-siret').fill('99940127600013');
  await till.keys('Control+Enter');
  await expect(till.id('identity-siret')).toBeFocused();
  await expect(till.id('identity-siret')).toHaveAttribute('aria-invalid', 'true');
  expect((await seat.call('shop_view', {})).identity, 'nothing was saved').toEqual({ ...identity, naf: '' });

  await till.id('identity-siret').fill(identity.siret);
  // The program holds a whole card number in a free text to be a mistake, and names no field.
  await till.id('identity-phone').fill('4111 1111 1111 1111');
  await till.id('identity-naf').fill('4711B');
  await till.id('identity-trading_name').fill('Au Bon Port');
  await till.press('company-save');
  await expect(till.id('company-error')).toBeVisible();
  await till.id('identity-phone').fill('05 56 00 00 00');
  await expect(till.id('company-error')).toBeHidden();
  await till.press('company-save');
  await expect(till.id('toast')).toBeVisible();
  await expect(till.id('readiness-banner')).toHaveCount(0);
  await expect(till.id('office').getByText('Au Bon Port', { exact: true })).toBeVisible();
  expect((await seat.call('shop_view', {})).identity).toEqual({ ...identity, trading_name: 'Au Bon Port', naf: '4711B', phone: '05 56 00 00 00' });
  await till.page.goto(shop.address());
  await expect(till.id('sale')).toBeVisible();
});

test.describe('a cashier', () => {
  test.use({ role: 'cashier' });

  test('may not look into the identity of the shop to change it', async ({ till, shop }) => {
    await till.page.goto(shop.address('gestion.html'));
    await till.press('nav-societe');
    await expect(till.id('no-right')).toBeVisible();
  });
});
