// A code that nobody knows: a red line that blocks payment until somebody says what it is.

import { expect, test } from '../support/fixtures.ts';
import { ARTICLES, type Till, UNKNOWN_CODE } from '../support/till.ts';

async function scanUnknown(till: Till): Promise<void> {
  await till.scan(ARTICLES.baguette);
  await till.scanner.scan(UNKNOWN_CODE);
  await expect(till.id('line-unknown')).toContainText(UNKNOWN_CODE);
}

test('an unknown code blocks payment, and the next scans go on', async ({ till }) => {
  await scanUnknown(till);
  await expect(till.id('pay')).toBeDisabled();
  await expect(till.id('quick-exact')).toBeDisabled();
  await expect(till.id('blocked')).toBeVisible();
  await till.scan(ARTICLES.country);
  await till.keys('F12');
  await expect(till.id('payment')).toBeHidden();
  await till.expectAmount('total', 130 + 320);
});

test('it is removed', async ({ till }) => {
  await scanUnknown(till);
  await till.keys('x');
  await expect(till.id('line-unknown')).toHaveCount(0);
  await expect(till.id('pay')).toBeEnabled();
  await till.expectAmount('total', 130);
});

test('it is told to be a known article', async ({ till }) => {
  await scanUnknown(till);
  await till.keys('r');
  await till.id('search-input').fill('ficelle');
  await expect(till.id('search-results-row')).toHaveCount(1);
  await till.keys('Enter');
  await expect(till.id('line-unknown')).toHaveCount(0);
  await till.expectQuantity('Ficelle', '1');
  await till.expectAmount('total', 130 + 85);
});

test('it becomes a new article, which the next scan finds', async ({ till }) => {
  await scanUnknown(till);
  await till.keys('c');
  await till.id('article-name').fill('Pâte à tartiner');
  await till.id('article-price').fill('4,95');
  await till.press('article-save');
  await till.expectQuantity('Pâte à tartiner', '1');
  await till.expectAmount('total', 130 + 495);
  await till.scanner.scan(UNKNOWN_CODE);
  await till.expectQuantity('Pâte à tartiner', '2');
  await expect(till.id('pay')).toBeEnabled();
});

test.describe('as a cashier', () => {
  test.use({ role: 'cashier' });

  test('creating the article needs an approval', async ({ till }) => {
    await scanUnknown(till);
    await till.press('unknown-create');
    await till.id('article-name').fill('Pâte à tartiner');
    await till.id('article-price').fill('4,95');
    await till.press('article-save');
    const approval = till.id('approval');
    await approval.getByTestId('user-tile').filter({ hasText: 'Hugo Marchand' }).click();
    await approval.getByTestId('pin-input').fill('2345');
    await approval.getByTestId('pin-submit').click();
    await till.expectQuantity('Pâte à tartiner', '1');
  });
});
