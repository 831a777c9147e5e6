// C-18: the customer's display, in a second window beside the till.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { expect, listenForComplaints, test } from '../support/fixtures.ts';
import { picture } from '../support/pictures.ts';
import { ARTICLES, UNKNOWN_CODE } from '../support/till.ts';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
  { width: 800, height: 1280 },
] as const;

/** The smallest text that is read from 1.5 m, in CSS pixels, among what the display shows. */
function smallestText(display: Page): Promise<number> {
  return display.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let smallest = Number.POSITIVE_INFINITY;
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || node.textContent?.trim() === '' || parent.closest('.sr-only') !== null) continue;
      smallest = Math.min(smallest, Number.parseFloat(getComputedStyle(parent).fontSize));
    }
    return smallest;
  });
}

for (const { sample, language, theme } of [
  { sample: 'fr', language: 'fr', theme: 'light' },
  { sample: 'qc', language: 'en', theme: 'dark' },
] as const) {
  test.describe(`${sample} ${language} ${theme}`, () => {
    test.use({ sample, language, theme });

    test('C-18: two windows side by side, from the shop’s name to the change', async ({ till, seat, shop, context }) => {
      const display = await context.newPage();
      const complaints = listenForComplaints(display);
      await display.setViewportSize(SIZES[0]);
      const at = (testid: string) => display.getByTestId(testid);
      const look = async (name: string): Promise<void> => {
        for (const size of SIZES) {
          await display.setViewportSize(size);
          const across = await display.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          expect(across, `${name} ${size.width}`).toBe(0);
          await picture(display, `display/${name}-${size.width}-${sample}-${theme}`);
        }
        await display.setViewportSize(SIZES[0]);
        expect(await smallestText(display), name).toBeGreaterThanOrEqual(28);
        await expectAccessible(display, `display-${name}`);
      };
      await display.goto(shop.address('afficheur.html'));
      await expect(at('display-shop')).toBeVisible();
      await expect(at('display-notice')).toHaveCount(sample === 'fr' ? 1 : 0);
      await look('idle');

      // The articles of either shop, by their codes.
      const { rows } = await seat.call('catalogue_search', { text: '', department_id: null, offset: 0, limit: 30 });
      const codes = rows.flatMap((row) => row.barcodes.slice(0, 1)).slice(0, 14);
      await till.scanner.scan(codes[0] ?? '');
      await expect(at('display-line')).toHaveCount(1);
      for (const code of codes.slice(1)) await till.scanner.scan(code);
      await expect(at('display-line')).toHaveCount(codes.length);
      await expect(at('display-line').last()).toBeInViewport({ ratio: 1 });
      await till.keys('1', '0', '/');
      await expect(at('display-discounts')).toBeVisible();
      const total = await till.id('total').getAttribute('data-minor');
      await expect(at('display-total')).toHaveAttribute('data-minor', total ?? '');
      const figure = await at('display-total').evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
      expect(figure).toBeGreaterThanOrEqual(64);
      await expect(at('display-tax')).toHaveCount(sample === 'qc' ? 2 : 0);
      await look('sale');

      await till.keys('F12');
      await till.press('pad-5');
      await till.press('method-cash');
      await expect(at('display-due')).toBeVisible();
      await look('paying');
      await till.keys('Escape');
      await expect(at('display-payment')).toHaveCount(1);
      await till.passGuard();
      await till.keys('Control+Enter');
      await expect(till.id('done')).toBeVisible();
      await expect(at('display-done')).toBeVisible();
      await look('done');
      expect(await display.evaluate(() => document.body.innerText)).not.toMatch(/Claire Delmas|Geneviève Tremblay/u);

      await till.press('done-clear');
      await expect(at('display-idle')).toBeVisible();
      expect(complaints, 'errors in the console of the display').toEqual([]);
    });
  });
}

test('C-18: the display hides an unknown code, keeps its lines while the program is gone, and follows again', async ({ till, shop, context }) => {
  const display = await context.newPage();
  await display.goto(shop.address('afficheur.html'));
  await till.scan(ARTICLES.baguette);
  await till.scanner.scan(UNKNOWN_CODE);
  await expect(display.getByTestId('display-line')).toHaveCount(2);
  await expect(display.locator('body')).not.toContainText(UNKNOWN_CODE);
  const before = await display.locator('body').innerText();
  await display.route('**/rpc/customer_display', (route) => route.abort());
  await till.scan(ARTICLES.country);
  await display.waitForTimeout(500);
  expect(await display.locator('body').innerText(), 'nothing is marked for the customer').toBe(before);
  await display.unroute('**/rpc/customer_display');
  await expect(display.getByTestId('display-line')).toHaveCount(3);
  // After a power cut nobody is signed in: the shop's name, and the same lines once somebody is.
  await shop.cutPower();
  await expect(display.getByTestId('display-idle')).toBeVisible({ timeout: 20_000 });
  await till.page.reload();
  await till.signIn('Claire Delmas', '1234');
  await expect(till.id('sale')).toBeVisible();
  await expect(display.getByTestId('display-line')).toHaveCount(3);
});

test('C-18: the setting of the workstation offers the display at the till, and closing it hurts nothing', async ({ till, seat, context }) => {
  await seat.configure('Caisse 01', { customer_display: true });
  await till.keys('F10');
  const opened = context.waitForEvent('page');
  await till.press('display-open');
  const display = await opened;
  await till.keys('Escape');
  await till.scan(ARTICLES.baguette);
  await expect(display.getByTestId('display-line')).toHaveCount(1);
  await display.close();
  await till.scan(ARTICLES.country);
  await expect(till.lines).toHaveCount(2);
});
