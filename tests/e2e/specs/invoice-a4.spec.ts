// «Facture A4»: the invoice of a ticket as a file, after the sale and later; it counts like a paper.

import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/fixtures.ts';
import { sell } from '../support/sales.ts';
import { ARTICLES, type Till } from '../support/till.ts';

const CUSTOMER = 'Hôtel Bellevue';

/** Asks for the file as a person does, and answers its name once it is there. */
async function saved(till: Till, ask: () => Promise<void>): Promise<string> {
  const download = till.page.waitForEvent('download');
  await ask();
  const file = await download;
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await expect(till.id('invoice-file')).toBeEnabled();
  return file.suggestedFilename();
}

test('C-10, PRT-11: «Facture A4» asks for what the file lacks and saves the original, from the keyboard; later, by touch, a duplicate', async ({ till, seat }) => {
  await seat.call('customer_create', { name: CUSTOMER, phone: '', email: '', city: '' });
  const sold = await sell(seat, { article: ARTICLES.kettle, customer: CUSTOMER });
  await till.action('action-search');
  await expect(till.id('pane-number')).toHaveText(sold.number);
  await expect(till.id('invoice-file')).toHaveText('Facture A4');
  await till.press('invoice-file');
  await expect(till.id('buyer-name')).toHaveText(CUSTOMER);
  await till.id('buyer-address').fill('8 quai Rambaud');
  await till.id('buyer-postcode').fill('69002');
  await till.id('buyer-city').fill('Lyon');
  const first = await saved(till, () => till.keys('Control+Enter'));
  expect(first).toMatch(/^FA-C01-\d\d-000001\.pdf$/u);
  await expect(till.id('pane-invoice')).toContainText('000001');
  await expect(till.id('invoice-make'), 'one invoice per ticket').toHaveCount(0);
  await till.id('invoice-file').focus();
  const second = await saved(till, () => till.keys('Enter'));
  expect(second).toMatch(/^FA-C01-\d\d-000001-duplicata-1\.pdf$/u);
  await till.keys('Escape');

  // Right after a sale, by touch: the file is complete now, so nothing is asked.
  await till.scan(ARTICLES.toaster);
  await till.keys('F4');
  await till.id('customer-input').fill(CUSTOMER);
  await expect(till.id('customer-row')).toHaveCount(1);
  await till.keys('Enter');
  await expect(till.id('customer-name')).toContainText(CUSTOMER);
  await till.press('pay');
  await expect(till.id('payment')).toBeVisible();
  await till.keys('Enter');
  await expect(till.id('done')).toBeVisible();
  const next = await saved(till, () => till.press('invoice-file'));
  expect(next).toMatch(/^FA-C01-\d\d-000002\.pdf$/u);
  await expect(till.id('invoice-number')).toContainText('000002');
  await till.press('send');
  await expect(till.id('send-dialog'), 'what is sent is the invoice').toContainText('FA-C01-');
});
