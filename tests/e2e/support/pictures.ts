// Pictures of screens for people to look at: `npm run pictures` writes them to test-results/pictures. Nothing is compared
// with them, so other runs take none.

import { join } from 'node:path';
import type { Page } from '@playwright/test';

const FOLDER = process.env['COMPTOIR_PICTURES'];

const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Takes a picture, if pictures are wanted. */
export async function picture(page: Page, name: string): Promise<void> {
  if (FOLDER !== undefined) await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
}

/** The same in both themes, if pictures are wanted. */
export async function pictures(page: Page, name: string): Promise<void> {
  if (FOLDER !== undefined) await inBothThemes(page, (theme) => picture(page, `${name}-${theme}`));
}

/** Themes are colours only, so a screen need not be reached again to be seen in the other one. */
export async function inBothThemes(page: Page, look: (theme: Theme) => Promise<void>): Promise<void> {
  const before = await page.evaluate(() => document.documentElement.dataset['theme']);
  for (const theme of THEMES) {
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
    await look(theme);
  }
  await page.evaluate((name) => (document.documentElement.dataset['theme'] = name ?? 'light'), before);
}
