// How large what a cashier hits all day is (ux.md 2.5, density «caisse»). Every control of every screen: every-screen.spec.ts.

import { expect, test } from '../support/fixtures.ts';
import { ARTICLES } from '../support/till.ts';

const USUAL = 56;

test('what a cashier hits all day is at least 56 pixels high, and the payment 72', async ({ till }) => {
  await till.scan(ARTICLES.baguette);
  const ids = ['tile', 'page-tab', 'search', 'seller', 'customer', 'line-less', 'line-more', 'remove-line', 'quick-exact', 'quick-cash', 'quick-card', 'note', 'actions'];
  for (const id of ids) {
    const box = await till.id(id).first().boundingBox();
    expect(box?.height, id).toBeGreaterThanOrEqual(USUAL);
  }
  expect((await till.id('pay').boundingBox())?.height).toBeGreaterThanOrEqual(72);
});
