// Where the first key of a screen goes, and what a slip of the hand leaves alone: found by playing the journeys in the real
// window.

import type { Locator } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import type { Shop } from '../support/shop.ts';
import { type Till, UNKNOWN_CODE } from '../support/till.ts';
import { createShop } from '../support/wizard.ts';

const CROISSANT = { barcode: '3760999011018', name: 'Croissant au beurre' };

/** The article form, reached by keys from the search of its list. */
async function openForm(till: Till, shop: Shop): Promise<Locator> {
  await till.page.goto(shop.address('gestion.html'));
  await till.press('nav-articles');
  await till.id('articles-search').fill('ficelle');
  await expect(till.id('articles-table-row')).toHaveCount(1);
  await till.id('articles-search').press('ArrowDown');
  await till.keys('Enter');
  const form = till.page.getByRole('dialog');
  await expect(form).toBeVisible();
  return form;
}

test('the first key of a count is the number of the greatest notes', async ({ till }) => {
  await till.action('action-close-shift');
  await expect(till.id('count-50000')).toBeFocused();
  await till.keys('1', 'Enter');
  await till.expectAmount('count-total', 50_000);
  await expect(till.id('count-20000')).toBeFocused();
});

test('a shift after one that left no float is not called the first', async ({ till }) => {
  await till.action('action-close-shift');
  await till.id('count-5000').fill('3');
  await till.press('close-check');
  await till.press('shift-close');
  await till.press('close-done');
  await expect(till.id('float-none')).toContainText('n’a pas laissé de fond');
  await expect(till.id('to-office'), 'a shift need not be opened to reach the back office').toBeVisible();
});

test('a till whose day is over still leads a manager to the back office', async ({ till, seat }) => {
  await seat.call('day_close', { workstation_id: null });
  await expect(till.id('not-ready')).toBeVisible();
  await till.press('to-office');
  await expect(till.page).toHaveURL(/gestion\.html/u);
});

test('Ctrl+A marks nothing on the till, and still the text of a field', async ({ till, page }) => {
  const marked = (): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? '');
  await till.keys('Control+a');
  expect(await marked()).toBe('');
  await till.keys('F2');
  await till.id('search-input').fill('ficelle');
  await till.keys('Control+a', 'Delete');
  await expect(till.id('search-input')).toHaveValue('');
});

test('a count of three digits leaves the name of its tile alone', async ({ till }) => {
  await till.keys('1', '2', '0', '*');
  await till.scan(CROISSANT);
  await till.expectQuantity(CROISSANT.name, '120');
  const [name, badge] = await till.tile(CROISSANT.name).evaluate((tile) => {
    const range = document.createRange();
    range.selectNodeContents(tile.querySelector('.name') ?? tile);
    const lines = [...range.getClientRects()].map(({ right, top, bottom }) => ({ right, top, bottom }));
    const { left, bottom } = (tile.querySelector('.badge') ?? tile).getBoundingClientRect();
    return [lines, { left, bottom }] as const;
  });
  for (const line of name) expect(line.top >= badge.bottom || line.right <= badge.left).toBe(true);
});

test('from a search the down arrow goes to what was found, and Ctrl+Enter saves from wherever the focus is', async ({ shop, till, seat }) => {
  const form = await openForm(till, shop);
  await form.getByLabel('Prix TTC').fill('0,95');
  // The button of the calendar, which opens at Enter.
  await form.getByRole('button', { name: /^Choisir/u }).focus();
  await till.keys('Control+Enter');
  await expect(form).toBeHidden();
  const found = await seat.call('catalogue_search', { text: 'ficelle', department_id: null, offset: 0, limit: 1 });
  expect(found.rows[0]?.unit_price).toBe(950_000);
});

test('what was changed in a form is not lost by one Escape', async ({ shop, till, seat }) => {
  const price = async (): Promise<number | undefined> => {
    const found = await seat.call('catalogue_search', { text: 'ficelle', department_id: null, offset: 0, limit: 1 });
    return found.rows[0]?.unit_price ?? undefined;
  };
  const before = await price();
  const form = await openForm(till, shop);
  await till.keys('Escape');
  await expect(form, 'nothing was changed').toBeHidden();
  await till.keys('Enter');
  await form.getByLabel('Prix TTC').fill('7,77');
  await till.keys('Escape');
  await expect(till.id('article-sheet-unsaved')).toBeVisible();
  await expect(form.getByLabel('Prix TTC')).toHaveValue('7,77');
  await till.keys('Escape');
  await expect(form).toBeHidden();
  expect(await price()).toBe(before);
});

test('cash out by keys: the reason follows the amount, and Ctrl+Enter confirms from it', async ({ till }) => {
  await till.keys('F10', 's');
  await till.id('cash-amount').pressSequentially('5,50');
  await till.keys('Tab', 'Enter');
  await expect(till.id('cash-reason-choice').first()).toHaveAttribute('aria-pressed', 'true');
  await till.keys('Control+Enter');
  await expect(till.id('cash-sheet')).toBeHidden();
});

test.describe('as a cashier', () => {
  test.use({ role: 'cashier' });

  test('an approval begins at the first who may give it', async ({ till }) => {
    await till.scanner.scan(UNKNOWN_CODE);
    await till.press('unknown-create');
    await till.id('article-name').fill('Pâte à tartiner');
    await till.id('article-price').fill('4,95');
    await till.press('article-save');
    await expect(till.id('approval').getByTestId('user-tile').first()).toBeFocused();
  });
});

test.describe('in an empty folder', () => {
  test.use({ sample: 'empty' });

  test('a step that cannot be left says so where it is seen', async ({ window }) => {
    await createShop(window);
    await window.press('wizard-next');
    await expect(window.id('favourites-none')).toBeInViewport({ ratio: 1 });
  });
});
