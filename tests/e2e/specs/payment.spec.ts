// The payment: how an order is settled, and what is refused.

import { expect, test } from '../support/fixtures.ts';
import { ARTICLES, BY_HAND_MS, type Till } from '../support/till.ts';

/** Toasters on the order, 44.90 each, and the payment opened. */
async function payFor(till: Till, toasters: number): Promise<void> {
  await till.keys('2', '1', '0', '2', 'Enter');
  await expect(till.lines).toHaveCount(1);
  for (let more = 1; more < toasters; more += 1) await till.keys('+');
  await till.expectQuantity(ARTICLES.toaster.name, String(toasters));
  await till.keys('F12');
  await expect(till.id('payment')).toBeVisible();
  await till.expectAmount('pay-total', toasters * 4490);
}

async function typeAmount(till: Till, digits: string): Promise<void> {
  for (const digit of digits) await till.press(`pad-${digit}`);
}

test('PAY-08: cash received gives change, and the drawer keeps the net amount', async ({ till, seat }) => {
  await payFor(till, 1);
  await typeAmount(till, '50');
  await expect(till.id('pad-value')).toHaveText('50');
  await till.press('payment-validate');
  await till.expectAmount('change', 510);
  await till.expectAmount('done-total', 4490);
  const report = await seat.call('shift_report', { shift_id: null });
  expect(report.expected_cash).toBe(15_000 + 4490);
});

test('PAY-09: more than what is due is refused for a card, and nothing is entered', async ({ till }) => {
  await payFor(till, 1);
  await typeAmount(till, '60');
  await till.press('method-card_standalone');
  await till.press('tender-enter');
  await expect(till.id('toast')).toBeVisible();
  await expect(till.id('tender')).toHaveCount(0);
  await till.expectAmount('pay-left', 4490);
});

test('PAY-14, PAY-15, PAY-16: cash, cheque, card and another kind settle one sale together', async ({ till, seat }) => {
  await payFor(till, 4);
  await typeAmount(till, '50');
  await till.press('method-cash');
  await till.expectAmount('pay-left', 17_960 - 5000);
  await typeAmount(till, '30');
  await till.press('method-cheque');
  await till.id('reference').fill('1234567');
  await till.press('tender-enter');
  await till.expectAmount('pay-left', 17_960 - 8000);
  await typeAmount(till, '8');
  await till.press('method-other');
  const nature = till.id('nature').first();
  const name = (await nature.textContent())?.trim() ?? '';
  await nature.click();
  await expect(till.id('tender')).toHaveCount(3);
  await expect(till.id('tender').last(), 'PAY-10: the real nature is recorded').toContainText(name);
  await till.press('method-card_standalone');
  await till.id('card-last4').fill('4242');
  await till.press('tender-enter');
  await expect(till.id('tender')).toHaveCount(4);
  await till.expectAmount('pay-left', 0);
  await till.press('payment-validate');
  await till.expectAmount('change', 0);
  const { methods } = await seat.call('shift_report', { shift_id: null });
  expect(methods.map((method) => method.total).sort((a, b) => a - b)).toEqual([800, 3000, 5000, 17_960 - 8800]);
});

test('PAY-26: a card number of more than four digits cannot be entered', async ({ till }) => {
  await payFor(till, 1);
  await till.press('method-card_standalone');
  await till.id('card-last4').pressSequentially('4970101234567890', { delay: BY_HAND_MS });
  await expect(till.id('card-last4')).toHaveValue('4970');
  await till.id('card-last4').fill('49');
  await expect(till.id('tender-enter')).toBeDisabled();
});

test('a payment entered by mistake is taken back', async ({ till }) => {
  await payFor(till, 1);
  await typeAmount(till, '20');
  await till.press('method-cash');
  await till.expectAmount('pay-left', 2490);
  await till.press('tender-remove');
  await expect(till.id('tender')).toHaveCount(0);
  await till.expectAmount('pay-left', 4490);
});

test('PAY-01, SHF-10: a method that the workstation does not take is not offered', async ({ till, seat }) => {
  await payFor(till, 1);
  await expect(till.id('method-cheque')).toBeVisible();
  await till.press('payment-back');
  const { methods } = await seat.workstation('Caisse 01');
  await seat.configure('Caisse 01', { method_ids: methods.filter((method) => method.kind !== 'cheque').map((method) => method.id) });
  await till.keys('F12');
  await expect(till.id('method-cash')).toBeVisible();
  await expect(till.id('method-cheque')).toHaveCount(0);
});

test('PAY-24: a walk-in customer cannot leave an amount unpaid', async ({ till }) => {
  await payFor(till, 1);
  await till.press('payment-unpaid');
  await expect(till.id('toast')).toBeVisible();
  await expect(till.id('payment')).toBeVisible();
  await till.expectAmount('pay-left', 4490);
});

test.describe('in Québec', () => {
  test.use({ sample: 'qc' });

  test('cash is rounded to five cents, after the taxes', async ({ till }) => {
    // 2.79 + TPS 0.14 + TVQ 0.28
    await till.keys('1', '1', '1', '1', 'Enter');
    await expect(till.lines).toHaveCount(1);
    await till.keys('F12');
    await till.expectAmount('pay-left', 321);
    await till.expectAmount('pay-left-cash', 320);
    await typeAmount(till, '5');
    await till.press('payment-validate');
    await till.expectAmount('change', 180);
    await till.expectAmount('done-total', 321);
  });
});
