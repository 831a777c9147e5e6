// The way through the first run, for tests that need a new shop or look at every step.

import { expect } from '@playwright/test';
import type { Look } from './screens.ts';
import type { Till } from './till.ts';

export const FRENCH = { trading_name: 'Le Fournil', legal_name: 'Le Fournil SARL', address: '1 rue du Port', postcode: '33000', city: 'Bordeaux', siret: '99940127600012', naf: '1071C' } as const;
export const QUEBEC = {
  trading_name: 'Chez Limoilou',
  legal_name: 'Chez Limoilou inc.',
  address: '845, 3e Avenue',
  postcode: 'G1L 2W9',
  city: 'Québec',
  tps_number: '123456789 RT0001',
  tvq_number: '1234567890 TQ0001',
} as const;
export const PIN = '4321';

/** The step that the wizard is at, by its number from 1. */
export async function expectStep(till: Till, step: number): Promise<void> {
  await expect(till.id('wizard-steps').getByRole('listitem').nth(step - 1)).toHaveAttribute('aria-current', 'step');
}

export async function next(till: Till, step: number): Promise<void> {
  await till.press('wizard-next');
  await expectStep(till, step);
}

export async function fillCompany(till: Till, identity: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, value] of Object.entries(identity)) await till.id(`identity-${field}`).fill(value);
}

export async function fillManager(till: Till): Promise<void> {
  await till.id('manager-name').fill('Alix Patronne');
  await till.id('manager-pin').fill(PIN);
  await till.id('manager-pin-again').fill(PIN);
}

/** From the first window to the step of articles: the shop exists, its manager is signed in. */
export async function createShop(till: Till): Promise<void> {
  await expect(till.id('country-profile')).toBeVisible();
  await next(till, 2);
  await next(till, 3);
  await fillCompany(till, FRENCH);
  await expect(till.id('identity-vat_number')).toHaveValue('FR91999401276');
  await next(till, 4);
  await fillManager(till);
  await next(till, 5);
}

/** At the step of articles: none now. */
export async function leaveArticles(till: Till): Promise<void> {
  await till.id('articles-way').getByText('Plus tard').click();
  await expect(till.id('articles-later')).toBeVisible();
}

/** Every step of the first run, from the empty window to the first shift. */
export async function visitWizard(till: Till, look: Look): Promise<void> {
  await expect(till.id('country-profile')).toBeVisible();
  await look('wizard-1-country');
  await next(till, 2);
  await look('wizard-2-start');
  await next(till, 3);
  await till.press('wizard-next');
  await expect(till.id('identity-trading_name')).toHaveAttribute('aria-invalid', 'true');
  await look('wizard-3-company-missing');
  await fillCompany(till, FRENCH);
  await expect(till.id('identity-vat_number')).toHaveValue('FR91999401276');
  await look('wizard-3-company');
  await next(till, 4);
  await fillManager(till);
  await look('wizard-4-taxes');
  await next(till, 5);
  await expect(till.id('favourite-name').first()).toBeVisible();
  await till.id('favourite-name').first().fill('Baguette');
  await till.id('favourite-price').first().fill('1,30');
  await look('wizard-5-articles');
  await till.id('articles-way').getByText(/Importer|Import/u).click();
  await expect(till.id('import-drop')).toBeVisible();
  await look('wizard-5-import');
  await till.id('articles-way').getByRole('radio').first().check({ force: true });
  await next(till, 6);
  await look('wizard-6-devices');
  await till.id('printer-kind').selectOption('tcp');
  await till.scanner.scanOnAzerty('3760999010011');
  await expect(till.id('scanner-code')).toHaveText('3760999010011');
  await look('wizard-6-devices-printer');
  await till.id('printer-kind').selectOption('none');
  await next(till, 7);
  await till.id('user-name').fill('Inès Caissière');
  await look('wizard-7-users');
  await till.id('user-pin').fill('1111');
  await till.press('user-add');
  await expect(till.id('wizard-user')).toHaveCount(2);
  await next(till, 8);
  await expect(till.id('wizard-checks')).toBeVisible();
  await look('wizard-8-ready');
}
