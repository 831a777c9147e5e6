// How much a person has to do: the till's tasks of ux.md 5, each with its number of actions. The figures are copied into
// docs/ergonomics.md, which names these tests.

import { Actions } from '../support/actions.ts';
import { expect, test } from '../support/fixtures.ts';
import { sell } from '../support/sales.ts';
import { ARTICLES, type Till } from '../support/till.ts';

const THREE = [ARTICLES.baguette, ARTICLES.ficelle, ARTICLES.country] as const;
const TOTAL = THREE.reduce((sum, article) => sum + article.price, 0);

async function scanThree(hands: Actions): Promise<void> {
  for (const article of THREE) await hands.scan(article);
  await hands.pause();
}

async function expectPaid(till: Till, change: number): Promise<void> {
  await expect(till.id('done')).toBeVisible();
  await till.expectAmount('done-total', TOTAL);
  await till.expectAmount('change', change);
}

test('exact cash sale of 3 scanned items by quick tender: 3 scans + 1 tap; the next sale +0', async ({ till }) => {
  const hands = await Actions.start(till);
  await scanThree(hands);
  await hands.tap(till.id('quick-exact'));
  await expectPaid(till, 0);
  await hands.expect({ scans: 3, taps: 1 });
  await hands.scan(ARTICLES.kettle);
  await expect(till.lines).toHaveCount(1);
  await till.expectAmount('total', ARTICLES.kettle.price);
  await hands.expect({ scans: 4, taps: 1 });
});

test('exact cash sale of 3 scanned items by keys: 3 scans + 2 keys; the next sale +0', async ({ till }) => {
  const hands = await Actions.start(till);
  await scanThree(hands);
  await hands.key('Enter', 'Enter');
  await expectPaid(till, 0);
  await hands.expect({ scans: 3, keys: 2 });
  await hands.scan(ARTICLES.kettle);
  await expect(till.lines).toHaveCount(1);
  await hands.expect({ scans: 4, keys: 2 });
});

test('exact cash sale of 3 scanned items by the shortest key: 3 scans + 1 chord', async ({ till }) => {
  const hands = await Actions.start(till);
  await scanThree(hands);
  await hands.key('Control+Enter');
  await expectPaid(till, 0);
  await hands.expect({ scans: 3, keys: 1 });
});

test('the next sale starts with a tile too, without a step of its own', async ({ till }) => {
  const hands = await Actions.start(till);
  await scanThree(hands);
  await hands.key('Control+Enter');
  await expectPaid(till, 0);
  await hands.tap(till.tile('Ficelle'));
  await expect(till.lines).toHaveCount(1);
  await till.expectAmount('total', ARTICLES.ficelle.price);
  await hands.expect({ scans: 3, keys: 1, taps: 1 });
});

test('cash sale, the customer gives 20, by quick tender: 3 scans + 1 tap', async ({ till }) => {
  const hands = await Actions.start(till);
  await scanThree(hands);
  await hands.tap(till.id('quick-cash').filter({ hasText: /^\s*20\b/u }));
  await expectPaid(till, 2000 - TOTAL);
  await hands.expect({ scans: 3, taps: 1 });
});

test('cash sale, the customer gives 20, by keys: 3 scans + 4 keys', async ({ till }) => {
  const hands = await Actions.start(till);
  await scanThree(hands);
  await hands.key('Enter');
  await till.expectAmount('pay-total', TOTAL);
  await hands.key('2', '0', 'Enter');
  await expectPaid(till, 2000 - TOTAL);
  await hands.expect({ scans: 3, keys: 4 });
});

test('card on a terminal of its own: 3 scans + 1 tap, or 1 chord', async ({ till }) => {
  const hands = await Actions.start(till);
  await scanThree(hands);
  await hands.tap(till.id('quick-card'));
  await expectPaid(till, 0);
  await hands.expect({ scans: 3, taps: 1 });
  await scanThree(hands);
  await hands.key('Shift+F12');
  await expectPaid(till, 0);
  await hands.expect({ scans: 6, taps: 1, keys: 1 });
});

test('12 × one article: 4 actions', async ({ till }) => {
  const hands = await Actions.start(till);
  await hands.key('1', '2', '*');
  await expect(till.id('buffer')).toHaveText('12 ×');
  await hands.scan(ARTICLES.baguette);
  await till.expectQuantity(ARTICLES.baguette.name, '12');
  await till.expectAmount('total', 12 * ARTICLES.baguette.price);
  await hands.expect({ keys: 3, scans: 1 });
});

test('10 % on a line: 3 keys', async ({ till }) => {
  await till.scan(ARTICLES.country);
  const hands = await Actions.start(till);
  await hands.key('1', '0', '/');
  await till.expectAmount('total', ARTICLES.country.price * 0.9);
  await hands.expect({ keys: 3 });
});

test('new named client on the sale: F4, the name, Entrée Entrée', async ({ till, seat }) => {
  const name = 'Paul Lamarque';
  await till.scan(ARTICLES.baguette);
  const hands = await Actions.start(till);
  await hands.key('F4');
  await expect(till.id('customer-input')).toBeFocused();
  await hands.type(name);
  await expect(till.id('customer-new')).toBeVisible();
  await hands.key('Enter', 'Enter');
  await expect(till.id('customer-name')).toContainText(name);
  expect((await seat.call('customer_search', { text: name, limit: 5 })).map((customer) => customer.name)).toEqual([name]);
  await hands.expect({ keys: 1 + [...name].length + 2 });
});

test('park and recall: 1 + 2, by keys and by taps', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  const hands = await Actions.start(till);
  await hands.key('F9');
  await till.expectEmpty();
  await hands.expect({ keys: 1 });
  await hands.key('Shift+F9');
  await expect(till.id('parked')).toHaveCount(1);
  await hands.key('Enter');
  await till.expectQuantity(ARTICLES.baguette.name, '1');
  await hands.expect({ keys: 3 });
  await hands.tap(till.id('park'));
  await till.expectEmpty();
  await hands.tap(till.id('parked-badge'));
  await hands.tap(till.id('parked-take'));
  await till.expectQuantity(ARTICLES.baguette.name, '1');
  await hands.expect({ keys: 3, taps: 3 });
});

test('return with ticket of one line in cash, by touch: 1 scan + 3', async ({ till, seat }) => {
  const sold = await sell(seat, { article: ARTICLES.kettle });
  const hands = await Actions.start(till);
  await hands.scanCode(sold.number);
  await hands.tap(till.id('reason-choice').first());
  await hands.tap(till.id('refund-cash'));
  await hands.tap(till.id('return-submit'));
  await till.expectAmount('refund-given', ARTICLES.kettle.price);
  await hands.expect({ scans: 1, taps: 3 });
});

test('return with ticket of one line in cash, by keys: 1 scan + 3', async ({ till, seat }) => {
  const sold = await sell(seat, { article: ARTICLES.kettle });
  const hands = await Actions.start(till);
  await hands.scanCode(sold.number);
  await till.expectAmount('return-total', ARTICLES.kettle.price);
  await expect(till.id('reason-choice').first()).toBeVisible();
  await hands.pause();
  await hands.key('m');
  await expect(till.id('reason-choice').first()).toBeFocused();
  await hands.key('Enter');
  // Cash is what the shop gives back by unless another method is chosen.
  await expect(till.id('refund-cash')).toHaveAttribute('aria-pressed', 'true');
  await hands.key('Control+Enter');
  await till.expectAmount('refund-given', ARTICLES.kettle.price);
  await hands.expect({ scans: 1, keys: 3 });
});
