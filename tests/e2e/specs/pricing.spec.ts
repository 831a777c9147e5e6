// What changes the price of a sale: discounts, fees, the way of service; and a price that is only asked for.

import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import type { Seat } from '../support/shop.ts';
import { ARTICLES, type Till } from '../support/till.ts';

/** Tax at each rate (thousandths of a percent) of the sale in progress. */
async function taxes(seat: Seat): Promise<Record<number, number>> {
  const { taxes: rows } = await seat.call('sale_current', {});
  return Object.fromEntries(rows.map((row) => [row.rate, row.amount]));
}

async function approve(till: Till, name: string, pin: string): Promise<void> {
  const dialog = till.id('approval');
  await dialog.getByTestId('user-tile').filter({ hasText: name }).click();
  await dialog.getByTestId('pin-input').fill(pin);
  await dialog.getByTestId('pin-submit').click();
}

test('10 / takes ten percent off the selected line: three keys, a reason on the line, and a way back', async ({ till }) => {
  await till.scan(ARTICLES.country);
  await till.keys('1', '0', '/');
  const discount = till.line(ARTICLES.country.name).getByTestId('line-discount');
  await expect(discount).toContainText('10 %');
  await expect(discount).toContainText('Geste commercial');
  await expect(discount.getByTestId('discount-amount')).toHaveAttribute('data-minor', '-32');
  await till.expectAmount('total', 288);
  await till.expectAmount('discounts', -32);
  await till.press('toast-undo');
  await expect(discount).toBeHidden();
  await till.expectAmount('total', 320);
});

test('10 / asks for the reason where the shop has none', async ({ till, seat }) => {
  await seat.call('shop_options_save', { ...(await seat.call('shop_options', {})), discount_reasons: [] });
  await till.scan(ARTICLES.country);
  await till.keys('1', '0', '/');
  await expect(till.id('discount-value')).toHaveText(/10\s*%/u);
  await expect(till.id('discount-apply')).toBeDisabled();
  await till.id('discount-reason').fill('Croûte brûlée');
  await till.keys('Enter');
  await expect(till.id('discount-panel')).toBeHidden();
  await expect(till.id('line-discount')).toContainText('Croûte brûlée');
  await till.expectAmount('total', 288);
});

test('F6: a discount needs a reason, is changed from percent to amount, and is taken back', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  await till.scan(ARTICLES.country);
  await till.keys('F6');
  await till.id('discount-quick').filter({ hasText: '10' }).click();
  await expect(till.id('discount-apply')).toBeDisabled();
  await till.keys('b');
  await till.keys('Enter');
  await expect(till.id('line-discount')).toContainText('Client fidèle');
  await till.expectAmount('total', 130 + 288);
  await till.keys('F6');
  await expect(till.id('discount-value')).toHaveText(/10\s*%/u);
  await till.keys('*', '0', ',', '2', '0', 'Enter');
  await till.expectAmount('total', 130 + 300);
  await till.keys('F6');
  await expect(till.id('discount-value')).toHaveText('0,2');
  await till.keys('Delete');
  await expect(till.id('line-discount')).toBeHidden();
  await till.expectAmount('total', 450);
});

test('Maj+F6: a discount on the whole order stands under the lines, and goes with undo', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  await till.scan(ARTICLES.country);
  await till.keys('Shift+F6', '1', '0', 'a', 'Enter');
  await expect(till.id('sale-discount')).toContainText('Geste commercial');
  await till.expectAmount('total', 405);
  await till.press('sale-discount');
  await expect(till.id('discount-panel')).toBeVisible();
  await till.press('panel-close');
  await till.keys('Control+z');
  await expect(till.id('sale-discount')).toBeHidden();
  await till.expectAmount('total', 450);
});

test('keys pressed ahead of reasons that are still read wait for them; Escape drops them', async ({ till }) => {
  await till.slowAnswers(/shop_options/u);
  await till.scan(ARTICLES.baguette);
  await till.scan(ARTICLES.country);
  await till.keys('Shift+F6', '1', '0', 'a', 'Escape');
  await expect(till.id('discount-panel')).toBeHidden();
  await till.keys('Shift+F6', '1', '0', 'a', 'Enter');
  await expect(till.id('sale-discount')).toContainText('Geste commercial');
  await till.expectAmount('total', 405);
  await expect(till.id('sale-discount')).toHaveCount(1);
});

test('by touch: the button of the selected line, a share, a reason', async ({ till }) => {
  await till.tile('Ficelle').click();
  for (const testid of ['discount-line', 'discount-pad-5']) await till.press(testid);
  await till.id('discount-reason-choice').first().click();
  await till.press('discount-apply');
  await expect(till.id('line-discount')).toContainText('5 %');
});

test.describe('a cashier', () => {
  test.use({ role: 'cashier' });

  test('beyond the limit a supervisor approves on the spot; without approval nothing changes', async ({ till }) => {
    await till.scan(ARTICLES.country);
    await till.keys('5', '0', '/');
    await expect(till.id('approval')).toBeVisible();
    await till.keys('Escape');
    await expect(till.id('approval')).toBeHidden();
    await till.expectAmount('total', 320);
    await till.keys('5', '0', '/');
    await approve(till, 'Hugo Marchand', '2345');
    await expect(till.id('approval')).toBeHidden();
    await expect(till.id('line-discount')).toContainText('50 %');
    await till.expectAmount('total', 160);
  });
});

