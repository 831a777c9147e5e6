// «Chercher des factures»: every workstation's tickets, by any filters at once.

import { expectAccessible } from '../support/axe.ts';
import { localDay } from '../support/days.ts';
import { expect, preferences, test } from '../support/fixtures.ts';
import { sell } from '../support/sales.ts';
import { Shop, type Seat } from '../support/shop.ts';
import { ARTICLES, BY_HAND_MS, Till } from '../support/till.ts';

/** A second till with its own shift. */
async function secondTill(shop: Shop): Promise<Seat> {
  const lead = await shop.signIn('lead');
  await lead.openShift('Caisse 02', 5000);
  return lead;
}

async function openSearch(till: Till): Promise<void> {
  await till.keys('F10', 'c');
  await expect(till.id('find-sheet')).toBeVisible();
}

/** The numbers in the list, newest first. */
async function expectFound(till: Till, ...numbers: string[]): Promise<void> {
  await expect(till.id('find-row-number')).toHaveText(numbers);
}

test('SRCH-01, SAL-09: the search opens from Actions and covers every workstation', async ({ shop, till, seat }) => {
  const other = await secondTill(shop);
  const here = await sell(seat);
  const there = await sell(other);
  await till.action('action-search');
  await expectFound(till, there.number, here.number);
  await expect(till.id('find-count')).toContainText('2');
});

test('SRCH-04, SRCH-07, SRCH-09, SRCH-10: workstation, administrator and card combine, and all must hold', async ({ shop, till, seat }) => {
  const other = await secondTill(shop);
  const cash = await sell(seat);
  const card = await sell(seat, { method: 'card_standalone', last4: '4242' });
  const cardThere = await sell(other, { method: 'card_standalone', last4: '4242' });
  await openSearch(till);
  await expectFound(till, cardThere.number, card.number, cash.number);
  await till.id('find-last4').fill('4242');
  await expectFound(till, cardThere.number, card.number);
  await till.id('find-workstation').selectOption({ label: 'Caisse 01' });
  await expectFound(till, card.number);
  await till.id('find-last4').fill('');
  await expectFound(till, card.number, cash.number);
  await till.id('find-workstation').selectOption('');
  await till.id('find-user').selectOption({ label: 'Hugo Marchand' });
  await expectFound(till, cardThere.number);
  await till.press('find-reset');
  await expectFound(till, cardThere.number, card.number, cash.number);
});

test('SRCH-05, SRCH-06: an article on a line, and the customer', async ({ till, seat }) => {
  const bread = await sell(seat);
  const kettle = await sell(seat, { article: ARTICLES.kettle });
  const forAlice = await sell(seat, { customer: 'Alice Lestage' });
  await openSearch(till);
  await till.id('find-article').fill('Bouilloire');
  await till.id('find-article-choice').first().click();
  await expectFound(till, kettle.number);
  await till.press('find-article-clear');
  await expectFound(till, forAlice.number, kettle.number, bread.number);
  await till.id('find-customer').fill('Lestage');
  await till.id('find-customer-choice').filter({ hasText: 'Alice Lestage' }).click();
  await expectFound(till, forAlice.number);
  await till.scanner.scan(ARTICLES.kettle.barcode);
  await expect(till.id('find-none'), 'both filters hold').toBeVisible();
  await expect(till.id('find-article-name')).toHaveText(ARTICLES.kettle.name);
});

test('SRCH-08: a number and Enter find exactly that invoice', async ({ till, seat }) => {
  const first = await sell(seat);
  const second = await sell(seat);
  await openSearch(till);
  await expect(till.id('find-number')).toBeFocused();
  await till.page.keyboard.type(first.number, { delay: BY_HAND_MS });
  await till.keys('Enter');
  await expectFound(till, first.number);
  await expect(till.id('pane-number')).toHaveText(first.number);
  await till.scanner.scan(second.number);
  await expectFound(till, second.number);
  await expect(till.id('pane-number')).toHaveText(second.number);
});

