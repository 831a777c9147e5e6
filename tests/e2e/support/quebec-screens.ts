// The way to what only a till in Québec has: the key for a lower label, the labels to correct, and a claim after the sale.

import { expect } from '@playwright/test';
import type { Look } from './screens.ts';
import type { Till } from './till.ts';

/** An article of the sample shop at 5.99 $. */
export const BLUEBERRIES = { barcode: '629990010044', name: 'Bleuets sauvages 300 g' } as const;

/** What the till shows; the sale is empty before and after. */
export async function visitQuebecTill(till: Till, look: Look): Promise<void> {
  await till.scan(BLUEBERRIES);
  await look('quebec-sale');
  await till.keys('Shift+F5');
  await expect(till.id('label-panel')).toBeVisible();
  await look('quebec-label');
  await till.keys('4', ',', '9', '9');
  await expect(till.id('label-answer')).toBeVisible();
  await look('quebec-label-due');
  await till.press('panel-close');
  await till.settle();
  await visitClaim(till, look);
}

async function visitClaim(till: Till, look: Look): Promise<void> {
  await till.action('action-search');
  await expect(till.id('document-return')).toBeEnabled();
  await till.press('document-return');
  await expect(till.id('claim-open')).toBeVisible();
  await look('quebec-return');
  await till.keys('Shift+F5');
  await expect(till.id('claim')).toBeVisible();
  await till.id('claim-price').fill('4,99');
  await expect(till.id('return-total')).toBeVisible();
  await look('quebec-claim');
  await till.keys('Control+Enter');
  await expect(till.id('refund-given')).toBeVisible();
  await look('quebec-claim-done');
  await till.press('correction-close');
  await till.keys('Escape');
  await expect(till.page.getByRole('dialog')).toHaveCount(0);
  await till.press('labels-badge');
  await expect(till.id('wrong-label')).toHaveCount(1);
  await look('quebec-labels');
  await till.press('panel-close');
}

/** What the back office shows; a label is wrong. */
export async function visitQuebecOffice(till: Till, look: Look): Promise<void> {
  await till.press('nav-etiquettes');
  await till.id('labels-table-row').first().click();
  await look('office-labels');
  await till.press('nav-options');
  await expect(till.id('options-accuracy')).toBeVisible();
  await look('office-options-quebec');
}
