// Pictures of every screen, for people to look at: test-results/screens. Nothing is compared.

import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test } from '../support/fixtures.ts';
import { managedShop, signedInAtTablet } from '../support/pilotage.ts';
import { visitManager, visitOffice, visitTill } from '../support/screens.ts';

const TILL = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
const OFFICE = { width: 1180, height: 820 };
const TABLET = [OFFICE, { width: 820, height: 1180 }];

/** Takes a picture of a screen at every size, then goes back to the first. */
function pictures(page: Page, folder: string, theme: string, sizes: { width: number; height: number }[]): (screen: string) => Promise<void> {
  return async (screen) => {
    for (const size of sizes) {
      await page.setViewportSize(size);
      const path = join(folder, `${screen}-${size.width}-${theme}.png`);
      await page.screenshot({ path, animations: 'disabled' });
    }
    if (sizes.length > 1 && sizes[0] !== undefined) await page.setViewportSize(sizes[0]);
  };
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ theme });
    test.slow();

    test('every screen of the till', async ({ printer, window }, info) => {
      // The till has one; that is all this needs of it.
      void printer;
      await visitTill(window, pictures(window.page, join(info.project.outputDir, 'screens'), theme, TILL));
    });

    test('every screen of the back office', async ({ shop, till }, info) => {
      await till.page.setViewportSize(OFFICE);
      await till.page.goto(shop.address('gestion.html'));
      await visitOffice(till, pictures(till.page, join(info.project.outputDir, 'screens'), theme, [OFFICE]));
    });

    test('every screen of the manager’s view', async ({ page, context }, info) => {
      const shop = await managedShop();
      const tablet = await signedInAtTablet(shop, page, context, { language: 'fr', theme });
      await visitManager(tablet, pictures(page, join(info.project.outputDir, 'screens'), theme, TABLET));
      await shop.close();
    });
  });
}
