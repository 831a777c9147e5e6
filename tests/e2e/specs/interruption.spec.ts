// What a reload, a power cut or a second window do to a sale in progress: nothing.

import { expect, preferences, test } from '../support/fixtures.ts';
import { ARTICLES, Till } from '../support/till.ts';

test('a reload in the middle of a sale brings back lines, selection and payments', async ({ till }) => {
  await till.scan(ARTICLES.toaster);
  await till.scan(ARTICLES.baguette);
  await till.scan(ARTICLES.country);
  await till.keys('ArrowUp');
  await expect(till.line(ARTICLES.baguette.name)).toHaveAttribute('aria-current', 'true');
  await till.keys('+');
  await till.expectQuantity(ARTICLES.baguette.name, '2');
  await till.keys('F12');
  await till.press('pad-5');
  await till.press('method-cash');
  await till.expectAmount('pay-left', 4490 + 260 + 320 - 500);
  await till.page.reload();
  await expect(till.id('line-name')).toHaveText([ARTICLES.toaster.name, ARTICLES.baguette.name, ARTICLES.country.name]);
  await till.expectQuantity(ARTICLES.baguette.name, '2');
  await expect(till.line(ARTICLES.baguette.name)).toHaveAttribute('aria-current', 'true');
  await till.expectAmount('total', 4490 + 260 + 320);
  await till.keys('F12');
  await expect(till.id('tender')).toHaveCount(1);
  await till.expectAmount('tender-amount', 500);
});

test('SHF-13: a power cut in the middle of a sale loses neither the shift nor a line', async ({ shop, till }) => {
  await till.scan(ARTICLES.baguette);
  await till.settle();
  const number = await till.id('ticket-number').textContent();
  await till.scan(ARTICLES.country);
  await till.scan(ARTICLES.ficelle);
  await till.keys('+');
  await till.expectQuantity('Ficelle', '2');
  await till.keys('Shift+F7');
  await till.id('note-input').fill('pour midi');
  await till.press('note-save');
  await expect(till.id('order-note')).toContainText('pour midi');
  await shop.cutPower();
  await till.page.reload();
  await till.signIn('Claire Delmas', '1234');
  await expect(till.id('line-name')).toHaveText([ARTICLES.country.name, ARTICLES.ficelle.name]);
  await till.expectQuantity('Ficelle', '2');
  await expect(till.id('order-note')).toContainText('pour midi');
  await expect(till.id('shift-number')).toContainText('1');
  await till.action('action-recent');
  await expect(till.id('document-number')).toHaveText([number ?? '']);
});

test('scans made while the program is away wait and are carried out once it is back', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  await till.page.route('**/rpc/**', (route) => route.abort());
  await till.scanner.scan(ARTICLES.country.barcode);
  await till.scanner.scan(ARTICLES.ficelle.barcode);
  await expect(till.lines).toHaveCount(1);
  await till.page.unroute('**/rpc/**');
  await expect(till.lines).toHaveCount(3);
  await expect(till.id('line-quantity')).toHaveText(['1', '1', '1']);
});

test('SHF-02: two workstations sell at the same time and do not see each other', async ({ shop, till, browser, language, theme }) => {
  const other = await shop.signIn('cashier');
  await other.openShift('Caisse 02', 10_000);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await preferences(context, { language, theme, computer: other.computer, session: other.session });
  const page = await context.newPage();
  await page.goto(shop.address());
  const second = new Till(page);
  await expect(second.id('workstation-name')).toHaveText('Caisse 02');
  await Promise.all([till.scan(ARTICLES.baguette), second.scan(ARTICLES.country)]);
  await till.expectAmount('total', 130);
  await second.expectAmount('total', 320);
  await Promise.all([till.settle(), second.settle()]);
  const numbers = [await till.id('ticket-number').textContent(), await second.id('ticket-number').textContent()];
  expect(new Set(numbers).size).toBe(2);
  await context.close();
});

test('two windows of one workstation show the same order', async ({ shop, till, context }) => {
  await till.scan(ARTICLES.baguette);
  const page = await context.newPage();
  const session = await till.page.evaluate(() => sessionStorage.getItem('comptoir.session'));
  await page.addInitScript((token) => sessionStorage.setItem('comptoir.session', token ?? ''), session);
  await page.goto(shop.address());
  const second = new Till(page);
  await expect(second.lines).toHaveCount(1);
  await second.scan(ARTICLES.ficelle);
  await till.expectQuantity('Ficelle', '1');
  await till.keys('Delete');
  await expect(second.lines).toHaveCount(1);
});
