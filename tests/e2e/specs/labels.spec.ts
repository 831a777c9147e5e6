// Labels of scales, whose code holds a price or a weight, from the rule to the receipt.

import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import type { Shop } from '../support/shop.ts';
import { BY_HAND_MS, type Till } from '../support/till.ts';

/** The article of the sample shop that is sold by weight, at 6.20 a kilogram. */
const LOAF = '01013';

/** Twelve digits with the check digit of an EAN-13. */
function withCheck(body: string): string {
  const sum = [...body].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

function priced(cents: number): string {
  return withCheck(`02${LOAF}${String(cents).padStart(5, '0')}`);
}

function weighed(grams: number): string {
  return withCheck(`21${LOAF}${String(grams).padStart(5, '0')}`);
}

/** The back office in a window of its own, signed in as the till is. */
async function office(till: Till, shop: Shop, screen: string): Promise<Page> {
  const page = await till.page.context().newPage();
  const session = await till.page.evaluate(() => sessionStorage.getItem('comptoir.session') ?? '');
  await page.addInitScript((known) => sessionStorage.setItem('comptoir.session', known), session);
  await page.goto(shop.address('gestion.html'));
  await page.getByTestId(`nav-${screen}`).click();
  return page;
}

test('ten labels a second: none is lost, none merges, each is worth what it says', async ({ till, seat }) => {
  // Equal labels next to each other, prices and weights in turn, some as the twelve digits of a UPC.
  const prices = Array.from({ length: 40 }, (_, index) => 150 + 37 * Math.floor(index / 2));
  const codes = prices.map((cents, index) => (index % 4 === 0 ? priced(cents).slice(1) : priced(cents)));
  const mixed = codes.flatMap((code, index) => (index % 10 === 9 ? [code, weighed(500)] : [code]));
  await till.scanner.scanAll(mixed, 100);
  await expect(till.lines).toHaveCount(44);
  await expect(till.id('line-unknown')).toHaveCount(0);
  // Four weights of half a kilogram at 6.20.
  const total = prices.reduce((sum, cents) => sum + cents, 0) + 4 * 310;
  await till.expectAmount('total', total);
  const totals = await till.id('line-total').evaluateAll((all) => all.map((one) => Number(one.dataset['minor'])));
  expect(totals.filter((minor, index) => mixed[index]?.startsWith('21') !== true && minor !== 310)).toEqual(prices.filter((cents) => cents !== 310));

  // What is printed cannot be changed; the packet can go, and come back.
  await till.lines.last().getByTestId('line-name').click();
  await expect(till.id('line-fixed')).toBeVisible();
  await expect(till.id('line-more')).toHaveCount(0);
  await till.keys('+');
  await expect(till.page.getByText('La quantité est imprimée')).toBeVisible();
  await till.keys('-');
  await expect(till.lines).toHaveCount(43);
  await till.keys('Control+z');
  await expect(till.lines).toHaveCount(44);

  await till.settle();
  const [sold] = await seat.call('document_recent', {});
  expect(sold?.total).toBe(total);
});

test('a label is read in the search, in «Prix ?», on the keypad, and waits when it says nothing', async ({ till }) => {
  await till.keys('F2');
  await till.id('search-input').fill(priced(1250));
  await expect(till.id('search-packet')).toContainText('2,016 kg');
  await till.keys('Enter');
  await expect(till.lines).toHaveCount(1);
  await till.expectAmount('total', 1250);

  await till.keys('F5');
  await till.scanner.scan(weighed(1234));
  await expect(till.id('price-packet')).toContainText('7,65');
  await till.press('price-add');
  await till.expectAmount('total', 1250 + 765);

  await till.page.keyboard.type(priced(99), { delay: BY_HAND_MS });
  await till.keys('Enter');
  await till.expectAmount('total', 1250 + 765 + 99);

  await till.scanner.scan(priced(0));
  await expect(till.id('line-unknown')).toContainText(priced(0));
  await expect(till.id('pay')).toBeDisabled();
  await till.press('unknown-remove');

  // A note to the line, printed under it.
  await till.lines.first().click();
  await till.keys('F7');
  await till.id('line-note-input').fill('tranché fin');
  await till.keys('Enter');
  await expect(till.id('line-note-text')).toHaveText('tranché fin');
  await till.settle();
});

test('a rule is written with a test beside it, and the till reads by it at once', async ({ shop, till }) => {
  const page = await office(till, shop, 'codes');
  await expect(page.getByTestId('codes-table-row')).toHaveCount(3);
  await page.getByTestId('code-test-input').fill(priced(1250));
  await expect(page.getByTestId('code-test-outcome')).toContainText('au prix de l’étiquette');
  await expect(page.getByTestId('code-test-facts')).toContainText('1013');
  const label = withCheck(`28${LOAF}01234`);
  await page.getByTestId('code-test-input').fill(label);
  await expect(page.getByTestId('code-test-outcome')).toContainText('Aucune règle');

  await page.getByTestId('code-new').click();
  const sheet = page.getByTestId('code-sheet');
  await sheet.getByTestId('code-test-input').fill(label);
  await sheet.getByTestId('code-pattern').fill('28IIIIIWWWWWX');
  await expect(sheet.getByTestId('code-test-error')).toContainText('13 places');
  await sheet.getByTestId('code-pattern').fill('28IIIIIWWWWWC');
  await sheet.getByTestId('code-decimals').selectOption('3');
  await expect(sheet.getByTestId('code-test-outcome')).toContainText('au poids de l’étiquette');
  await expect(sheet.getByTestId('code-test-facts')).toContainText('1,234 kg');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('codes-table-row')).toHaveCount(4);
  await till.scanner.scan(label);
  await till.expectAmount('total', 765);

  // First of all: the order is that of the list.
  await page.getByTestId('codes-table-row').last().getByTestId('row-menu').click();
  await page.getByTestId('menu-up').click();
  await expect(page.getByTestId('codes-table-row').nth(2)).toContainText('28IIIIIWWWWWC');
});

