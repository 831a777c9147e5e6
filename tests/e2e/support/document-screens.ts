// The way to the screens of invoices that exist already, and of customers' accounts. A sale was made before.

import { expect } from '@playwright/test';
import type { Look } from './screens.ts';
import { ARTICLES, type Till } from './till.ts';

export async function visitDocuments(till: Till, look: Look): Promise<void> {
  await visitSearch(till, look);
  await visitReturn(till, look);
  await visitSettlement(till, look);
  await visitCancellation(till, look);
  await visitExchange(till, look);
  await visitAccount(till, look);
}

async function visitSearch(till: Till, look: Look): Promise<void> {
  await till.action('action-search');
  await expect(till.id('ticket-preview')).toBeVisible();
  await look('find');
  await till.id('document-view').locator('label').last().click();
  await expect(till.id('document-figures')).toBeVisible();
  await till.id('find-customer').fill('Alice');
  await expect(till.id('find-customer-choice').first()).toBeVisible();
  await look('find-figures');
  await till.id('find-customer').fill('');
  await till.press('find-period-yesterday');
  await expect(till.id('find-none')).toBeVisible();
  await look('find-none');
  await till.press('find-widen');
  await expect(till.id('pane-number')).toBeVisible();
  await till.keys('Escape');
  await expect(till.page.getByRole('dialog')).toHaveCount(0);
}

async function visitReturn(till: Till, look: Look): Promise<void> {
  await till.action('action-return');
  await till.id('return-number').fill('C99-00000001');
  await till.keys('Enter');
  await expect(till.id('return-not-found')).toBeVisible();
  await look('return-not-found');
  await till.keys('F2');
  await till.scanner.scan(ARTICLES.ficelle.barcode);
  await expect(till.id('return-total')).toBeVisible();
  await look('return-free');
  await till.keys('Escape');
  await expect(till.page.getByRole('dialog')).toHaveCount(0);
  await till.action('action-search');
  await expect(till.id('document-return')).toBeEnabled();
  await till.press('document-return');
  await till.id('return-tick').first().check();
  await till.press('refund-card_standalone');
  await expect(till.id('refund-last4')).toBeVisible();
  await look('return');
  await till.press('refund-cash');
  await till.id('reason').fill('essai');
  await till.press('return-submit');
  await expect(till.id('refund-given')).toBeVisible();
  await look('return-done');
  await till.press('correction-close');
  await till.keys('Escape');
  await expect(till.page.getByRole('dialog')).toHaveCount(0);
}

async function visitSettlement(till: Till, look: Look): Promise<void> {
  await till.scan(ARTICLES.ficelle);
  await till.settle();
  await till.action('action-search');
  await expect(till.id('document-settle')).toBeEnabled();
  await till.press('document-settle');
  await till.press('settle-method-other');
  await expect(till.id('settle-nature').first()).toBeVisible();
  await till.press('settle-method-card_standalone');
  await till.id('reason').fill('essai');
  await look('settle');
  await till.press('settle-submit');
  await expect(till.id('settle-done')).toBeVisible();
  await look('settle-done');
  await till.press('settle-close');
  await expect(till.id('payment-correction')).toBeVisible();
  await look('find-settled');
  await till.keys('Escape');
  await expect(till.page.getByRole('dialog')).toHaveCount(0);
}

async function visitCancellation(till: Till, look: Look): Promise<void> {
  await till.scan(ARTICLES.ficelle);
  await till.settle();
  await till.action('action-search');
  await expect(till.id('document-cancel')).toBeEnabled();
  await till.press('document-cancel');
  await expect(till.id('cancel-dialog')).toBeVisible();
  await look('cancel');
  await till.id('reason').fill('essai');
  await till.press('cancel-submit');
  await expect(till.id('refund-given')).toBeVisible();
  await look('cancel-done');
  await till.press('correction-close');
  await expect(till.id('related-document')).toBeVisible();
  await look('find-cancelled');
  await till.keys('Escape');
  await expect(till.page.getByRole('dialog')).toHaveCount(0);
}

async function visitExchange(till: Till, look: Look): Promise<void> {
  await till.scan(ARTICLES.kettle);
  await till.settle();
  await till.action('action-search');
  await expect(till.id('document-return')).toBeEnabled();
  await till.press('document-return');
  await till.id('reason').fill('taille');
  await till.press('return-exchange');
  await expect(till.id('exchange-band')).toBeVisible();
  await look('exchange-waiting');
  await till.scan(ARTICLES.ficelle);
  await look('exchange');
  await till.keys('F12');
  await till.press('give-card_standalone');
  await expect(till.id('give-last4')).toBeVisible();
  await look('exchange-give-back');
  await till.press('give-cash');
  await till.keys('Enter');
  await expect(till.id('return-number')).toBeVisible();
  await look('exchange-done');
}

async function visitAccount(till: Till, look: Look): Promise<void> {
  await till.keys('F4');
  await expect(till.id('account-credit')).toBeVisible();
  await till.press('account-file');
  await expect(till.id('file-name')).toBeVisible();
  await look('customer-file');
  await till.keys('Escape');
  await till.press('account-add-credit');
  await till.id('credit-amount').fill('40');
  await till.press('credit-gesture');
  await till.id('credit-reason').fill('essai');
  await look('customer-credit');
  await till.press('credit-submit');
  await expect(till.id('account-credit')).toHaveAttribute('data-minor', '4000');
  await till.press('account-history');
  await till.id('history-view').locator('label').last().click();
  await expect(till.id('account-entry')).toBeVisible();
  await look('customer-account');
  await till.keys('Escape');
  await till.id('customer-row').getByRole('button').first().click();
  await till.scan(ARTICLES.ficelle);
  await till.keys('F12');
  await till.press('method-credit');
  await expect(till.id('tender')).toHaveCount(1);
  await look('payment-credit');
  await till.press('payment-validate');
  await expect(till.id('done')).toBeVisible();
}
