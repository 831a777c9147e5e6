// The sale screen: what goes on the order, and how it changes.

import { expect, test } from '../support/fixtures.ts';
import { ARTICLES } from '../support/till.ts';

test('SAL-01, SAL-03: the layout of the workstation is shown; a tile adds its article', async ({ till }) => {
  await expect(till.id('page-tab')).toHaveCount(6);
  await expect(till.id('tile').first()).toContainText('Baguette de tradition');
  await till.expectEmpty();
  await till.tile('Ficelle').click();
  await till.expectQuantity('Ficelle', '1');
  await till.expectAmount('total', 85);
});

test('SAL-02: search ignores accents and finds the middle of a word', async ({ till }) => {
  await till.keys('F2');
  await till.id('search-input').fill('levain');
  await expect(till.id('search-results-row').first()).toContainText('Pain au levain');
  await till.id('search-input').fill('evain');
  await expect(till.id('search-results-row').first()).toContainText('Pain au levain');
  await till.id('search-input').fill('cereales');
  await expect(till.id('search-results-row')).toHaveCount(1);
  await expect(till.id('search-results-row')).toContainText('Pain aux céréales');
  await till.keys('Enter');
  await till.expectQuantity('Pain aux céréales', '1');
  await expect(till.id('article-search')).toBeHidden();
});

test('SAL-04: a group opens over section A; several of its articles can be added', async ({ till }) => {
  await till.group('Glaces').click();
  const choices = till.id('group-tile');
  const [first, second] = [choices.nth(0), choices.nth(1)];
  await first.click();
  await expect(till.lines).toHaveCount(1);
  await second.click();
  await expect(till.lines).toHaveCount(2);
  await expect(till.id('group-panel')).toBeVisible();
  await till.press('panel-close');
  await expect(till.id('group-panel')).toBeHidden();
});

test('SAL-25: a scan adds its article, and a second one of the same adds one', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  await till.scan(ARTICLES.country);
  await till.scanner.scan(ARTICLES.baguette.barcode);
  await till.expectQuantity(ARTICLES.baguette.name, '2');
  await till.expectAmount('total', 2 * 130 + 320);
});

test('SAL-14, SAL-15: + and − change the quantity, a typed one replaces it', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  await till.keys('+', '+');
  await till.expectQuantity(ARTICLES.baguette.name, '3');
  await till.expectAmount('total', 390);
  await till.keys('-');
  await till.expectQuantity(ARTICLES.baguette.name, '2');
  await till.keys('1', '2', '*');
  await expect(till.id('buffer')).toHaveText('12 ×');
  await till.keys('Enter');
  await till.expectQuantity(ARTICLES.baguette.name, '12');
  await till.expectAmount('total', 1560);
  await till.press('line-more');
  await till.expectQuantity(ARTICLES.baguette.name, '13');
  await till.press('line-quantity-edit');
  for (const key of ['2', '5']) await till.press(`quantity-pad-${key}`);
  await till.press('quantity-save');
  await till.expectQuantity(ARTICLES.baguette.name, '25');
  await till.expectAmount('total', 3250);
});

test('3 * then a scan is three of it; a typed code is an article', async ({ till }) => {
  await till.keys('3', '*');
  await expect(till.id('buffer')).toHaveText('3 ×');
  await till.scan(ARTICLES.ficelle);
  await till.expectQuantity('Ficelle', '3');
  await till.keys('1', '0', '0', '7', 'Enter');
  await till.expectQuantity('Pain de campagne', '1');
});

test('SAL-10: lines are removed, and undo and redo go through the order', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  await till.scan(ARTICLES.country);
  await till.keys('Delete');
  await expect(till.lines).toHaveCount(1);
  await till.expectAmount('total', 130);
  await till.keys('Control+z');
  await expect(till.lines).toHaveCount(2);
  await till.expectAmount('total', 450);
  await till.keys('Control+y');
  await expect(till.lines).toHaveCount(1);
  await till.press('undo');
  await expect(till.lines).toHaveCount(2);
});

