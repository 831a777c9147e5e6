// A customer's credit: put on the account, spent at the till.

import { expect, test } from '../support/fixtures.ts';
import { customerNamed, giveCredit } from '../support/sales.ts';
import { ARTICLES, type Till } from '../support/till.ts';

const CUSTOMER = 'Alice Lestage';

async function callCustomer(till: Till, name: string): Promise<void> {
  await till.keys('F4');
  await till.id('customer-input').fill(name);
  await expect(till.id('customer-row')).toHaveCount(1);
  await till.keys('Enter');
  await expect(till.id('customer-name')).toContainText(name);
}

async function payFor(till: Till, article: { readonly barcode: string; readonly name: string }): Promise<void> {
  await till.scan(article);
  await till.keys('F12');
  await expect(till.id('payment')).toBeVisible();
}

test('PAY-03: the box is there only when the customer has credit', async ({ till, seat }) => {
  await callCustomer(till, CUSTOMER);
  await payFor(till, ARTICLES.toaster);
  await expect(till.id('method-credit')).toHaveCount(0);
  await till.press('payment-back');
  await giveCredit(seat, CUSTOMER, 4000);
  await till.keys('F12');
  await expect(till.id('method-credit')).toContainText('40,00');
  await expect(till.id('method-credit')).toHaveAttribute('aria-pressed', 'false');
});

test('PAY-02, PAY-04, PAY-22: credit that covers all is finished by «Facture»; the drawer does not change and the rest stays', async ({ till, seat }) => {
  await giveCredit(seat, CUSTOMER, 10_000);
  await callCustomer(till, CUSTOMER);
  await payFor(till, ARTICLES.toaster);
  await till.keys('k');
  await expect(till.id('method-credit')).toHaveAttribute('aria-pressed', 'true');
  await till.expectAmount('pay-left', 0);
  await expect(till.id('payment-validate')).toContainText('Facture');
  await till.keys('Enter');
  await expect(till.id('done')).toBeVisible();
  const { id } = await customerNamed(seat, CUSTOMER);
  const account = await seat.call('customer_account', { customer_id: id });
  expect(account.credit).toBe(10_000 - ARTICLES.toaster.price);
  expect((await seat.call('shift_report', { shift_id: null })).expected_cash).toBe(15_000);
});

test('PAY-21: what credit does not cover, another method does; the box takes the credit back', async ({ till, seat }) => {
  await giveCredit(seat, CUSTOMER, 3000);
  await callCustomer(till, CUSTOMER);
  await payFor(till, ARTICLES.toaster);
  await till.press('method-credit');
  await till.expectAmount('pay-left', ARTICLES.toaster.price - 3000);
  await expect(till.id('payment-validate')).not.toContainText('Facture');
  await till.press('method-credit');
  await expect(till.id('tender')).toHaveCount(0);
  await till.expectAmount('pay-left', ARTICLES.toaster.price);
  await till.press('method-credit');
  await till.press('method-card_standalone');
  await till.press('tender-enter');
  await till.expectAmount('pay-left', 0);
  await till.press('payment-validate');
  await expect(till.id('done')).toBeVisible();
  const { methods } = await seat.call('shift_report', { shift_id: null });
  expect(methods.map((method) => method.total).sort((a, b) => a - b)).toEqual([ARTICLES.toaster.price - 3000, 3000]);
});

test('PAY-20: without a customer, «Crédit» asks for one and comes back to the payment', async ({ till, seat }) => {
  await giveCredit(seat, CUSTOMER, 4000);
  await payFor(till, ARTICLES.kettle);
  await till.keys('k');
  await expect(till.id('customer-panel')).toBeVisible();
  await till.id('customer-input').fill(CUSTOMER);
  await expect(till.id('customer-row')).toHaveCount(1);
  await till.keys('Enter');
  await expect(till.id('payment')).toBeVisible();
  await expect(till.id('method-credit')).toContainText('40,00');
});

test('the account: credit added at the till against cash, the file changed, a blocked customer refused', async ({ till, seat }) => {
  await till.keys('F4');
  await till.id('customer-input').fill(CUSTOMER);
  await expect(till.id('account')).toContainText(CUSTOMER);
  await till.expectAmount('account-credit', 0);
  await till.press('account-add-credit');
  await till.id('credit-amount').fill('25');
  await till.press('credit-by-cash');
  await till.id('credit-reason').fill('avance');
  await till.keys('Control+Enter');
  await till.expectAmount('account-credit', 2500);
  expect((await seat.call('shift_report', { shift_id: null })).expected_cash).toBe(15_000 + 2500);
  await till.press('account-history');
  await till.id('history-view').getByText('Compte').click();
  await expect(till.id('account-entry')).toHaveCount(1);
  await till.keys('Escape');
  await till.press('account-file');
  await till.id('file-address').fill('3 quai des Chartrons');
  await till.id('file-blocked').check();
  await till.keys('Control+Enter');
  await expect(till.id('account-blocked')).toBeVisible();
  await till.id('customer-row').getByRole('button').first().click();
  await expect(till.id('toast').last()).toBeVisible();
  await expect(till.id('customer-name'), 'a blocked customer buys nothing').not.toContainText(CUSTOMER);
});
