// «Facture» at the till: whom it needs, what it prints, prices before tax, VAT at nothing, differences given up.

import { expect, test } from '../support/fixtures.ts';
import { sell } from '../support/sales.ts';
import { ARTICLES, type Till } from '../support/till.ts';

const CUSTOMER = 'Hôtel Bellevue';
const { kettle, toaster } = ARTICLES;

async function choose(till: Till, name: string): Promise<void> {
  await till.keys('F4');
  await till.id('customer-input').fill(name);
  await expect(till.id('customer-row')).toHaveCount(1);
  await till.keys('Enter');
  await expect(till.id('customer-name')).toContainText(name);
}

test('CUS-07, PAY-12: «Facture» asks for what the file lacks, goes on where the sale was, and is the only paper; later for a ticket found again', async ({ till, seat, printer }) => {
  await seat.call('customer_create', { name: CUSTOMER, phone: '', email: '', city: '' });
  await till.scan(kettle);
  await till.keys('F12', 'f');
  await expect(till.id('customer-panel'), 'an invoice is in somebody’s name').toBeVisible();
  await till.id('customer-input').fill(CUSTOMER);
  await expect(till.id('customer-row')).toHaveCount(1);
  await till.keys('Enter');
  await expect(till.id('payment')).toBeVisible();
  await till.keys('f');
  await expect(till.id('buyer-name')).toHaveText(CUSTOMER);
  await till.id('buyer-address').fill('8 quai Rambaud');
  await till.id('buyer-postcode').fill('69002');
  await till.keys('Control+Enter');
  await expect(till.id('buyer-city'), 'the town is still missing').toBeVisible();
  await expect(till.id('buyer-address')).toHaveCount(0);
  await till.id('buyer-city').fill('Lyon');
  await till.keys('Control+Enter');
  await expect(till.id('invoice-buyer')).toHaveCount(0);
  await expect(till.id('payment-invoice')).toHaveAttribute('aria-pressed', 'true');
  await till.expectAmount('pay-total', kettle.price);
  await till.keys('Enter');
  await expect(till.id('invoice-number')).toHaveText(/^FA-C01-\d\d-000001$/u);
  await expect(till.id('print-ticket')).toContainText('Imprimer la facture');
  await expect.poll(() => printer.papers().then((papers) => papers.length)).toBe(1);
  const [paper] = await printer.papers();
  for (const part of ['FACTURE', '8 quai Rambaud', '69002 Lyon', 'PU HT']) expect(paper).toContain(part);
  await till.press('done-clear');

  const sold = await sell(seat, { article: toaster, customer: CUSTOMER });
  await till.keys('F10');
  await till.press('action-search');
  await till.id('find-number').fill(sold.number);
  await expect(till.id('pane-number')).toHaveText(sold.number);
  await till.press('invoice-make');
  await expect(till.id('pane-invoice')).toContainText('000002');
});

test('TAX-04, TAX-03, PAY-17: prices before tax follow the customer, VAT at nothing says why, a difference is given up', async ({ till, seat }) => {
  const { id } = await seat.call('customer_create', { name: CUSTOMER, phone: '', email: '', city: '' });
  const lists = await seat.call('catalogue_lists', {});
  const zero = lists.tax_categories.find(({ name }) => /^TVA 0\s*%/u.test(name));
  await seat.call('fee_type_save', { id: null, name: 'Port refacturé', tax_category_id: zero?.id ?? '', amount: 850, active: true });

  // The flag in the file, at the till.
  await till.scan(kettle);
  await choose(till, CUSTOMER);
  await till.expectAmount('line-total', kettle.price);
  await till.keys('F4');
  await till.id('customer-input').fill(CUSTOMER);
  await expect(till.id('customer-row')).toHaveCount(1);
  await till.keys('Shift+F4');
  await till.id('file-before-tax').check();
  await till.id('file-siret').fill('732 829 320 00074');
  await till.press('file-save');
  await expect(till.id('customer-row')).toHaveCount(1);
  await till.id('customer-row').getByRole('button').first().click();
  await expect(till.id('before-tax')).toBeVisible();
  await till.expectAmount('line-total', 3325);
  await till.expectAmount('net', 3325);
  await till.expectAmount('total', kettle.price);
  const { file } = await seat.call('customer_account', { customer_id: id });
  expect(file.siren).toBe('732829320');
  await till.keys('F4');
  await till.press('customer-clear');
  await expect(till.id('before-tax')).toHaveCount(0);
  await till.expectAmount('line-total', kettle.price);

  // «Port» at 0 % waits for its ground.
  const kinds = await seat.call('fee_type_list', {});
  const port = kinds.find(({ name }) => name === 'Port refacturé');
  await seat.call('sale_add_fee', { fee_type_id: port?.id ?? '', label: '', amount: null });
  await expect(till.id('blocked')).toContainText('motif légal');
  await expect(till.id('pay')).toBeDisabled();
  await till.press('line-ground');
  await till.press('ground-disbursement');
  await expect(till.id('blocked')).toHaveCount(0);
  await expect(till.id('line-exemption')).toContainText('Débours');

  // All but the cents by card; the rest will never be paid.
  await till.keys('F12');
  await expect(till.id('payment')).toBeVisible();
  const due = kettle.price + 850;
  for (const figure of String(Math.floor(due / 100))) await till.press(`pad-${figure}`);
  await till.press('method-card_standalone');
  await till.press('tender-enter');
  await till.expectAmount('pay-left', due % 100);
  await expect(till.id('tender-detail')).toHaveCount(0);
  await till.keys('p');
  await till.id('write-off-reason').first().click();
  await till.press('write-off-submit');
  await till.expectAmount('pay-left', 0);
  await till.keys('Enter');
  await expect(till.id('done')).toContainText('Pertes et Profits');
  await till.expectAmount('done-total', due);
});
