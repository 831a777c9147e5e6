// What a screen reader finds on the main screens, kept as text beside the tests (specs/__snapshots__): roles, names and
// states in their order. A change of these files is a change for people who cannot see the screen; look at it as such.
// `npx playwright test aria --update-snapshots` writes them again.

import { expect, test } from '../support/fixtures.ts';
import { managedShop, signedInAtTablet } from '../support/pilotage.ts';
import { ARTICLES } from '../support/till.ts';

test('the sale: bar of actions, tiles and order', async ({ till }) => {
  await expect(till.id('action-row')).toMatchAriaSnapshot({ name: 'sale-actions.aria.yml' });
  for (const article of [ARTICLES.baguette, ARTICLES.kettle]) await till.scan(article);
  await expect(till.id('order')).toMatchAriaSnapshot({ name: 'sale-order.aria.yml' });
  await till.keys('F10');
  await expect(till.id('actions-sheet')).toMatchAriaSnapshot({ name: 'actions.aria.yml' });
});

test('a discount', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  await till.keys('F6');
  await expect(till.id('discount-reason').first()).toBeVisible();
  await expect(till.page.getByRole('dialog').last()).toMatchAriaSnapshot({ name: 'discount.aria.yml' });
});

test('the return of a ticket', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  await till.settle();
  await till.action('action-search');
  await till.press('document-return');
  await till.id('return-tick').first().check();
  await expect(till.id('return-submit')).toBeVisible();
  await expect(till.page.getByRole('dialog').last()).toMatchAriaSnapshot({ name: 'return.aria.yml' });
});

test('the count of a closing', async ({ till }) => {
  await till.action('action-close-shift');
  await till.id('count-5000').fill('3');
  await expect(till.page.getByRole('main')).toMatchAriaSnapshot({ name: 'close-count.aria.yml' });
});

test('the back office: its screens and a form', async ({ till, shop }) => {
  await till.page.goto(shop.address('gestion.html'));
  await expect(till.id('sidebar')).toMatchAriaSnapshot({ name: 'office-sidebar.aria.yml' });
  await till.press('nav-promotions');
  await till.id('promotion-new').first().click();
  await expect(till.id('promotion-sheet')).toMatchAriaSnapshot({ name: 'promotion-sheet.aria.yml' });
});

test('the manager’s view: its screens', async ({ page, context }) => {
  const shop = await managedShop();
  await signedInAtTablet(shop, page, context, { language: 'fr', theme: 'light' });
  await expect(page.getByRole('navigation')).toMatchAriaSnapshot({ name: 'manager-rail.aria.yml' });
  await shop.close();
});