test('SRCH-02, SRCH-03: one day, a range, hours; an empty result offers to widen and keeps the other filters', async ({ page, context }) => {
  const shop = await Shop.openInThePast('fr', 1);
  const before = await shop.signIn('manager');
  await before.openShift('Caisse 01', 5000);
  const yesterday = await sell(before);
  await shop.restart();
  const seat = await shop.signIn('manager');
  await seat.openShift('Caisse 01', 5000);
  const today = await sell(seat);
  await preferences(context, { language: 'fr', theme: 'light', computer: seat.computer, session: seat.session });
  await page.goto(shop.address());
  const till = new Till(page);
  await expect(till.id('sale')).toBeVisible();
  await openSearch(till);
  await expectFound(till, today.number, yesterday.number);
  await till.press('find-period-yesterday');
  await expectFound(till, yesterday.number);
  await till.press('find-period-week');
  await expectFound(till, today.number, yesterday.number);
  await till.press('find-period-today');
  await expectFound(till, today.number);
  // The half of the day that it is not now.
  const morning = Number(new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Europe/Paris' }).format(new Date()).slice(0, 2)) < 12;
  await till.id('find-from-time').fill(morning ? '12:00' : '00:00');
  await till.id('find-to-time').fill(morning ? '23:59' : '11:59');
  await till.id('find-number').fill(today.number);
  await expect(till.id('find-none')).toBeVisible();
  await till.press('find-widen');
  await expectFound(till, today.number);
  await expect(till.id('find-number'), 'the number is kept').toHaveValue(today.number);
  await expect(till.id('find-from-time')).toHaveValue('');
  await shop.close();
});

test('SRCH-11: a found invoice is opened and printed as a duplicate, and looking does not count', async ({ printer, till, seat }) => {
  const sold = await sell(seat);
  await seat.call('document_print', { document_id: sold.document_id });
  await printer.expectPapers(1);
  await openSearch(till);
  await expect(till.id('pane-number')).toHaveText(sold.number);
  await expect(till.id('ticket-preview')).toBeVisible();
  await expect(till.id('pane-prints')).toContainText('1');
  await till.press('document-print');
  const papers = await printer.expectPapers(2);
  expect(papers[1]).toContain('DUPLICATA');
  expect(papers[1]).toContain(sold.number);
  await expect(till.id('pane-prints')).toContainText('2');
});

test('a long list is read page by page, and the arrows walk it', async ({ till, seat }) => {
  test.slow();
  const numbers: string[] = [];
  for (let count = 0; count < 120; count += 1) numbers.unshift((await sell(seat)).number);
  await openSearch(till);
  await expect(till.id('find-more')).toBeVisible();
  await expect(till.id('pane-number')).toHaveText(numbers[0] ?? '');
  await till.keys('ArrowDown', 'ArrowDown');
  await expect(till.id('pane-number')).toHaveText(numbers[2] ?? '');
  await till.press('find-more');
  await expect(till.id('find-count')).toContainText('120');
  await expect(till.id('find-more')).toHaveCount(0);
});

test('days are typed as the country writes them, or picked; what is no day is said', async ({ till, seat }) => {
  const sold = await sell(seat);
  const iso = localDay(0);
  const [year = '', month = '', day = ''] = iso.split('-');
  await till.action('action-search');
  await expect(till.id('find-from')).toHaveAttribute('placeholder', 'jj/mm/aaaa');
  await till.id('find-from').fill(`${day}${month}${year}`);
  await till.keys('Tab');
  await expect(till.id('find-from')).toHaveValue(`${day}/${month}/${year}`);
  await expect(till.id('pane-number')).toHaveText(sold.number);
  await till.id('find-from').fill('31/02/2026');
  await till.keys('Tab');
  await expect(till.id('find-from')).toHaveAttribute('aria-invalid', 'true');
  await expect(till.page.getByText('Une date comme jj/mm/aaaa')).toBeVisible();
  // Picked by keys: the month of today, from today one day back, which had no sale.
  await till.id('find-from').fill('');
  await till.press('find-to-pick');
  await expect(till.id('day-picker')).toBeVisible();
  await expectAccessible(till.page, 'day picker');
  await till.keys('ArrowLeft', 'Enter');
  await expect(till.id('day-picker')).toHaveCount(0);
  await expect(till.id('find-to')).toHaveAttribute('data-day', localDay(-1));
  await expect(till.id('find-none')).toBeVisible();
});
