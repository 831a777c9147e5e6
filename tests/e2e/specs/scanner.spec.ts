// A scan works everywhere and is never lost.

import { expect, test } from '../support/fixtures.ts';
import { ARTICLES, UNKNOWN_CODE } from '../support/till.ts';

test('ten scans a second for five seconds while a group opens and closes: none lost, order kept', async ({ till, seat }) => {
  const page = await seat.call('catalogue_search', { text: '', department_id: null, offset: 0, limit: 100 });
  const articles = page.rows.filter((row) => row.barcodes.length > 0).slice(0, 50);
  expect(articles).toHaveLength(50);
  const codes = articles.map((article) => article.barcodes[0] ?? '');
  let scanning = true;
  const scans = till.scanner.scanAll(codes, 100).finally(() => (scanning = false));
  let opened = 0;
  while (scanning) {
    await till.group('Tartelettes').click();
    await expect(till.id('group-panel')).toBeVisible();
    opened += 1;
    await till.press('panel-close');
    await expect(till.id('group-panel')).toBeHidden();
  }
  await scans;
  expect(opened, 'the group was open between scans').toBeGreaterThan(0);
  await expect(till.lines).toHaveCount(50);
  expect(await till.id('line-name').allTextContents()).toEqual(articles.map((article) => article.name));
  await expect(till.id('line-quantity')).toHaveText(articles.map(() => '1'));
});

test('a scanner set for another keyboard is read from its keys', async ({ till }) => {
  await till.scanner.scanOnAzerty(ARTICLES.country.barcode);
  await till.expectQuantity(ARTICLES.country.name, '1');
  await till.scanner.scanOnAzerty(ARTICLES.baguette.barcode);
  await till.expectQuantity(ARTICLES.baguette.name, '1');
});

test('a scan made while the workstation still opens is its first line', async ({ window: till }) => {
  await till.signIn('Claire Delmas', '1234');
  await till.id('workstation').filter({ hasText: 'Caisse 01' }).click();
  await till.id('count-5000').fill('3');
  await till.slowAnswers(/shift_open/u);
  await till.press('shift-open');
  await till.scanner.scan(ARTICLES.baguette.barcode);
  await expect(till.id('sale'), 'nothing is sold yet').toBeHidden();
  await till.expectQuantity(ARTICLES.baguette.name, '1');
  await expect(till.lines).toHaveCount(1);
});

test('two scans without a pause do not merge', async ({ till }) => {
  await till.scanner.scanAll([ARTICLES.baguette.barcode, ARTICLES.ficelle.barcode, UNKNOWN_CODE], 0);
  await expect(till.lines).toHaveCount(2);
  await expect(till.id('line-unknown')).toContainText(UNKNOWN_CODE);
  await till.expectAmount('total', 130 + 85);
});

test('a scan that arrives while the till is held up is read whole', async ({ till }) => {
  await till.scanner.scanWhileBusy(ARTICLES.baguette.barcode);
  await till.expectQuantity(ARTICLES.baguette.name, '1');
  await expect(till.id('line-unknown')).toHaveCount(0);
});

test('a scan while a field has the focus leaves the field as it was', async ({ till }) => {
  await till.keys('Shift+F7');
  await till.id('note-input').fill('deux sacs');
  await till.scanner.scanWhileBusy(ARTICLES.baguette.barcode);
  await expect(till.line(ARTICLES.baguette.name)).toBeVisible();
  await expect(till.id('note-input')).toHaveValue('deux sacs');
  await expect(till.id('note-panel')).toBeVisible();
});

test('a scan while the payment is open adds its article', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  await till.keys('F12');
  await till.expectAmount('pay-total', 130);
  await till.scanner.scan(ARTICLES.ficelle.barcode);
  await till.expectAmount('pay-total', 130 + 85);
});

test('the second suffix of a scanner that sends two does not open the payment', async ({ till }) => {
  await till.scanner.scan(ARTICLES.baguette.barcode);
  await till.page.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true })));
  await expect(till.line(ARTICLES.baguette.name)).toBeVisible();
  await expect(till.id('payment')).toBeHidden();
});