test('CFG-22: a technician makes macro keys in the editor, and the till runs them', async ({ shop, till, seat }) => {
  await seat.call('user_save', { id: null, name: 'Denis Intervenant', role: 'technician', is_seller: false, active: true, pin: '9876' });
  const page = await till.page.context().newPage();
  await page.goto(shop.address('gestion.html'));
  await page.getByTestId('user-tile').filter({ hasText: 'Denis' }).click();
  await page.getByTestId('pin-input').fill('9876');
  await page.getByTestId('pin-submit').click();
  await page.getByTestId('nav-schemas').click();
  await page.getByTestId('layouts-table-row').filter({ hasText: 'Boutique' }).click();
  await page.getByTestId('macro-add').click();
  await page.getByTestId('macro-name').fill('Ouvrir');
  await page.getByTestId('macro-command').selectOption('open_drawer');
  for (const command of ['price_check', 'park'] as const) {
    await page.getByTestId('layout-page').first().click();
    await page.getByTestId('macro-add').click();
    await page.getByTestId('macro-command').selectOption(command);
    await page.getByTestId('macro-name').fill(command === 'park' ? 'Plus tard' : 'Combien ?');
  }
  await page.keyboard.press('Control+Enter');
  const key = (name: string) => till.id('tile-macro').filter({ hasText: name });
  await expect(key('Ouvrir')).toBeVisible();
  await key('Combien ?').click();
  await expect(till.id('price-panel')).toBeVisible();
  await till.keys('Escape');
  await till.scanner.scan(priced(500));
  await expect(till.lines).toHaveCount(1);
  await key('Plus tard').click();
  await till.expectEmpty();
  await key('Ouvrir').click();
  await expect(till.page.getByRole('dialog')).toContainText('tiroir');
  await till.keys('Escape');

  // The manager at the till opens the same layout: macro keys are shown, and not changed.
  const manager = await office(till, shop, 'schemas');
  await manager.getByTestId('layouts-table-row').filter({ hasText: 'Boutique' }).click();
  await manager.getByTestId('layout-tile').filter({ hasText: 'Ouvrir' }).click();
  await expect(manager.getByTestId('macro-technician')).toBeVisible();
  await expect(manager.getByTestId('macro-add')).toHaveCount(0);
  await manager.getByTestId('layout-tile-remove').click();
  await manager.keyboard.press('Control+Enter');
  const approval = manager.getByTestId('approval');
  await expect(approval).toBeVisible();
  await expect(approval.getByTestId('user-tile'), 'nobody but a technician approves that').toHaveCount(1);
  await approval.getByTestId('pin-input').fill('2345');
  await approval.getByTestId('pin-submit').click();
  await expect(approval.getByTestId('pin-input')).toHaveValue('');
  await expect(approval).toBeVisible();
  await expect(key('Ouvrir')).toBeVisible();
  await approval.getByTestId('user-tile').filter({ hasText: 'Denis' }).click();
  await approval.getByTestId('pin-input').fill('9876');
  await approval.getByTestId('pin-submit').click();
  await expect(key('Ouvrir')).toHaveCount(0);
  await expect(key('Plus tard')).toBeVisible();
});
