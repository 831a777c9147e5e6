// Exchange: articles brought back pay for the sale that is open (C-13).

import { expect, test } from '../support/fixtures.ts';
import { sell } from '../support/sales.ts';
import { ARTICLES } from '../support/till.ts';

const CASH_IN = 15_000;
const { kettle, toaster, ficelle } = ARTICLES;

test('RET-01: brought back, one article pays for a dearer one, a cheaper one and its equal; undone, removed, put aside, and never both tickets apart', async ({ till, seat }) => {
  const sold = await sell(seat, { article: kettle, pieces: 3 });
  const drawer = async (): Promise<number> => (await seat.call('shift_report', { shift_id: null })).expected_cash;
  const start = CASH_IN + 3 * kettle.price;

  const bring = async (): Promise<void> => {
    await till.scanner.scan(sold.number);
    await expect(till.id('return-tick')).toBeChecked();
    while ((await till.id('return-quantity').inputValue()) !== '1') await till.press('return-line-less');
    await till.id('reason-choice').first().click();
    await till.expectAmount('return-total', kettle.price);
    await till.keys('F12');
    await expect(till.id('return-sheet')).toHaveCount(0);
    await till.expectAmount('exchange-credit', -kettle.price);
  };

  // Before anything was scanned: the order says what comes next, and the sale may be put aside like any other.
  await bring();
  await expect(till.id('exchange-band')).toContainText('1 article');
  await expect(till.id('exchange-band')).toContainText(sold.number);
  await expect(till.id('pay')).toBeDisabled();
  await till.keys('F9');
  await expect(till.id('exchange-band')).toHaveCount(0);
  await till.keys('Shift+F9');
  await expect(till.id('parked')).toHaveCount(1);
  await till.keys('Enter');
  await expect(till.id('exchange-band')).toBeVisible();

  // A dearer article: undo and redo, removed and put back, then the difference in one key.
  await till.scan(toaster);
  await till.expectAmount('due', toaster.price - kettle.price);
  await till.keys('Control+z', 'Control+z');
  await expect(till.id('exchange-band')).toHaveCount(0);
  await till.keys('Control+y', 'Control+y');
  await till.expectAmount('due', toaster.price - kettle.price);
  await till.press('exchange-remove');
  await expect(till.id('exchange-band')).toHaveCount(0);
  await till.id('toast').last().getByRole('button').first().click();
  await till.expectAmount('due', toaster.price - kettle.price);
  await till.keys('F12');
  await till.expectAmount('pay-exchange', -kettle.price);
  await till.expectAmount('pay-left', toaster.price - kettle.price);
  await till.keys('Escape');
  await till.settle();
  await expect(till.id('return-number')).toBeVisible();
  await till.expectAmount('return-done-total', -kettle.price);
  expect(await drawer()).toBe(start + toaster.price - kettle.price);

  // A cheaper one: the difference goes back by the method chosen, and stands as large as the change.
  await till.scan(ficelle);
  await bring();
  const give = kettle.price - ficelle.price;
  await till.expectAmount('give', give);
  await expect(till.id('pay')).toContainText('Rendre');
  await till.keys('F12');
  await expect(till.id('give-cash')).toHaveAttribute('aria-pressed', 'true');
  await till.press('give-card_standalone');
  await till.id('give-last4').fill('42');
  await expect(till.id('exchange-validate')).toBeDisabled();
  await till.press('give-cash');
  await till.expectAmount('give-amount', give);
  await expect(till.id('drawer-short')).toHaveCount(0);
  await till.keys('Enter');
  await till.expectAmount('refund-given', give);
  const size = await till.id('refund-given').evaluate((element) => getComputedStyle(element).fontSize);
  expect(size).toBe('56px');
  expect(await drawer()).toBe(start + toaster.price - 2 * kettle.price + ficelle.price);

  // Its equal: one key, and no money moves.
  await till.scan(kettle);
  await bring();
  await expect(till.id('exchange-finish')).toBeVisible();
  const before = await drawer();
  await till.settle();
  expect(await drawer()).toBe(before);
  const back = (await till.id('return-number').textContent()) ?? '';

  // Neither ticket is cancelled alone, and each leads to the other. The sold one has nothing left to take back.
  await till.action('action-search');
  await expect(till.id('document-cancel')).toBeDisabled();
  await expect(till.id('related-document')).toContainText(back);
  await expect(till.id('ticket-preview')).toContainText(back);
  await till.press('related-document');
  await expect(till.id('pane-number')).toHaveText(back);
  await expect(till.id('document-cancel')).toBeDisabled();
  await till.keys('Escape');
  await till.scanner.scan(sold.number);
  await expect(till.id('return-tick')).toBeDisabled();
});

test('a refund beyond what the drawer holds is warned of, for cash only', async ({ till, seat }) => {
  const sold = await sell(seat, { article: toaster, pieces: 4, method: 'card_standalone' });
  await till.scanner.scan(sold.number);
  await till.expectAmount('return-total', 4 * toaster.price);
  await expect(till.id('drawer-short')).toBeVisible();
  await till.press('refund-card_standalone');
  await expect(till.id('drawer-short')).toHaveCount(0);
  await till.press('refund-cash');
  await till.id('reason').fill('rendu');
  await till.keys('Control+Enter');
  await till.expectAmount('refund-given', 4 * toaster.price);
});

test('RET-02: articles without their ticket pay for others, by the key of an exchange', async ({ till, seat }) => {
  const drawer = async (): Promise<number> => (await seat.call('shift_report', { shift_id: null })).expected_cash;
  await till.scan(toaster);
  await till.action('action-return');
  await till.keys('F2');
  await till.scanner.scan(kettle.barcode);
  await till.expectAmount('return-total', kettle.price);
  await expect(till.id('return-exchange'), 'a reason is needed').toBeDisabled();
  await till.id('reason').fill('cadeau');
  await till.keys('F12');
  await expect(till.id('return-sheet')).toHaveCount(0);
  await till.expectAmount('exchange-credit', -kettle.price);
  await expect(till.id('exchange-band')).toContainText('sans ticket');
  await till.expectAmount('due', toaster.price - kettle.price);
  await till.settle();
  await till.expectAmount('return-done-total', -kettle.price);
  expect(await drawer()).toBe(CASH_IN + toaster.price - kettle.price);
});
