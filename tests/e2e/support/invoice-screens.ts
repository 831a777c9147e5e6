// The way to the panels of invoices at the till: VAT at nothing, whom an invoice needs, what its file lacks, a difference
// given up. The sale is empty before and after.

import { expect } from '@playwright/test';
import type { Look } from './screens.ts';
import { ARTICLES, type Till } from './till.ts';

export async function visitInvoices(till: Till, look: Look): Promise<void> {
  await till.scan(ARTICLES.kettle);
  await visitExemption(till, look);
  await visitBuyer(till, look);
  await visitWriteOff(till, look);
  await till.keys('Enter');
  await expect(till.id('invoice-number')).toBeVisible();
  await look('invoice-done');
  await till.press('done-clear');
  await till.expectEmpty();
}

async function visitExemption(till: Till, look: Look): Promise<void> {
  await till.keys('Insert', 'x');
  await expect(till.id('exemption-panel')).toBeVisible();
  await look('exemption');
  await till.press('ground-export');
  await expect(till.id('exemption-panel')).toBeHidden();
  await look('sale-exempt');
  await till.keys('Insert', 'x');
  await till.press('ground-clear');
  await expect(till.id('exemption-panel')).toBeHidden();
}

async function visitBuyer(till: Till, look: Look): Promise<void> {
  await till.keys('F12', 'f');
  await expect(till.id('customer-panel')).toBeVisible();
  await look('invoice-who');
  await till.id('customer-input').fill('Hôtel Bellevue');
  await expect(till.id('customer-create')).toBeVisible();
  await till.keys('Enter', 'Enter');
  await expect(till.id('payment')).toBeVisible();
  await till.keys('f');
  await expect(till.id('invoice-buyer')).toBeVisible();
  await look('invoice-buyer');
  await till.id('buyer-address').fill('8 quai Rambaud');
  await till.id('buyer-postcode').fill('69002');
  await till.id('buyer-city').fill('Lyon');
  await till.keys('Control+Enter');
  await expect(till.id('payment-invoice')).toHaveAttribute('aria-pressed', 'true');
  await look('payment-invoice');
}

async function visitWriteOff(till: Till, look: Look): Promise<void> {
  for (const figure of String(Math.floor(ARTICLES.kettle.price / 100))) await till.press(`pad-${figure}`);
  await till.press('method-cash');
  await expect(till.id('tender')).toHaveCount(1);
  await till.keys('p');
  await expect(till.id('write-off')).toBeVisible();
  await look('write-off');
  await till.id('write-off-reason').first().click();
  await till.press('write-off-submit');
  await till.expectAmount('pay-left', 0);
}
