// «Comptabilité»: what yesterday's books say, what leaves for the accountant and the administration.

import { readFile } from 'node:fs/promises';
import { localDay } from '../support/days.ts';
import { expect, preferences, test } from '../support/fixtures.ts';
import { customerNamed, sell } from '../support/sales.ts';
import { Shop } from '../support/shop.ts';
import { ARTICLES, Till } from '../support/till.ts';

const FIGURES = ['closing', 'signed', 'payments', 'accounting'] as const;

test('R-22, EINV-03: the books of a day agree and open their tickets; the day is exported once and its file comes again', async ({ page, context }) => {
  test.slow();
  const shop = await Shop.openInThePast('fr', 1);
  const before = await shop.signIn('manager');
  await before.openShift('Caisse 01', 10_000);
  const sold = [await sell(before, { article: ARTICLES.kettle, method: 'card_standalone', last4: '4242' }), await sell(before, { pieces: 4 })];
  const total = sold.reduce((sum, one) => sum + one.total, 0);
  await shop.restart();
  const seat = await shop.signIn('manager');
  await seat.call('workstation_enter', { workstation_id: (await seat.workstation('Caisse 01')).id });
  await preferences(context, { language: 'fr', theme: 'light', computer: seat.computer, session: seat.session });
  const till = new Till(page);
  await page.goto(shop.address('gestion.html'));
  await till.press('nav-comptabilite');

  // The day that is over is proposed, balanced, and frozen with one key; then there is nothing left to export.
  await expect(till.id('accounting-from')).toHaveAttribute('data-day', localDay(-1));
  await expect(till.id('accounting-balance')).toHaveText('Équilibré');
  await expect(till.id('entry')).toHaveCount(1);
  await till.keys('Control+Enter');
  await expect(till.id('batch')).toHaveCount(1);
  await expect(till.id('accounting-problem')).toContainText('déjà été exportée');
  await expect(till.id('accounting-export')).toBeDisabled();
  const download = page.waitForEvent('download');
  await till.press('batch-fec');
  const file = await download;
  expect(file.suggestedFilename()).toMatch(new RegExp(`^\\d{9}FEC${localDay(-1).replaceAll('-', '')}\\.txt$`, 'u'));
  const rows = (await readFile(await file.path(), 'latin1')).split('\r\n');
  expect(rows[0]?.split('\t')).toHaveLength(18);
  expect(rows.length).toBeGreaterThan(5);

  // Four books, the same figure, and the tickets behind it.
  await till.id('accounting-tabs').getByText('Vérité d’une journée').click();
  const all = till.id('truth-all');
  await expect(all.getByTestId('truth-state')).toHaveText('Tout concorde');
  for (const figure of FIGURES) await expect(all.getByTestId(`figure-${figure}`)).toHaveAttribute('data-minor', String(total));
  await all.getByTestId('figure-payments').click();
  await expect(till.id('truth-ticket')).toHaveCount(2);
  await till.id('truth-ticket').first().click();
  await expect(till.id('ticket-preview')).toContainText('TOTAL');
  await till.keys('Escape');
  await expect(till.id('truth-sheet')).toHaveCount(0);

  await till.id('accounting-tabs').getByText('E-reporting').click();
  await till.id('ereport-frequency').getByText('Par mois').click();
  await expect(till.id('ereport-period').first()).toBeVisible();
  await till.id('accounting-tabs').getByText('États').click();
  await expect(till.id('states-total')).toBeVisible();
  const csv = page.waitForEvent('download');
  await till.press('states-csv');
  expect((await csv).suggestedFilename()).toMatch(/^etats-.*\.csv$/u);

  // An account of the wrong class is refused beside the field; a right one is kept.
  await till.id('accounting-tabs').getByText('Comptes').click();
  await till.id('plan-table').getByText('Espèces').click();
  await till.id('account-number').fill('707000');
  await till.keys('Control+Enter');
  await expect(till.id('account-sheet-error')).toBeVisible();
  await till.id('account-number').fill('531000');
  await till.keys('Control+Enter');
  await expect(till.id('plan-table')).toContainText('531000');
  await shop.close();
});

test('ACC-01, COR-15: a customer’s balance is corrected with a reason, and shows as COR', async ({ shop, till, seat }) => {
  const { id, name } = (await seat.call('customer_search', { text: '', limit: 1 }))[0] ?? { id: '', name: '' };
  await customerNamed(seat, name);
  await seat.call('credit_add', { customer_id: id, amount: 1_000, method_id: null, reason: 'geste' });
  await till.page.goto(shop.address('gestion.html'));
  await till.press('nav-comptabilite');
  await till.id('accounting-tabs').getByText('Solde client').click();
  await till.id('default-customer-search').fill(name);
  await till.id('default-customer-choice').first().click();
  await expect(till.id('balance-credit')).toHaveAttribute('data-minor', '1000');
  await till.id('balance-side').getByText('Le crédit').click();
  await till.id('balance-direction').getByText('Diminuer le crédit').click();
  await till.id('balance-amount').fill('2,50');
  await expect(till.id('balance-submit')).toBeDisabled();
  await till.id('balance-reason').fill('compté deux fois');
  await till.keys('Control+Enter');
  await expect(till.id('balance-credit')).toHaveAttribute('data-minor', '750');
  await expect(till.id('balance-cor')).toHaveText('COR');
  await till.id('balance-amount').fill('100');
  await till.id('balance-reason').fill('trop');
  await till.keys('Control+Enter');
  await expect(till.id('balance-error')).toContainText('dépasse le solde');
  await expect(till.id('balance-credit')).toHaveAttribute('data-minor', '750');
});
