// Taking articles back, and cancelling a ticket.

import { expect, test } from '../support/fixtures.ts';
import { customerNamed, sell } from '../support/sales.ts';
import { PINS } from '../support/shop.ts';
import { ARTICLES, BY_HAND_MS } from '../support/till.ts';

const CASH_IN = 15_000;

test('RET-01: one line back in cash is one scan and three keys, and the money to give stands large', async ({ till, seat }) => {
  const sold = await sell(seat, { article: ARTICLES.kettle });
  await sell(seat);
  await till.scanner.scan(sold.number);
  await expect(till.id('return-lines')).toBeVisible();
  // The only line of a ticket is ticked already: a reason, cash, done.
  await expect(till.id('return-tick')).toBeChecked();
  await till.expectAmount('return-total', ARTICLES.kettle.price);
  await till.id('reason-choice').first().click();
  await till.press('refund-cash');
  await till.keys('Control+Enter');
  await till.expectAmount('refund-given', ARTICLES.kettle.price);
  await expect(till.id('correction-origin')).toHaveText(sold.number);
  const size = await till.id('refund-given').evaluate((element) => getComputedStyle(element).fontSize);
  expect(size).toBe('56px');
  const report = await seat.call('shift_report', { shift_id: null });
  expect(report.expected_cash).toBe(CASH_IN + ARTICLES.baguette.price);
  await till.keys('Enter');
  await expect(till.id('return-sheet')).toHaveCount(0);
});

test('RET-01: part of a quantity, to the keyboard: Space ticks, minus takes one less, what came back cannot come back twice', async ({ till, seat }) => {
  const sold = await sell(seat, { pieces: 3 });
  await till.keys('F10', 'r');
  await expect(till.id('return-number')).toBeFocused();
  await till.page.keyboard.type(sold.number, { delay: BY_HAND_MS });
  await till.keys('Enter');
  await expect(till.id('return-tick')).toBeFocused();
  await till.keys('Space');
  await expect(till.id('return-tick')).not.toBeChecked();
  await till.keys('Space');
  await till.expectAmount('return-total', 3 * ARTICLES.baguette.price);
  await till.keys('-');
  await expect(till.id('return-quantity')).toHaveValue('2');
  await till.expectAmount('return-total', 2 * ARTICLES.baguette.price);
  await till.id('reason').fill('abîmé');
  await till.keys('Control+Enter');
  await till.expectAmount('refund-given', 2 * ARTICLES.baguette.price);
  await till.scanner.scan(sold.number);
  await expect(till.id('return-quantity')).toHaveValue('1');
  await expect(till.id('return-line-more')).toBeDisabled();
  await till.scanner.scan(ARTICLES.baguette.barcode);
  await expect(till.id('toast')).toBeVisible();
  await expect(till.id('return-quantity'), 'no more than is left').toHaveValue('1');
});

test('RET-01: a refund to the account of the customer', async ({ till, seat }) => {
  const sold = await sell(seat, { article: ARTICLES.toaster, customer: 'Alice Lestage' });
  await till.scanner.scan(sold.number);
  await till.id('reason').fill('ne convient pas');
  await till.press('refund-credit');
  await till.press('return-submit');
  await till.expectAmount('refund-given', ARTICLES.toaster.price);
  const { id } = await customerNamed(seat, 'Alice Lestage');
  expect((await seat.call('customer_account', { customer_id: id })).credit).toBe(ARTICLES.toaster.price);
});

test('a ticket that nobody has is said so, and nothing is lost', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  await till.scanner.scan('C01-00099999');
  await expect(till.id('return-not-found')).toContainText('C01-00099999');
  await till.keys('Escape');
  await expect(till.id('return-sheet')).toHaveCount(0);
  await till.expectQuantity(ARTICLES.baguette.name, '1');
});

test('a ticket is cancelled by a reversing one: both numbers are shown, and it cannot be cancelled again', async ({ till, seat }) => {
  const sold = await sell(seat, { article: ARTICLES.toaster });
  await till.action('action-search');
  await expect(till.id('pane-number')).toHaveText(sold.number);
  await till.press('document-cancel');
  await expect(till.id('cancel-dialog')).toContainText(sold.number);
  await expect(till.id('cancel-submit'), 'a reason is needed').toBeDisabled();
  await till.id('reason').fill('erreur de caisse');
  await till.press('cancel-submit');
  await till.expectAmount('refund-given', ARTICLES.toaster.price);
  await expect(till.id('correction-origin')).toHaveText(sold.number);
  const reversing = (await till.id('correction-number').textContent()) ?? '';
  await till.press('correction-close');
  await expect(till.id('related-document')).toContainText(reversing);
  await expect(till.id('document-cancel')).toBeDisabled();
  await expect(till.id('document-return')).toBeDisabled();
  expect((await seat.call('shift_report', { shift_id: null })).expected_cash).toBe(CASH_IN);
});

test('RET-02: without a ticket, at the price of today, with a reason', async ({ till, seat }) => {
  await till.action('action-return');
  await till.keys('F2');
  await till.scanner.scan(ARTICLES.kettle.barcode);
  await expect(till.id('free-line')).toContainText(ARTICLES.kettle.name);
  await till.id('free-search').fill('Ficelle');
  await till.id('free-choice').first().click();
  await till.expectAmount('return-total', ARTICLES.kettle.price + ARTICLES.ficelle.price);
  await expect(till.id('return-submit')).toBeDisabled();
  await till.id('reason').fill('sans ticket');
  await till.keys('Control+Enter');
  await till.expectAmount('refund-given', ARTICLES.kettle.price + ARTICLES.ficelle.price);
  expect((await seat.call('shift_report', { shift_id: null })).expected_cash).toBe(CASH_IN - ARTICLES.kettle.price - ARTICLES.ficelle.price);
});

test.describe('as a cashier', () => {
  test.use({ role: 'cashier' });

  test('RET-02: what is beyond the rights of a cashier asks a supervisor on the spot', async ({ till, seat }) => {
    await till.action('action-return');
    await till.keys('F2');
    await till.scanner.scan(ARTICLES.ficelle.barcode);
    await till.id('reason').fill('sans ticket');
    await till.press('return-submit');
    await expect(till.id('approval')).toBeVisible();
    await till.keys('Escape');
    await expect(till.id('return-error')).toBeVisible();
    expect((await seat.call('shift_report', { shift_id: null })).expected_cash, 'nothing changed').toBe(CASH_IN);
    await till.press('return-submit');
    await till.id('approval').getByTestId('user-tile').filter({ hasText: 'Claire Delmas' }).click();
    await till.id('pin-input').fill(PINS.manager);
    await till.press('pin-submit');
    await till.expectAmount('refund-given', ARTICLES.ficelle.price);
  });
});
