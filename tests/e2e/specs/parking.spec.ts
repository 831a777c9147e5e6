// Sales put aside and taken up again; articles that were asked for and are not there.

import { Actions } from '../support/actions.ts';
import { expect, test } from '../support/fixtures.ts';
import { ARTICLES } from '../support/till.ts';

test('a sale is parked with one key and recalled with two', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  await till.scan(ARTICLES.country);
  const hands = await Actions.start(till);
  await hands.key('F9');
  await till.expectEmpty();
  await expect(till.id('parked-badge-count')).toHaveText('1');
  await hands.expect({ keys: 1 });
  await hands.key('Shift+F9');
  await expect(till.id('parked')).toHaveCount(1);
  await hands.key('Enter');
  await expect(till.lines).toHaveCount(2);
  await hands.expect({ keys: 1 + 2 });
  await till.expectAmount('total', 450);
  await expect(till.id('parked-panel')).toBeHidden();
  await expect(till.id('parked-badge')).toBeHidden();
});

test('by touch: «Attente», then the badge and the sale', async ({ till }) => {
  await till.tile('Ficelle').click();
  await till.press('park');
  await till.expectEmpty();
  await till.press('parked-badge');
  await till.press('parked-take');
  await till.expectQuantity('Ficelle', '1');
});

test('digits typed before F9 name the sale; «Annuler» takes it back at once', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  await till.keys('1', '2');
  await expect(till.id('buffer')).toHaveText('12');
  await till.keys('F9');
  await till.expectEmpty();
  await expect(till.id('buffer')).toBeHidden();
  await till.keys('F9');
  await expect(till.id('parked-name')).toHaveText('12');
  await expect(till.id('parked-total')).toHaveAttribute('data-minor', '130');
  await till.press('panel-close');
  await till.press('toast-undo');
  await till.expectQuantity(ARTICLES.baguette.name, '1');
});

test('a sale in progress makes room for the one that is recalled', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  await till.keys('F9');
  await till.expectEmpty();
  await till.scan(ARTICLES.country);
  await till.keys('Shift+F9');
  await expect(till.id('parked-in-progress')).toBeVisible();
  await till.keys('Enter');
  await till.expectQuantity(ARTICLES.baguette.name, '1');
  await expect(till.lines).toHaveCount(1);
  await expect(till.id('parked-badge-count')).toHaveText('1');
});

test('a parked sale is given up only when it is confirmed', async ({ till, seat }) => {
  await till.scan(ARTICLES.baguette);
  await till.keys('F9');
  await till.expectEmpty();
  await till.keys('Shift+F9');
  await expect(till.id('parked')).toHaveCount(1);
  await till.keys('Delete');
  await expect(till.id('parked-confirm')).toContainText('1,30');
  await till.keys('Escape');
  await expect(till.id('parked-confirm')).toBeHidden();
  await expect(till.id('parked')).toHaveCount(1);
  await till.id('parked').getByTestId('parked-discard').click();
  await till.press('parked-discard-sure');
  await expect(till.id('parked-none')).toBeVisible();
  await expect(till.id('parked-badge')).toBeHidden();
  expect(await seat.call('parked_sales', {})).toEqual([]);
});

test('SAL-22: an article found in the search is declared missing for the customer', async ({ till, seat }) => {
  await till.keys('F2');
  await till.id('search-input').fill(ARTICLES.kettle.code);
  await expect(till.id('search-results-row')).toHaveCount(1);
  await till.press('search-missing');
  await expect(till.id('missing-article')).toHaveText(ARTICLES.kettle.name);
  await till.id('missing-quantity').fill('2');
  await till.keys('Enter');
  await expect(till.id('missing')).toContainText(ARTICLES.kettle.name);
  const [declared] = await seat.call('missing_list', {});
  expect(declared).toMatchObject({ text: ARTICLES.kettle.name, quantity: 20_000 });
  expect(declared?.article_id).not.toBeNull();
  await expect(till.lines).toHaveCount(0);
  await till.press('missing-settle');
  await expect(till.id('missing-none')).toBeVisible();
});

test('SAL-22: what the search does not find is declared in words, by keys only', async ({ till, seat }) => {
  await till.keys('F2');
  await till.id('search-input').fill('farine de sarrasin');
  await expect(till.id('search-none')).toBeVisible();
  await till.keys('Alt+m');
  await expect(till.id('missing-text')).toHaveValue('farine de sarrasin');
  await till.keys('Enter');
  await expect(till.id('missing')).toContainText('farine de sarrasin');
  expect(await seat.call('missing_list', {})).toMatchObject([{ text: 'farine de sarrasin', article_id: null }]);
});