test('SAL-16, SAL-19: a note goes with the sale and is gone after «Terminé»', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  await till.keys('Shift+F7');
  await till.id('note-input').fill('emballage cadeau');
  await till.press('note-save');
  await expect(till.id('order-note')).toContainText('emballage cadeau');
  await till.settle();
  await till.press('done-clear');
  await till.expectEmpty();
  await expect(till.id('order-note')).toBeHidden();
});

test('SAL-11: a customer is found by a part of the name and stands on the order', async ({ till }) => {
  await till.keys('F4');
  await till.id('customer-input').fill('ice les');
  await expect(till.id('customer-row')).toHaveCount(1);
  await till.keys('Enter');
  await expect(till.id('customer-name')).toContainText('Alice Lestage');
});

test('SAL-12, SAL-13: the name alone makes a customer, who is in the file afterwards', async ({ till, seat }) => {
  await till.keys('F4');
  await till.id('customer-input').fill('Martin Pêcheur');
  await expect(till.id('customer-new')).toBeVisible();
  await till.keys('Enter', 'Enter');
  await expect(till.id('customer-name')).toContainText('Martin Pêcheur');
  const found = await seat.call('customer_search', { text: 'pecheur', limit: 10 });
  expect(found.map((customer) => customer.name)).toEqual(['Martin Pêcheur']);
});

test('Enter takes what the words mean, not what a slow list still shows', async ({ till }) => {
  await till.slowAnswers(/(?:catalogue|customer)_search/u);
  await till.keys('F2');
  await expect(till.id('search-results-row').first()).toBeVisible();
  await till.id('search-input').fill('cereales');
  await till.keys('Enter', 'Enter');
  await till.expectQuantity('Pain aux céréales', '1');
  await expect(till.lines).toHaveCount(1);
  await till.keys('F4');
  await expect(till.id('customer-row').first()).toBeVisible();
  await till.id('customer-input').fill('ice les');
  await till.keys('Enter');
  await expect(till.id('customer-name')).toContainText('Alice Lestage');
  await till.keys('F4');
  await expect(till.id('customer-row').first()).toBeVisible();
  await till.id('customer-input').fill('Martin Pêcheur');
  await till.keys('Enter', 'Enter');
  await expect(till.id('customer-name')).toContainText('Martin Pêcheur');
});

test('SAL-17: payment is disabled on an empty order', async ({ till }) => {
  await expect(till.id('pay')).toBeDisabled();
  await expect(till.id('quick-exact')).toBeDisabled();
  await till.keys('F12');
  await expect(till.id('payment')).toBeHidden();
  await till.scan(ARTICLES.baguette);
  await expect(till.id('pay')).toBeEnabled();
});

test('SAL-20, PAY-13: a cash sale of one article takes at most four clicks, without a dialog', async ({ till }) => {
  let clicks = 0;
  const click = async (what: Promise<void>): Promise<void> => {
    clicks += 1;
    await what;
    await expect(till.page.getByRole('dialog')).toHaveCount(0);
  };
  await click(till.tile('Ficelle').click());
  await till.expectAmount('total', 85);
  await till.passGuard();
  await click(till.press('quick-exact'));
  await expect(till.id('done')).toBeVisible();
  await click(till.id('done-clear').click());
  await till.expectEmpty();
  expect(clicks).toBeLessThanOrEqual(4);
});

test('an exact cash sale of three articles is three scans and two keys', async ({ till, seat }) => {
  for (const article of [ARTICLES.baguette, ARTICLES.ficelle, ARTICLES.country]) await till.scan(article);
  // Enter right after a scan is the scanner's own second suffix; a person is slower.
  await till.page.waitForTimeout(200);
  await till.keys('Enter', 'Enter');
  await expect(till.id('done')).toBeVisible();
  await till.expectAmount('change', 0);
  const [document] = await seat.call('document_recent', {});
  expect(document?.total).toBe(130 + 85 + 320);
  await till.scan(ARTICLES.kettle);
  await expect(till.lines, 'the next scan starts the next sale').toHaveCount(1);
});
