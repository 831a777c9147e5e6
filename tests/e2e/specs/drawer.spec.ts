// «Pourquoi ma caisse est fausse ?»: what may explain a difference, at the closing and afterwards.

import { expect, test } from '../support/fixtures.ts';
import { sell } from '../support/sales.ts';
import { ARTICLES, type Till } from '../support/till.ts';

async function count(till: Till, euros: string): Promise<void> {
  await till.id('count-mode').getByText('Total seul').click();
  await till.id('count-total-input').fill(euros);
  await till.press('close-check');
  await expect(till.id('cash-check')).toBeVisible();
}

test('a ticket whose money is missing is named, and can be looked at; a right count asks nothing', async ({ till, seat }) => {
  await sell(seat);
  const missing = await sell(seat, { article: ARTICLES.toaster });
  await till.action('action-close-shift');
  // The float and the first sale: the toaster's money is not there.
  await count(till, '151,30');
  const cause = till.id('cause').filter({ hasText: missing.number }).first();
  await expect(cause).toBeVisible();
  await expect(cause.getByTestId('cause-amount')).toHaveAttribute('data-minor', String(-ARTICLES.toaster.price));
  await cause.getByTestId('cause-document').filter({ hasText: missing.number }).click();
  await expect(till.id('cause-ticket')).toContainText(missing.number);
  await till.keys('Escape');
  await expect(till.id('cause-ticket')).toHaveCount(0);
  await till.press('close-back');
  await count(till, '196,20');
  await expect(till.id('cash-difference')).toBeVisible();
  await expect(till.id('drawer-causes')).toHaveCount(0);
});

test('the causes are asked again for another count, and stay with the closed shift in the back office', async ({ shop, till, seat }) => {
  const missing = await sell(seat, { article: ARTICLES.kettle });
  await till.action('action-close-shift');
  await count(till, '150');
  await expect(till.id('cause').first()).toContainText(missing.number);
  await till.press('close-back');
  await count(till, '149,99');
  await expect(till.id('drawer-causes')).toBeVisible();
  await till.press('close-back');
  await count(till, '150');
  await expect(till.id('cause').first()).toContainText(missing.number);
  await till.press('shift-close');
  await expect(till.id('shift-closed')).toBeVisible();
  await expect(till.id('cause').first()).toContainText(missing.number);
  await till.page.goto(shop.address('gestion.html'));
  await till.press('nav-quarts');
  await till.id('shifts-state').locator('label').first().click();
  await till.id('shifts-table-row').first().click();
  await expect(till.id('cause').first()).toContainText(missing.number);
});

test('the drawer is counted again beside the causes, by keys, and closes with the new count', async ({ till, seat }) => {
  const missing = await sell(seat, { article: ARTICLES.toaster });
  await till.action('action-close-shift');
  // The float of 150.00 and nothing of the sale.
  await till.id('count-5000').fill('3');
  await till.press('close-check');
  await expect(till.id('cause').first()).toContainText(missing.number);
  await till.keys('F5');
  await expect(till.id('count-5000'), 'the count goes on where it stopped').toHaveValue('3');
  // Two twenties were under the tray: another difference, other causes.
  await till.id('count-2000').fill('2');
  await till.expectAmount('counted-cash', 19_000);
  await expect(till.id('drawer-causes')).not.toContainText(missing.number);
  await till.id('count-200').fill('2');
  await till.id('count-50').fill('1');
  await till.id('count-20').fill('2');
  await till.expectAmount('counted-cash', 19_490);
  await expect(till.id('cause-right')).toBeVisible();
  await expect(till.id('cash-difference')).toContainText('Caisse juste');
  await till.keys('Control+Enter');
  await expect(till.id('shift-closed')).toBeVisible();
  const { rows } = await seat.call('shift_list', { workstation_id: null, open_only: false, offset: 0, limit: 1 });
  const report = await seat.call('shift_report', { shift_id: rows[0]?.id ?? null });
  expect(report.counted_cash).toBe(19_490);
});
