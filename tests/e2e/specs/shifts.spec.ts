// Shifts: reports, closing with a count, and what a closed one refuses.

import { expect, test } from '../support/fixtures.ts';
import { Shop } from '../support/shop.ts';
import { ARTICLES, Till } from '../support/till.ts';

async function sell(till: Till, ...articles: { barcode: string; name: string }[]): Promise<void> {
  for (const article of articles) await till.scan(article);
  await till.settle();
}

test('SHF-14: the X report can be read and printed any number of times, and the shift stays open', async ({ printer, till }) => {
  for (const article of [ARTICLES.baguette, ARTICLES.ficelle, ARTICLES.country]) await sell(till, article);
  await till.action('action-report');
  await till.expectAmount('report-total', 130 + 85 + 320);
  await till.press('report-print');
  await printer.expectPapers(1);
  await till.press('report-print');
  const papers = await printer.expectPapers(2);
  for (const paper of papers) expect(paper).toContain('5,35');
  await till.keys('Escape', 'Escape');
  await expect(till.id('sale')).toBeVisible();
});

test('SAL-07: Actions shows the twenty last tickets of the shift, newest first', async ({ till, seat }) => {
  const sale = await seat.call('sale_current', {});
  const cash = sale.methods.find((method) => method.kind === 'cash');
  const article = (await seat.call('catalogue_search', { text: 'ficelle', department_id: null, offset: 0, limit: 1 })).rows[0];
  const numbers: string[] = [];
  for (let count = 0; count < 22; count += 1) {
    await seat.call('sale_add_article', { article_id: article?.id ?? '', quantity: 10_000 });
    const payment = { method_id: cash?.id ?? '', amount: null, card_last4: null, reference: null, nature: null };
    numbers.unshift((await seat.call('sale_validate', { payment, leave_unpaid: false, print: false, seen: null })).number);
  }
  await till.action('action-recent');
  await expect(till.id('document-number')).toHaveText(numbers.slice(0, 20));
});

test('SAL-08, SHF-16, SHF-18, SHF-19, SHF-20, SHF-23: a shift is counted, compared, noted and closed', async ({ till, seat }) => {
  await sell(till, ARTICLES.country, ARTICLES.ficelle);
  await till.scan(ARTICLES.toaster);
  await till.passGuard();
  await till.press('quick-card');
  await expect(till.id('done')).toBeVisible();
  await till.action('action-close-shift');
  await expect(till.id('close-shift')).toBeVisible();
  await expect(till.id('expected-cash'), 'the count is blind').toHaveCount(0);
  await till.id('count-5000').fill('3');
  await till.id('count-200').fill('1');
  await till.id('count-5').press('Enter');
  await till.expectAmount('count-total', 15_200);
  await till.press('close-check');
  await till.expectAmount('expected-cash', 15_000 + 405);
  await till.expectAmount('counted-cash', 15_200);
  await expect(till.id('cash-difference')).toContainText('2,05');
  await expect(till.id('method-summary').getByRole('row')).toHaveCount(2);
  await till.id('float-left-input').fill('150,00');
  await till.id('close-note').fill('manque 2,05');
  await till.press('shift-close');
  await expect(till.id('shift-closed')).toBeVisible();
  await till.press('close-done');
  await expect(till.id('open-shift'), 'SHF-21: a sale needs a new shift').toBeVisible();
  await expect(till.id('float-left')).toContainText('150,00');
  const { rows } = await seat.call('shift_list', { workstation_id: null, open_only: false, offset: 0, limit: 10 });
  const report = await seat.call('shift_report', { shift_id: rows[0]?.id ?? '' });
  expect([report.counted_cash, report.difference, report.shift.note]).toEqual([15_200, -205, 'manque 2,05']);
});

test('SHF-21: nothing can be sold from a window that still shows a shift closed elsewhere', async ({ till, seat }) => {
  await till.scan(ARTICLES.baguette);
  await till.keys('Delete');
  await expect(till.lines).toHaveCount(0);
  await seat.call('shift_close', { shift_id: null, counted_cash: 15_000, count: [], float_left: null, note: '', print: false });
  await expect(till.id('open-shift')).toBeVisible();
});

test('cash goes into and out of the drawer with a reason, and the count expects it', async ({ till }) => {
  await till.action('action-cash-in');
  await till.id('cash-amount').fill('20');
  await till.id('cash-reason-choice').first().click();
  await till.press('cash-submit');
  await expect(till.id('cash-sheet')).toBeHidden();
  await till.keys('F10', 's');
  await till.id('cash-amount').fill('5,50');
  await till.id('cash-reason').fill('timbres');
  await till.press('cash-submit');
  await expect(till.id('cash-sheet')).toBeHidden();
  await till.keys('F10', 'q');
  await till.press('close-check');
  await till.expectAmount('expected-cash', 15_000 + 2000 - 550);
});

test('SHF-12: a shift left open since yesterday is shown to managers by the name of its workstation', async ({ page }) => {
  const shop = await Shop.openInThePast('fr', 1);
  const lead = await shop.signIn('lead');
  await lead.openShift('Caisse 02', 5000);
  await shop.restart();
  await page.goto(shop.address());
  const till = new Till(page);
  await till.signIn('Claire Delmas', '1234');
  await expect(till.id('forgotten-shifts')).toContainText('Caisse 02');
  await till.press('forgotten-seen');
  await expect(till.id('forgotten-shifts')).toBeHidden();
  await till.press('sign-out');
  await till.signIn('Inès Carpentier', '3456');
  await expect(till.id('choose-workstation')).toBeVisible();
  await expect(till.id('forgotten-shifts'), 'a cashier cannot close it').toBeHidden();
  await shop.close();
});