test('SAL-05: «+ Item de facture» adds a fee with its tax', async ({ till, seat }) => {
  await till.scan(ARTICLES.country);
  await till.keys('Insert');
  await till.id('fee-kind').filter({ hasText: 'Livraison' }).click();
  await expect(till.id('fee-label')).toHaveValue('Livraison');
  await till.keys('5', 'Enter');
  await expect(till.id('fee-panel')).toBeHidden();
  await expect(till.line('Livraison').getByTestId('line-total')).toHaveAttribute('data-minor', '500');
  await till.expectAmount('total', 820);
  expect((await taxes(seat))[20_000]).toBe(83);
});

test('SAL-06: the only discount of «+ Item de facture» is «Rabais personnalisé», an amount', async ({ till }) => {
  await till.scan(ARTICLES.country);
  await till.keys('Insert');
  await expect(till.id('fee-panel').getByRole('button', { name: /rabais|remise/iu })).toHaveCount(1);
  await till.press('fee-discount');
  await expect(till.id('discount-percent')).toBeHidden();
  await expect(till.id('discount-quick')).toHaveCount(0);
  await till.keys('1', 'a', 'Enter');
  await expect(till.id('sale-discount')).toContainText('Geste commercial');
  await till.expectAmount('total', 220);
});

test('SAL-23: the way of service is chosen where the shop asks, and decides the tax', async ({ till, seat }) => {
  await till.scan(ARTICLES.country);
  const options = await seat.call('shop_options', {});
  await seat.call('shop_options_save', { ...options, service_modes: false });
  await expect(till.id('service')).toBeHidden();
  await seat.call('shop_options_save', { ...options, service_modes: true });
  await expect(till.id('service')).toBeVisible();
  await till.id('service').getByText('À emporter').click();
  await expect.poll(() => taxes(seat)).toEqual({ 5_500: 17 });
  await till.id('service').getByText('Sur place').click();
  await expect.poll(() => taxes(seat)).toEqual({ 10_000: 29 });
  await till.keys('Shift+F3');
  await expect(till.id('service').getByRole('radio', { name: 'À emporter' })).toBeChecked();
  await expect.poll(() => taxes(seat)).toEqual({ 5_500: 17 });
  await till.expectAmount('total', 320);
  await expectAccessible(till.page, 'service');
});

test('F5: a scan shows the price and adds nothing; «Ajouter» adds; afterwards scans go to the order again', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  await till.keys('F5');
  await till.scanner.scan(ARTICLES.kettle.barcode);
  await expect(till.id('price-name')).toHaveText(ARTICLES.kettle.name);
  await expect(till.id('price-value')).toHaveText(/39,90/u);
  // Enter is not heard just after a scan: it would be the scanner's own.
  await till.passGuard();
  await till.id('price-input').fill('00000');
  await till.keys('Enter');
  await expect(till.id('price-unknown')).toBeVisible();
  await expect(till.lines).toHaveCount(1);
  await till.expectAmount('total', 130);
  await till.id('price-input').fill(ARTICLES.country.code);
  await till.keys('Enter');
  await expect(till.id('price-name')).toHaveText(ARTICLES.country.name);
  await expect(till.lines).toHaveCount(1);
  await till.keys('Enter');
  await expect(till.id('price-panel')).toBeHidden();
  await till.expectQuantity(ARTICLES.country.name, '1');
  await till.keys('F5');
  await till.keys('Escape');
  await expect(till.id('price-panel')).toBeHidden();
  await till.scan(ARTICLES.kettle);
});

test('a tap on a search result adds it and closes; with Maj it adds and stays', async ({ till }) => {
  await till.keys('F2');
  await till.id('search-input').fill('cereales');
  await expect(till.id('search-results-row')).toHaveCount(1);
  await till.id('search-results-row').click({ modifiers: ['Shift'] });
  await till.expectQuantity('Pain aux céréales', '1');
  await expect(till.id('article-search')).toBeVisible();
  await till.id('search-results-row').click();
  await till.expectQuantity('Pain aux céréales', '2');
  await expect(till.id('article-search')).toBeHidden();
});

test('what may be undone is offered where it covers nothing that is tapped', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  await till.keys('Delete');
  await expect(till.id('toast-undo')).toBeVisible();
  const strip = await till.id('toast').boundingBox();
  for (const control of await till.page.locator('[data-testid=action-row] button, [data-testid=order] button').all()) {
    const box = await control.boundingBox();
    const apart = strip === null || box === null || box.y >= strip.y + strip.height || box.y + box.height <= strip.y || box.x >= strip.x + strip.width;
    expect(apart, await control.innerText()).toBe(true);
  }
  // The tiles end above it: whatever of them is in sight can be tapped.
  const tiles = await till.page.locator('#page-tiles').boundingBox();
  expect((tiles?.y ?? 0) + (tiles?.height ?? 0)).toBeLessThanOrEqual((strip?.y ?? 0) + 1);
});
