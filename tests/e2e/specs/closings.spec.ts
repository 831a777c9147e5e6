// Closings of days by the program and by hand, and what the till shows when it may not sell.

import { randomUUID } from 'node:crypto';
import { expect, preferences } from '../support/fixtures.ts';
import { picture } from '../support/pictures.ts';
import { test } from '../support/pilotage.ts';

test('FISC-05: yesterday was closed by the program, today by the manager, and the till says that the day is over', async ({ tablet, managed, browser }) => {
  await tablet.press('rail-rapports');
  await expect(tablet.id('closing-row').first()).toBeVisible();
  await expect(tablet.id('closings-today')).toContainText('Caisse 01');
  await tablet.id('closing-row').first().click();
  await expect(tablet.id('closing-taxes')).toBeVisible();
  await expect(tablet.id('closing-intact')).toBeVisible();
  await expect(tablet.id('ticket-preview')).toContainText('CLÔTURE JOURNALIÈRE');
  await picture(tablet.page, 'closings/closing-sheet');
  await tablet.keys('Escape');
  await tablet.id('day-close').scrollIntoViewIfNeeded();
  await picture(tablet.page, 'closings/reports');
  await tablet.press('day-close');
  await expect(tablet.id('day-close-dialog')).toBeVisible();
  await picture(tablet.page, 'closings/day-close');
  await tablet.press('day-close-confirm');
  await expect(tablet.id('day-close-dialog')).toHaveCount(0);
  await expect(tablet.id('day-state').filter({ hasText: 'Clôturée' }).first()).toBeVisible();

  await tablet.page.goto(managed.address('gestion.html'));
  await tablet.press('nav-archives');
  await expect(tablet.id('closings-table-row').first()).toBeVisible();
  await picture(tablet.page, 'closings/archives');

  const computer = randomUUID();
  const { session } = await managed.signIn('cashier', computer);
  const other = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await preferences(other, { language: 'fr', theme: 'light', computer, session });
  const page = await other.newPage();
  await page.goto(managed.address('index.html'));
  const workstation = page.getByTestId('workstation').filter({ hasText: 'Caisse 01' });
  await workstation.click();
  await expect(page.getByTestId('not-ready')).toBeVisible();
  await expect(page.getByTestId('need-open_day')).toBeVisible();
  await picture(page, 'closings/not-ready');
  await page.getByTestId('not-ready-close-shift').click();
  await expect(page.getByTestId('count-5000')).toBeVisible();
  await other.close();
});
