// «Clôtures et archives» (B-26), as a manager does it the morning after, mostly by keys.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { localDay } from '../support/days.ts';
import { forgePriceAndStock, forgeTicket } from '../support/files.ts';
import { expect, listenForComplaints, preferences, test as base } from '../support/fixtures.ts';
import { Keyboard } from '../support/keyboard.ts';
import { sell } from '../support/sales.ts';
import { Shop } from '../support/shop.ts';
import { ARTICLES, Till } from '../support/till.ts';

interface Morning {
  /** A shop the day after a day of two sales. */
  dayAfter: Shop;
  /** Its back office, on «Clôtures et archives». */
  office: Till;
  hands: Keyboard;
}

/** What the two sales of yesterday come to. */
const TAKEN = ARTICLES.kettle.price + 4 * ARTICLES.baguette.price;

const test = base.extend<Morning>({
  dayAfter: async ({}, use) => {
    const shop = await Shop.openInThePast('fr', 1);
    const before = await shop.signIn('manager');
    await before.openShift('Caisse 01', 10_000);
    await sell(before, { article: ARTICLES.kettle, method: 'card_standalone', last4: '4242' });
    await sell(before, { pieces: 4 });
    await shop.restart();
    await use(shop);
    await shop.close();
  },
  office: async ({ dayAfter, page, context, language, theme }, use) => {
    const { computer, session } = await dayAfter.signIn('manager');
    await preferences(context, { language, theme, computer, session });
    const complaints = listenForComplaints(page);
    await page.goto(dayAfter.address('gestion.html'));
    const office = new Till(page);
    await office.press('nav-archives');
    await use(office);
    expect(complaints, 'errors in the console of the page').toEqual([]);
  },
  hands: async ({ page }, use) => use(new Keyboard(page)),
});

/** Goes to a tab with the arrow keys. */
async function toTab(office: Till, hands: Keyboard, steps: number): Promise<void> {
  await hands.reach(office.id('archives-tabs').locator('input:checked'));
  for (let step = 0; step < steps; step += 1) await hands.press('ArrowRight');
}

/** Opens the first row of a table. */
async function openFirst(hands: Keyboard, table: Locator): Promise<void> {
  await hands.reach(table);
  await hands.press('ArrowDown', 'Enter');
}

test('FISC-05: the program closed yesterday, with its total and the perpetual one; the manager closes today, and a sale dated in it is refused', async ({ office, dayAfter, hands }) => {
  await expect(office.id('closings-table-row')).toHaveCount(1);
  await openFirst(hands, office.id('closings-table'));
  await expect(office.id('closing-intact')).toBeVisible();
  await office.expectAmount('closing-total', TAKEN);
  await office.expectAmount('closing-perpetual', TAKEN);
  await expect(office.id('ticket-preview')).toContainText('CLÔTURE JOURNALIÈRE');
  await hands.press('Escape');
  await expect(office.id('closing-sheet')).toHaveCount(0);

  const seat = await dayAfter.signIn('cashier');
  await seat.openShift('Caisse 01', 10_000);
  await hands.use(office.id('day-close'));
  await expect(office.id('day-close-dialog')).toBeVisible();
  await hands.press('Control+Enter');
  await expect(office.id('day-state').filter({ hasText: 'Clôturée' })).toHaveCount(2);
  await expect(sell(seat)).rejects.toMatchObject({ code: 'day_closed' });
});

test('FISC-03: the archive of a day opens with its seal verified and its operations by type, and leaves as the file whose hash is shown', async ({ office, hands, page }) => {
  await toTab(office, hands, 1);
  await expect(office.id('archive-ready')).toHaveCount(1, { timeout: 30_000 });
  await openFirst(hands, office.id('archives-table'));
  await expect(office.id('archive-verdict')).toContainText('Conforme');
  const sales = office.id('archive-operations').getByRole('button', { name: 'Ticket · VENTE' });
  await expect(sales).toContainText('2');
  await hands.use(sales);
  await expect(office.id('archive-records').getByRole('listitem')).toHaveCount(2);

  const download = page.waitForEvent('download');
  await hands.press('Control+Enter');
  const file = await download;
  const content = await readFile(await file.path());
  expect(file.suggestedFilename()).toMatch(/\.zip$/u);
  await expect(office.id('archive-sha256')).toHaveText(createHash('sha256').update(content).digest('hex'));
  await hands.press('Escape');
  await expect(office.id('archive-sheet')).toHaveCount(0);

  // A period of the manager's choice; one that has not begun is refused with a sentence, and the dialog stays.
  await hands.use(office.id('archive-create'));
  await office.id('archive-from').fill(localDay(-1));
  await office.id('archive-to').fill(localDay(-2));
  await hands.press('Control+Enter');
  await expect(office.id('archive-create-error')).toBeVisible();
  await office.id('archive-to').fill(localDay(0));
  await hands.press('Control+Enter');
  await expect(office.id('archive-create-dialog')).toHaveCount(0);
  await expect(office.id('archives-table-row').filter({ hasText: 'Période' }).getByTestId('archive-ready').first()).toBeVisible({ timeout: 30_000 });
});

test('FISC-01: the verification says how far it is and what it found; a ticket changed in the file is reported with its position', async ({ office, dayAfter, hands, page }) => {
  await toTab(office, hands, 2);
  await expect(office.id('verification-never')).toBeVisible();
  await hands.use(office.id('verification-start'));
  await expect(office.id('verification-running').getByRole('progressbar')).toBeVisible();
  await expect(office.id('verification-verdict')).toContainText('Conforme', { timeout: 30_000 });
  await expect(office.id('verification-C01')).toContainText('Conforme');
  const download = page.waitForEvent('download');
  await hands.use(office.id('verification-keep'));
  const report = await readFile(await (await download).path(), 'utf8');
  expect(report).toContain('C01');

  await dayAfter.restart(() => forgeTicket(dayAfter.folder));
  await page.reload();
  await office.signIn('Claire Delmas', '1234');
  await toTab(office, hands, 2);
  await hands.use(office.id('verification-start'));
  await expect(office.id('verification-running')).toBeVisible();
  await expect(office.id('verification-verdict')).toContainText('Non conforme', { timeout: 30_000 });
  await expect(office.id('verification-C01')).toContainText('C01-00000001');
  await expect(office.id('verification-C01')).toContainText('Une colonne de l’enregistrement a été modifiée.');
});

test('a price and a stock changed in the file are named with what the log says, and what to do stands below', async ({ office, dayAfter, hands, page }) => {
  await dayAfter.restart(() => forgePriceAndStock(dayAfter.folder));
  await page.reload();
  await office.signIn('Claire Delmas', '1234');
  await toTab(office, hands, 2);
  await hands.use(office.id('verification-start'));
  await expect(office.id('verification-tables')).toHaveAttribute('data-state', 'different', { timeout: 20_000 });
  await expect(office.id('verification-verdict'), 'what was signed is as it was').toContainText('Conforme');
  await expect(office.id('tables-banner')).toContainText('journal des opérations');
  await expect(office.id('tables-article')).toContainText('Article 1001 Baguette de tradition');
  await expect(office.id('tables-article')).toContainText(/«\sPrix\s» vaut 0,13\s; le journal dit 1,30\./u);
  await expect(office.id('tables-stock_level')).toContainText(/«\sQuantité en stock\s» vaut 99\s; le journal dit/u);
  await expect(office.id('tables-advice')).toContainText('Que faire');
  await hands.use(office.id('tables-backups'));
  await expect(page).toHaveURL(/#\/?sauvegarde/u);
});
