// Every screen of closings, archives and accounts in the back office.

import { expect } from '@playwright/test';
import type { Look } from './screens.ts';
import type { Till } from './till.ts';

/** The tabs of closings and archives; the first is the screen itself. */
export async function visitArchives(till: Till, look: Look): Promise<void> {
  await till.press('nav-archives');
  for (const tab of ['archives', 'verification']) {
    await till.id('archives-tabs').locator(`input[value=${tab}]`).check({ force: true });
    await expect(till.page.locator('[aria-busy=true]')).toHaveCount(0);
    await look(`office-archives-${tab}`);
  }
}

/** The tabs of the books; the first is the screen itself. */
export async function visitAccounting(till: Till, look: Look): Promise<void> {
  await till.press('nav-comptabilite');
  const tabs: [string, string][] = [
    ['plan', 'plan-table'],
    ['ereport', 'ereport-period'],
    ['truth', 'truth-month'],
    ['states', 'states-total'],
    ['balance', 'balance-none'],
  ];
  for (const [tab, shown] of tabs) {
    await till.id('accounting-tabs').locator(`input[value=${tab}]`).check({ force: true });
    await expect(till.id(shown).first()).toBeVisible();
    await look(`office-accounting-${tab}`);
  }
}
